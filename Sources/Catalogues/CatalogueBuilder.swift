/// Takes records batch by batch and makes a catalogue of them.
public struct CatalogueBuilder: ~Copyable {
    var variants: VariantColumns
    var styles: StyleColumns
    var words: WordTable
    var arena: Arena
    public var diagnostics = Diagnostics()
    let source: Source
    let rules: ReadingRules
    private var written: VariantColumnSet = []
    private var fields: Set<Field> = []
    private var styleTable: KeyTable
    private var styleKeys: Column<TextRef>
    private var lastStyle = -1
    private let fixedAxes: [UInt32]
    private let fixedCurrency: UInt32
    /// Variants so far.
    public private(set) var count = 0

    /// - Parameter expectedBytes: the size of the source, from which the columns' address space is reserved.
    public init(source: Source, rules: ReadingRules, expectedBytes: Int) {
        self.source = source
        self.rules = rules
        // No record is shorter than 16 bytes in the long run; a usual one has some 200.
        let capacity = expectedBytes / 16 + 1024
        let likely = expectedBytes / 200
        variants = VariantColumns(capacity: capacity, likely: likely)
        styles = StyleColumns(capacity: capacity, likely: likely / 8)
        arena = Arena(likely: expectedBytes / 8)
        styleTable = KeyTable(capacity: 1024)
        styleKeys = Column(capacity: capacity, likely: likely / 8)
        var known = WordTable()
        var axes: [UInt32] = []
        for name in rules.axisNames { axes.append(Self.word(name, &known)) }
        fixedAxes = axes
        fixedCurrency = Self.word(rules.currency, &known)
        words = known
    }

    private static func word(_ text: String, _ words: inout WordTable) -> UInt32 {
        var padded = Array(text.utf8)
        let count = padded.count
        padded += Array(repeating: 0, count: 16)
        return padded.withUnsafeBufferPointer { words.number(of: Bytes(base: $0.baseAddress!, count: count)) }
    }

    /// Takes all records of a batch, one field after the other, and leaves the batch empty.
    public mutating func take(_ batch: inout RecordBatch) {
        let rows = batch.count
        if rows == 0 { return }
        let start = count
        count += rows
        variants.setCount(count)
        for field in Field.allCases where batch.has(field) { fields.insert(field) }

        assignStyles(batch, start)
        (variants.line.base + start).update(from: batch.lines, count: rows)
        if batch.has(.sku) { takeCodes(batch.column(.sku), rows, variants.sku.base + start, .sku) }
        if batch.has(.supplierCode) {
            takeCodes(batch.column(.supplierCode), rows, variants.supplierCode.base + start, .supplierCode)
        }
        if batch.has(.barcode) { takeCodes(batch.column(.barcode), rows, variants.barcode.base + start, .barcode) }
        for position in 0..<axisLimit where batch.has(.option(position)) { takeOptions(batch, position, start) }
        if batch.has(.spec) { takeWords(batch.column(.spec), rows, variants.spec.base + start, .spec) }
        if batch.has(.specName) { takeWords(batch.column(.specName), rows, variants.specName.base + start, .specName) }
        if batch.has(.promise) { takeWords(batch.column(.promise), rows, variants.promise.base + start, .promise) }
        if batch.has(.currency) { takeWords(batch.column(.currency), rows, variants.currency.base + start, .currency) }
        if batch.has(.price) { takePrices(batch, .price, variants.price.base + start, start, .price) }
        if batch.has(.listPrice) { takePrices(batch, .listPrice, variants.listPrice.base + start, start, .listPrice) }
        if batch.has(.cost) { takePrices(batch, .cost, variants.cost.base + start, start, .cost) }
        if batch.has(.availability) { takeAvailability(batch, start) }
        if batch.has(.stock) { takeStock(batch, start) }
        if batch.has(.status) { takeStatus(batch, start) }
        batch.count = 0
    }

    // MARK: Styles

