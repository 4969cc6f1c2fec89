import Catalogues
import Lexicons

extension Matcher {
    /// Matches by words alone what no code names, where it is certain which supplier style the shop style is.
    mutating func matchWords(ofShopStyle shopStyle: Int) {
        let ours = blocks.shop.rows(ofStyle: shopStyle)
        free.removeAll(keepingCapacity: true)
        for row in ours where blocks.identifiers.bySKU.base[row] | blocks.identifiers.byBarcode.base[row] == 0 {
            if shopDecisions.base[row] == .none || isRefused(row) { free.append(row) }
        }
        guard !free.isEmpty, let (supplierStyle, theirs, tie) = counterpart(ofShopStyle: shopStyle) else { return }
        // A style of thousands of variants is a file without styles; words alone decide nothing there.
        guard free.count * theirs.count <= 4_000_000 else { return }
        collectLearned(supplierStyle, shopStyle)

        exactFits.removeAll(keepingCapacity: true)
        for row in free { exactFits.append(exactFit(row, theirs)) }
        for (index, row) in free.enumerated() {
            let (supplier, words, count) = exactFits[index]
            if count == 1 {
                let isAlone = !exactFits.indices.contains {
                    $0 != index && exactFits[$0].count == 1 && exactFits[$0].supplier == supplier
                        && !identical(free[$0], row)
                }
                settle(UInt32(supplier), row, tie, words, isAlone: isAlone)
            } else if count > 1 {
                for candidate in theirs.filter({ exactWords($0, row) != nil }).prefix(5) {
                    review(UInt32(candidate), UInt32(row), [tie, .severalCandidates], among: count)
                }
                report(mismatch(.ambiguousMatch, UInt32(supplier), UInt32(row), [tie, .severalCandidates]))
            }
        }
        proposeLeftOvers(free, ofShopStyle: shopStyle, theirs, tie)
        askAboutOtherSystems(shopStyle, theirs, tie)
    }

    /// The first of their rows whose words are exactly a shop row's, what agrees, and how many such rows there are.
    private mutating func exactFit(_ row: Int, _ theirs: [Int]) -> (supplier: Int, words: Evidence, count: Int) {
        var found: (supplier: Int, words: Evidence, count: Int) = (0, [], 0)
        for other in theirs {
            guard let words = exactWords(other, row) else { continue }
            if found.count == 0 { (found.supplier, found.words) = (other, words) }
            found.count += 1
        }
        return found
    }

    /// The slots in which two rows say the same, or words that stand for each other in this style; nil if they differ in
    /// any, one leaves any out, or a person rejected the pair.
    private mutating func exactWords(_ supplier: Int, _ shop: Int) -> Evidence? {
        var words: Evidence = []
        for slot in Slot.allCases {
            let theirs = blocks.supplierWords.meaning(supplier, slot.rawValue)
            let ours = blocks.shopWords.meaning(shop, slot.rawValue)
            if theirs | ours == 0 { continue }
            if theirs == 0 || ours == 0 { return nil }
            if theirs != ours, relation(theirs, ours) != .same {
                let isLearned = learned.contains {
                    $0.slot == slot.rawValue && $0.supplier == theirs && $0.shop == ours
                }
                if !isLearned { return nil }
                words.insert(.learnedValue)
            }
            words.insert(slot.evidence)
        }
        return words.isEmpty || blocks.decided.isRejected(supplier, shop) ? nil : words
    }

    /// Rows of one style written with the same words and the same (or no) code of the supplier's. Rosa and Pink in one
    /// listing may be two colours, though each could be 粉色.
    private mutating func identical(_ a: Int, _ b: Int) -> Bool {
        let shop = blocks.shop
        guard shop.arena[shop.variants.supplierCode.base[a]] == shop.arena[shop.variants.supplierCode.base[b]],
            saysTheSame(a, b)
        else { return false }
        func isWrittenAlike(_ x: UInt32, _ y: UInt32) -> Bool {
            x == y || TitleTokens.squeezed(shop.words[x]) == TitleTokens.squeezed(shop.words[y])
        }
        return (0..<shop.axisCount).allSatisfy {
            isWrittenAlike(shop.variants.option($0)[a], shop.variants.option($0)[b])
        }
    }

    // MARK: Decisions

