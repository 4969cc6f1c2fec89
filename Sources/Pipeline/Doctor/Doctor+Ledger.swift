import Catalogues
import Ledgers
import Reports

extension Doctor {
    /// Whether the ledger can be read, if there is one, and whether mails wait in it.
    func ledger() -> [Check] {
        let path = workspace.ledgerPath
        guard Folders.exists(path) else { return [] }
        do {
            let (runs, waiting) = try Ledger(path: path).read { entry in
                (try entry.runs(atMost: 1), try entry.waitingMails().filter { $0.state == .waiting })
            }
            var checks: [Check] = []
            if let last = runs.first {
                checks.append(good("specsync.db", DoctorTexts.lastRun(last.at.date + " " + last.at.time)))
            }
            if let mail = waiting.first {
                checks.append(
                    Check(
                        mark: .advice, subject: "specsync.db", text: DoctorTexts.mailsWait(waiting.count),
                        remedy: mail.answer.isEmpty ? nil : DoctorTexts.same(mail.answer)))
            }
            return checks
        } catch {
            return [told("specsync.db", error)]
        }
    }
}
