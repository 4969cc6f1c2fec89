public import Catalogues
public import Lexicons

/// How a style is looked at before it is listed.
public struct ListingSettings: Sendable {
    /// The platforms that it is for; none = the trade's own rules only.
    public var targets: [ListingTarget] = []
    /// What the price should be to the supplier's; nil = prices are only looked for.
    public var priceRule: PriceRule?
    /// The least margin over the supplier's cost, in per cent of the price; nil = not asked.
    public var leastMargin: Int?
    /// The codes of the styles to look at; empty = all.
    public var styles: [String] = []

    public init() {}
}

/// Looks at the styles of one catalogue as a lister would.
///
/// - Returns: what was found, by style in the order of the file, then gravest first.
public func checkListing(
    _ catalogue: Catalogue, lexicon: Lexicon, settings: ListingSettings = ListingSettings()
) -> [ListingIssue] {
    var rules = ListingRules(catalogue, lexicon, settings)
    for style in 0..<catalogue.styleCount where isWanted(style, of: catalogue, settings.styles) { rules.check(style) }
    return rules.issues
}

/// Whether a style is one of those named: by its code, its article number, or where it has neither by its title.
private func isWanted(_ style: Int, of catalogue: Catalogue, _ codes: [String]) -> Bool {
    if codes.isEmpty { return true }
    let texts = [catalogue.styles.code[style], catalogue.styles.article[style], catalogue.styles.title[style]]
    return texts.contains { !$0.isNone && codes.contains(catalogue.text($0)) }
}
