// Prices, stock, availability and status.

extension CatalogueBuilder {
    mutating func takePrices(
        _ batch: borrowing RecordBatch, _ field: Field, _ into: UnsafeMutablePointer<Amount>, _ start: Int,
        _ column: VariantColumnSet
    ) {
        let cells = batch.column(field)
        written.insert(column)
        for row in 0..<batch.count {
            let cell = cells[row]
            if !rules.pricesInHundredths, let plain = Amount.plain(cell) {
                into[row] = plain
            } else {
                let text = cell.trimmed
                if text.isEmpty { continue }
                into[row] = oddPrice(text, start + row)
            }
        }
        if fixedCurrency != 0 {
            written.insert(.currency)
            for row in start..<start + batch.count where variants.currency.base[row] == 0 {
                variants.currency.base[row] = fixedCurrency
            }
        }
    }

    mutating func oddPrice(_ text: Bytes, _ row: Int) -> Amount {
        guard let price = PriceText(Self.code(text), inHundredths: rules.pricesInHundredths) else {
            diagnostics.add(
                Place(file: source.name, line: Int(variants.line.base[row])), code: "bad-price",
                "“\(text.prefix(40).string)” is no price; the variant is compared without one")
            return .absent
        }
        if !price.currency.isEmpty {
            variants.currency.base[row] = words.number(of: price.currency)
            written.insert(.currency)
        }
        return price.amount
    }

    mutating func takeStock(_ batch: borrowing RecordBatch, _ start: Int) {
        let cells = batch.column(.stock)
        written.insert(.stock)
        let special = !unlimitedQuantities.isEmpty
        for row in 0..<batch.count {
            let cell = cells[row].trimmed
            if let plain = Stock.plain(cell) {
                let unlimited = special && unlimitedQuantities.contains(plain.quantity ?? -1)
                variants.stock.base[start + row] = unlimited ? .unlimited : plain
            } else if cell.isEmpty {
                if rules.emptyStockIsZero { variants.stock.base[start + row] = Stock(quantity: 0) }
            } else {
                variants.stock.base[start + row] = oddStock(cell, start + row)
            }
        }
    }

    /// `-1`, `12.0`, `1,200`, `有货`, `>100`.
    mutating func oddStock(_ text: Bytes, _ row: Int) -> Stock {
        let word = text.string.lowercased()
        if rules.unlimited.contains(word) { return .unlimited }
        if let availability = rules.stockWords[word] {
            variants.availability.base[row] = availability
            written.insert(.availability)
            return .unknown
        }
        if let number = PriceText(text), number.currency.count <= 6, number.amount.tenThousandths % 10_000 == 0 {
            return Stock(quantity: Int(number.amount.tenThousandths / 10_000))
        }
        diagnostics.add(
            Place(file: source.name, line: Int(variants.line.base[row])), code: "bad-stock",
            "“\(text.prefix(40).string)” is no stock figure; the stock counts as unknown")
        return .unknown
    }

    mutating func takeAvailability(_ batch: borrowing RecordBatch, _ start: Int) {
        let cells = batch.column(.availability)
        written.insert(.availability)
        for row in 0..<batch.count where !cells[row].isEmpty {
            variants.availability.base[start + row] =
                rules.stockWords[cells[row].trimmed.string.lowercased()] ?? .unknown
        }
    }

    mutating func takeStatus(_ batch: borrowing RecordBatch, _ start: Int) {
        let cells = batch.column(.status)
        written.insert(.status)
        var last = Bytes.none
        var lastStatus = ListingStatus.unknown
        for row in 0..<batch.count {
            let cell = cells[row]
            if !(cell == last) {
                last = cell
                lastStatus = rules.statusWords[cell.trimmed.string.lowercased()] ?? .unknown
            }
            variants.status.base[start + row] = lastStatus
        }
    }
}
