import Catalogues
import Lexicons

/// Says why: hears the witnesses of single pairs again, by the very functions that decided.
package final class Inquiry {
    private let blocks: Blocks
    private let outcome: Outcome
    private let lexicon: Lexicon
    private let settings: DiffSettings
    /// Has decided the family at hand, and no other.
    private var matcher: Matcher
    private var family: Int?

    init(_ blocks: Blocks, _ outcome: Outcome, lexicon: Lexicon, settings: DiffSettings) {
        self.blocks = blocks
        self.outcome = outcome
        self.lexicon = lexicon
        self.settings = settings
        matcher = Matcher(blocks, lexicon: lexicon, settings: settings)
    }

    /// All that is said for and against these two rows.
    package func witnesses(_ supplier: Int, _ shop: Int) -> Witnesses {
        open(familyOf(shopStyle: style(ofShop: shop)))
        let pair = outcome.pairs.values.first { $0.supplier == supplier && $0.shop == shop }
        let style = styleWitness(supplier, shop)
        var witnesses = Witnesses(
            supplier: supplier, shop: shop, pair: pair, words: wordWitnesses(supplier, shop, style),
            sku: skuWitness(supplier, shop), barcode: barcodeWitness(supplier, shop), style: style,
            titlesContradict: matcher.titlesContradict(UInt32(supplier), UInt32(shop)), obstacles: [],
            mismatches: outcome.mismatches.values.indices.filter {
                outcome.mismatches[$0].supplier == supplier && outcome.mismatches[$0].shop == shop
            })
        if pair?.evidence.contains(.titlesDiffer) == true {
            witnesses.titleNames = (titleNames(blocks.supplier, supplier), titleNames(blocks.shop, shop))
        }
        if pair == nil {
            witnesses.obstacles = obstacles(witnesses)
        } else if pair?.decision == .review {
            witnesses.obstacles = rivals(supplier, shop)
        }
        return witnesses
    }

    /// What a variant's title names: `model af310; product air fryer; part basket`.
    private func titleNames(_ catalogue: Catalogue, _ row: Int) -> String {
        let names = Array(catalogue.variant(row).title.utf8).withUnsafeBufferPointer { lexicon.names(ofTitle: $0) }
        return lexicon.describe(names).map { "\($0.role) \($0.words)" }.joined(separator: "; ")
    }

    // MARK: Where to look

    /// Supplier rows that come closest to a shop row by their words, of those it was compared with; best first.
    package func closest(toShop shop: Int) -> [Int] {
        open(familyOf(shopStyle: style(ofShop: shop)))
        let rows =
            matcher.counterpart(ofShopStyle: style(ofShop: shop))?.rows
            ?? matcher.supplierStyles.flatMap { Array(blocks.supplier.rows(ofStyle: Int($0))) }
        return best(rows) { score($0, shop) }
    }

    /// Shop rows that come closest to a supplier row by their words, of those it was compared with; best first.
    package func closest(toSupplier supplier: Int) -> [Int] {
        open(familyOf(supplierStyle: Int(blocks.supplier.variants.style[supplier])))
        return best(matcher.shopStyles.flatMap { Array(blocks.shop.rows(ofStyle: Int($0))) }) { score(supplier, $0) }
    }

    /// Nothing ties the shop row's style to any of the supplier's, so that the row was compared with nothing.
    package func isAlone(shop: Int) -> Bool {
        open(familyOf(shopStyle: style(ofShop: shop)))
        return matcher.supplierStyles.isEmpty
    }

    /// The same of a supplier row.
    package func isAlone(supplier: Int) -> Bool {
        open(familyOf(supplierStyle: Int(blocks.supplier.variants.style[supplier])))
        return matcher.shopStyles.isEmpty
    }

    private func best(_ rows: [Int], _ score: (Int) -> Int) -> [Int] {
        rows.prefix(20_000).map { ($0, score($0)) }.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            .prefix(3).map(\.0)
    }

    /// How much two rows have in common, above 0 if something.
    private func score(_ supplier: Int, _ shop: Int) -> Int {
        var score = 0
        for slot in 0..<Slot.count {
            let theirs = blocks.supplierWords.meaning(supplier, slot)
            let ours = blocks.shopWords.meaning(shop, slot)
            switch lexicon.relation(MeaningID(number: theirs), MeaningID(number: ours)) {
            case .same: score += 4
            case .near: score += 3
            case .silent: score += theirs == ours ? 0 : 1
            case .never: score -= 1
            }
        }
        return score
    }

    private func style(ofShop row: Int) -> Int { Int(blocks.shop.variants.style[row]) }

    private func familyOf(shopStyle: Int) -> Int {
        let at = blocks.families.shopStyles.firstIndex(of: UInt32(shopStyle))!
        return blocks.families.starts.lastIndex { $0.shop <= at }!
    }

    private func familyOf(supplierStyle: Int) -> Int {
        let at = blocks.families.supplierStyles.firstIndex(of: UInt32(supplierStyle))!
        return blocks.families.starts.lastIndex { $0.supplier <= at }!
    }

    private func open(_ wanted: Int) {
        if family == wanted { return }
        family = wanted
        matcher = Matcher(blocks, lexicon: lexicon, settings: settings)
        matcher.decide(wanted)
    }

    // MARK: One witness each

    private func styleWitness(_ supplier: Int, _ shop: Int) -> StyleWitness {
        guard let (style, rows, tie) = matcher.counterpart(ofShopStyle: style(ofShop: shop)) else {
            return StyleWitness()
        }
        return StyleWitness(
            supplierStyle: style, tie: tie, isOfStyle: Int(blocks.supplier.variants.style[supplier]) == style,
            isOfDesign: rows.contains(supplier))
    }

    private func wordWitnesses(_ supplier: Int, _ shop: Int, _ style: StyleWitness) -> [WordWitness] {
        let theirTexts = Understanding.texts(supplier, of: blocks.supplier, lexicon)
        let ourTexts = Understanding.texts(shop, of: blocks.shop, lexicon)
        var fits: [ValueFits] = []
        if style.isOfDesign, let (index, rows, _) = matcher.counterpart(ofShopStyle: self.style(ofShop: shop)) {
            matcher.collectLearned(index, self.style(ofShop: shop))
            matcher.compareValues(ofShopStyle: self.style(ofShop: shop), rows)
            fits = matcher.fits
        }
        return Slot.allCases.compactMap { slot in
            let theirs = MeaningID(number: blocks.supplierWords.meaning(supplier, slot.rawValue))
            let ours = MeaningID(number: blocks.shopWords.meaning(shop, slot.rawValue))
            if theirs.isNone, ours.isNone { return nil }
            return WordWitness(
                field: slot.field, supplierTexts: theirs.isNone ? [] : said(slot, theirTexts),
                shopTexts: ours.isNone ? [] : said(slot, ourTexts), supplierMeaning: lexicon.describe(theirs),
                shopMeaning: lexicon.describe(ours),
                standing: standing(theirs, ours, fits.isEmpty ? nil : fits[slot.rawValue]))
        }
    }

    /// The texts of a slot; a code that was moved stands where colours do.
    private func said(_ slot: Slot, _ texts: [[String]]) -> [String] {
        slot == .other && texts[slot.rawValue].isEmpty ? texts[Slot.colour.rawValue] : texts[slot.rawValue]
    }

    private func standing(
        _ theirs: MeaningID, _ ours: MeaningID, _ fits: ValueFits?
    ) -> WordWitness.Standing {
        if theirs.isNone { return .onlyShop }
        if ours.isNone { return .onlySupplier }
        let relation = lexicon.relation(theirs, ours)
        if relation == .same { return .same }
        if relation == .never { return .never }
        if let fits, let i = fits.theirs.firstIndex(of: theirs.number),
            let j = fits.ours.firstIndex(of: ours.number)
        {
            if fits.isLearned(i, j) { return .learned }
            if fits[i, j] == .never { return .taken }
        }
        return relation == .near ? .near : .silent
    }

    private func skuWitness(_ supplier: Int, _ shop: Int) -> CodeWitness {
        let own = blocks.supplier.variant(supplier)
        let code = Identifiers.code(blocks.shop, shop)
        let named = Int(blocks.identifiers.bySKU.base[shop]) - 1
        let standing: CodeWitness.Standing
        if named == supplier {
            switch blocks.identifiers.spelling.base[shop] {
            case .exact: standing = .same
            case .squeezed: standing = .squeezed
            case .prefixed: standing = .prefixed
            }
        } else if named >= 0 {
            standing = .namesAnother(named)
        } else if code.isEmpty {
            standing = .silent
        } else {
            let isShared = blocks.identifiers.sharedSKUs.contains {
                let first = blocks.supplier.variant(Int($0[0]))
                return (first.sku.isEmpty ? first.supplierCode : first.sku) == code.string
            }
            let isOwn = blocks.shop.variants.supplierCode[shop].isNone
            standing = isShared ? .namesSeveral : isOwn ? .ownNumber : .namesNobody
        }
        return CodeWitness(
            supplier: own.sku.isEmpty ? own.supplierCode : own.sku, shop: code.string, standing: standing)
    }

    private func barcodeWitness(_ supplier: Int, _ shop: Int) -> CodeWitness {
        let named = Int(blocks.identifiers.byBarcode.base[shop]) - 1
        let isShared = blocks.identifiers.sharedBarcodes.contains {
            blocks.supplier.sharesBarcode(Int($0[0]), with: blocks.shop, shop) == true
        }
        let agree = blocks.supplier.sharesBarcode(supplier, with: blocks.shop, shop)
        let standing: CodeWitness.Standing
        if isShared {
            standing = .namesSeveral
        } else if named == supplier || agree == true {
            standing = .same
        } else if named >= 0 {
            standing = .namesAnother(named)
        } else {
            standing = agree == false ? .namesNobody : .silent
        }
        return CodeWitness(
            supplier: blocks.supplier.variant(supplier).barcode, shop: blocks.shop.variant(shop).barcode,
            standing: standing)
    }

    // MARK: Why not

    private func obstacles(_ witnesses: Witnesses) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        if blocks.decided.isRejected(witnesses.supplier, witnesses.shop) { obstacles.append(.rejected) }
        if case .namesAnother(let row) = witnesses.sku.standing { obstacles.append(.codeNames(supplier: row)) }
        if case .namesAnother(let row) = witnesses.barcode.standing { obstacles.append(.barcodeNames(supplier: row)) }
        if case .namesSeveral = witnesses.sku.standing { obstacles.append(.codeNamesSeveral) }
        func fields(_ wanted: WordWitness.Standing...) -> [String] {
            witnesses.words.filter { wanted.contains($0.standing) }.map(\.field)
        }
        func add(_ fields: [String], _ obstacle: ([String]) -> Obstacle) {
            if !fields.isEmpty { obstacles.append(obstacle(fields)) }
        }
        add(fields(.never), Obstacle.wordsContradict)
        add(fields(.taken), Obstacle.wordsTaken)
        if let style = witnesses.style.supplierStyle {
            if !witnesses.style.isOfStyle {
                obstacles.append(.styleIs(supplierStyle: style))
            } else if !witnesses.style.isOfDesign {
                obstacles.append(.designDiffers)
            }
        } else {
            obstacles.append(.styleUntied)
        }
        obstacles += rivals(witnesses.supplier, witnesses.shop)
        add(fields(.onlySupplier, .onlyShop), Obstacle.oneSideSilent)
        add(fields(.near), Obstacle.wordsNear)
        add(fields(.silent), Obstacle.wordsSilent)
        return obstacles.isEmpty ? [.tooLittle] : obstacles
    }

    /// What else either of the two is a pair or a candidate of; the first few.
    private func rivals(_ supplier: Int, _ shop: Int) -> [Obstacle] {
        let theirs = outcome.pairs.values.lazy.filter { $0.supplier == supplier && $0.shop != shop }.prefix(3)
        let ours = outcome.pairs.values.lazy.filter { $0.shop == shop && $0.supplier != supplier }.prefix(3)
        return theirs.map { .supplierTaken(shop: Int($0.shop), $0.decision) }
            + ours.map { .shopTaken(supplier: Int($0.supplier), $0.decision) }
    }
}

extension Slot {
    /// The name under which outputs show it.
    fileprivate var field: String {
        switch self {
        case .colour: "colour"
        case .size: "size"
        case .other: "other"
        case .pack: "pack"
        }
    }
}
