import Catalogues
import TestSupport
import Testing

@testable import Feeds

@Suite struct CSVEncodingTests {
    private static let chinese = "款号,商家编码,颜色,尺码\nK1,K1-1,藏青色,均码\nK1,K1-2,酒红色,均码\n"
    private static let german =
        "Artikelnummer;Farbe;Menge\n"
        + (1...20).map { "A\($0);Kleid für Damen, weiß mit hellem Kragen;\($0)\n" }.joined()

    /// A text, the encoding it is written in, the mark before it, and what it is taken for.
    @Test(
        arguments: [
            (chinese, "UTF-8", [], TextEncoding.utf8), (chinese, "UTF-8", [0xEF, 0xBB, 0xBF], .utf8),
            (chinese, "GBK", [], .gb18030), (chinese, "GB18030", [], .gb18030),
            (chinese, "UTF-16LE", [0xFF, 0xFE], .utf16LE), (chinese, "UTF-16BE", [0xFE, 0xFF], .utf16BE),
            (german, "UTF-8", [], .utf8), (german, "UTF-16LE", [], .utf16LE), (german, "UTF-16BE", [], .utf16BE),
            (german, "WINDOWS-1252", [], .windows1252),
            ("sku,colour\na,red\n", "ASCII", [], .utf8),
        ] as [(String, String, [UInt8], TextEncoding)])
    func isRecognised(_ text: String, _ encoding: String, _ mark: [UInt8], _ taken: TextEncoding) throws {
        let (goods, understanding) = try read(mark + encoded(text, encoding))
        #expect(understanding.encoding == taken.rawValue, "\(understanding.encodingReason)")
        #expect(shown(goods) == shown(try read(text)))
        #expect(
            understanding.columns.first?.name == String(text.prefix { $0 != "," && $0 != ";" }), "no mark in the header"
        )
    }

    /// Encodings that a person names.
    @Test(arguments: [
        (chinese, "GBK", "gbk"), ("sku,顏色\na,黑色\n", "BIG5", "big5"), ("sku,颜色\na,藏青\n", "UTF-16LE", "utf-16"),
        ("sku;Цвет\na;Красный\n", "WINDOWS-1251", "cp1251"), ("sku;Kolor\na;żółty\n", "ISO-8859-2", "latin2"),
        ("sku;Farbe\na;weiß\n", "ISO-8859-1", "Latin-1"), ("sku,colour\na,シロ\n", "SHIFT_JIS", "shift-jis"),
        ("sku;Farbe\na;weiß 5€\n", "ISO-8859-15", "ISO8859-15"),
    ])
    func isSaid(_ text: String, _ encoding: String, _ name: String) throws {
        let said = try #require(TextEncoding(named: name))
        #expect(shown(try read(encoded(text, encoding), encoding: said).catalogue) == shown(try read(text)))
    }

    private func shown(_ goods: Catalogue) -> [String] {
        (0..<goods.variantCount).map {
            "\(goods.variant($0).line) \(goods.variant($0).sku) \(goods.variant($0).options)"
        }
    }

    @Test(
        arguments: [
            ("gbk", TextEncoding.gb18030), ("GB2312", .gb18030), ("gb-18030", .gb18030), ("utf8", .utf8),
            ("UTF-8", .utf8),
            ("utf_16", .utf16LE), ("UTF-16BE", .utf16BE), ("Latin1", .latin1), ("cp1252", .windows1252),
            ("big-5", .big5),
            ("klingon", nil), ("", nil), ("utf-7", nil),
        ] as [(String, TextEncoding?)])
    func names(_ name: String, _ encoding: TextEncoding?) { #expect(TextEncoding(named: name) == encoding) }

    /// Windows-1252 is a guess, so it is told, with the first line that made it one.
    @Test func aGuessIsToldWithItsLine() throws {
        let goods = try read(encoded(Self.german, "WINDOWS-1252")).catalogue
        let told = goods.diagnostics.kept.filter { $0.message.lowercased().contains("1252") }
        #expect(told.map(\.place.line) == [2])
    }

    /// ASCII for a megabyte, then the rest in GBK.
    @Test func theEncodingMayShowLate() throws {
        let rows = (0..<60_000).map { "K\($0),K\($0)-1,black,M\n" }.joined()
        let bytes = Array(("style code,sku,colour,size\n" + rows).utf8) + encoded("X9,X9-1,藏青色酒红色,均码\n", "GBK")
        try #require(bytes.count > 1 << 20)
        let (goods, understanding) = try read(bytes)
        #expect(understanding.encoding == "GB18030")
        #expect(goods.variant(goods.variantCount - 1).options.map(\.value) == ["藏青色酒红色", "均码"])
    }

    /// Bytes that are not strictly UTF-8: overlong forms, surrogates, above U+10FFFF, cut off.
    @Test(
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xBF], [0xFE],
            [0xFF],
            [0xE8, 0x97], [0xF0, 0x9F, 0xA7],
        ] as [[UInt8]])
    func isNoUTF8(_ bytes: [UInt8]) {
        for before in [0, 1, 63, 64, 65, 200] {
            let text = Array(repeating: UInt8(0x61), count: before) + bytes + Array(repeating: 0x61, count: 70)
            let offence = text.withUnsafeBufferPointer { UTF8Check.firstOffence($0.baseAddress!, 0, text.count) }
            #expect(offence == before)
        }
    }

    @Test(arguments: ["", "plain", "藏青", "é", "🧦🧦", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\u{D7FF}\u{E000}"])
    func isUTF8(_ text: String) {
        for before in [0, 1, 62, 63, 64, 65, 127] {
            let bytes = Array(repeating: UInt8(0x61), count: before) + Array(text.utf8)
            let memory = bytes + Array(repeating: 0xFF, count: 64)
            let offence = memory.withUnsafeBufferPointer { UTF8Check.firstOffence($0.baseAddress!, 0, bytes.count) }
            #expect(offence == bytes.count)
        }
    }

    /// Texts of characters of all lengths, some with a byte that was changed: judged as Swift's own check judges them.
    @Test func agreesWithSwift() {
        var dice = SplitMix(seed: 20)
        let letters: [String] = ["a", ",", "é", "߿", "藏", "青", "\u{800}", "가", "힣", "\u{E000}", "🧦", "\u{10FFFF}"]
        for round in 0..<4000 {
            // Mostly letters of the usual kind, so that whole blocks are proven by their marks.
            let kinds = round % 4 == 0 ? letters.count : 6
            var bytes: [UInt8] = []
            while bytes.count < 40 + round % 200 { bytes += letters[Int.random(in: 0..<kinds, using: &dice)].utf8 }
            if round % 2 == 1 {
                bytes[Int.random(in: bytes.indices, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            let memory = bytes + Array(repeating: 0x80, count: 64)
            let offence = memory.withUnsafeBufferPointer { UTF8Check.firstOffence($0.baseAddress!, 0, bytes.count) }
            #expect((offence == bytes.count) == (String(validating: bytes, as: UTF8.self) != nil), "round \(round)")
            #expect(String(validating: bytes[..<offence], as: UTF8.self) != nil, "round \(round)")
        }
    }
}

@Suite struct CSVDialectTests {
    /// A beginning of a file, its delimiter, and whether its lines end in CR alone.
    @Test(arguments: [
        ("a,b,c\n1,2,3\n", ",", false), ("a;b;c\n1;2;3\n", ";", false), ("a\tb\n1\t2\n", "TAB", false),
        ("a|b|c\n1|2|3\n", "|", false),
        ("a,b\r\n1,2\r\n", ",", false), ("a,b\r1,2\r", ",", true), ("a;b\r1;2\r", ";", true),
        // The other signs stand in the text.
        ("sku;price;note\nA;1,50;x, y\nB;2,75;z\n", ";", false), ("sku\tnote\nA\tx, y, z\nB\tu; v\n", "TAB", false),
        ("sku,note\nA,\"x;y;z\"\nB,\"u;v;w\"\n", ",", false), ("sku,spec\nA,颜色:红;尺码:M\nB,颜色:红;尺码:L\n", ",", false),
        ("sku;spec;price\nA;\"red, M\";1\nB;\"red, L\";2\n", ";", false),
        // Lines before the header have no delimiter, or another.
        ("Report, all shops\n\nsku;colour;size\nA;red;M\nB;red;L\n", ";", false),
        ("sep=;\na;b\n1;2\n", ";", false), ("sep=|\na|b,c,d\n", "|", false),
        // One column.
        ("sku\nA\nB\n", ",", false), ("", ",", false), ("\n", ",", false), ("sku", ",", false),
    ])
    func isFound(_ text: String, _ delimiter: String, _ endsInCR: Bool) {
        var bytes = Array(text.utf8) + Array(repeating: 0, count: 64)
        let dialect = bytes.withUnsafeMutableBufferPointer {
            CSVDialect(sample: $0.baseAddress!, count: text.utf8.count)
        }
        #expect(dialect.delimiterName == delimiter)
        #expect(dialect.lineEnd == (endsInCR ? 13 : 10))
    }
}
