import Catalogues

/// What the beginning of a CSV file says: its dialect, which line is the header, and what the columns are.
struct CSVHeader {
    let dialect: CSVDialect
    let profile: Profile
    let map: ColumnMap
    /// The line of the header, from 1.
    let line: Int
    /// Where the first record behind the header begins, in bytes of the block at hand, and on which line.
    let dataOffset: Int
    let dataLine: Int
    private let encoding: TextEncoding
    private let reason: String
    private let alsoFits: [String]
    private let samples: [String]

    /// How many lines may stand before the header.
    private static let preamble = 30

    init(_ source: borrowing ByteSource, options: FeedOptions) throws(FeedError) {
        let place = Place(file: source.name)
        guard source.end > 0 else {
            throw FeedError(place, "the file is empty", remedy: "Export it again; nothing was compared.")
        }
        dialect = CSVDialect(sample: source.base, count: min(source.end, 256 << 10))
        encoding = source.encoding
        var scanner = CSVScanner(delimiter: dialect.delimiter, lineEnd: dialect.lineEnd)
        var room = TextRoom()
        let base = source.base + dialect.skipped
        let end = source.end - dialect.skipped
        _ = scanner.scan(base, end: end, isLast: source.isAtEnd)
        var rows: [(cells: [String], line: Int, offset: Int)] = []
        var cells: [String] = []
        var offset = 0
        var line = dialect.skipped > 0 ? 2 : 1
        for field in 0..<scanner.ends.count {
            let end = Int(scanner.ends[field])
            var text = csvCell(base, scanner.ends.base, field, &room).trimmed
            // A byte order mark may stand behind a preamble that a script put before an exported file.
            if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { text = text.dropFirst(3).trimmed }
            var header = text.string
            if header.hasPrefix("\""), header.hasSuffix("\""), header.count > 1 {
                header = String(header.dropFirst().dropLast())
            }
            cells.append(header)
            guard base[end] == dialect.lineEnd || field == scanner.ends.count - 1 else { continue }
            rows.append((cells, line, end + 1))
            line += base[offset..<end + 1].count(of: dialect.lineEnd)
            offset = end + 1
            cells = []
            if rows.count == Self.preamble { break }
        }
        guard !rows.isEmpty else {
            throw FeedError(
                Place(file: source.name, line: 1),
                "no line of it ends as a record: a quote is opened and never closed, or it is one line without an end",
                remedy: "Look at the beginning of the file for a stray quote.")
        }
        let header = try HeaderLine.best(rows: rows.map(\.cells), file: source.name, options: options)
        profile = header.profile
        map = header.columns
        reason = header.reason
        alsoFits = header.alsoFits
        self.line = rows[header.headerRow].line
        if let twice = header.columns.oddities.first(where: { $0.code == "duplicate-header" }) {
            throw FeedError(
                Place(file: source.name, line: self.line, column: twice.column),
                "two columns bear the same header, and it is one that matters: \(twice.message)",
                remedy: "Rename or remove the column that is not meant, then run again.")
        }
        let last = min(header.firstDataRow, rows.count) - 1
        dataOffset = rows[last].offset + dialect.skipped
        dataLine = last + 1 < rows.count ? rows[last + 1].line : line
        samples = last + 1 < rows.count ? rows[last + 1].cells : []
    }

    func describe(_ understanding: inout FeedUnderstanding) {
        understanding.format = "csv"
        understanding.delimiter = dialect.delimiterName
        understanding.headerLine = line
        understanding.profile = profile.name
        understanding.profileReason = reason
        understanding.alsoFits = alsoFits
        understanding.columns = map.headers.indices.map { column in
            var field = map.fields[column]?.words ?? map.roles[column]?.rawValue ?? ""
            for position in 0..<axisLimit
            where map.fields[column] == .option(position) && !map.axisNames[position].isEmpty {
                field = "option " + map.axisNames[position]
            }
            return FeedUnderstanding.Column(
                name: ColumnMap.shown(map.headers[column]), field: field,
                sample: column < samples.count ? samples[column] : "")
        }
    }
}

extension UnsafeMutablePointer<UInt8> {
    fileprivate subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: self + range.lowerBound, count: range.count)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func count(of byte: UInt8) -> Int { reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
}
