/// What a product title names, in whatever language: who made it, which series and model, which club's shirt of which
/// season, what kind of thing it is. Concepts are numbers of `TitleVocabulary`.
public struct TitleNames: Hashable, Sendable {
    var makers: Set<Int> = []
    var lines: Set<Int> = []
    var clubs: Set<Int> = []
    var kits: Set<Int> = []
    var marks: Set<Int> = []
    var products: Set<Int> = []
    var parts: Set<Int> = []
    /// It is for what is named, and not that itself.
    var isForAnother = false
    var materials: Set<Int> = []
    var traits: Set<Int> = []
    var praise: Set<Int> = []
    /// Attribute concepts of the vocabulary: long sleeve, women.
    var attributes: Set<Int32> = []
    /// Which generation of a model: V2, Gen 2, 第二代.
    var generations: Set<Int> = []
    /// How many are in the pack (5双装, Pack of 3), and how many pieces a set has (四件套).
    var packs: Set<Int64> = []
    var pieces: Set<Int64> = []
    /// What it measures: 65W, 1.7L.
    var measures: Set<Facet> = []
    /// Letters and digits that name a model: 14, 5a, s21.
    var models: Set<String> = []
    /// Codes in brackets, `(A2884)`: they say more of what the title has named already.
    var codes: Set<String> = []
    /// The year in which a season begins, and that in which it ends; or one year.
    var seasons: Set<String> = []
    /// What is none of the above.
    var unknown: Set<String> = []

    /// Whether the names can tell one product from all others: a model of a series or maker, or one of a club's shirts.
    public var isDistinguishing: Bool {
        if !clubs.isEmpty { return !kits.isEmpty }
        if !lines.isEmpty { return !models.isEmpty || !marks.isEmpty }
        return !makers.isEmpty && !models.isEmpty
    }

    /// Whether they say what kind of thing it is.
    public var namesProduct: Bool { !products.isEmpty || !parts.isEmpty }

    /// The concepts under which it is worth looking for another title that names the same.
    public var keys: Set<Int> { makers.union(lines).union(clubs) }

    /// Everything said of it but numbers, one text a thing; two titles in two languages can share some.
    public var things: Set<String> {
        let concepts = [makers, lines, clubs, kits, marks, products, parts, materials, traits, praise].reduce(Set()) {
            $0.union($1)
        }
        return models.union(seasons).union(unknown).union(concepts.map { "concept \($0)" })
            .union(attributes.map { "attribute \($0)" })
    }

    /// Whether both name the same kind of thing; nil where one names none.
    public func isSameProduct(as other: TitleNames) -> Bool? {
        let (mine, yours) = (products.union(parts), other.products.union(other.parts))
        return mine.isEmpty || yours.isEmpty ? nil : mine == yours || Self.arePartsAlike(mine, yours)
    }
}

/// How the names of two titles stand to each other.
public enum TitleFit: Sendable {
    /// Both name the same and nothing else.
    case same
    /// Nothing they name excludes the other, but one says more.
    case open
    /// They share no name, or name two things.
    case never
}

extension TitleNames {
    public func fit(_ other: TitleNames) -> TitleFit {
        if keys.isDisjoint(with: other.keys) { return .never }
        if exclude(other) || marks != other.marks || isForAnother != other.isForAnother
            || isSameProduct(as: other) == false
        {
            return .never
        }
        // A maker may go unsaid where the series or the club is named, and praise anywhere.
        let isMakerSaid = !lines.isEmpty || !clubs.isEmpty || makers == other.makers
        let isSame =
            isDistinguishing && other.isDistinguishing && isMakerSaid && lines == other.lines && clubs == other.clubs
            && kits == other.kits && products == other.products && Self.arePartsAlike(parts, other.parts)
            && models == other.models
            && seasons == other.seasons && generations == other.generations && packs == other.packs
            && pieces == other.pieces && measures == other.measures && materials == other.materials
            && attributes == other.attributes && traits == other.traits
            && !Self.exclude(codes, other.codes) && unknown.isEmpty && other.unknown.isEmpty
        return isSame ? .same : .open
    }

    /// Whether they name two things that cannot be one: two clubs, two models, two seasons.
    public func exclude(_ other: TitleNames) -> Bool {
        let sets = [\TitleNames.makers, \.lines, \.clubs, \.kits]
        return sets.contains { Self.exclude(self[keyPath: $0], other[keyPath: $0]) }
            || Self.exclude(models, other.models) || Self.exclude(seasons, other.seasons)
    }

    /// A phone case is a case: parts of one name but for a word more.
    private static func arePartsAlike(_ a: Set<Int>, _ b: Set<Int>) -> Bool {
        if a == b { return true }
        guard a.count == 1, b.count == 1 else { return false }
        let (mine, yours) = (words(a), words(b))
        return mine.isSubset(of: yours) || yours.isSubset(of: mine)
    }

    /// The words of concepts' names: data cable and cable share one.
    static func words(_ concepts: Set<Int>) -> Set<Substring> {
        concepts.reduce(into: []) { $0.formUnion(TitleVocabulary.shared.names[$1].split(separator: " ")) }
    }

    /// Whether both say something, and not the same.
    private static func exclude<Element>(_ a: Set<Element>, _ b: Set<Element>) -> Bool {
        !a.isEmpty && !b.isEmpty && a != b
    }
}
