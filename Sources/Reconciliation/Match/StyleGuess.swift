import Catalogues
import Lexicons

/// Which of the styles that nothing ties may be the same, by their specs and titles: 小米8 and Xiaomi 8. Never more than a
/// question for a person.
struct StyleGuess {
    /// Supplier style for a shop style, where one fits clearly better than all others, both ways.
    private(set) var styles: [Int: Int] = [:]

    private static let limit = 300

    init(
        _ supplier: Catalogue, _ shop: Catalogue, supplierWords: borrowing Understanding,
        shopWords: borrowing Understanding,
        supplierStyles: [Int], shopStyles: [Int], lexicon: Lexicon
    ) {
        let theirs = supplierStyles.filter { !supplier.rows(ofStyle: $0).isEmpty }
        let ours = shopStyles.filter { shop.rows(ofStyle: $0).count >= 2 }
        guard !ours.isEmpty, !theirs.isEmpty, ours.count <= Self.limit, theirs.count <= Self.limit else { return }
        var tokens = TitleTokens()
        var plain = PlainMeanings(lexicon: lexicon)
        let theirSides = theirs.map { Side(supplier, $0, supplierWords, &tokens, &plain) }
        let ourSides = ours.map { Side(shop, $0, shopWords, &tokens, &plain) }
        var bestOfOurs: [Int: Int] = [:]
        var bestOfTheirs: [Int: Int] = [:]
        for (index, side) in ourSides.enumerated() { bestOfOurs[index] = Self.best(side, theirSides) }
        for (index, side) in theirSides.enumerated() { bestOfTheirs[index] = Self.best(side, ourSides) }
        for (ourIndex, theirIndex) in bestOfOurs where bestOfTheirs[theirIndex] == ourIndex {
            styles[ours[ourIndex]] = theirs[theirIndex]
        }
    }

    /// What a style says: its specs as meanings, and what its title names.
    private struct Side {
        var specs: Set<[UInt32]> = []
        var names: TitleNames
        var telling: Set<UInt32> = []

        init(
            _ catalogue: Catalogue, _ style: Int, _ words: borrowing Understanding, _ titles: inout TitleTokens,
            _ plain: inout PlainMeanings
        ) {
            for row in catalogue.rows(ofStyle: style) where !words.isEmpty(row) {
                specs.insert((0..<Slot.count).map { plain[words.meaning(row, $0), $0] })
            }
            let title = catalogue.arena[catalogue.styles.title.base[style]]
            names = plain.lexicon.names(ofTitle: title.buffer)
            titles.addNumbers(title, to: &telling)
        }

        /// How well two styles fit, 0 = not at all. Specs must mostly meet, and the titles share a number, or the product
        /// type and something more, or else the specs be the very same.
        func score(_ other: Side) -> Int {
            let shared = specs.intersection(other.specs).count
            let least = min(specs.count, other.specs.count)
            guard shared >= 2, shared * 10 >= least * 6, !names.exclude(other.names) else { return 0 }
            let numbers = telling.intersection(other.telling).count
            let things = names.things.intersection(other.names.things).count
            if numbers == 0 {
                // A number in one title that the other lacks is another model.
                if !telling.isEmpty, !other.telling.isEmpty { return 0 }
                let isSameKind = names.isSameProduct(as: other.names) == true && things >= 2
                if !isSameKind, shared < 3 || specs != other.specs { return 0 }
            }
            let otherKind = names.isSameProduct(as: other.names) == false ? 100 : 0
            let extra = names.things.symmetricDifference(other.names.things).count
            return 1000 * numbers + 50 * things + 100 * shared / max(specs.count, other.specs.count) - min(extra, 40)
                - otherKind
        }
    }

    /// The one that fits best; nil if none fits, or two fit as well.
    private static func best(_ side: Side, _ others: [Side]) -> Int? {
        var best: (index: Int, score: Int)?
        var isTie = false
        for (index, other) in others.enumerated() {
            let score = side.score(other)
            if score <= 0 || score < best?.score ?? 1 { continue }
            isTie = score == best?.score
            best = (index, score)
        }
        return isTie ? nil : best?.index
    }
}

/// One number for all meanings that are the same, though differently said: 64G and 64GB.
private struct PlainMeanings {
    let lexicon: Lexicon
    private var known: [[UInt32]] = Array(repeating: [], count: Slot.count)
    private var plain: [UInt32: UInt32] = [:]

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    subscript(_ meaning: UInt32, _ slot: Int) -> UInt32 {
        mutating get {
            if meaning == 0 { return 0 }
            if let known = plain[meaning] { return known }
            let same = known[slot].first {
                lexicon.relation(MeaningID(number: $0), MeaningID(number: meaning)) == .same
            }
            if same == nil { known[slot].append(meaning) }
            plain[meaning] = same ?? meaning
            return same ?? meaning
        }
    }
}
