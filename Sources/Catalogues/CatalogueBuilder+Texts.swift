// Codes, words and options.

extension CatalogueBuilder {
    /// A code without the apostrophe that keeps spreadsheets from eating its zeros.
    @inline(__always) static func code(_ text: Bytes) -> Bytes {
        text.count > 1 && text[0] == 0x27 ? text.dropFirst(1).trimmed : text
    }

    /// A text without the apostrophe that our own outputs put before `= + - @`.
    static func undefused(_ text: Bytes) -> Bytes {
        guard text.count > 1, text[0] == 0x27 else { return text }
        return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(text[1]) ? text.dropFirst(1) : text
    }

    mutating func takeCodes(
        _ cells: UnsafeMutablePointer<Bytes>, _ rows: Int, _ into: UnsafeMutablePointer<TextRef>,
        _ column: VariantColumnSet
    ) {
        written.insert(column)
        for row in 0..<rows { into[row] = Self.plain(cells[row]) { arena.add($0) } }
    }

    mutating func takeBarcodes(
        _ cells: UnsafeMutablePointer<Bytes>, _ rows: Int, _ into: UnsafeMutablePointer<CodeRef>
    ) {
        written.insert(.barcode)
        for row in 0..<rows { into[row] = Self.plain(cells[row]) { arena.add(code: $0) } }
    }

    /// A cell as the code that it is: ＮＤ３１０２ and ND3102 are one.
    @inline(__always) private static func plain<Kept>(_ cell: Bytes, _ keep: (Bytes) -> Kept) -> Kept {
        let code = code(cell.trimmed)
        if code.isASCII || !code.containsAny(0xEF, 0xEF, 0xEF, 0xEF) { return keep(code) }
        // With the slack behind it that bytes have.
        let half = code.halfWide + [UInt8](repeating: 0, count: 16)
        return half.withUnsafeBufferPointer { keep(Bytes(base: $0.baseAddress!, count: half.count - 16)) }
    }

    mutating func takeImages(_ cells: UnsafeMutablePointer<Bytes>, _ rows: Int, _ start: Int) {
        written.insert(.image)
        for row in 0..<rows { variants.image.base[start + row] = arena.add(cells[row].trimmed) }
    }

    /// A style has the first picture that any of its rows shows.
    mutating func takeStyleImages(_ cells: UnsafeMutablePointer<Bytes>, _ rows: Int, _ start: Int) {
        for row in 0..<rows {
            let style = Int(variants.style.base[start + row])
            if styles.image.base[style].isNone { styles.image.base[style] = arena.add(cells[row].trimmed) }
        }
    }

    mutating func takeWords(
        _ cells: UnsafeMutablePointer<Bytes>, _ rows: Int, _ into: UnsafeMutablePointer<UInt32>,
        _ column: VariantColumnSet
    ) {
        written.insert(column)
        for row in 0..<rows { into[row] = words.number(of: Self.undefused(cells[row].trimmed)) }
    }

    mutating func takeOptions(_ batch: borrowing RecordBatch, _ position: Int, _ start: Int) {
        let into = variants.option(position) + start
        if axesAreFixed { return takeWords(batch.column(.option(position)), batch.count, into, .option(position)) }
        let cells = batch.column(.option(position))
        let names = batch.has(.optionName(position)) ? batch.column(.optionName(position)) : nil
        let fixed = fixedAxes[position]
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

    /// Records name their axes from here on, so that each value must be asked which axis it is on.
    mutating func unfixAxes(ofRowsBefore end: Int) {
        if !axesAreFixed { return }
        noteFixedAxes(ofRowsBefore: end)
        axesAreFixed = false
    }

    /// Gives each style the axes on which its variants have values, as the columns' headers name them.
    mutating func noteFixedAxes(ofRowsBefore end: Int) {
        if !axesAreFixed { return }
        for position in 0..<axisLimit where written.contains(.option(position)) && fixedAxes[position] != 0 {
            let values = variants.option(position)
            for row in 0..<end where values[row] != 0 {
                styles.axes.base[Int(variants.style.base[row]) * axisLimit + position] = fixedAxes[position]
            }
        }
    }

    /// Puts a value on the axis of its name, wherever that stands in the style.
    mutating func place(_ value: UInt32, _ name: UInt32, _ style: Int, _ row: Int, near position: Int) {
        let axes = styles.axes.base + style * axisLimit
        let known = name == 0 ? nil : (0..<axisLimit).first { axes[$0] == name }
        func isFree(_ position: Int) -> Bool { axes[position] == 0 && variants.option(position)[row] == 0 }
        let free = isFree(position) ? position : (0..<axisLimit).first(where: isFree)
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
}
