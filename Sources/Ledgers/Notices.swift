package import Catalogues
import GRDB

/// What a guard said of a source in a run.
package struct NoticeRecord: Sendable {
    package var source: String
    package var code: String
    package var isHeld: Bool
    package var zh: String
    package var en: String
    package var at = Moment(seconds: 0)

    package init(source: String, code: String, isHeld: Bool, zh: String, en: String) {
        self.source = source
        self.code = code
        self.isHeld = isHeld
        self.zh = zh
        self.en = en
    }
}

extension LedgerEntry {
    package func add(_ notice: NoticeRecord, source: Int64, run: Int64) throws {
        try database.execute(
            sql: "INSERT INTO notice (run, source, code, held, zh, en) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [run, source, notice.code, notice.isHeld, notice.zh, notice.en])
    }

    /// What guards ever said of a source under a code, oldest first.
    package func notices(ofSource name: String, code: String) throws -> [NoticeRecord] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT notice.*, run.at AS at FROM notice JOIN source ON source.id = notice.source
                JOIN run ON run.id = notice.run WHERE source.name = ? AND code = ? ORDER BY notice.run
                """, arguments: [name, code]
        ).map { row in
            var notice = NoticeRecord(
                source: name, code: row["code"], isHeld: row["held"], zh: row["zh"], en: row["en"])
            notice.at = Moment(row["at"]) ?? notice.at
            return notice
        }
    }
}
