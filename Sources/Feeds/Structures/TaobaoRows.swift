import Catalogues

/// Rows of the 淘宝助理: an item each, with its variants packed into `skuProps`.
///
/// `price:quantity:code:pid:vid;pid:vid;price:…` – the semicolon stands between properties and between variants alike:
/// a variant begins at each token with four or more colons. An item without variants is one itself.
struct TaobaoRows {
    private var columns: RowColumns
    private let skuProps, propAlias, customNames, numId, skuBarcodes, inputIds, inputValues: Int?
    private let outerId: Int?
    /// The field of a variant's 商家编码: the own code at a supplier's, the supplier's in a shop.
    private let codeField: Field

    init(_ columns: RowColumns) {
        self.columns = columns
        let keys = columns.map.headers.map(HeaderKey.fold)
        func column(_ id: String) -> Int? { keys.firstIndex(of: HeaderKey.fold(id)) }
        skuProps = column("skuProps")
        propAlias = column("propAlias")
        customNames = column("input_custom_cpv")
        numId = column("num_id")
        skuBarcodes = column("sku_barcode")
        inputIds = column("inputPids")
        inputValues = column("inputValues")
        outerId = columns.map.column(.styleCode)
        codeField = columns.leg == .shop || columns.leg == .orders ? .supplierCode : .sku
    }

    mutating func take(_ row: Row, line: Int, sink: inout RecordSink) {
        columns.declare([codeField, .article, .brand, .option1, .option1Name, .option2, .option2Name], sink: &sink)
        if columns.isBlank(row), row[skuProps].isEmpty { return }
        let skus = TaobaoSKU.list(row[skuProps].string)
        for token in skus.odd {
            columns.tell(
                "bad-sku-token", line: line,
                "“\(token.prefix(60))” in skuProps is neither a variant nor a property of one", sink: &sink)
        }
        if skus.list.isEmpty, saleProperties(row) > 1 {
            columns.tell(
                "variants-missing", line: line,
                "“\(RowColumns.shown(row[columns.map.column(.title)]))” offers \(saleProperties(row)) colours, but skuProps lists no variant; the style has none",
                sink: &sink)
            let title = row[columns.map.column(.title)]
            sink.addStyle(code: row[outerId].isEmpty ? title : row[outerId], title: title, line: line)
            return
        }
        if skus.list.isEmpty {
            begin(row, line, &sink)
            if !row[outerId].isEmpty { sink.set(codeField, row[outerId]) }
            columns.complete(row, sink: &sink)
            sink.commit()
            return
        }
        var names = TaobaoNames(row[propAlias].string, row[customNames].string, columns.profile)
        let barcodes = row[skuBarcodes].string.split(separator: ";", omittingEmptySubsequences: false)
        let pictures = columns.map.column(.image).map { Self.colourPictures(row[$0].string) }
        for (index, sku) in skus.list.enumerated() {
            begin(row, line, &sink)
            sink.set(.barcode, index < barcodes.count ? String(barcodes[index]) : "")
            if !sku.price.isEmpty { sink.set(.price, sku.price) }
            sink.set(.stock, sku.quantity)
            sink.set(codeField, sku.code)
            if let pictures { sink.set(.image, sku.properties.lazy.compactMap { pictures[$0.both] }.first ?? "") }
            for (position, property) in sku.properties.prefix(axisLimit).enumerated() {
                sink.set(.optionName(position), names.name(of: property.id))
                sink.set(.option(position), names.value(of: property))
            }
            columns.complete(row, sink: &sink)
            sink.commit()
        }
        for repair in names.repairs {
            columns.tell(
                "repaired-property-id", line: line,
                "input_custom_cpv names property \(repair.written), which no variant has; it is read as \(repair.meant)",
                sink: &sink)
        }
    }

    mutating func finish(sink: inout RecordSink) { columns.declare(sink: &sink) }

    /// How many colours an item names without making variants of them: the exporting tool lost them.
    private func saleProperties(_ row: Row) -> Int {
        row[customNames].string.split(separator: ";").filter { $0.contains("627207:-") }.count
    }

