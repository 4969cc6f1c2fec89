import Catalogues
import Lexicons

extension Matcher {
    /// What does not agree between two variants that are the same.
    mutating func compare(_ supplier: UInt32, _ shop: UInt32, _ evidence: Evidence) {
        comparePrices(supplier, shop, evidence)
        compareStock(supplier, shop, evidence)
        compareBarcodes(supplier, shop, evidence)
        comparePromises(supplier, shop, evidence)
    }

    private mutating func comparePrices(_ supplier: UInt32, _ shop: UInt32, _ evidence: Evidence) {
        let price = blocks.shop.variants.price.base[Int(shop)]
        if price.isAbsent { return }
        let cost = blocks.supplier.variants.cost.base[Int(supplier)]
        let sale = blocks.supplier.variants.price.base[Int(supplier)]
        let theirs: Amount
        let rule: PriceRule
        switch settings.priceRule {
        case .equal:
            theirs = sale.isAbsent ? cost : sale
            rule = .equal
        case let other?:
            theirs = cost.isAbsent ? sale : cost
            rule = other
        case nil:
            theirs = cost.isAbsent ? sale : cost
            rule = cost.isAbsent ? .equal : .floor
        }
        if theirs.isAbsent || currenciesDiffer(supplier, shop) { return }
        switch rule {
        case .equal:
            if theirs.tenThousandths != price.tenThousandths {
                report(mismatch(.priceDiffers, supplier, shop, evidence))
            }
        case .floor:
            if price < theirs { report(mismatch(.priceBelowCost, supplier, shop, evidence)) }
        case let .markup(factor, tolerance):
            // In ten-millionths, so that nothing is rounded away.
            let (low, a) = theirs.tenThousandths.multipliedReportingOverflow(by: Int64(factor - tolerance))
            let (high, b) = theirs.tenThousandths.multipliedReportingOverflow(by: Int64(factor + tolerance))
            let (ours, c) = price.tenThousandths.multipliedReportingOverflow(by: 1000)
            if a || b || c { return }
            // A price is a whole number of minor units: half a unit either way is rounding.
            if ours + 50_000 < low || ours - 50_000 > high {
                report(mismatch(price < theirs ? .priceBelowCost : .priceDiffers, supplier, shop, evidence))
            }
        }
    }

    private func currenciesDiffer(_ supplier: UInt32, _ shop: UInt32) -> Bool {
        let theirs = blocks.supplier.variants.currency.base[Int(supplier)]
        let ours = blocks.shop.variants.currency.base[Int(shop)]
        if theirs == 0 || ours == 0 { return false }
        let a = blocks.supplier.words[theirs]
        let b = blocks.shop.words[ours]
        return !(a == b) && Currency.code(a) != Currency.code(b)
    }

    private mutating func compareStock(_ supplier: UInt32, _ shop: UInt32, _ evidence: Evidence) {
        let theirs = blocks.supplier.variants.stock.base[Int(supplier)]
        let ours = blocks.shop.variants.stock.base[Int(shop)]
        if theirs.isUnknown, ours.isUnknown, blocks.supplier.variants.availability.count == 0 { return }
        let theirState = blocks.supplier.variants.availability.base[Int(supplier)]
        let soldOut = theirs.quantity == 0 || (theirs.isUnknown && theirState == .outOfStock)
        if soldOut {
            if isOnSale(Int(shop), ours) { report(mismatch(.soldOutAtSupplier, supplier, shop, evidence)) }
        } else if let theirQuantity = theirs.quantity {
            if let ourQuantity = ours.quantity, ourQuantity > theirQuantity,
                blocks.shop.variants.status.base[Int(shop)] != .offSale
            {
                report(mismatch(.stockDiffers, supplier, shop, evidence))
            }
            if let low = settings.lowStock, theirQuantity <= low {
                report(mismatch(.stockLow, supplier, shop, evidence))
            }
        }
    }

    /// Whether a customer can order the shop's variant now.
    private func isOnSale(_ shop: Int, _ stock: Stock) -> Bool {
        if blocks.shop.variants.status.base[shop] == .offSale { return false }
        if let quantity = stock.quantity { return quantity > 0 }
        if stock.isUnlimited { return true }
        switch blocks.shop.variants.availability.base[shop] {
        case .outOfStock: return false
        case .inStock, .preorder, .backorder: return true
        case .unknown: return blocks.shop.variants.status.base[shop] == .onSale
        }
    }

    private mutating func compareBarcodes(_ supplier: UInt32, _ shop: UInt32, _ evidence: Evidence) {
        if evidence.contains(.barcode) { return }
        guard blocks.supplier.sharesBarcode(Int(supplier), with: blocks.shop, Int(shop)) == false else { return }
        report(mismatch(.barcodeDiffers, supplier, shop, evidence))
        if let gtin = blocks.shop.gtin(Int(shop)), !gtin.isValid {
            var mismatch = mismatch(.barcodeInvalid, supplier, shop, evidence)
            mismatch.isShopSide = true
            report(mismatch)
        }
    }

    /// Barcodes of the supplier's own whose check digit is wrong.
    mutating func findInvalidBarcodes() {
        for style in supplierStyles {
            for row in blocks.supplier.rows(ofStyle: Int(style)) {
                guard let gtin = blocks.supplier.gtin(row), !gtin.isValid else { continue }
                // Other lengths are codes of the house, and have no check digit.
                let code = blocks.supplier.variants.barcode.base[row]
                guard let count = code.digits?.count ?? code.text?.count, [8, 12, 13, 14].contains(count) else {
                    continue
                }
                report(mismatch(.barcodeInvalid, UInt32(row), nil))
            }
        }
    }

    private mutating func comparePromises(_ supplier: UInt32, _ shop: UInt32, _ evidence: Evidence) {
        let theirs = blocks.supplier.variants.promise.base[Int(supplier)]
        let ours = blocks.shop.variants.promise.base[Int(shop)]
        if theirs != 0, ours != 0 {
            if !(blocks.supplier.words[theirs] == blocks.shop.words[ours]) {
                report(mismatch(.promiseChanged, supplier, shop, evidence))
            }
            return
        }
        let promises = Understood.stockNow | Understood.preorder
        let a = blocks.supplierWords.facts.base[Int(supplier)] & promises
        let b = blocks.shopWords.facts.base[Int(shop)] & promises
        if a != 0, b != 0, a != b { report(mismatch(.promiseChanged, supplier, shop, evidence)) }
    }
}

/// Currencies as people write them, by their ISO 4217 code.
enum Currency {
    static func code(_ text: Bytes) -> String {
        let word = text.string.uppercased()
        switch word {
        case "¥", "￥", "元", "RMB", "人民币", "CN¥": return "CNY"
        case "€", "EURO": return "EUR"
        case "$", "US$", "USD$": return "USD"
        case "£": return "GBP"
        case "ZŁ", "ZL": return "PLN"
        case "KČ": return "CZK"
        case "₽", "РУБ", "РУБ.", "RUR": return "RUB"
        default: return word
        }
    }
}
