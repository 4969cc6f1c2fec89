import Catalogues
package import Reconciliation

/// `specs.csv`: what each leg calls the same spec, for the styles whose legs disagree.
package enum SpecsCSV {
    package static let columns: StaticString = "款式,规格名称,货源规格,代发规格,店铺规格,订单传递系统规格,备注"

    /// - Parameter outcomes: each leg compared with the shop, the supplier's first; the table's own.
    package static func write(
        _ table: SpecTable, _ outcomes: [Outcome], _ language: Language,
        _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var output = CSVOutput(sink)
        output.plain(columns)
        output.endRow()
        guard let shop = outcomes.first?.shop else { return try output.finish() }
        // The style that was written last, and its cell.
        var style = Mismatch.nobody
        var name = ByteBuffer()
        for row in table.rows {
            if shop.variants.style[row.shop] != style {
                style = shop.variants.style[row.shop]
                name.removeAll()
                name.put(cell: row.styleCode(outcomes) ?? shop.style(Int(style)).title)
            }
            output.cells(name.bytes)
            let specName = shop.variants.specName[row.shop]
            if specName == 0 { output.words(of: row.shop, in: shop) } else { output.cell(shop.words[specName].string) }
            for leg: Source.Leg in [.supplier, .platform, .shop, .orders] {
                if let cell = row.cell(leg) {
                    output.words(of: cell.row, in: SpecTableStyle.catalogue(leg, outcomes))
                } else {
                    output.emptyCells(1)
                }
            }
            output.cell(SpecTableStyle.remark(row, outcomes, language))
            output.endRow()
        }
        try output.finish()
    }
}

extension CSVOutput {
    fileprivate mutating func words(of row: Int, in catalogue: Catalogue) {
        let start = bytes.count
        bytes.put(.words, of: row, in: catalogue)
        bytes.endCell(from: start, true)
    }
}
