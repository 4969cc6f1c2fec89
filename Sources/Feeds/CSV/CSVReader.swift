import Catalogues

/// Reads a CSV file under a profile: block → window → batch of cells → columns.
struct CSVReader: ~Copyable {
    private var source: ByteSource
    private let options: FeedOptions
    private var scanner: CSVScanner
    private var window = CSVWindow()
    private var room = TextRoom()
    private let header: CSVHeader
    private var diagnostics = Diagnostics()

    static func read(
        path: String, name: String, options: FeedOptions, guess: EncodingGuess,
        understanding: inout FeedUnderstanding
    ) throws(FeedError) -> Catalogue {
        var source = try ByteSource(path: path, name: name, encoding: guess.encoding, skipping: guess.markLength)
        try source.refill(consumed: 0)
        let header = try CSVHeader(source, options: options)
        header.describe(&understanding)
        var reader = CSVReader(source: source, options: options, header: header)
        if let line = guess.doubtfulLine {
            reader.diagnostics.add(
                Place(file: name, line: line), code: "guessed-encoding",
                "these bytes are no UTF-8; the file is read as Windows-1252, which is a guess")
        }
        let catalogue = try reader.run()
        understanding.note(reader.source.digest)
        return catalogue
    }

    private init(source: consuming ByteSource, options: FeedOptions, header: CSVHeader) {
        scanner = CSVScanner(delimiter: header.dialect.delimiter, lineEnd: header.dialect.lineEnd)
        self.source = source
        self.options = options
        self.header = header
    }

    private mutating func run() throws(FeedError) -> Catalogue {
        var rules = header.profile.rules
        rules.axisNames = header.map.axisNames
        rules.carriesDown = rules.carriesDown || header.profile.carried.contains(.styleCode)
        // Without a style code the title holds a style's variants together.
        if header.profile.structure == .rows, header.map.column(.styleCode) == nil, header.map.hasOptions {
            rules.styleKey = .title
        }
        rules.fallsBackToTitle = header.profile.structure == .rows && header.map.hasOptions
        // Rows without code and title below one that has them are the rest of merged cells.
        rules.carriesDown = rules.carriesDown || (rules.fallsBackToTitle && header.map.column(.title) != nil)
        let isComplete = header.profile.isComplete && !options.isPartial
        var origin = Source(leg: options.leg, name: source.name, isComplete: isComplete)
        origin.emptyOptionIsAny =
            header.profile.structure == .parentChild && header.profile.roles[.attributeValue] != nil
        var builder = CatalogueBuilder(source: origin, rules: rules, expectedBytes: source.fileSize)
        for oddity in header.map.oddities {
            builder.diagnostics.add(
                Place(file: source.name, line: header.line, column: oddity.column), .note, code: oddity.code,
                oddity.message)
        }
        if header.profile.readsRowsDirectly(header.map) {
            try readRows(&builder)
            builder.diagnostics.add(diagnostics)
            return builder.finish()
        }
        var sink = RecordSink(builder: builder)
        var structure = RowStructure(header.map, profile: header.profile, leg: options.leg, file: source.name)
        try readCells(&structure, &sink)
        structure.finish(sink: &sink)
        sink.builder.diagnostics.add(diagnostics)
        return sink.finish()
    }

    /// Calls `body` for each window of the file, behind the header.
    private mutating func eachWindow(
        _ body: (inout CSVReader, _ base: UnsafeMutablePointer<UInt8>) throws(FeedError) -> Void
    ) throws(FeedError) {
        var start = header.dataOffset
        var line = header.dataLine
        source.linesBefore = line - 1
        while true {
            let base = source.base + start
            let consumed = scanner.scan(base, end: source.end - start, isLast: source.isAtEnd)
            if scanner.records > 0 {
                line += window.index(
                    scanner, base, expected: header.map.headers.count, firstLine: line, consumed: consumed)
                source.linesBefore = line - 1
                try body(&self, base)
            }
            let done = start + consumed
            if source.isAtEnd, done >= source.end { return }
            if consumed == 0, source.isAtEnd { throw unclosedQuote(base, line) }
            if !source.isAtEnd || done > 0 { try source.refill(consumed: min(done, source.end)) }
            start = 0
        }
    }

