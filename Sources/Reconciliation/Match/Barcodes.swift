import Catalogues

extension GTIN {
    /// Whether two catalogues that have it mean the same goods: a true number with its check digit, not one of a house.
    var isWitness: Bool { !isInternal && isValid }
}

/// A cell that may hold several barcodes, as some suppliers write them: `8410000000016,8410000000023`.
enum Barcodes {
    static func split(_ cell: Bytes) -> [GTIN] {
        cell.buffer.split(whereSeparator: { [0x2C, 0x3B, 0x7C, 0x2F].contains($0) }).compactMap { part in
            GTIN(Bytes(base: part.base.baseAddress! + part.startIndex, count: part.count).trimmed)
        }
    }

    /// Whether two cells have a barcode in common; nil when one of them has none.
    static func agree(_ a: Bytes, _ b: Bytes) -> Bool? {
        if a.isEmpty || b.isEmpty { return nil }
        if let x = GTIN(a), let y = GTIN(b) { return x == y }
        let left = split(a)
        let right = split(b)
        if left.isEmpty || right.isEmpty { return nil }
        return left.contains { right.contains($0) }
    }
}
