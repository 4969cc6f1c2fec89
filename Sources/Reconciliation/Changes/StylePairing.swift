import Catalogues

/// Which style of the newer version is which of the older one.
extension VariantPairing {
    func pair(styles oldStyle: Int, _ newStyle: Int) {
        old.stylePartners.base[oldStyle] = UInt32(newStyle + 1)
        new.stylePartners.base[newStyle] = UInt32(oldStyle + 1)
    }

    /// Equal codes. Within a catalogue a code names one style by construction.
    func pairStylesByCode() {
        let codes = (old.catalogue.styles.code.base, new.catalogue.styles.code.base)
        let count = old.catalogue.styleCount
        var table: KeyTable?
        var next = 0
        for style in 0..<new.catalogue.styleCount where !codes.1[style].isNone {
            let code = new.catalogue.arena[codes.1[style]]
            // The next style is mostly the next one.
            if next < count, !codes.0[next].isNone, old.catalogue.arena[codes.0[next]] == code {
                pair(styles: next, style)
                next += 1
                continue
            }
            if table == nil { table = tableOfCodes() }
            let found = table!.find(code.hash(seed: tableSeed)) { old.catalogue.arena[codes.0[$0]] == code }
            guard let found else { continue }
            pair(styles: found, style)
            next = found + 1
        }
    }

    private func tableOfCodes() -> KeyTable {
        let codes = old.catalogue.styles.code.base
        var table = KeyTable(capacity: old.catalogue.styleCount)
        for style in 0..<old.catalogue.styleCount where !codes[style].isNone {
            let code = old.catalogue.arena[codes[style]]
            _ = table.insert(code.hash(seed: tableSeed), row: style) { old.catalogue.arena[codes[$0]] == code }
        }
        return table
    }

    /// Styles without a code, by a title that no other of them has. Those that share theirs are looked at
    /// together, as if they were one.
    func pairStylesByTitle() {
        func add(_ version: Version, _ add: (UInt32, UInt64) -> Void) {
            for style in 0..<version.catalogue.styleCount where version.catalogue.styles.code.base[style].isNone {
                let title = version.catalogue.styles.title.base[style]
                add(UInt32(style), title.isNone ? 0 : version.catalogue.arena[title].hash(seed: tableSeed))
            }
        }
        add(old) { groups.addOld($0, $1) }
        add(new) { groups.addNew($0, $1) }
        groups.takeShared { before, after in
            let (first, second) = (Int(before.first!.index), Int(after.first!.index))
            if before.count > 1 || after.count > 1 || before.first!.key == 0 {
                namesakes.append((before.map(\.index), after.map(\.index)))
            } else if haveSameTitle(first, second) {
                pair(styles: first, second)
            }
        }
    }

    /// Their styles are those of their variants.
    func pairStylesOfNamesakes() {
        for (_, after) in namesakes {
            for newRow in new.rows(ofStyles: after) where !new.isOpen(newRow) {
                let (oldStyle, newStyle) = (old.style(of: Int(new.partners.base[newRow]) - 1), new.style(of: newRow))
                if old.isOpen(style: oldStyle), new.isOpen(style: newStyle) { pair(styles: oldStyle, newStyle) }
            }
        }
    }

    private func haveSameTitle(_ oldStyle: Int, _ newStyle: Int) -> Bool {
        old.catalogue.arena[old.catalogue.styles.title.base[oldStyle]]
            == new.catalogue.arena[new.catalogue.styles.title.base[newStyle]]
    }

    // MARK: By variants

    private struct Overlap {
        var oldStyle: UInt32
        var newStyle: UInt32
        var count: Int
    }

    /// Styles under another code: more than half of the variants of one have theirs in the other, and no third style has
    /// as many of either. Returns the styles of the newer version that found a partner.
    func pairStylesByVariants() -> [Int] {
        let overlaps = overlaps()
        if overlaps.isEmpty { return [] }
        var (oldBest, newBest): ([UInt32: Best], [UInt32: Best]) = ([:], [:])
        for overlap in overlaps {
            oldBest[overlap.oldStyle, default: Best()].see(overlap.count)
            newBest[overlap.newStyle, default: Best()].see(overlap.count)
        }
        var found: [Int] = []
        for overlap in overlaps {
            let (before, after) = (Int(overlap.oldStyle), Int(overlap.newStyle))
            let isMost =
                overlap.count * 2 > old.catalogue.rows(ofStyle: before).count
                || overlap.count * 2 > new.catalogue.rows(ofStyle: after).count
            guard isMost, oldBest[overlap.oldStyle]!.isOnly(overlap.count),
                newBest[overlap.newStyle]!.isOnly(overlap.count)
            else { continue }
            pair(styles: before, after)
            found.append(after)
        }
        return found
    }

