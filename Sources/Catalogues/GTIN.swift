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
        if text.count >= 8, text.count <= 14, let value = text.number {
            self.init(digits: value, count: text.count)
            return
        }
        var value: UInt64 = 0
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
        self.init(digits: value, count: count)
    }

    /// The GTIN of so many digits with this value.
    @inlinable init?(digits value: UInt64, count: Int) {
        if count < 8 || count > 14 || value == 0 { return nil }
        digits = value
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
