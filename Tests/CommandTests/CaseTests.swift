import Foundation
import Testing

/// Every folder of `fixtures/cases`, through the program: what its README says must come out.
@Suite struct CaseTests {
    @Test func casesAreThere() { #expect(Case.all.count >= 40) }

    @Test(arguments: Case.all) func comesOutAsItsReadmeSays(_ sample: Case) throws {
        let folder = try TemporaryFolder()
        let answer = try Program.run(try sample.arguments() + ["--out", folder.path("out")])
        try #require(answer.code == 0 || answer.code == 1, "\(answer.errors)")

        let mapping = Table(try folder.bytes("out/mapping.csv"))
        for decision in ["auto", "review", "none"] {
            let found = mapping.rows.filter { $0["decision"] == decision }.map {
                "\($0.name("supplier"))=\($0.name("shop"))"
            }
            #expect(found.sorted() == (try sample.pairs(decision)).sorted(), "- \(decision):")
        }

        let mismatches = Table(try folder.bytes("out/mismatches.csv"))
        let wanted = try sample.mismatches()
        let found = mismatches.rows.map { "\($0["code"]) \($0.name("supplier"))=\($0.name("shop"))" }
        #expect(found.sorted() == wanted.rows.sorted(), "- mismatches:")
        for code in wanted.absent { #expect(!mismatches.rows.contains { $0["code"] == code }, "no \(code)") }

        let warnings = answer.errorLines.compactMap { $0.firstMatch(of: #/^([^:]+:[0-9]+)(:[0-9]+)?: warning: /#)?.1 }
            .map(String.init)
        #expect(warnings == sample.words("warnings"), "\(answer.errors)")
        try checkDetails(sample, mapping)
        if let table = sample.specTable { try checkSpecs(table, Table(try folder.bytes("out/specs.csv"))) }
        #expect(answer.code == (mismatches.rows.contains { $0["severity"] != "info" } ? 1 : 0))
    }

    /// The lines `- lines:` and `- evidence:`.
    private func checkDetails(_ sample: Case, _ mapping: Table) throws {
        for pair in sample.line("lines") == nil ? [] : try sample.pairs("lines") {
            #expect(mapping.rows.contains { "\($0["supplier_line"])=\($0["shop_line"])" == pair }, "line \(pair)")
        }
        for item in (sample.line("evidence") ?? "").matches(of: /`([a-z-]+)` on `([^`]*)`=`([^`]*)`/) {
            let row = try #require(mapping.rows.first { $0.name("supplier") == item.2 && $0.name("shop") == item.3 })
            #expect(row["evidence"].split(separator: "+").contains(item.1), "evidence of \(item.2)=\(item.3)")
        }
    }

    private func checkSpecs(_ wanted: [[String]], _ specs: Table) throws {
        try #require(specs.rows.count == wanted.count)
        for (row, cells) in zip(specs.rows, wanted) {
            #expect(specs.columns.dropLast().map { row[$0] } == Array(cells.dropLast()))
            let words = cells[cells.count - 1].matches(of: /`([^`]*)`/).map(\.1)
            #expect(words.allSatisfy { row["备注"].contains($0) }, "备注 “\(row["备注"])” names \(words)")
            #expect(words.isEmpty == row["备注"].isEmpty)
        }
    }
}
