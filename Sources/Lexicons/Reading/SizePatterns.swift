/// What a pattern of digits, letters and units says, and where it ends.
struct PatternMatch {
    enum Kind { case size, duration, pack }
    var kind = Kind.size
    var end: Int
    var facet: Facet
    /// Further statements of the same size (34/75B), or further readings of it (1.000).
    var more: [Facet] = []
    /// A plain number with a leading zero: more likely an index than a size.
    var zeroLed = false
}

/// Sizes that are built of letters, numbers and units, rather than listed.
struct SizePatterns {
    let text: FoldedText
    let vocabulary: Vocabulary

    /// The pattern that starts at `at`; the number forms are in `NumberSizes.swift`.
    func match(_ at: Int) -> PatternMatch? {
        if let times = timesAhead(at) { return times }
        if let compound = memory(at) ?? screw(at) { return compound }
        if let letters = letterSize(at) { return letters }
        if let counted = packOf(at) ?? offer(at) { return counted }
        return number(at)
    }

    /// A size that begins with a number, digits behind a comma and groups of digits included.
    private func number(_ at: Int) -> PatternMatch? {
        if let number = text.separated(at), let match = separated(at, number) { return match }
        return text.number(at).flatMap { sized(at, $0) }
    }

    /// B75: the cup before the band.
    func cupFirst(_ at: Int) -> PatternMatch? {
        let cup = text.byte(at)
        guard text.endsWord(at), cup >= 97, cup <= 107, let band = text.number(at + 1, han: false), !band.zeroLed,
            band.thousandths % 5000 == 0, band.thousandths >= 60_000, band.thousandths <= 130_000,
            text.endsWord(band.end)
        else { return nil }
        return PatternMatch(end: band.end, facet: Facet(System.braCentimetres, band.thousandths, Int64(cup)))
    }

    // MARK: Letters

    /// S −1, M 0, L 1, XL 2, 2XL 3; XS −2, 2XS −3.
    static func rank(_ name: String) -> Int? {
        var times = 0
        var digits = 0
        for byte in name.utf8 {
            switch byte {
            case 48...57: digits = digits * 10 + Int(byte - 48)
            case 88, 120: times += 1
            case 83, 115: return -1 - max(times, digits)
            case 77, 109: return 0
            case 76, 108: return 1 + max(times, digits)
            default: return nil
            }
        }
        return nil
    }

    static func name(rank: Int) -> String {
        switch rank {
        case ..<(-2): "\(-1 - rank)XS"
        case -2: "XS"
        case -1: "S"
        case 0: "M"
        case 1: "L"
        case 2: "XL"
        default: "\(rank - 1)XL"
        }
    }

    /// One letter size and the place behind it; `1xl` is none (it may be XL or plus size 1X).
    private func letter(_ from: Int) -> (system: UInt32, rank: Int, end: Int)? {
        var at = from
        var digits = 0
        while text.isDigit(at), at - from < 2 {
            digits = digits * 10 + Int(text.byte(at) - 48)
            at += 1
        }
        var times = 0
        while text.byte(at) == 120 {
            times += 1
            at += 1
        }
        if at > from, digits > 0, times != 1 { return nil }
        let last = text.byte(at)
        if digits > 0, last != 115, last != 108 {
            return digits <= 9 && text.endsWord(at) && !text.isDigit(at) ? (System.letterPlus, digits, at) : nil
        }
        guard last == 115 || last == 108 || (last == 109 && times == 0), times <= 9, digits != 1 else { return nil }
        guard text.byte(from) != 48 else { return nil }
        let size = max(digits, times)
        return (System.letter, last == 115 ? -1 - size : last == 109 ? 0 : 1 + size, at + 1)
    }

    func letterSize(_ at: Int) -> PatternMatch? {
        guard let first = letter(at), text.endsWord(first.end) else { return nil }
        var end = first.end
        var facet = Facet(first.system, Int64(first.rank))
        if first.system == System.letter, [45, 47, 126].contains(text.byte(end)),
            let second = letter(end + 1), second.system == System.letter, text.endsWord(second.end),
            second.rank > first.rank
        {
            end = second.end
            facet.high = Int64(second.rank)
        }
        if text.starts(end, "码") { end += 3 } else if text.starts(end, "号") { end += 3 }
        return PatternMatch(end: end, facet: facet)
    }
}
