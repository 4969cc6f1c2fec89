import Foundation
import Testing

@testable import Reconciliation

/// Mismatches.md: every code is there, says what the program says, and its example really happens.
@Suite struct MismatchPageTests {
    private static let page = Documents.page("Mismatches")

    private func section(_ code: MismatchCode) throws -> String {
        try #require(Self.page.section("### \(code.name)"), "Mismatches.md has no section “### \(code.name)”")
    }

    @Test func worstFirst() {
        let sections = Self.page.matches(of: /(?m)^### (.+)$/).map { String($0.1) }
        #expect(sections == MismatchCode.allCases.map(\.name))
        let ranks = MismatchCode.Severity.allCases.map { "## \($0.name.capitalized)" }
        #expect(Self.page.split(separator: "\n").map(String.init).filter { ranks.contains($0) } == ranks)
    }

    @Test(arguments: MismatchCode.allCases)
    func saysHowGraveAndWho(_ code: MismatchCode) throws {
        let section = try section(code)
        let facts = try #require(section.split(separator: "\n").first)
        #expect(facts.hasPrefix("**\(code.severity.name)** · who: "))
        let documented = Set(facts.matches(of: /\*\*(shop|supplier|platform|reviewer)\*\*/).map { String($0.1) })
        let whos = [true, false].map { isShopSide in Mismatch(code: code, isShopSide: isShopSide).who.rawValue }
        #expect(documented == Set(whos), "who must be \(Set(whos).sorted())")
        #expect(facts.contains(" · field: "))
        #expect(section.contains("What to do: "))
        #expect(
            ["Example (`fixtures/", "Not reported yet", "Not reported by `diff`"].contains { section.contains($0) })
    }

    /// What is about a source as a whole, or takes what the source said before, only the nightly run can tell: the page
    /// says so of these and of no others.
    @Test(arguments: MismatchCode.allCases)
    func saysWhatOnlyTheNightlyRunTells(_ code: MismatchCode) throws {
        let section = try section(code)
        let isNightly = code.isOfSource || code == .relisted
        #expect(section.contains("\nNot reported by `diff`: ") == isNightly)
        #expect(section.contains(" · field: none, it is about the file") == code.isOfSource)
    }

    /// `diff` of the demo, which has nearly every kind of mismatch that two files can show, indeed reports none of them.
    @Test func diffTellsNoneOfThese() throws {
        let demo = Documents.repository.appending(path: "fixtures/demo").path
        let report = try Program.run(["diff", "\(demo)/supplier.xml", "\(demo)/shop.csv", "--format", "json"]).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
        let found = Set(try #require(object["mismatches"] as? [[String: Any]]).compactMap { $0["code"] as? String })
        #expect(found.count > 10)
        for code in MismatchCode.allCases
        where Self.page.section("### \(code.name)")?.contains("Not reported by `diff`") == true {
            #expect(!found.contains(code.name), "\(code.name) is reported by diff by now: give it an example")
        }
    }

    /// A place of an example's table.
    private struct Cited {
        var isShop: Bool
        var file: String
        var line: Int?
        var words: [String]
    }

    private func cited(_ section: String) -> [Cited] {
        section.split(separator: "\n").compactMap { row in
            guard let place = row.firstMatch(of: /^\| ((supplier|shop)\.[a-z]+)(?::(\d+))? \|/) else { return nil }
            return Cited(
                isShop: place.2 == "shop", file: String(place.1), line: place.3.flatMap { Int($0) },
                words: row.matches(of: /`([^`]+)`/).map { String($0.1) })
        }
    }

    /// The example's rows hold what is said of them, and the program reports them under this code.
    @Test(arguments: MismatchCode.allCases)
    func exampleHappens(_ code: MismatchCode) throws {
        let section = try section(code)
        guard let example = section.firstMatch(of: /Example \(`(fixtures\/[a-z\/-]+)`(?:, with `([^`]+)`)?\)/) else {
            return
        }
        let folder = String(example.1)
        let places = cited(section)
        try #require(!places.isEmpty)
        for place in places {
            let lines = Documents.text("\(folder)/\(place.file)").split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            // An XML record stands on the lines from its tag on.
            let length = place.file.hasSuffix(".xml") ? 7 : 1
            let record = place.line.map { lines.dropFirst($0 - 1).prefix(length) } ?? lines[...]
            for word in place.words {
                #expect(record.joined().contains(word), "\(place.file):\(place.line ?? 0) does not say “\(word)”")
            }
        }
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Documents.repository.appending(path: folder).path)
        let files = try ["supplier", "shop"].map { side in
            "\(folder)/" + (try #require(names.first { $0.hasPrefix(side + ".") }))
        }
        var options = example.2.map { $0.split(separator: " ").map(String.init) } ?? []
        let report = try Program.withFolder { own in
            if let decisions = section.blocks("csv").first {
                let file = own.appending(path: "decided.csv")
                try decisions.write(to: file, atomically: true, encoding: .utf8)
                options += ["--decisions", file.path]
            }
            return try Program.run(["diff"] + files + options + ["--format", "json"]).output
        }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
        let mismatches = try #require(object["mismatches"] as? [[String: Any]])
        let found = mismatches.contains { mismatch in
            mismatch["code"] as? String == code.name
                && ["supplier_line": false, "shop_line": true].allSatisfy { key, isShop in
                    guard let line = places.first(where: { $0.isShop == isShop })?.line else { return true }
                    return mismatch[key] as? Int == line
                }
        }
        if section.contains("Not reported yet") {
            #expect(!found, "\(code.name) is reported by now: take “Not reported yet” out of Mismatches.md")
        } else {
            #expect(found, "specsync diff \(files.joined(separator: " ")) reports no \(code.name) at these lines")
        }
    }
}
