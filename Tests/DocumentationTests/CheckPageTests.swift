import Foundation
import Reconciliation
import Reports
import Testing

/// Check.md: every code of the check before listing is there, in the order of the program, and says all it owes.
@Suite struct CheckPageTests {
    private static let page = Documents.page("Check")

    @Test func everyCodeInOrder() {
        let sections = Self.page.matches(of: /(?m)^### (.+)$/).map { String($0.1) }
        #expect(sections == ListingCode.allCases.map(\.rawValue))
    }

    @Test(arguments: ListingCode.allCases)
    func saysHowGraveAndWho(_ code: ListingCode) throws {
        let section = try #require(Self.page.section("### \(code.rawValue)"))
        let facts = section.split(separator: "\n\n").first.map { $0.replacing("\n", with: " ") } ?? ""
        let severities = facts.matches(of: /\*\*(error|warning|note)\*\*/).map { String($0.1) }
        #expect(!severities.isEmpty)
        #expect(facts.contains(" · attribute: "))
        let who = facts.split(separator: " · who: ").last?.matches(of: /\*\*([a-z]+)\*\*/).map { String($0.1) } ?? []
        #expect(!who.isEmpty && who.allSatisfy { MismatchCode.Who(rawValue: $0) != nil })
        #expect(section.contains("\nExample: "))
        #expect(section.contains("\nWhat to do: "))
    }

    /// The demo's issues are of the severity and who that the page says.
    @Test func theDemoAgrees() throws {
        let demo = Documents.repository.appending(path: "fixtures/demo").path
        for more in [[], ["--draft", "\(demo)/shop.csv"], ["--target", "shopee", "--margin", "90"]] {
            let csv = try Program.run(["check", "\(demo)/supplier.xml", "--format", "csv"] + more).output
            let rows = csv.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
            #expect(!rows.isEmpty)
            for row in rows {
                let section = try #require(Self.page.section("### \(row[0])"))
                #expect(section.contains("**\(row[1])**"), "\(row[0]) is a \(row[1]), too")
            }
        }
    }

    /// README shows what a newcomer sees.
    @Test func theReadmeShowsWhatItPrints() throws {
        let section = try #require(Documents.readme.section("## I list a new style"))
        let command = try #require(section.blocks("sh").last).split(whereSeparator: \.isWhitespace).dropFirst()
        let printed = try Program.run(command.map(String.init)).output
        #expect(section.blocks("text") == [printed])
    }

    @Test func saysWhatTheSeveritiesAre() {
        for severity in ["error", "warning", "note"] { #expect(Self.page.contains("\n| \(severity) | ")) }
    }

    @Test func describesEveryColumn() throws {
        let section = try #require(Self.page.section("## Outputs"))
        #expect(section.namesInTables == "\(CheckCSV.columns)".split(separator: ",").map(String.init))
    }

    @Test func describesEveryFact() throws {
        let section = try #require(Self.page.section("## With a workspace"))
        #expect(Set(section.namesInTables) == Set(StyleFact.Kind.allCases.map(\.rawValue)))
    }
}
