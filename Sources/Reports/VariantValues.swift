import Catalogues

/// What two variants can disagree in.
enum VariantValue { case words, sku, barcode, title, promise, stock }

extension ByteBuffer {
    /// What a variant says of one thing, in valid UTF-8.
    mutating func put(_ value: VariantValue, of row: Int, in catalogue: Catalogue) {
        switch value {
        case .words: put(words: row, of: catalogue)
        case .sku: put(repaired: catalogue.arena[catalogue.variants.sku[row]])
        case .barcode: put(code: catalogue.variants.barcode[row], of: catalogue)
        case .title:
            let own = catalogue.variants.title[row]
            let style = Int(catalogue.variants.style[row])
            put(repaired: catalogue.arena[own.isNone ? catalogue.styles.title[style] : own])
        case .promise: put(repaired: catalogue.words[catalogue.variants.promise[row]])
        case .stock: put(stock: row, of: catalogue)
        }
    }

    /// The option values alone, `黑色/XL`; the packed text where it could not be taken apart.
    private mutating func put(words row: Int, of catalogue: Catalogue) {
        let start = count
        for position in 0..<catalogue.axisCount {
            let value = catalogue.variants.option(position)[row]
            if value == 0 { continue }
            if count > start { put(0x2F) }
            put(repaired: catalogue.words[value])
        }
        if count == start { put(repaired: catalogue.words[catalogue.variants.spec[row]]) }
    }

    /// The quantity, or a word for what is known instead.
    private mutating func put(stock row: Int, of catalogue: Catalogue) {
        let stock = catalogue.variants.stock[row]
        if let quantity = stock.quantity { return put(decimal: quantity) }
        if stock.isUnlimited { return put("unlimited") }
        switch catalogue.variants.availability[row] {
        case .inStock, .preorder, .backorder: put("in-stock")
        case .outOfStock: put("sold-out")
        case .unknown: if catalogue.variants.status[row] == .onSale { put("on-sale") }
        }
    }
}

extension Catalogue {
    /// What a person calls a style: its title, or else its code.
    func title(ofStyle style: Int) -> Bytes {
        let title = styles.title[style]
        return arena[title.isNone ? styles.code[style] : title]
    }

    /// The first option that the style of a variant has and the variant has not.
    func missingAxis(of row: Int) -> Bytes? {
        let style = Int(variants.style[row])
        for position in 0..<axisLimit where variants.option(position)[row] == 0 {
            let axis = styles.axis(style, position)
            if axis != 0 { return words[axis] }
        }
        return nil
    }
}

extension Variant {
    /// The option values alone, `黑色/XL`; the packed text where it could not be taken apart.
    var words: String {
        var bytes = ByteBuffer()
        bytes.put(.words, of: row, in: catalogue)
        return bytes.string
    }
}

extension Style {
    /// What a person calls it.
    var name: String { catalogue.title(ofStyle: index).string }
}

extension ByteBuffer {
    /// A code as it was written.
    mutating func put(code: CodeRef, of catalogue: Catalogue) {
        if let spelling = code.spelling {
            for digit in spelling.utf8 { put(digit) }
        } else if let text = code.text {
            put(repaired: catalogue.arena[text])
        }
    }
}
