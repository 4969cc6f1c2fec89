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
        proposeLeftOvers(free, supplierStyle, shopStyle, theirs, tie)
        askAboutOtherSystems(shopStyle, theirs, tie)
    }

    /// The value pairs that coded siblings establish: they hold for the uncoded ones, unless they are a `never`.
    private mutating func collectLearned(_ supplierStyle: Int, _ shopStyle: Int) {
        learned.removeAll(keepingCapacity: true)
        for pair in coded where pair.doubts.isEmpty && pair.silent | pair.near != 0 {
            guard blocks.shop.variants.style.base[Int(pair.shop)] == shopStyle,
                blocks.supplier.variants.style.base[Int(pair.supplier)] == supplierStyle
            else { continue }
            for slot in 0..<Slot.count where (pair.silent | pair.near) >> UInt8(slot) & 1 == 1 {
                learned.append(valuePair(pair, slot))
            }
        }
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

    /// A supplier variant in known words that cannot be compared with the shop's (18-24个月 and 90, 250ml and 250g, 如图): it
    /// may be one that another variant was taken for, so a person is asked. Unknown words are simply not listed.
    private mutating func askAboutOtherSystems(_ shopStyle: Int, _ theirs: [Int], _ tie: Evidence) {
        let left = theirs.filter {
            supplierDecisions.base[$0] == .none && blocks.supplierWords.facts.base[$0] & Understood.unknownWord == 0
        }
        guard !left.isEmpty, left.count <= 6 else { return }
        for row in left {
            let candidates = blocks.shop.rows(ofStyle: shopStyle).filter { couldBe(row, $0) }
            guard let first = candidates.first, candidates.count <= 6 else { continue }
            let evidence = tie.union(.silentWords)
            for candidate in candidates.prefix(5) {
                review(UInt32(row), UInt32(candidate), evidence, among: candidates.count)
            }
            report(mismatch(.ambiguousMatch, UInt32(row), UInt32(first), evidence))
        }
    }

    /// Whether nothing that both say contradicts, and something cannot be compared.
    private mutating func couldBe(_ supplier: Int, _ shop: Int) -> Bool {
        if blocks.shopWords.facts.base[shop] & Understood.unknownWord != 0 { return false }
        var silent = false
        for slot in 0..<Slot.count {
            let x = blocks.supplierWords.meaning(supplier, slot)
            let y = blocks.shopWords.meaning(shop, slot)
            if x == 0, y == 0 { continue }
            if x == 0 || y == 0 { return false }
            switch relation(x, y) {
            case .same: break
            case .near, .silent: silent = true
            case .never: return false
            }
        }
        return silent && !blocks.decided.isRejected(supplier, shop)
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

    /// The supplier's variants among which those of the shop's style are: a style that it certainly is, or the variants
    /// of one design within a collection, of which the listing's title names one.
    func counterpart(ofShopStyle shopStyle: Int) -> (style: Int, rows: [Int], tie: Evidence)? {
        let certain = certainStyle(ofShopStyle: shopStyle)
        if let (style, tie) = certain, tie != .styleGuessed,
            tie != .styleSiblings || !titlesVary(blocks.supplier.rows(ofStyle: style).lowerBound)
        {
            return (style, Array(blocks.supplier.rows(ofStyle: style)), tie)
        }
        let confirmed = coded.first {
            $0.isConfirmed && $0.doubts.isEmpty && blocks.shop.variants.style.base[Int($0.shop)] == shopStyle
        }
        guard let named = confirmed.map({ Int($0.supplier) }) ?? blocks.ties.titles.variants[shopStyle] else {
            return certain.map { ($0.style, Array(blocks.supplier.rows(ofStyle: $0.style)), $0.tie) }
        }
        let style = Int(blocks.supplier.variants.style.base[named])
        var tokens = TitleTokens()
        let design = design(named, &tokens)
        let rows = blocks.supplier.rows(ofStyle: style).filter { $0 == named || self.design($0, &tokens) == design }
        return (style, rows, confirmed == nil ? .skuInTitle : .styleConfirmed)
    }

    /// A variant's title without its style's name and its own options: what its siblings of other colours share.
    private func design(_ row: Int, _ tokens: inout TitleTokens) -> Set<UInt32> {
        let supplier = blocks.supplier
        let style = Int(supplier.variants.style.base[row])
        let own = supplier.variants.title.base[row]
        var title: Set<UInt32> = []
        tokens.add(supplier.arena[own.isNone ? supplier.styles.title.base[style] : own], to: &title)
        var known: Set<UInt32> = []
        tokens.add(supplier.arena[supplier.styles.code.base[style]], to: &known)
        for position in 0..<supplier.axisCount {
            let value = supplier.variants.option(position)[row]
            if value != 0 { tokens.add(supplier.words[value], to: &known) }
        }
        if let colour = TitleColour.part(of: supplier, row) { tokens.add(colour, to: &known) }
        return title.subtracting(known)
    }

    /// The supplier style that the shop style certainly is: tied by code or title, or by two variants that codes name
    /// while none names another style's.
    private func certainStyle(ofShopStyle shopStyle: Int) -> (style: Int, tie: Evidence)? {
        let partner = Int(blocks.ties.partner.base[shopStyle]) - 1
        // Codes that name another style's variants speak against any tie.
        let pointsElsewhere = coded.contains {
            $0.doubts.isEmpty && blocks.shop.variants.style.base[Int($0.shop)] == shopStyle
                && blocks.supplier.variants.style.base[Int($0.supplier)] != partner
        }
        if partner >= 0, pointsElsewhere { return nil }
        switch blocks.ties.tie.base[shopStyle] {
        case .code: return (partner, .styleCode)
        case .title: return (partner, .styleTitle)
        case .name: return (partner, .styleName)
        case .codeInTitle: return (partner, .codeInTitle)
        case .guess: return (partner, .styleGuessed)
        case .none: break
        }
        var styles: Set<UInt32> = []
        var rows: Set<UInt32> = []
        for pair in coded where blocks.shop.variants.style.base[Int(pair.shop)] == shopStyle {
            styles.insert(blocks.supplier.variants.style.base[Int(pair.supplier)])
            if pair.doubts.isEmpty { rows.insert(pair.supplier) }
        }
        guard styles.count == 1, rows.count >= 2 else { return nil }
        return (Int(styles.first!), .styleSiblings)
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
        return key != TitleTokens.squeezed(blocks.supplier.arena[blocks.supplier.styles.code.base[style]])
            && key != TitleTokens.squeezed(blocks.supplier.arena[blocks.supplier.styles.article.base[style]])
    }

    /// The supplier's style is a collection of designs under one code: its variants bear different titles.
    private func titlesVary(_ supplier: Int) -> Bool {
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

    /// What fits nearly, or is all that is left, is proposed to a person; never accepted.
    private mutating func proposeLeftOvers(
        _ free: [Int], _ supplierStyle: Int, _ shopStyle: Int, _ theirs: [Int], _ tie: Evidence
    ) {
        let open = free.filter { shopDecisions.base[$0] == .none }
        let left = theirs.indices.filter { supplierDecisions.base[theirs[$0]] == .none }
        guard !open.isEmpty, !left.isEmpty else { return }
        compareValues(supplierStyle, shopStyle, theirs)
        let first = blocks.shop.rows(ofStyle: shopStyle).lowerBound
        for row in open {
            var candidates: [(row: Int, rank: Int, evidence: Evidence)] = []
            for index in left {
                let other = theirs[index]
                let fit = fit(index, row - first)
                if fit.isNever || blocks.decided.isRejected(other, row) { continue }
                let only = open.count == 1 && left.count == 1
                // Words that cannot be compared are worth a question only where there are few to ask about.
                let isFew = open.count <= 6 && left.count <= 6
                if fit.exact | fit.near == 0, !only, !(isFew && fit.silent != 0) { continue }
                var evidence: Evidence = tie
                for slot in Slot.allCases where fit.exact >> UInt8(slot.rawValue) & 1 == 1 {
                    evidence.insert(slot.evidence)
                }
                if fit.near != 0 { evidence.insert(.nearWords) }
                if fit.silent != 0 { evidence.insert(.silentWords) }
                if fit.lacking != 0 { evidence.insert(.oneSideLacksWords) }
                if only { evidence.insert(.onlyOneLeft) }
                // The more axes agree, and the fewer one side lacks, the further in front.
                let rank =
                    3 * fit.exact.nonzeroBitCount + 2 * fit.near.nonzeroBitCount
                    - 2 * (fit.silent | fit.lacking).nonzeroBitCount
                candidates.append((other, rank, evidence))
            }
            candidates.sort { ($1.rank, $0.row) < ($0.rank, $1.row) }
            guard let best = candidates.first else { continue }
            for candidate in candidates.prefix(5) {
                review(UInt32(candidate.row), UInt32(row), candidate.evidence, among: candidates.count)
            }
            report(mismatch(.ambiguousMatch, UInt32(best.row), UInt32(row), best.evidence))
        }
    }
}