    /// The words fit exactly one supplier row.
    private mutating func settle(_ supplier: UInt32, _ row: Int, _ tie: Evidence, _ words: Evidence, isAlone: Bool) {
        let evidence = tie.union(words)
        let shop = UInt32(row)
        if !isAlone || shopDecisions.base[row] != .none || isTaken(supplier, by: row)
            || isConfirmedElsewhere(row, supplier)
        {
            review(supplier, shop, evidence.union(.severalCandidates))
            report(mismatch(.ambiguousMatch, supplier, shop, evidence.union(.severalCandidates)))
        } else if hasForeignCode(row, supplier) {
            review(supplier, shop, evidence.union(.unknownCode))
            report(mismatch(.ambiguousMatch, supplier, shop, evidence.union(.unknownCode)))
        } else if tie == .styleGuessed {
            review(supplier, shop, evidence)
            report(mismatch(.ambiguousMatch, supplier, shop, evidence))
        } else if (tie == .styleSiblings && titlesVary(Int(supplier))) || titlesContradict(supplier, shop)
            || (tie != .styleCode && namesContradict(supplier, shop, strictly: tie == .codeInTitle))
        {
            review(supplier, shop, evidence.union(.titlesDiffer))
            report(mismatch(.ambiguousMatch, supplier, shop, evidence.union(.titlesDiffer)))
        } else if barcodesDiffer(supplier, shop) {
            review(supplier, shop, evidence.union(.barcodeDiffers))
            report(mismatch(.barcodeDiffers, supplier, shop, evidence.union(.barcodeDiffers)))
        } else {
            accept(supplier, shop, evidence)
        }
    }

    /// The shop row bears a code that names nothing of the supplier's, while its other rows' codes do: it may be another
    /// supplier's, or that of a variant which is gone. A style's own code in the column of SKUs is no such thing.
    private func hasForeignCode(_ row: Int, _ supplier: UInt32) -> Bool {
        guard blocks.identifiers.areCodesSKUs, !blocks.identifiers.isAmbiguous.base[row] else { return false }
        let code = blocks.shop.arena[blocks.shop.variants.supplierCode.base[row]]
        if code.isEmpty { return false }
        let style = Int(blocks.supplier.variants.style.base[Int(supplier)])
        let key = TitleTokens.squeezed(code)
        let styleCode = blocks.supplier.arena[blocks.supplier.styles.code.base[style]]
        if StyleTies.begins(code, with: styleCode) { return false }
        return key != TitleTokens.squeezed(styleCode)
            && key != TitleTokens.squeezed(blocks.supplier.arena[blocks.supplier.styles.article.base[style]])
    }

    /// The supplier's style is a collection of designs under one code: its variants bear different titles.
    func titlesVary(_ supplier: Int) -> Bool {
        blocks.supplier.rows(ofStyle: Int(blocks.supplier.variants.style.base[supplier])).contains {
            !blocks.supplier.variants.title.base[$0].isNone
        }
    }

    /// Another shop row, named by its code, already is (or may be) this supplier variant.
    private mutating func isTaken(_ supplier: UInt32, by row: Int) -> Bool {
        let style = blocks.shop.variants.style.base[row]
        return coded.contains {
            $0.supplier == supplier && $0.doubts.isEmpty && blocks.shop.variants.style.base[Int($0.shop)] == style
        }
    }

    /// All that is known of the row is a confirmation that today's words contradict: whom it should be is shown as well.
    private func isRefused(_ row: Int) -> Bool {
        coded.contains { $0.shop == row && $0.isConfirmed && $0.doubts.contains(.wordsContradict) }
    }

    /// A person confirmed a pair of this listing with another style: one of the two is wrong.
    private func isConfirmedElsewhere(_ row: Int, _ supplier: UInt32) -> Bool {
        let style = blocks.shop.variants.style.base[row]
        return coded.contains {
            $0.isConfirmed && blocks.shop.variants.style.base[Int($0.shop)] == style
                && blocks.supplier.variants.style.base[Int($0.supplier)]
                    != blocks.supplier.variants.style.base[Int(supplier)]
        }
    }

    func barcodesDiffer(_ supplier: UInt32, _ shop: UInt32) -> Bool {
        blocks.supplier.sharesBarcode(Int(supplier), with: blocks.shop, Int(shop)) == false
    }
}
