import ArgumentParser
import Catalogues
import Feeds
import Pipeline

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Says how a file is understood: encoding, columns, styles, axes, oddities.")

    @Argument(help: "A catalogue (CSV or XML).") var file: String
    @Option(name: .customLong("as"), help: "Read it as the file of this leg: supplier, platform, shop or orders.")
    var leg = Source.Leg.supplier
    @Option(help: ArgumentHelp("A built-in profile or a YAML file.", valueName: "name|file")) var profile: String?
    @Option(help: "The encoding, if it is not recognised.") var encoding: TextEncoding?
    @Option(help: "text or json.") var format = Format.text

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    func run() throws {
        try Console.answering {
            var options = FeedOptions(leg: leg)
            options.profile = profile
            options.encoding = encoding
            let inspection = try Inspection(file, options)
            switch format {
            case .text: Console.print(inspection.text(columns: Console.isTerminal ? Console.size.columns : 120))
            case .json: try inspection.writeJSON(Console.write)
            }
        }
    }
}
