import Catalogues
import Lexicons

/// A pair that a code names, and what the words say to it: one bit a slot.
struct CodedPair {
    var supplier: UInt32
    var shop: UInt32
    var evidence: Evidence
    var agree: UInt8 = 0
    var silent: UInt8 = 0
    var near: UInt8 = 0
    var never: UInt8 = 0
    /// One side says something, the other nothing.
    var lacking: UInt8 = 0
    /// Why it cannot be accepted.
    var doubts: Evidence = []

    /// Whether the words agree on every axis that either side names.
    var wordsSettleIt: Bool { agree != 0 && silent | near | never | lacking == 0 }

    var isConfirmed: Bool { evidence.contains(.confirmed) }
}

/// A value of the supplier's and one of the shop's that a coded pair puts together.
struct ValuePair {
    var slot: UInt8
    var supplierStyle: UInt32
    var shopStyle: UInt32
    var supplier: UInt32
    var shop: UInt32
    var count: Int
}

extension Matcher {
    /// The pairs that SKUs and barcodes name.
    mutating func readCodes() {
        for style in shopStyles {
            let named = styleNamedByTitle(ofShopStyle: Int(style))
            for row in blocks.shop.rows(ofStyle: Int(style)) {
                var bySKU = blocks.identifiers.bySKU.base[row]
                var byBarcode = blocks.identifiers.byBarcode.base[row]
                if bySKU != 0, blocks.decided.isRejected(Int(bySKU) - 1, row) { bySKU = 0 }
                if byBarcode != 0, blocks.decided.isRejected(Int(byBarcode) - 1, row) { byBarcode = 0 }
                if let confirmed = blocks.decided.confirmed[row] {
                    for supplier in confirmed { coded.append(confirmedPair(supplier, row, bySKU)) }
                    continue
                }
                if bySKU == 0, byBarcode == 0 {
                    if let pair = namedByTitle(row, ofStyle: Int(style)) { coded.append(pair) }
                    continue
                }
                var evidence: Evidence = []
                if bySKU != 0 { evidence.insert(blocks.identifiers.spelling.base[row].evidence) }
                if byBarcode != 0, bySKU == 0 || bySKU == byBarcode { evidence.insert(.barcode) }
                var pair = CodedPair(
                    supplier: (bySKU != 0 ? bySKU : byBarcode) - 1, shop: UInt32(row), evidence: evidence)
                if bySKU != 0, byBarcode != 0, bySKU != byBarcode { pair.doubts.insert(.codesConflict) }
                if let named, named != blocks.supplier.variants.style.base[Int(pair.supplier)] {
                    pair.doubts.insert(.codesConflict)
                }
                compareWords(&pair)
                // The shop's words do not tell which of the two that the code meant is sold.
                if blocks.decided.turned[row] == Int(pair.supplier), !pair.wordsSettleIt {
                    pair.doubts.insert(.meaningChanged)
                }
                if !isBorneOut(pair, row) { pair.doubts.insert(.titlesDiffer) }
                coded.append(pair)
            }
        }
    }

    /// The supplier's style, one of several variants, whose code the listing's title bears.
    private func styleNamedByTitle(ofShopStyle style: Int) -> UInt32? {
        guard blocks.ties.tie.base[style] == .codeInTitle else { return nil }
        let named = blocks.ties.partner.base[style] - 1
        return blocks.supplier.rows(ofStyle: Int(named)).count > 1 ? named : nil
    }

    /// Whether something bears out a single code: a short one (1001, A1) two catalogues may have by chance, and a barcode
    /// alone may have been copied from the men's to the women's. Titles do, or a second code for the same style.
    private mutating func isBorneOut(_ pair: CodedPair, _ row: Int) -> Bool {
        let bySKU = blocks.identifiers.bySKU.base[row]
        let byBarcode = blocks.identifiers.byBarcode.base[row]
        if bySKU != 0, byBarcode != 0 { return true }
        if bySKU != 0 {
            if Identifiers.code(blocks.shop, row).count > 4 { return true }
            return titlesMeet(pair.supplier, pair.shop) ?? (titlesAreMissing(pair) || hasSibling(pair))
        }
        return !titlesContradict(pair.supplier, pair.shop)
            && !namesContradict(pair.supplier, pair.shop, strictly: false)
    }

    private func titlesAreMissing(_ pair: CodedPair) -> Bool {
        blocks.supplier.variant(Int(pair.supplier)).title.isEmpty || blocks.shop.variant(Int(pair.shop)).title.isEmpty
    }

    /// Whether the code of another row of the listing names another variant of the same style.
    private func hasSibling(_ pair: CodedPair) -> Bool {
        let style = blocks.supplier.variants.style.base[Int(pair.supplier)]
        return blocks.shop.rows(ofStyle: Int(blocks.shop.variants.style.base[Int(pair.shop)])).contains {
            let named = blocks.identifiers.bySKU.base[$0]
            return named != 0 && named - 1 != pair.supplier
                && blocks.supplier.variants.style.base[Int(named) - 1] == style
        }
    }

