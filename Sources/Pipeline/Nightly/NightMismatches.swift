import Catalogues
import Ledgers
import Reconciliation
import Reports

/// All that does not agree tonight: between each supplier and the shop, of the platform's and the order system's words,
/// in the codes that suppliers exchanged, and in the sources themselves.
struct NightMismatches {
    let record: NightRecord

    init(_ record: NightRecord) { self.record = record }

    func all() throws -> [MismatchRecord] {
        let relisted = try relisted()
        // What was relisted is told once, and not also as gone here and new there.
        let linked = Set(relisted.map { RowKey($0.shop.style, $0.shop.sku, $0.shop.spec) })
        let news = Set(relisted.map { RowKey($0.source, $0.supplier.style, $0.supplier.sku, $0.supplier.spec) })
        let compared = try compared().filter { mismatch in
            switch mismatch.code {
            case .variantWithdrawn, .ambiguousMatch:
                !linked.contains(RowKey(mismatch.shop.style, mismatch.shop.sku, mismatch.shop.spec))
            case .variantNotListed:
                !news.contains(
                    RowKey(mismatch.source, mismatch.supplier.style, mismatch.supplier.sku, mismatch.supplier.spec))
            default: true
            }
        }
        return notices() + relisted + compared + outOfStep()
    }

    /// The suppliers against the shop. Of several suppliers nobody answers for what another delivers.
    private func compared() throws -> [MismatchRecord] {
        let suppliers = record.compared.suppliers
        let orders = record.compared.orders
        func mismatches(_ outcome: Outcome, _ source: String) -> MismatchesOfNight {
            MismatchesOfNight(outcome: outcome, source: source, language: record.workspace.language, orders: orders)
        }
        let configured = record.workspace.sources.filter { $0.leg == .supplier }
        if configured.count == 1, let outcome = suppliers.first {
            return mismatches(outcome, outcome.supplier.source.name).records { _ in true }
        }
        let shop = record.compared.shop
        let delivered = (0..<shop.variantCount).map { row in suppliers.contains { $0.shopDecisions[row].isAccepted } }
        func key(_ row: Int) -> RowKey {
            let variant = shop.variant(row)
            return RowKey(variant.style.code, variant.sku, variant.spec)
        }
        let everMapped = try suppliers.map {
            try record.entry.shopVariantsEverMapped(toSource: $0.supplier.source.name)
        }
        var records: [MismatchRecord] = []
        for (index, outcome) in suppliers.enumerated() {
            let mismatches = mismatches(outcome, outcome.supplier.source.name)
            let compared = record.compared
            records += mismatches.records(isOthers: { compared.isDelivered($0, byOthersThan: index) }) { row in
                !delivered[row] && everMapped[index].contains(key(row))
            }
        }
        // What no supplier ever delivered is told once, as the shop's own; while one of them was never read, nobody knows.
        if suppliers.count == configured.count, let first = suppliers.first {
            let mismatches = mismatches(first, shop.source.name)
            for mismatch in first.mismatches.values where mismatches.isOfShopAlone(mismatch) {
                func isNobodys(_ row: Int) -> Bool {
                    !delivered[row] && !everMapped.contains { $0.contains(key(row)) }
                }
                let gone = mismatches.gone(mismatch, isNobodys, unless: { delivered[$0] })
                records += gone.filter { mismatches.shopRows($0).allSatisfy(isNobodys) }.map(mismatches.record)
            }
        }
        return records
    }

    /// What suppliers list under a new code while the shop still has the old one.
    private func relisted() throws -> [MismatchRecord] {
        let shop = record.compared.shop.source.name
        let open = try record.entry.changesOnTheirWay(toSource: shop).filter { $0.kind == .relisted }
        if open.isEmpty { return [] }
        let variants = ShopVariants(record.compared.shop)
        return try open.flatMap { change -> [MismatchRecord] in
            try record.former(change).map { former in
                var mismatch = MismatchRecord(
                    source: change.source, code: .relisted, who: MismatchCode.relisted.who,
                    key: RowKey(
                        change.source, MismatchCode.relisted.name, change.before, former.shopStyle, former.shopSKU,
                        former.shopSpec))
                mismatch.supplier.style = change.style
                mismatch.supplier.title = change.title
                mismatch.supplier.sku = change.sku
                mismatch.supplier.spec = change.spec
                mismatch.supplier.line = change.line
                mismatch.shop.style = former.shopStyle
                mismatch.shop.sku = former.shopSKU
                mismatch.shop.supplierCode = change.before
                mismatch.shop.spec = former.shopSpec
                if let variant = variants.find(former.shopSKU, former.shopStyle, former.shopSpec) {
                    mismatch.shop.title = variant.style.title
                    mismatch.shop.line = variant.line
                    mismatch.stockAtRisk = variant.stock.quantity
                }
                mismatch.field = "sku"
                mismatch.supplierValue = change.after
                mismatch.shopValue = change.before
                mismatch.action = Texts.action(.relisted, record.workspace.language)
                return mismatch
            }
        }
    }

    /// The platform's and the order system's words where they are the ones out of step.
    private func outOfStep() -> [MismatchRecord] {
        let table = record.compared.table
        let outcomes = record.compared.all
        let shop = record.compared.shop
        let orders = record.compared.orders
        var records: [MismatchRecord] = []
        for row in table.rows where !row.isUndecided {
            for cell in row.cells where cell.isOutOfStep && (cell.leg == .platform || cell.leg == .orders) {
                guard let outcome = cell.outcome.map({ outcomes[$0] }) else { continue }
                let theirs = outcome.supplier.variant(cell.row)
                let ours = shop.variant(row.shop)
                let source = outcome.supplier.source.name
                var mismatch = MismatchRecord(
                    source: source, code: .specDiffers, who: cell.leg == .platform ? .platform : .shop,
                    key: RowKey(source, "out-of-step", theirs.sku, theirs.spec, ours.style.code, ours.sku, ours.spec))
                mismatch.supplier = VariantFacts(theirs)
                mismatch.shop = VariantFacts(ours)
                mismatch.field = "spec"
                mismatch.supplierValue = theirs.spec
                mismatch.shopValue = ours.spec
                mismatch.stockAtRisk = ours.stock.quantity
                mismatch.action =
                    Bilingual(
                        "\(source) 这一行的规格与其他各方不同，请对方改过来。",
                        "\(source) says another spec than all others: have that row corrected.")[
                        record.workspace.language]
                records.append(mismatch)
            }
        }
        return records
    }

    /// What guards say of sources, so that it has a beginning and an end as everything else.
    private func notices() -> [MismatchRecord] {
        record.sources.flatMap { source in
            source.notices.map { notice in
                var mismatch = MismatchRecord(
                    source: source.name, code: notice.code, who: notice.code.who,
                    key: RowKey(source.name, notice.code.name))
                mismatch.field = "source"
                mismatch.supplierValue = notice.sentence[record.workspace.language]
                mismatch.action = Texts.action(notice.code, record.workspace.language)
                return mismatch
            }
        }
    }
}
