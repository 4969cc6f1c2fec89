import Catalogues

/// Rows that are a variant each, but not only columns: fixed values, promotional prices, options in parallel lists.
struct PlainRows {
    private var columns: RowColumns
    private let names: Int?
    private let values: Int?

    init(_ columns: RowColumns) {
        self.columns = columns
        names = columns.map.column(.optionNames)
        values = columns.map.column(.optionValues)
    }

    mutating func take(_ row: Row, line: Int, sink: inout RecordSink) {
        columns.declare(columns.map.column(.promoPrice) == nil ? [] : [.price, .listPrice], sink: &sink)
        if columns.isBlank(row) && row[values].isEmpty { return }
        sink.begin(line: line)
        for (field, column) in columns.fields { sink.set(field, row[column]) }
        if names != nil || values != nil { setLists(row, line, &sink) }
        columns.complete(row, sink: &sink)
        sink.commit()
    }

    mutating func finish(sink: inout RecordSink) { columns.declare(sink: &sink) }

    /// `Color:color:0; Disk space:select:3` beside `Blue:0; 16GB:1`: names and values in step.
    private func setLists(_ row: Row, _ line: Int, _ sink: inout RecordSink) {
        let names = items(row[names])
        let values = items(row[values])
        if self.names != nil, names.count != values.count {
            columns.tell(
                "uneven-lists", line: line, "\(names.count) option names stand beside \(values.count) values",
                sink: &sink)
        }
        for (position, value) in values.prefix(axisLimit).enumerated() {
            sink.set(.option(position), value)
            if position < names.count { sink.set(.optionName(position), names[position]) }
        }
    }

    private func items(_ list: Bytes) -> [String] {
        let profile = columns.profile
        return list.string.split(separator: profile.listSeparator).map { item in
            let plain = item.prefix { $0 != profile.listSuffix }
            return PackedText(String(plain)).text
        }
    }
}
