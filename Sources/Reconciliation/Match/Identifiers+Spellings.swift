import Catalogues

extension Identifiers {
    /// Codes that no SKU equals are tried again without separators and case, and without a prefix. The shop's few
    /// are put in a table, and the supplier's many stream past it.
    mutating func findSqueezed(_ unknown: [UInt32], _ supplier: Catalogue, _ shop: Catalogue) {
        var codes: [[UInt8]: [(row: UInt32, spelling: Spelling)]] = [:]
        var prefixes: [String: [UInt32]] = [:]
        for row in unknown {
            let code = Self.code(shop, Int(row))
            Self.add(code, row, .squeezed, &codes)
            if let mark = Self.prefixEnd(code) {
                prefixes[code.prefix(mark).string.uppercased(), default: []].append(row)
            }
        }
        // One row's beginning is no prefix of the shop's, and some beginnings say what it is: a pack, a used one.
        for (prefix, rows) in prefixes where rows.count >= 2 && !Self.tellingPrefixes.contains(prefix) {
            for row in rows {
                let code = Self.code(shop, Int(row))
                Self.add(code.dropFirst((Self.prefixEnd(code) ?? 0) + 1), row, .prefixed, &codes)
            }
        }
        guard !codes.isEmpty else { return }
        // Most SKUs are turned away by a bit, without being written out.
        var filter = CodeFilter()
        for key in codes.keys { filter.add(squeezed: key) }
        var found: [[UInt8]: UInt32] = [:]
        var twice: Set<[UInt8]> = []
        let skus = Self.skus(supplier)
        for row in 0..<supplier.variantCount {
            let sku = supplier.arena[skus[row]]
            guard filter.mayHold(squeezing: sku) else { continue }
            let key = TitleTokens.squeezed(sku)
            guard codes[key] != nil else { continue }
            if found.updateValue(UInt32(row), forKey: key) != nil { twice.insert(key) }
        }
        for spelling in [Spelling.prefixed, .squeezed] {
            for (key, supplierRow) in found where !twice.contains(key) {
                for entry in codes[key]! where entry.spelling == spelling {
                    bySKU.base[Int(entry.row)] = supplierRow + 1
                    self.spelling.base[Int(entry.row)] = spelling
                }
            }
        }
    }

    /// Numbers that a spreadsheet robbed of their zeros: 781001 for 00781001. Only where the shop has a column for the
    /// supplier's codes, and the rest is too long to meet another by chance.
    mutating func findWithoutZeros(_ unknown: [UInt32], _ supplier: Catalogue, _ shop: Catalogue) {
        var wanted: [UInt64: [UInt32]] = [:]
        for row in unknown {
            let code = shop.arena[shop.variants.supplierCode.base[Int(row)]]
            if code.count >= 5, code[0] != 0x30, let number = code.number { wanted[number, default: []].append(row) }
        }
        guard !wanted.isEmpty else { return }
        let skus = Self.skus(supplier)
        var found: [UInt64: UInt32?] = [:]  // nil: several
        for row in 0..<supplier.variantCount {
            let sku = supplier.arena[skus[row]]
            guard sku.count > 5, sku[0] == 0x30, let number = sku.number, wanted[number] != nil else { continue }
            found[number] = found[number] == nil ? .some(UInt32(row)) : .some(nil)
        }
        for (number, supplierRow) in found {
            guard let supplierRow else { continue }
            for row in wanted[number]! where bySKU.base[Int(row)] == 0 {
                bySKU.base[Int(row)] = supplierRow + 1
                spelling.base[Int(row)] = .squeezed
            }
        }
    }

    /// Where the part before the first mark of a code ends, if it is of letters only, two to eight of them.
    private static func prefixEnd(_ code: Bytes) -> Int? {
        guard let mark = code.buffer.firstIndex(where: { [0x2D, 0x5F, 0x2F, 0x3A, 0x2E].contains($0) }), mark >= 2,
            mark <= 8, code.prefix(mark).buffer.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
        else { return nil }
        return mark
    }

    private static let tellingPrefixes: Set<String> = [
        "SET", "KIT", "PACK", "PK", "BUNDLE", "COMBO", "REFURB", "REF", "USED", "OPEN", "OB", "NEW", "OLD", "KIDS",
        "KID",
        "BABY", "YOUTH", "WOMEN", "WMN", "MEN", "GIRL", "BOY", "PLUS", "TALL", "PETITE", "SAMPLE", "DEMO",
    ]

    private static func add(
        _ code: Bytes, _ row: UInt32, _ spelling: Spelling,
        _ codes: inout [[UInt8]: [(row: UInt32, spelling: Spelling)]]
    ) {
        // Short codes and bare numbers meet by chance.
        if code.count < 5 || !code.buffer.contains(where: { $0 > 57 }) { return }
        let key = TitleTokens.squeezed(code)
        if key.count >= 5, key.contains(where: { $0 > 57 }) { codes[key, default: []].append((row, spelling)) }
    }
}

extension CodeFilter {
    mutating func add(squeezed: [UInt8]) {
        add(squeezed.reduce(Self.hashSeed) { Self.hash($0, $1) })
    }

    /// Whether a code, squeezed, may be among them.
    func mayHold(squeezing code: Bytes) -> Bool {
        var hash = Self.hashSeed
        for at in 0..<code.count {
            let byte = code[at]
            let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
            if isLetter || byte &- 0x30 < 10 || byte >= 0x80 {
                hash = Self.hash(hash, isLetter && byte < 0x80 ? byte | 0x20 : byte)
            }
        }
        return mayHold(hash)
    }
}
