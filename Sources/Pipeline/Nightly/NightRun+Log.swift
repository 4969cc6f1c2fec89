import Catalogues
import Reconciliation
import Reports

extension NightRun.Result {
    /// What an unattended run leaves in a log: what guards say, how the mails fared, and what was odd in the files.
    package var log: [NightRun.LogLine] {
        var lines = report.notices.map {
            NightRun.LogLine(
                isWarning: $0.code.severity < .info,
                text: "\($0.source): \($0.code.name): \($0.sentence[report.language])")
        }
        lines += mails.map { mail in
            let outcome = mail.isDry ? "written to" : mail.isSent ? "sent" : "not sent:"
            return NightRun.LogLine(
                isWarning: !mail.isSent,
                text: "mail \(mail.run) \(mail.name): \(outcome)\(mail.answer.isEmpty ? "" : " " + mail.answer)")
        }
        lines += idleReleases.map {
            NightRun.LogLine(isWarning: true, text: "\($0): nothing of it was held, so that nothing was let through")
        }
        for diagnostics in diagnostics {
            lines += diagnostics.kept.map { NightRun.LogLine(isWarning: $0.severity != .note, text: $0.description) }
        }
        return lines + notes.map { NightRun.LogLine(isWarning: true, text: $0.description) }
    }
}
