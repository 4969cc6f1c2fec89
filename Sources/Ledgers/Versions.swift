package import Catalogues
import GRDB

/// A file that was taken for true, from one run to another.
package struct VersionRecord: Sendable {
    package var id: Int64 = 0
    package var digest: String
    package var feed: String
    package var profile: String
    package var encoding: String
    package var styles: Int
    package var variants: Int
    /// When the file was made, by its own word.
    package var stated: Moment?
    /// The run in which it was first seen.
    package var firstSeen: Moment

    package init(
        digest: String, feed: String, profile: String, encoding: String, styles: Int, variants: Int, stated: Moment?,
        firstSeen: Moment
    ) {
        self.digest = digest
        self.feed = feed
        self.profile = profile
        self.encoding = encoding
        self.styles = styles
        self.variants = variants
        self.stated = stated
        self.firstSeen = firstSeen
    }
}

/// What came for a source in one run.
package struct InputRecord: Sendable {
    package enum Verdict: String, Sendable {
        case taken, repeated, held, refused, released, unread
    }

    package var verdict: Verdict
    /// Of what came; empty where nothing did.
    package var digest: String
    /// When the file was written, by the file system's or the server's word; nil = not known.
    package var modified: Moment?
    /// Who let a held file through, and why.
    package var by = ""
    package var reason = ""

    package init(_ verdict: Verdict, digest: String, modified: Moment? = nil) {
        self.verdict = verdict
        self.digest = digest
        self.modified = modified
    }
}

extension LedgerEntry {
    /// The version of a source that is in force; nil = it never had one.
    package func versionInForce(ofSource name: String) throws -> VersionRecord? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT version.*, run.at AS first_seen FROM version JOIN source ON source.id = version.source
                JOIN run ON run.id = version.first_run WHERE source.name = ? AND last_run IS NULL
                """, arguments: [name]
        ).map { row in
            var version = VersionRecord(
                digest: row["digest"], feed: row["feed"], profile: row["profile"], encoding: row["encoding"],
                styles: row["styles"], variants: row["variants"],
                stated: (row["stated"] as String?).flatMap { Moment($0) },
                firstSeen: Moment(row["first_seen"]) ?? Moment(seconds: 0))
            version.id = row["id"]
            return version
        }
    }

    /// Puts a version in force in place of the one before.
    ///
    /// - Returns: its number.
    package func putInForce(_ version: VersionRecord, source: Int64, run: Int64) throws -> Int64 {
        try database.execute(
            sql: "UPDATE version SET last_run = ? WHERE source = ? AND last_run IS NULL",
            arguments: [run - 1, source])
        try database.execute(
            sql: """
                INSERT INTO version (source, digest, feed, profile, encoding, styles, variants, stated, first_run)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                source, version.digest, version.feed, version.profile, version.encoding, version.styles,
                version.variants, version.stated?.text, run,
            ])
        return database.lastInsertedRowID
    }

    package func note(_ input: InputRecord, source: Int64, version: Int64?, run: Int64) throws {
        try database.execute(
            sql:
                "INSERT INTO input (run, source, digest, modified, verdict, version, by, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                run, source, input.digest, input.modified?.text, input.verdict.rawValue, version, input.by,
                input.reason,
            ])
    }

    /// What came last for a source (another content, or the same sent again), in which run it was first seen, and which
    /// run was before that; nil = nothing came yet.
    package func newestArrival(
        ofSource name: String
    ) throws -> (digest: String, modified: Moment?, seen: Moment, runBefore: Moment?)? {
        let came = "digest <> '' OR modified IS NOT NULL"
        guard
            let newest = try Row.fetchOne(
                database,
                sql: """
                    SELECT digest, modified, source FROM input JOIN source ON source.id = input.source
                    WHERE name = ? AND (\(came)) ORDER BY run DESC LIMIT 1
                    """, arguments: [name])
        else { return nil }
        let digest: String = newest["digest"]
        let modified: String? = newest["modified"]
        let source: Int64 = newest["source"]
        // From the last run that had something else (or from the beginning) on.
        let first = try Row.fetchOne(
            database,
            sql: """
                SELECT run.id, run.at FROM input JOIN run ON run.id = input.run
                WHERE source = ?1 AND digest = ?2 AND modified IS ?3 AND run > coalesce(
                    (SELECT max(run) FROM input WHERE source = ?1 AND (\(came))
                        AND (digest <> ?2 OR modified IS NOT ?3)), 0)
                ORDER BY run LIMIT 1
                """, arguments: [source, digest, modified])
        guard let first, let seen = Moment(first["at"]) else { return nil }
        let before = try String.fetchOne(
            database, sql: "SELECT at FROM run WHERE id < ? ORDER BY id DESC LIMIT 1", arguments: [first["id"] as Int64]
        )
        return (digest, modified.flatMap { Moment($0) }, seen, before.flatMap { Moment($0) })
    }

    /// Of each source the digest in force, so that nobody throws that file away.
    package func digestsInForce() throws -> Set<String> {
        try Set(String.fetchAll(database, sql: "SELECT digest FROM version WHERE last_run IS NULL"))
    }

    /// What came in a run, and what became of it.
    package func inputs(ofRun run: Int64) throws -> [(source: String, verdict: InputRecord.Verdict)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT name, verdict FROM input JOIN source ON source.id = input.source WHERE run = ?
                ORDER BY source.id
                """, arguments: [run]
        ).map { ($0[0], InputRecord.Verdict(rawValue: $0[1]) ?? .taken) }
    }
}
