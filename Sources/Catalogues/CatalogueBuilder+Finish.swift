// What is done once all records are there.

extension CatalogueBuilder {
    /// The catalogue of all records taken.
    public consuming func finish() -> Catalogue {
        fillMergedCells()
        unpackSpecs()
        if source.leg == .orders { mergeRepeats() }
        let order = groupByStyle()
        noteFixedAxes(ofRowsBefore: count)
        for head in heads.values { styles.title.append(head.title) }
        return Catalogue(
            source: source, variants: variants, styles: styles, words: words, arena: arena, diagnostics: diagnostics,
            fields: fields, axisCount: written.axisCount, rowFaults: rowFaults.sorted { $0.line < $1.line },
            fileOrder: order)
    }

    /// A merged cell has its value in its first row only: options to the left of the first one that a further row has take
    /// the value of the row above.
    mutating func fillMergedCells() {
        for row in carried.map(Int.init) where row > 0 && row < count {
            let values = (0..<axisLimit).map { variants.option($0)[row] }
            guard let first = values.firstIndex(where: { $0 != 0 }), first > 0 else { continue }
            for position in 0..<first { variants.option(position)[row] = variants.option(position)[row - 1] }
        }
    }

    /// Takes each distinct packed spec apart once, and gives its rows their options.
    mutating func unpackSpecs() {
        guard written.contains(.spec) else { return }
        unfixAxes(ofRowsBefore: count)
        var known: [UInt32: [(axis: UInt32, value: UInt32)]] = [:]
        for row in 0..<count where variants.spec.base[row] != 0 {
            let packed = variants.spec.base[row]
            if known[packed] == nil {
                known[packed] = rules.unpack(words[packed]).map {
                    (Self.word($0.axis, &words), Self.word($0.value, &words))
                }
            }
            let style = Int(variants.style.base[row])
            for (position, part) in known[packed]!.enumerated() where part.value != 0 {
                if part.axis == 0 {
                    // A part without a name goes where no other name stands: it is not that axis.
                    let free = (0..<axisLimit).filter { variants.option($0)[row] == 0 }
                    guard let at = free.first(where: { styles.axes.base[style * axisLimit + $0] == 0 }) ?? free.first
                    else { continue }
                    variants.option(at)[row] = part.value
                    written.insert(.option(at))
                } else {
                    place(part.value, part.axis, style, row, near: min(position, axisLimit - 1))
                }
            }
        }
    }

    /// An order export says the same variant once an order line: its distinct specs are the variants.
    mutating func mergeRepeats() {
        struct Key: Hashable {
            var style: UInt32
            var code: String
            var spec: UInt32
            var options: [UInt32]
        }
        var seen: Set<Key> = []
        var kept = Column<UInt32>(capacity: count)
        for row in 0..<count {
            let code = variants.supplierCode.base[row].isNone ? variants.sku.base[row] : variants.supplierCode.base[row]
            let key = Key(
                style: variants.style.base[row], code: code.isNone ? "" : arena[code].string,
                spec: variants.spec.base[row],
                options: (0..<axisLimit).map { variants.option($0)[row] })
            if seen.insert(key).inserted { kept.append(UInt32(row)) }
        }
        if kept.count == count { return }
        variants.style.permute(by: kept)
        variants.permute(by: kept, written: written)
        count = kept.count
        variants.setCount(count)
    }

    /// Brings the variants of each style together (styles in the order in which they were met, variants in the order of
    /// the file), and returns the file's order if that changed anything.
    mutating func groupByStyle() -> Column<UInt32> {
        let styleCount = heads.count
        styles.first.setCount(styleCount + 1)
        let first = styles.first.base
        var grouped = true
        var last: UInt32 = 0
        for row in 0..<count {
            let style = variants.style.base[row]
            first[Int(style) + 1] += 1
            if style < last { grouped = false }
            last = style
        }
        for style in 0..<styleCount { first[style + 1] += first[style] }
        if grouped { return Column(capacity: 1) }

        var next = Column<UInt32>(capacity: styleCount + 1, likely: styleCount)
        next.setCount(styleCount + 1)
        next.base.update(from: first, count: styleCount + 1)
        var order = Column<UInt32>(capacity: count, likely: count)
        var fileOrder = Column<UInt32>(capacity: count, likely: count)
        order.setCount(count)
        fileOrder.setCount(count)
        for row in 0..<count {
            let style = Int(variants.style.base[row])
            let place = next.base[style]
            next.base[style] += 1
            order.base[Int(place)] = UInt32(row)
            fileOrder.base[row] = place
        }
        variants.permute(by: order, written: written)
        for style in 0..<styleCount {
            for row in first[style]..<first[style + 1] { variants.style.base[Int(row)] = UInt32(style) }
        }
        return fileOrder
    }
}
