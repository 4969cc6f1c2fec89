package import Catalogues
import Ledgers
import Reconciliation
import Reports
import Transport

/// The mails of a run: made while the run is written, so that they are in the ledger with it; handed over afterwards,
/// and again by each later run as long as the server has not taken them.
package struct Outbox {
    let night: NightRun
    private var workspace: Workspace { night.workspace }

    init(_ night: NightRun) { self.night = night }

    /// What became of one mail.
    package struct Delivery: Sendable {
        package var run: String
        package var name: String
        package var isSent: Bool
        /// It is a file for a person to look at, and nobody else will see it.
        package var isDry: Bool
        /// What the server said, or the file that it was written to.
        package var answer: String
    }

    /// An attachment larger than this stays behind; the report says where the file lies.
    private static let attachmentLimit = 8 << 20
    /// A mail that has not left after so many days tells nobody anything any more.
    private static let patience = 7

    // MARK: Making

    /// Makes the mails of a run, and the messages to its suppliers, and writes how the run ended.
    func make(_ report: NightReport, _ record: NightRecord, filesIn folder: String) throws {
        var record = record
        var told = RunRecord.Told.no
        if let mail = workspace.mail, try isDue(report, record, mail) {
            let body = MailBody(report)
            try add(
                "operators", to: mail.operators, subject: body.subject, text: body.text, html: body.html,
                attachments: [
                    (NightFiles.page, "text/html; charset=utf-8"), (NightFiles.mismatches, "text/csv; charset=utf-8"),
                ].compactMap { attachment(folder, $0.0, $0.1) }, mail, record)
            told = night.isDry ? .dry : .sent
        }
        try makeMessages(report, record, filesIn: folder)
        try record.finish(report, told: told)
    }

    /// Whether the operators get a mail: there is something to tell, and they have had none today.
    private func isDue(_ report: NightReport, _ record: NightRecord, _ mail: MailSettings) throws -> Bool {
        if mail.isQuiet, !MailBody.hasNews(report), try !hasRenames(report, record) { return false }
        if night.isDry { return true }
        return try !record.entry.hasMail(named: "operators", onDayOf: night.now)
    }

    /// Whether a supplier has given other words to something that the shop sells: no mismatch yet, but the listing should
    /// follow.
    private func hasRenames(_ report: NightReport, _ record: NightRecord) throws -> Bool {
        let renamed = report.changes.filter {
            ($0.kind == .specRenamed && !$0.isSpelling) || $0.kind == .meaningChanged || $0.kind == .relisted
        }
        return try Dictionary(grouping: renamed, by: \.source).contains { source, changes in
            try !record.entry.codesOnSale(ofSource: source, changes.map(\.sku)).isEmpty
        }
    }

    /// What suppliers and platforms must answer: a text to paste each, and a mail where the workspace wants that.
    private func makeMessages(_ report: NightReport, _ record: NightRecord, filesIn folder: String) throws {
        let week = Moment(seconds: night.now.seconds - 7 * 86_400)
        for source in record.sources where source.settings.leg == .supplier || source.settings.leg == .platform {
            let contact = source.settings.contact
            let recent = try record.entry.changes(since: week, [.specRenamed, .meaningChanged, .relisted])
            let asked = try record.entry.questions(toSource: source.name, after: week)
            let listed = try record.entry.codesOnSale(
                ofSource: source.name, recent.filter { $0.source == source.name }.map(\.sku))
            guard
                let message = SupplierMessage(
                    report, source: source.name, contact: contact.name, language: contact.language ?? report.language,
                    asked: asked, changes: recent, concerns: { listed.contains($0.sku) })
            else { continue }
            try Folders.make(folder + "/" + NightFiles.messages)
            let path = folder + "/" + NightFiles.messages + "/" + NightFiles.stem(source.name) + ".txt"
            try OutputFolder.replace(path) { sink in
                try Array(message.text.utf8).withUnsafeBytes { try sink($0) }
            }
            if !night.isDry {
                try record.entry.asked(message.keys, source: source.number, run: record.run.id, at: night.now)
            }
            if let mail = workspace.mail, mail.toSuppliers, !contact.email.isEmpty {
                let name = contact.name.isEmpty ? contact.email : "\(contact.name) <\(contact.email)>"
                try add(
                    source.name, to: [name], subject: message.subject, text: message.text, html: nil, attachments: [],
                    mail, record)
            }
        }
    }

    private func attachment(_ folder: String, _ name: String, _ type: String) -> MailMessage.Attachment? {
        guard let bytes = Folders.bytes(of: folder + "/" + name), bytes.count <= Self.attachmentLimit else {
            return nil
        }
        return MailMessage.Attachment(name: name, mediaType: type, bytes: bytes)
    }

    private func add(
        _ name: String, to recipients: [String], subject: String, text: String, html: String?,
        attachments: [MailMessage.Attachment], _ mail: MailSettings, _ record: NightRecord
    ) throws {
        var message = MailMessage(
            from: mail.from, to: recipients, subject: subject,
            seconds: night.now.seconds - Int64(night.localOffset), localOffset: night.localOffset,
            messageID: messageID(name, record.name, mail), text: text, html: html)
        message.attachments = attachments
        do {
            var made = MailRecord(
                name: name, at: night.now, messageID: message.messageID, sender: mail.from, recipients: recipients,
                subject: subject, content: try message.rendered())
            made.state = night.isDry ? .dry : .waiting
            try record.entry.add(made, run: record.run.id)
        } catch let error as TransportError {
            throw RunError(error.description)
        }
    }

    /// The same for the same run of the same shop, so that mail systems drop a double.
    private func messageID(_ name: String, _ run: String, _ mail: MailSettings) -> String {
        let domain = mail.from.split(separator: "@").last.map { $0.filter { $0 != ">" && $0 != " " } } ?? "specsync"
        let key = String(UInt64(bitPattern: RowKey(workspace.shop, mail.from, name).number), radix: 16)
        return "<\(run).\(key).specsync@\(domain)>"
    }

    // MARK: Handing over

    /// Hands over what waits, oldest first, each once. Of a dry run it writes the files instead.
    func deliver(from ledger: Ledger) throws -> [Delivery] {
        let waiting = try ledger.read { try $0.waitingMails() }
        var deliveries: [Delivery] = []
        for mail in waiting where !night.isDry || mail.state == .dry {
            var mail = mail
            let (state, answer) = mail.state == .dry ? (.sent, try writeFile(mail)) : try hand(over: &mail)
            try ledger.write {
                try $0.note(mail: mail.id, state, to: mail.recipients, answer: answer, at: night.now)
                // What no operator got is still new.
                if state == .refused, mail.name == "operators" { try $0.forgetTold(mail: mail.id) }
            }
            deliveries.append(
                Delivery(
                    run: mail.run, name: mail.name, isSent: state == .sent, isDry: mail.state == .dry, answer: answer))
        }
        return deliveries
    }

    /// `outbox/2026-11-03T0230-operators.eml`
    private func writeFile(_ mail: MailRecord) throws -> String {
        let folder = workspace.path("outbox")
        try Folders.make(folder)
        let path = "\(folder)/\(mail.run)-\(NightFiles.stem(mail.name)).eml"
        try OutputFolder.replace(path) { sink in try mail.content.withUnsafeBytes { try sink($0) } }
        return path
    }

    /// - Parameter mail: it keeps the recipients that the server puts off.
    private func hand(over mail: inout MailRecord) throws -> (MailRecord.State, String) {
        guard let settings = workspace.mail else { return (.waiting, "the workspace has no mail server any more") }
        let server: MailServer
        do {
            server = settings.server(
                of: workspace, password: try settings.credentials.password(in: workspace.folder, of: "mail"))
        } catch {
            return (.waiting, Self.line(error.description))
        }
        switch server.deliver(mail.content, from: mail.sender, to: mail.recipients) {
        case .sent(let except):
            let refused = except.map { "\($0.address): \($0.reply.text)" }
            let answer = refused.isEmpty ? "" : "not to " + refused.joined(separator: ", ")
            let putOff = except.filter { $0.reply.code < 500 }.map(\.address)
            if putOff.isEmpty || night.now.days(since: mail.at) >= Self.patience { return (.sent, answer) }
            mail.recipients = putOff
            return (.waiting, answer)
        case .refused(let error): return (.refused, Self.line(error.description))
        case .later(let error), .unknown(let error):
            if night.now.days(since: mail.at) >= Self.patience {
                return (.refused, "given up after \(Self.patience) days: " + Self.line(error.description))
            }
            return (.waiting, Self.line(error.description))
        }
    }

    private static func line(_ text: String) -> String {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    }
}
