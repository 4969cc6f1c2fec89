package import Catalogues
import GRDB

/// One run as the ledger knows it.
package struct RunRecord: Sendable {
    package var id: Int64 = 0
    /// Also its folder's name: `2026-11-03T0230`.
    package var name: String
    package var at: Moment
    package var program: String
    /// A fingerprint of the words that were in force.
    package var lexicon: String
    package var settings: String
    package var matched = 0
    package var inReview = 0
    package var unmatched = 0
    package var new = 0
    package var open = 0
    package var resolved = 0
    /// The gravest severity that is open; empty = nothing is.
    package var worst = ""
    /// Whether a mail was made of it.
    package var told = Told.no

    package enum Told: Int, Sendable { case no, dry, sent }

    package init(name: String, at: Moment, program: String, lexicon: String, settings: String) {
        self.name = name
        self.at = at
        self.program = program
        self.lexicon = lexicon
        self.settings = settings
    }

    init(_ row: Row) {
        self.init(
            name: row["name"], at: Moment(row["at"]) ?? Moment(seconds: 0), program: row["program"],
            lexicon: row["lexicon"], settings: row["settings"])
        id = row["id"]
        matched = row["matched"]
        inReview = row["in_review"]
        unmatched = row["unmatched"]
        new = row["new"]
        open = row["open"]
        resolved = row["resolved"]
        worst = row["worst"]
        told = Told(rawValue: row["told"]) ?? .no
    }
}

extension LedgerEntry {
    /// Begins a run.
    ///
    /// - Returns: its number.
    package func begin(_ run: RunRecord) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO run (name, at, program, lexicon, settings) VALUES (?, ?, ?, ?, ?)",
            arguments: [run.name, run.at.text, run.program, run.lexicon, run.settings])
        return database.lastInsertedRowID
    }

    /// Writes what came out of it.
    package func finish(_ run: RunRecord) throws {
        try database.execute(
            sql: """
                UPDATE run SET matched = ?, in_review = ?, unmatched = ?, new = ?, open = ?, resolved = ?, worst = ?,
                    told = ? WHERE id = ?
                """,
            arguments: [
                run.matched, run.inReview, run.unmatched, run.new, run.open, run.resolved, run.worst, run.told.rawValue,
                run.id,
            ])
    }

    /// The runs, newest first.
    package func runs(atMost count: Int = -1) throws -> [RunRecord] {
        try Row.fetchAll(database, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [count])
            .map(RunRecord.init)
    }

    /// The newest run, or the newest of which a mail was made at least dry, or sent.
    package func lastRun(told: RunRecord.Told = .no) throws -> RunRecord? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM run WHERE told >= ? ORDER BY id DESC LIMIT 1", arguments: [told.rawValue]
        ).map(RunRecord.init)
    }

    package func hasRun(named name: String) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE name = ?)", arguments: [name]) ?? false
    }

    /// The number of a source, which is made known if it is not.
    package func source(_ name: String, _ leg: Source.Leg) throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO source (name, leg) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET leg = excluded.leg
                """, arguments: [name, leg.rawValue])
        return try Int64.fetchOne(database, sql: "SELECT id FROM source WHERE name = ?", arguments: [name]) ?? 0
    }
}
