import Catalogues
import Reconciliation

/// The worst mismatches as a person works through them: style by style, the worst style first.
struct StyleCards {
    private(set) var cards: [StyleCard] = []
    /// How many mismatches the cards show.
    private(set) var shown = 0

    /// The codes of which the cards show any.
    private(set) var codes: Set<MismatchCode> = []

    /// What a page can bear; the rest is in mismatches.csv.
    static let mismatchLimit = 500
    static let styleLimit = 100
    /// Of one code within one style.
    static let entryLimit = 60
    /// How many mismatches of a style its table knows. A style of more is a file that names no styles.
    static let trackedLimit = 2000

    init(_ input: ReportInput, _ links: OutcomeLinks) {
        let outcome = input.outcome
        // The card of each style, numbered from 1. A style that stands in the shop is known by that; another by the
        // supplier's.
        var byShopStyle = [UInt8](repeating: 0, count: outcome.shop.styleCount)
        var bySupplierStyle = [UInt8](repeating: 0, count: outcome.supplier.styleCount)
        for mismatch in outcome.mismatches.values {
            let shopStyle = Self.shopStyle(of: mismatch, links)
            var number = shopStyle.map { byShopStyle[$0] } ?? bySupplierStyle[Int(mismatch.supplierStyle)]
            if number == 0 {
                if cards.count >= Self.styleLimit || shown >= Self.mismatchLimit { continue }
                cards.append(StyleCard())
                number = UInt8(cards.count)
                if let shopStyle {
                    byShopStyle[shopStyle] = number
                } else {
                    bySupplierStyle[Int(mismatch.supplierStyle)] = number
                }
            }
            let index = Int(number) - 1
            if mismatch.supplierStyle != Mismatch.nobody {
                cards[index].supplierStyles.insert(Int(mismatch.supplierStyle))
            }
            cards[index].shopStyle = shopStyle
            if cards[index].add(mismatch, outcome, input.language, isShown: shown < Self.mismatchLimit) { shown += 1 }
        }
        for index in cards.indices { Self.complete(&cards[index], input, links) }
        codes = Set(cards.flatMap { $0.items.map(\.code) })
        for table in input.specTable where !cards.contains(where: { $0.table?.isSameStyle(as: table) == true }) {
            // Styles in which only the platform or the orders are out of step.
            if cards.count >= Self.styleLimit { break }
            var card = StyleCard()
            card.title = table.title
            card.codes = table.code.isEmpty ? [] : [table.code]
            card.table = table
            cards.append(card)
        }
    }

    private static func shopStyle(of mismatch: Mismatch, _ links: OutcomeLinks) -> Int? {
        mismatch.shopStyle != Mismatch.nobody
            ? Int(mismatch.shopStyle) : links.shopStyle(ofSupplierStyle: Int(mismatch.supplierStyle))
    }

    /// Gives a card its names and its table.
    private static func complete(_ card: inout StyleCard, _ input: ReportInput, _ links: OutcomeLinks) {
        let outcome = input.outcome
        if let shopStyle = card.shopStyle {
            card.supplierStyles.formUnion(links.supplierStyles(ofShopStyle: shopStyle))
        }
        let theirs = card.supplierStyles.sorted().map { outcome.supplier.style($0) }
        let ours = card.shopStyle.map { outcome.shop.style($0) }
        card.title = [ours?.title, theirs.first?.title].compactMap(\.self).first { !$0.isEmpty } ?? ""
        if let first = theirs.first?.title, first != card.title { card.supplierTitle = first }
        for code in theirs.map(\.code) + [ours?.article, ours?.code].compactMap(\.self)
        where !code.isEmpty && !card.codes.contains(code) {
            card.codes.append(code)
        }
        card.table =
            input.specTable.first { table in
                if let shopStyle = card.shopStyle { return table.shopStyle == shopStyle }
                return table.supplierStyle.map { card.supplierStyles.contains($0) } ?? false
            } ?? links.table(of: card, input.language)
    }
}

