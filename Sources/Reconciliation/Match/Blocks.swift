import Catalogues
import Lexicons

/// All that is found out about two catalogues as a whole, before any family is decided: what the words mean, which
/// codes name which variants, and which styles can meet. Immutable, so that families can be decided anywhere.
final class Blocks: Sendable {
    let supplier: Catalogue
    let shop: Catalogue
    let supplierWords: Understanding
    let shopWords: Understanding
    let ties: StyleTies
    let identifiers: Identifiers
    let families: Families
    let decided: DecidedPairs
    /// How many meanings the lexicon knew when all words were understood.
    let meaningCount: Int

    init(
        supplier: Catalogue, shop: Catalogue, lexicon: Lexicon, decisions: [PersonDecision] = [],
        remembered: [RememberedPair] = []
    ) {
        self.supplier = supplier
        self.shop = shop
        var supplierWords = Understanding(supplier, lexicon)
        var shopWords = Understanding(shop, lexicon)
        supplierWords.moveCodes(of: supplier, toMeet: shopWords, shop.variantCount, lexicon)
        shopWords.moveCodes(of: shop, toMeet: supplierWords, supplier.variantCount, lexicon)
        meaningCount = lexicon.meaningCount
        var ties = StyleTies(supplier: supplier, shop: shop)
        identifiers = Identifiers(supplier: supplier, shop: shop, partner: ties.partner)
        decided = DecidedPairs(decisions, remembered, supplier, shop)
        ties.tieByTitles(supplier, shop, identifiers, supplierWords, shopWords, lexicon)
        families = Families(supplier: supplier, shop: shop, ties: ties, identifiers: identifiers, decided: decided)
        self.ties = ties
        self.supplierWords = supplierWords
        self.shopWords = shopWords
    }
}

extension Identifiers: @unchecked Sendable {}
extension StyleTies: @unchecked Sendable {}
extension Families: @unchecked Sendable {}
extension Understanding: @unchecked Sendable {}
