import Catalogues
package import Reconciliation

/// `mapping.csv`: which supplier variant is which shop variant, or may be.
package enum MappingCSV {
    package static let columns: StaticString =
        "supplier,supplier_style,supplier_sku,supplier_spec,supplier_line,shop_style,shop_sku,shop_spec,shop_line,decision,confidence,evidence"

    /// Supplier variants in the order of their file, one row a pair or candidate; then the shop's without counterpart.
    package static func write(_ outcome: Outcome, _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        var output = CSVOutput(sink)
        var supplier = VariantCells(outcome.supplier)
        var shop = VariantCells(outcome.shop)
        var evidence = EvidenceNames()
        let name = outcome.supplier.source.name
        output.plain(columns)
        output.endRow()
        for place in 0..<outcome.supplier.variantCount {
            let row = outcome.supplier.row(inFileOrder: place)
            let pairs = outcome.pairs(atPlace: place)
            if pairs.isEmpty {
                output.cell(name)
                supplier.write(row, &output)
                output.emptyCells(4)
                output.plain("none")
                output.emptyCells(2)
                output.endRow()
            }
            for pair in pairs {
                output.cell(name)
                supplier.write(row, &output)
                shop.write(Int(pair.shop), &output)
                switch pair.decision {
                case .auto: output.plain("auto")
                case .confirmed: output.plain("confirmed")
                case .review: output.plain("review")
                case .none: output.plain("none")
                }
                output.hundredths(Int(pair.confidence))
                evidence.write(pair.evidence, &output)
                output.endRow()
            }
        }
        for place in 0..<outcome.shop.variantCount {
            let row = outcome.shop.row(inFileOrder: place)
            guard outcome.shopDecisions[row] == .none else { continue }
            output.emptyCells(5)
            shop.write(row, &output)
            output.plain("none")
            output.emptyCells(2)
            output.endRow()
        }
        try output.finish()
    }
}
