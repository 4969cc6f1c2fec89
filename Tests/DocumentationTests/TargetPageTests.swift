import Foundation
import Reconciliation
import Testing

@testable import Pipeline

/// Targets.md: every rule of every built-in target with its source, and every key of the file.
@Suite struct TargetPageTests {
    private static let page = Documents.page("Targets")

    private static func row(_ name: String, _ rule: ListingTarget.Rule, _ says: String) -> String {
        let host = rule.source.dropFirst("https://".count).prefix { $0 != "/" }
        // A bar would end the cell.
        let says = says.replacing("|", with: "\\|")
        return
            "| `\(name)` | `\(rule.name)` | \(says) | [\(host)](\(rule.source)) | \(rule.isFirstHand ? "yes" : "no") |"
    }

    @Test func everyRuleIsInTheTable() throws {
        let section = try #require(Self.page.section("## Every rule"))
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        let expected = ListingTargets.builtInNames.flatMap { name in
            (ListingTargets.named(name)?.statements ?? []).map { Self.row(name, $0.rule, $0.says) }
        }
        #expect(rows == expected, "the rows must be:\n\(expected.joined(separator: "\n"))")
    }

    @Test func everyTargetIsNamed() throws {
        let section = try #require(Self.page.section("## The built-in targets"))
        #expect(section.namesInTables == ListingTargets.builtInNames)
        for name in ListingTargets.builtInNames {
            let target = try #require(ListingTargets.named(name))
            let rules = target.statements
            let seen = rules.count { $0.rule.isFirstHand }
            #expect(
                section.contains("| `\(name)` | \(target.title) | \(rules.count) | \(seen) | \(target.note) |"),
                "\(name): \(rules.count), \(seen), “\(target.note)”")
        }
    }

    @Test func describesEveryKey() throws {
        let reference = try #require(Self.page.section("## Every key"))
        let keys = TargetFile.keys + TargetFile.limits.map(\.key) + TargetFile.others
        #expect(Set(reference.namesInTables) == Set(keys))
        for attribute in TargetFile.attributes {
            #expect(reference.contains("`\(attribute)`"), "Targets.md does not name the attribute “\(attribute)”")
        }
        for unit in ListingTarget.Unit.allCases {
            #expect(reference.contains("`\(unit.rawValue)`"), "Targets.md does not name the unit “\(unit.rawValue)”")
        }
    }

    @Test func examplesAreTargets() throws {
        let examples = Self.page.blocks("yaml").filter { $0.hasPrefix("name:") }
        #expect(examples.count == 1)
        for example in examples { _ = try TargetFile.parse(example, file: "example.yaml") }
    }
}
