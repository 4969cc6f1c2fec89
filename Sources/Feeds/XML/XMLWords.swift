import Catalogues

/// What names of elements and attributes mean under a profile, in the file of one leg.
struct XMLWords {
    /// A field, and how good a name for it this is (0 = the best).
    struct Meaning: Equatable {
        var field: Field
        var rank: UInt8
    }

    let profile: Profile
    let leg: Source.Leg
    private let readsImages: Bool
    private let pairs: Set<String>
    private let pairNames: Set<String>
    private let pairValues: Set<String>

    /// Ranks below this are promotional prices, which hold instead of the price.
    static let promotional: UInt8 = 8
    /// The rank of a code that is read as the style's for want of a better one.
    static let makeshift: UInt8 = 200

    init(_ profile: Profile, leg: Source.Leg, readsImages: Bool = false) {
        self.readsImages = readsImages
        var profile = profile
        profile.learn()
        self.profile = profile
        self.leg = leg
        var pairs = Set(profile.parameters.map { HeaderKey.fold($0.element) })
        var names = Self.usualPairNames
        var values = Self.usualPairValues
        for parameter in profile.parameters {
            names.insert(HeaderKey.fold(parameter.name))
            if !parameter.value.isEmpty { values.insert(HeaderKey.fold(parameter.value)) }
        }
        if profile.isFallback || pairs.isEmpty { pairs.formUnion(Self.usualPairs) }
        self.pairs = pairs
        pairNames = names
        pairValues = values.subtracting(names)
    }

    /// The meanings of a folded name that are fields, the best first.
    func meanings(_ key: String) -> [Meaning] {
        profile.meanings(of: key, leg: leg).compactMap { meaning in
            let rank = UInt8(min(meaning.rank, 150))
            return switch meaning.target {
            case .field(let field) where field.isImage && !readsImages: nil
            case .field(let field): Meaning(field: field, rank: rank + Self.promotional)
            case .axis(let position) where position < axisLimit:
                Meaning(field: .option(position), rank: rank + Self.promotional)
            case .role(.promoPrice): Meaning(field: .price, rank: min(rank, Self.promotional - 1))
            default: nil
            }
        }
    }

    /// What a folded name is for a variant: of several fields the variant's own one.
    func ofVariant(_ key: String, hasStyles: Bool) -> Meaning? {
        let all = meanings(key)
        return hasStyles ? all.first { $0.field != .styleCode } ?? all.first : all.first
    }

    /// What a folded name is for a style. A `code` or `id` there is the style's; a `sku` may be that of its only variant.
    func ofStyle(_ key: String) -> Meaning? {
        let all = meanings(key)
        if let own = all.first(where: { $0.field != .sku && $0.field != .supplierCode }) { return own }
        guard let code = all.first, key == "id" || key == "code" else { return all.first }
        return Meaning(field: .styleCode, rank: max(Self.makeshift, code.rank) + (key == "id" ? 1 : 0))
    }

    /// Whether an element holds the name and the value of an option or attribute.
    func isPair(_ key: String, in parent: String) -> Bool {
        pairs.contains(key) && (key.count > 1 || parent.hasSuffix("s"))
    }

    func isPairName(_ key: String) -> Bool { pairNames.contains(key) }
    func isPairValue(_ key: String) -> Bool { pairValues.contains(key) }

    /// An option that is one by its element's name, whatever it is called.
    static func isOption(_ key: String) -> Bool {
        ["option", "variation", "variationattribute", "optionvalue", "saleprop", "specvalue", "规格", "销售属性"].contains(
            key)
    }

    /// Elements that hold several of a kind and mean nothing themselves.
    static func isWrapper(_ key: String) -> Bool { wrappers.contains(key) }

    /// What holds the value of an element that has a name but no text: `<price gross="80.00"/>`, `<brand><name>`.
    static func valueRank(_ key: String) -> UInt8? {
        valueNames.firstIndex(of: key).map { UInt8($0) }
    }

    private static let valueNames = ["value", "amount", "quantity", "qty", "gross", "name", "text", "值"]
    private static let usualPairs: Set<String> = [
        "param", "parameter", "attribute", "attr", "a", "property", "prop", "feature", "characteristic", "option",
        "variation",
        "variationattribute", "optionvalue", "saleprop", "specvalue", "field", "属性", "规格", "销售属性",
    ]
    private static let usualPairNames: Set<String> = [
        "name", "key", "k", "label", "title", "paramname", "attributename", "attrname", "optionname", "propertyname",
        "propname",
        "名称", "属性名", "规格名",
    ]
    private static let usualPairValues: Set<String> = [
        "value", "val", "v", "text", "valuename", "paramvalue", "attributevalue", "attrvalue", "optionvalue",
        "propertyvalue",
        "propvalue", "值", "属性值", "规格值",
    ]
    private static let wrappers: Set<String> = [
        "variants", "variations", "skus", "sizes", "items", "options", "params", "parameters", "attributes", "attrs",
        "properties", "props", "features", "characteristics", "specs", "specifications", "codes", "identifiers",
        "barcodes",
        "eans", "prices", "pricing", "stocks", "inventory", "details", "info", "general", "data", "content",
        "description",
        "规格列表", "属性列表", "销售属性", "商品信息",
    ]
}
