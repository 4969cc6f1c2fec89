/// Sizes whose number has a comma or groups of digits: `1,5 L`, `EU 38,5`, `20,000 mAh`, `1.000 ml`, `10 000 mAh`.
extension SizePatterns {
    /// What the number with its unit says; nil where the comma or blank rather stands between two sizes (`36,37`).
    func separated(_ at: Int, _ number: FoldedText.Number) -> PatternMatch? {
        if number.sign == 32 { return spaced(number) }
        if let grouped = number.grouped, let counted = packed(whole(number, grouped)) { return counted }
        guard let match = arabic(at, number), match.kind == .size else { return nil }
        switch match.facet.system {
        case System.measures, System.usualMeasures, System.plainMeasures: return match
        case System.number, System.mark, System.years, System.months, System.toddler:
            // 40,5双: a size and a count
            if match.end == number.end, packUnit(text.skipSpaces(match.end)) != nil { return nil }
            return number.sign == 44 ? listed(at, number, match) : read(number, match)
        case System.centimetres where number.sign == 44 && heights(at, number): return nil
        default: return match.facet.low > match.facet.high ? nil : read(number, match)
        }
    }

    private func whole(_ number: FoldedText.Number, _ grouped: Int64) -> FoldedText.Number {
        FoldedText.Number(thousandths: grouped, end: number.end)
    }

    /// A content or a length with both of its readings; the one that nobody writes is left out.
    private func read(_ number: FoldedText.Number, _ match: PatternMatch) -> PatternMatch? {
        guard let grouped = number.grouped, match.facet.low == match.facet.high else { return match }
        guard var other = united(whole(number, grouped)) ?? plain(whole(number, grouped)), other.end == match.end else {
            return nil
        }
        switch match.facet.system {
        // Nobody states a thousandth of these, so 20,000mAh and 20.000mAh are 20000.
        case System.milliampereHours, System.hertz, System.watts: return other
        // 1.125": inches are divided, not counted in thousands.
        case System.inches where number.sign == 46: return match
        default:
            other.more = [Facet(match.facet.system, match.facet.low), Facet(System.grouping, Int64(number.sign))]
            other.facet.system = match.facet.system
            return other
        }
    }

    /// `10 000 mAh`: only before a unit of content, for two numbers may stand beside each other. `1 500 ml` may be 500 ml
    /// behind a running number.
    private func spaced(_ number: FoldedText.Number) -> PatternMatch? {
        guard var match = united(number), match.kind == .size else { return nil }
        switch match.facet.system {
        case System.milliampereHours, System.volume, System.weight, System.watts: break
        default: return nil
        }
        let last = number.end - 3
        if text.byte(last) == 48 { return match }
        guard let alone = text.number(last).flatMap({ united($0) }) else { return nil }
        match.more = [Facet(match.facet.system, alone.facet.low), Facet(System.grouping, 32)]
        return match
    }

    /// `38,5` is a half size, `36,37` two sizes, and `8,10` either.
    private func listed(_ at: Int, _ number: FoldedText.Number, _ match: PatternMatch) -> PatternMatch? {
        guard let first = text.number(at, han: false), let second = text.number(first.end + 1, han: false) else {
            return nil
        }
        if heights(at, number) { return nil }
        if number.grouped != nil { return read(number, match) }
        let a = first.thousandths / 1000
        let b = second.thousandths / 1000
        let places = number.end - first.end - 1
        let isEither: Bool
        if places == 1 {
            // halves are the only decimals of sizes, but 4 and 5 are neighbours
            isEither = b == 5 ? a == 4 : b > a && b != 0
        } else if a < 10 {
            isEither = b > a && b <= 20 && text.byte(first.end + 1) != 48
        } else {
            if b > a, b - a <= 10, b % 25 != 0 { return nil }
            isEither = b > a
        }
        guard isEither, match.facet.low == match.facet.high else {
            return match.facet.low > match.facet.high ? nil : match
        }
        var match = match
        let system = match.facet.system
        match.more = [Facet(system, a * 1000), Facet(system, b * 1000)]
        return match
    }

    /// `110,120`: two heights.
    private func heights(_ at: Int, _ number: FoldedText.Number) -> Bool {
        guard number.grouped != nil, let first = text.number(at, han: false),
            let second = text.number(first.end + 1, han: false)
        else { return false }
        return first.thousandths >= 50_000 && second.thousandths > first.thousandths
    }
}
