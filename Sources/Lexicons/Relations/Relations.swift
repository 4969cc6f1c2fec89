/// How two meanings of one slot stand to each other.
struct Relations {
    typealias Facets = ArraySlice<Facet>

    let meanings: MeaningStore
    let vocabulary: Vocabulary
    let users: UserWords
    /// The unknown words by number.
    let texts: WordTable

    func relation(_ a: MeaningID, _ b: MeaningID) -> Relation {
        if a == b { return a.isNone ? .silent : .same }
        if a.isNone || b.isNone { return unsaid(a.isNone ? b : a) }
        let slot = meanings.slot(a)
        guard slot == meanings.slot(b) else { return .silent }
        let one = meanings.facets(a)
        let two = meanings.facets(b)
        if slot == .colour { return colours(one, meanings.form(a), two, meanings.form(b)) }
        return values(slot, one, two)
    }

    /// Against nothing said: without a count it is one piece, which no pack of several is. One pair, or one box, may be
    /// what is sold anyway.
    private func unsaid(_ said: MeaningID) -> Relation {
        guard meanings.slot(said) == .pack else { return .silent }
        let counts = meanings.facets(said).filter { $0.system >= System.packs && $0.system < System.attributes }
        if counts.isEmpty { return .silent }
        return counts.allSatisfy { $0.low == 1 } ? .near : .never
    }

    // MARK: Sizes, attributes and counts

    /// By shared systems: any that differs is `never`; none shared is `silent`, unless a bridge joins two systems.
    private func values(_ slot: Slot, _ one: Facets, _ two: Facets) -> Relation {
        if one.contains(where: { $0.system == System.user }) || two.contains(where: { $0.system == System.user }) {
            if let decided = users(one, two) { return decided }
            return values(slot, expanded(one), expanded(two))
        }
        var verdict: Relation?
        var shared = 0
        var at = one.startIndex
        while at < one.endIndex {
            let system = one[at].system
            var end = at
            while end < one.endIndex, one[end].system == system { end += 1 }
            if let start = two.firstIndex(where: { $0.system == system }) {
                var stop = start
                while stop < two.endIndex, two[stop].system == system { stop += 1 }
                shared += 1
                verdict = worse(verdict, sets(one[at..<end], two[start..<stop]))
            }
            at = end
        }
        if shared == 0 {
            for a in one { for b in two { verdict = worse(verdict, Bridges.relation(a, b, vocabulary)) } }
            return verdict ?? .silent
        }
        if verdict == .same, incomplete(slot, one, two) { return .near }
        return verdict ?? .silent
    }

    /// The weightier of two verdicts: never, near, same, silent.
    private func worse(_ a: Relation?, _ b: Relation) -> Relation? {
        if b == .silent { return a }
        guard let a else { return b }
        if a == .never || b == .never { return .never }
        return a == .near || b == .near ? .near : .same
    }

    /// Whether one of them says something that belongs to the value and the other does not: W32 against W32 L34.
    private func incomplete(_ slot: Slot, _ one: Facets, _ two: Facets) -> Bool {
        if slot != .size { return one.count != two.count }
        return Self.features(one) != Self.features(two)
    }

    /// What sizes say beside the size itself, as a bit set: letters, numbers and measures may state one size in several ways,
    /// but 32"/60Hz is not 32", nor 12V/2A 12V. Weights and storage share a bit, for 64g is either.
    private static func features(_ facets: Facets) -> UInt16 {
        facets.reduce(0) { bits, facet in
            switch facet.system {
            case System.word: bits | 1
            case System.inseam: bits | 2
            case System.fit: bits | 4
            case System.weight, System.pounds, System.ounces, System.storage, System.memory, System.gramOrGigabyte:
                bits | 8
            case System.volume, System.fluidOunces: bits | 16
            case System.watts: bits | 32
            case System.volts: bits | 64
            case System.milliampereHours: bits | 128
            case System.hertz: bits | 256
            case System.screw: bits | 512
            case System.signed, System.signedDegrees, System.degrees: bits | 1024
            default: bits
            }
        }
    }

    /// Values within one system.
    private func sets(_ one: Facets, _ two: Facets) -> Relation {
        if one.count == 1, two.count == 1 { return single(one.first!, two.first!) }
        if one.elementsEqual(two) { return .same }
        for a in one { for b in two where single(a, b) != .never { return .near } }
        return .never
    }

    private func single(_ a: Facet, _ b: Facet) -> Relation {
        if a == b { return .same }
        switch a.system {
        case System.word: return words(a, b)
        case System.nothing: return .silent
        case System.measures, System.usualMeasures, System.plainMeasures: return a.high == b.high ? .near : .never
        case System.grouping: return .near
        case System.signed, System.signedDegrees, System.memory: return .never
        case System.screw: return a.low == b.low && (a.high == 0 || b.high == 0) ? .near : .never
        case System.bodyType:
            return a.low == b.low && (a.high == 0 || b.high == 0) ? .near : .never
        case System.braCentimetres, System.braInches:
            return a.low == b.low && (doubled(a.high, b.high) || doubled(b.high, a.high)) ? .silent : .never
        case System.ask, System.bed: break
        case System.packs..<System.attributes: return a.low == b.low ? .near : .never
        case System.attributes...: break
        default:  // numbers and ranges
            if a.low == a.high, b.low == b.high { return .never }
            return max(min(a.low, a.high), min(b.low, b.high)) <= min(max(a.low, a.high), max(b.low, b.high))
                ? .near : .never
        }
        return vocabulary.near.contains(NearPair(a, b)) ? .near : .never
    }

    /// DD against E or F: the countries count these cups differently.
    private func doubled(_ cup: Int64, _ other: Int64) -> Bool { cup > 0xFF && other <= 0xFF && other > cup & 0xFF }

    /// Two unknown words: apart if they differ in no more than a number, a letter or a negation.
    func words(_ a: Facet, _ b: Facet) -> Relation {
        if a.low == b.low { return .same }
        return UnknownWords.areApart(texts.text(Int(a.low)), texts.text(Int(b.low))) ? .never : .silent
    }

    // MARK: Users' words

    /// Two users' words decide alone; nil if only one side has any.
    private func users(_ one: Facets, _ two: Facets) -> Relation? {
        let a = one.filter { $0.system == System.user }
        let b = two.filter { $0.system == System.user }
        if a.isEmpty || b.isEmpty { return nil }
        if a == b { return .same }
        return a.contains(where: b.contains) ? .near : .never
    }

    /// The facets with each user's word replaced by what our lexicon takes it for.
    private func expanded(_ facets: Facets) -> Facets {
        var result: [Facet] = []
        for facet in facets {
            if facet.system == System.user {
                let known = users.concepts[Int(facet.low)].known
                if !known.isNone { result.append(contentsOf: meanings.facets(known)) }
            } else {
                result.append(facet)
            }
        }
        result.sort { ($0.system, $0.low, $0.high) < ($1.system, $1.low, $1.high) }
        return result[...]
    }
}
