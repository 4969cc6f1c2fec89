import Catalogues
import Ledgers
import Lexicons
import Reconciliation

/// How a supplier's changes travel to the other legs: a renamed colour is not done with until the platform, the shop and
/// the order system say it, too; a withdrawn spec not until the shop has taken it off sale.
struct Travels {
    let lexicon: Lexicon
    /// The supplier's outcome by its name, and those of the platform and the order system.
    let suppliers: [String: Outcome]
    let others: [String: Outcome]
    /// The shop's name in the workspace.
    let shop: String

    /// Where a change stands with a leg.
    enum Standing {
        /// The leg does not carry the variant.
        case elsewhere
        case underWay
        case arrived
    }

    /// What becomes of some changes at a leg, in their order.
    ///
    /// - Parameter former: the pairs that the ledger remembers of a supplier's code.
    func standings(
        of changes: [ChangeEntry], at leg: String, former: (ChangeEntry) throws -> [MappingRecord]
    ) rethrows -> [Standing] {
        guard !changes.isEmpty else { return [] }
        var reader = SpecReader(lexicon: lexicon)
        var codes = Set(changes.map { Code(source: $0.source, sku: $0.sku) })
        for change in changes where change.kind == .relisted {
            codes.insert(Code(source: change.source, sku: change.before))
        }
        let partners = Partners(self, codes, leg)
        // Not every night has changes for which the shop is searched.
        lazy var onSale = ShopVariants(suppliers.values.first?.shop)
        return try changes.map { change in
            switch change.kind {
            case .specRenamed, .meaningChanged:
                guard let (variant, theirs) = partners.of(change), !theirs.isEmpty else { return .elsewhere }
                return theirs.allSatisfy { reader.saySame(variant, $0) } ? .arrived : .underWay
            case .specRemoved where leg == shop:
                let rows = try former(change)
                // Back again: there is nothing to follow any more.
                if rows.isEmpty || partners.of(change) != nil { return .elsewhere }
                return rows.contains { onSale.offers($0.shopSKU, $0.shopStyle, $0.shopSpec) } ? .underWay : .arrived
            case .relisted where leg == shop:
                // The old code is back, or the new one is gone: there is no link to propose any more.
                if partners.has(change.source, change.before) || !partners.has(change.source, change.sku) {
                    return .elsewhere
                }
                // However the two are matched by now: as long as the shop has the old code, orders bear it.
                let rows = try former(change).compactMap { onSale.find($0.shopSKU, $0.shopStyle, $0.shopSpec) }
                if rows.isEmpty { return .elsewhere }
                return rows.contains { $0.supplierCode == change.before || $0.sku == change.before }
                    ? .underWay : .arrived
            default: return .elsewhere
            }
        }
    }

    /// The shop's rows at which a leg has not followed changes yet.
    func rowsBehind(_ changes: [ChangeEntry]) -> Set<Int> {
        let partners = Partners(self, Set(changes.map { Code(source: $0.source, sku: $0.sku) }), shop)
        return Set(
            changes.filter { $0.kind == .specRenamed || $0.kind == .meaningChanged }
                .flatMap { partners.of($0)?.theirs.map(\.row) ?? [] })
    }

    private struct Code: Hashable {
        var source: String
        var sku: String
    }

    /// The variants of a leg that some supplier codes are mapped to.
    private struct Partners {
        private var found: [Code: (variant: Variant, theirs: [Variant])] = [:]

        init(_ travels: Travels, _ codes: Set<Code>, _ leg: String) {
            let others = travels.others[leg].map(Self.byShopRow) ?? [:]
            for (name, outcome) in travels.suppliers {
                let wanted = Set(codes.filter { $0.source == name }.map(\.sku))
                if wanted.isEmpty { continue }
                let supplier = outcome.supplier
                let lengths = Set(wanted.map(\.utf8.count))
                for place in 0..<supplier.variantCount {
                    let row = supplier.row(inFileOrder: place)
                    let ref = supplier.variants.sku[row]
                    guard !ref.isNone, lengths.contains(ref.count) else { continue }
                    let sku = supplier.text(ref)
                    guard wanted.contains(sku) else { continue }
                    let shopRows = outcome.pairs(atPlace: place).filter {
                        $0.decision.isAccepted || !$0.evidence.isDisjoint(with: [.sku, .skuSqueezed, .skuPrefixed])
                    }.map { Int($0.shop) }
                    let theirs: [Variant]
                    if leg == travels.shop {
                        theirs = shopRows.map(outcome.shop.variant)
                    } else {
                        theirs = shopRows.flatMap { others[$0] ?? [] }
                    }
                    found[Code(source: name, sku: sku)] = (supplier.variant(row), theirs)
                }
            }
        }

        /// The variants of a further leg by the rows of the shop that they are mapped to.
        private static func byShopRow(_ other: Outcome) -> [Int: [Variant]] {
            var variants: [Int: [Variant]] = [:]
            for pair in other.pairs.values
            where pair.decision.isAccepted || !pair.evidence.isDisjoint(with: [.sku, .skuSqueezed, .skuPrefixed]) {
                variants[Int(pair.shop), default: []].append(other.supplier.variant(Int(pair.supplier)))
            }
            return variants
        }

        /// Whether the supplier has the code tonight.
        func has(_ source: String, _ sku: String) -> Bool { found[Code(source: source, sku: sku)] != nil }

        func of(_ change: ChangeEntry) -> (variant: Variant, theirs: [Variant])? {
            found[Code(source: change.source, sku: change.sku)]
        }
    }
}

/// The shop's variants, found by what an earlier mapping called them.
struct ShopVariants {
    private let catalogue: Catalogue?
    private var styles: [String: [Int]] = [:]

    init(_ catalogue: Catalogue?) {
        self.catalogue = catalogue
        guard let catalogue else { return }
        for style in 0..<catalogue.styleCount { styles[catalogue.style(style).code, default: []].append(style) }
    }

    func find(_ sku: String, _ style: String, _ spec: String) -> Variant? {
        guard let catalogue else { return nil }
        for index in styles[style] ?? [] {
            for row in catalogue.rows(ofStyle: index) {
                let variant = catalogue.variant(row)
                if variant.sku == sku, !sku.isEmpty || variant.spec == spec { return variant }
            }
        }
        return nil
    }

    /// Whether a customer may still order it.
    func offers(_ sku: String, _ style: String, _ spec: String) -> Bool {
        find(sku, style, spec).map { $0.status != .offSale && $0.stock.quantity != 0 } ?? false
    }
}
