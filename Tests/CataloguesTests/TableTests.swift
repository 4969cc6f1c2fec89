import Catalogues
import Testing

@Suite struct KeyTableTests {
    @Test func growsAndForgetsNothing() {
        var table = KeyTable(capacity: 1)
        let hash = { (row: Int) in UInt64(row) &* 0x9E37_79B9_7F4A_7C15 }
        for row in 0..<50_000 { #expect(table.insert(hash(row), row: row) { $0 == row } == nil) }
        #expect(table.count == 50_000)
        let lost = (0..<50_000).filter { row in table.find(hash(row)) { $0 == row } != row }
        #expect(lost == [])
        let invented = (50_000..<60_000).filter { row in table.find(hash(row)) { $0 == row } != nil }
        #expect(invented == [])
    }

    /// A hostile catalogue would choose keys of one hash: slow, but right.
    @Test(arguments: [0, 1, .max, 0xFFFF_FFFF, 0xFFFF_FFFF_0000_0000] as [UInt64])
    func holdsManyRowsOfOneHash(_ hash: UInt64) {
        var table = KeyTable()
        for row in 0..<300 { #expect(table.insert(hash, row: row) { $0 == row } == nil) }
        for row in 0..<300 { #expect(table.find(hash) { $0 == row } == row) }
        #expect(table.find(hash) { $0 == 300 } == nil)
        #expect(table.count == 300)
    }

    /// Only the upper half of a hash is kept; the caller's comparison tells the rest.
    @Test func hashesThatDifferBelow() {
        var table = KeyTable()
        for row in 0..<100 { #expect(table.insert(7 << 32 | UInt64(row), row: row) { $0 == row } == nil) }
        for row in 0..<100 { #expect(table.find(7 << 32 | UInt64(row)) { $0 == row } == row) }
    }

    @Test func theFirstRowOfAKeyStays() {
        var table = KeyTable()
        #expect(table.insert(5, row: 10) { _ in true } == nil)
        #expect(table.insert(5, row: 11) { _ in true } == 10)
        #expect(table.count == 1)
    }
}

@Suite struct WordTableTests {
    @Test func numbersCountFromOne() {
        var words = WordTable()
        #expect(words.count == 1)
        let numbers = ["黑色", "白色", "黑色", "", "XL", "白色"].map { text in withBytes(text) { words.number(of: $0) } }
        #expect(numbers == [1, 2, 1, 0, 3, 2])
        #expect(words.count == 4)
        #expect((1..<4).map { words[$0].string } == ["黑色", "白色", "XL"])
        #expect(words[0].isEmpty)
        #expect(words.find("XL") == 3 && words.find("XXL") == nil && words.find("") == nil)
    }

    @Test func growsAndForgetsNothing() {
        var words = WordTable()
        let texts = (0..<10_000).map { "word-\($0)" + String(repeating: "色", count: $0 % 9) }
        let numbers = texts.map { text in withBytes(text) { words.number(of: $0) } }
        #expect(numbers == (1...10_000).map { UInt32($0) })
        #expect(texts.map { text in withBytes(text) { words.number(of: $0) } } == numbers)
        #expect(zip(numbers, texts).allSatisfy { words[$0].string == $1 })
    }

    /// Words of up to 16 bytes are compared as two numbers; none may pass for another.
    @Test func everyLengthIsAWordOfItsOwn() {
        var words = WordTable()
        for byte in [0x61, 0x00, 0xFF] as [UInt8] {
            for length in 1...40 {
                let before = words.count
                let text = Array(repeating: byte, count: length)
                let number = withBytes(text) { words.number(of: $0) }
                #expect(Int(number) == before, "\(length) times \(byte)")
                #expect(Array(words[number].buffer) == text)
            }
        }
    }

    @Test(arguments: 1...24) func whatStandsBehindAWordIsNoPartOfIt(_ length: Int) {
        var words = WordTable()
        let text = String(repeating: "x", count: length)
        let numbers = [0x00, 0xFF, 0x78].map { slack in withBytes(text, followedBy: slack) { words.number(of: $0) } }
        #expect(numbers == [1, 1, 1])
    }

    @Test(arguments: 1...40) func eachByteCounts(_ length: Int) {
        var words = WordTable()
        let text = [UInt8](repeating: 0x61, count: length)
        _ = withBytes(text) { words.number(of: $0) }
        for place in 0..<length {
            var other = text
            other[place] = 0x62
            let expected = UInt32(words.count)
            #expect(withBytes(other) { words.number(of: $0) } == expected, "byte \(place) of \(length)")
        }
    }
}

@Suite struct BytesTests {
    @Test(arguments: [
        ("", ""), (" ", ""), ("a", "a"), (" a", "a"), ("a\t", "a"), ("\r\n a b \r\n", "a b"),
        ("\u{3000}a", "\u{3000}a"),
    ])
    func trimmed(_ text: String, _ inner: String) { #expect(withBytes(text) { $0.trimmed.string } == inner) }

    @Test(arguments: [
        ("ＮＤ３１０２－Ｌ", "ND3102-L"), ("尺码：ＸＬ", "尺码:XL"), ("plain", "plain"), ("～！", "~!"), ("￥", "￥"), ("ﾆ", "ﾆ"),
        ("", ""),
    ])
    func halfWide(_ text: String, _ half: String) {
        #expect(withBytes(text) { String(decoding: $0.halfWide, as: UTF8.self) } == half)
    }

    @Test(arguments: 0...40) func hashLooksAtTheBytesAndTheirNumberOnly(_ length: Int) {
        let text = [UInt8](repeating: 0x35, count: length)
        let hash = withBytes(text) { $0.hash(seed: 1) }
        #expect(withBytes(text, followedBy: 0xFF) { $0.hash(seed: 1) } == hash)
        #expect(withBytes(text + [0]) { $0.hash(seed: 1) } != hash)
        if length > 0 { #expect(withBytes(text) { $0.hash(seed: 2) } != hash) }
    }
}
