import Catalogues

extension Matcher {
    /// Variants of one style that say the same: nobody can tell which one an order means.
    mutating func findDuplicates() {
        var theirs: [[UInt32]] = []
        for style in supplierStyles {
            theirs += duplicates(blocks.supplier, Int(style), blocks.supplierWords)
        }
        for style in shopStyles {
            for rows in duplicates(blocks.shop, Int(style), blocks.shopWords) {
                // The same fault on both sides is told once.
                let partners = Set(found.filter { rows.contains($0.shop) && $0.decision.isAccepted }.map(\.supplier))
                let same = theirs.firstIndex { Set($0) == partners }
                var mismatch = mismatch(.duplicateSpec, partners.min(), rows[0])
                mismatch.isShopSide = true
                mismatch.group = UInt32(groups.count)
                groups.append(Outcome.RowGroup(supplier: same.map { theirs[$0] } ?? [], shop: rows))
                if let same { theirs.remove(at: same) }
                report(mismatch)
            }
        }
        for rows in theirs {
            var mismatch = mismatch(.duplicateSpec, rows[0], nil)
            mismatch.group = UInt32(groups.count)
            groups.append(Outcome.RowGroup(supplier: rows))
            report(mismatch)
        }
    }

    private func duplicates(_ catalogue: Catalogue, _ style: Int, _ words: borrowing Understanding) -> [[UInt32]] {
        let rows = catalogue.rows(ofStyle: style)
        if rows.count < 2 { return [] }
        // Two designs under one code may say the same options; their own titles tell them apart.
        let hasTitles = rows.contains { !catalogue.variants.title.base[$0].isNone }
        func isSameTitle(_ a: Int, _ b: Int) -> Bool {
            !hasTitles
                || catalogue.arena[catalogue.variants.title.base[a]]
                    == catalogue.arena[catalogue.variants.title.base[b]]
        }
        if rows.count <= 48 {
            if !words.mayRepeat(in: rows) { return [] }
            var found: [[UInt32]] = []
            var seen: UInt64 = 0
            for row in rows where !words.isEmpty(row) {
                if seen >> UInt64(row - rows.lowerBound) & 1 == 1 { continue }
                var group: [UInt32] = []
                for other in row + 1..<rows.upperBound where words.same(row, other) && isSameTitle(row, other) {
                    if group.isEmpty { group.append(UInt32(row)) }
                    group.append(UInt32(other))
                    seen |= 1 << UInt64(other - rows.lowerBound)
                }
                if !group.isEmpty { found.append(group) }
            }
            return found
        }
        var groups: [[UInt32]: [UInt32]] = [:]
        for row in rows where !words.isEmpty(row) {
            let title = hasTitles ? catalogue.arena[catalogue.variants.title.base[row]].hash(seed: tableSeed) : 0
            let said = (0..<Slot.count).map { words.meaning(row, $0) }
            groups[said + [UInt32(truncatingIfNeeded: title), UInt32(title >> 32)], default: []].append(UInt32(row))
        }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// Variants that lack an option which all their siblings have.
    mutating func findIncomplete() {
        for style in shopStyles {
            for row in incomplete(blocks.shop, Int(style)) {
                var mismatch = mismatch(.specIncomplete, nil, UInt32(row))
                mismatch.isShopSide = true
                report(mismatch)
            }
        }
        for style in supplierStyles {
            for row in incomplete(blocks.supplier, Int(style)) { report(mismatch(.specIncomplete, UInt32(row), nil)) }
        }
    }

    private func incomplete(_ catalogue: Catalogue, _ style: Int) -> [Int] {
        let rows = catalogue.rows(ofStyle: style)
        if rows.count < 2 || catalogue.axisCount == 0 { return [] }
        var incomplete: [Int] = []
        for position in 0..<catalogue.axisCount {
            let options = catalogue.variants.option(position)
            var empty = 0
            for row in rows where options[row] == 0 { empty += 1 }
            if empty == 0 || empty * 2 >= rows.count { continue }
            for row in rows where options[row] == 0 && !incomplete.contains(row) { incomplete.append(row) }
        }
        return incomplete.sorted()
    }

    /// What has no counterpart: a style as a whole in one row, else each variant.
    mutating func reportLeftOvers() {
        let canWithdraw = blocks.supplier.source.isComplete
        let shopIsComplete = blocks.shop.source.isComplete
        for style in supplierStyles where shopIsComplete {
            let rows = blocks.supplier.rows(ofStyle: Int(style))
            var open = 0
            for row in rows where supplierDecisions.base[row] == .none { open += 1 }
            if open == 0 { continue }
            if open == rows.count, !isTied(supplierStyle: style) {
                report(styleMismatch(.styleNotListed, supplierStyle: style, rows))
            } else {
                for row in rows where supplierDecisions.base[row] == .none {
                    report(mismatch(.variantNotListed, UInt32(row), nil))
                }
            }
        }
        for style in shopStyles where canWithdraw {
            let rows = blocks.shop.rows(ofStyle: Int(style))
            var open = 0
            for row in rows where shopDecisions.base[row] == .none { open += 1 }
            if open == 0 { continue }
            if open == rows.count,
                blocks.ties.partner.base[Int(style)] == 0 || blocks.ties.tie.base[Int(style)] == .guess
            {
                var mismatch = Mismatch(code: .styleWithdrawn, isShopSide: true)
                mismatch.shopStyle = style
                if rows.count == 1 { mismatch.shop = UInt32(rows.lowerBound) }
                report(mismatch)
            } else {
                for row in rows where shopDecisions.base[row] == .none {
                    var mismatch = mismatch(.variantWithdrawn, nil, UInt32(row))
                    mismatch.isShopSide = true
                    report(mismatch)
                }
            }
        }
    }

    private func isTied(supplierStyle: UInt32) -> Bool {
        shopStyles.contains {
            blocks.ties.partner.base[Int($0)] == supplierStyle + 1 && blocks.ties.tie.base[Int($0)] != .guess
        }
    }

    private func styleMismatch(_ code: MismatchCode, supplierStyle: UInt32, _ rows: Range<Int>) -> Mismatch {
        var mismatch = Mismatch(code: code)
        mismatch.supplierStyle = supplierStyle
        if rows.count == 1 { mismatch.supplier = UInt32(rows.lowerBound) }
        return mismatch
    }

    /// Codes that the supplier uses for several variants; looked at once, for the catalogue as a whole.
    mutating func reportSharedCodes() {
        for (rows, isBarcode) in blocks.identifiers.sharedSKUs.map({ ($0, false) })
            + blocks.identifiers.sharedBarcodes.map({ ($0, true) })
        {
            var mismatch = mismatch(.duplicateCode, rows[0], nil, isBarcode ? .barcode : .sku)
            mismatch.group = UInt32(groups.count)
            groups.append(Outcome.RowGroup(supplier: rows))
            report(mismatch)
        }
    }
}
