/// What the cells of one source mean: the part of a profile that the builder needs.
public struct ReadingRules: Sendable {
    /// What holds the rows of a style together.
    public enum StyleKey: Sendable { case code, title, none }

    public var styleKey = StyleKey.code
    /// Rows without a style code are held together by their title.
    public var fallsBackToTitle = false
    /// Rows with an empty style code belong to the style above (merged cells, Shopify's further rows).
    public var carriesDown = false
    /// Prices are in fen or cents.
    public var pricesInHundredths = false
    /// The currency of prices that do not say theirs.
    public var currency = ""
    /// The names of option axes whose column header already says what they are: `["colour", "size"]`.
    public var axisNames: [String] = Array(repeating: "", count: axisLimit)
    /// Stock figures that mean "as many as you like": `-1`, `9999`, `不限`.
    public var unlimited: Set<String> = []
    /// Words that stand for a stock or availability, in lower case: `有货`, `in stock`, `out_of_stock`.
    public var stockWords: [String: Availability] = [:]
    /// Words that say whether a listing is on sale, in lower case.
    public var statusWords: [String: ListingStatus] = [:]
    /// An empty stock cell means none (IdoSell); by default it means unknown.
    public var emptyStockIsZero = false
    /// Takes a packed spec apart; called once a distinct text. An axis without a name has the name "".
    public var unpack: @Sendable (Bytes) -> [(axis: String, value: String)] = { _ in [] }

    public init() {}
}
