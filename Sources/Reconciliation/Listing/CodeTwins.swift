import Catalogues

/// Which variants of a catalogue bear one code. Looked at once, before the first style.
struct CodeTwins: ~Copyable {
    /// For each row the first one with its code plus 1; 0 = nobody else has it.
    private let first: Column<UInt32>
    /// For a row that is such a first one, the last row of another style with its code plus 1.
    private let elsewhere: Column<UInt32>

    init(_ catalogue: Catalogue) {
        first = Column(zeros: catalogue.variantCount)
        elsewhere = Column(zeros: catalogue.variantCount)
        guard catalogue.fields.contains(.sku) || catalogue.fields.contains(.supplierCode) else { return }
        var table = KeyTable(capacity: catalogue.variantCount)
        for row in 0..<catalogue.variantCount {
            let code = catalogue.code(row)
            if code.isEmpty { continue }
            let known = table.insert(code.hash(seed: tableSeed), row: row) { catalogue.code($0) == code }
            if let known { note(row, known, catalogue) }
        }
    }

    private func note(_ row: Int, _ known: Int, _ catalogue: Catalogue) {
        first.base[row] = UInt32(known + 1)
        first.base[known] = UInt32(known + 1)
        if catalogue.variants.style.base[row] != catalogue.variants.style.base[known] {
            elsewhere.base[known] = UInt32(row + 1)
        }
    }

    /// The first row that has the code of `row`; nil if no other row has it.
    func group(_ row: Int) -> Int? { first.base[row] == 0 ? nil : Int(first.base[row]) - 1 }

    /// A row of another style than `style` with the code of a group.
    func other(ofGroup group: Int, than style: Int, _ catalogue: Catalogue) -> Int? {
        if Int(catalogue.variants.style.base[group]) != style { return group }
        return elsewhere.base[group] == 0 ? nil : Int(elsewhere.base[group]) - 1
    }
}

/// Which variants bear one barcode, and how far the barcodes of the file can be believed.
struct BarcodeTwins: ~Copyable {
    private let first: Column<UInt32>
    private let elsewhere: Column<UInt32>
    /// Most numbers of the file fail their check digit: they are numbers of the house.
    let areOfTheHouse: Bool

    init(_ catalogue: Catalogue) {
        first = Column(zeros: catalogue.variantCount)
        elsewhere = Column(zeros: catalogue.variantCount)
        guard catalogue.fields.contains(.barcode) else {
            areOfTheHouse = false
            return
        }
        var table = KeyTable(capacity: catalogue.variantCount)
        var checked = 0
        var invalid = 0
        for row in 0..<catalogue.variantCount {
            guard let gtin = catalogue.gtin(row), !gtin.isInternal, catalogue.hasLengthOfGTIN(row) else { continue }
            checked += 1
            // One that fails its check digit is told as that, however often it stands there: 1234567890123.
            if !gtin.isValid {
                invalid += 1
                continue
            }
            let hash = (gtin.number ^ tableSeed) &* 0x9E37_79B9_7F4A_7C15
            guard let known = table.insert(hash, row: row, { catalogue.gtin($0)?.number == gtin.number }) else {
                continue
            }
            first.base[row] = UInt32(known + 1)
            first.base[known] = UInt32(known + 1)
            if catalogue.variants.style.base[row] != catalogue.variants.style.base[known] {
                elsewhere.base[known] = UInt32(row + 1)
            }
        }
        areOfTheHouse = checked >= 8 && invalid * 2 > checked
    }

    func group(_ row: Int) -> Int? { first.base[row] == 0 ? nil : Int(first.base[row]) - 1 }

    func other(ofGroup group: Int, than style: Int, _ catalogue: Catalogue) -> Int? {
        if Int(catalogue.variants.style.base[group]) != style { return group }
        return elsewhere.base[group] == 0 ? nil : Int(elsewhere.base[group]) - 1
    }
}

extension Catalogue {
    /// Whether a barcode has 8, 12, 13 or 14 digits; others have no check digit.
    func hasLengthOfGTIN(_ row: Int) -> Bool {
        let code = variants.barcode.base[row]
        let count = code.digits?.count ?? code.text.map { arena[$0].buffer.count { (0x30...0x39).contains($0) } } ?? 0
        return [8, 12, 13, 14].contains(count)
    }
}
