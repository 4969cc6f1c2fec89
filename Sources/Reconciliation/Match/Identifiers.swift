import Catalogues

/// Which supplier variant the codes of each shop row name: the identifier witness, found once for all rows.
struct Identifiers: ~Copyable {
    /// By SKU and by barcode: the supplier's row plus one; 0 = the shop row has no such code or nothing bears it.
    let bySKU: Column<UInt32>
    let byBarcode: Column<UInt32>
    /// How the SKU was found.
    let spelling: Column<Spelling>
    /// A code of the shop row names several supplier variants, so it names none.
    let isAmbiguous: Column<Bool>
    /// Some row's supplier code names a supplier variant, so that one that names none says something, too.
    private(set) var areCodesSKUs = false
    /// Supplier rows that share a SKU, and that share a barcode, each group in file order.
    private(set) var sharedSKUs: [[UInt32]] = []
    private(set) var sharedBarcodes: [[UInt32]] = []

    /// How a shop writes the supplier's SKU.
    enum Spelling: UInt8, BitwiseCopyable {
        case exact
        /// Without separators, or in another case: `fm7600akn` for `FM7600AK-N`.
        case squeezed
        /// Behind a prefix of the shop's: `FOA-SM8193-SF` for `SM8193-SF`.
        case prefixed

        var evidence: Evidence {
            switch self {
            case .exact: .sku
            case .squeezed: .skuSqueezed
            case .prefixed: .skuPrefixed
            }
        }
    }

    private static let batch = 32

    init(supplier: Catalogue, shop: Catalogue) {
        bySKU = Column(zeros: shop.variantCount)
        byBarcode = Column(zeros: shop.variantCount)
        spelling = Column(zeros: shop.variantCount)
        isAmbiguous = Column(zeros: shop.variantCount)
        findSKUs(supplier, shop)
        findBarcodes(supplier, shop)
    }

    /// The code by which a shop row names the supplier's variant: the supplier's code, or else its own.
    @inline(__always)
    static func code(_ shop: Catalogue, _ row: Int) -> Bytes {
        let named = shop.variants.supplierCode.base[row]
        return shop.arena[named.isNone ? shop.variants.sku.base[row] : named]
    }

    /// The codes of a leg's own variants. An order system has none: it passes on the supplier's.
    private static func skus(_ leg: Catalogue) -> UnsafeMutablePointer<TextRef> {
        leg.fields.contains(.sku) ? leg.variants.sku.base : leg.variants.supplierCode.base
    }

    private mutating func findSKUs(_ supplier: Catalogue, _ shop: Catalogue) {
        guard supplier.fields.contains(.sku) || supplier.fields.contains(.supplierCode),
            shop.fields.contains(.sku) || shop.fields.contains(.supplierCode)
        else { return }
        var table = KeyTable(capacity: supplier.variantCount)
        let skus = Self.skus(supplier)
        var shared: [UInt32: [UInt32]] = [:]
        for row in 0..<supplier.variantCount {
            if skus[row].isNone { continue }
            let text = supplier.arena[skus[row]]
            if let first = table.insert(text.hash(seed: tableSeed), row: row, { supplier.arena[skus[$0]] == text }) {
                shared[UInt32(first), default: [UInt32(first)]].append(UInt32(row))
            }
        }
        sharedSKUs = shared.values.sorted { $0[0] < $1[0] }

        var unknown: [UInt32] = []
        var hashes = [UInt64](repeating: 0, count: Self.batch)
        var sink: UInt64 = 0
        for start in stride(from: 0, to: shop.variantCount, by: Self.batch) {
            let end = min(start + Self.batch, shop.variantCount)
            for row in start..<end {
                let hash = Self.code(shop, row).hash(seed: tableSeed)
                hashes[row - start] = hash
                sink &+= table.touch(hash)
            }
            for row in start..<end {
                let code = Self.code(shop, row)
                if code.isEmpty { continue }
                if let found = table.find(hashes[row - start], { supplier.arena[skus[$0]] == code }) {
                    if !shared.isEmpty, shared[UInt32(found)] != nil {
                        isAmbiguous.base[row] = true
                    } else {
                        bySKU.base[row] = UInt32(found + 1)
                        if !shop.variants.supplierCode.base[row].isNone { areCodesSKUs = true }
                    }
                } else {
                    unknown.append(UInt32(row))
                }
            }
        }
        withExtendedLifetime(sink) {}
        findSqueezed(unknown, supplier, shop)
    }

