import ArgumentParser
import Catalogues
import Glibc
import Pipeline
import Reconciliation

struct MappingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mapping", abstract: "What people decided of pairs: confirm, reject, list, read back.",
        subcommands: [Confirm.self, Reject.self, List.self, Read.self])

    /// The options of one decision.
    struct PairOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "The file of decisions; it is made if it is not there. Default: the workspace's, or decisions.csv.",
                valueName: "file"))
        var decisions: String?
        @Option(help: ArgumentHelp("The workspace whose decisions they are.", valueName: "dir")) var workspace: String?
        @Argument(help: "The supplier's SKU.") var supplierSKU: String
        @Argument(help: "The shop's SKU.") var shopSKU: String
        @Option(help: "Who decided.") var by = ""
        @Option(help: "Why.") var note = ""
        @Option(help: ArgumentHelp("When, as 2026-11-21; today by default.", valueName: "date")) var at: String?

        func write(_ verdict: PersonDecision.Verdict) throws {
            try Console.answering {
                let file =
                    try decisions ?? workspace.map { try Workspace.read(folder: $0).decisionsPath } ?? "decisions.csv"
                let decision = PersonDecision(
                    verdict, supplierSKU: supplierSKU, shopSKU: shopSKU, by: by, at: at ?? Today.text, note: note)
                let count = try DecisionFile.add([decision], to: file)
                Console.print(
                    "\(verdict.rawValue) \(supplierSKU) = \(shopSKU); \(file) now holds \(count) decisions\n")
            }
        }
    }

    struct Confirm: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Says that two SKUs are the same variant.")
        @OptionGroup var pair: PairOptions

        func run() throws { try pair.write(.confirmed) }
    }

    struct Reject: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Says that two SKUs are not the same variant.")
        @OptionGroup var pair: PairOptions

        func run() throws { try pair.write(.rejected) }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the decisions of a file.")
        @Option(help: ArgumentHelp("The file of decisions.", valueName: "file")) var decisions = "decisions.csv"

        func run() throws {
            try Console.answering {
                for decision in try DecisionFile.read(decisions) {
                    let rest = [decision.at, decision.by, decision.note].filter { !$0.isEmpty }.joined(separator: ", ")
                    Console.print(
                        "\(decision.verdict.rawValue)  \(decision.supplierSKU) \(decision.supplierSpec) = \(decision.shopSKU) \(decision.shopSpec)\(rest.isEmpty ? "" : "  (\(rest))")\n"
                    )
                }
            }
        }
    }

    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes the decisions out of a mapping.csv that was edited in a spreadsheet.",
            discussion: """
                Write “confirmed” or “rejected” (or 确认, 否决) into the column decision. What the spreadsheet damaged (lost \
                zeros, 6.9E+12, sizes turned into dates) is restored from the file as it was written.
                """)
        @Argument(help: "The edited file.") var edited: String
        @Option(help: ArgumentHelp("The mapping.csv as it was written.", valueName: "file")) var written: String
        @Option(help: ArgumentHelp("The file of decisions to add to.", valueName: "file")) var decisions =
            "decisions.csv"

        func run() throws {
            try Console.answering {
                let mapping = try EditedMapping(edited: edited, written: written)
                for note in mapping.notes { Console.tell(note.description) }
                let count = try DecisionFile.add(mapping.decisions, to: decisions)
                Console.print("\(mapping.decisions.count) decisions read; \(decisions) now holds \(count)\n")
            }
        }
    }
}

/// The date of today, as a person writes it.
private enum Today {
    static var text: String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        var text = [CChar](repeating: 0, count: 16)
        strftime(&text, text.count, "%Y-%m-%d", &parts)
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
