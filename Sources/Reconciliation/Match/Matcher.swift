import Catalogues
import Lexicons

/// Decides families of styles, one after the other, by the rules of two witnesses: what the codes say, and what the
/// words of the spec say. What it decides of one family depends on that family alone.
struct Matcher: ~Copyable {
    let blocks: Blocks
    let settings: DiffSettings
    let lexicon: Lexicon
    var relation: RelationCache
    /// Everything found so far.
    var pairs: Column<Pair>
    var mismatches: Column<Mismatch>
    var groups: [Outcome.RowGroup] = []
    /// What became of each row. A supplier row is `review` only while nothing is accepted for it.
    let supplierDecisions: Column<Decision>
    let shopDecisions: Column<Decision>

    /// For each supplier row the family in which a code claimed it last.
    let claimedBy: Column<UInt32>
    var familyNumber: UInt32 = 0

    // The family at hand.
    var supplierStyles: ArraySlice<UInt32> = []
    var shopStyles: ArraySlice<UInt32> = []
    var coded: [CodedPair] = []
    var found: [Pair] = []
    var values: [ValuePair] = []
    /// The words of the two styles being matched by them, slot by slot.
    var fits = Array(repeating: ValueFits(), count: Slot.count)
    /// Of the shop's style being matched by words: the rows that no code names, and what fits each exactly.
    var free: [Int] = []
    var exactFits: [(supplier: Int, words: Evidence, count: Int)] = []
    /// The words that stand for each other in the two styles, as coded rows show.
    var learned: [ValuePair] = []
    var titlePairs: [TitlePair: Bool] = [:]
    /// The two titles that were asked about last.
    var lastTitles = (pair: TitlePair(theirs: 0, ours: 0), contradict: false)
    var namePairs: [TitlePair: Bool] = [:]

    init(_ blocks: Blocks, lexicon: Lexicon, settings: DiffSettings) {
        self.blocks = blocks
        self.settings = settings
        self.lexicon = lexicon
        relation = RelationCache(lexicon, meanings: blocks.meaningCount)
        let expected = blocks.shop.variantCount + 1024
        pairs = Column(capacity: expected, likely: expected)
        mismatches = Column(capacity: expected / 8 + 1024)
        supplierDecisions = Column(zeros: blocks.supplier.variantCount)
        shopDecisions = Column(zeros: blocks.shop.variantCount)
        claimedBy = Column(zeros: blocks.supplier.variantCount)
    }

    /// Decides family number `index`.
    mutating func decide(_ index: Int) {
        let start = blocks.families.starts[index]
        let end = blocks.families.starts[index + 1]
        supplierStyles = blocks.families.supplierStyles[start.supplier..<end.supplier]
        shopStyles = blocks.families.shopStyles[start.shop..<end.shop]
        coded.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        if !titlePairs.isEmpty { titlePairs.removeAll() }
        if !namePairs.isEmpty { namePairs.removeAll() }

        if !supplierStyles.isEmpty, !shopStyles.isEmpty {
            readCodes()
            judgeWords()
            judgeClaims()
            settleCodes()
            for style in shopStyles { matchWords(ofShopStyle: Int(style)) }
            compareTitles()
        }
        findDuplicates()
        findIncomplete()
        if blocks.supplier.fields.contains(.barcode) { findInvalidBarcodes() }
        reportLeftOvers()
        if found.count > 1 { found.sort(by: Self.inOrder) }
        for pair in found { pairs.append(pair) }
    }

    /// By supplier row; of one row the accepted first, then the likelier, then the shop's order.
    private static func inOrder(_ a: Pair, _ b: Pair) -> Bool {
        if a.supplier != b.supplier { return a.supplier < b.supplier }
        if a.decision != b.decision { return a.decision.rawValue > b.decision.rawValue }
        if a.confidence != b.confidence { return a.confidence > b.confidence }
        return a.shop < b.shop
    }

    mutating func accept(_ supplier: UInt32, _ shop: UInt32, _ evidence: Evidence) {
        let decision: Decision = evidence.contains(.confirmed) ? .confirmed : .auto
        found.append(
            Pair(
                supplier: supplier, shop: shop, evidence: evidence, decision: decision,
                confidence: Confidence.accepted(evidence)))
        supplierDecisions.base[Int(supplier)] = decision
        shopDecisions.base[Int(shop)] = decision
        compare(supplier, shop, evidence)
    }

    /// Shows a pair to a person, as one of `count` candidates.
    mutating func review(_ supplier: UInt32, _ shop: UInt32, _ evidence: Evidence, among count: Int = 1) {
        found.append(
            Pair(
                supplier: supplier, shop: shop, evidence: evidence, decision: .review,
                confidence: Confidence.candidate(evidence, among: count)))
        if supplierDecisions.base[Int(supplier)] == .none { supplierDecisions.base[Int(supplier)] = .review }
        if shopDecisions.base[Int(shop)] == .none { shopDecisions.base[Int(shop)] = .review }
    }

    mutating func report(_ mismatch: Mismatch) { mismatches.append(mismatch) }

    /// A mismatch of two variants, with their styles filled in.
    func mismatch(_ code: MismatchCode, _ supplier: UInt32?, _ shop: UInt32?, _ evidence: Evidence = []) -> Mismatch {
        var mismatch = Mismatch(code: code, evidence: evidence)
        if let supplier {
            mismatch.supplier = supplier
            mismatch.supplierStyle = blocks.supplier.variants.style.base[Int(supplier)]
        }
        if let shop {
            mismatch.shop = shop
            mismatch.shopStyle = blocks.shop.variants.style.base[Int(shop)]
        }
        return mismatch
    }
}

/// What a run may be told about how to compare.
public struct DiffSettings: Sendable {
    /// Nil: `equal` when both sides carry the same kind of price, else `floor`.
    public var priceRule: PriceRule?
    /// Report a supplier's stock at or below this as `stock-low`; nil = do not.
    public var lowStock: Int?

    public init() {}
}
