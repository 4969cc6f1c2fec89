import ArgumentParser
import Catalogues
import Pipeline
import Reports

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes a folder a workspace for the nightly run: writes its specsync.yaml.",
        discussion: """
            Reads each file, writes down how it is understood, and leaves what no file says as comments to fill in.

            Exit code: 0 written, 2 a file cannot be read or there is a specsync.yaml already, 64 wrong usage.
            """)

    @Option(
        name: .customLong("supplier"),
        help: ArgumentHelp(
            "A supplier's catalogue: a file, a pattern like 'feeds/*.csv', or an address. Again for each supplier.",
            valueName: "file|address"))
    var suppliers: [String] = []
    @Option(
        name: .customLong("platform"),
        help: ArgumentHelp("A drop-ship platform's catalogue. Again for each.", valueName: "file|address"))
    var platforms: [String] = []
    @Option(help: ArgumentHelp("The shop's own export.", valueName: "file|address")) var shop: String
    @Option(help: ArgumentHelp("The order system's export.", valueName: "file|address")) var orders: String?
    @Option(help: "The language of reports: zh or en. Default: Chinese if the shop's titles are.")
    var language: Language?
    @Flag(help: "Replace a specsync.yaml that is there.") var force = false
    @Argument(help: "The workspace's folder; it is made if it is not there.") var folder = "."

    func validate() throws {
        if suppliers.isEmpty, platforms.isEmpty {
            throw ValidationError("Say with what the shop is compared: --supplier or --platform.")
        }
    }

    func run() throws {
        try Console.answering {
            let draft = try WorkspaceDraft(
                folder: folder,
                [.init(.shop, shop)] + suppliers.map { .init(.supplier, $0) } + platforms.map { .init(.platform, $0) }
                    + (orders.map { [.init(.orders, $0)] } ?? []),
                language: language)
            try draft.write(isForced: force)
            Console.print(draft.summary)
        }
    }
}
