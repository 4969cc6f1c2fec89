import Testing

@testable import Reports

@Suite struct TerminalTests {
    @Test(arguments: [
        ("", 0), ("SHL6101-05-XL", 13), ("藏青色/XL", 9), ("ＡＢ", 4), ("【现货】", 8), ("é", 1), ("e\u{301}", 1), ("ｱ", 1),
        ("한국", 4), ("👗", 2), ("，。", 4), ("…", 1), ("a\u{200B}b", 2), ("𠮷", 2), ("ﾊﾟ", 2), ("か\u{3099}", 2),
    ])
    func width(_ text: String, _ columns: Int) { #expect(TerminalText.width(text) == columns) }

    @Test(arguments: [
        ("藏青色/XL", 9, "藏青色/XL"), ("藏青色/XL", 12, "藏青色/XL   "), ("藏青色/XL", 6, "藏青… "), ("藏青色/XL", 5, "藏青…"),
        ("abc", 2, "a…"), ("abc", 0, ""),
    ])
    func fitted(_ text: String, _ columns: Int, _ result: String) {
        #expect(TerminalText.fitted(text, columns) == result)
    }

    @Test func aSupplierCannotSteerTheTerminal() {
        #expect(TerminalText.safe("红\u{1B}[2J色\u{202E}X\u{9B}") == "红\u{FFFD}[2J色\u{FFFD}X\u{FFFD}")
        #expect(TerminalText.safe("红色") == "红色")
    }

    @Test(arguments: Language.allCases, [(80, 24), (100, 40)])
    func summaryFitsItsScreen(_ language: Language, _ size: (columns: Int, lines: Int)) throws {
        let rows = (0..<40).map { ["K\($0)", "很长很长的标题\($0)", "K\($0)-1", "", "", "黑色", "S", "68.00", "0"] }
        let shop = (0..<40).map {
            ["K\($0)", "店铺标题\($0)", "\($0)", "K\($0)-1", "", $0 % 3 == 0 ? "白色" : "黑色", "S", "60.00", "9"]
        }
        let input = SampleRun.report(rows, shop, language)
        let text = TextSummary.text(
            input, isTerminal: true, columns: size.columns, lines: size.lines, furtherIn: "out/report.html")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count < size.lines)
        for line in lines {
            let plain = line.replacing(#/\x1B\[[0-9;]*m/#, with: "")
            #expect(TerminalText.width(String(plain)) <= size.columns, "\(plain)")
        }
        #expect(lines.count { $0.contains("supplier.csv:") } == TextSummary.shown)
    }

    @Test func colourOnlyOnATerminal() {
        let input = SampleRun.report(SampleRun.supplier, SampleRun.shop)
        #expect(!TextSummary.text(input, isTerminal: false).contains("\u{1B}"))
        #expect(TextSummary.text(input, isTerminal: true).contains("\u{1B}["))
    }

    @Test func summarySaysWhatAndWhere() {
        let text = TextSummary.text(SampleRun.report(SampleRun.supplier, SampleRun.shop), isTerminal: false)
        #expect(text.hasPrefix("有 1 处会发错货：先改这 1 处\n"))
        #expect(text.contains("K1-3  红色/S ≠ 白色/S"))
        #expect(text.contains("supplier.csv:4 shop.csv:4\n"))
    }
}