    private func unclosedQuote(_ base: UnsafeMutablePointer<UInt8>, _ line: Int) -> FeedError {
        var at = line
        for index in 0..<(scanner.openQuote ?? 0) where base[index] == scanner.lineEnd { at += 1 }
        return FeedError(
            Place(file: source.name, line: at),
            "a quoted field begins here and is never closed: the file seems to be cut off",
            remedy:
                "Get the file again; if it is whole, close the quote on this line (or double it, if it is a letter).")
    }

    // MARK: One row, one variant

    private mutating func readRows(_ builder: inout CatalogueBuilder) throws(FeedError) {
        var batch = RecordBatch(fields: header.map.fields.compactMap { $0 })
        let columns = header.map.fields.enumerated().compactMap { column, field in field.map { (column, $0) } }
        try eachWindow { (reader: inout CSVReader, base: UnsafeMutablePointer<UInt8>) throws(FeedError) in
            var record = 0
            while record < reader.window.count {
                record = reader.fill(&batch, from: record, base, columns)
                builder.take(&batch)
            }
            reader.room.removeAll()
        }
    }

    /// Puts records into the batch, a column at a time, and returns the first that did not go in.
    private mutating func fill(
        _ batch: inout RecordBatch, from first: Int, _ base: UnsafeMutablePointer<UInt8>, _ columns: [(Int, Field)]
    ) -> Int {
        guard window.isRegular else { return fillIrregular(&batch, from: first, base, columns) }
        let count = min(RecordBatch.capacity, window.count - first)
        let ends = scanner.ends.base
        let fields = header.map.headers.count
        for row in 0..<count { batch.lines[row] = window.line(first + row) }
        for (column, field) in columns {
            let cells = batch.column(field)
            var index = first * fields + column
            for row in 0..<count {
                cells[row] = csvCell(base, ends, index, &room)
                index += fields
            }
        }
        batch.count = count
        return first + count
    }

    private mutating func fillIrregular(
        _ batch: inout RecordBatch, from first: Int, _ base: UnsafeMutablePointer<UInt8>, _ columns: [(Int, Field)]
    ) -> Int {
        let ends = scanner.ends.base
        var record = first
        while record < window.count, !batch.isFull {
            defer { record += 1 }
            guard isData(record, base) else { continue }
            let row = batch.count
            batch.clear(row: row)
            batch.lines[row] = window.line(record)
            let count = window.fieldCount(record)
            for (column, field) in columns where column < count {
                batch.column(field)[row] = csvCell(base, ends, window.first(record) + column, &room)
            }
            batch.count += 1
        }
        return record
    }

    /// Whether a record is one: not blank, not of another length than the header says. Too short or too long ones are
    /// read as far as they go, and told.
    private mutating func isData(_ record: Int, _ base: UnsafeMutablePointer<UInt8>) -> Bool {
        let ends = scanner.ends.base
        let first = window.first(record)
        let count = window.fieldCount(record)
        let wanted = header.map.headers.count
        var isBlank = true
        for field in first..<first + count where isBlank {
            isBlank = csvCell(base, ends, field, &room).trimmed.isEmpty
        }
        if isBlank { return false }
        if count < wanted {
            diagnostics.add(
                Place(file: source.name, line: Int(window.line(record))), code: "ragged-row",
                "the row has \(count) fields where the header has \(wanted); the missing ones count as empty")
        } else if count > wanted {
            let extra = (first + wanted..<first + count).contains { !csvCell(base, ends, $0, &room).trimmed.isEmpty }
            if extra {
                diagnostics.add(
                    Place(file: source.name, line: Int(window.line(record))), code: "ragged-row",
                    "the row has \(count) fields where the header has \(wanted); the last ones are left out")
            }
        }
        return true
    }

    // MARK: Rows that are not one variant each

    private mutating func readCells(_ structure: inout RowStructure, _ sink: inout RecordSink) throws(FeedError) {
        var cells: [Bytes] = []
        let wanted = header.map.headers.count
        try eachWindow { (reader: inout CSVReader, base: UnsafeMutablePointer<UInt8>) throws(FeedError) in
            let ends = reader.scanner.ends.base
            for record in 0..<reader.window.count where reader.isData(record, base) {
                let first = reader.window.first(record)
                let count = reader.window.fieldCount(record)
                cells.removeAll(keepingCapacity: true)
                for column in 0..<wanted {
                    cells.append(column < count ? csvCell(base, ends, first + column, &reader.room).trimmed : .none)
                }
                structure.take(cells: cells, line: Int(reader.window.line(record)), sink: &sink)
            }
            reader.room.removeAll()
        }
    }
}