    /// A pair that a person confirmed. It holds unless today's data contradict it.
    private mutating func confirmedPair(_ supplier: Int, _ row: Int, _ bySKU: UInt32) -> CodedPair {
        var pair = CodedPair(supplier: UInt32(supplier), shop: UInt32(row), evidence: .confirmed)
        if bySKU == UInt32(supplier + 1) { pair.evidence.insert(blocks.identifiers.spelling.base[row].evidence) }
        let byBarcode = blocks.identifiers.byBarcode.base[row]
        if bySKU != 0, bySKU != UInt32(supplier + 1) { pair.doubts.insert(.codesConflict) }
        if byBarcode != 0, byBarcode != UInt32(supplier + 1) { pair.doubts.insert(.codesConflict) }
        let named = styleNamedByTitle(ofShopStyle: Int(blocks.shop.variants.style.base[row]))
        if let named, named != blocks.supplier.variants.style.base[supplier] { pair.doubts.insert(.codesConflict) }
        if blocks.decided.changed.contains(row) { pair.doubts.insert(.meaningChanged) }
        compareWords(&pair)
        if titlesContradict(pair.supplier, pair.shop) { pair.doubts.formUnion([.titlesDiffer, .wordsContradict]) }
        return pair
    }

    /// A pair that titles make: the listing of this one row names a SKU, or says the same words as one variant.
    private mutating func namedByTitle(_ row: Int, ofStyle style: Int) -> CodedPair? {
        let titles = blocks.ties.titles
        var pair: CodedPair
        if let named = titles.variants[style], blocks.shop.rows(ofStyle: style).count == 1 {
            pair = CodedPair(supplier: UInt32(named), shop: UInt32(row), evidence: .skuInTitle)
        } else if let same = titles.words[row] {
            pair = CodedPair(supplier: UInt32(same), shop: UInt32(row), evidence: .titleWords)
        } else if let likely = titles.questions[row] {
            pair = CodedPair(supplier: UInt32(likely), shop: UInt32(row), evidence: .titleWords)
            pair.doubts.insert(.titlesDiffer)
        } else if let only = onlyVariant(ofEqualTitle: style) {
            pair = CodedPair(supplier: UInt32(only), shop: UInt32(row), evidence: .styleTitle)
        } else {
            return nil
        }
        compareWords(&pair)
        return pair
    }

    /// The one variant of the style with the same title, where both styles have one each and no options.
    private func onlyVariant(ofEqualTitle style: Int) -> Int? {
        guard blocks.ties.tie.base[style] == .title, blocks.shop.rows(ofStyle: style).count == 1 else { return nil }
        let rows = blocks.supplier.rows(ofStyle: Int(blocks.ties.partner.base[style]) - 1)
        guard rows.count == 1, blocks.supplierWords.isEmpty(rows.lowerBound),
            blocks.shopWords.isEmpty(blocks.shop.rows(ofStyle: style).lowerBound)
        else { return nil }
        return rows.lowerBound
    }

    private mutating func compareWords(_ pair: inout CodedPair) {
        for slot in 0..<Slot.count {
            let theirs = blocks.supplierWords.meaning(Int(pair.supplier), slot)
            let ours = blocks.shopWords.meaning(Int(pair.shop), slot)
            let bit: UInt8 = 1 << UInt8(slot)
            if theirs == ours {
                if theirs != 0 { pair.agree |= bit }
            } else if theirs == 0 || ours == 0 {
                pair.lacking |= bit
            } else {
                switch relation(theirs, ours) {
                case .same: pair.agree |= bit
                case .near: pair.near |= bit
                case .never: pair.never |= bit
                case .silent: pair.silent |= bit
                }
            }
        }
        if pair.never != 0 { pair.doubts.insert(.wordsContradict) }
        for slot in Slot.allCases where pair.agree >> UInt8(slot.rawValue) & 1 == 1 {
            pair.evidence.insert(slot.evidence)
        }
        if pair.agree | pair.silent | pair.near | pair.never | pair.lacking == 0 {
            pair.evidence.insert(.noOptions)
            // Without options the titles are all the words there are.
            if titlesContradict(pair.supplier, pair.shop) { pair.doubts.formUnion([.titlesDiffer, .wordsContradict]) }
        }
        if pair.silent | pair.lacking != 0 { pair.evidence.insert(.silentWords) }
        if pair.near != 0 { pair.evidence.insert(.nearWords) }
    }

    /// Accepts what no doubt stands against, and shows the rest to a person.
    mutating func settleCodes() {
        for pair in coded {
            guard !pair.doubts.isEmpty else {
                accept(pair.supplier, pair.shop, pair.evidence)
                continue
            }
            let evidence = pair.evidence.union(pair.doubts)
            if pair.doubts.contains(.codesConflict) {
                reviewConflict(pair, evidence)
            } else if pair.doubts.contains(.meaningChanged) {
                review(pair.supplier, pair.shop, evidence)
                report(mismatch(.meaningChanged, pair.supplier, pair.shop, evidence))
            } else if pair.doubts.contains(.wordsContradict) || pair.doubts.contains(.oneSideLacksWords) {
                review(pair.supplier, pair.shop, evidence)
                var mismatch = mismatch(.specDiffers, pair.supplier, pair.shop, evidence)
                mismatch.slots = pair.never | pair.lacking
                report(mismatch)
            } else {
                review(pair.supplier, pair.shop, evidence)
                report(mismatch(.ambiguousMatch, pair.supplier, pair.shop, evidence))
            }
        }
    }

    /// Codes that name two variants: each is shown, the one whose words agree first.
    private mutating func reviewConflict(_ pair: CodedPair, _ evidence: Evidence) {
        review(pair.supplier, pair.shop, evidence)
        let byBarcode = blocks.identifiers.byBarcode.base[Int(pair.shop)]
        if byBarcode != 0, byBarcode - 1 != pair.supplier {
            var other = CodedPair(supplier: byBarcode - 1, shop: pair.shop, evidence: .barcode)
            compareWords(&other)
            review(other.supplier, other.shop, other.evidence.union(other.doubts).union(.codesConflict))
        }
        report(mismatch(.codeConflict, pair.supplier, pair.shop, evidence))
    }
}
