import Catalogues

/// Lends a text as a reader does: the bytes, and what else stands in its memory behind them.
func withBytes<T>(_ text: String, followedBy slack: UInt8 = 0, _ body: (Bytes) throws -> T) rethrows -> T {
    try withBytes(Array(text.utf8), followedBy: slack, body)
}

func withBytes<T>(_ text: [UInt8], followedBy slack: UInt8 = 0, _ body: (Bytes) throws -> T) rethrows -> T {
    try (text + Array(repeating: slack, count: 16)).withUnsafeBufferPointer {
        try body(Bytes(base: $0.baseAddress!, count: text.count))
    }
}

/// Makes a catalogue of rows of cells; the first line is 2, as below a header.
func catalogue(
    _ fields: [Field], _ rows: [[String]], leg: Source.Leg = .shop, _ change: (inout ReadingRules) -> Void = { _ in }
) -> Catalogue {
    var rules = ReadingRules()
    change(&rules)
    var builder = CatalogueBuilder(source: Source(leg: leg, name: "f.csv"), rules: rules, expectedBytes: 4096)
    builder.take(fields, rows)
    return builder.finish()
}

extension CatalogueBuilder {
    /// Takes rows of cells, in batches.
    mutating func take(_ fields: [Field], _ rows: [[String]]) {
        var next = 0
        while next < rows.count {
            // The cells live until the builder has taken the batch.
            let part = rows[next..<min(next + RecordBatch.capacity, rows.count)]
            var texts: [UInt8] = []
            var places: [Int] = []
            for cell in part.joined() {
                places.append(texts.count)
                texts += Array(cell.utf8)
            }
            texts += Array(repeating: 0, count: 64)
            texts.withUnsafeBufferPointer { memory in
                var batch = RecordBatch(fields: fields)
                var cell = 0
                for row in part {
                    batch.clear(row: batch.count)
                    batch.lines[batch.count] = UInt32(next + 2)
                    for (field, text) in zip(fields, row) {
                        batch.column(field)[batch.count] = Bytes(
                            base: memory.baseAddress! + places[cell], count: text.utf8.count)
                        cell += 1
                    }
                    batch.count += 1
                    next += 1
                }
                take(&batch)
            }
        }
    }
}
