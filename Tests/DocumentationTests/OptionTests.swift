import Foundation
import Testing

/// The options of the command line are all described, and no others.
@Suite struct OptionTests {
    private static func options(_ text: some StringProtocol) -> Set<String> {
        Set(String(text).matches(of: /--[a-z][a-z-]*[a-z]/).map { String($0.0) })
    }

    private static func help(_ command: [String]) throws -> Set<String> {
        try options(Program.run(["help"] + command).output)
    }

    private static let commands = [
        ["diff"], ["check"], ["explain"], ["inspect"], ["profiles", "list"], ["profiles", "show"], ["targets", "list"],
        ["targets", "show"],
        ["lexicon", "explain"],
        ["mapping", "confirm"],
        ["mapping", "reject"], ["mapping", "list"], ["mapping", "read"], ["init"], ["doctor"], ["schedule", "install"],
        ["schedule", "show"], ["schedule", "remove"], ["run"], ["history", "runs"], ["history", "open"],
        ["history", "mismatch"], ["asof"], ["acknowledge"], ["export", "ledger"],
    ]

    @Test(arguments: commands)
    func areDescribed(_ command: [String]) throws {
        let described = Self.options(Documents.all.map(\.1).joined(separator: "\n"))
        let missing = try Self.help(command).subtracting(["--help"]).subtracting(described)
        #expect(missing.isEmpty, "neither README.md nor a page names \(missing.sorted())")
    }

    @Test func exist() throws {
        let known = try Self.commands.reduce(into: Set<String>()) { $0.formUnion(try Self.help($1)) }
        for (path, text) in Documents.all {
            let unknown = Self.options(text).subtracting(known)
            #expect(unknown.isEmpty, "\(path) names options that no command has: \(unknown.sorted())")
        }
    }

    /// Each command of the program stands in the list above, so that none goes undescribed.
    @Test func areOfEveryCommand() throws {
        func subcommands(_ help: String) -> [String] {
            guard let list = help.range(of: "SUBCOMMANDS:") else { return [] }
            return help[list.upperBound...].matches(of: /(?m)^ {2}([a-z]+)\s/).map { String($0.1) }
        }
        for command in try subcommands(Program.run(["help"]).output) {
            let further = try subcommands(Program.run(["help", command]).output)
            let paths = further.isEmpty ? [[command]] : further.map { [command, $0] }
            for path in paths {
                #expect(Self.commands.contains(path), "\(path.joined(separator: " ")) is not looked at")
            }
        }
    }

    /// Exit codes, severities and languages as the help has them.
    @Test func defaultsAreTrue() throws {
        let help = try Program.run(["help", "diff"]).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(help.contains("0 nothing to do, 1 mismatches at or above --fail-on, 2 could not run, 64 wrong usage"))
        #expect(help.contains("critical, major, minor or info. (values: critical, major, minor, info; default: minor)"))
        for code in ["0", "1", "2", "64"] {
            #expect(Documents.readme.contains("\n| \(code) | "))
            #expect(Documents.page("Outputs").section("## Exit codes")?.contains("\n| \(code) | ") == true)
        }
    }
}
