import ArgumentParser
import Catalogues
import Feeds
import Pipeline
import Reconciliation
import Reports

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Compares a supplier's catalogue with the shop's listing.",
        discussion: """
            Reads both files, works out which variant is which, and says what no longer agrees. No set-up is needed; the \
            format of each file is recognised from the file (see “specsync inspect FILE”).

            Exit code: 0 nothing to do, 1 mismatches at or above --fail-on, 2 could not run, 64 wrong usage.
            """)

    @OptionGroup var input: InputOptions
    @Option(
        name: .customLong("out"),
        help: ArgumentHelp(
            "Write mapping.csv, mismatches.csv, specs.csv, report.html and report.json into this folder.",
            valueName: "dir"))
    var folder: String?
    @Option(
        name: .customLong("leg"),
        help: ArgumentHelp(
            "A further leg, compared with the shop, too: platform=FILE or orders=FILE.", valueName: "leg=file"))
    var legs: [LegArgument] = []
    @Option(
        help: ArgumentHelp(
            "equal, floor, markup:1.35 or markup:1.35+-0.05. Default: equal where both files carry the same kind of price, else floor.",
            valueName: "rule"))
    var priceRule: PriceRule?
    @Option(help: "What goes to standard output: text (a summary), csv (mismatches.csv) or json (report.json).")
    var format = Format.text
    @Option(
        help: ArgumentHelp(
            "The least severity that makes the exit code 1: critical, major, minor or info.", valueName: "severity"))
    var failOn = FailOn.minor
    @Flag(help: "Say on standard error how long each stage took, by the clock and in processor time.") var timings =
        false

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, json }
    enum FailOn: String, CaseIterable, ExpressibleByArgument { case critical, major, minor, info }

    func run() throws {
        try Console.answering {
            var sync = SyncRun(job)
            let progress = ProgressLine()
            let stages = StageTimings()
            sync.progress = {
                progress.show($0.rawValue)
                stages.begin($0.rawValue)
            }
            let result = try sync.run()
            progress.clear()
            Console.tell(result.diagnostics, result.notes)
            stages.begin("answer")
            try answer(result)
            if timings { Console.tell(stages.text()) }
            let summary = result.outcome.summary
            let limit = MismatchCode.Severity.allCases.first { $0.name == failOn.rawValue } ?? .minor
            let found = MismatchCode.Severity.allCases.contains { $0 <= limit && summary.count($0) > 0 }
            if found { throw SpecSync.Exit.mismatches }
        }
    }

    private var job: Job {
        var job = input.job
        job.legs = legs.map { Job.Input($0.path, FeedOptions(leg: $0.leg)) }
        job.settings.priceRule = priceRule
        job.folder = folder
        return job
    }

    private func answer(_ result: SyncRun.Result) throws {
        switch format {
        case .text:
            let place = folder.map { $0.hasSuffix("/") ? $0 + "report.html" : $0 + "/report.html" } ?? ""
            Console.print(
                TextSummary.text(
                    result.report, isTerminal: Console.isTerminal, columns: Console.size.columns,
                    lines: Console.size.lines, furtherIn: place))
        case .csv: try MismatchesCSV.write(result.outcome, input.language, Console.write)
        case .json: try JSONReport.write(result.report, Console.write)
        }
    }
}
