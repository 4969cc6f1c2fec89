import Catalogues
package import Reconciliation

/// `mismatches.csv`: all that does not agree, worst first.
package enum MismatchesCSV {
    package static let columns: StaticString =
        "code,severity,supplier,supplier_style,supplier_sku,supplier_spec,supplier_line,shop_style,shop_sku,shop_spec,shop_line,field,supplier_value,shop_value,who,action,first_seen,evidence"

    package static func write(
        _ outcome: Outcome, _ language: Language, _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var output = CSVOutput(sink)
        var supplier = VariantCells(outcome.supplier)
        var shop = VariantCells(outcome.shop)
        var evidence = EvidenceNames()
        let name = outcome.supplier.source.name
        output.plain(columns)
        output.endRow()
        for mismatch in outcome.mismatches.values {
            output.cell(mismatch.code.name)
            output.cell(mismatch.code.severity.name)
            output.cell(name)
            write(mismatch.supplierStyle, mismatch.supplier, outcome.supplier, &supplier, &output)
            write(mismatch.shopStyle, mismatch.shop, outcome.shop, &shop, &output)
            let details = MismatchDetails(mismatch, outcome)
            output.cell(details.field)
            output.cell(details.supplierValue)
            output.cell(details.shopValue)
            output.cell(mismatch.who.rawValue)
            output.cell(Texts.action(mismatch, language))
            output.emptyCells(1)
            evidence.write(mismatch.evidence, &output)
            output.endRow()
        }
        try output.finish()
    }

    /// A variant, or a style as a whole (its line is the one where it begins), or nothing.
    private static func write(
        _ style: UInt32, _ row: UInt32, _ catalogue: Catalogue, _ cells: inout VariantCells, _ output: inout CSVOutput
    ) {
        if row != Mismatch.nobody {
            cells.write(Int(row), &output)
        } else if style != Mismatch.nobody {
            cells.writeStyle(Int(style), &output)
            output.emptyCells(2)
            output.number(Int(catalogue.styles.line[Int(style)]))
        } else {
            output.emptyCells(4)
        }
    }
}
