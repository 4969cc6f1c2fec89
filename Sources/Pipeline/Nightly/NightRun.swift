package import Catalogues
import Feeds
import Ledgers
import Lexicons
package import Reconciliation
package import Reports

/// One night: what `SyncRun` does for two files, for all sources of a workspace, with the memory of the nights before.
///
/// The stages are the same and stand in the same order. What is new is `arrive`, which gets the files, and `record`,
/// which remembers; from there on everything happens within one transaction of the ledger, so that a night is in it
/// whole or not at all.
package struct NightRun {
    package let workspace: Workspace
    /// What time it is, on the wall clock; and how many seconds that clock is ahead of UTC.
    package let now: Moment
    package let localOffset: Int
    /// Mails are written into `outbox/` and not sent.
    package var isDry = false
    /// Whose held file is let through, by whom, and why.
    package var releases: [Release] = []
    package var progress: (String) -> Void = { _ in }

    package struct Release: Sendable {
        package var source: String
        package var by: String
        package var reason: String

        package init(source: String, by: String, reason: String) {
            self.source = source
            self.by = by
            self.reason = reason
        }
    }

    package struct LogLine: Sendable {
        package var isWarning: Bool
        package var text: String
    }

    package struct Result: Sendable {
        package var report: NightReport
        /// The folder of the run's files.
        package var folder: String
        /// Whether anything at or above the workspace's `fail on` is open.
        package var hasFindings: Bool
        package var diagnostics: [Diagnostics]
        package var notes: [Diagnostic]
        package var mails: [Outbox.Delivery]
        /// Sources that were to be let through and that no guard held.
        package var idleReleases: [String]

        package var page: String { folder + "/" + NightFiles.page }
    }

    package init(_ workspace: Workspace, now: Moment, localOffset: Int) {
        self.workspace = workspace
        self.now = now
        self.localOffset = localOffset
    }

    package func run() throws -> Result {
        // “specsync history” holds it for a moment; a night is not given up for that.
        let lock = try WorkspaceLock(folder: workspace.path(".specsync"), patience: 1)
        defer { withExtendedLifetime(lock) {} }
        let ledger = try Ledger(path: workspace.ledgerPath)
        let publication = Publication(folder: workspace.path("reports"))
        try ledger.read { try publication.recover($0) }
        try checkReleases()

        progress("understand")
        let (lexicon, wordProblems) = try LexiconFiles.load(workspace.lexicons.map(workspace.path))

        progress("ingest")
        let intake = Intake(self, ledger, lexicon)
        let sources = try intake.sources()

        progress("match")
        let compared = try Comparisons(sources, workspace, lexicon, ledger)

        let outcome = try ledger.write { entry in
            progress("record")
            var record = try NightRecord(self, entry, sources, compared, lexicon)
            try record.write()

            progress("report")
            let report = try record.report()
            try publication.prepare(record.name)
            try NightFolder(report, compared, record).write(to: publication.hidden(record.name))
            try Outbox(self).make(report, record, filesIn: publication.hidden(record.name))
            return (report: report, name: record.name)
        }
        try publication.show(outcome.name)
        publication.prune(to: workspace.keptReports)
        let inForce = try ledger.read { try $0.digestsInForce() }
        let held = sources.filter { $0.verdict.verdict == .held || $0.verdict.verdict == .refused }.map(\.name)
        intake.store.prune(keeping: inForce, held: Set(held))

        progress("deliver")
        let mails = try Outbox(self).deliver(from: ledger)
        let report = outcome.report
        let hasFindings =
            report.findings.contains {
                $0.code.severity <= workspace.failOn && ($0.state == .new || $0.state == .back || $0.state == .open)
            } || report.notices.contains { $0.code.severity <= workspace.failOn }
        return Result(
            report: report, folder: publication.shown(outcome.name), hasFindings: hasFindings,
            diagnostics: sources.compactMap { $0.catalogue?.diagnostics }, notes: wordProblems, mails: mails,
            idleReleases: releases.map(\.source).filter { name in
                !sources.contains { $0.name == name && $0.verdict.verdict == .released }
            })
    }

    private func checkReleases() throws {
        for release in releases where !workspace.sources.contains(where: { $0.name == release.source }) {
            throw RunError(
                "error: --release \(release.source): the workspace has no such source\n  It has: \(workspace.sources.map(\.name).joined(separator: ", "))."
            )
        }
    }
}

extension Workspace {
    package var decisionsPath: String { path(decisions) }

    package var ledgerPath: String { path("specsync.db") }
}
