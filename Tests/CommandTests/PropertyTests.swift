import Foundation
import TestSupport
import Testing

/// What holds for all inputs, whatever their content.
@Suite struct PropertyTests {
    /// Faults that one catalogue has by itself.
    private static let ownFaults: Set<String> = [
        "duplicate-code", "duplicate-spec", "barcode-invalid", "spec-incomplete",
    ]

    static let supplierFiles: [String] =
        Case.all.compactMap { try? $0.file("supplier") } + [DemoTests.folder.appending(path: "supplier.xml").path]

    @Test(arguments: supplierFiles) func aCatalogueAgreesWithItself(_ path: String) throws {
        let folder = try TemporaryFolder()
        let answer = try Program.run(["diff", path, path, "--price-rule", "equal", "--out", folder.path("out")])
        #expect(answer.code == 0 || answer.code == 1, "\(answer.errors)")
        for row in Table(try folder.bytes("out/mismatches.csv")).rows {
            #expect(
                Self.ownFaults.contains(row["code"]), "\(row["code"]) in \(row["supplier"]):\(row["supplier_line"])")
        }
        for row in Table(try folder.bytes("out/mapping.csv")).rows {
            #expect(row["decision"] == "auto", "line \(row["supplier_line"])")
            #expect(row["supplier_line"] == row["shop_line"])
        }
    }

    /// Cases whose shop's rows each stand for themselves, so that their order says nothing.
    static let shuffled = [
        "code-names-one-words-another", "duplicate-shop-rows", "merged-colour-size", "never-pairs",
        "one-code-two-shop-rows", "only-two-remain-is-a-proposal", "pack-against-single", "sizes-of-two-systems",
        "sku-and-barcode-conflict", "supplier-code-twice", "value-pair-learned-from-siblings",
        "words-only-certain-style", "words-only-two-candidates",
    ]

    @Test(arguments: shuffled, [1, 2, 3]) func theOrderOfTheShopsRowsChangesOnlyLines(_ name: String, seed: Int) throws
    {
        let arguments = try Case.named(name).arguments()
        try expectShuffleChangesNothing(arguments, seed: UInt64(seed))
    }

    @Test(arguments: [1, 2, 3]) func soInTheDemo(_ seed: UInt64) throws {
        try expectShuffleChangesNothing(Array(DemoTests.arguments.prefix(3)), seed: seed)
    }

    private func expectShuffleChangesNothing(_ arguments: [String], seed: UInt64) throws {
        let folder = try TemporaryFolder()
        var random = SplitMix(seed: seed)
        let text = String(decoding: try Data(contentsOf: URL(filePath: arguments[2])), as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        if text.contains("\r\n") { lines = text.components(separatedBy: "\r\n").filter { !$0.isEmpty } }
        let header = lines.removeFirst()
        try #require(lines.count > 1 && lines.allSatisfy { $0.filter { $0 == "\"" }.count % 2 == 0 })
        let old = lines
        while lines == old { lines.shuffle(using: &random) }
        let shop = try folder.write("shop.csv", ([header] + lines).joined(separator: "\n") + "\n")

        let first = try Program.run(arguments + ["--out", folder.path("first")])
        let second = try Program.run(
            [arguments[0], arguments[1], shop] + arguments.dropFirst(3) + ["--out", folder.path("second")])
        #expect(first.code == second.code)
        for file in ["mapping.csv", "mismatches.csv"] {
            #expect(withoutLines(try folder.bytes("first/\(file)")) == withoutLines(try folder.bytes("second/\(file)")))
        }
    }

    /// The rows of an output in an order of their own, without what depends on where a row stood in its file.
    private func withoutLines(_ bytes: [UInt8]) -> [String] {
        let table = Table(bytes)
        return table.rows.map { row in
            // A group of rows with one fault is told once, at the first of them.
            let isGroup = row["code"] == "duplicate-spec"
            let columns = table.columns.filter { !$0.hasSuffix("_line") && !(isGroup && $0.hasPrefix("shop_")) }
            return columns.map { isGroup ? row[$0].filter { !$0.isNumber } : inAnyOrder(row[$0]) }.joined(
                separator: "|")
        }.sorted()
    }

    /// `黑色/M (line 2), 黑色/L (line 3)`, whichever comes first.
    private func inAnyOrder(_ cell: String) -> String {
        guard cell.contains("(line ") else { return cell }
        return cell.replacing(#/ \(line [0-9]+\)/#, with: "").components(separatedBy: ", ").sorted().joined(
            separator: ", ")
    }

    @Test(arguments: ["text", "csv", "json"]) func twoRunsGiveTheSameBytes(_ format: String) throws {
        let folder = try TemporaryFolder()
        let first = try Program.run(DemoTests.arguments + ["--format", format, "--out", folder.path("a")])
        let second = try Program.run(DemoTests.arguments + ["--format", format, "--out", folder.path("another/b")])
        let names = try folder.names("a")
        #expect(names == ["mapping.csv", "mismatches.csv", "report.html", "report.json", "specs.csv"])
        #expect(try folder.names("another/b") == names)
        for name in names { #expect(try folder.bytes("a/\(name)") == folder.bytes("another/b/\(name)"), "\(name)") }
        if format != "text" { #expect(first.output == second.output) }
        #expect(first.errors == second.errors)
    }

    @Test(arguments: ["zh", "en"]) func theAnswerIsTheFile(_ language: String) throws {
        let folder = try TemporaryFolder()
        let arguments = DemoTests.arguments + ["--language", language, "--out", folder.path("out"), "--format"]
        #expect(try Program.run(arguments + ["csv"]).output == folder.bytes("out/mismatches.csv"))
        let json = try Program.run(arguments + ["json"]).output
        #expect(json == (try folder.bytes("out/report.json")))
        let report = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let mismatches = try #require(report["mismatches"] as? [[String: Any]])
        let rows = Table(try folder.bytes("out/mismatches.csv")).rows
        #expect(mismatches.compactMap { $0["code"] as? String } == rows.map { $0["code"] })
    }

    /// What a person's spreadsheet opens: UTF-8 with a mark, CR LF, and the columns that scripts build on.
    @Test func tablesKeepTheirForm() throws {
        let folder = try TemporaryFolder()
        _ = try Program.run(DemoTests.arguments + ["--out", folder.path("out")])
        let columns = [
            "mapping.csv":
                "supplier,supplier_style,supplier_sku,supplier_spec,supplier_line,shop_style,shop_sku,shop_spec,shop_line,decision,confidence,evidence",
            "mismatches.csv":
                "code,severity,supplier,supplier_style,supplier_sku,supplier_spec,supplier_line,shop_style,shop_sku,shop_spec,shop_line,field,supplier_value,shop_value,who,action,first_seen,evidence",
            "specs.csv": "款式,规格名称,货源规格,代发规格,店铺规格,订单传递系统规格,备注",
        ]
        for (name, header) in columns {
            let bytes = try folder.bytes("out/\(name)")
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            let table = Table(bytes)
            #expect(table.columns.joined(separator: ",") == header)
            #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(name)")
            let lineEnds = bytes.indices.filter { bytes[$0] == 0x0A }
            #expect(lineEnds.allSatisfy { $0 > 0 && bytes[$0 - 1] == 0x0D }, "\(name)")
        }
    }

    /// A cell that a spreadsheet would run as a formula is written as text, and read back as it was.
    @Test func formulasAreDefused() throws {
        let folder = try TemporaryFolder()
        let supplier = try folder.write(
            "supplier.csv", "款号,商品名称,商家编码,颜色,尺码\nK1,T,=cmd|'/c calc'!A1,-黑色,M\nK1,T,@SUM(1),白色,M\nK1,T,-5,红色,M\n")
        let shop = try folder.write("shop.csv", "款号,规格ID,商家编码,颜色,尺码\nK1,1,'=cmd|'/c calc'!A1,'-黑色,M\nK1,2,-5,红色,M\n")
        _ = try Program.run(["diff", supplier, shop, "--out", folder.path("out")])
        let text = String(decoding: try folder.bytes("out/mapping.csv"), as: UTF8.self)
        #expect(text.contains(",'=cmd|'/c calc'!A1,") && text.contains(",'@SUM(1),") && text.contains(",-5,"))
        let rows = Table(try folder.bytes("out/mapping.csv")).rows
        #expect(rows.filter { $0["decision"] == "auto" }.map { $0["shop_sku"] } == ["1", "2"])
    }
}
