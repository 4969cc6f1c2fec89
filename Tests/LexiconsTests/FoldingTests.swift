import Lexicons
import Testing

/// What folding makes of single texts, and that it is done after once.
@Suite struct FoldingTests {
    static let cases: [(String, String)] = [
        ("", ""), ("   ", ""), ("Navy  Blue ", "navy blue"), ("ＸＸＬ", "xxl"), ("Ｂｌａｃｋ　Ｍ", "black m"),
        ("黑\u{3000}色", "黑 色"), ("a\u{A0}b", "a b"), ("X\u{200B}L", "xl"), ("\u{FEFF}red", "red"),
        ("藍色", "蓝色"), ("紅", "红"), ("軍綠", "军绿"), ("均碼", "均码"), ("乾", "乾"), ("雙", "双"),
        ("①", "1"), ("⑩", "10"), ("㎏", "kg"), ("㎝", "cm"), ("ﬁ", "fi"), ("m²", "m2"), ("½", ".5"), ("5½", "5.5"),
        ("【现货】", "[现货]"), ("（送）", "(送)"), ("{x}", "(x)"), ("S—M", "s-m"), ("150×200", "150x200"),
        ("12”", "12\""), ("5′", "5'"), ("黑，白；红：绿", "黑,白;红:绿"), ("黑／白", "黑/白"),
        ("WEISS", "weiss"), ("Weiß", "weiss"), ("GRÜN", "grün"), ("Gru\u{308}n", "grün"), ("ЧЁРНЫЙ", "чёрный"),
        ("И\u{306}", "й"), ("Łososiowy", "łososiowy"), ("ÉCRU", "écru"), ("ｶｰｷ", "カーキ"), ("𝐗𝐋", "xl"), ("№3", "#3"),
        ("ΣΑΣ", "σασ"), ("\t red\r\nblue\n", "red blue"),
    ]

    @Test(arguments: cases) func folds(_ text: String, _ expected: String) {
        #expect(Self.fold(text) == expected)
        #expect(Self.fold(expected) == expected)
    }

    @Test func foldingTwiceChangesNothing() {
        for code in UInt32(0)...0xFFFF {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let once = Self.fold("a\(Character(scalar))b")
            if Self.fold(once) != once {
                Issue.record("U+\(String(code, radix: 16)) folds to '\(once)' and then further")
            }
        }
    }

    @Test func brokenTextStays() {
        let bytes: [UInt8] = [0x41, 0xFF, 0xE4, 0xB8, 0x42, 0x20, 0xC3]
        var folded: [UInt8] = []
        bytes.withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
        #expect(folded == [0x61, 0xFF, 0xE4, 0xB8, 0x62, 0x20, 0xC3])
    }

    @Test func appends() {
        var folded: [UInt8] = Array("x".utf8)
        var text = "  A "
        text.withUTF8 { Folding.fold($0, into: &folded) }
        #expect(folded == Array("xa".utf8))
    }

    static func fold(_ text: String) -> String {
        var text = text
        var folded: [UInt8] = []
        text.withUTF8 { Folding.fold($0, into: &folded) }
        return String(decoding: folded, as: UTF8.self)
    }
}
