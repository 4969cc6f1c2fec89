/// Sizes of two numbers that say two things, and numbers with a sign: 8+128GB, M8x20, −2.50, −150度.
extension SizePatterns {
    // MARK: Working memory and storage

    /// `8+128G`, `8GB+128GB`, `12+512`, `8/128GB`: both numbers are powers of two or half as much again, and the storage is
    /// four times the memory at least.
    func memory(_ at: Int) -> PatternMatch? {
        guard text.endsWord(at), let first = capacity(at) else { return nil }
        let sign = text.skipSpaces(first.end)
        let isSlash = text.byte(sign) == 47
        guard text.byte(sign) == 43 || isSlash, let second = capacity(text.skipSpaces(sign + 1)) else { return nil }
        // 8/128 may be anything, and 8+128+5 is more than the two.
        if isSlash, !second.hasUnit { return nil }
        guard text.endsWord(second.end), ![43, 46, 120, 42].contains(text.byte(second.end)) else { return nil }
        let small = min(first.gigabytes, second.gigabytes)
        let large = max(first.gigabytes, second.gigabytes)
        guard large >= small * 4, large >= 16, Self.isMemory(small), Self.isStorage(large) else { return nil }
        if !first.hasUnit, !second.hasUnit, first.gigabytes > second.gigabytes || small < 2 { return nil }
        return PatternMatch(end: second.end, facet: Facet(System.memory, large * 1000, small * 1000))
    }

    private func capacity(_ at: Int) -> (gigabytes: Int64, end: Int, hasUnit: Bool)? {
        guard let number = text.number(at, han: false), number.thousandths % 1000 == 0, !number.zeroLed else {
            return nil
        }
        let value = number.thousandths / 1000
        for (word, scale) in Self.capacities where text.starts(number.end, word) {
            let end = number.end + word.utf8CodeUnitCount
            if text.endsWord(end) { return (value &* scale, end, true) }
        }
        if text.byte(number.end) == 32, text.starts(number.end + 1, "gb"), text.endsWord(number.end + 3) {
            return (value, number.end + 3, true)
        }
        return text.isLetter(number.end) || text.isHan(number.end) ? nil : (value, number.end, false)
    }

    private static let capacities: [(StaticString, Int64)] = [("gb", 1), ("g", 1), ("tb", 1024), ("t", 1024)]

    private static func isMemory(_ value: Int64) -> Bool {
        value >= 1 && value <= 128 && (value & (value - 1) == 0 || [3, 6, 12, 18, 24, 36, 48, 96].contains(value))
    }

    private static func isStorage(_ value: Int64) -> Bool { value <= 8192 && value & (value - 1) == 0 }

    // MARK: Screws

    /// M8x20, M8*20, M8 x 20, and M8 alone: a metric thread with its length.
    func screw(_ at: Int) -> PatternMatch? {
        guard text.byte(at) == 109, text.endsWord(at), text.isDigit(at + 1), text.byte(at + 1) != 48,
            let thread = text.number(at + 1, han: false), thread.thousandths <= 64_000
        else { return nil }
        let sign = text.skipSpaces(thread.end)
        guard text.byte(sign) == 120 || text.byte(sign) == 42,
            let length = text.number(text.skipSpaces(sign + 1), han: false), length.thousandths > 0
        else { return nil }
        var end = length.end
        if text.starts(text.skipSpaces(end), "mm") { end = text.skipSpaces(end) + 2 }
        guard text.endsWord(end), ![120, 42].contains(text.byte(text.skipSpaces(end))) else { return nil }
        return PatternMatch(end: end, facet: Facet(System.screw, thread.thousandths, length.thousandths))
    }

    // MARK: Signs

    /// `−2.50`, `+150度`: a sign at the beginning of the text, behind a bracket, or behind a blank before a number with two
    /// decimals or a 度. Where a unit follows it is a dash.
    func signed(_ at: Int) -> PatternMatch? {
        let sign = text.byte(at)
        guard sign == 43 || sign == 45, text.isDigit(at + 1) || text.byte(at + 1) == 46,
            let number = text.number(at + 1, han: false, comma: true)
        else { return nil }
        let value = sign == 45 ? -number.thousandths : number.thousandths
        let unit = text.skipSpaces(number.end)
        let isDegrees = text.starts(unit, "度")
        let last = text.byte(at - 1)
        let hasDecimals = number.end - at > 3 && [44, 46].contains(text.byte(number.end - 3))
        guard at == 0 || [40, 58, 91, 44, 59, 47].contains(last) || last == 32 && (isDegrees || hasDecimals) else {
            return nil
        }
        if isDegrees { return PatternMatch(end: unit + 3, facet: Facet(System.signedDegrees, value)) }
        if text.byte(number.end) == 100, text.endsWord(number.end + 1) {
            return PatternMatch(end: number.end + 1, facet: Facet(System.signed, value))
        }
        guard text.endsWord(number.end), !text.isHan(unit), !text.isLetter(unit),
            ![37, 34, 39].contains(text.byte(unit))
        else { return nil }
        return PatternMatch(end: number.end, facet: Facet(System.signed, value))
    }
}
