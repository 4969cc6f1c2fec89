import Catalogues

/// The decisions of a person, and the pairs of earlier runs, found again in today's catalogues.
struct DecidedPairs {
    /// The supplier row (plus nothing) that a person confirmed for a shop row.
    private(set) var confirmed: [Int: [Int]] = [:]
    private var rejected: Set<UInt64> = []
    /// Shop rows whose confirmed variant says something else today than when it was confirmed, or the row itself does.
    private(set) var changed: Set<Int> = []
    /// The supplier row that an earlier run accepted for a shop row, where it says something else by now.
    private(set) var turned: [Int: Int] = [:]
    /// Decisions about variants that are in neither file any more.
    private(set) var lost = 0

    var isEmpty: Bool { confirmed.isEmpty && rejected.isEmpty }

    init(
        _ decisions: [PersonDecision], _ remembered: [RememberedPair], _ supplier: Catalogue, _ shop: Catalogue
    ) {
        if !decisions.isEmpty { read(decisions, supplier, shop) }
        if !remembered.isEmpty { read(remembered, supplier, shop) }
    }

    private mutating func read(_ remembered: [RememberedPair], _ supplier: Catalogue, _ shop: Catalogue) {
        let theirs = Lookup(supplier, Set(remembered.map(\.supplierSKU)), Set(remembered.map(\.supplierStyle)))
        let ours = Lookup(shop, Set(remembered.map(\.shopSKU)), Set(remembered.map(\.shopStyle)))
        for pair in remembered {
            guard let theirs = theirs.row(sku: pair.supplierSKU, style: pair.supplierStyle, spec: pair.supplierSpec),
                let ours = ours.row(sku: pair.shopSKU, style: pair.shopStyle, spec: pair.shopSpec)
            else { continue }
            turned[ours.row] = theirs.saysOther ? theirs.row : nil
        }
    }

    private mutating func read(_ decisions: [PersonDecision], _ supplier: Catalogue, _ shop: Catalogue) {
        let theirs = Lookup(supplier, Set(decisions.map(\.supplierSKU)), Set(decisions.map { $0.supplierStyle }))
        let ours = Lookup(shop, Set(decisions.map(\.shopSKU)), Set(decisions.map { $0.shopStyle }))
        for decision in decisions {
            let supplierRow = theirs.row(
                sku: decision.supplierSKU, style: decision.supplierStyle, spec: decision.supplierSpec)
            let shopRow = ours.row(sku: decision.shopSKU, style: decision.shopStyle, spec: decision.shopSpec)
            guard let supplierRow, let shopRow else {
                lost += 1
                continue
            }
            switch decision.verdict {
            case .rejected: rejected.insert(Self.key(supplierRow.row, shopRow.row))
            case .confirmed:
                // Of two decisions about one shop row the later one counts.
                confirmed[shopRow.row] = [supplierRow.row]
                changed.remove(shopRow.row)
                if supplierRow.saysOther || shopRow.saysOther { changed.insert(shopRow.row) }
            }
        }
    }

    private static func key(_ supplier: Int, _ shop: Int) -> UInt64 { UInt64(supplier) << 32 | UInt64(shop) }

    func isRejected(_ supplier: Int, _ shop: Int) -> Bool {
        !rejected.isEmpty && rejected.contains(Self.key(supplier, shop))
    }

    /// Finds variants by SKU, or by style and raw words where there is none.
    private struct Lookup {
        private let catalogue: Catalogue
        private var bySKU: [String: [Int]] = [:]
        private var byStyle: [String: [Int]] = [:]

        init(_ catalogue: Catalogue, _ skus: Set<String>, _ styles: Set<String>) {
            self.catalogue = catalogue
            let lengths = Set(skus.map(\.utf8.count))
            for row in 0..<catalogue.variantCount {
                let ref = catalogue.variants.sku.base[row]
                if ref.isNone || !lengths.contains(ref.count) { continue }
                let sku = catalogue.text(ref)
                if skus.contains(sku) { bySKU[sku, default: []].append(row) }
            }
            for style in 0..<catalogue.styleCount
            where styles.contains(catalogue.text(catalogue.styles.code.base[style])) {
                byStyle[catalogue.style(style).code, default: []] += catalogue.rows(ofStyle: style)
            }
        }

        /// - Returns: the row, and whether it says other words than the decision remembers; nil if it is not there, or
        ///   not there once.
        func row(sku: String, style: String, spec: String) -> (row: Int, saysOther: Bool)? {
            if !sku.isEmpty {
                guard let rows = bySKU[sku], rows.count == 1 else { return nil }
                return (rows[0], !spec.isEmpty && catalogue.variant(rows[0]).spec != spec)
            }
            let rows = (byStyle[style] ?? []).filter { catalogue.variant($0).spec == spec }
            return rows.count == 1 ? (rows[0], false) : nil
        }
    }
}
