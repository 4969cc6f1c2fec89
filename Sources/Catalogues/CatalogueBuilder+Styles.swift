// Which style each record belongs to, and what the source says of the style.

extension CatalogueBuilder {
    mutating func assignStyles(_ batch: borrowing RecordBatch, _ start: Int) {
        let titles = batch.has(.title) ? batch.column(.title) : nil
        let articles = batch.has(.article) ? batch.column(.article) : nil
        let brands = batch.has(.brand) ? batch.column(.brand) : nil
        let total = count
        for row in 0..<batch.count {
            if row % SoughtStyles.capacity == 0 { seekStyles(batch, from: row) }
            let title = titles?[row].trimmed ?? .none
            let style: Int
            switch sought.hits[row % SoughtStyles.capacity] {
            case .asAbove: style = lastStyle
            case .style(let known): style = known
            case .none:
                count = start + row + 1
                style = self.style(
                    sought.keys[row % SoughtStyles.capacity], title,
                    batch.styleLines[row] > 0 ? batch.styleLines[row] : batch.lines[row])
            }
            lastStyle = style
            variants.style.base[start + row] = UInt32(style)
            if let articles, styles.article.base[style].isNone {
                styles.article.base[style] = arena.add(Self.code(articles[row].trimmed))
            }
            if let brands, styles.brand.base[style].isNone { styles.brand.base[style] = arena.add(brands[row].trimmed) }
            if !title.isEmpty { takeTitle(Self.undefused(title), style, start + row) }
        }
        count = total
    }

    /// A style's title is that of its first variant that has one; a variant with another has its own.
    @inline(__always)
    mutating func takeTitle(_ title: Bytes, _ style: Int, _ row: Int) {
        if title.isEmpty { return }
        let known = heads.base[style].title
        if known.isNone {
            heads.base[style].title = arena.add(title)
        } else if !(arena[known] == title) {
            variants.title.base[row] = arena.add(title)
            written.insert(.title)
        }
    }

    /// The style under `key`, made now if it is new. Rows without a key are styles of their own.
    mutating func style(_ key: Bytes, _ title: Bytes, _ line: UInt32, isCode: Bool = true) -> Int {
        if key.isEmpty, rules.fallsBackToTitle, !title.isEmpty { return style(title, title, line, isCode: false) }
        if key.isEmpty {
            if rules.carriesDown, lastStyle >= 0 {
                carried.append(UInt32(count - 1))
                return lastStyle
            }
            lastStyle = newStyle(.none, line)
            return lastStyle
        }
        if lastStyle >= 0, !heads.base[lastStyle].key.isNone, arena[heads.base[lastStyle].key] == key {
            return lastStyle
        }
        let hash = key.hash(seed: tableSeed)
        if let known = styleTable.find(hash, { arena[heads.base[$0].key] == key }) {
            lastStyle = known
            return known
        }
        let style = newStyle(arena.add(key), line, isCode: isCode)
        _ = styleTable.insert(hash, row: style) { _ in false }
        lastStyle = style
        return style
    }

    mutating func newStyle(_ key: TextRef, _ line: UInt32, isCode: Bool = true) -> Int {
        let style = heads.count
        heads.append(StyleHead(key: key))
        styles.code.append(rules.styleKey == .code && isCode ? key : .none)
        styles.line.append(line)
        styles.article.setCount(style + 1)
        styles.brand.setCount(style + 1)
        styles.image.setCount(style + 1)
        styles.axes.setCount((style + 1) * axisLimit)
        return style
    }

    /// Notes a style of which the source names no variant.
    public mutating func addStyle(code: Bytes, title: Bytes, line: UInt32) {
        let style = style(code, title, line)
        if heads.base[style].title.isNone { heads.base[style].title = arena.add(title) }
        lastStyle = -1
    }
}
