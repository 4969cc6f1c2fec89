/// A global trade item number (EAN-13, UPC-A, EAN-8, GTIN-14) as GS1's General Specifications, section 7.9, check it.
///
/// Held as its 14 digits in one number: `0850064060010` and `850064060010` are one GTIN.
@frozen public struct GTIN: BitwiseCopyable, Hashable, Sendable {
    @usableFromInline let digits: UInt64

    /// The number, for use as a key; never 0.
    @inlinable public var number: UInt64 { digits }

    /// Reads 8 to 14 digits; blanks and dashes between them and a leading apostrophe are passed over. Nil for anything
    /// else: letters, too few digits, `6.90E+12`, zeros only. The check digit is not asked: see `isValid`.
    @inlinable public init?(_ text: Bytes) {
        var value: UInt64 = 0
        if text.count >= 8, text.count <= 14, let high = Self.eightDigits(text.word(0)) {
            // The rest is shifted behind zeros, so that it is eight digits as well.
            let left = UInt64(text.count - 8)
            let rest = left == 0 ? Self.zeros : text.word(8) << (64 - left * 8) | Self.zeros >> (left * 8)
            if let low = Self.eightDigits(rest) {
                value = high
                for _ in 0..<left { value &*= 10 }
                value &+= low
                if value == 0 { return nil }
                digits = value
                return
            }
        }
        var count = 0
        for at in 0..<text.count {
            let digit = text[at] &- 48
            if digit < 10 {
                value = value &* 10 &+ UInt64(digit)
                count += 1
                if count > 14 { return nil }
            } else if !(text[at] == 0x20 || text[at] == 0x2D || (text[at] == 0x27 && at == 0)) {
                return nil
            }
        }
        if count < 8 || value == 0 { return nil }
        digits = value
    }

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

    /// Whether the number is one that a shop or scale gives itself (GS1 prefixes 02, 04 and 20 to 29): elsewhere it means
    /// something else.
    @inlinable public var isInternal: Bool {
        if digits >= 10_000_000_000_000 { return false }
        let prefix = digits / 100_000_000_000
        return prefix == 2 || prefix == 4 || (prefix >= 20 && prefix <= 29)
    }

    /// Whether the last digit is the check digit of the others: 3 × every second digit from the right, plus the rest,
    /// is a multiple of ten.
    public var isValid: Bool {
        var rest = digits
        var sum = 0
        while rest > 0 {
            sum += Int(Self.weighted[Int(rest % 10_000)])
            rest /= 10_000
        }
        return sum % 10 == 0
    }

    /// The weighted sum of four digits, for each such number: four are an even number of places, so the weights of the
    /// next four begin anew.
    private static let weighted: [UInt8] = (0..<10_000).map { (four: Int) -> UInt8 in
        let once: Int = four % 10 + four / 100 % 10
        let thrice: Int = four / 10 % 10 + four / 1000
        return UInt8(once + 3 * thrice)
    }
}