/// One style with what is wrong in it.
struct StyleCard {
    var title = ""
    /// The supplier's title, where it is another.
    var supplierTitle = ""
    var codes: [String] = []
    var supplierStyles: Set<Int> = []
    var shopStyle: Int?
    /// Its mismatches, those of one code (and one addressee) together, worst first.
    private(set) var items: [CardItem] = []
    var table: SpecTableStyle?
    /// All its mismatches by the rows they are about, whether shown or not.
    private(set) var byShopRow: [UInt32: [Mismatch]] = [:]
    private(set) var bySupplierRow: [UInt32: [Mismatch]] = [:]
    private var tracked = 0

    /// Whether it is one style that one side does not have at all.
    var isWholeStyle: Bool {
        !items.isEmpty && items.allSatisfy { $0.code == .styleWithdrawn || $0.code == .styleNotListed }
    }

    /// Takes a mismatch, and tells whether it is shown and not only counted.
    mutating func add(_ mismatch: Mismatch, _ outcome: Outcome, _ language: Language, isShown: Bool) -> Bool {
        var isShown = isShown
        if let last = items.lastIndex(where: { $0.code == mismatch.code && $0.who == mismatch.who }) {
            isShown = isShown && items[last].entries.count < StyleCards.entryLimit
            if isShown {
                items[last].entries.append(CardEntry(mismatch, outcome, language))
            } else {
                items[last].hidden += 1
            }
        } else if isShown {
            items.append(CardItem(mismatch: mismatch, entries: [CardEntry(mismatch, outcome, language)]))
        }
        if tracked >= StyleCards.trackedLimit { return isShown }
        tracked += 1
        let group = mismatch.group == Mismatch.nobody ? Outcome.RowGroup() : outcome.groups[Int(mismatch.group)]
        for row in Set(group.shop + (mismatch.shop == Mismatch.nobody ? [] : [mismatch.shop])) {
            byShopRow[row, default: []].append(mismatch)
        }
        for row in Set(group.supplier + (mismatch.supplier == Mismatch.nobody ? [] : [mismatch.supplier])) {
            bySupplierRow[row, default: []].append(mismatch)
        }
        return isShown
    }
}

/// The mismatches of one code within a style.
struct CardItem {
    /// The first of them.
    var mismatch: Mismatch
    var entries: [CardEntry]
    /// How many more there are than are shown.
    var hidden = 0

    var code: MismatchCode { mismatch.code }
    var who: MismatchCode.Who { mismatch.who }
}

/// One mismatch as the page shows it.
struct CardEntry {
    /// What one knows it by: the spec and the SKU.
    var spec: String
    var sku: String
    var details: MismatchDetails
    /// `supplier.xml:59`; nil where the side has nothing.
    var supplierPlace: String?
    var shopPlace: String?

    init(_ mismatch: Mismatch, _ outcome: Outcome, _ language: Language) {
        details = MismatchDetails(mismatch, outcome, language)
        let theirs = mismatch.supplier == Mismatch.nobody ? nil : outcome.supplier.variant(Int(mismatch.supplier))
        let ours = mismatch.shop == Mismatch.nobody ? nil : outcome.shop.variant(Int(mismatch.shop))
        spec = (ours ?? theirs)?.words ?? ""
        sku = [theirs?.sku, ours?.supplierCode, ours?.sku].compactMap(\.self).first { !$0.isEmpty } ?? ""
        supplierPlace = Self.place(theirs, mismatch.supplierStyle, outcome.supplier)
        shopPlace = Self.place(ours, mismatch.shopStyle, outcome.shop)
    }

    private static func place(_ variant: Variant?, _ style: UInt32, _ catalogue: Catalogue) -> String? {
        if let variant { return "\(catalogue.source.name):\(variant.line)" }
        if style != Mismatch.nobody { return "\(catalogue.source.name):\(catalogue.style(Int(style)).line)" }
        return nil
    }
}

extension SpecTableStyle {
    fileprivate func isSameStyle(as other: SpecTableStyle) -> Bool {
        if let shopStyle, let otherStyle = other.shopStyle { return shopStyle == otherStyle }
        if let supplierStyle, let otherStyle = other.supplierStyle { return supplierStyle == otherStyle }
        return code == other.code
    }
}