    /// What all variants of an item share.
    private func begin(_ row: Row, _ line: Int, _ sink: inout RecordSink) {
        sink.begin(line: line)
        // The cell of pictures is the item's; those of colours are told apart later.
        for (field, column) in columns.fields { sink.set(field == .image ? .styleImage : field, row[column]) }
        let number = row[numId]
        if row[outerId].isEmpty {
            // No local_cid: it is the same for all items that a tool wrote.
            let known = !number.isEmpty && !(number == "0")
            sink.set(.styleCode, known ? number : row[columns.map.column(.title)])
        }
        if let article = input("13021751", row) { sink.set(.article, article) }
        if let brand = input("20000", row) { sink.set(.brand, brand) }
    }

    /// The pictures of single property values: `NAME:2:0:1627207:-1001|URL;…`, by `1627207:-1001`.
    static func colourPictures(_ text: String) -> [String: String] {
        var result: [String: String] = [:]
        for token in text.split(separator: ";") {
            let parts = token.split(separator: "|", maxSplits: 1)
            let fields = parts[0].split(separator: ":", omittingEmptySubsequences: false)
            guard fields.count >= 5, fields[fields.count - 4] == "2" else { continue }
            result["\(fields[fields.count - 2]):\(fields[fields.count - 1])"] = String(parts.last!)
        }
        return result
    }

    /// What was typed in for a property: `inputPids` and `inputValues` are in step. `*` = nothing.
    private func input(_ property: String, _ row: Row) -> String? {
        let ids = row[inputIds].string.split(separator: ",", omittingEmptySubsequences: false)
        let values = row[inputValues].string.split(separator: ",", omittingEmptySubsequences: false)
        guard let at = ids.firstIndex(of: property[...]), at < values.count else { return nil }
        let value = values[at].prefix { $0 != ";" }
        return value.isEmpty || value == "*" ? nil : String(value)
    }
}

/// One variant of `skuProps`.
struct TaobaoSKU: Equatable {
    struct Property: Hashable {
        var id: String
        var value: String
        var both: String { "\(id):\(value)" }
    }

    var price: String
    var quantity: String
    var code: String
    var properties: [Property]

    /// The variants of a cell, and the tokens that are none of its grammar.
    static func list(_ text: String) -> (list: [TaobaoSKU], odd: [String]) {
        var list: [TaobaoSKU] = []
        var odd: [String] = []
        for token in text.split(separator: ";") {
            let fields = token.split(separator: ":", omittingEmptySubsequences: false).map {
                PackedText(String($0)).text
            }
            if fields.count >= 5 {
                let code = fields[2..<(fields.count - 2)].joined(separator: ":")
                let property = Property(id: fields[fields.count - 2], value: fields[fields.count - 1])
                list.append(TaobaoSKU(price: fields[0], quantity: fields[1], code: code, properties: [property]))
            } else if fields.count == 2, !list.isEmpty {
                list[list.count - 1].properties.append(Property(id: fields[0], value: fields[1]))
            } else if !(fields.count == 1 && fields[0].isEmpty) {
                odd.append(String(token))
            }
        }
        return (list, odd)
    }
}

/// What an item calls its properties and their values.
struct TaobaoNames {
    private let aliases: [String: String]
    private let custom: [String: String]
    private let profile: Profile
    /// Property ids that the exporting tool cut off (`627207` for `1627207`), each once.
    private(set) var repairs: [(written: String, meant: String)] = []

    init(_ propAlias: String, _ customNames: String, _ profile: Profile) {
        aliases = Self.table(propAlias)
        custom = Self.table(customNames)
        self.profile = profile
    }

    /// `pid:vid:text;…`
    private static func table(_ text: String) -> [String: String] {
        var result: [String: String] = [:]
        for token in text.split(separator: ";") {
            let fields = token.split(separator: ":", maxSplits: 2)
            guard fields.count == 3 else { continue }
            result["\(fields[0]):\(fields[1])"] = PackedText(String(fields[2])).text
        }
        return result
    }

    func name(of property: String) -> String { profile.propertyNames[property] ?? property }

    mutating func value(of property: TaobaoSKU.Property) -> String {
        let key = property.both
        if let text = aliases[key] ?? custom[key] { return text }
        for cut in 1..<max(2, property.id.count - 3) where property.value.hasPrefix("-") {
            let short = String(property.id.dropFirst(cut))
            guard let text = custom["\(short):\(property.value)"] else { continue }
            if !repairs.contains(where: { $0.written == short }) { repairs.append((short, property.id)) }
            return text
        }
        return profile.propertyValues[key] ?? key
    }
}
