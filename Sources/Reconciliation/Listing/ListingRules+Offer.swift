import Catalogues
import Lexicons

// What a buyer is offered: stock, price, delivery promises, pictures.

extension ListingRules {
    mutating func checkStock() {
        guard catalogue.fields.contains(.stock) || catalogue.fields.contains(.availability) else { return }
        let soldOut = rows.filter { catalogue.isSoldOut($0) }
        if soldOut.isEmpty { return }
        let isAll = soldOut.count == rows.count
        report(
            .outOfStock, isAll ? .error : .note, "stock", rows: isAll ? [] : soldOut,
            found: isAll ? "" : specs(soldOut), details: [("count", "\(soldOut.count)"), ("of", "\(rows.count)")])
    }

    // MARK: Prices

    mutating func checkPrices() {
        let kinds = catalogue.priceKinds
        guard kinds.contains(.sale) || kinds.contains(.cost) else { return }
        let without = rows.filter {
            Self.isNone(catalogue.variants.price[$0]) && Self.isNone(catalogue.variants.cost[$0])
        }
        if !without.isEmpty {
            report(
                .priceMissing, .error, "price", rows: without,
                found: catalogue.variants.price[without[0]].description,
                details: [("count", "\(without.count)"), ("of", "\(rows.count)")])
        }
        var below: [Int] = []
        var low: [Int] = []
        for row in rows {
            guard let (price, cost) = intended(row) else { continue }
            if price < cost { below.append(row) } else if price < leastPrice(cost) { low.append(row) }
        }
        tellPrices(.priceBelowCost, .error, below)
        tellPrices(.marginLow, .warning, low)
    }

    /// Ten thousand million, in ten-thousandths.
    private static let greatest: Int64 = 100_000_000_000_000

    /// No price, or none that anything is sold for.
    private static func isNone(_ amount: Amount) -> Bool { amount.isAbsent || amount.tenThousandths <= 0 }

    /// What a variant would be sold for and what it costs, in ten-thousandths. Where the file has one price, that is
    /// what it costs, and the price rule says the other.
    private func intended(_ row: Int) -> (price: Int64, cost: Int64)? {
        let (sale, cost) = (catalogue.variants.price[row], catalogue.variants.cost[row])
        // A barcode in the price's column is no price, and its thousandfold no number.
        if max(sale.tenThousandths, cost.tenThousandths) > Self.greatest { return nil }
        if !Self.isNone(sale), !Self.isNone(cost) { return (sale.tenThousandths, cost.tenThousandths) }
        guard let rule = settings.priceRule else { return nil }
        let paid = Self.isNone(cost) ? sale : cost
        if Self.isNone(paid) { return nil }
        switch rule {
        case .equal: return (paid.tenThousandths, paid.tenThousandths)
        case .floor: return nil
        case .markup(let factor, _): return (paid.times(factor), paid.tenThousandths)
        }
    }

    /// The least price that the margin and the price rule allow over a cost.
    private func leastPrice(_ cost: Int64) -> Int64 {
        var least: Int64 = cost
        if let margin = settings.leastMargin, margin < 100 {
            // The price of which `margin` per cent are left over, to the next hundredth.
            let price = (cost * 100 + Int64(99 - margin)) / Int64(100 - margin)
            least = max(least, margin > 0 ? price : cost)
        }
        if case .markup(let factor, let tolerance)? = settings.priceRule {
            least = max(least, cost * Int64(factor - tolerance) / 1000)
        }
        return least
    }

    private mutating func tellPrices(_ code: ListingCode, _ severity: ListingIssue.Severity, _ rows: [Int]) {
        guard let worst = rows.min(by: { margin($0) < margin($1) }), let (price, cost) = intended(worst) else { return }
        let least = leastPrice(cost)
        let suggestion = Amount(tenThousandths: (least + 99) / 100 * 100)
        var details = [
            ("price", Amount(tenThousandths: price).description), ("cost", Amount(tenThousandths: cost).description),
            ("margin", "\(margin(worst))"), ("count", "\(rows.count)"), ("of", "\(self.rows.count)"),
        ]
        if let least = settings.leastMargin { details.append(("least", "\(least)")) }
        if let rule = settings.priceRule { details.append(("price-rule", rule.description)) }
        report(
            code, severity, "price", rows: rows, found: Amount(tenThousandths: price).description,
            suggestion: suggestion.description, details: details, who: .shop)
    }

    /// What is left of the price, in per cent, rounded down.
    private func margin(_ row: Int) -> Int64 {
        guard let (price, cost) = intended(row), price > 0 else { return 0 }
        let hundredfold = (price - cost) * 100
        return hundredfold >= 0 ? hundredfold / price : -((-hundredfold + price - 1) / price)
    }

    // MARK: Promises

    /// 现货 on some values, 预售 on others: what is promised for the listing as a whole holds for neither.
    mutating func checkPromises() {
        for (place, axis) in axes.enumerated() {
            let promises = Understood.stockNow | Understood.preorder
            let now = axis.values.filter { $0.meaning.facts & promises == Understood.stockNow }
            let later = axis.values.filter { $0.meaning.facts & Understood.preorder != 0 }
            guard let first = later.first, !now.isEmpty || first.meaning.facts & promises == promises else { continue }
            report(
                .promiseMixed, .warning, attribute(axis), rows: later.flatMap { rows(with: $0, place) },
                found: list(later), details: [("now", list(now)), ("later", list(later))])
        }
    }

    // MARK: Pictures

    mutating func checkImages() {
        guard catalogue.fields.contains(.image), let place = axis(.colour), axes[place].values.count > 1 else { return }
        var has = [Bool](repeating: false, count: axes[place].values.count)
        for row in rows where !catalogue.variants.image.base[row].isNone {
            if let colour = value(row, place) {
                has[colour] = true
            }
        }
        guard has.contains(true), has.contains(false) else { return }
        let missing = has.indices.filter { !has[$0] }
        report(
            .imageMissing, .warning, "image",
            rows: rows.filter { row in value(row, place).map(missing.contains) ?? false },
            found: missing.map { text(axes[place].values[$0]) }.joined(separator: ", "),
            details: [
                ("count", "\(missing.count)"), ("of", "\(has.count)"), ("axis", catalogue.word(axes[place].name)),
            ])
    }
}

extension Catalogue {
    /// Whether nobody can order a variant now. A stock that nobody knows is not sold out.
    func isSoldOut(_ row: Int) -> Bool {
        let availability = variants.availability.base[row]
        if availability == .preorder || availability == .backorder { return false }
        let stock = variants.stock.base[row]
        return stock.quantity == 0 || (stock.isUnknown && availability == .outOfStock)
    }
}

extension Amount {
    /// Ten-thousandths of the amount times a factor in thousandths; amounts beyond all reason stop at the largest.
    fileprivate func times(_ factor: Int) -> Int64 {
        let (product, overflow) = tenThousandths.multipliedReportingOverflow(by: Int64(factor))
        return overflow ? .max / 1000 : product / 1000
    }
}
