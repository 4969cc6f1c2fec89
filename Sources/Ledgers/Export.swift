import GRDB

extension LedgerEntry {
    /// The tables a person may want to see elsewhere, in their order; the mails' contents stay.
    package static let tables = [
        "run", "source", "input", "version", "meaning", "mapping", "decision", "mismatch", "event", "change", "arrival",
        "notice", "mail", "question",
    ]

    /// Hands over a table: its columns' names first, then each row. SQL's NULL is an empty cell.
    package func each(rowOf table: String, _ body: ([String]) throws -> Void) throws {
        let hidden: Set<String> = table == "mail" ? ["content"] : ["key"]
        let names = try database.columns(in: table).map(\.name).filter { !hidden.contains($0) || table == "question" }
        try body(names)
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(names.joined(separator: ", ")) FROM \(table) ORDER BY rowid")
        while let row = try rows.next() {
            try body(
                names.indices.map { index in
                    let value: DatabaseValue = row[index]
                    switch value.storage {
                    case let .int64(number): return String(number)
                    case let .string(text): return text
                    case let .double(number): return "\(number)"
                    case .null, .blob: return ""
                    }
                })
        }
    }
}
