import ArgumentParser
import Catalogues
import Feeds
import Pipeline
import Reconciliation
import Reports

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says whether a supplier's style, or a draft listing of it, may be listed.",
        discussion: """
            Without --draft it looks at the supplier's styles as a lister would: options, sizes, codes, barcodes, prices, \
            stock, titles, and what --target asks. With --draft it compares the draft with the supplier's catalogue, row \
            by row as “diff” does, says what to write instead, and looks at the draft by the same rules.

            Exit code: 0 may be listed, 1 something is found at or above --fail-on, 2 could not run, 64 wrong usage.
            """)

    @Argument(help: "The supplier's catalogue (CSV or XML).") var supplier: String
    @Option(
        name: .customLong("style"),
        help: ArgumentHelp("Only the style of this code; may be given several times.", valueName: "code"))
    var styles: [String] = []
    @Option(
        name: .customLong("target"),
        help: ArgumentHelp(
            "Where it is to be listed: a platform's name or a YAML file; may be given several times.",
            valueName: "name|file"))
    var targets: [String] = []
    @Option(help: ArgumentHelp("The draft of the listing, in the form of the shop's own export.", valueName: "file"))
    var draft: String?
    @Option(
        help: ArgumentHelp(
            "equal, floor, markup:1.35 or markup:1.35+-0.05. Default: a price below the supplier's is wrong.",
            valueName: "rule"))
    var priceRule: PriceRule?
    @Option(
        help: ArgumentHelp(
            "The least margin over the supplier's price, in per cent of the price.", valueName: "percent"))
    var margin: Int?
    @Option(help: "What comes out: text, json, csv or html.") var format = Format.text
    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("Write it into this file instead of standard output.", valueName: "file"))
    var file: String?
    @Option(
        help: ArgumentHelp(
            "The least severity that makes the exit code 1: error, warning or note.", valueName: "severity"))
    var failOn = FailOn.error
    @Option(
        name: .customLong("workspace"),
        help: ArgumentHelp(
            "A folder with specsync.yaml: its words, decisions, price rule and language hold, and what it knows of the style is told.",
            valueName: "dir"))
    var folder: String?
    @Option(
        help: ArgumentHelp(
            "How to read the supplier's file: a built-in profile or a YAML file.", valueName: "name|file"))
    var profile: String?
    @Option(help: "The encoding of the supplier's file, if it is not recognised.") var encoding: TextEncoding?
    @Option(help: ArgumentHelp("The same for the draft.", valueName: "name|file")) var draftProfile: String?
    @Option(help: "The encoding of the draft.") var draftEncoding: TextEncoding?
    @Option(
        name: .customLong("lexicon"),
        help: ArgumentHelp(
            "A CSV of your own words (kind,label,canonical); they come before the built-in ones.", valueName: "file"))
    var lexicons: [String] = []
    @Option(
        help: ArgumentHelp(
            "A CSV of what people confirmed or rejected: supplier_sku,shop_sku,decision, or a mapping.csv.",
            valueName: "file"))
    var decisions: String?
    @Option(help: "The language of the answer: zh or en. Default: the workspace's, else en.") var language: Language?
    @Flag(help: "The supplier's file holds some of the styles only: what it lacks may be elsewhere.") var partial =
        false

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, csv, html }
    enum FailOn: String, CaseIterable, ExpressibleByArgument { case error, warning, note }

    func validate() throws {
        if let margin, !(0..<100).contains(margin) {
            throw ValidationError("--margin is a share of the price: 0 to 99 per cent.")
        }
        if draft == nil, draftProfile != nil || draftEncoding != nil {
            throw ValidationError("--draft-profile and --draft-encoding are about a --draft.")
        }
    }

    func run() throws {
        try Console.answering {
            var check = CheckRun(try job())
            let progress = ProgressLine()
            check.progress = { progress.show($0.rawValue) }
            let result = try check.run()
            progress.clear()
            Console.tell(result.diagnostics, result.notes)
            try answer(result.report)
            let limit = ListingIssue.Severity.allCases.first { $0.name == failOn.rawValue } ?? .error
            let found = ListingIssue.Severity.allCases.contains { $0 <= limit && result.report.count($0) > 0 }
            if found { throw SpecSync.Exit.mismatches }
        }
    }

    private func job() throws -> CheckJob {
        let workspace = try folder.map { try Workspace.read(folder: $0) }
        var theirs = FeedOptions(leg: .supplier)
        theirs.profile = profile
        theirs.encoding = encoding
        theirs.isPartial = partial
        var job = CheckJob(supplier: .init(supplier, theirs))
        if let draft {
            var ours = FeedOptions(leg: .shop)
            ours.profile = draftProfile
            ours.encoding = draftEncoding
            job.draft = .init(draft, ours)
        }
        job.styles = styles
        job.targets = targets
        job.lexicons = lexicons
        job.decisions = decisions
        job.priceRule = priceRule
        job.leastMargin = margin
        if let workspace { job.take(workspace) }
        job.language = language ?? job.language
        return job
    }

    private func answer(_ report: CheckReport) throws {
        guard let file else { return try write(report, to: Console.write) }
        try OutputFolder.replace(file) { try write(report, to: $0) }
        Console.tell(CheckText.verdict(report))
    }

    private func write(_ report: CheckReport, to sink: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        switch format {
        case .text:
            let isTerminal = file == nil && Console.isTerminal
            var text = CheckText.text(report, isTerminal: isTerminal, columns: isTerminal ? Console.size.columns : 80)
            try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
        case .json: try CheckJSON.write(report, sink)
        case .csv: try CheckCSV.write(report, sink)
        case .html: try CheckHTML.write(report, sink)
        }
    }
}
