import TestSupport
import Testing

@testable import Feeds

/// Edge cases, one a line: a text, and its cells.
@Suite struct CSVCellTests {
    @Test(
        arguments: [
            ("", []), ("\n", [[""]]), ("a", [["a"]]), ("a\n", [["a"]]), ("a,b\n", [["a", "b"]]), ("a,\n", [["a", ""]]),
            (",\n", [["", ""]]), (",", [["", ""]]), ("a\n\nb\n", [["a"], [""], ["b"]]),
            ("a\nb,c\n", [["a"], ["b", "c"]]),
            ("a\r\nb\r\n", [["a"], ["b"]]), ("a,b\r\n", [["a", "b"]]), ("a\rb\n", [["a\rb"]]),
            ("藏青,XL\n", [["藏青", "XL"]]),
            (" a , b \n", [[" a ", " b "]]), ("a;b\tc|d\n", [["a;b\tc|d"]]), ("a\0b,c\n", [["a\0b", "c"]]),
            // Quotes.
            ("\"a\"\n", [["a"]]), ("\"a,b\",c\n", [["a,b", "c"]]), ("\"\"\n", [[""]]), ("\"\",\"\"\n", [["", ""]]),
            ("\"a\"\"b\"\n", [["a\"b"]]), ("\"\"\"\"\n", [["\""]]), ("\"\"\"a\"\"\"\n", [["\"a\""]]),
            ("\" a \"\n", [[" a "]]),
            ("\"a\nb\",c\n", [["a\nb", "c"]]), ("\"a\r\nb\"\r\nc\r\n", [["a\r\nb"], ["c"]]), ("a,\"b\"", [["a", "b"]]),
            ("\"a\n\n\n\",\"\n\"\n", [["a\n\n\n", "\n"]]),
            // Stray quotes are letters.
            ("a\"b\n", [["a\"b"]]), ("5\" x 7\",z\n", [["5\" x 7\"", "z"]]), ("a\"\n", [["a\""]]),
            ("a,b\"\"c\n", [["a", "b\"\"c"]]),
            ("\"a\"b\",c\n", [["a\"b", "c"]]), (" \"a\",b\n", [[" \"a\"", "b"]]),
            ("\"a\"b,c\",d\n", [["a\"b,c", "d"]]),
            // Blanks between a closing quote and the separator are forgiven.
            ("\"a\" ,b\n", [["a", "b"]]), ("\"a\"  \n", [["a"]]), ("\"a\" \r\n", [["a"]]),
            // A backslash is a plain character.
            ("a\\,b\n", [["a\\", "b"]]), ("\"a\\\",b\n", [["a\\", "b"]]), ("\"\\n\"\n", [["\\n"]]),
            ("C:\\x,\"C:\\\"\n", [["C:\\x", "C:\\"]]),
        ] as [(String, [[String]])])
    func cells(_ text: String, _ cells: [[String]]) {
        #expect(Scanned(text).cells == cells)
        #expect(Scanned(text, slowly: true).cells == cells, "the state machine")
        #expect(Scanned(text).consumed >= text.utf8.count)
    }

    @Test(
        arguments: [
            ("a;b,c\n", 0x3B, [["a", "b,c"]]), ("a\tb c\n", 0x09, [["a", "b c"]]),
            ("a|\"b|c\"\n", 0x7C, [["a", "b|c"]]),
            ("\"a;b\";c\n", 0x3B, [["a;b", "c"]]),
        ] as [(String, UInt8, [[String]])])
    func otherDelimiters(_ text: String, _ delimiter: UInt8, _ cells: [[String]]) {
        #expect(Scanned(text, delimiter: delimiter).cells == cells)
        #expect(Scanned(text, delimiter: delimiter, slowly: true).cells == cells)
    }

    @Test(
        arguments: [("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("\"a\rb\"\rc", [["a\rb"], ["c"]])]
            as [(String, [[String]])])
    func linesThatEndInCR(_ text: String, _ cells: [[String]]) { #expect(Scanned(text, lineEnd: 13).cells == cells) }

    /// A quote that is opened and never closed, where it stands, and what is complete before it.
    @Test(
        arguments: [
            ("\"", 0, []), ("a,\"b\nc\n", 2, []), ("x,y\na,\"b\nc,d\n", 6, [["x", "y"]]), ("x\n\"a\" b\n", 2, [["x"]]),
            ("\"a\"\"", 0, []),
        ] as [(String, Int, [[String]])])
    func openQuotes(_ text: String, _ place: Int, _ cells: [[String]]) {
        for slowly in [false, true] {
            var scanned = Scanned(text, slowly: slowly)
            // With complete records before it, the window is read again from there; then it shows.
            if scanned.openQuote == nil, scanned.consumed > 0 {
                let before = scanned
                scanned = Scanned(Array(Array(text.utf8)[before.consumed...]), slowly: slowly)
                scanned.openQuote = scanned.openQuote.map { $0 + before.consumed }
                scanned.cells = before.cells + scanned.cells
            }
            #expect(scanned.openQuote == place)
            #expect(scanned.cells == cells)
        }
    }
}

/// The scanner's two ways, on files that nobody wrote by hand.
@Suite struct CSVScannerTests {
    /// Each test case is this many files.
    private static let files = 400

