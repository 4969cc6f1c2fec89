import ArgumentParser
import Feeds

struct ProfilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles", abstract: "The kinds of files that are understood.",
        subcommands: [List.self, Show.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the built-in profiles.")

        func run() throws {
            let profiles = Profile.builtIn
            let width = profiles.map(\.name.count).max() ?? 0
            for profile in profiles {
                let name = profile.name + String(repeating: " ", count: width - profile.name.count)
                let formats = profile.formats.map { $0.rawValue.uppercased() }.joined(separator: ", ")
                Console.print(
                    "\(name)  \(formats.count < 8 ? formats + String(repeating: " ", count: 8 - formats.count) : formats)  \(profile.title)\n"
                )
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a profile, as a start for one of your own.")

        @Argument(help: "The name of a built-in profile.") var name: String

        func run() throws {
            try Console.answering {
                let profile = try Profile.find(name)
                Console.print(Profile.source(named: profile.name) ?? "")
            }
        }
    }
}
