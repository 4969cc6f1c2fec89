import Foundation
import Reconciliation
import Testing

@testable import Reports

/// The outputs of `check`: what a lister reads, and what a program does.
@Suite struct CheckTests {
    private static let sample = SampleCheck.report(SampleCheck.supplier, draft: SampleCheck.draft)

    // MARK: Texts

    @Test(arguments: ListingCode.allCases, Language.allCases)
    func everyCodeHasTexts(_ code: ListingCode, _ language: Language) {
        let texts = [Texts.title(code, language), Texts.meaning(code, language), Texts.action(code, language)]
        #expect(texts.allSatisfy { !$0.isEmpty })
        #expect(texts.dropFirst().allSatisfy { $0.hasSuffix(language == .zh ? "。" : ".") })
        #expect(!texts[0].hasSuffix(".") && !texts[0].hasSuffix("。"))
    }

    @Test func chineseIsChinese() {
        for code in ListingCode.allCases {
            let text = code.texts.title.zh + code.texts.meaning.zh + code.texts.action.zh
            #expect(!text.contains(","), "a Latin comma in: \(text)")
            #expect(!text.contains("."), "a Latin full stop in: \(text)")
        }
    }

    /// Whatever a rule says or leaves out, the sentence names what is there and is never empty.
    @Test(arguments: ListingCode.allCases, Language.allCases)
    func everyCodeHasASentence(_ code: ListingCode, _ language: Language) {
        var report = Self.sample
        report.language = language
        let bare = ListingIssue(code, .error, attribute: "colour", style: 0)
        let full = ListingIssue(
            code, .error, attribute: "size", style: 0, rows: [0, 1], found: "XL", suggestion: "2XL",
            details: [("count", "2"), ("of", "3"), ("axis", "尺码"), ("values", "S, M"), ("limit", "20")])
        for issue in [bare, full] {
            let text = ListingSentence(issue, report).text
            #expect(!text.isEmpty)
            #expect(!text.contains("\n") && !text.hasSuffix(".") && !text.hasSuffix("。"))
        }
    }

    // MARK: Text

