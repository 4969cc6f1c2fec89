package import Catalogues
import struct Foundation.Data
import GRDB

/// A mail as it was made; it leaves after its run is written.
package struct MailRecord: Sendable {
    package enum State: String, Sendable {
        /// It has not left yet.
        case waiting
        case sent
        /// The server will never take it as it is.
        case refused
        /// Nobody wants it sent: the run was a dry one.
        case dry
    }

    package var id: Int64 = 0
    package var run = ""
    /// `operators`, or the source that is asked.
    package var name: String
    package var at: Moment
    package var messageID: String
    package var sender: String
    package var recipients: [String]
    package var subject: String
    /// As it goes over the wire.
    package var content: [UInt8]
    package var state = State.waiting
    package var attempts = 0
    /// What the server said last.
    package var answer = ""

    package init(
        name: String, at: Moment, messageID: String, sender: String, recipients: [String], subject: String,
        content: [UInt8]
    ) {
        self.name = name
        self.at = at
        self.messageID = messageID
        self.sender = sender
        self.recipients = recipients
        self.subject = subject
        self.content = content
    }
}

extension LedgerEntry {
    package func add(_ mail: MailRecord, run: Int64) throws {
        try database.execute(
            sql: """
                INSERT INTO mail (run, name, at, message_id, sender, recipients, subject, content, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run, mail.name, mail.at.text, mail.messageID, mail.sender, mail.recipients.joined(separator: "\n"),
                mail.subject, Data(mail.content), mail.state.rawValue,
            ])
    }

    /// The mails that have not left, and those of dry runs that are no file yet, oldest first.
    package func waitingMails() throws -> [MailRecord] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT mail.*, run.name AS run_name FROM mail JOIN run ON run.id = mail.run
                WHERE state = 'waiting' OR (state = 'dry' AND content <> x'')
                ORDER BY mail.id
                """
        ).map { row in
            var mail = MailRecord(
                name: row["name"], at: Moment(row["at"]) ?? Moment(seconds: 0), messageID: row["message_id"],
                sender: row["sender"],
                recipients: (row["recipients"] as String).split(separator: "\n").map(String.init),
                subject: row["subject"], content: [UInt8](row["content"] as Data))
            mail.id = row["id"]
            mail.run = row["run_name"]
            mail.state = MailRecord.State(rawValue: row["state"]) ?? .waiting
            mail.attempts = row["attempts"]
            mail.answer = row["answer"]
            return mail
        }
    }

    /// Whether a mail of a name was made on a day already.
    package func hasMail(named name: String, onDayOf at: Moment) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM mail WHERE name = ? AND at LIKE ? AND state <> 'dry')",
            arguments: [name, at.date + "T%"]) ?? false
    }

    /// Notes how an attempt to send a mail ended. Its content is let go when it is sent.
    ///
    /// - Parameter recipients: for whom it still waits, or who were to get it.
    package func note(
        mail id: Int64, _ state: MailRecord.State, to recipients: [String], answer: String, at: Moment
    ) throws {
        try database.execute(
            sql: """
                UPDATE mail SET state = CASE WHEN state = 'dry' THEN 'dry' ELSE ?1 END, answer = ?2, attempts = attempts + 1,
                    sent = CASE WHEN ?1 = 'sent' THEN ?3 END,
                    content = CASE WHEN ?1 = 'sent' THEN x'' ELSE content END, recipients = ?5
                WHERE id = ?4
                """, arguments: [state.rawValue, answer, at.text, id, recipients.joined(separator: "\n")])
    }

    /// A run whose mail nobody got has told nobody.
    package func forgetTold(mail id: Int64) throws {
        try database.execute(
            sql: "UPDATE run SET told = 0 WHERE id = (SELECT run FROM mail WHERE id = ?)", arguments: [id])
    }

    // MARK: What suppliers were asked

    /// The questions that a source was asked after a moment.
    package func questions(toSource name: String, after: Moment) throws -> Set<String> {
        try Set(
            String.fetchAll(
                database,
                sql: """
                    SELECT key FROM question JOIN source ON source.id = question.source
                    WHERE source.name = ? AND at > ?
                    """, arguments: [name, after.text]))
    }

    package func asked(_ keys: some Sequence<String>, source: Int64, run: Int64, at: Moment) throws {
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO question (source, key, run, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (source, key) DO UPDATE SET run = excluded.run, at = excluded.at
                """)
        for key in keys { try insert.execute(arguments: [source, key, run, at.text]) }
    }
}
