import Catalogues
import Ledgers
import Reconciliation
import Reports

/// The mismatches of one leg's outcome as the ledger keeps them.
struct MismatchesOfNight {
    let outcome: Outcome
    /// The source's name.
    let source: String
    let language: Language
    /// Order lines by the shop's row.
    var orders: [Int: Int] = [:]

    /// Of what the shop lists and this supplier has not: only what `isTheirs` says this supplier once had. That words
    /// are like those of a listing which another supplier delivers (`isOthers`) is no question; it is just not listed.
    func records(
        isOthers: (Int) -> Bool = { _ in false }, isTheirs: (Int) -> Bool
    ) -> [MismatchRecord] {
        var records: [MismatchRecord] = []
        records.reserveCapacity(outcome.mismatches.count)
        var passed: [UInt32] = []
        for mismatch in outcome.mismatches.values {
            if isOfShopAlone(mismatch) {
                if shopRows(mismatch).contains(where: isTheirs) {
                    records += gone(mismatch, isTheirs, unless: isOthers).map(record)
                }
                continue
            }
            if mismatch.code == .ambiguousMatch, mismatch.supplier != Mismatch.nobody,
                mismatch.evidence.isDisjoint(with: .codes), shopRows(mismatch).contains(where: isOthers)
            {
                passed.append(mismatch.supplier)
                continue
            }
            records.append(record(mismatch))
        }
        return records + notListed(passed)
    }

    /// Supplier rows that the shop does not list: told once a style where it lists none of the style's.
    private func notListed(_ rows: [UInt32]) -> [MismatchRecord] {
        if rows.isEmpty { return [] }
        let supplier = outcome.supplier
        var isListed = [Bool](repeating: false, count: supplier.styleCount)
        for pair in outcome.pairs.values where pair.decision.isAccepted {
            isListed[Int(supplier.variants.style[Int(pair.supplier)])] = true
        }
        var told: Set<UInt32> = []
        return rows.compactMap { row in
            let style = supplier.variants.style[Int(row)]
            if isListed[Int(style)] {
                return record(Mismatch(.variantNotListed, supplierStyle: style, supplier: row))
            }
            guard told.insert(style).inserted else { return nil }
            return record(Mismatch(.styleNotListed, supplierStyle: style))
        }
    }

    /// The shop has it, the supplier has not.
    func isOfShopAlone(_ mismatch: Mismatch) -> Bool {
        mismatch.code == .styleWithdrawn || mismatch.code == .variantWithdrawn
    }

    /// A style of which another supplier delivers a part is not gone; those of its variants are that are `isGone`.
    func gone(_ mismatch: Mismatch, _ isGone: (Int) -> Bool, unless isDelivered: (Int) -> Bool) -> [Mismatch] {
        let rows = shopRows(mismatch)
        guard mismatch.code == .styleWithdrawn, rows.contains(where: isDelivered) else { return [mismatch] }
        return rows.filter(isGone).map { row in
            var variant = mismatch
            variant.code = .variantWithdrawn
            variant.shop = UInt32(row)
            return variant
        }
    }

    func shopRows(_ mismatch: Mismatch) -> Range<Int> {
        if mismatch.shop != Mismatch.nobody { return Int(mismatch.shop)..<Int(mismatch.shop) + 1 }
        if mismatch.shopStyle != Mismatch.nobody { return outcome.shop.rows(ofStyle: Int(mismatch.shopStyle)) }
        return 0..<0
    }

    func record(_ mismatch: Mismatch) -> MismatchRecord {
        let theirs = VariantFacts(outcome.supplier, mismatch.supplier, mismatch.supplierStyle)
        let ours = VariantFacts(outcome.shop, mismatch.shop, mismatch.shopStyle)
        let details = MismatchDetails(mismatch, outcome, language)
        var record = MismatchRecord(
            source: source, code: mismatch.code, who: mismatch.who,
            key: key(mismatch, theirs, ours, details.field))
        record.supplier = theirs
        record.shop = ours
        record.field = details.field
        record.supplierValue = details.supplierValue
        record.shopValue = details.shopValue
        record.action = Texts.action(mismatch, language)
        record.evidence = mismatch.evidence.text
        record.stockAtRisk = stockAtRisk(mismatch)
        if !orders.isEmpty { record.ordersAtRisk = shopRows(mismatch).reduce(0) { $0 + (orders[$1] ?? 0) } }
        return record
    }

    /// What makes it the same mismatch tomorrow: its kind and the two variants, by what they are called and not by where
    /// they stand or what they are worth. Values may change; rows may be sorted anew.
    private func key(
        _ mismatch: Mismatch, _ theirs: VariantFacts, _ ours: VariantFacts, _ field: String
    ) -> RowKey {
        switch mismatch.code {
        case .duplicateCode: RowKey(source, mismatch.code.name, field, theirs.sku)
        case .duplicateSpec:
            RowKey(source, mismatch.code.name, theirs.style, theirs.spec, ours.style, ours.spec)
        case .ambiguousMatch where mismatch.supplier != Mismatch.nobody && mismatch.shop != Mismatch.nobody:
            // Which candidate is shown first may turn from night to night.
            RowKey(source, mismatch.code.name, ours.style, ours.sku, ours.spec)
        default:
            RowKey(
                source, mismatch.code.name, field, theirs.style, theirs.sku, theirs.sku.isEmpty ? theirs.spec : "",
                ours.style, ours.sku, ours.sku.isEmpty ? ours.spec : "")
        }
    }

    /// The pieces that the shop offers of what it is about; nil = not known.
    private func stockAtRisk(_ mismatch: Mismatch) -> Int? {
        var sum: Int?
        for row in shopRows(mismatch) where outcome.shop.variants.status[row] != .offSale {
            if let quantity = outcome.shop.variants.stock[row].quantity { sum = (sum ?? 0) + quantity }
        }
        return sum
    }
}

extension VariantFacts {
    /// A variant, or a style as a whole, or nothing.
    init(_ catalogue: Catalogue, _ row: UInt32, _ style: UInt32) {
        self.init()
        if row != Mismatch.nobody {
            self.init(catalogue.variant(Int(row)))
        } else if style != Mismatch.nobody {
            let view = catalogue.style(Int(style))
            self.style = view.code.isEmpty ? view.title : view.code
            title = view.title
            supplierCode = view.article
            line = view.line
            if view.rows.count == 1 {
                sku = view.variants[0].sku
                spec = view.variants[0].spec
            }
        }
    }

    init(_ variant: Variant) {
        self.init()
        style = variant.style.code.isEmpty ? variant.style.title : variant.style.code
        title = variant.style.title
        sku = variant.sku
        supplierCode = variant.supplierCode
        spec = variant.spec
        line = variant.line
    }
}
