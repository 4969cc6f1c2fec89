import Catalogues

/// The blocks of the matching: families of styles that can meet. Everything after this looks at one family alone.
struct Families: ~Copyable {
    /// Supplier styles and shop styles, family by family.
    private(set) var supplierStyles: [UInt32] = []
    private(set) var shopStyles: [UInt32] = []
    /// Where each family begins in both; one more entry than families.
    private(set) var starts: [(supplier: Int, shop: Int)] = []

    var count: Int { starts.count - 1 }

    init(
        supplier: Catalogue, shop: Catalogue, ties: borrowing StyleTies, identifiers: borrowing Identifiers,
        decided: DecidedPairs
    ) {
        var sets = DisjointSets(count: supplier.styleCount + shop.styleCount)
        let offset = supplier.styleCount
        for style in 0..<shop.styleCount where ties.partner.base[style] != 0 {
            sets.unite(Int(ties.partner.base[style]) - 1, offset + style)
        }
        for (style, row) in ties.titles.variants { sets.unite(Int(supplier.variants.style.base[row]), offset + style) }
        for (shopRow, row) in ties.titles.words.merging(ties.titles.questions, uniquingKeysWith: { first, _ in first })
        {
            sets.unite(Int(supplier.variants.style.base[row]), offset + Int(shop.variants.style.base[shopRow]))
        }
        for (shopRow, rows) in decided.confirmed {
            for row in rows {
                sets.unite(Int(supplier.variants.style.base[row]), offset + Int(shop.variants.style.base[shopRow]))
            }
        }
        // A code that very many styles share is no code; it would make one family of the whole catalogue.
        var claims = [UInt32: Int]()
        for row in 0..<shop.variantCount {
            let own = Int(shop.variants.style.base[row])
            let style = offset + own
            for found in [identifiers.bySKU.base[row], identifiers.byBarcode.base[row]] where found != 0 {
                let other = Int(supplier.variants.style.base[Int(found) - 1])
                if other + 1 == Int(ties.partner.base[own]) || sets.root(other) == sets.root(style) { continue }
                let seen = claims[found, default: 0]
                claims[found] = seen + 1
                if seen < 64 { sets.unite(other, style) }
            }
        }
        collect(&sets, supplier, shop)
    }

    /// Families in the order of their first supplier style, then those of shop styles alone.
    private mutating func collect(_ sets: inout DisjointSets, _ supplier: Catalogue, _ shop: Catalogue) {
        let total = supplier.styleCount + shop.styleCount
        var number = [Int32](repeating: -1, count: total)
        var families: Int32 = 0
        var supplierCounts: [Int32] = []
        var shopCounts: [Int32] = []
        var family = [Int32](repeating: 0, count: total)
        for style in 0..<total {
            let root = sets.root(style)
            if number[root] < 0 {
                number[root] = families
                families += 1
                supplierCounts.append(0)
                shopCounts.append(0)
            }
            family[style] = number[root]
            if style < supplier.styleCount {
                supplierCounts[Int(number[root])] += 1
            } else {
                shopCounts[Int(number[root])] += 1
            }
        }
        starts = [(0, 0)]
        starts.reserveCapacity(Int(families) + 1)
        for index in 0..<Int(families) {
            starts.append(
                (starts[index].supplier + Int(supplierCounts[index]), starts[index].shop + Int(shopCounts[index])))
        }
        var next = starts
        supplierStyles = Array(repeating: 0, count: supplier.styleCount)
        shopStyles = Array(repeating: 0, count: shop.styleCount)
        for style in 0..<supplier.styleCount {
            let index = Int(family[style])
            supplierStyles[next[index].supplier] = UInt32(style)
            next[index].supplier += 1
        }
        for style in 0..<shop.styleCount {
            let index = Int(family[supplier.styleCount + style])
            shopStyles[next[index].shop] = UInt32(style)
            next[index].shop += 1
        }
    }
}

/// Union–find with path halving.
private struct DisjointSets {
    private var parent: [Int32]

    init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

    mutating func root(_ element: Int) -> Int {
        var at = element
        while Int(parent[at]) != at {
            parent[at] = parent[Int(parent[at])]
            at = Int(parent[at])
        }
        return at
    }

    mutating func unite(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        if x != y { parent[max(x, y)] = Int32(min(x, y)) }
    }
}