    /// Codes that no SKU equals are tried again without separators and case, and without a prefix. The shop's few are put in a table, and the
    /// supplier's many stream past it.
    private mutating func findSqueezed(_ unknown: [UInt32], _ supplier: Catalogue, _ shop: Catalogue) {
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
        for key in codes.keys { filter.add(key) }
        var found: [[UInt8]: UInt32] = [:]
        var twice: Set<[UInt8]> = []
        let skus = Self.skus(supplier)
        for row in 0..<supplier.variantCount {
            let sku = supplier.arena[skus[row]]
            guard filter.mayHold(sku) else { continue }
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
        let key = TitleTokens.squeezed(code)
        // Short codes and bare numbers meet by chance.
        if key.count >= 5, key.contains(where: { $0 > 57 }) { codes[key, default: []].append((row, spelling)) }
    }

    private mutating func findBarcodes(_ supplier: Catalogue, _ shop: Catalogue) {
        guard supplier.fields.contains(.barcode), shop.fields.contains(.barcode) else { return }
        var table = KeyTable(capacity: supplier.variantCount)
        let numbers = Column<UInt64>(zeros: supplier.variantCount)
        var shared: [UInt32: [UInt32]] = [:]
        var more: [UInt64: UInt32] = [:]  // the further barcodes of rows that have several
        for row in 0..<supplier.variantCount {
            let cell = supplier.arena[supplier.variants.barcode.base[row]]
            if cell.isEmpty { continue }
            guard let gtin = GTIN(cell), gtin.isWitness else {
                for gtin in Barcodes.split(cell) where gtin.isWitness { more[gtin.number] = UInt32(row) }
                continue
            }
            numbers.base[row] = gtin.number
            if let first = table.insert(Self.hash(gtin.number), row: row, { numbers.base[$0] == gtin.number }) {
                shared[UInt32(first), default: [UInt32(first)]].append(UInt32(row))
            }
        }
        sharedBarcodes = shared.values.sorted { $0[0] < $1[0] }
        var hashes = [UInt64](repeating: 0, count: Self.batch)
        var wanted = [UInt64](repeating: 0, count: Self.batch)
        var sink: UInt64 = 0
        for start in stride(from: 0, to: shop.variantCount, by: Self.batch) {
            let end = min(start + Self.batch, shop.variantCount)
            for row in start..<end {
                let gtin = GTIN(shop.arena[shop.variants.barcode.base[row]])
                let number = gtin.map { $0.isWitness ? $0.number : 0 } ?? 0
                wanted[row - start] = number
                hashes[row - start] = Self.hash(number)
                sink &+= table.touch(hashes[row - start])
            }
            for row in start..<end {
                let number = wanted[row - start]
                if number == 0 {
                    let cell = shop.arena[shop.variants.barcode.base[row]]
                    if cell.isEmpty { continue }
                    let rows = Set(
                        Barcodes.split(cell).filter(\.isWitness).compactMap { gtin in
                            table.find(Self.hash(gtin.number), { numbers.base[$0] == gtin.number }).map(UInt32.init)
                                ?? more[gtin.number]
                        })
                    if rows.count == 1 { byBarcode.base[row] = rows.first! + 1 }
                    continue
                }
                if let found = table.find(hashes[row - start], { numbers.base[$0] == number }) {
                    if !shared.isEmpty, shared[UInt32(found)] != nil {
                        isAmbiguous.base[row] = true
                    } else {
                        byBarcode.base[row] = UInt32(found + 1)
                    }
                } else if let found = more[number] {
                    byBarcode.base[row] = found + 1
                }
            }
        }
        withExtendedLifetime(sink) {}
    }

    @inline(__always) private static func hash(_ number: UInt64) -> UInt64 {
        let product = (number ^ tableSeed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}

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

/// Which squeezed codes are looked for, as a few bits each: it may say yes wrongly, but never no.
struct CodeFilter {
    private var bits = [UInt64](repeating: 0, count: 1 << 12)

    mutating func add(_ squeezed: [UInt8]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in squeezed { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        bits[Int(hash >> 52)] |= 1 << (hash >> 46 & 63)
    }

    /// Whether a code, squeezed, may be among them.
    func mayHold(_ code: Bytes) -> Bool {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for at in 0..<code.count {
            let byte = code[at]
            let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
            if isLetter || byte &- 0x30 < 10 || byte >= 0x80 {
                hash = (hash ^ UInt64(isLetter && byte < 0x80 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
            }
        }
        return bits[Int(hash >> 52)] >> (hash >> 46 & 63) & 1 == 1
    }
}
