import ArgumentParser
import Catalogues
import Glibc
import Logging
import Pipeline
import Reconciliation
import Reports

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "One night: fetches all sources of a workspace, compares, remembers, reports, mails.",
        discussion: """
            Reads specsync.yaml (see “specsync init”). Files of the run lie in reports/RUN/, the newest also as \
            reports/latest/; what was found when, and what became of it, stands in specsync.db (see “specsync history”).

            Exit code: 0 nothing to do, 1 findings at or above the workspace's “fail on” are open, 2 could not run, 64 \
            wrong usage.
            """)

    @OptionGroup var workspace: WorkspaceOption
    @Flag(help: "Send no mail: write what would be sent into outbox/.") var dryRun = false
    @Option(
        help: ArgumentHelp(
            "Let the file of a source through that a guard held back. Say who and why.", valueName: "source"))
    var release: [String] = []
    @Option(help: "Who lets it through.") var by = ""
    @Option(help: "Why.") var reason = ""
    @Option(help: ArgumentHelp("What time it is, as 2026-11-03T02:30; the clock's by default.", valueName: "time"))
    var now: WallClock?
    @Option(help: "How the log on standard error is written: text or json.") var log = LogFormat.text

    enum LogFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

    func validate() throws {
        if !release.isEmpty, by.isEmpty || reason.isEmpty {
            throw ValidationError("--release needs --by and --reason: the ledger keeps who let it through, and why.")
        }
    }

    func run() throws {
        try Console.answering {
            let workspace = try workspace.read()
            var night = NightRun(
                workspace, now: now?.moment ?? WallClock.now, localOffset: WallClock.localOffset)
            night.isDry = dryRun
            night.releases = release.map { NightRun.Release(source: $0, by: by, reason: reason) }
            let progress = ProgressLine()
            night.progress = { progress.show($0) }
            let result = try night.run()
            progress.clear()
            tell(result)
            Console.print(NightText.outcome(result.report, page: result.page) + "\n")
            if result.hasFindings { throw SpecSync.Exit.mismatches }
        }
    }

    /// What an unattended run has to say besides its outcome.
    private func tell(_ result: NightRun.Result) {
        if log == .text, isatty(STDERR_FILENO) == 1 {
            for line in result.log { Console.tell(line.text) }
            return
        }
        let handler: any LogHandler = log == .json ? JSONLog() : StreamLogHandler.standardError(label: "specsync")
        var logger = Logger(label: "specsync") { _ in handler }
        logger.logLevel = .info
        for line in result.log { logger.log(level: line.isWarning ? .warning : .info, "\(line.text)") }
    }
}
