import Catalogues
import Lexicons

/// Which supplier style each shop style is, as far as codes and titles tell.
struct StyleTies: ~Copyable {
    /// How a shop style is tied to its supplier style.
    enum Tie: UInt8, BitwiseCopyable { case none, guess, title, name, codeInTitle, code }

    /// The supplier style of each shop style, plus one; and how it is tied.
    let partner: Column<UInt32>
    let tie: Column<Tie>
    /// What titles tell of single variants.
    private(set) var titles = TitleTies()

    /// The ties of equal codes; the identifiers are looked for along them.
    init(supplier: Catalogue, shop: Catalogue) {
        partner = Column(zeros: shop.styleCount)
        tie = Column(zeros: shop.styleCount)
        tieByCode(supplier, shop)
    }

    /// Adds what titles tell of styles that no code ties.
    mutating func tieByTitles(
        _ supplier: Catalogue, _ shop: Catalogue, _ identifiers: borrowing Identifiers,
        _ supplierWords: borrowing Understanding, _ shopWords: borrowing Understanding, _ lexicon: Lexicon
    ) {
        tieByTitle(supplier, shop)
        tieByPlainTitle(supplier, shop, lexicon)
        tieByWordsOfTitles(supplier, shop, identifiers, shopWords.colourListings, lexicon)
        tieByNames(supplier, shop, lexicon)
        guessStyles(supplier, shop, identifiers, supplierWords, shopWords, lexicon)
    }

    /// Equal codes: a style code of the shop (or the supplier's article number in its listing) that is a style code
    /// or article number of the supplier. Within a catalogue a style code names one style by construction.
    private func tieByCode(_ supplier: Catalogue, _ shop: Catalogue) {
        guard supplier.fields.contains(.styleCode) || supplier.fields.contains(.article) else { return }
        var table = KeyTable(capacity: supplier.styleCount)
        let codes = supplier.styles.code.base
        let articles = supplier.styles.article.base
        for style in 0..<supplier.styleCount where !codes[style].isNone {
            let code = supplier.arena[codes[style]]
            _ = table.insert(code.hash(seed: tableSeed), row: style) { supplier.arena[codes[$0]] == code }
        }
        var byArticle: [String: Int] = [:]  // -1: several styles have it
        for style in 0..<supplier.styleCount where !articles[style].isNone {
            let article = supplier.text(articles[style])
            byArticle[article] = byArticle[article] == nil ? style : -1
        }
        for style in 0..<shop.styleCount {
            for ref in [shop.styles.code.base[style], shop.styles.article.base[style]] where !ref.isNone {
                let code = shop.arena[ref]
                if let found = table.find(code.hash(seed: tableSeed), { supplier.arena[codes[$0]] == code }) {
                    set(style, found, .code)
                } else if !byArticle.isEmpty, let found = byArticle[code.string], found >= 0 {
                    set(style, found, .code)
                }
            }
        }
        tieByCodesOfRows(supplier, shop) { code in
            table.find(code.hash(seed: tableSeed)) { supplier.arena[codes[$0]] == code }
        }
        tieBySqueezedCodes(supplier, shop)
    }

    /// Listings whose rows bear the style's code where a variant's should stand, or codes that begin with it.
    private func tieByCodesOfRows(_ supplier: Catalogue, _ shop: Catalogue, _ style: (Bytes) -> Int?) {
        guard shop.fields.contains(.supplierCode) else { return }
        for shopStyle in 0..<shop.styleCount where tie.base[shopStyle] == .none {
            var found: Int?
            var isCertain = true
            for row in shop.rows(ofStyle: shopStyle) {
                let code = shop.arena[shop.variants.supplierCode.base[row]]
                if code.isEmpty { continue }
                let named = Self.style(beginning: code, style)
                if named == nil || (found != nil && found != named) {
                    isCertain = false
                    break
                }
                found = named
            }
            if let found, isCertain, !titleNamesNeighbour(of: found, shopStyle, supplier, shop) {
                set(shopStyle, found, .code)
            }
        }
    }

    /// Whether a listing's title bears a code that is the style's with something added, as K5510W is beside K5510.
    private func titleNamesNeighbour(of style: Int, _ shopStyle: Int, _ supplier: Catalogue, _ shop: Catalogue) -> Bool
    {
        let own = TitleTokens.squeezed(supplier.arena[supplier.styles.code.base[style]])
        var tokens = TitleTokens()
        let codes = tokens.codes(shop.arena[shop.styles.title.base[shopStyle]])
        return !codes.contains(own) && codes.contains { $0.count > own.count && $0.starts(with: own) }
    }

