/// All styles and variants of one source at one time, as columns grouped by style. Immutable once built.
public final class Catalogue: @unchecked Sendable {
    public let source: Source
    public let variants: VariantColumns
    public let styles: StyleColumns
    /// Option names and values, packed specs, currencies, promises.
    public let words: WordTable
    public let arena: Arena
    public let diagnostics: Diagnostics
    /// The prices that the source has.
    public let priceKinds: Set<PriceKind>
    /// The fields that the source has.
    public let fields: Set<Field>
    /// How many option axes its styles have at most.
    public let axisCount: Int
    /// What rows that point to others got wrong, in the order of the file.
    public let rowFaults: [RowFault]
    /// Variant rows in the order of the file; empty when that is their order anyway.
    let fileOrder: Column<UInt32>

    init(
        source: Source, variants: consuming VariantColumns, styles: consuming StyleColumns, words: consuming WordTable,
        arena: consuming Arena, diagnostics: Diagnostics, fields: Set<Field>, axisCount: Int,
        rowFaults: [RowFault], fileOrder: consuming Column<UInt32>
    ) {
        self.source = source
        self.variants = variants
        self.styles = styles
        self.words = words
        self.arena = arena
        self.diagnostics = diagnostics
        self.fields = fields
        self.axisCount = axisCount
        self.rowFaults = rowFaults
        self.fileOrder = fileOrder
        priceKinds = Set(PriceKind.allCases.filter { fields.contains($0.field) })
    }

    @inlinable public var variantCount: Int { variants.style.count }
    @inlinable public var styleCount: Int { styles.code.count }

    /// The variant that stands at place `index` of the file.
    public func row(inFileOrder index: Int) -> Int { fileOrder.count == 0 ? index : Int(fileOrder[index]) }

    /// The variants of a style, as a range of rows.
    @inlinable public func rows(ofStyle style: Int) -> Range<Int> {
        Int(styles.first[style])..<Int(styles.first[style + 1])
    }

    public func text(_ ref: TextRef) -> String { ref.isNone ? "" : arena[ref].string }
    public func word(_ number: UInt32) -> String { number == 0 ? "" : words[number].string }
}

/// Who says what a catalogue says.
public struct Source: Sendable {
    /// The part a source plays for the shop.
    public enum Leg: String, CaseIterable, Sendable { case supplier, platform, shop, orders }

    public var leg: Leg
    /// The name under which outputs show it: the file's name, without its folder.
    public var name: String
    /// Only a complete catalogue can withdraw what it does not contain.
    public var isComplete: Bool
    /// An option that a variant leaves empty stands for any value of it (WooCommerce); elsewhere it is missing.
    public var emptyOptionIsAny = false

    public init(leg: Leg, name: String, isComplete: Bool = true) {
        self.leg = leg
        self.name = name
        self.isComplete = isComplete
    }
}

/// Which price of a variant.
public enum PriceKind: String, CaseIterable, Sendable {
    case sale, list, cost

    public var field: Field {
        switch self {
        case .sale: .price
        case .list: .listPrice
        case .cost: .cost
        }
    }
}

/// One value a variant, for each thing a catalogue says of variants. Zero bits mean that it does not say.
@frozen public struct VariantColumns: ~Copyable, Sendable {
    public var style: Column<UInt32>
    public var line: Column<UInt32>
    public var sku: Column<TextRef>
    public var supplierCode: Column<TextRef>
    public var barcode: Column<CodeRef>
    /// The variant's own title where it differs from its style's.
    public var title: Column<TextRef>
    public var price: Column<Amount>
    public var listPrice: Column<Amount>
    public var cost: Column<Amount>
    public var currency: Column<UInt32>
    public var stock: Column<Stock>
    public var availability: Column<Availability>
    public var status: Column<ListingStatus>
    public var promise: Column<UInt32>
    /// The packed spec text as it was written, if the source has one.
    public var spec: Column<UInt32>
    public var specName: Column<UInt32>
    public var image: Column<TextRef>
    public var option1: Column<UInt32>
    public var option2: Column<UInt32>
    public var option3: Column<UInt32>
    public var option4: Column<UInt32>
    /// In an order export: how many order lines say this variant.
    public var orderLines: Column<UInt32>

    init(capacity: Int, likely: Int) {
        style = Column(capacity: capacity, likely: likely)
        line = Column(capacity: capacity, likely: likely)
        sku = Column(capacity: capacity, likely: likely)
        supplierCode = Column(capacity: capacity, likely: likely)
        barcode = Column(capacity: capacity, likely: likely)
        title = Column(capacity: capacity)
        price = Column(capacity: capacity, likely: likely)
        listPrice = Column(capacity: capacity)
        cost = Column(capacity: capacity)
        currency = Column(capacity: capacity)
        stock = Column(capacity: capacity, likely: likely)
        availability = Column(capacity: capacity)
        status = Column(capacity: capacity)
        promise = Column(capacity: capacity)
        spec = Column(capacity: capacity)
        specName = Column(capacity: capacity)
        image = Column(capacity: capacity)
        option1 = Column(capacity: capacity, likely: likely)
        option2 = Column(capacity: capacity, likely: likely)
        option3 = Column(capacity: capacity)
        option4 = Column(capacity: capacity)
        orderLines = Column(capacity: capacity)
    }

