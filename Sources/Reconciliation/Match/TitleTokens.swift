import Catalogues
import Lexicons

/// The tokens of titles: runs of letters or digits, folded, each with a number. Codes keep their inner marks as well.
struct TitleTokens {
    private var numbers: [[UInt8]: UInt32] = [:]
    private var folded: [UInt8] = []

    /// Words that connect and say nothing: they are no tokens.
    private static let connecting: Set<[UInt8]> = Set(["in", "of", "the"].map { Array($0.utf8) })

    /// Words that say that a thing is for another one, or in its place.
    private static let forAnother: [[UInt8]] = [
        "for", "fits", "fit", "compatible", "replacement", "replaces", "pour", "für", "para", "dla",
    ].map { Array($0.utf8) }
    private static let forAnotherInChinese = ["替代", "适用", "适配", "兼容", "通用", "代替", "平替"].map { Array($0.utf8) }

    /// Whether a title speaks of a part, an accessory or a substitute for something else.
    mutating func isForAnother(_ title: Bytes) -> Bool {
        let words = tokens(title)
        if words.contains(where: { Self.forAnother.contains($0) }) { return true }
        return words.contains { word in
            word.count >= 6 && word[0] >= 0x80
                && Self.forAnotherInChinese.contains { mark in
                    (0...word.count - mark.count).contains { Array(word[$0..<$0 + mark.count]) == mark }
                }
        }
    }

    /// The tokens of a text in their order, each by its number.
    mutating func sequence(_ text: Bytes) -> [UInt32] {
        tokens(text).filter { !Self.connecting.contains($0) }.map { number($0) }
    }

    /// Adds the tokens of a text to `bag`.
    mutating func add(_ text: Bytes, to bag: inout Set<UInt32>) {
        for token in tokens(text) where !Self.connecting.contains(token) { bag.insert(number(token)) }
    }

    /// Adds the tokens of a text that have a digit in them: models, generations, sizes of a series.
    mutating func addNumbers(_ text: Bytes, to bag: inout Set<UInt32>) {
        for token in tokens(text) where token.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
            bag.insert(number(token))
        }
    }

    private mutating func number(_ token: [UInt8]) -> UInt32 {
        if let known = numbers[token] { return known }
        let next = UInt32(numbers.count + 1)
        numbers[token] = next
        return next
    }

    /// Runs of ASCII letters and digits, and runs of everything else that is no ASCII sign.
    mutating func tokens(_ text: Bytes) -> [[UInt8]] {
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text.buffer, into: &folded)
        var tokens: [[UInt8]] = []
        var token: [UInt8] = []
        var kind = 0
        for (at, byte) in folded.enumerated() {
            let next: Int
            switch byte {
            case 0x30...0x39, 0x61...0x7A: next = 1
            case 0x80...0xFF: next = 2
            default: next = 0
            }
            if next != kind, !token.isEmpty {
                tokens.append(token)
                token = []
            }
            if next != 0 { token.append(byte) }
            // The sign of a number is part of what it says: glasses of +1.5 and of -1.5.
            let isSign = byte == 0x2B || byte == 0x2D
            if isSign, at == 0 || folded[at - 1] == 0x20, at + 1 < folded.count, folded[at + 1] &- 48 < 10 {
                tokens.append([byte])
            }
            kind = next
        }
        if !token.isEmpty { tokens.append(token) }
        return tokens
    }

    /// The parts of a title that may be codes, each written without marks: `#1128531`, `(CM7170RG-D)`, `B-11`.
    mutating func codes(_ text: Bytes) -> [[UInt8]] {
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text.buffer, into: &folded)
        var codes: [[UInt8]] = []
        var code: [UInt8] = []
        var digits = 0
        func isInner(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x5F || byte == 0x2B || byte == 0x2E }
        for (at, byte) in folded.enumerated() {
            switch byte {
            case 0x30...0x39:
                digits += 1
                code.append(byte)
            case 0x61...0x7A: code.append(byte)
            case _
            where isInner(byte) && !code.isEmpty && at + 1 < folded.count && !isInner(folded[at + 1])
                && folded[at + 1] > 0x2F:
                break
            default:
                if digits > 0 { codes.append(code) }
                code = []
                digits = 0
            }
        }
        if digits > 0 { codes.append(code) }
        return codes
    }

    /// A code without marks and case.
    static func squeezed(_ code: Bytes) -> [UInt8] {
        var key: [UInt8] = []
        for byte in code.buffer {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: key.append(byte)
            case 0x41...0x5A: key.append(byte + 32)
            case 0x80...0xFF: key.append(byte)
            default: break
            }
        }
        return key
    }
}