    /// The largest number seen, and how often.
    private struct Best {
        var count = 0
        var times = 0

        mutating func see(_ other: Int) {
            if other > count { (count, times) = (other, 1) } else if other == count { times += 1 }
        }

        func isOnly(_ other: Int) -> Bool { other == count && times == 1 }
    }

    /// How many variants styles without a partner have in common, by the newer version's styles.
    private func overlaps() -> [Overlap] {
        var overlaps: [Overlap] = []
        var partners: [UInt32] = []
        for style in 0..<new.catalogue.styleCount where new.isOpen(style: style) {
            partners.removeAll(keepingCapacity: true)
            for row in new.catalogue.rows(ofStyle: style) where !new.isOpen(row) {
                let partner = old.style(of: Int(new.partners.base[row]) - 1)
                if old.isOpen(style: partner) { partners.append(UInt32(partner)) }
            }
            partners.sort()
            for partner in partners {
                if let last = overlaps.last, last.oldStyle == partner, last.newStyle == UInt32(style) {
                    overlaps[overlaps.count - 1].count += 1
                } else {
                    overlaps.append(Overlap(oldStyle: partner, newStyle: UInt32(style), count: 1))
                }
            }
        }
        return overlaps
    }

    // MARK: By what they are

    /// Styles without a partner that have the same article number, or else the same title and no other brand. No other
    /// style of either version may have it: a title that two styles share names neither.
    func renamedStyles() -> [(Int, Int)] {
        let before = (0..<old.catalogue.styleCount).filter { old.isOpen(style: $0) }
        let after = (0..<new.catalogue.styleCount).filter { new.isOpen(style: $0) }
        if before.isEmpty || after.isEmpty { return [] }
        var found: [(Int, Int)] = []
        var (oldTaken, newTaken): (Set<Int>, Set<Int>) = ([], [])
        for key: (Version, Int) -> TextRef in [
            { $0.catalogue.styles.article.base[$1] }, { $0.catalogue.styles.title.base[$1] },
        ] {
            for (oldStyle, newStyle) in unique(before, after, key) {
                guard !oldTaken.contains(oldStyle), !newTaken.contains(newStyle), haveNoOtherBrand(oldStyle, newStyle)
                else { continue }
                oldTaken.insert(oldStyle)
                newTaken.insert(newStyle)
                found.append((oldStyle, newStyle))
            }
        }
        return found
    }

    private func unique(_ before: [Int], _ after: [Int], _ key: (Version, Int) -> TextRef) -> [(Int, Int)] {
        func hash(_ version: Version, _ style: Int) -> UInt64? {
            let text = key(version, style)
            return text.isNone ? nil : version.catalogue.arena[text].hash(seed: tableSeed)
        }
        for style in before { if let hash = hash(old, style) { groups.addOld(UInt32(style), hash) } }
        for style in after { if let hash = hash(new, style) { groups.addNew(UInt32(style), hash) } }
        var found: [UInt64: (Int, Int)] = [:]
        groups.takeShared { before, after in
            guard before.count == 1, after.count == 1 else { return }
            found[before.first!.key] = (Int(before.first!.index), Int(after.first!.index))
        }
        if found.isEmpty { return [] }
        for version in [old, new] {
            for style in 0..<version.catalogue.styleCount where !version.isOpen(style: style) {
                if let hash = hash(version, style) { found[hash] = nil }
            }
        }
        return found.values.filter { oldStyle, newStyle in
            old.catalogue.arena[key(old, oldStyle)] == new.catalogue.arena[key(new, newStyle)]
        }.sorted { $0.0 < $1.0 }
    }

    private func haveNoOtherBrand(_ oldStyle: Int, _ newStyle: Int) -> Bool {
        let (before, after) = (old.catalogue.styles.brand.base[oldStyle], new.catalogue.styles.brand.base[newStyle])
        return before.isNone || after.isNone || old.catalogue.arena[before] == new.catalogue.arena[after]
    }
}