    /// Listings all of whose rows bear one code, which is the style's without case and separators: CW2288111 for
    /// CW2288-111. Short codes meet by chance.
    private func tieBySqueezedCodes(_ supplier: Catalogue, _ shop: Catalogue) {
        guard shop.fields.contains(.supplierCode) else { return }
        var wanted: [[UInt8]: [Int]] = [:]
        for style in 0..<shop.styleCount where tie.base[style] == .none {
            let codes = Set(
                shop.rows(ofStyle: style).map { TitleTokens.squeezed(shop.arena[shop.variants.supplierCode.base[$0]]) })
            if let code = codes.first, codes.count == 1, code.count >= 5 { wanted[code, default: []].append(style) }
        }
        guard !wanted.isEmpty else { return }
        var filter = CodeFilter(expecting: wanted.count)
        for code in wanted.keys { filter.add(squeezed: code) }
        var found: [[UInt8]: Int] = [:]  // -1: several
        for style in 0..<supplier.styleCount {
            let code = supplier.arena[supplier.styles.code.base[style]]
            guard filter.mayHold(squeezing: code) else { continue }
            let key = TitleTokens.squeezed(code)
            if wanted[key] != nil { found[key] = found[key] == nil ? style : -1 }
        }
        for (code, style) in found where style >= 0 {
            for shopStyle in wanted[code]! where !titleNamesNeighbour(of: style, shopStyle, supplier, shop) {
                set(shopStyle, style, .code)
            }
        }
    }

    /// The style of a code, or of what is left of it without its last parts: `KT-91-BLK-S`, `KT-91-BLK`, `KT-91`.
    private static func style(beginning code: Bytes, _ style: (Bytes) -> Int?) -> Int? {
        if let found = style(code) { return found }
        for end in stride(from: code.count - 1, through: 4, by: -1) where isMark(code[end]) {
            if let found = style(code.prefix(end)) { return found }
        }
        return nil
    }

    private static func isMark(_ byte: UInt8) -> Bool { [0x2D, 0x5F, 0x2F, 0x2E, 0x20].contains(byte) }

    /// Whether a code is another one with parts behind it.
    static func begins(_ code: Bytes, with beginning: Bytes) -> Bool {
        beginning.count >= 4 && code.count > beginning.count && isMark(code[beginning.count])
            && code.prefix(beginning.count) == beginning
    }

    /// The shop's styles that nothing ties yet.
    private var openStyles: [Int] { (0..<tie.count).filter { tie.base[$0] == .none } }

    /// Which of the supplier's styles something ties.
    private func tiedSuppliers(_ supplier: Catalogue) -> [Bool] {
        var isTied = [Bool](repeating: false, count: supplier.styleCount)
        for style in 0..<tie.count where tie.base[style] != .none { isTied[Int(partner.base[style]) - 1] = true }
        return isTied
    }

    private func set(_ shopStyle: Int, _ supplierStyle: Int, _ how: Tie) {
        if tie.base[shopStyle] != .none { return }
        partner.base[shopStyle] = UInt32(supplierStyle + 1)
        tie.base[shopStyle] = how
    }

    /// Equal titles, unique on both sides, of styles that no code ties.
    private func tieByTitle(_ supplier: Catalogue, _ shop: Catalogue) {
        guard supplier.fields.contains(.title), shop.fields.contains(.title) else { return }
        let free = (0..<shop.styleCount).filter { tie.base[$0] == .none && !shop.styles.title.base[$0].isNone }
        guard !free.isEmpty else { return }
        var wanted: [[UInt8]: Int] = [:]  // -1: several
        var counts: [[UInt8]: Int] = [:]
        for style in free {
            let title = Self.key(shop.arena[shop.styles.title.base[style]])
            wanted[title] = wanted[title] == nil ? style : -1
        }
        // Most titles are turned away by a bit, without being written out.
        var filter = CodeFilter()
        for title in wanted.keys { filter.add(Self.hash(title)) }
        func isWanted(_ title: Bytes) -> [UInt8]? {
            guard filter.mayHold(Self.hash(title.buffer)) else { return nil }
            let key = Self.key(title)
            return wanted[key] == nil ? nil : key
        }
        // A title that a tied style bears too is not unique.
        for style in 0..<shop.styleCount where tie.base[style] != .none && !shop.styles.title.base[style].isNone {
            if let title = isWanted(shop.arena[shop.styles.title.base[style]]) { wanted[title] = -1 }
        }
        var found: [[UInt8]: Int] = [:]
        for style in 0..<supplier.styleCount where !supplier.styles.title.base[style].isNone {
            guard let title = isWanted(supplier.arena[supplier.styles.title.base[style]]) else { continue }
            counts[title, default: 0] += 1
            found[title] = style
        }
        for (title, supplierStyle) in found where counts[title] == 1 {
            guard let shopStyle = wanted[title], shopStyle >= 0 else { continue }
            let theirBrand = supplier.arena[supplier.styles.brand.base[supplierStyle]]
            let ourBrand = shop.arena[shop.styles.brand.base[shopStyle]]
            let isOther = !theirBrand.isEmpty && !ourBrand.isEmpty && Self.key(theirBrand) != Self.key(ourBrand)
            if !isOther { set(shopStyle, supplierStyle, .title) }
        }
    }

