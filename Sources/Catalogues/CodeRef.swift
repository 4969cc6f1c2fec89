/// A code in one word: up to 16 digits stand in it, so that comparing them needs no other memory; any other text lies in
/// its catalogue's arena. Zero means that there is none.
@frozen public struct CodeRef: BitwiseCopyable, Hashable, Sendable {
    /// The highest bit set: number of digits (5 bits) above their value (58 bits). Else those of a `TextRef`, whose
    /// length never reaches that bit.
    public let bits: UInt64

    @usableFromInline static var isDigitsBit: UInt64 { 1 << 63 }

    @inlinable init(bits: UInt64) { self.bits = bits }
    @inlinable init(_ text: TextRef) { bits = text.bits }

    public static var none: CodeRef { CodeRef(bits: 0) }
    @inlinable public var isNone: Bool { bits == 0 }

    /// The digits as a number, and how many there are with the zeros before it; nil for any other text.
    @inlinable public var digits: (value: UInt64, count: Int)? {
        bits & Self.isDigitsBit == 0 ? nil : (bits & (1 << 58 - 1), Int(bits >> 58 & 31))
    }

    /// Where the text lies, if it is none of digits.
    @inlinable public var text: TextRef? { bits & Self.isDigitsBit == 0 && bits != 0 ? TextRef(bits: bits) : nil }

    /// What the code spells, if it is one of digits.
    public var spelling: String? {
        digits.map { value, count in
            let number = String(value)
            return String(repeating: "0", count: count - number.utf8.count) + number
        }
    }
}

extension Arena {
    /// Keeps a code: its digits in the word that names it, anything else as a text.
    @inlinable mutating func add(code: Bytes) -> CodeRef {
        if code.count > 0, code.count <= 16, let value = code.number {
            return CodeRef(bits: CodeRef.isDigitsBit | UInt64(code.count) << 58 | value)
        }
        return CodeRef(add(code))
    }
}

extension Bytes {
    /// The number that 1 to 16 digits spell; nil if there is anything else.
    @inlinable public var number: UInt64? {
        if count < 8 {
            return Self.eightDigits(count == 0 ? 0 : word(0) << shift(count) | Self.zeros >> UInt64(count * 8))
        }
        guard count <= 16, let high = Self.eightDigits(word(0)) else { return nil }
        if count == 8 { return high }
        let left = count - 8
        let rest = left == 8 ? word(8) : word(8) << shift(left) | Self.zeros >> UInt64(left * 8)
        guard let low = Self.eightDigits(rest) else { return nil }
        var value = high
        for _ in 0..<left { value &*= 10 }
        return value &+ low
    }

    /// By how much fewer than eight digits are shifted, so that there are zeros before them.
    @inlinable func shift(_ digits: Int) -> UInt64 { UInt64(64 - digits * 8) }

    /// `00000000`.
    @usableFromInline static var zeros: UInt64 { 0x3030_3030_3030_3030 }

    /// The number that eight bytes spell, the first digit in the lowest byte; nil if one is no digit. Neighbours are
    /// joined to pairs, pairs to fours, and fours to eight.
    @inlinable static func eightDigits(_ text: UInt64) -> UInt64? {
        let digits = text ^ zeros
        if (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 != 0 { return nil }
        let pairs = digits &* 10 &+ digits >> 8
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) >> 32
    }
}

extension Catalogue {
    /// The GTIN that a variant's barcode is; nil if it has none, another code, or several.
    @inlinable public func gtin(_ row: Int) -> GTIN? {
        let code = variants.barcode.base[row]
        if let (value, count) = code.digits { return GTIN(digits: value, count: count) }
        return code.text.flatMap { GTIN(arena[$0]) }
    }

    /// A code as it was written.
    public func text(_ code: CodeRef) -> String { code.spelling ?? code.text.map { text($0) } ?? "" }
}
