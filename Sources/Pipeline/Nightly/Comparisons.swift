import Catalogues
import Ledgers
import Lexicons
import Reconciliation

/// Each source of tonight compared with the shop, and the specs of all legs side by side.
struct Comparisons {
    /// The suppliers' outcomes, in the workspace's order, and those of the platform and the order system.
    let suppliers: [Outcome]
    let others: [Outcome]
    let table: SpecTable
    /// How many order lines there are of the shop's rows, by the export of the order system.
    let orders: [Int: Int]
    /// What people decided, whatever source it is about.
    let decisions: [PersonDecision]
    let shop: Catalogue

    init(_ sources: [TonightsSource], _ workspace: Workspace, _ lexicon: Lexicon, _ ledger: Ledger) throws {
        guard let shop = sources.first(where: { $0.settings.leg == .shop })?.catalogue else {
            throw RunError("error: there is no shop to compare with")
        }
        self.shop = shop
        var settings = DiffSettings()
        settings.priceRule = workspace.priceRule
        // “stock below: 5” does not speak of 5.
        settings.lowStock = workspace.lowStock.map { $0 - 1 }
        let path = workspace.path(workspace.decisions)
        let names = Set(workspace.sources.map(\.name))
        decisions = Folders.exists(path) ? try DecisionFile.read(path) : []
        var suppliers: [Outcome] = []
        var others: [Outcome] = []
        for source in sources {
            guard let catalogue = source.catalogue, source.settings.leg != .shop else { continue }
            // A decision that names another source of the workspace is not about this one.
            let own = decisions.filter { $0.supplier == source.name || !names.contains($0.supplier) }
            let isSupplier = source.settings.leg == .supplier
            let worded = isSupplier ? try Self.inWords(own, source.name, shop.source.name, ledger) : []
            let remembered = isSupplier ? try Self.remembered(source, ledger) : []
            let outcome = diff(
                catalogue, with: shop, lexicon: lexicon, decisions: worded, remembered: remembered,
                settings: settings)
            if isSupplier { suppliers.append(outcome) } else { others.append(outcome) }
        }
        self.suppliers = suppliers
        self.others = others
        orders = Self.orders(others)
        table = SpecTable(suppliers + others, lexicon: lexicon)
    }

    var all: [Outcome] { suppliers + others }

    private static func orders(_ others: [Outcome]) -> [Int: Int] {
        var orders: [Int: Int] = [:]
        for outcome in others where outcome.supplier.source.leg == .orders {
            for pair in outcome.pairs.values
            where pair.decision.isAccepted || !pair.evidence.isDisjoint(with: .codes) {
                orders[Int(pair.shop), default: 0] += Int(outcome.supplier.variants.orderLines[Int(pair.supplier)])
            }
        }
        return orders
    }

    /// Whether another supplier than the one of outcome `index` delivers the shop's row.
    func isDelivered(_ row: Int, byOthersThan index: Int) -> Bool {
        suppliers.indices.contains { $0 != index && suppliers[$0].shopDecisions[row].isAccepted }
    }

    /// A candidate that is none: its words are like those of a listing that another supplier delivers.
    func isOthers(_ pair: Pair, ofOutcome index: Int) -> Bool {
        pair.evidence.isDisjoint(with: .codes) && isDelivered(Int(pair.shop), byOthersThan: index)
    }

    /// How many variants of a supplier a person must look at.
    func inReview(ofOutcome index: Int) -> Int {
        let outcome = suppliers[index]
        if suppliers.count == 1 { return outcome.summary.inReview }
        return (0..<outcome.supplier.variantCount).count { place in
            let pairs = outcome.pairs(atPlace: place)
            return pairs.first?.decision == .review && pairs.contains { !isOthers($0, ofOutcome: index) }
        }
    }

    /// A decision that names codes only means what these said when it was made.
    private static func inWords(
        _ decisions: [PersonDecision], _ source: String, _ shop: String, _ ledger: Ledger
    ) throws -> [PersonDecision] {
        try ledger.read { try $0.withWords(decisions, ofSource: source, shop: shop) }
    }

    /// What was sent until now for the codes that say something else than they did.
    private static func remembered(_ source: TonightsSource, _ ledger: Ledger) throws -> [RememberedPair] {
        let turned = source.changes.filter { $0.kind == .meaningChanged }.map(\.sku)
        return try ledger.read { entry in
            let open = try entry.codesInDoubt(ofSource: source.name)
            return try entry.lastMapping(
                ofSource: source.name, supplierSKUs: open.union(turned).sorted(), stillHolding: true
            ).map {
                RememberedPair(
                    supplierStyle: $0.supplierStyle, supplierSKU: $0.supplierSKU, supplierSpec: $0.supplierSpec,
                    shopStyle: $0.shopStyle, shopSKU: $0.shopSKU, shopSpec: $0.shopSpec)
            }
        }
    }
}