    /// Titles that are equal but for words that say nothing: 【现货】木质衣架 and 木质衣架 新款. Unique on both sides, too.
    private func tieByPlainTitle(_ supplier: Catalogue, _ shop: Catalogue, _ lexicon: Lexicon) {
        guard supplier.fields.contains(.title), shop.fields.contains(.title) else { return }
        let open = openStyles
        guard !open.isEmpty else { return }
        let isTied = tiedSuppliers(supplier)
        func unique(_ catalogue: Catalogue, _ styles: [Int]) -> [[UInt8]: Int] {
            var found: [[UInt8]: Int] = [:]
            for style in styles {
                let key = lexicon.plainTitle(catalogue.arena[catalogue.styles.title.base[style]].buffer)
                if key.count >= 6 { found[key] = found[key] == nil ? style : -1 }
            }
            return found
        }
        let theirs = unique(supplier, isTied.indices.filter { !isTied[$0] })
        for (title, style) in unique(shop, open) where style >= 0 {
            if let same = theirs[title], same >= 0 { set(style, same, .title) }
        }
    }

    /// Where neither code nor equal title ties a style: codes in titles, and titles that say the same with the options.
    private mutating func tieByWordsOfTitles(
        _ supplier: Catalogue, _ shop: Catalogue, _ identifiers: borrowing Identifiers, _ colours: ColourListings,
        _ lexicon: Lexicon
    ) {
        guard supplier.fields.contains(.title), shop.fields.contains(.title) else { return }
        let open = openStyles
        let openRows = open.flatMap { style in
            shop.rows(ofStyle: style).filter { identifiers.bySKU.base[$0] | identifiers.byBarcode.base[$0] == 0 }
        }
        let isTied = tiedSuppliers(supplier)
        let openSuppliers = isTied.indices.filter { !isTied[$0] }
        titles = TitleTies(
            supplier, shop, shopStyles: open, supplierStyles: openSuppliers, shopRows: openRows,
            colours: colours, lexicon: lexicon)
        for (shopStyle, supplierStyle) in titles.styles { set(shopStyle, supplierStyle, .codeInTitle) }
    }

    /// Titles that name the same model or club's shirt in two languages.
    private func tieByNames(_ supplier: Catalogue, _ shop: Catalogue, _ lexicon: Lexicon) {
        guard supplier.fields.contains(.title), shop.fields.contains(.title) else { return }
        var isTied = tiedSuppliers(supplier)
        for row in titles.variants.values { isTied[Int(supplier.variants.style.base[row])] = true }
        let open = openStyles.filter { titles.variants[$0] == nil }
        let named = NamedStyles(supplier, shop, openShop: open, isTied: isTied, lexicon: lexicon)
        for (shopStyle, supplierStyle) in named.styles { set(shopStyle, supplierStyle, .name) }
    }

    /// What nothing ties may still be the same: a guess, for a person to decide.
    private func guessStyles(
        _ supplier: Catalogue, _ shop: Catalogue, _ identifiers: borrowing Identifiers,
        _ supplierWords: borrowing Understanding, _ shopWords: borrowing Understanding, _ lexicon: Lexicon
    ) {
        var isOpen = [Bool](repeating: true, count: supplier.styleCount)
        func close(_ row: UInt32) { if row != 0 { isOpen[Int(supplier.variants.style.base[Int(row) - 1])] = false } }
        var open: [Int] = []
        for style in 0..<shop.styleCount {
            if tie.base[style] != .none { isOpen[Int(partner.base[style]) - 1] = false }
            var isNamed = tie.base[style] != .none || titles.variants[style] != nil
            for row in shop.rows(ofStyle: style) {
                close(identifiers.bySKU.base[row])
                close(identifiers.byBarcode.base[row])
                if let same = titles.words[row] { close(UInt32(same + 1)) }
                if identifiers.bySKU.base[row] | identifiers.byBarcode.base[row] != 0 || titles.words[row] != nil {
                    isNamed = true
                }
            }
            if !isNamed { open.append(style) }
        }
        let guess = StyleGuess(
            supplier, shop, supplierWords: supplierWords, shopWords: shopWords,
            supplierStyles: isOpen.indices.filter { isOpen[$0] }, shopStyles: open, lexicon: lexicon)
        for (shopStyle, supplierStyle) in guess.styles { set(shopStyle, supplierStyle, .guess) }
    }

    /// A hash of a title's letters and signs, whatever their case and the blanks between them.
    private static func hash(_ title: some Sequence<UInt8>) -> UInt64 {
        var hash = CodeFilter.hashSeed
        for byte in title where byte > 0x20 {
            hash = CodeFilter.hash(hash, byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte)
        }
        return hash
    }

    /// A title without case and blanks.
    private static func key(_ title: Bytes) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(title.count)
        for byte in title.buffer where byte > 0x20 { key.append(byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte) }
        return key
    }
}
