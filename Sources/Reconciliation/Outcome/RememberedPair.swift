/// A pair that an earlier run accepted, in the words of that time.
///
/// Where the supplier's code says something else by now, it is no witness any more: the code was given to another
/// variant, or its variant to other words. The pair then goes to a person, unless the shop's own words settle it.
public struct RememberedPair: Hashable, Sendable {
    public var supplierStyle: String
    public var supplierSKU: String
    public var supplierSpec: String
    public var shopStyle: String
    public var shopSKU: String
    public var shopSpec: String

    public init(
        supplierStyle: String, supplierSKU: String, supplierSpec: String, shopStyle: String, shopSKU: String,
        shopSpec: String
    ) {
        self.supplierStyle = supplierStyle
        self.supplierSKU = supplierSKU
        self.supplierSpec = supplierSpec
        self.shopStyle = shopStyle
        self.shopSKU = shopSKU
        self.shopSpec = shopSpec
    }
}
