/// Systems that are not the same, and yet speak of each other.
///
/// Nothing is converted here: a bridge only says what equal (and different) figures in two systems mean for each other.
enum Bridges {
    static func relation(_ a: Facet, _ b: Facet, _ vocabulary: Vocabulary) -> Relation {
        a.system <= b.system ? ordered(a, b, vocabulary) : ordered(b, a, vocabulary)
    }

    /// A pack of 2 is 2 of whatever is counted; 5 pairs may be meant by 10 pieces, and a box may hold any number.
    private static func packs(_ a: Facet, _ b: Facet, _ vocabulary: Vocabulary) -> Relation {
        let one = vocabulary.packUnits[Int(a.system - System.packs)]
        let two = vocabulary.packUnits[Int(b.system - System.packs)]
        if a.high != b.high { return .near }
        if one == "pack" || two == "pack" { return a.low == b.low ? .same : .never }
        if one == "piece", two == "pair" { return a.low == b.low || a.low == b.low * 2 ? .near : .never }
        return .near
    }

    /// Whether the finer unit's value is `scale` times the coarser one's.
    private static func equals(_ fine: Facet, _ coarse: Facet, _ scale: Int64) -> Bool {
        fine.low == coarse.low &* scale && fine.high == coarse.high &* scale
    }

    private static func touches(_ fine: Facet, _ coarse: Facet, _ scale: Int64) -> Bool {
        fine.low <= coarse.high &* scale && coarse.low &* scale <= fine.high
    }

    private static func ordered(_ a: Facet, _ b: Facet, _ vocabulary: Vocabulary) -> Relation {
        if vocabulary.near.contains(NearPair(a, b)) { return .near }
        let equal = a.low == b.low && a.high == b.high
        let touching = a.low <= b.high && b.low <= a.high
        switch (a.system, b.system) {
        // 40码, 40# and 40 are one.
        case (System.number, System.mark): return equal ? .same : touching ? .near : .never
        // 39码 is taken for EU 39 because the shoe rows of fixtures/match label it so; no standard was checked. Only from 34 to
        // 46, where shoes are meant.
        case (System.mark, System.eu):
            let shoes = a.low >= 34_000 && a.high <= 46_500
            return equal ? (shoes ? .same : .near) : shoes && !touching ? .never : touching ? .near : .silent
        case (System.number, System.countries), (System.mark, System.countries), (System.number, System.ring),
            (System.mark, System.ring):
            return touching ? .near : .silent
        // A child's height: 110cm, 110, 110码.
        case (System.number, System.centimetres), (System.mark, System.centimetres):
            let height = a.low >= 50_000 && a.low <= 200_000 && a.low % 5000 == 0 && b.low % 5000 == 0
            return height ? (equal ? .same : touching ? .near : .never) : .silent
        // 35x75 and 35x75cm: without a unit, sides of 10 to 400 are centimetres in the trade; that they were inches and another
        // variant of the style had the same figures in centimetres does not happen. Other figures may be inches.
        case (System.measures, System.usualMeasures):
            return a.low == b.low ? .same : a.high == b.high ? .near : .silent
        case (System.measures, System.plainMeasures): return a.high == b.high ? .near : .silent
        // Lengths within the metric system: 1.5 m is 150 cm. Six months may be 66 cm tall, so `6m` is never another length.
        case (System.centimetres, System.metres): return equals(a, b, 100) ? .same : touches(a, b, 100) ? .near : .never
        case (System.centimetres, System.millimetres):
            return equals(b, a, 10) ? .same : touches(b, a, 10) ? .near : .never
        case (System.metres, System.millimetres):
            return equals(b, a, 1000) ? .same : touches(b, a, 1000) ? .near : .never
        case (System.centimetres, System.monthOrMetre): return equals(a, b, 100) ? .near : .silent
        case (System.monthOrMetre, System.millimetres): return equals(b, a, 1000) ? .near : .silent
        // The sign belongs to the number, and one side does not write it.
        case (System.number, System.signed), (System.degrees, System.signedDegrees):
            return a.low == a.high && a.low == abs(b.low) ? .near : .never
        // 150度 is 1.5 dioptres.
        case (System.number, System.degrees), (System.signed, System.signedDegrees):
            return a.low * 100 == b.low ? .near : .never
        case (System.number, System.signedDegrees): return a.low * 100 == abs(b.low) ? .near : .never
        case (System.signed, System.degrees): return abs(a.low) * 100 == b.low ? .near : .never
        // 8+128GB against 128GB: one of the two is not said.
        case (System.storage, System.memory), (System.gramOrGigabyte, System.memory):
            return a.low == b.low || a.low == b.high ? .near : .never
        case (System.letter, System.letters): return touching ? .near : .silent
        case (System.letters, System.letters): return .silent
        case (System.letters, System.oneSize), (System.oneSize, System.number), (System.oneSize, System.mark):
            return .never
        case (System.months, System.monthOrMetre), (System.monthOrMetre, System.metres):
            return equal ? .same : .never
        case (System.years, System.months):
            return a.low * 12 == b.low ? .near : .silent
        case (System.years, System.toddler): return equal ? .near : .silent
        case (System.weight, System.gramOrGigabyte), (System.storage, System.gramOrGigabyte):
            return equal ? .same : .never
        case (System.packs..<System.attributes, System.packs..<System.attributes): return packs(a, b, vocabulary)
        default: return .silent
        }
    }
}
