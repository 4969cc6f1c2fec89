import Catalogues
import Reconciliation

/// Which rows and styles of an outcome belong together, looked up once for a page.
struct OutcomeLinks {
    private let outcome: Outcome
    /// Where each supplier row stands in its file.
    private var place: [UInt32]
    /// The shop's style of each supplier style, by its first accepted pair, or else its first candidate.
    private var partner: [UInt32]
    /// The supplier's styles of each shop style, as chains: the first one, and the next one of each.
    private var firstPartner: [UInt32]
    private var nextPartner: [UInt32]

    private static let nobody = UInt32.max

    init(_ outcome: Outcome) {
        self.outcome = outcome
        let (supplier, shop) = (outcome.supplier, outcome.shop)
        place = [UInt32](repeating: 0, count: supplier.variantCount)
        for index in place.indices { place[supplier.row(inFileOrder: index)] = UInt32(index) }

        partner = [UInt32](repeating: Self.nobody, count: supplier.styleCount)
        var candidate = partner
        for pair in outcome.pairs.values {
            let style = Int(supplier.variants.style[Int(pair.supplier)])
            if partner[style] != Self.nobody { continue }
            if pair.decision.isAccepted {
                partner[style] = shop.variants.style[Int(pair.shop)]
            } else if candidate[style] == Self.nobody {
                candidate[style] = shop.variants.style[Int(pair.shop)]
            }
        }
        firstPartner = [UInt32](repeating: Self.nobody, count: shop.styleCount)
        nextPartner = [UInt32](repeating: Self.nobody, count: supplier.styleCount)
        // From the last style to the first, so that each chain begins with its first.
        for style in partner.indices.reversed() {
            if partner[style] == Self.nobody { partner[style] = candidate[style] }
            if partner[style] == Self.nobody { continue }
            nextPartner[style] = firstPartner[Int(partner[style])]
            firstPartner[Int(partner[style])] = UInt32(style)
        }
    }

    func shopStyle(ofSupplierStyle style: Int) -> Int? { partner[style] == Self.nobody ? nil : Int(partner[style]) }

    func supplierStyles(ofShopStyle style: Int) -> [Int] {
        var styles: [Int] = []
        var next = firstPartner[style]
        while next != Self.nobody {
            styles.append(Int(next))
            next = nextPartner[Int(next)]
        }
        return styles
    }

    // MARK: The table of two legs

    /// The specs of a card's style, the supplier's beside the shop's.
    func table(of card: StyleCard, _ language: Language) -> SpecTableStyle {
        var rows: [SpecTableRow] = []
        var seen: Set<UInt32> = []
        let isHuge = isHuge(card)
        for style in card.supplierStyles.sorted() {
            for row in outcome.supplier.rows(ofStyle: style) {
                if isHuge, card.bySupplierRow[UInt32(row)] == nil { continue }
                let pairs = outcome.pairs(atPlace: Int(place[row]))
                let accepted = pairs.filter(\.decision.isAccepted)
                let shown = accepted.isEmpty ? Array(pairs.prefix(1)) : accepted
                for pair in shown {
                    seen.insert(pair.shop)
                    rows.append(self.row(UInt32(row), pair.shop, card, language))
                }
                if shown.isEmpty { rows.append(self.row(UInt32(row), nil, card, language)) }
            }
        }
        if let shopStyle = card.shopStyle {
            for row in outcome.shop.rows(ofStyle: shopStyle) where !seen.contains(UInt32(row)) {
                if isHuge, card.byShopRow[UInt32(row)] == nil { continue }
                rows.append(self.row(nil, UInt32(row), card, language))
            }
        }
        return SpecTableStyle(
            code: card.codes.first ?? "", title: card.title, shopStyle: card.shopStyle,
            supplierStyle: card.supplierStyles.min(), legs: [.supplier, .shop], rows: rows)
    }

    /// Whether the style has so many variants that only those with a mismatch are looked at.
    private func isHuge(_ card: StyleCard) -> Bool {
        let theirs = card.supplierStyles.reduce(0) { $0 + outcome.supplier.rows(ofStyle: $1).count }
        let ours = card.shopStyle.map { outcome.shop.rows(ofStyle: $0).count } ?? 0
        return theirs + ours > StyleCards.trackedLimit
    }

    private func row(_ supplier: UInt32?, _ shop: UInt32?, _ card: StyleCard, _ language: Language) -> SpecTableRow {
        var found = shop.flatMap { card.byShopRow[$0] } ?? []
        for mismatch in supplier.flatMap({ card.bySupplierRow[$0] }) ?? [] {
            // One of the pair itself was already found by its shop row; that of another pair is shown there.
            let isOwn = mismatch.shop == Mismatch.nobody || (mismatch.isShopSide && mismatch.group != Mismatch.nobody)
            if isOwn, mismatch.shop != shop { found.append(mismatch) }
        }
        var remarks: [String] = []
        for mismatch in found {
            let remark = Self.remark(mismatch, outcome, language)
            if !remarks.contains(remark) { remarks.append(remark) }
        }
        return SpecTableRow(
            cells: [
                cell(
                    supplier, outcome.supplier, disagrees: found.contains { Self.isInSpec($0) && $0.who == .supplier }),
                cell(shop, outcome.shop, disagrees: found.contains { Self.isInSpec($0) && $0.who != .supplier }),
            ],
            remark: remarks.joined(separator: language == .zh ? "；" : "; "),
            disagrees: !found.isEmpty)
    }

    /// Whether it is about the words or the code of a spec, which the cells show, and not about its stock or price.
    private static func isInSpec(_ mismatch: Mismatch) -> Bool {
        switch mismatch.code {
        case .specDiffers, .codeConflict, .meaningChanged, .ambiguousMatch, .promiseChanged, .duplicateCode,
            .duplicateSpec,
            .specIncomplete:
            true
        default: false
        }
    }

    private func cell(_ row: UInt32?, _ catalogue: Catalogue, disagrees: Bool) -> SpecTableCell? {
        guard let row else { return nil }
        let variant = catalogue.variant(Int(row))
        return SpecTableCell(variant.words, line: variant.line, disagrees: disagrees)
    }

    /// `库存 0 ≠ 15`; the fault's name where the values stand in the cells.
    private static func remark(_ mismatch: Mismatch, _ outcome: Outcome, _ language: Language) -> String {
        let details = MismatchDetails(mismatch, outcome, language)
        switch details.field {
        case "price", "stock":
            return
                "\(Texts.field(details.field, language)) \(Texts.value(details.supplierValue, language)) ≠ \(Texts.value(details.shopValue, language))"
        default:
            return Texts.title(mismatch.code, language)
        }
    }
}
