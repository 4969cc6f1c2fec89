/// An amount of money or of anything else that prices count, as a whole number of ten-thousandths.
///
/// Minor units alone would lose the purchase prices of small goods (0.0855 a piece); four decimals lose nothing that a
/// catalogue says. The currency stands beside it, not in it.
@frozen public struct Amount: BitwiseCopyable, Hashable, Comparable, Sendable {
    /// Ten-thousandths of the currency unit, plus one bias so that the zero bits of an untouched column mean absent.
    @usableFromInline let raw: Int64

    @inlinable init(raw: Int64) { self.raw = raw }

    /// No price was given.
    public static let absent = Amount(raw: 0)

    /// `units` ten-thousandths.
    @inlinable public init(tenThousandths units: Int64) { raw = units >= 0 ? units + 1 : units }

    @inlinable public var isAbsent: Bool { raw == 0 }
    @inlinable public var tenThousandths: Int64 { raw > 0 ? raw - 1 : raw }

    @inlinable public static func < (a: Amount, b: Amount) -> Bool { a.raw < b.raw }

    /// With two decimals, or as many as it needs up to four: `129.00`, `0.0855`. Empty when absent.
    public var description: String {
        if isAbsent { return "" }
        let units = tenThousandths
        let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: 10_000)
        var digits = String(part + 10_000).dropFirst()
        while digits.count > 2, digits.last == "0" { digits = digits.dropLast() }
        return "\(units < 0 ? "-" : "")\(whole).\(digits)"
    }

    /// The fast path of nearly every row: `129`, `129.5`, `129.00`. Nil for whatever is written otherwise.
    @inlinable public static func plain(_ text: Bytes) -> Amount? {
        if text.count == 0 || text.count > 14 { return nil }
        var whole: Int64 = 0
        var at = 0
        while at < text.count, text[at] &- 48 < 10 {
            whole = whole &* 10 &+ Int64(text[at] &- 48)
            at += 1
        }
        if at == 0 { return nil }
        if at == text.count { return Amount(tenThousandths: whole &* 10_000) }
        let decimals = text.count - at - 1
        guard text[at] == 46, decimals > 0, decimals <= 2 else { return nil }
        var part: Int64 = 0
        for place in at + 1..<text.count {
            let digit = text[place] &- 48
            if digit >= 10 { return nil }
            part = part &* 10 &+ Int64(digit)
        }
        return Amount(tenThousandths: whole &* 10_000 &+ part &* (decimals == 1 ? 1000 : 100))
    }
}
