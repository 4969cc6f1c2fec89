import Foundation
import Testing

/// The demo's README against the demo: each planted fault is found, and nothing else is.
@Suite struct DemoTests {
    static let folder = Program.repository.appending(path: "fixtures/demo")

    static let arguments: [String] = {
        let path = { (name: String) in folder.appending(path: name).path }
        return [
            "diff", path("supplier.xml"), path("shop.csv"), "--leg", "platform=" + path("platform.csv"), "--leg",
            "orders=" + path("orders.csv"),
        ]
    }()

    /// A row of the README's first table.
    struct Planted: Sendable, CustomTestStringConvertible {
        var supplierLines: Set<Int>
        var shopLines: Set<Int>
        var supplierWords: Set<String>
        var code: String
        var text: String
        var testDescription: String { "\(code): \(text)" }

        /// Whether a row of mismatches.csv is this fault: every line it names stands here.
        func explains(_ row: Table.Row) -> Bool {
            let theirs = Int(row["supplier_line"])
            let ours = Int(row["shop_line"])
            return row["code"] == code && (theirs != nil || ours != nil)
                && (theirs == nil || supplierLines.contains(theirs!)) && (ours == nil || shopLines.contains(ours!))
                && (row["supplier_sku"].isEmpty || supplierWords.contains(row["supplier_sku"]))
        }
    }

    static let planted: [Planted] = {
        let readme = (try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)) ?? ""
        let table = readme.split(separator: "\n").drop { !$0.hasPrefix("| supplier | shop | code |") }
            .prefix { $0.hasPrefix("|") }
        return table.dropFirst(2).flatMap { line -> [Planted] in
            let cells = line.dropFirst().split(separator: "|").map(String.init)
            guard cells.count >= 3 else { return [] }
            return cells[2].matches(of: /`([a-z-]+)`/).map { code in
                Planted(
                    supplierLines: lines(cells[0], "supplier.xml"), shopLines: lines(cells[1], "shop.csv"),
                    supplierWords: Set(cells[0].matches(of: /`([^`]+)`/).map { String($0.1) }), code: String(code.1),
                    text: cells[0].trimmingCharacters(in: .whitespaces) + " | "
                        + cells[1].trimmingCharacters(in: .whitespaces))
            }
        }
    }()

    /// The lines of `(shop.csv:26)` and `(shop.csv:114–116)`.
    private static func lines(_ cell: String, _ file: String) -> Set<Int> {
        var lines: Set<Int> = []
        for match in cell.matches(of: /\(([a-z.]+):([0-9]+)(?:–([0-9]+))?\)/) where match.1 == file {
            let first = Int(match.2) ?? 0
            lines.formUnion(first...(match.3.flatMap { Int($0) } ?? first))
        }
        return lines
    }

    /// One run serves all tests.
    static let mismatches = Result<Table, any Error> {
        let out = try TemporaryFolder()
        let answer = try Program.run(arguments + ["--price-rule", "floor", "--out", out.path("out")])
        try #require(answer.code == 1, "\(answer.errors)")
        return Table(try out.bytes("out/mismatches.csv"))
    }

    @Test func tableIsRead() { #expect(Self.planted.count >= 26) }

    @Test(arguments: planted) func isFound(_ fault: Planted) throws {
        let rows = try Self.mismatches.get().rows
        #expect(rows.contains { fault.explains($0) }, "no row of mismatches.csv is \(fault)")
    }

    /// Three quarters of the demo look odd and are right.
    @Test func nothingElseIsFound() throws {
        for row in try Self.mismatches.get().rows {
            #expect(
                Self.planted.contains { $0.explains(row) },
                "not planted: \(row["code"]) supplier.xml:\(row["supplier_line"]) shop.csv:\(row["shop_line"])")
        }
    }

    /// `make demo` and the README name the same files as this test.
    @Test func everyFileIsThere() {
        for argument in Self.arguments where argument.contains("/") {
            let path = String(argument.split(separator: "=").last ?? "")
            #expect(FileManager.default.fileExists(atPath: path), "\(path)")
        }
    }
}
