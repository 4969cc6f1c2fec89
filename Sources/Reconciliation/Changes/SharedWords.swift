import Catalogues

/// One numbering for the words of both versions, in which blanks do not count.
struct SharedWords: ~Copyable {
    private var table = WordTable()

    init() {}

    /// For each word of a catalogue its number among all words asked so far; 0 = no word.
    mutating func numbers(of catalogue: Catalogue) -> Column<UInt32> {
        let numbers = Column<UInt32>(zeros: catalogue.words.count)
        for word in 1..<max(catalogue.words.count, 1) {
            let text = catalogue.words[UInt32(word)]
            if Self.mayHaveBlanks(text) {
                let plain = Self.withoutBlanks(text) + [UInt8](repeating: 0, count: 16)
                numbers.base[word] = plain.withUnsafeBufferPointer {
                    table.number(of: Bytes(base: $0.baseAddress!, count: plain.count - 16))
                }
            } else {
                numbers.base[word] = table.number(of: text)
            }
        }
        return numbers
    }

    private static func mayHaveBlanks(_ text: Bytes) -> Bool {
        text.containsAny(0x20, 0xC2, 0xE3, 0xE2) || text.containsAny(0x09, 0x0A, 0x0D, 0xEF)
    }

    /// The text without blanks, tabs, line ends and what looks like one of them; between two digits one blank stays,
    /// since `1 1/2` is not `11/2`.
    private static func withoutBlanks(_ text: Bytes) -> [UInt8] {
        var plain: [UInt8] = []
        var isBehindBlank = false
        var at = 0
        while at < text.count {
            if let length = blank(text, at) {
                isBehindBlank = true
                at += length
                continue
            }
            if isBehindBlank, let last = plain.last, last &- 48 < 10, text[at] &- 48 < 10 { plain.append(0x20) }
            isBehindBlank = false
            plain.append(text[at])
            at += 1
        }
        return plain
    }

    /// How many bytes the blank at a place has: U+0020 and below, U+00A0, U+200B, U+3000, U+FEFF; nil = none is there.
    private static func blank(_ text: Bytes, _ at: Int) -> Int? {
        if text[at] <= 0x20 { return 1 }
        if at + 1 < text.count, text[at] == 0xC2, text[at + 1] == 0xA0 { return 2 }
        guard at + 2 < text.count else { return nil }
        switch (text[at], text[at + 1], text[at + 2]) {
        case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
        default: return nil
        }
    }
}
