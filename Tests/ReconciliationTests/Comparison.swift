import Catalogues
import Lexicons
import Reconciliation

/// Two small catalogues, written as tables, and what comes of comparing them.
struct Comparison {
    let outcome: Outcome

    /// The columns of the tables; cells are separated by `|`, blanks around them do not count.
    enum Columns {
        static let supplier: [Field] = [.styleCode, .title, .sku, .barcode, .option1, .option2]
        static let shop: [Field] = [.styleCode, .title, .sku, .supplierCode, .barcode, .option1, .option2]
    }

    init(
        supplier: String, shop: String, supplierFields: [Field] = Columns.supplier, shopFields: [Field] = Columns.shop,
        isComplete: Bool = true, words: String = "", settings: DiffSettings = DiffSettings(),
        shopAxes: [String] = ["颜色", "尺码", "", ""]
    ) {
        let lexicon = Lexicon()
        if !words.isEmpty { _ = Array(words.utf8).withUnsafeBufferPointer { lexicon.addWords(csv: $0) } }
        outcome = diff(
            Self.catalogue(.supplier, supplierFields, supplier, isComplete),
            with: Self.catalogue(.shop, shopFields, shop, true, shopAxes), lexicon: lexicon, settings: settings)
    }

    static func catalogue(
        _ leg: Source.Leg, _ fields: [Field], _ table: String, _ isComplete: Bool,
        _ axes: [String] = ["颜色", "尺码", "", ""]
    ) -> Catalogue {
        var rules = ReadingRules()
        rules.axisNames = axes
        rules.unlimited = ["不限"]
        rules.stockWords = ["有货": .inStock, "无货": .outOfStock]
        let source = Source(leg: leg, name: "\(leg.rawValue).csv", isComplete: isComplete)
        var builder = CatalogueBuilder(source: source, rules: rules, expectedBytes: 4096)
        let rows = table.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { Bytes.lent(String($0)).trimmed }
        }
        var batch = RecordBatch(fields: fields)
        for (index, row) in rows.enumerated() {
            batch.clear(row: batch.count)
            batch.lines[batch.count] = UInt32(index + 2)
            for (field, cell) in zip(fields, row) { batch.column(field)[batch.count] = cell }
            batch.count += 1
        }
        builder.take(&batch)
        return builder.finish()
    }

    /// `SUPPLIER=SHOP decision` for each pair, in the order of mapping.csv.
    var pairs: [String] {
        outcome.pairs.values.map {
            "\(name($0.supplier, outcome.supplier))=\(name($0.shop, outcome.shop)) \($0.decision.name)"
        }
    }

    /// `code SUPPLIER=SHOP` for each mismatch, worst first; a style as a whole by its code.
    var mismatches: [String] {
        outcome.mismatches.values.map { mismatch in
            let theirs = name(mismatch.supplier, outcome.supplier, style: mismatch.supplierStyle)
            return "\(mismatch.code.name) \(theirs)=\(name(mismatch.shop, outcome.shop, style: mismatch.shopStyle))"
        }
    }

    /// The evidence of a pair.
    func evidence(_ pair: String) -> [String] {
        guard let index = pairs.firstIndex(where: { $0.hasPrefix(pair + " ") }) else { return [] }
        return outcome.pairs[index].evidence.text.split(separator: "+").map(String.init)
    }

    private func name(_ row: UInt32, _ catalogue: Catalogue, style: UInt32 = Mismatch.nobody) -> String {
        if row != Mismatch.nobody { return catalogue.variant(Int(row)).sku }
        return style == Mismatch.nobody ? "-" : catalogue.style(Int(style)).code
    }
}

extension Bytes {
    /// The bytes of a text, for as long as the process runs: a test is short.
    fileprivate static func lent(_ text: String) -> Bytes {
        let bytes = Array(text.utf8)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 16)
        memory.initialize(repeating: 0, count: bytes.count + 16)
        memory.update(from: bytes, count: bytes.count)
        return Bytes(base: memory, count: bytes.count)
    }
}
