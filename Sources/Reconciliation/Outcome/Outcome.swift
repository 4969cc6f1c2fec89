public import Catalogues

/// What came out of comparing one leg with the shop: the mapping, and all that does not agree.
public final class Outcome: @unchecked Sendable {
    /// The leg that is compared with the shop; called supplier, whichever it is.
    public let supplier: Catalogue
    public let shop: Catalogue
    /// All pairs, in the order of the supplier's file; candidates of one variant best first.
    public let pairs: Column<Pair>
    /// Where the pairs of the variant at each place of the supplier's file begin; one more entry than variants.
    public let firstPair: Column<UInt32>
    /// What became of each shop row.
    public let shopDecisions: Column<Decision>
    /// Worst first, then in the order of the supplier's file, then of the shop's.
    public let mismatches: Column<Mismatch>
    /// Rows that share a fault: of the supplier's catalogue and of the shop's.
    public let groups: [RowGroup]
    /// How many decisions are about variants that neither file has any more, or has more than once.
    public let lostDecisions: Int
    public let summary: Summary

    public struct RowGroup: Sendable {
        public var supplier: [UInt32] = []
        public var shop: [UInt32] = []

        public init(supplier: [UInt32] = [], shop: [UInt32] = []) {
            self.supplier = supplier
            self.shop = shop
        }
    }

    init(
        supplier: Catalogue, shop: Catalogue, pairs: consuming Column<Pair>, firstPair: consuming Column<UInt32>,
        shopDecisions: consuming Column<Decision>, mismatches: consuming Column<Mismatch>, groups: [RowGroup],
        lostDecisions: Int
    ) {
        self.supplier = supplier
        self.shop = shop
        summary = Summary(
            supplier: supplier, shop: shop, pairs: pairs, firstPair: firstPair, shopDecisions: shopDecisions,
            mismatches: mismatches)
        self.pairs = pairs
        self.firstPair = firstPair
        self.shopDecisions = shopDecisions
        self.mismatches = mismatches
        self.groups = groups
        self.lostDecisions = lostDecisions
    }

    /// The pairs of the variant at place `place` of the supplier's file.
    public func pairs(atPlace place: Int) -> UnsafeBufferPointer<Pair> {
        UnsafeBufferPointer(rebasing: pairs.values[Int(firstPair[place])..<Int(firstPair[place + 1])])
    }
}

/// How much there is of what.
public struct Summary: Sendable {
    public var supplierStyles = 0
    public var supplierVariants = 0
    public var shopStyles = 0
    public var shopVariants = 0
    /// Accepted pairs.
    public var accepted = 0
    /// Supplier variants that a person must look at, and that have no counterpart.
    public var inReview = 0
    public var unmatched = 0
    /// Shop variants without counterpart.
    public var shopUnmatched = 0
    public var byCode: [Int] = Array(repeating: 0, count: MismatchCode.allCases.count)

    public func count(_ code: MismatchCode) -> Int { byCode[Int(code.rawValue)] }

    public func count(_ severity: MismatchCode.Severity) -> Int {
        MismatchCode.allCases.reduce(0) { $0 + ($1.severity == severity ? count($1) : 0) }
    }

    public var mismatches: Int { byCode.reduce(0, +) }

    init(
        supplier: Catalogue, shop: Catalogue, pairs: borrowing Column<Pair>, firstPair: borrowing Column<UInt32>,
        shopDecisions: borrowing Column<Decision>, mismatches: borrowing Column<Mismatch>
    ) {
        supplierStyles = supplier.styleCount
        supplierVariants = supplier.variantCount
        shopStyles = shop.styleCount
        shopVariants = shop.variantCount
        for place in 0..<supplier.variantCount {
            let range = Int(firstPair[place])..<Int(firstPair[place + 1])
            if range.isEmpty {
                unmatched += 1
            } else if pairs[range.lowerBound].decision == .review {
                inReview += 1
            }
            for index in range where pairs[index].decision.isAccepted { accepted += 1 }
        }
        for row in 0..<shop.variantCount where shopDecisions[row] == .none { shopUnmatched += 1 }
        for index in 0..<mismatches.count { byCode[Int(mismatches[index].code.rawValue)] += 1 }
    }
}
