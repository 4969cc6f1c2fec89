/// How many of a thing are sold together, as signs and offers say it: 500ml*2, 6x500ml, XL×2, 买一送一, 拍2发3.
extension SizePatterns {
    /// `*2`, `x 6`, `×2袋` behind what is counted.
    func timesBehind(_ at: Int) -> PatternMatch? {
        guard text.byte(at) == 120 || text.byte(at) == 42 else { return nil }
        let start = text.skipSpaces(at + 1)
        guard let number = count(start) else { return nil }
        if let counted = packed(number) { return counted }
        guard text.endsWord(number.end), !text.isLetter(number.end), text.byte(number.end) != 46 else { return nil }
        let behind = text.skipSpaces(number.end)
        let next = text.byte(behind)
        // 2*3*4 and 2*3cm are measures
        if next == 120 || next == 42 || next == 47 && text.isDigit(behind + 1)
            || sized(start, number)?.facet.system != System.number
        {
            return nil
        }
        return PatternMatch(kind: .pack, end: number.end, facet: Facet(packs, number.thousandths / 1000, 0))
    }

    /// `6x` of 6x500ml, `2*` of 2*XL.
    func timesAhead(_ at: Int) -> PatternMatch? {
        guard text.endsWord(at), let number = count(at) else { return nil }
        let sign = text.skipSpaces(number.end)
        guard text.byte(sign) == 120 || text.byte(sign) == 42 else { return nil }
        let next = text.skipSpaces(sign + 1)
        let isApart = text.byte(sign) == 42 || sign > number.end
        guard isCounted(next) || isApart && (letterSize(next) != nil || isColour(next)) else { return nil }
        return PatternMatch(kind: .pack, end: next, facet: Facet(packs, number.thousandths / 1000, 0))
    }

    private func count(_ at: Int) -> FoldedText.Number? {
        guard let number = text.number(at, han: false), number.thousandths % 1000 == 0, number.thousandths > 0,
            number.thousandths < 1_000_000, !number.zeroLed
        else { return nil }
        return number
    }

    private func isCounted(_ at: Int) -> Bool {
        guard let number = text.number(at, han: false), let match = sized(at, number), match.kind == .size else {
            return false
        }
        switch match.facet.system {
        case System.weight, System.volume, System.fluidOunces, System.ounces, System.pounds, System.gramOrGigabyte:
            return true
        default: return false
        }
    }

    private func isColour(_ at: Int) -> Bool {
        guard let (first, _) = text.longest(vocabulary.words, at) else { return false }
        return vocabulary.sense(first, .colour) != nil
    }

    /// 买一送一 is two, 拍2发3 is three; 买一送一双袜子 is a gift.
    func offer(_ at: Int) -> PatternMatch? {
        let buys = text.starts(at, "买")
        guard buys || text.starts(at, "拍"), let paid = text.number(at + 3), paid.thousandths % 1000 == 0,
            text.starts(paid.end, buys ? "送" : "发"), let given = text.number(paid.end + 3),
            given.thousandths % 1000 == 0, paid.thousandths > 0, given.thousandths > 0,
            text.endsWord(given.end), packUnit(given.end) == nil
        else { return nil }
        let count = (buys ? paid.thousandths : 0) + given.thousandths
        return PatternMatch(kind: .pack, end: given.end, facet: Facet(packs, count / 1000, 0))
    }
}
