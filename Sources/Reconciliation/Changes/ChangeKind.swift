/// What can happen to a style or variant from one version of a source to the next. The names stand in changes.csv.
public enum ChangeKind: String, CaseIterable, Sendable {
    case styleAdded = "style-added"
    case styleWithdrawn = "style-withdrawn"
    case specAdded = "spec-added"
    case specRemoved = "spec-removed"
    /// The same code, and words that may be the same spec.
    case specRenamed = "spec-renamed"
    /// The same code, and words that are certainly another spec.
    case meaningChanged = "meaning-changed"
    /// The same words in the same style, under another code.
    case relisted
    case priceChanged = "price-changed"
    case soldOut = "sold-out"
    case backInStock = "back-in-stock"
}