    /// The values on the axis at `position` (0 to 3) of their style, one word number a variant.
    @inlinable public func option(_ position: Int) -> UnsafeMutablePointer<UInt32> {
        switch position {
        case 0: option1.base
        case 1: option2.base
        case 2: option3.base
        default: option4.base
        }
    }

    /// The prices of one kind.
    public func prices(_ kind: PriceKind) -> UnsafeMutablePointer<Amount> {
        switch kind {
        case .sale: price.base
        case .list: listPrice.base
        case .cost: cost.base
        }
    }

    mutating func setCount(_ count: Int) {
        style.setCount(count)
        line.setCount(count)
        sku.setCount(count)
        supplierCode.setCount(count)
        barcode.setCount(count)
        title.setCount(count)
        price.setCount(count)
        listPrice.setCount(count)
        cost.setCount(count)
        currency.setCount(count)
        stock.setCount(count)
        availability.setCount(count)
        status.setCount(count)
        promise.setCount(count)
        spec.setCount(count)
        specName.setCount(count)
        image.setCount(count)
        option1.setCount(count)
        option2.setCount(count)
        option3.setCount(count)
        option4.setCount(count)
        orderLines.setCount(count)
    }

    /// Brings the rows into `order`; columns that nobody wrote stay untouched, and so does the style.
    mutating func permute(by order: borrowing Column<UInt32>, written: VariantColumnSet) {
        line.permute(by: order)
        if written.contains(.sku) { sku.permute(by: order) }
        if written.contains(.supplierCode) { supplierCode.permute(by: order) }
        if written.contains(.barcode) { barcode.permute(by: order) }
        if written.contains(.title) { title.permute(by: order) }
        if written.contains(.price) { price.permute(by: order) }
        if written.contains(.listPrice) { listPrice.permute(by: order) }
        if written.contains(.cost) { cost.permute(by: order) }
        if written.contains(.currency) { currency.permute(by: order) }
        if written.contains(.stock) { stock.permute(by: order) }
        if written.contains(.availability) { availability.permute(by: order) }
        if written.contains(.status) { status.permute(by: order) }
        if written.contains(.promise) { promise.permute(by: order) }
        if written.contains(.spec) { spec.permute(by: order) }
        if written.contains(.specName) { specName.permute(by: order) }
        if written.contains(.image) { image.permute(by: order) }
        if written.contains(.option1) { option1.permute(by: order) }
        if written.contains(.option2) { option2.permute(by: order) }
        if written.contains(.option3) { option3.permute(by: order) }
        if written.contains(.option4) { option4.permute(by: order) }
        if written.contains(.orderLines) { orderLines.permute(by: order) }
    }
}

/// Which columns hold anything.
struct VariantColumnSet: OptionSet {
    let rawValue: UInt32

    static let sku = Self(rawValue: 1 << 0)
    static let supplierCode = Self(rawValue: 1 << 1)
    static let barcode = Self(rawValue: 1 << 2)
    static let title = Self(rawValue: 1 << 3)
    static let price = Self(rawValue: 1 << 4)
    static let listPrice = Self(rawValue: 1 << 5)
    static let cost = Self(rawValue: 1 << 6)
    static let currency = Self(rawValue: 1 << 7)
    static let stock = Self(rawValue: 1 << 8)
    static let availability = Self(rawValue: 1 << 9)
    static let status = Self(rawValue: 1 << 10)
    static let promise = Self(rawValue: 1 << 11)
    static let spec = Self(rawValue: 1 << 12)
    static let option1 = Self(rawValue: 1 << 13)
    static let option2 = Self(rawValue: 1 << 14)
    static let option3 = Self(rawValue: 1 << 15)
    static let option4 = Self(rawValue: 1 << 16)
    static let specName = Self(rawValue: 1 << 17)
    static let orderLines = Self(rawValue: 1 << 18)
    static let image = Self(rawValue: 1 << 19)

    static func option(_ position: Int) -> Self { Self(rawValue: 1 << UInt32(13 + position)) }

    /// One more than the last option position that holds anything.
    var axisCount: Int { (0..<axisLimit).last { contains(.option($0)) }.map { $0 + 1 } ?? 0 }
}

/// One value a style.
@frozen public struct StyleColumns: ~Copyable, Sendable {
    public var code: Column<TextRef>
    public var article: Column<TextRef>
    public var title: Column<TextRef>
    public var brand: Column<TextRef>
    public var image: Column<TextRef>
    public var line: Column<UInt32>
    /// The first variant row; one more entry than there are styles.
    public var first: Column<UInt32>
    /// The names of the option axes, as word numbers, four a style (0 = no such axis).
    public var axes: Column<UInt32>

    init(capacity: Int, likely: Int) {
        code = Column(capacity: capacity, likely: likely)
        article = Column(capacity: capacity)
        title = Column(capacity: capacity, likely: likely)
        brand = Column(capacity: capacity)
        image = Column(capacity: capacity)
        line = Column(capacity: capacity, likely: likely)
        first = Column(capacity: capacity, likely: likely)
        axes = Column(capacity: capacity * axisLimit, likely: likely * axisLimit)
    }

    /// The name of axis `position` of `style`; 0 = none.
    @inlinable public func axis(_ style: Int, _ position: Int) -> UInt32 { axes.base[style * axisLimit + position] }
}
