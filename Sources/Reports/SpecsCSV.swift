import Catalogues

/// `specs.csv`: what each leg calls the same spec, for the styles whose legs disagree.
package enum SpecsCSV {
    package static let columns: StaticString = "款式,规格名称,货源规格,代发规格,店铺规格,订单传递系统规格,备注"

    package static func write(_ styles: [SpecTableStyle], _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void)
        throws
    {
        var output = CSVOutput(sink)
        output.plain(columns)
        output.endRow()
        for style in styles {
            for row in style.rows {
                output.cell(style.code.isEmpty ? style.title : style.code)
                let shop = style.legs.firstIndex(of: .shop).flatMap { row.cells[$0]?.text } ?? ""
                output.cell(row.name.isEmpty ? shop : row.name)
                for leg: Source.Leg in [.supplier, .platform, .shop, .orders] {
                    output.cell(style.legs.firstIndex(of: leg).flatMap { row.cells[$0]?.text } ?? "")
                }
                output.cell(row.remark)
                output.endRow()
            }
        }
        try output.finish()
    }
}