    private mutating func assignStyles(_ batch: borrowing RecordBatch, _ start: Int) {
        let titles = batch.has(.title) ? batch.column(.title) : nil
        let codes = batch.has(.styleCode) ? batch.column(.styleCode) : nil
        let keys: UnsafeMutablePointer<Bytes>?
        switch rules.styleKey {
        case .code: keys = codes
        case .title: keys = titles
        case .none: keys = nil
        }
        let articles = batch.has(.article) ? batch.column(.article) : nil
        let brands = batch.has(.brand) ? batch.column(.brand) : nil
        for row in 0..<batch.count {
            let key = keys.map { Self.code($0[row].trimmed) } ?? .none
            let style = self.style(key, titles?[row].trimmed ?? .none, batch.lines[row])
            variants.style.base[start + row] = UInt32(style)
            if let articles, styles.article.base[style].isNone {
                styles.article.base[style] = arena.add(Self.code(articles[row].trimmed))
            }
            if let brands, styles.brand.base[style].isNone { styles.brand.base[style] = arena.add(brands[row].trimmed) }
            guard let titles else { continue }
            let title = Self.undefused(titles[row].trimmed)
            if title.isEmpty { continue }
            let known = styles.title.base[style]
            if known.isNone {
                styles.title.base[style] = arena.add(title)
            } else if !(arena[known] == title) {
                variants.title.base[start + row] = arena.add(title)
                written.insert(.title)
            }
        }
        lastStyle = Int(variants.style.base[start + batch.count - 1])
    }

    /// The style under `key`, made now if it is new. Rows without a key are styles of their own.
    private mutating func style(_ key: Bytes, _ title: Bytes, _ line: UInt32) -> Int {
        if key.isEmpty {
            if rules.carriesDown, lastStyle >= 0 { return lastStyle }
            lastStyle = newStyle(.none, line)
            return lastStyle
        }
        if lastStyle >= 0, !styleKeys.base[lastStyle].isNone, arena[styleKeys.base[lastStyle]] == key { return lastStyle }
        let hash = key.hash(seed: tableSeed)
        if let known = styleTable.find(hash, { arena[styleKeys.base[$0]] == key }) {
            lastStyle = known
            return known
        }
        let style = newStyle(arena.add(key), line)
        _ = styleTable.insert(hash, row: style) { _ in false }
        lastStyle = style
        return style
    }

    private mutating func newStyle(_ key: TextRef, _ line: UInt32) -> Int {
        let style = styleKeys.count
        styleKeys.append(key)
        styles.code.append(rules.styleKey == .code ? key : .none)
        styles.line.append(line)
        styles.title.setCount(style + 1)
        styles.article.setCount(style + 1)
        styles.brand.setCount(style + 1)
        styles.axes.setCount((style + 1) * axisLimit)
        return style
    }

    /// Notes a style of which the source names no variant.
    public mutating func addStyle(code: Bytes, title: Bytes, line: UInt32) {
        let style = style(code, title, line)
        if styles.title.base[style].isNone { styles.title.base[style] = arena.add(title) }
        lastStyle = -1
    }

    // MARK: Texts

    /// A code without the apostrophe that keeps spreadsheets from eating its zeros.
    @inline(__always) private static func code(_ text: Bytes) -> Bytes {
        text.count > 1 && text[0] == 0x27 ? text.dropFirst(1).trimmed : text
    }

    /// A text without the apostrophe that our own outputs put before `= + - @`.
    private static func undefused(_ text: Bytes) -> Bytes {
        guard text.count > 1, text[0] == 0x27 else { return text }
        return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(text[1]) ? text.dropFirst(1) : text
    }

    private mutating func takeCodes(
        _ cells: UnsafeMutablePointer<Bytes>, _ rows: Int, _ into: UnsafeMutablePointer<TextRef>, _ column: VariantColumnSet
    ) {
        written.insert(column)
        for row in 0..<rows {
            let code = Self.code(cells[row].trimmed)
            into[row] = code.buffer.contains(0xEF) ? addHalfWide(code) : arena.add(code)
        }
    }

    /// ＮＤ３１０２ and ND3102 are one code.
    private mutating func addHalfWide(_ code: Bytes) -> TextRef {
        let half = code.halfWide
        return half.withUnsafeBufferPointer { arena.add(Bytes(base: $0.baseAddress!, count: half.count)) }
    }

