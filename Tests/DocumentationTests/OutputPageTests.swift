import Foundation
import Reconciliation
import Reports
import Testing

/// Outputs.md: every column and every word of evidence, in the order in which they come.
@Suite struct OutputPageTests {
    private static let page = Documents.page("Outputs")

    @Test(arguments: [
        ("mapping.csv", "\(MappingCSV.columns)"), ("mismatches.csv", "\(MismatchesCSV.columns)"),
        ("specs.csv", "\(SpecsCSV.columns)"),
    ])
    func describesEveryColumn(_ file: String, _ columns: String) throws {
        let section = try #require(Self.page.section("## \(file)"))
        #expect(section.namesInTables == columns.split(separator: ",").map(String.init))
        #expect(Documents.readme.contains("| `\(file)` |"))
    }

    /// The tables that only the nightly run writes.
    @Test(arguments: [("changes.csv", "\(NightCSV.changeColumns)"), ("sources.csv", "\(NightCSV.sourceColumns)")])
    func describesEveryColumnOfTheNight(_ file: String, _ columns: String) throws {
        let section = try #require(Self.page.section("## \(file)"))
        #expect(section.namesInTables == columns.split(separator: ",").map(String.init))
        let kinds = try #require(Self.page.section("## changes.csv"))
        for kind in ChangeKind.allCases { #expect(kinds.contains("`\(kind.rawValue)`")) }
    }

    @Test func describesAllEvidence() throws {
        let section = try #require(Self.page.section("## Evidence"))
        #expect(section.namesInTables == Evidence.names.map(\.1))
    }

    @Test func showsWhatExplainPrints() throws {
        let shown = try #require(Self.page.section("## explain")?.blocks("text").first)
        let files = Documents.repository.appending(path: "fixtures/cases/words-only-two-candidates").path
        let printed = try Program.run(
            ["explain", "\(files)/supplier.csv", "\(files)/shop.csv", "--sku", "BX7002-BK", "--shop-sku", "8802"]
        ).output
        #expect(shown == printed)
    }

    /// A run over the demo writes these files and no others.
    @Test func namesEveryFile() throws {
        try Program.withFolder { folder in
            let demo = Documents.repository.appending(path: "fixtures/demo").path
            _ = try Program.run(["diff", "\(demo)/supplier.xml", "\(demo)/shop.csv", "--out", "out"], in: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path) {
                #expect(Documents.readme.contains("| `\(name)` |"), "README.md does not name \(name)")
                #expect(Self.page.contains("`\(name)`") || Self.page.contains("## \(name)"))
            }
        }
    }
}
