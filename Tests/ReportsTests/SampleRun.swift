import Catalogues
import Lexicons
import Reconciliation
import Reports

/// A catalogue written down as rows of cells, and a report over two of them.
enum SampleRun {
    /// The fields of a row: style, title, own SKU, supplier's code, barcode, colour, size, price, stock.
    static let fields: [Field] = [
        .styleCode, .title, .sku, .supplierCode, .barcode, .option1, .option2, .price, .stock,
    ]

    static func catalogue(_ leg: Source.Leg, _ rows: [[String]]) -> Catalogue {
        var rules = ReadingRules()
        rules.axisNames = ["颜色", "尺码", "", ""]
        let name = leg == .shop ? "shop.csv" : "supplier.csv"
        var builder = CatalogueBuilder(source: Source(leg: leg, name: name), rules: rules, expectedBytes: 4096)
        // The builder copies what it keeps; the cells need only live until then, with the slack that `Bytes` asks for.
        var cells: [UnsafeMutablePointer<UInt8>] = []
        var next = 0
        while next < rows.count {
            var batch = RecordBatch(fields: fields)
            while next < rows.count, !batch.isFull {
                batch.clear(row: batch.count)
                batch.lines[batch.count] = UInt32(next + 2)
                for (field, text) in zip(fields, rows[next]) {
                    let bytes = Array(text.utf8)
                    let cell = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 16)
                    cell.initialize(repeating: 0, count: bytes.count + 16)
                    cell.update(from: bytes, count: bytes.count)
                    cells.append(cell)
                    batch.column(field)[batch.count] = Bytes(base: cell, count: bytes.count)
                }
                batch.count += 1
                next += 1
            }
            builder.take(&batch)
        }
        let catalogue = builder.finish()
        for cell in cells { cell.deallocate() }
        return catalogue
    }

    static func report(_ supplier: [[String]], _ shop: [[String]], _ language: Language = .zh) -> ReportInput {
        let theirs = catalogue(.supplier, supplier)
        let ours = catalogue(.shop, shop)
        var settings = DiffSettings()
        settings.priceRule = .equal
        let outcome = diff(theirs, with: ours, lexicon: Lexicon(), settings: settings)
        let sources = [theirs, ours].map {
            SourceFacts(
                name: $0.source.name, leg: $0.source.leg, profile: "flat", encoding: "UTF-8", digest: "xxh64:0",
                styles: $0.styleCount, variants: $0.variantCount, diagnostics: $0.diagnostics)
        }
        return ReportInput(language: language, settings: [("price-rule", "equal")], sources: sources, outcome: outcome)
    }

    /// Two codes exchanged, a price, a stock, a withdrawn spec and a new one.
    static let supplier = [
        ["K1", "连衣裙", "K1-1", "", "6990617110107", "黑色", "S", "68.00", "5"],
        ["K1", "连衣裙", "K1-2", "", "", "藏青色", "S", "68.00", "0"],
        ["K1", "连衣裙", "K1-3", "", "", "红色", "S", "68.00", "9"],
        ["K1", "连衣裙", "K1-4", "", "", "绿色", "S", "68.00", "9"],
    ]
    static let shop = [
        ["K1", "法式连衣裙", "1", "K1-1", "6990617110107", "黑色", "S", "69.50", "5"],
        ["K1", "法式连衣裙", "2", "K1-2", "", "藏青", "S", "68.00", "7"],
        ["K1", "法式连衣裙", "3", "K1-3", "", "白色", "S", "68.00", "9"],
        ["K1", "法式连衣裙", "5", "K1-5", "", "紫色", "S", "68.00", "9"],
    ]

    /// The report's bytes as text.
    static func text(_ write: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws -> String {
        let pieces = Pieces()
        try write { pieces.bytes += $0 }
        return String(decoding: pieces.bytes, as: UTF8.self)
    }

    private final class Pieces { var bytes: [UInt8] = [] }
}
