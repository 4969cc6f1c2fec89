import Catalogues

/// Writes the cells that name a variant in every CSV output: style, SKU, spec and line.
struct VariantCells: ~Copyable {
    let catalogue: Catalogue
    /// The style that was written last, whose variants mostly follow each other, and its cell.
    private var style = Int.max
    private var name = ByteBuffer()

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    @inline(__always) mutating func write(_ row: Int, _ output: inout CSVOutput) {
        write(style: Int(catalogue.variants.style.base[row]), &output)
        output.cell(catalogue.arena[catalogue.variants.sku.base[row]])
        let start = output.bytes.count
        let isSuspect = output.bytes.put(spec: row, of: catalogue, lookingFor: ByteBuffer.csvMarks)
        output.bytes.endCell(from: start, isSuspect)
        output.number(Int(catalogue.variants.line.base[row]))
    }

    /// A style is known by its code, or else by its title.
    @inline(__always) mutating func write(style: Int, _ output: inout CSVOutput) {
        if style != self.style { remember(style) }
        output.cells(name.bytes)
    }

    @inline(never) private mutating func remember(_ style: Int) {
        self.style = style
        name.removeAll()
        name.put(cell: catalogue.arena[catalogue.name(ofStyle: style)])
    }
}

extension Catalogue {
    /// What outputs call a style: its code, or else its title.
    @inline(__always) func name(ofStyle style: Int) -> TextRef {
        let code = styles.code.base[style]
        return code.isNone ? styles.title.base[style] : code
    }
}

extension ByteBuffer {
    /// What a variant's spec is in outputs, as it stands: the packed text as it was written, or the option values joined
    /// by `/`.
    ///
    /// - Returns: whether `look` may have found anything in it.
    @inline(__always)
    mutating func put(
        spec row: Int, of catalogue: Catalogue, lookingFor look: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
    ) -> Bool {
        let packed = catalogue.variants.spec.base[row]
        if packed != 0 { return put(catalogue.words[packed], lookingFor: look) }
        let start = count
        var found = false
        for position in 0..<catalogue.axisCount {
            let value = catalogue.variants.option(position)[row]
            if value == 0 { continue }
            if count > start { put(0x2F) }
            if put(catalogue.words[value], lookingFor: look) { found = true }
        }
        return found
    }
}
