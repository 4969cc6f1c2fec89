/// Numbers as catalogues write them, in thousandths.
extension FoldedText {
    struct Number {
        var thousandths: Int64
        var end: Int
        /// What else it may be, where a comma or a point stands before exactly three digits: 1.000 is 1 or 1000.
        var grouped: Int64?
        /// The sign before the three digits: a comma, a point or a blank.
        var sign: UInt8 = 0
        /// Written in Han numerals: 两, 半, 十二.
        var han = false
        /// Written with a leading zero: 01.
        var zeroLed = false
    }

    /// `5`, `5.5`, `.5`, `5 1/2`, `30 6/8`; with `han` also 两, 半, 十二; with `comma` also what `separated` reads.
    func number(_ at: Int, han: Bool = true, comma: Bool = false) -> Number? {
        if comma, isDigit(at), let number = separated(at), number.sign != 32 { return number }
        if isDigit(at) || (byte(at) == 46 && isDigit(at + 1)) { return decimal(at) }
        return han && isHan(at) ? hanNumber(at) : nil
    }

    func decimal(_ from: Int) -> Number? {
        var at = from
        var whole: Int64 = 0
        while isDigit(at) {
            guard at - from < 9 else { return nil }
            whole = whole * 10 + Int64(byte(at) - 48)
            at += 1
        }
        let digits = at - from
        var value = whole * 1000
        if byte(at) == 46, isDigit(at + 1) {
            at += 1
            var scale: Int64 = 100
            while isDigit(at) {
                if scale == 0, byte(at) != 48 { return nil }
                value += Int64(byte(at) - 48) * scale
                scale /= 10
                at += 1
            }
        } else if byte(at) == 32, let (part, end) = fraction(at + 1) {
            value += part
            at = end
        }
        return Number(thousandths: value, end: at, zeroLed: digits > 1 && byte(from) == 48)
    }

    /// `1/2` to `15/16` behind a whole number.
    private func fraction(_ at: Int) -> (Int64, Int)? {
        guard isDigit(at), byte(at) != 48 else { return nil }
        var slash = at
        while isDigit(slash), slash - at < 2 { slash += 1 }
        guard byte(slash) == 47, isDigit(slash + 1) else { return nil }
        var end = slash + 1
        while isDigit(end), end - slash < 4 { end += 1 }
        var top: Int64 = 0
        for place in at..<slash { top = top * 10 + Int64(byte(place) - 48) }
        var bottom: Int64 = 0
        for place in (slash + 1)..<end { bottom = bottom * 10 + Int64(byte(place) - 48) }
        guard [2, 3, 4, 8, 16].contains(bottom), top < bottom else { return nil }
        return (top * 1000 / bottom, end)
    }

    private static let hanDigits: [UInt32: Int64] = [
        0x534A: 500, 0x4E00: 1000, 0x4E8C: 2000, 0x4E24: 2000, 0x4E09: 3000, 0x56DB: 4000, 0x4E94: 5000, 0x516D: 6000,
        0x4E03: 7000, 0x516B: 8000, 0x4E5D: 9000, 0x5355: 1000,
    ]

    private func hanNumber(_ from: Int) -> Number? {
        var at = from
        var tens: Int64 = -1
        var units: Int64 = -1
        while isHan(at) {
            let code = UTF8Reading.decode(bytes, at).code
            if code == 0x5341, tens < 0 {
                tens = units < 0 ? 10_000 : units * 10
                units = -1
            } else if let digit = Self.hanDigits[code], units < 0 {
                units = digit
            } else {
                break
            }
            at = after(at)
        }
        guard at > from else { return nil }
        return Number(thousandths: max(tens, 0) + max(units, 0), end: at, han: true)
    }
}
