import Catalogues
import Reconciliation

extension MailContent {
    /// The body as plain text, for whoever reads no HTML.
    var text: String {
        var lines = ["\(TerminalText.safe(report.shop)) · \(report.at.date) \(report.at.time)", "", headline.sentence]
        if !headline.further.isEmpty { lines.append(headline.further) }
        for notice in report.toldNotices {
            lines += ["", "! " + TerminalText.safe(say.notice(notice)), "  " + Texts.action(notice.code, language)]
            if let look = say.look(notice) { lines.append("  " + TerminalText.safe(look)) }
            if let release = say.release(notice) {
                lines.append("  " + say.label(.release) + TerminalText.safe(release))
            }
        }
        for part in parts {
            lines += ["", "== \(part.heading) =="]
            for item in part.items {
                lines.append("")
                lines.append("[\(Texts.name(item.severity, language))] \(item.heading)")
                lines += [item.subject, item.values, item.action].filter { !$0.isEmpty }.map { "  " + $0 }
                lines.append("  " + item.life + (item.risk.isEmpty ? "" : " · " + item.risk))
            }
            if part.left > 0 { lines += ["", left(part.left)] }
        }
        lines += ["", say.label(.attached), say.label(.history) + "specsync history mismatch " + say.label(.numbers)]
        return lines.map { $0 + "\n" }.joined()
    }
}
