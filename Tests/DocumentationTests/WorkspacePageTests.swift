import Catalogues
import Feeds
import Foundation
import Reconciliation
import Reports
import Testing

@testable import Pipeline

/// Workspace.md: every key that the reader knows, its default, and an example that holds them all.
@Suite struct WorkspacePageTests {
    private static let page = Documents.page("Workspace")

    /// The keys that the table under a heading, or behind “In `…`:”, names.
    private static func keys(_ place: String) throws -> [String] {
        let part: String
        if place.hasPrefix("#") {
            part = try #require(page.section(place))
        } else {
            let start = try #require(page.range(of: place))
            part = String(page[start.upperBound...])
        }
        // The first table only.
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("|") }
        return lines.prefix { $0.hasPrefix("|") }.joined(separator: "\n").namesInTables
    }

    @Test(
        arguments: [
            ("### The shop", WorkspaceFile.keys), ("### Sources", WorkspaceFile.sourceKeys),
            ("In `expected`:", WorkspaceFile.arrivalKeys), ("In `contact`:", WorkspaceFile.contactKeys),
            ("In `rules`:", WorkspaceFile.ruleKeys), ("### Guards", WorkspaceFile.guardKeys.map(\.name)),
            ("In `mail`:", WorkspaceFile.mailKeys),
        ])
    func describesEveryKey(_ place: String, _ keys: [String]) throws {
        #expect(try Self.keys(place).sorted() == keys.sorted())
    }

    @Test func theDefaultsOfGuardsAreTrue() {
        for (name, _, path) in WorkspaceFile.guardKeys {
            #expect(Self.page.contains("| `\(name)` | `\(GuardSettings()[keyPath: path])` |"))
        }
    }

    @Test func otherDefaultsAreTrue() throws {
        let workspace = Workspace(folder: ".")
        #expect(Self.page.contains("| `decisions` | `\(workspace.decisions)` |"))
        #expect(Self.page.contains("| `keep reports` | `\(workspace.keptReports)` |"))
        #expect(Self.page.contains("| `language` | `\(workspace.language.rawValue)` |"))
        #expect(Self.page.contains("| `fail on` | `\(workspace.failOn.name)` |"))
    }

    @Test func theExampleIsAWorkspace() throws {
        let example = try #require(Self.page.blocks("yaml").first)
        let workspace = try Workspace.parse(example, folder: ".")
        #expect(workspace.sources.map(\.leg) == [.shop, .supplier, .platform, .orders])
        #expect(workspace.mail?.operators.count == 2)
        let keys = [
            WorkspaceFile.keys, WorkspaceFile.sourceKeys, WorkspaceFile.arrivalKeys, WorkspaceFile.contactKeys,
            WorkspaceFile.ruleKeys,
        ].joined()
        for key in keys { #expect(example.contains("\(key): ") || example.contains("\(key):\n"), "\(key)") }
    }

    /// The commands of the page's beginning, on the demo.
    @Test func theFirstStepsWork() throws {
        try Program.withFolder { folder in
            let demo = Documents.repository.appending(path: "fixtures/demo")
            for file in ["supplier.xml", "shop.csv"] {
                try FileManager.default.copyItem(at: demo.appending(path: file), to: folder.appending(path: file))
            }
            let commands = try #require(Self.page.section("## From an empty folder")?.blocks("sh").first)
            let shop = folder.appending(path: "myshop")
            try FileManager.default.createDirectory(at: shop, withIntermediateDirectories: true)
            for line in commands.split(separator: "\n") where line.hasPrefix("specsync ") {
                let answer = try Program.run(line.split(separator: " ").dropFirst().map(String.init), in: shop)
                #expect(answer.errors.isEmpty, "\(line): \(answer.errors)")
                #expect(!answer.output.contains("mend "), "\(line): \(answer.output)")
            }
            let workspace = try Workspace.read(folder: shop.path)
            #expect(workspace.sources.map(\.feed) == ["../shop.csv", "../supplier.xml"])
            #expect(workspace.language == .zh)
        }
    }
}
