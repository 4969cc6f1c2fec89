import Catalogues

/// Rows of which only the first of each style says what they share, as Shopify writes them.
///
/// Within a style, empty cells of the carried fields take the value above. Rows that say nothing of a variant (further
/// images) are none. A single option value such as `Default Title` means that the style has no options.
struct CarryDownRows {
    private var columns: RowColumns
    /// The texts that the style's rows so far carry down, by field.
    private var above: [(field: Field, column: Int, text: [UInt8])] = []
    private var style: [UInt8] = []
    private let styleColumn: Int?
    private let variantColumns: [Int]
    private let tracker: Int?
    private let policy: Int?

    init(_ columns: RowColumns) {
        self.columns = columns
        let map = columns.map
        styleColumn = map.column(columns.profile.rules.styleKey == .title ? .title : .styleCode)
        tracker = map.column(.stockTracker)
        policy = map.column(.stockPolicy)
        for field in columns.profile.carried { if let column = map.column(field) { above.append((field, column, [])) } }
        let ofVariants: [Field] = [
            .sku, .supplierCode, .barcode, .spec, .option1, .option2, .option3, .option4, .price, .cost,
        ]
        variantColumns = ofVariants.compactMap { map.column($0) }
    }

    mutating func take(_ row: Row, line: Int, sink: inout RecordSink) {
        columns.declare(sink: &sink)
        if columns.isBlank(row) { return }
        let key = row[styleColumn]
        let isFirst = !key.isEmpty && !style.elementsEqual(key.buffer)
        if isFirst {
            style = Array(key.buffer)
            for at in above.indices { above[at].text = [] }
        }
        for at in above.indices {
            let cell = row[above[at].column]
            if !cell.isEmpty { above[at].text = Array(cell.buffer) }
        }
        if !isFirst, variantColumns.allSatisfy({ row[$0].isEmpty }) { return }

        sink.begin(line: line)
        for (field, column) in columns.fields { sink.set(field, row[column]) }
        if key.isEmpty, !style.isEmpty, let field = styleColumn.flatMap({ columns.map.fields[$0] }) {
            set(field, style, &sink)
        }
        for carried in above where row[carried.column].isEmpty { set(carried.field, carried.text, &sink) }
        dropNoOption(row, &sink)
        setStock(row, &sink)
        columns.complete(row, sink: &sink)
        sink.commit()
    }

    mutating func finish(sink: inout RecordSink) { columns.declare(sink: &sink) }

    private func set(_ field: Field, _ text: [UInt8], _ sink: inout RecordSink) {
        text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
            sink.set(field, Bytes(base: base, count: bytes.count))
        }
    }

    private func dropNoOption(_ row: Row, _ sink: inout RecordSink) {
        let first = row[columns.map.column(.option1)]
        guard !first.isEmpty, first.count < 40, row[columns.map.column(.option2)].isEmpty,
            columns.profile.noOption.contains(first.string)
        else { return }
        sink.set(.option1, .none)
        sink.set(.option1Name, .none)
    }

    /// A stock that nobody counts is unknown, whatever stands in its cell; one that may be oversold is on back order.
    private func setStock(_ row: Row, _ sink: inout RecordSink) {
        if let tracker, row[tracker].isEmpty { sink.set(.stock, .none) }
        if let policy, !row[policy].isEmpty, columns.map.column(.availability) == nil {
            let text = row[policy]
            if text == "continue" || text == "TRUE" || text == "true" { sink.set(.availability, "continue") }
        }
    }
}
