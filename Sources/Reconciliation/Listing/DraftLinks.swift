import Catalogues

/// What an outcome says of each row and style of a draft, looked up once.
struct DraftLinks {
    private let outcome: Outcome
    /// The first pair of each draft row and the next one of each pair, as chains; numbers count from 1, 0 ends them.
    private var firstPair: [UInt32]
    private var nextPair: [UInt32]
    private var firstMismatch: [UInt32]
    private var nextMismatch: [UInt32]
    /// The draft's style of each supplier style, from 1; 0 = the draft does not list it.
    private var listedAs: [UInt32]

    init(_ outcome: Outcome) {
        self.outcome = outcome
        let (supplier, draft) = (outcome.supplier, outcome.shop)
        firstPair = Array(repeating: 0, count: draft.variantCount)
        nextPair = Array(repeating: 0, count: outcome.pairs.count)
        listedAs = Array(repeating: 0, count: supplier.styleCount)
        // From the last to the first, so that each chain begins with its first.
        for index in (0..<outcome.pairs.count).reversed() {
            let pair = outcome.pairs[index]
            nextPair[index] = firstPair[Int(pair.shop)]
            firstPair[Int(pair.shop)] = UInt32(index + 1)
        }
        // What is only proposed, because the style was guessed, does not make the style a listed one.
        for pair in outcome.pairs.values
        where pair.decision.isAccepted || !pair.evidence.isDisjoint(with: .codes) {
            let style = Int(supplier.variants.style[Int(pair.supplier)])
            if listedAs[style] == 0 { listedAs[style] = draft.variants.style[Int(pair.shop)] + 1 }
        }
        firstMismatch = Array(repeating: 0, count: draft.variantCount)
        nextMismatch = Array(repeating: 0, count: outcome.mismatches.count)
        for index in (0..<outcome.mismatches.count).reversed() {
            let row = outcome.mismatches[index].shop
            if row == Mismatch.nobody { continue }
            nextMismatch[index] = firstMismatch[Int(row)]
            firstMismatch[Int(row)] = UInt32(index + 1)
        }
    }

    /// The pairs of a draft's row, in the order of the supplier's file.
    func pairs(ofShopRow row: Int) -> [Pair] {
        chain(firstPair[row], nextPair).map { outcome.pairs[$0] }
    }

    /// What does not agree at a draft's row, gravest first.
    func mismatches(ofShopRow row: Int) -> [Mismatch] {
        chain(firstMismatch[row], nextMismatch).map { outcome.mismatches[$0] }
    }

    func draftStyle(ofSupplierStyle style: Int) -> Int? { listedAs[style] == 0 ? nil : Int(listedAs[style]) - 1 }

    private func chain(_ first: UInt32, _ next: [UInt32]) -> [Int] {
        var found: [Int] = []
        var index = first
        while index != 0 {
            found.append(Int(index) - 1)
            index = next[Int(index) - 1]
        }
        return found
    }
}
