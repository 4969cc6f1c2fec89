/// What a column, element or attribute of a feed can say of a variant: the fields a profile maps to.
@frozen public enum Field: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// The code that the rows of one style share: 款号, handle, item_group_id, 商品ID.
    case styleCode
    /// A second code of the style, such as the supplier's 货号 in a shop's listing.
    case article
    case title
    /// The source's own code of the variant.
    case sku
    /// In a shop's or order system's file, the supplier's code of the variant: 商家编码, outer_id.
    case supplierCode
    /// GTIN, EAN, 条码; may hold several, separated by commas.
    case barcode
    /// All options in one cell: `颜色:藏青色;尺码:XL`, `藏青/XL`.
    case spec
    case option1, option2, option3, option4
    case option1Name, option2Name, option3Name, option4Name
    /// What the source sells the variant for.
    case price
    /// What the source suggests or strikes through.
    case listPrice
    /// What the reader of the catalogue pays for it: 供货价, cost per item.
    case cost
    case currency
    case stock
    case availability
    /// Whether the listing is on sale.
    case status
    /// When it is shipped, as the source words it: 现货, 预售7天.
    case promise
    case brand
    case category
    /// What a shop calls a spec beside the options that make it: 规格A. Shown, never compared.
    case specName
    /// The picture of the variant itself. Read only where somebody asks for pictures.
    case image
    /// A picture of the style, which shows no variant in particular. Read as `image` is.
    case styleImage

    /// Pictures cost reading, and only the look before listing needs them.
    @inlinable public var isImage: Bool { self == .image || self == .styleImage }

    public static var count: Int { allCases.count }

    @inlinable public static func option(_ position: Int) -> Field {
        Field(rawValue: Field.option1.rawValue + UInt8(position))!
    }

    @inlinable public static func optionName(_ position: Int) -> Field {
        Field(rawValue: Field.option1Name.rawValue + UInt8(position))!
    }
}

/// How many option axes a style can have; Shopify allows three, Shopee two.
@inlinable public var axisLimit: Int { 4 }
