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

    private var tokens = TitleTokens()
    private static let limit = 200_000

    /// - Parameters:
    ///   - shopStyles: the shop's styles that no code ties.
    ///   - supplierStyles: the supplier's styles that no code ties.
    init(_ supplier: Catalogue, _ shop: Catalogue, shopStyles: [Int], supplierStyles: [Int], shopRows: [Int]) {
        guard !shopStyles.isEmpty, !supplierStyles.isEmpty, shopStyles.count <= Self.limit else { return }
        let codes = codesOfTitles(shop, shopStyles)
        guard !codes.isEmpty || !shopRows.isEmpty else { return }
        findStyleCodes(codes, supplier, supplierStyles)
        findSKUs(codes, supplier)
        findSameWords(supplier, shop, supplierStyles, shopRows)
    }

    /// Each code that stands in the title of exactly one of the shop's open styles, with that style.
    private mutating func codesOfTitles(_ shop: Catalogue, _ styles: [Int]) -> [[UInt8]: Int] {
        var found: [[UInt8]: Int] = [:]
        var several: Set<[UInt8]> = []
        for style in styles {
            for code in Set(tokens.codes(shop.arena[shop.styles.title.base[style]])) {
                if let other = found[code], other != style { several.insert(code) }
                found[code] = style
            }
        }
        for code in several { found[code] = nil }
        return found
    }

    /// Whether a code is one by its looks: letters with digits, or a number too long to be a size or a year.
    private static func isTelling(_ code: [UInt8]) -> Bool {
        let digits = code.count { $0 < 58 }
        if digits == code.count {
            return digits >= 4
                && !(digits == 4 && (code.starts(with: [0x31, 0x39]) || code.starts(with: [0x32, 0x30])))
        }
        return code.count >= 3 && digits >= 1
    }

    /// A supplier style's code, or a code in its title, that also stands in one open listing's title. Two codes that
    /// point to different styles cancel each other.
    private mutating func findStyleCodes(_ codes: [[UInt8]: Int], _ supplier: Catalogue, _ supplierStyles: [Int]) {
        var owners: [[UInt8]: Set<Int>] = [:]
        for style in supplierStyles {
            var own: Set<[UInt8]> = []
            let code = TitleTokens.squeezed(supplier.arena[supplier.styles.code.base[style]])
            if codes[code] != nil { own.insert(code) }
            for code in tokens.codes(supplier.arena[supplier.styles.title.base[style]]) where codes[code] != nil {
                own.insert(code)
            }
            for code in own where Self.isTelling(code) { owners[code, default: []].insert(style) }
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

    /// A supplier's SKU in the title of one open listing.
    private mutating func findSKUs(_ codes: [[UInt8]: Int], _ supplier: Catalogue) {
        let long = codes.filter { $0.key.count >= 5 && Self.isTelling($0.key) }
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

    // MARK: Title and options as one bag of words

    /// The tokens that a variant's title and options say.
    private struct Bags {
        var title: Set<UInt32> = []
        var options: [Set<UInt32>] = []

        var all: Set<UInt32> { options.reduce(title) { $0.union($1) } }

        /// The title with any choice of the options: a listing leaves out what it does not sell by.
        var choices: Set<Set<UInt32>> {
            var choices: Set<Set<UInt32>> = [title]
            for option in options.prefix(3) { choices.formUnion(choices.map { $0.union(option) }) }
            return choices
        }

        mutating func drop(_ tokens: Set<UInt32>) {
            title.subtract(tokens)
            for index in options.indices { options[index].subtract(tokens) }
        }
    }

    private mutating func findSameWords(
        _ supplier: Catalogue, _ shop: Catalogue, _ supplierStyles: [Int], _ shopRows: [Int]
    ) {
        let supplierRows = supplierStyles.flatMap { Array(supplier.rows(ofStyle: $0)) }
        guard shopRows.count <= Self.limit, supplierRows.count <= Self.limit else { return }
        var theirs = supplierRows.map { bags(supplier, $0, withCode: true) }
        var ours = shopRows.map { bags(shop, $0, withCode: false) }
        let boilerplate = boilerplate(theirs, ours)
        for index in theirs.indices { theirs[index].drop(boilerplate) }
        for index in ours.indices { ours[index].drop(boilerplate) }

        var byBag: [Set<UInt32>: Set<Int>] = [:]
        for (index, bags) in theirs.enumerated() {
            for choice in bags.choices { byBag[choice, default: []].insert(index) }
        }
        var claims: [Int: [Int]] = [:]
        for (index, bags) in ours.enumerated() {
            let all = bags.all
            guard all.count >= 2, let found = byBag[all], found.count == 1 else { continue }
            claims[found.first!, default: []].append(index)
        }
        for (theirIndex, indices) in claims where indices.count == 1 {
            words[shopRows[indices[0]]] = supplierRows[theirIndex]
        }
    }

    private mutating func bags(_ catalogue: Catalogue, _ row: Int, withCode: Bool) -> Bags {
        let style = Int(catalogue.variants.style.base[row])
        var bags = Bags()
        let own = catalogue.variants.title.base[row]
        let title = catalogue.arena[own.isNone ? catalogue.styles.title.base[style] : own]
        tokens.add(title, to: &bags.title)
        if bags.title.isEmpty { return bags }
        if withCode {
            tokens.add(catalogue.arena[catalogue.styles.code.base[style]], to: &bags.title)
        } else {
            // Codes in a listing's title name its style, or one of its variants: they are no words.
            tokens.dropCodes(title, from: &bags.title) { $0.count >= 5 && Self.isTelling($0) }
        }
        for position in 0..<catalogue.axisCount {
            let value = catalogue.variants.option(position)[row]
            if value == 0 { continue }
            var option: Set<UInt32> = []
            tokens.add(catalogue.words[value], to: &option)
            bags.options.append(option)
        }
        return bags
    }

    /// Tokens that one side puts into many of its titles and the other never uses: a brand, a shop's name.
    private func boilerplate(_ theirs: [Bags], _ ours: [Bags]) -> Set<UInt32> {
        func common(_ bags: [Bags]) -> (often: Set<UInt32>, all: Set<UInt32>) {
            var counts: [UInt32: Int] = [:]
            for bag in bags { for token in bag.all { counts[token, default: 0] += 1 } }
            return (Set(counts.filter { $0.value * 4 >= bags.count && bags.count >= 8 }.keys), Set(counts.keys))
        }
        let (theirOften, theirAll) = common(theirs)
        let (ourOften, ourAll) = common(ours)
        return theirOften.subtracting(ourAll).union(ourOften.subtracting(theirAll))
    }
}
