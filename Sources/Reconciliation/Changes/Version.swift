import Catalogues

/// One of the two versions that are compared: what names its variants, and what was found to be the same in the other.
final class Version {
    let catalogue: Catalogue
    /// The code of each row as a number, from which `CodeKind` can be told; 0 = none that names a variant.
    let codes: Column<UInt64>
    /// For each word of the catalogue its number among the words of both; 0 = no word.
    let words: Column<UInt32>
    /// The row of the other version that is the same variant, plus one; 0 = none.
    let partners: Column<UInt32>
    /// The same of styles.
    let stylePartners: Column<UInt32>
    /// Rows that repeat another of the same code and words: there is nothing to tell of them.
    var repeats: Set<UInt32> = []
    private let skus: UnsafeMutablePointer<TextRef>?

    /// - Parameter field: the field that holds the codes in both versions; nil = they have none in common.
    init(_ catalogue: Catalogue, codesIn field: Field?, withBarcodes: Bool, words: consuming Column<UInt32>) {
        self.catalogue = catalogue
        self.words = words
        codes = Column(zeros: catalogue.variantCount)
        partners = Column(zeros: catalogue.variantCount)
        stylePartners = Column(zeros: catalogue.styleCount)
        switch field {
        case .sku: skus = catalogue.variants.sku.base
        case .supplierCode: skus = catalogue.variants.supplierCode.base
        default: skus = nil
        }
        if skus != nil { readCodes() }
        if withBarcodes { readBarcodes() }
    }

    private func readCodes() {
        guard let skus else { return }
        for style in 0..<catalogue.styleCount {
            let rows = catalogue.rows(ofStyle: style)
            let ofStyle = catalogue.styles.code.base[style]
            for row in rows where !skus[row].isNone {
                let code = catalogue.arena[skus[row]]
                // The style's own code on several rows tells none of them.
                if rows.count > 1, !ofStyle.isNone, catalogue.arena[ofStyle] == code { continue }
                codes.base[row] = code.hash(seed: tableSeed) | 1
            }
        }
    }

    /// Barcodes name the variants that have no code.
    private func readBarcodes() {
        for row in 0..<catalogue.variantCount where codes.base[row] == 0 {
            guard let gtin = catalogue.gtin(row), gtin.isWitness else { continue }
            codes.base[row] = CodeIndex.mixed(gtin.number) & ~1 | 2
        }
    }

    func hasSKU(_ row: Int) -> Bool { codes.base[row] & 1 == 1 }

    /// Whether two rows whose codes have one number have one code.
    @inline(__always) func isSameCode(_ row: Int, _ other: Version, _ otherRow: Int) -> Bool {
        if codes.base[row] != other.codes.base[otherRow] { return false }
        if hasSKU(row), let skus, let others = other.skus {
            return catalogue.arena[skus[row]] == other.catalogue.arena[others[otherRow]]
        }
        return catalogue.gtin(row) == other.catalogue.gtin(otherRow)
    }

    @inline(__always) func style(of row: Int) -> Int { Int(catalogue.variants.style.base[row]) }
    @inline(__always) func isOpen(_ row: Int) -> Bool { partners.base[row] == 0 }
    @inline(__always) func isOpen(style: Int) -> Bool { stylePartners.base[style] == 0 }

    /// The rows of a style that have no partner yet, and repeat none that has.
    func openRows(ofStyle style: Int) -> [UInt32] {
        catalogue.rows(ofStyle: style).filter { isOpen($0) && !repeats.contains(UInt32($0)) }.map(UInt32.init)
    }

    func rows(ofStyles styles: [UInt32]) -> [Int] { styles.flatMap { Array(catalogue.rows(ofStyle: Int($0))) } }
    func openRows(ofStyles styles: [UInt32]) -> [UInt32] { styles.flatMap { openRows(ofStyle: Int($0)) } }

    /// The variant's own title, or that of its style.
    func title(of row: Int) -> Bytes {
        let own = catalogue.variants.title.base[row]
        return catalogue.arena[own.isNone ? catalogue.styles.title.base[style(of: row)] : own]
    }
}
