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
        var theirs = VariantCells(outcome.supplier)
        var ours = VariantCells(outcome.shop)
        var values = MismatchValues(outcome)
        var begins = MadeTexts()
        var actions = MadeTexts()
        var evidence = MadeTexts()
        let name = outcome.supplier.source.name
        output.plain(columns)
        output.endRow()
        outcome.eachMismatch { mismatch in
            let begin = begins.text(UInt64(mismatch.code.rawValue)) {
                $0.put(cell: mismatch.code.name)
                $0.put(cell: mismatch.code.severity.name)
                $0.put(cell: name)
            }
            output.cells(begin)
            write(mismatch.supplierStyle, mismatch.supplier, &theirs, &output)
            write(mismatch.shopStyle, mismatch.shop, &ours, &output)
            values.read(mismatch)
            output.cell(values.field.bytes)
            output.cell(values.supplier.bytes)
            output.cell(values.shop.bytes)
            let action = actions.text(mismatch.kind) {
                $0.put(cell: mismatch.who.rawValue)
                $0.put(cell: Texts.action(mismatch, language))
            }
            output.cells(action)
            output.emptyCells(1)
            output.cells(evidence.text(UInt64(mismatch.evidence.rawValue)) { $0.put(cell: mismatch.evidence.text) })
            output.endRow()
        }
        try output.finish()
    }

    /// A variant, or a style as a whole (its line is the one where it begins), or nothing.
    @inline(__always)
    private static func write(
        _ style: UInt32, _ row: UInt32, _ cells: inout VariantCells, _ output: inout CSVOutput
    ) {
        if row != Mismatch.nobody {
            cells.write(Int(row), &output)
        } else if style != Mismatch.nobody {
            cells.write(style: Int(style), &output)
            output.emptyCells(2)
            output.number(Int(cells.catalogue.styles.line[Int(style)]))
        } else {
            output.emptyCells(4)
        }
    }
}

extension Mismatch {
    /// All that decides who must act and how, as one number.
    var kind: UInt64 { UInt64(code.rawValue) << 2 | (isOfDecision ? 2 : 0) | (isShopSide ? 1 : 0) }
}