    private mutating func takeWords(
        _ cells: UnsafeMutablePointer<Bytes>, _ rows: Int, _ into: UnsafeMutablePointer<UInt32>, _ column: VariantColumnSet
    ) {
        written.insert(column)
        for row in 0..<rows { into[row] = words.number(of: Self.undefused(cells[row].trimmed)) }
    }

    private mutating func takeOptions(_ batch: borrowing RecordBatch, _ position: Int, _ start: Int) {
        let cells = batch.column(.option(position))
        let names = batch.has(.optionName(position)) ? batch.column(.optionName(position)) : nil
        let fixed = fixedAxes[position]
        let into = variants.option(position) + start
        written.insert(.option(position))
        for row in 0..<batch.count {
            let value = words.number(of: Self.undefused(cells[row].trimmed))
            if value == 0 { continue }
            let style = Int(variants.style.base[start + row])
            let given = names.map { words.number(of: $0[row].trimmed) } ?? 0
            let name = given == 0 ? fixed : given
            let axis = styles.axes.base[style * axisLimit + position]
            if axis == name || name == 0 {
                into[row] = value
            } else {
                place(value, name, style, start + row, near: position)
            }
        }
    }

    /// Puts a value on the axis of its name, wherever that stands in the style.
    private mutating func place(_ value: UInt32, _ name: UInt32, _ style: Int, _ row: Int, near position: Int) {
        let axes = styles.axes.base + style * axisLimit
        let known = name == 0 ? nil : (0..<axisLimit).first { axes[$0] == name }
        let free = ([position] + (0..<axisLimit)).first { axes[$0] == 0 && variants.option($0)[row] == 0 }
        guard let at = known ?? free else {
            diagnostics.add(
                Place(file: source.name, line: Int(variants.line.base[row])), code: "too-many-axes",
                "the option “\(words[name].string)” is one more than the \(axisLimit) a style can have; it is left out")
            return
        }
        axes[at] = name
        variants.option(at)[row] = value
        written.insert(.option(at))
    }

    // MARK: Numbers

    private mutating func takePrices(
        _ batch: borrowing RecordBatch, _ field: Field, _ into: UnsafeMutablePointer<Amount>, _ start: Int,
        _ column: VariantColumnSet
    ) {
        let cells = batch.column(field)
        written.insert(column)
        for row in 0..<batch.count {
            let cell = cells[row]
            if !rules.pricesInHundredths, let plain = Amount.plain(cell) {
                into[row] = plain
            } else {
                let text = cell.trimmed
                if text.isEmpty { continue }
                into[row] = oddPrice(text, start + row)
            }
        }
        if fixedCurrency != 0 {
            written.insert(.currency)
            for row in start..<start + batch.count where variants.currency.base[row] == 0 {
                variants.currency.base[row] = fixedCurrency
            }
        }
    }

    private mutating func oddPrice(_ text: Bytes, _ row: Int) -> Amount {
        guard let price = PriceText(Self.code(text), inHundredths: rules.pricesInHundredths) else {
            diagnostics.add(
                Place(file: source.name, line: Int(variants.line.base[row])), code: "bad-price",
                "“\(text.prefix(40).string)” is no price; the variant is compared without one")
            return .absent
        }
        if !price.currency.isEmpty {
            variants.currency.base[row] = words.number(of: price.currency)
            written.insert(.currency)
        }
        return price.amount
    }

    private mutating func takeStock(_ batch: borrowing RecordBatch, _ start: Int) {
        let cells = batch.column(.stock)
        written.insert(.stock)
        let special = !rules.unlimited.isEmpty
        for row in 0..<batch.count {
            let cell = cells[row].trimmed
            if let plain = Stock.plain(cell) {
                let unlimited = special && cell.count <= 6 && rules.unlimited.contains(cell.string)
                variants.stock.base[start + row] = unlimited ? .unlimited : plain
            } else if cell.isEmpty {
                if rules.emptyStockIsZero { variants.stock.base[start + row] = Stock(quantity: 0) }
            } else {
                variants.stock.base[start + row] = oddStock(cell, start + row)
            }
        }
    }

