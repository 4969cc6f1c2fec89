import Catalogues

/// A small CSV file as texts: decisions, mappings that a person edited. Catalogues are read by `CSVReader`.
package struct CSVTable: Sendable {
    package var headers: [String] = []
    /// One row a record, as many cells as it has; `lines` says where each starts, from 1.
    package var rows: [[String]] = []
    package var lines: [Int] = []

    /// The cells of one record by header; a missing cell is empty.
    package subscript(row: Int, header: String) -> String {
        guard let column = headers.firstIndex(of: header), column < rows[row].count else { return "" }
        return rows[row][column]
    }

    package static func read(_ path: String) throws(FeedError) -> CSVTable {
        let name = String(path.split(separator: "/").last ?? "")
        let (beginning, isWhole) = try FeedFile.beginning(of: path, name: name, limit: 1 << 20)
        guard let guess = beginning.withUnsafeBufferPointer({ EncodingGuess(sample: $0, isWhole: isWhole) }) else {
            throw FeedError(
                Place(file: name), "the encoding is not recognised", remedy: "Save the file as “CSV UTF-8”.")
        }
        var source = try ByteSource(path: path, name: name, encoding: guess.encoding, skipping: guess.markLength)
        try source.refill(consumed: 0)
        let dialect = CSVDialect(sample: source.base, count: min(source.end, 256 << 10))
        var scanner = CSVScanner(delimiter: dialect.delimiter, lineEnd: dialect.lineEnd)
        var room = TextRoom()
        var table = CSVTable()
        var line = 1
        var start = dialect.skipped
        while true {
            let base = source.base + start
            let consumed = scanner.scan(base, end: source.end - start, isLast: source.isAtEnd)
            var cells: [String] = []
            var offset = 0
            for field in 0..<scanner.ends.count {
                var text = csvCell(base, scanner.ends.base, field, &room).trimmed
                // The apostrophe that keeps a spreadsheet from running the cell.
                if text.count > 1, text[0] == 0x27 { text = text.dropFirst(1) }
                cells.append(text.string)
                let end = Int(scanner.ends.base[field])
                guard base[end] == dialect.lineEnd else { continue }
                if table.headers.isEmpty {
                    table.headers = cells
                } else {
                    table.rows.append(cells); table.lines.append(line)
                }
                for at in offset...end where base[at] == dialect.lineEnd { line += 1 }
                offset = end + 1
                cells = []
            }
            room.removeAll()
            if source.isAtEnd, start + consumed >= source.end { return table }
            if consumed == 0, source.isAtEnd {
                throw FeedError(
                    Place(file: name, line: line), "a quoted field is opened and never closed",
                    remedy: "Close the quote, or get the file again.")
            }
            try source.refill(consumed: min(start + consumed, source.end))
            start = 0
        }
    }
}
