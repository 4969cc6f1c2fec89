package import Catalogues
import GRDB
package import Reconciliation

extension ChangeEntry {
    init?(_ row: Row) {
        guard let kind = ChangeKind(rawValue: row["kind"]), let at = Moment(row["at"]) else { return nil }
        self.init(source: row["source_name"], kind: kind, at: at, isDatedByFeed: row["dated_by"] == "feed")
        id = row["id"]
        style = row["style"]
        title = row["title"]
        sku = row["sku"]
        spec = row["spec"]
        before = row["before"]
        after = row["after"]
        line = row["line"]
        isSpelling = row["spelling"]
    }
}

extension LedgerEntry {
    /// Writes the changes of a source.
    ///
    /// - Returns: their numbers, in their order.
    package func add(_ changes: [ChangeEntry], source: Int64, run: Int64) throws -> [Int64] {
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO change (run, source, kind, at, dated_by, style, title, sku, spec, before, after, line,
                    spelling) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        return try changes.map { change in
            try insert.execute(arguments: [
                run, source, change.kind.rawValue, change.at.text, change.isDatedByFeed ? "feed" : "seen",
                change.style, change.title, change.sku, change.spec, change.before, change.after, change.line,
                change.isSpelling,
            ])
            return database.lastInsertedRowID
        }
    }

    /// The changes of some kinds that runs after a moment found, by source, then as they were found.
    package func changes(since: Moment?, _ kinds: [ChangeKind] = ChangeKind.allCases) throws -> [ChangeEntry] {
        let marks = kinds.map { _ in "?" }.joined(separator: ", ")
        return try Row.fetchAll(
            database,
            sql: """
                SELECT change.*, source.name AS source_name FROM change JOIN source ON source.id = change.source
                JOIN run ON run.id = change.run WHERE run.at > ? AND kind IN (\(marks))
                ORDER BY change.source, change.id
                """, arguments: StatementArguments([since?.text ?? ""] + kinds.map(\.rawValue))
        ).compactMap(ChangeEntry.init)
    }

    /// When a source last had a change of some kinds; nil = never since it is looked at.
    package func lastChange(ofSource name: String, _ kinds: [ChangeKind]) throws -> Moment? {
        let marks = kinds.map { _ in "?" }.joined(separator: ", ")
        return try String.fetchOne(
            database,
            sql: """
                SELECT max(at) FROM change JOIN source ON source.id = change.source
                WHERE source.name = ? AND kind IN (\(marks))
                """, arguments: StatementArguments([name] + kinds.map(\.rawValue))
        ).flatMap { Moment($0) }
    }

    // MARK: How changes travel

    /// Notes that changes have yet to reach a leg.
    package func expect(_ changes: some Sequence<Int64>, atSource source: Int64) throws {
        let insert = try database.makeStatement(
            sql: "INSERT INTO arrival (change, source) VALUES (?, ?) ON CONFLICT DO NOTHING")
        for change in changes { try insert.execute(arguments: [change, source]) }
    }

    /// The changes that have not reached a leg yet, oldest first.
    package func changesOnTheirWay(toSource name: String) throws -> [ChangeEntry] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT change.*, source.name AS source_name FROM arrival JOIN change ON change.id = arrival.change
                JOIN source ON source.id = change.source JOIN source AS leg ON leg.id = arrival.source
                WHERE leg.name = ? AND arrived IS NULL ORDER BY change.id
                """, arguments: [name]
        ).compactMap(ChangeEntry.init)
    }

    package func arrived(_ changes: some Sequence<Int64>, atSource source: Int64, at: Moment) throws {
        let update = try database.makeStatement(sql: "UPDATE arrival SET arrived = ? WHERE change = ? AND source = ?")
        for change in changes { try update.execute(arguments: [at.text, change, source]) }
    }

    /// Of some changes, when each reached which leg: nil = not yet.
    package func arrivals(ofChanges changes: some Sequence<Int64>) throws -> [Int64: [(source: String, at: Moment?)]] {
        let statement = try database.makeStatement(
            sql: """
                SELECT source.name, arrived FROM arrival JOIN source ON source.id = arrival.source
                WHERE change = ? ORDER BY source.id
                """)
        var found: [Int64: [(source: String, at: Moment?)]] = [:]
        for change in changes {
            found[change] = try Row.fetchAll(statement, arguments: [change]).map {
                ($0[0], ($0[1] as String?).flatMap { Moment($0) })
            }
        }
        return found
    }
}