    /// `-1`, `12.0`, `1,200`, `有货`, `>100`.
    private mutating func oddStock(_ text: Bytes, _ row: Int) -> Stock {
        let word = text.string.lowercased()
        if rules.unlimited.contains(word) { return .unlimited }
        if let availability = rules.stockWords[word] {
            variants.availability.base[row] = availability
            written.insert(.availability)
            return .unknown
        }
        if let number = PriceText(text), number.currency.count <= 6, number.amount.tenThousandths % 10_000 == 0 {
            return Stock(quantity: Int(number.amount.tenThousandths / 10_000))
        }
        diagnostics.add(
            Place(file: source.name, line: Int(variants.line.base[row])), code: "bad-stock",
            "“\(text.prefix(40).string)” is no stock figure; the stock counts as unknown")
        return .unknown
    }

    private mutating func takeAvailability(_ batch: borrowing RecordBatch, _ start: Int) {
        let cells = batch.column(.availability)
        written.insert(.availability)
        for row in 0..<batch.count where !cells[row].isEmpty {
            variants.availability.base[start + row] = rules.stockWords[cells[row].trimmed.string.lowercased()] ?? .unknown
        }
    }

    private mutating func takeStatus(_ batch: borrowing RecordBatch, _ start: Int) {
        let cells = batch.column(.status)
        written.insert(.status)
        var last = Bytes.none
        var lastStatus = ListingStatus.unknown
        for row in 0..<batch.count {
            let cell = cells[row]
            if !(cell == last) {
                last = cell
                lastStatus = rules.statusWords[cell.trimmed.string.lowercased()] ?? .unknown
            }
            variants.status.base[start + row] = lastStatus
        }
    }

    // MARK: The end

    /// The catalogue of all records taken.
    public consuming func finish() -> Catalogue {
        unpackSpecs()
        if source.leg == .orders { mergeRepeats() }
        let order = groupByStyle()
        return Catalogue(
            source: source, variants: variants, styles: styles, words: words, arena: arena, diagnostics: diagnostics,
            fields: fields, axisCount: written.axisCount, fileOrder: order)
    }

    /// Takes each distinct packed spec apart once, and gives its rows their options.
    private mutating func unpackSpecs() {
        guard written.contains(.spec) else { return }
        var known: [UInt32: [(axis: UInt32, value: UInt32)]] = [:]
        for row in 0..<count where variants.spec.base[row] != 0 {
            let packed = variants.spec.base[row]
            if known[packed] == nil {
                known[packed] = rules.unpack(words[packed]).map { (Self.word($0.axis, &words), Self.word($0.value, &words)) }
            }
            let style = Int(variants.style.base[row])
            for (position, part) in known[packed]!.enumerated() where part.value != 0 {
                if part.axis == 0 {
                    // A part without a name goes where no other name stands: it is not that axis.
                    let free = (0..<axisLimit).filter { variants.option($0)[row] == 0 }
                    guard let at = free.first(where: { styles.axes.base[style * axisLimit + $0] == 0 }) ?? free.first else { continue }
                    variants.option(at)[row] = part.value
                    written.insert(.option(at))
                } else {
                    place(part.value, part.axis, style, row, near: min(position, axisLimit - 1))
                }
            }
        }
    }

    /// An order export says the same variant once an order line: its distinct specs are the variants.
    private mutating func mergeRepeats() {
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
                style: variants.style.base[row], code: code.isNone ? "" : arena[code].string, spec: variants.spec.base[row],
                options: (0..<axisLimit).map { variants.option($0)[row] })
            if seen.insert(key).inserted { kept.append(UInt32(row)) }
        }
        if kept.count == count { return }
        variants.permute(by: kept, written: written)
        count = kept.count
        variants.setCount(count)
    }

    /// Brings the variants of each style together (styles in the order in which they were met, variants in the order of
    /// the file), and returns the file's order if that changed anything.
    private mutating func groupByStyle() -> Column<UInt32> {
        let styleCount = styleKeys.count
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
        return fileOrder
    }
}
