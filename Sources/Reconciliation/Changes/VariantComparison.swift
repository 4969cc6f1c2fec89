import Catalogues

/// What became of a variant that both versions have: its price and its stock.
struct VariantComparison {
    private let old: Catalogue
    private let new: Catalogue
    private let priceStep: UInt64
    private var currencies: [UInt64: Bool] = [:]

    init(_ old: Catalogue, _ new: Catalogue, priceStep: Int) {
        self.old = old
        self.new = new
        self.priceStep = UInt64(max(priceStep, 0))
    }

    // MARK: Price

    enum Price { case unknown, same, changed, jumped }

    /// By the cost where both versions have it, else by the price; unknown where one has neither, or in another currency.
    mutating func price(_ oldRow: Int, _ newRow: Int) -> Price {
        var before = old.variants.cost.base[oldRow]
        var after = new.variants.cost.base[newRow]
        if before.isAbsent || after.isAbsent {
            before = old.variants.price.base[oldRow]
            after = new.variants.price.base[newRow]
        }
        if before.isAbsent || after.isAbsent || currenciesDiffer(oldRow, newRow) { return .unknown }
        if before == after { return .same }
        return isJump(before.tenThousandths, after.tenThousandths) ? .jumped : .changed
    }

    private func isJump(_ before: Int64, _ after: Int64) -> Bool {
        let (difference, tooFar) = after.subtractingReportingOverflow(before)
        if tooFar { return true }
        let moved = difference.magnitude.multipliedFullWidth(by: 100)
        let allowed = before.magnitude.multipliedFullWidth(by: priceStep)
        return (moved.high, moved.low) > (allowed.high, allowed.low)
    }

    /// A currency that is not said is the other's.
    private mutating func currenciesDiffer(_ oldRow: Int, _ newRow: Int) -> Bool {
        let before = old.variants.currency.base[oldRow]
        let after = new.variants.currency.base[newRow]
        if before == 0 || after == 0 { return false }
        let key = UInt64(before) << 32 | UInt64(after)
        if let known = currencies[key] { return known }
        let (a, b) = (old.words[before], new.words[after])
        let differ = !(a == b) && Currency.code(a) != Currency.code(b)
        currencies[key] = differ
        return differ
    }

    // MARK: Stock

    /// Whether there is any: by the stock figure, else by what is said of it; nil = not known.
    static func isInStock(_ catalogue: Catalogue, _ row: Int) -> Bool? {
        let stock = catalogue.variants.stock.base[row]
        if let quantity = stock.quantity { return quantity > 0 }
        if stock.isUnlimited { return true }
        switch catalogue.variants.availability.base[row] {
        case .inStock: return true
        case .outOfStock: return false
        case .unknown, .preorder, .backorder: return nil
        }
    }
}
