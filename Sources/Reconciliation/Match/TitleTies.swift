import Catalogues
import Lexicons

/// What titles tell where codes are silent: a style's code in a listing's title, a variant's SKU in it, or title and
/// options that say the same on both sides. Only what is unique on both sides counts.
struct TitleTies {
    /// Supplier style for a shop style whose title names its code.
    private(set) var styles: [Int: Int] = [:]
    /// Supplier variant for a shop style whose title names its SKU.
    private(set) var variants: [Int: Int] = [:]
    /// Supplier variant for a shop variant that says the same words in title and options.
    private(set) var words: [Int: Int] = [:]
    /// The same, but in another order or with an option left out: for a person.
    private(set) var questions: [Int: Int] = [:]

    private var tokens = TitleTokens()
    private static let limit = 100_000

    init() {}

    /// - Parameters:
    ///   - shopStyles: the shop's styles that no code ties.
    ///   - supplierStyles: the supplier's styles that no code ties.
    init(
        _ supplier: Catalogue, _ shop: Catalogue, shopStyles: [Int], supplierStyles: [Int], shopRows: [Int],
        colours: ColourListings, lexicon: Lexicon
    ) {
        guard !shopStyles.isEmpty, !supplierStyles.isEmpty, shopStyles.count <= Self.limit else { return }
        let codes = codesOfTitles(shop, shopStyles, colours)
        guard !codes.isEmpty || !shopRows.isEmpty else { return }
        findStyleCodes(codes, supplier, supplierStyles)
        findSKUs(codes, supplier)
        for (shopStyle, supplierStyle) in styles {
            for other in colours.group[shopStyle] ?? [] { styles[other] = supplierStyle }
        }
        let same = SameWords(supplier, shop, supplierStyles, shopRows, lexicon)
        words = same.pairs
        questions = same.questions
    }

    /// Each code that stands in the title of exactly one of the shop's open styles, with that style; of listings that are
    /// one thing in several colours, with the first.
    private mutating func codesOfTitles(
        _ shop: Catalogue, _ styles: [Int], _ colours: ColourListings
    ) -> [[UInt8]: Int] {
        var found: [[UInt8]: Int] = [:]
        var several: Set<[UInt8]> = []
        for style in styles {
            let title = shop.arena[shop.styles.title.base[style]]
            // A toner for the M110W is no M110W, and what replaces the K5510 is none.
            if tokens.isForAnother(title) { continue }
            for code in Set(tokens.codes(title)) {
                let first = colours.group[style]?.first ?? style
                if let other = found[code], other != first { several.insert(code) }
                found[code] = first
            }
        }
        for code in several { found[code] = nil }
        return found
    }

    /// Whether a code can stand for itself. One that is short, or hardly has digits, must stand in both titles.
    private static func isStrong(_ code: [UInt8]) -> Bool { code.count >= 5 && code.count(where: { $0 < 58 }) >= 3 }

    /// Whether a code is one by its looks: letters with digits, or a number too long to be a size or a year.
    static func isTelling(_ code: [UInt8]) -> Bool {
        let digits = code.count { $0 < 58 }
        if digits == code.count {
            return digits >= 4
                && !(digits == 4 && (code.starts(with: [0x31, 0x39]) || code.starts(with: [0x32, 0x30])))
        }
        return code.count >= 3 && digits >= 1
    }

    /// A supplier style's code, or its last part, that also stands in one open listing's title. Two codes that point to
    /// different styles cancel each other. Other things that titles share (S925, IPX7, 5000mAh, FW23) are no codes.
    private mutating func findStyleCodes(_ codes: [[UInt8]: Int], _ supplier: Catalogue, _ supplierStyles: [Int]) {
        var owners: [[UInt8]: Set<Int>] = [:]
        for style in supplierStyles {
            let whole = supplier.arena[supplier.styles.code.base[style]]
            if whole.isEmpty { continue }
            var inTitle: Set<[UInt8]>?
            for code in [TitleTokens.squeezed(whole), Self.lastPart(whole)]
            where codes[code] != nil && Self.isTelling(code) {
                if !Self.isStrong(code) {
                    let own = inTitle ?? Set(tokens.codes(supplier.arena[supplier.styles.title.base[style]]))
                    inTitle = own
                    if !own.contains(code) { continue }
                }
                owners[code, default: []].insert(style)
            }
        }
        var ties: [Int: Set<Int>] = [:]
        var claimed: [Int: Set<Int>] = [:]
        for (code, styles) in owners where styles.count == 1 {
            ties[codes[code]!, default: []].insert(styles.first!)
            claimed[styles.first!, default: []].insert(codes[code]!)
        }
        for (shopStyle, styles) in ties where styles.count == 1 && claimed[styles.first!]!.count == 1 {
            self.styles[shopStyle] = styles.first!
        }
    }

    /// `1128531` of `MTBL_1000-1128531`; empty if that is no code by itself.
    private static func lastPart(_ code: Bytes) -> [UInt8] {
        guard let mark = code.buffer.lastIndex(where: { [0x2D, 0x5F, 0x2F, 0x2E].contains($0) }) else { return [] }
        let part = TitleTokens.squeezed(code.dropFirst(mark + 1))
        return part.count >= 6 && part.count(where: { $0 < 58 }) >= 4 ? part : []
    }

    /// A supplier's SKU in the title of one open listing.
    private mutating func findSKUs(_ codes: [[UInt8]: Int], _ supplier: Catalogue) {
        let long = codes.filter { Self.isStrong($0.key) && Self.isTelling($0.key) }
        guard !long.isEmpty else { return }
        let lengths = Set(long.keys.map(\.count))
        var named: [Int: Set<Int>] = [:]
        for row in 0..<supplier.variantCount {
            let sku = supplier.arena[supplier.variants.sku.base[row]]
            if sku.count < 5 { continue }
            let key = TitleTokens.squeezed(sku)
            if lengths.contains(key.count), let style = long[key] { named[style, default: []].insert(row) }
        }
        for (style, rows) in named where rows.count == 1 { variants[style] = rows.first! }
    }
}
