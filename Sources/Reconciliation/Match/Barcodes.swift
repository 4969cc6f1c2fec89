import Catalogues

extension GTIN {
    /// Whether two catalogues that have it mean the same goods: a true number with its check digit, not one of a house.
    var isWitness: Bool { !isInternal && isValid }
}

extension Catalogue {
    /// All barcodes of a variant, as some suppliers write several into a cell: `8410000000016,8410000000023`.
    func gtins(_ row: Int) -> [GTIN] {
        if let gtin = gtin(row) { return [gtin] }
        guard let text = variants.barcode.base[row].text else { return [] }
        let separators: Set<UInt8> = [0x2C, 0x3B, 0x7C, 0x2F]
        return arena[text].buffer.split { separators.contains($0) }.compactMap { part in
            GTIN(Bytes(base: part.base.baseAddress! + part.startIndex, count: part.count).trimmed)
        }
    }

    /// Whether a variant has a barcode in common with one of another catalogue; nil when one of them has none.
    func sharesBarcode(_ row: Int, with other: Catalogue, _ otherRow: Int) -> Bool? {
        let (mine, yours) = (variants.barcode.base[row], other.variants.barcode.base[otherRow])
        if mine.isNone || yours.isNone { return nil }
        if let x = gtin(row), let y = other.gtin(otherRow) { return x == y }
        let (left, right) = (gtins(row), other.gtins(otherRow))
        return left.isEmpty || right.isEmpty ? nil : left.contains { right.contains($0) }
    }
}
