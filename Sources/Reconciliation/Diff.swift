public import Catalogues
public import Lexicons

/// Compares a leg's catalogue with the shop's: what is what, and what does not agree.
///
/// - Parameters:
///   - decisions: what people said of pairs before.
///   - remembered: pairs of earlier runs whose supplier variant may say something else by now.
public func diff(
    _ supplier: Catalogue, with shop: Catalogue, lexicon: Lexicon, decisions: [PersonDecision] = [],
    remembered: [RememberedPair] = [], settings: DiffSettings = DiffSettings()
) -> Outcome {
    let blocks = Blocks(
        supplier: supplier, shop: shop, lexicon: lexicon, decisions: decisions, remembered: remembered)
    return outcome(of: blocks, lexicon, settings)
}

/// As `diff`, and keeps what it was decided from, so that one can ask why.
package func examine(
    _ supplier: Catalogue, with shop: Catalogue, lexicon: Lexicon, decisions: [PersonDecision] = [],
    settings: DiffSettings = DiffSettings()
) -> (outcome: Outcome, inquiry: Inquiry) {
    let blocks = Blocks(supplier: supplier, shop: shop, lexicon: lexicon, decisions: decisions)
    let outcome = outcome(of: blocks, lexicon, settings)
    return (outcome, Inquiry(blocks, outcome, lexicon: lexicon, settings: settings))
}

private func outcome(of blocks: Blocks, _ lexicon: Lexicon, _ settings: DiffSettings) -> Outcome {
    var matcher = Matcher(blocks, lexicon: lexicon, settings: settings)
    for family in 0..<blocks.families.count { matcher.decide(family) }
    matcher.reportSharedCodes()
    return matcher.finish()
}

extension Matcher {
    /// Brings all that was found into the order that outputs keep.
    consuming func finish() -> Outcome {
        let supplier = blocks.supplier
        let count = supplier.variantCount
        // Where each supplier row stands in its file.
        let place = Column<UInt32>(zeros: count)
        for index in 0..<count { place.base[supplier.row(inFileOrder: index)] = UInt32(index) }

        let firstPair = Column<UInt32>(zeros: count + 1)
        var isSorted = true
        var last: UInt32 = 0
        for pair in pairs.values {
            let at = place.base[Int(pair.supplier)]
            firstPair.base[Int(at) + 1] += 1
            isSorted = isSorted && at >= last
            last = at
        }
        for index in 0..<count { firstPair.base[index + 1] += firstPair.base[index] }
        let ordered = inOrder(mismatches.values, place)
        // A file that lists its styles one after the other is in order already.
        if !isSorted { pairs = Self.inOrder(pairs, place, firstPair) }
        return Outcome(
            supplier: supplier, shop: blocks.shop, pairs: pairs, firstPair: firstPair, shopDecisions: shopDecisions,
            mismatches: ordered, groups: groups, lostDecisions: blocks.decided.lost)
    }

    /// Pairs by the place of their supplier row; those of one row stay as they are.
    private static func inOrder(
        _ pairs: borrowing Column<Pair>, _ place: borrowing Column<UInt32>, _ firstPair: borrowing Column<UInt32>
    ) -> Column<Pair> {
        let next = Column<UInt32>(zeros: firstPair.count)
        next.base.update(from: firstPair.base, count: firstPair.count)
        var sorted = Column<Pair>(capacity: pairs.count, likely: pairs.count)
        sorted.setCount(pairs.count)
        for pair in pairs.values {
            let at = Int(place.base[Int(pair.supplier)])
            sorted.base[Int(next.base[at])] = pair
            next.base[at] += 1
        }
        return sorted
    }

    /// Mismatches by code (the codes stand worst first), then by the place of the supplier's variant in its file, then
    /// by the shop's row.
    private func inOrder(_ mismatches: UnsafeBufferPointer<Mismatch>, _ place: borrowing Column<UInt32>) -> Column<
        Mismatch
    > {
        func key(_ mismatch: Mismatch) -> (UInt64, UInt32) {
            let row =
                mismatch.supplier != Mismatch.nobody
                ? mismatch.supplier
                : mismatch.supplierStyle != Mismatch.nobody
                    ? blocks.supplier.styles.first.base[Int(mismatch.supplierStyle)] : nil
            let shopRow =
                mismatch.shop != Mismatch.nobody
                ? mismatch.shop
                : mismatch.shopStyle != Mismatch.nobody ? blocks.shop.styles.first.base[Int(mismatch.shopStyle)] : nil
            return (
                UInt64(mismatch.code.severity.rawValue * 64 + mismatch.code.rawValue) << 32
                    | UInt64(row.map { place.base[Int($0)] } ?? Mismatch.nobody),
                shopRow ?? Mismatch.nobody
            )
        }
        let keyed = mismatches.indices.map { index in
            let (first, second) = key(mismatches[index])
            return (first, second, index)
        }.sorted { $0 < $1 }
        var ordered = Column<Mismatch>(capacity: mismatches.count, likely: mismatches.count)
        for (_, _, index) in keyed { ordered.append(mismatches[index]) }
        return ordered
    }
}
