import ArgumentParser
import Catalogues
import Pipeline
import Reports

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "What the ledger remembers: runs, and the life of each mismatch.",
        subcommands: [Runs.self, Open.self, OfMismatch.self], defaultSubcommand: Runs.self)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    struct Options: ParsableArguments {
        @OptionGroup var workspace: WorkspaceOption
        @Option(help: "text or json.") var format = Format.text
    }

    struct Runs: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "runs", abstract: "The runs, newest first.")
        @OptionGroup var options: Options
        @Option(help: ArgumentHelp("How many at most.", valueName: "count")) var last = 30

        func run() throws {
            try Console.answering {
                let history = try History(try options.workspace.read())
                if options.format == .json { return try history.writeRuns(last, Console.write) }
                Console.print(try history.runs(last, columns: Console.size.columns))
            }
        }
    }

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: "The mismatches that are open now, with their numbers.")
        @OptionGroup var options: Options

        func run() throws {
            try Console.answering {
                let history = try History(try options.workspace.read())
                if options.format == .json { return try history.writeOpen(Console.write) }
                Console.print(try history.open(at: WallClock.now, columns: Console.size.columns))
            }
        }
    }

    struct OfMismatch: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mismatch", abstract: "All that happened to one mismatch.")
        @OptionGroup var options: Options
        @Argument(help: "Its number, as reports show it: 1042 or #1042.") var id: String

        func run() throws {
            try Console.answering {
                let history = try History(try options.workspace.read())
                if options.format == .json { return try history.writeMismatch(id, Console.write) }
                Console.print(try history.mismatch(id, columns: Console.size.columns))
            }
        }
    }
}

struct AsofCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "asof", abstract: "What a code meant on a day, and which variant it was sent as.",
        discussion: "For disputes: “what did this SKU mean on 3 November?”. The code may be the shop's or a supplier's."
    )
    @OptionGroup var options: HistoryCommand.Options
    @Argument(help: "The day, as 2026-11-03.") var date: WallClock
    @Argument(help: "The code.") var sku: String

    func run() throws {
        try Console.answering {
            let history = try History(try options.workspace.read())
            if options.format == .json { return try history.writeAsof(date.moment, sku, Console.write) }
            Console.print(try history.asof(date.moment, sku))
        }
    }
}

struct AcknowledgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge",
        abstract: "Says that somebody knows of a mismatch, so that reports fold it away until a day.")
    @OptionGroup var workspace: WorkspaceOption
    @Argument(help: "Its number, as reports show it: 1042 or #1042.") var id: String
    @Option(help: "Who.") var by: String
    @Option(help: "Why it can wait.") var reason: String
    @Option(help: ArgumentHelp("Until which day, as 2026-12-01; until it is resolved by default.", valueName: "date"))
    var until: WallClock?
    @Option(help: ArgumentHelp("What time it is; the clock's by default.", valueName: "time")) var now: WallClock?

    func run() throws {
        try Console.answering {
            let history = try History(try workspace.read())
            Console.print(
                try history.acknowledge(
                    id, by: by, reason: reason, until: until?.moment, at: now?.moment ?? WallClock.now))
        }
    }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Hands out what the workspace keeps.", subcommands: [OfLedger.self])

    struct OfLedger: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ledger", abstract: "Writes every table of the ledger as a CSV file.")
        @OptionGroup var workspace: WorkspaceOption
        @Option(
            name: .customLong("out"),
            help: ArgumentHelp("The folder for the files.", valueName: "dir"))
        var folder: String

        func run() throws {
            try Console.answering {
                let count = try History(try workspace.read()).export(to: folder)
                Console.print("\(count) tables written to \(folder)\n")
            }
        }
    }
}
