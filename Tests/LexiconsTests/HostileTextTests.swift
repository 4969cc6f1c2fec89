import Lexicons
import TestSupport
import Testing

/// Any bytes are understood without a crash, and the same way each time.
@Suite struct HostileTextTests {
    static let pieces = [
        "黑", "白", "灰", "深", "浅", "色", "系", "black", "navy", "M", "XL", "2x", "S/M", "40", "01", "5.5", "码", "cm", "g",
        "170/88A", "75B", "/", "-", " ", ",", ";", "+", "*", "x", "#", "(", ")", "【", "】", "建议", "斤", "预售", "天", "送",
        "件",
        "装", "双", "pack of", "EU", "US", "w", "l", "h", "\"", "'", "½", ".", ":", "颜色", "尺码:", "[", "]", "如图", "~", "至",
        "999999999", "99999999999", "0", "1/2", "é", "\u{301}", "\u{0}", "🙂", "ß", "花", "麻", "clear", "of", "and",
    ]

    /// One to nine pieces in a row.
    static func text(of pieces: [String], _ random: inout SplitMix) -> String {
        (0..<Int.random(in: 1...9, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }

    @Test func anyTextIsUnderstoodTheSameTwice() {
        var random = SplitMix(seed: 42)
        var one = Reader()
        var last = Understood()
        for round in 0..<20_000 {
            let text = Self.text(of: Self.pieces, &random)
            let axis = AxisKind.allCases[round % AxisKind.allCases.count]
            let said = one.understand(text, axis)
            let again = one.understand(text, axis)
            #expect(said.colour == again.colour && said.size == again.size && said.facts == again.facts)
            for (a, b) in [(said.colour, last.colour), (said.size, last.size), (said.other, last.other)] {
                if one.lexicon.relation(a, b) != one.lexicon.relation(b, a) { Issue.record("'\(text)': no symmetry") }
                _ = one.lexicon.describe(a)
            }
            last = said
        }
    }

    static let titlePieces =
        pieces + [
            "小米", "iPhone", "pro", "+", "v2", "第", "二", "代", "gen ", "2024", "-25", "/25", "主场", "皇马", "球衣", "fan", "套",
            "件套",
            "3-piece", "ii", "代发", "新款", "5g", "8+128", "w", "20w", "for ", "适用", "case",
        ]

    /// Titles of any bytes: what they name is the same twice, stands to itself as it should, and to another either way.
    @Test func anyTitleIsReadTheSameTwice() {
        var random = SplitMix(seed: 7)
        let lexicon = Lexicon()
        var last = "".withTitle { lexicon.names(ofTitle: $0) }
        for round in 0..<20_000 {
            var text = Array(Self.text(of: Self.titlePieces, &random).utf8)
            if round % 5 == 0, !text.isEmpty { text.removeLast(Int.random(in: 0..<text.count, using: &random)) }
            let (names, again, plain) = text.withUnsafeBufferPointer {
                (lexicon.names(ofTitle: $0), lexicon.names(ofTitle: $0), lexicon.plainTitle($0))
            }
            #expect(names == again && plain.count <= text.count * 3)
            #expect(!names.contradicts(names, strictly: true))
            #expect(names.fit(last) == last.fit(names))
            #expect(names.contradicts(last, strictly: true) == last.contradicts(names, strictly: true))
            _ = lexicon.describe(names)
            last = names
        }
    }

    @Test func brokenAndLongTexts() {
        let lexicon = Lexicon()
        for bytes: [UInt8] in [[0xFF], [0xE4, 0xB8], [0x80, 0x80, 0x2F], Array(repeating: 0x28, count: 900)] {
            bytes.withUnsafeBufferPointer { _ = lexicon.understand($0, axis: .colour) }
        }
        let long = Array(String(repeating: "送", count: 100_000).utf8)
        long.withUnsafeBufferPointer {
            #expect(lexicon.understand($0, axis: .size).facts == Understood.unknownWord)
        }
    }
}

extension String {
    fileprivate func withTitle<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Array(utf8).withUnsafeBufferPointer(body)
    }
}
