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
        /// Without separators, in another case, or without leading zeros: `fm7600akn` for `FM7600AK-N`.
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

    /// - Parameter partner: for each shop style the supplier style with its code, plus one; 0 = none.
    init(supplier: Catalogue, shop: Catalogue, partner: borrowing Column<UInt32>) {
        bySKU = Column(zeros: shop.variantCount)
        byBarcode = Column(zeros: shop.variantCount)
        spelling = Column(zeros: shop.variantCount)
        isAmbiguous = Column(zeros: shop.variantCount)
        findSKUs(supplier, shop, partner)
        findBarcodes(supplier, shop, partner)
    }

    /// The code by which a shop row names the supplier's variant: the supplier's code, or else its own.
    @inline(__always)
    static func code(_ shop: Catalogue, _ row: Int) -> Bytes {
        let named = shop.variants.supplierCode.base[row]
        return shop.arena[named.isNone ? shop.variants.sku.base[row] : named]
    }

    /// The codes of a leg's own variants. An order system has none: it passes on the supplier's.
    static func skus(_ leg: Catalogue) -> UnsafeMutablePointer<TextRef> {
        leg.fields.contains(.sku) ? leg.variants.sku.base : leg.variants.supplierCode.base
    }

    private mutating func findSKUs(_ supplier: Catalogue, _ shop: Catalogue, _ partner: borrowing Column<UInt32>) {
        guard supplier.fields.contains(.sku) || supplier.fields.contains(.supplierCode),
            shop.fields.contains(.sku) || shop.fields.contains(.supplierCode)
        else { return }
        let skus = Self.skus(supplier)
        let index = CodeIndex(rows: supplier.variantCount) { row in
            skus[row].isNone ? 0 : supplier.arena[skus[row]].hash(seed: tableSeed) | 1
        } isSame: {
            supplier.arena[skus[$0]] == supplier.arena[skus[$1]]
        }
        sharedSKUs = index.shared
        var unknown: [UInt32] = []
        index.search(shop, supplier, partner) {
            Self.code(shop, $0).prefetch()
        } code: { row in
            let code = Self.code(shop, row)
            return code.isEmpty ? 0 : code.hash(seed: tableSeed) | 1
        } isSame: { row, shopRow in
            supplier.arena[skus[row]] == Self.code(shop, shopRow)
        } found: { row, shopRow in
            if index.isShared(row) {
                isAmbiguous.base[shopRow] = true
            } else {
                bySKU.base[shopRow] = UInt32(row + 1)
                if !shop.variants.supplierCode.base[shopRow].isNone { areCodesSKUs = true }
            }
        } missing: {
            unknown.append(UInt32($0))
        }
        findSqueezed(unknown, supplier, shop)
        findWithoutZeros(unknown, supplier, shop)
    }

    private mutating func findBarcodes(_ supplier: Catalogue, _ shop: Catalogue, _ partner: borrowing Column<UInt32>) {
        guard supplier.fields.contains(.barcode), shop.fields.contains(.barcode) else { return }
        var more: [UInt64: UInt32] = [:]  // the further barcodes of rows that have several
        let index = CodeIndex(rows: supplier.variantCount) { row in
            if let gtin = supplier.gtin(row) { return gtin.isWitness ? gtin.number : 0 }
            if !supplier.variants.barcode.base[row].isNone {
                for gtin in supplier.gtins(row) where gtin.isWitness { more[gtin.number] = UInt32(row) }
            }
            return 0
        } isSame: { _, _ in
            true
        }
        sharedBarcodes = index.shared
        var several: [Int] = []
        index.search(
            shop, supplier, partner,
            code: { row in
                if let gtin = shop.gtin(row) { return gtin.isWitness ? gtin.number : 0 }
                if !shop.variants.barcode.base[row].isNone { several.append(row) }
                return 0
            }, isSame: { _, _ in true }
        ) { row, shopRow in
            if index.isShared(row) {
                isAmbiguous.base[shopRow] = true
            } else {
                byBarcode.base[shopRow] = UInt32(row + 1)
            }
        } missing: { shopRow in
            if more.isEmpty { return }
            if let found = shop.gtin(shopRow).flatMap({ more[$0.number] }) { byBarcode.base[shopRow] = found + 1 }
        }
        for shopRow in several {
            let gtins = shop.gtins(shopRow).filter(\.isWitness)
            let rows = Set(gtins.compactMap { index.row($0.number) ?? more[$0.number] })
            if rows.count == 1 { byBarcode.base[shopRow] = rows.first! + 1 }
        }
    }
}