    /// Cells written by the rules of RFC 4180 come back as they were, whatever is in them.
    @Test(arguments: 1...6) func whatIsWrittenIsRead(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        for file in 0..<Self.files {
            let delimiter: UInt8 = [0x2C, 0x3B, 0x09, 0x7C].randomElement(using: &random)!
            let (lineEnd, ending): (UInt8, String) = [(10, "\n"), (10, "\r\n"), (13, "\r")].randomElement(
                using: &random)!
            var cells: [[String]] = []
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                cells.append((0..<Int.random(in: 1...8, using: &random)).map { _ in Self.cell(&random) })
            }
            let quoteAll = Bool.random(using: &random)
            let text = cells.map { record in
                record.map { Self.written($0, delimiter, always: quoteAll) }
                    .joined(separator: String(UnicodeScalar(delimiter))) + ending
            }.joined()
            let read = Scanned(text, delimiter: delimiter, lineEnd: lineEnd)
            #expect(read.cells == cells, "file \(file) of seed \(seed): \(text.debugDescription)")
            if read.cells != cells { return }
        }
    }

    private static func cell(_ random: inout SplitMix) -> String {
        let pieces = [
            "a", "藏青", "\"", ",", ";", "\t", "|", "\n", "\r\n", " ", "XL", "0", "🧦", String(repeating: "x", count: 40),
        ]
        return (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }

    private static func written(_ cell: String, _ delimiter: UInt8, always: Bool) -> String {
        let special = cell.utf8.contains { [0x22, 0x0A, 0x0D, delimiter].contains($0) }
        return always || special ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    /// Dirty text, rich in what is hard: quotes of all sorts, line ends of all sorts, across 64-byte steps.
    private static func dirt(_ random: inout SplitMix) -> [UInt8] {
        let pieces = [
            "\"", "\"", "\"\"", ",", ",", "\n", "\r\n", "\r", " ", "a", "bc", "藏", "\",\"", "\"\n\"", "\\", "x,y\n",
            "\" ",
            "\"\r", String(repeating: "z", count: 29), String(repeating: "z", count: 61),
        ]
        let richness = Int.random(in: 3...pieces.count, using: &random)
        let chosen = Array(pieces.shuffled(using: &random).prefix(richness)) + [",", "\n"]
        return Array(
            (0..<Int.random(in: 0...60, using: &random)).map { _ in chosen.randomElement(using: &random)! }.joined()
                .utf8)
    }

    @Test(arguments: 1...6) func theTwoWaysAgree(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        for file in 0..<Self.files {
            let text = Self.dirt(&random)
            let isLast = Bool.random(using: &random)
            var fast = Scanned(text, isLast: isLast)
            var slow = Scanned(text, isLast: isLast, slowly: true)
            // The fast way leaves it to the next look to find the open quote; the lines behind it count for neither.
            fast.openQuote = nil
            slow.openQuote = nil
            if fast.consumed < text.count { (fast.hasInnerLines, slow.hasInnerLines) = (false, false) }
            let shown = String(decoding: text, as: UTF8.self).debugDescription
            #expect(fast == slow, "file \(file) of seed \(seed): \(shown)")
            if fast != slow { return }
        }
    }

    /// Wherever a window ends, reading on from there gives what reading all at once gives.
    @Test(arguments: 1...6) func windowsMayEndAnywhere(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        for _ in 0..<Self.files {
            let text = Self.dirt(&random)
            let whole = Scanned(text).cells
            let cut = Int.random(in: 0...text.count, using: &random)
            let first = Scanned(Array(text[..<cut]), isLast: false)
            let rest = Scanned(Array(text[first.consumed...]))
            let shown = String(decoding: text, as: UTF8.self).debugDescription
            #expect(first.cells + rest.cells == whole, "cut at \(cut), seed \(seed): \(shown)")
            if first.cells + rest.cells != whole { return }
        }
    }
}
