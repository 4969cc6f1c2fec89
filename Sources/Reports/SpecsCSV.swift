import Catalogues
package import Reconciliation

/// `specs.csv`: what each leg calls the same spec, for the styles whose legs disagree.
package enum SpecsCSV {
    package static let columns: StaticString = "款式,规格名称,货源规格,代发规格,店铺规格,订单传递系统规格,备注"

    /// - Parameters:
    ///   - outcomes: each leg compared with the shop, the supplier's first; the table's own. With several suppliers each
    ///     has its own column, `货源规格（name）`.
    ///   - memory: what earlier runs know of a row, to stand behind the remark: since when, how long it took.
    package static func write(
        _ table: SpecTable, _ outcomes: [Outcome], _ language: Language,
        memory: (SpecTable.Row) -> [String] = { _ in [] },
        _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var output = CSVOutput(sink)
        // One column a leg, whether or not it is there; further suppliers have further columns.
        let suppliers = outcomes.indices.filter { outcomes[$0].supplier.source.leg == .supplier }
        let columns =
            (suppliers.isEmpty ? [Filling.absent] : suppliers.map { .outcome($0) })
            + [filling(.platform, outcomes), .outcome(nil), filling(.orders, outcomes)]
        if suppliers.count < 2 {
            output.plain(Self.columns)
        } else {
            for name in ["款式", "规格名称"] + suppliers.map({ "货源规格（\(outcomes[$0].supplier.source.name)）" })
                + ["代发规格", "店铺规格", "订单传递系统规格", "备注"]
            {
                output.cell(name)
            }
        }
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
            for column in columns {
                switch column {
                case .absent: output.emptyCells(1)
                case let .outcome(index):
                    if let cell = row.cell(ofOutcome: index) {
                        output.words(of: cell.row, in: SpecTableStyle.catalogue(cell, outcomes))
                    } else {
                        output.emptyCells(1)
                    }
                }
            }
            let remarks = [SpecTableStyle.remark(row, outcomes, language)] + memory(row)
            output.cell(remarks.filter { !$0.isEmpty }.joined(separator: language == .zh ? "；" : "; "))
            output.endRow()
        }
        try output.finish()
    }

    /// What a column is filled from.
    private enum Filling {
        case absent
        /// One of the outcomes; nil = the shop's own.
        case outcome(Int?)
    }

    private static func filling(_ leg: Source.Leg, _ outcomes: [Outcome]) -> Filling {
        outcomes.firstIndex { $0.supplier.source.leg == leg }.map { .outcome($0) } ?? .absent
    }
}

extension CSVOutput {
    fileprivate mutating func words(of row: Int, in catalogue: Catalogue) {
        let start = bytes.count
        bytes.put(.words, of: row, in: catalogue)
        bytes.endCell(from: start, true)
    }
}
