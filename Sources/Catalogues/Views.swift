/// One variant of a catalogue, for code that is not in a hot loop.
public struct Variant {
    public let catalogue: Catalogue
    public let row: Int

    public var style: Style { Style(catalogue: catalogue, index: Int(catalogue.variants.style[row])) }
    public var sku: String { catalogue.text(catalogue.variants.sku[row]) }
    public var supplierCode: String { catalogue.text(catalogue.variants.supplierCode[row]) }
    public var barcode: String { catalogue.text(catalogue.variants.barcode[row]) }
    public var line: Int { Int(catalogue.variants.line[row]) }
    public var price: Amount { catalogue.variants.price[row] }
    public var cost: Amount { catalogue.variants.cost[row] }
    public var stock: Stock { catalogue.variants.stock[row] }
    public var availability: Availability { catalogue.variants.availability[row] }
    public var status: ListingStatus { catalogue.variants.status[row] }
    public var promise: String { catalogue.word(catalogue.variants.promise[row]) }

    /// The variant's title: its own, or its style's.
    public var title: String {
        let own = catalogue.variants.title[row]
        return own.isNone ? style.title : catalogue.text(own)
    }

    /// The option values in the order of the style's axes, as they were written.
    public var options: [(axis: String, value: String)] {
        let style = Int(catalogue.variants.style[row])
        return (0..<axisLimit).compactMap { position in
            let value = catalogue.variants.option(position)[row]
            return value == 0 ? nil : (catalogue.word(catalogue.styles.axis(style, position)), catalogue.word(value))
        }
    }

    /// What the source calls the spec beside its options; mostly empty.
    public var specName: String { catalogue.word(catalogue.variants.specName[row]) }

    /// The spec as a person reads it: the packed text as it was written, or the option values joined by `/`.
    public var spec: String {
        let packed = catalogue.variants.spec[row]
        return packed != 0 ? catalogue.word(packed) : options.map(\.value).joined(separator: "/")
    }
}

/// One style of a catalogue.
public struct Style {
    public let catalogue: Catalogue
    public let index: Int

    public var code: String { catalogue.text(catalogue.styles.code[index]) }
    public var article: String { catalogue.text(catalogue.styles.article[index]) }
    public var title: String { catalogue.text(catalogue.styles.title[index]) }
    public var line: Int { Int(catalogue.styles.line[index]) }
    public var rows: Range<Int> { catalogue.rows(ofStyle: index) }
    public var variants: [Variant] { rows.map { Variant(catalogue: catalogue, row: $0) } }

    public var axes: [String] {
        (0..<axisLimit).map { catalogue.word(catalogue.styles.axis(index, $0)) }.filter { !$0.isEmpty }
    }
}

extension Catalogue {
    public func variant(_ row: Int) -> Variant { Variant(catalogue: self, row: row) }
    public func style(_ index: Int) -> Style { Style(catalogue: self, index: index) }
}
