/// Measures in two or three directions, and counts of pieces.
extension SizePatterns {
    /// 150x200cm, 5' x 7', 17.5"W x 13"D x 25 1/4"H. A missing unit is the one that follows.
    func measures(_ at: Int, _ first: FoldedText.Number) -> PatternMatch? {
        var sides: [(value: Int64, grouped: Int64?, unit: Int64)] = []
        var number = first
        var end = first.end
        while sides.count < 4 {
            let (scale, behind) = lengthUnit(number.end)
            sides.append((number.thousandths, number.grouped, scale))
            end = directionLetter(behind)
            let sign = text.skipSpaces(end)
            guard text.byte(sign) == 120 || text.byte(sign) == 42 else { break }
            guard let next = text.number(text.skipSpaces(sign + 1), han: false, comma: true) else { break }
            // 150x200cm*2: two of them
            if sides.count > 1, scale != 0, lengthUnit(next.end).0 == 0 { break }
            number = next
        }
        guard sides.count > 1, text.endsWord(end) else { return nil }
        var unit: Int64 = 0
        for index in sides.indices.reversed() {
            if sides[index].unit == 0 { sides[index].unit = unit } else { unit = sides[index].unit }
        }
        if let given = sides.first(where: { $0.unit != 0 })?.unit {
            for index in sides.indices where sides[index].unit == 0 { sides[index].unit = given }
        }
        // Three digits behind a comma or a point are thousands of millimetres, and decimals of all else.
        for index in sides.indices where sides[index].unit == 10 {
            if let grouped = sides[index].grouped { sides[index].value = grouped }
        }
        let isPlain = sides.allSatisfy { $0.unit == 0 }
        let values = sides.map { $0.value &* ($0.unit == 0 ? 100 : $0.unit) }
        let low = Self.digest(values)
        let isUsual = sides.count <= 3 && sides.allSatisfy { $0.value >= 10_000 && $0.value <= 400_000 }
        let system = isPlain ? isUsual ? System.usualMeasures : System.plainMeasures : System.measures
        return PatternMatch(end: end, facet: Facet(system, low, Self.digest(values.sorted())))
    }

    /// A length unit in micrometres a thousandth, or 0.
    private func lengthUnit(_ at: Int) -> (Int64, Int) {
        let start = text.byte(at) == 32 ? at + 1 : at
        switch text.byte(start) {
        case 34: return (254, start + 1)  // in tenths of micrometres, so that 25.4 stays whole
        case 39: return text.byte(start + 1) == 39 ? (254, start + 2) : (3048, start + 1)
        default: break
        }
        // `x` of the next side may follow a unit at once: 150cmx200cm
        for (word, scale) in Self.lengths where text.starts(start, word) {
            let end = start + word.utf8CodeUnitCount
            if text.endsWord(end) || text.byte(end) == 120 { return (scale, end) }
        }
        return (0, at)
    }

    private static let lengths: [(StaticString, Int64)] = [
        ("厘米", 100), ("公分", 100), ("毫米", 10), ("英寸", 254), ("米", 10_000), ("cm", 100), ("mm", 10), ("m", 10_000),
        ("inches", 254), ("inch", 254), ("in", 254), ("feet", 3048), ("ft", 3048),
    ]

    /// The letters that name a side: W, D, H, L, DIA.
    private func directionLetter(_ at: Int) -> Int {
        if text.starts(at, "dia"), text.endsWord(at + 3) { return at + 3 }
        let start = text.skipSpaces(at)
        if [119, 100, 104, 108].contains(text.byte(start)), text.endsWord(start + 1) { return start + 1 }
        return at
    }

    static func digest(_ values: [Int64]) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for value in values {
            hash = (hash ^ UInt64(bitPattern: value)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Int64(bitPattern: hash)
    }

    /// 5双装, 两件, 10双/箱, 3pcs, 2-pack.
    func packed(_ number: FoldedText.Number) -> PatternMatch? {
        guard number.thousandths % 1000 == 0, number.thousandths > 0 else { return nil }
        var at = number.end
        if text.byte(at) == 32 || text.byte(at) == 45 { at += 1 }
        guard let (unit, behind) = packUnit(at) else { return nil }
        var end = behind
        var holder: Int64 = 0
        if text.byte(end) == 47, let (container, after) = packUnit(end + 1), container != unit {
            holder = Int64(container) + 1
            end = after
        }
        if text.starts(end, "装") || text.starts(end, "套") { end += 3 }
        var count = number.thousandths / 1000
        var counted = unit
        if vocabulary.packUnits[unit] == "dozen" {
            count *= 12
            counted = 0
        }
        return PatternMatch(kind: .pack, end: end, facet: Facet(System.packs + UInt32(counted), count, holder))
    }

    /// Pack of 3, set of 2.
    func packOf(_ at: Int) -> PatternMatch? {
        guard text.isLetter(at), let (_, end) = packUnit(at), text.starts(end, " of "),
            let number = text.number(end + 4, han: false), number.thousandths % 1000 == 0, text.endsWord(number.end)
        else { return nil }
        return PatternMatch(kind: .pack, end: number.end, facet: Facet(packs, number.thousandths / 1000, 0))
    }

    /// The system of counts without a unit of their own.
    var packs: UInt32 { System.packs + UInt32(vocabulary.packUnits.firstIndex(of: "pack") ?? 0) }

    func packUnit(_ at: Int) -> (Int, Int)? {
        guard let found = text.longest(vocabulary.words, at),
            let sense = vocabulary.sense(found.value, .packUnit)
        else { return nil }
        return (Int(sense.value), found.end)
    }
}
