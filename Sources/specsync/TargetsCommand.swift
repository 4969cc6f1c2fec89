import ArgumentParser
import Pipeline
import Reconciliation

struct TargetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "targets", abstract: "The platforms whose rules a listing can be held against.",
        subcommands: [List.self, Show.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the built-in targets and those of the workspace.")

        @OptionGroup var workspace: WorkspaceOption

        func run() throws {
            try Console.answering {
                let own = ListingTargets.ownNames(in: workspace.folder)
                let names = own + ListingTargets.builtInNames.filter { !own.contains($0) }
                let width = names.map(\.count).max() ?? 0
                for name in names {
                    let target = try ListingTargets.find(name, in: workspace.folder)
                    let rules = target.statements
                    let seen = rules.count { $0.rule.isFirstHand }
                    Console.print(
                        "\(name)\(String(repeating: " ", count: width - name.count))  \(target.title): \(rules.count) rules, \(seen) read at their source\n"
                    )
                    if !target.note.isEmpty {
                        Console.print("\(String(repeating: " ", count: width))  \(target.note)\n")
                    }
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a target, as a start for one of your own.")

        @Argument(help: "The name of a target.") var name: String
        @OptionGroup var workspace: WorkspaceOption

        func run() throws {
            try Console.answering {
                Console.print(try ListingTargets.source(name, in: workspace.folder))
            }
        }
    }
}
