package import Catalogues
import GRDB

/// What one code of a source meant at a time: the source's own words.
package struct Meaning: Sendable {
    package var source = ""
    package var style: String
    package var sku: String
    package var spec: String
    package var title: String
    package var from = Moment(seconds: 0)
    /// The run after which it was no more; nil = it still is.
    package var until: Moment?

    package init(style: String, sku: String, spec: String, title: String) {
        self.style = style
        self.sku = sku
        self.spec = spec
        self.title = title
    }

    /// What makes it the same meaning in the next run.
    package func key(source: Int64) -> RowKey { RowKey("\(source)", style, sku, spec) }
}

extension LedgerEntry {
    /// Brings the meanings of a source up to what its version in force says: what is no more is closed, what is new is
    /// opened, and what stays is not touched.
    ///
    /// - Parameter isComplete: what is absent is closed, not only what has another meaning.
    package func remember(_ meanings: some Sequence<Meaning>, source: Int64, isComplete: Bool, run: Int64) throws {
        var open = try openRows("meaning", source: source)
        // Codes that are there with other words are no longer what they were, in a partial catalogue too.
        var codes: Set<String> = []
        let insert = try database.makeStatement(
            sql: "INSERT INTO meaning (source, style, sku, spec, title, key, first_run) VALUES (?, ?, ?, ?, ?, ?, ?)")
        for meaning in meanings {
            let key = meaning.key(source: source).number
            // A row that stands twice in a file is one meaning.
            if open.updateValue(Self.isHere, forKey: key) != nil { continue }
            try insert.execute(arguments: [
                source, meaning.style, meaning.sku, meaning.spec, meaning.title, key, run,
            ])
            if !isComplete { codes.insert(meaning.sku) }
        }
        if isComplete {
            try close("meaning", open.values.filter { $0 != Self.isHere }, run: run)
        } else if !codes.isEmpty {
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT id, sku, key FROM meaning WHERE source = ? AND last_run IS NULL AND first_run < ?",
                arguments: [source, run])
            var old: [Int64] = []
            while let row = try rows.next() {
                if codes.contains(row["sku"]), open[row["key"]] != Self.isHere { old.append(row["id"]) }
            }
            try close("meaning", old, run: run)
        }
    }

    /// What a code meant on a day, at whichever source.
    package func meanings(ofCode code: String, on day: Moment) throws -> [Meaning] {
        let end = Moment(seconds: Int64(day.day + 1) * 86_400).text
        return try Row.fetchAll(
            database,
            sql: """
                SELECT source.name AS source_name, meaning.*, begun.at AS begun, ended.at AS ended FROM meaning
                JOIN source ON source.id = meaning.source JOIN run AS begun ON begun.id = first_run
                LEFT JOIN run AS ended ON ended.id = last_run
                WHERE sku = ?1 AND begun.at < ?2
                    AND (last_run IS NULL OR (SELECT min(at) FROM run WHERE id > last_run) >= ?2)
                ORDER BY meaning.source, meaning.id
                """, arguments: [code, end]
        ).map { row in
            var meaning = Meaning(style: row["style"], sku: row["sku"], spec: row["spec"], title: row["title"])
            meaning.source = row["source_name"]
            meaning.from = Moment(row["begun"]) ?? meaning.from
            meaning.until = (row["ended"] as String?).flatMap { Moment($0) }
            return meaning
        }
    }

    /// The rows of a dated table that hold today, by their key.
    func openRows(_ table: String, source: Int64) throws -> [Int64: Int64] {
        var open: [Int64: Int64] = [:]
        let rows = try Row.fetchCursor(
            database, sql: "SELECT key, id FROM \(table) WHERE source = ? AND last_run IS NULL", arguments: [source])
        while let row = try rows.next() { open[row[0]] = row[1] }
        return open
    }

    /// What stands in place of an open row's number once it was found again; no row has it.
    static var isHere: Int64 { 0 }

    /// Ends rows of a dated table with the run before this one.
    func close(_ table: String, _ rows: some Sequence<Int64>, run: Int64) throws {
        let update = try database.makeStatement(sql: "UPDATE \(table) SET last_run = ? WHERE id = ?")
        for row in rows.sorted() { try update.execute(arguments: [run - 1, row]) }
    }
}