    @Test func saysWhatToWriteInstead() {
        let text = CheckText.text(Self.sample, isTerminal: false)
        #expect(
            text.contains(
                "    shop.csv:2:6  white/S: colour “white” is not what the supplier says (code\n      K1-1)\n"))
        #expect(text.contains("      write: black  (supplier.csv:2)\n"))
        #expect(text.contains("      write: ≥ 20.00  (supplier.csv:3)\n"))
        #expect(text.contains("    shop.csv:2  missing: K1-4 navy/M (supplier.csv:5)\n"))
        #expect(text.contains("Check.md#draft-contradicts"))
        #expect(text.hasSuffix("\nD1 must not be listed: 2 errors, 1 warning, 1 note\n"))
    }

    /// A cell for each pair of values; what is said of it bears the number of its advice.
    @Test func marksTheCells() {
        let lines = CheckText.text(Self.sample, isTerminal: false).split(separator: "\n").map(String.init)
        #expect(lines.contains("         S     M"))
        #expect(lines.contains { $0.hasPrefix("  white  ✗") && $0.hasSuffix("–") })
        #expect(lines.contains { $0.hasPrefix("  black  –") })
        let good = CheckText.text(SampleCheck.report(SampleCheck.supplier, draft: SampleCheck.good), isTerminal: false)
        #expect(good.contains("  black  ✓ 5  ✓ 5\n"))
        #expect(good.hasSuffix("\nD1 may be listed: 0 errors, 0 warnings, 0 notes\n"))
    }

    @Test(arguments: Language.allCases, [60, 80, 120])
    func fitsItsTerminal(_ language: Language, _ columns: Int) {
        let long = SampleCheck.draft.map { row in
            row.enumerated().map { $0 == 1 ? "很长很长的标题，a long title and still no end of it, 很长很长的标题" : $1 }
        }
        let report = SampleCheck.report(SampleCheck.supplier, draft: long, language)
        for line in CheckText.text(report, isTerminal: true, columns: columns).split(separator: "\n") {
            let plain = String(line.replacing(#/\x1B\[[0-9;]*m/#, with: ""))
            #expect(TerminalText.width(plain) <= columns, "\(plain)")
        }
    }

    @Test func ofManyStylesTheBadOnesAreShown() {
        let supplier = (0..<20).flatMap { number in
            ["S", "M"].map { ["K\(number)", "Dress \(number)", "K\(number)-\($0)", "", "", "black", $0, "20.00", "5"] }
        }
        let draft = supplier.map { row in
            ["D" + row[0], row[1], "9" + row[2], row[2], "", row[0] == "K7" ? "white" : "black", row[6], "39.00", "5"]
        }
        let text = CheckText.text(SampleCheck.report(supplier, draft: draft), isTerminal: false)
        #expect(text.hasPrefix("DK7  Dress 7"))
        #expect(text.contains("\n✓ DK0   Dress 0\n"))
        #expect(text.contains("\n     2  draft-contradicts"))
        #expect(text.hasSuffix("\n1 of 20 styles must not be listed, 19 may: 2 errors, 0 warnings, 0 notes\n"))
    }

    @Test func aSupplierCannotSteerTheTerminal() {
        let evil = "red\u{1B}[2J"
        let draft = SampleCheck.draft.map { [$0[0], evil, $0[2], $0[3], $0[4], evil, $0[6], $0[7], $0[8]] }
        #expect(
            !CheckText.text(SampleCheck.report(SampleCheck.supplier, draft: draft), isTerminal: false).contains(
                "\u{1B}"))
    }

    // MARK: CSV and JSON

    @Test func csvHasARowAnIssue() throws {
        let text = try SampleRun.text { try CheckCSV.write(Self.sample, $0) }
        let lines = text.dropFirst().split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "\(CheckCSV.columns)")
        #expect(lines.count == 5)
        #expect(
            lines[1].hasPrefix("draft-contradicts,error,D1,K1-1,white/S,colour,shop.csv,2,6,white,black,shop,,,,"))
        #expect(lines[4].hasPrefix("draft-lacks,note,D1,,,spec,shop.csv,2,,,K1-4 navy/M,shop,,,,"))
    }

    @Test func schemaIsTrue() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../schema/check.schema.json")
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
        let fact = StyleFact(.offer, at: nil, source: "b", Bilingual("也有", "offers it"))
        let report = SampleCheck.report(SampleCheck.supplier, draft: SampleCheck.draft, history: [fact])
        let text = try SampleRun.text { try CheckJSON.write(report, $0) }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        func required(_ name: String) -> Set<String> { Set(definitions[name]?["required"] as? [String] ?? []) }
        #expect(Set(object.keys) == Set(schema["required"] as? [String] ?? []))
        let style = try #require((object["styles"] as? [[String: Any]])?.first)
        #expect(Set(style.keys) == required("style"))
        let issues = try #require(style["issues"] as? [[String: Any]])
        for issue in issues { #expect(Set(issue.keys) == required("issue")) }
        #expect(issues[0]["supplier_lines"] as? [Int] == [2])
        let facts = try #require(style["history"] as? [[String: Any]])
        #expect(Set(facts[0].keys) == required("fact"))
        let kinds = (definitions["fact"]?["properties"] as? [String: [String: Any]])?["kind"]?["enum"] as? [String]
        #expect(kinds == StyleFact.Kind.allCases.map(\.rawValue))
        #expect(definitions["code"]?["enum"] as? [String] == ListingCode.allCases.map(\.rawValue))
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties["schema"]?["const"] as? String == CheckJSON.schema)
        #expect(object["may_be_listed"] as? Bool == false)
    }

    @Test func sameInputSameBytes() throws {
        for write in [CheckJSON.write, CheckCSV.write, CheckHTML.write] {
            let texts = try (0..<2).map { _ in
                try SampleRun.text { try write(SampleCheck.report(SampleCheck.supplier, draft: SampleCheck.draft), $0) }
            }
            #expect(texts[0] == texts[1])
        }
    }

    // MARK: HTML

    private func page(_ report: CheckReport) throws -> String { try SampleRun.text { try CheckHTML.write(report, $0) } }

    @Test func thePageSaysTheVerdictAndWhatToWrite() throws {
        let page = try page(Self.sample)
        #expect(page.contains("<h1>D1 must not be listed yet</h1>"))
        #expect(page.contains("<span><bdi>black</bdi></span>"))
        #expect(page.contains("<bdi>shop.csv:2:6</bdi>"))
        #expect(page.contains(Texts.meaning(.draftContradicts, .en)))
        let good = try self.page(SampleCheck.report(SampleCheck.supplier, draft: SampleCheck.good, .zh))
        #expect(good.contains("<h1>D1 可以上架</h1>"))
    }

    @Test func thePageNeedsNoNetwork() throws {
        let page = try page(Self.sample)
        for outside in ["http://", "https://", "url(", "@import", "<link", " src="] { #expect(!page.contains(outside)) }
    }

    /// The page that states a rule is a link; it is never fetched.
    @Test func aRuleLinksItsSource() throws {
        let rule = ListingTarget.Rule("title-length", source: "https://example.com/rules?a=1&b=2", isFirstHand: false)
        let issue = ListingIssue(.titleTooLong, .error, attribute: "title", style: 0, rule: rule)
        let page = try page(SampleCheck.report(SampleCheck.supplier, draft: SampleCheck.good, more: [issue]))
        #expect(page.contains("<a href=\"https://example.com/rules?a=1&amp;b=2\" rel=\"noreferrer\">"))
        #expect(page.contains("second-hand"))
        let script = ListingTarget.Rule("title-length", source: "javascript:alert(1)", isFirstHand: true)
        let evil = ListingIssue(.titleTooLong, .error, attribute: "title", style: 0, rule: script)
        let safe = try self.page(SampleCheck.report(SampleCheck.supplier, draft: SampleCheck.good, more: [evil]))
        #expect(!safe.contains("href=\"javascript"))
    }

    @Test func hostileNamesStayText() throws {
        let evil = "<img src=x onerror=alert(1)>\"'>"
        let draft = SampleCheck.draft.map { [evil, evil, evil, $0[3], evil, evil, evil, $0[7], $0[8]] }
        let fact = StyleFact(.offer, at: nil, source: evil, Bilingual(evil, evil))
        #expect(!(try page(SampleCheck.report(SampleCheck.supplier, draft: draft, history: [fact]))).contains("<img"))
    }
}
