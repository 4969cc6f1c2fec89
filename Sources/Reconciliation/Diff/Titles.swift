import Catalogues
import Lexicons

extension Matcher {
    /// Whether the titles of two variants name attributes that exclude each other: 加绒 and 不加绒, men's and women's.
    mutating func titlesContradict(_ supplier: UInt32, _ shop: UInt32) -> Bool {
        let theirs = Self.title(blocks.supplier, Int(supplier))
        let ours = Self.title(blocks.shop, Int(shop))
        let key = TitlePair(theirs: UInt(bitPattern: theirs.base), ours: UInt(bitPattern: ours.base))
        // The rows of a style mostly have its title, and follow each other.
        if key == lastTitles.pair { return lastTitles.contradict }
        let contradict =
            theirs.isEmpty || ours.isEmpty || theirs == ours ? false : attributesContradict(key, theirs, ours)
        lastTitles = (key, contradict)
        return contradict
    }

    private mutating func attributesContradict(_ key: TitlePair, _ theirs: Bytes, _ ours: Bytes) -> Bool {
        if let known = titlePairs[key] { return known }
        let a = lexicon.attributes(ofTitle: theirs.buffer)
        let b = a.isEmpty ? [] : lexicon.attributes(ofTitle: ours.buffer)
        // What both titles name is no contradiction, whatever else they name.
        let contradict = a.contains { x in
            !b.contains(x) && b.contains { y in !a.contains(y) && relation(x.number, y.number) == .never }
        }
        titlePairs[key] = contradict
        return contradict
    }

    /// Whether what the titles name speaks against one product: a part of it, another version, measure or pack.
    ///
    /// - Parameter strictly: also what only one of them names.
    mutating func namesContradict(_ supplier: UInt32, _ shop: UInt32, strictly: Bool) -> Bool {
        let theirs = Self.title(blocks.supplier, Int(supplier))
        let ours = Self.title(blocks.shop, Int(shop))
        if theirs.isEmpty || ours.isEmpty || theirs == ours { return false }
        let key = TitlePair(
            theirs: UInt(bitPattern: theirs.base), ours: UInt(bitPattern: ours.base), isStrict: strictly)
        if let known = namePairs[key] { return known }
        let contradict = lexicon.names(ofTitle: theirs.buffer).contradicts(
            lexicon.names(ofTitle: ours.buffer), strictly: strictly)
        namePairs[key] = contradict
        return contradict
    }

    /// Whether the titles of two variants have anything in common; nil where one does not say what the goods are.
    func titlesMeet(_ supplier: UInt32, _ shop: UInt32) -> Bool? {
        let theirs = lexicon.names(ofTitle: Self.title(blocks.supplier, Int(supplier)).buffer)
        let ours = lexicon.names(ofTitle: Self.title(blocks.shop, Int(shop)).buffer)
        if !theirs.things.isDisjoint(with: ours.things) { return true }
        return theirs.namesProduct && ours.namesProduct ? false : nil
    }

    private static func title(_ catalogue: Catalogue, _ row: Int) -> Bytes {
        let own = catalogue.variants.title.base[row]
        return catalogue.arena[own.isNone ? catalogue.styles.title.base[Int(catalogue.variants.style.base[row])] : own]
    }

    /// Titles that promise something else than the supplier's, told once a pair of styles.
    mutating func compareTitles() {
        guard blocks.supplier.fields.contains(.title), blocks.shop.fields.contains(.title) else { return }
        var told: Set<UInt64> = []
        for pair in found where pair.decision.isAccepted {
            let theirs = blocks.supplier.variants.style.base[Int(pair.supplier)]
            let ours = blocks.shop.variants.style.base[Int(pair.shop)]
            if !titlesContradict(pair.supplier, pair.shop) { continue }
            if told.insert(UInt64(theirs) << 32 | UInt64(ours)).inserted {
                report(mismatch(.attributeDiffers, pair.supplier, pair.shop, pair.evidence))
            }
        }
    }
}

/// Two titles, by where they lie, and how strictly they are compared.
struct TitlePair: Hashable {
    var theirs: UInt
    var ours: UInt
    var isStrict = false
}
