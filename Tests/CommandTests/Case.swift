import Foundation
import Testing

/// A folder of `fixtures/cases`: two files or more, and a README that says what must come of them.
///
/// A person and this test read the same lines of the README; what stands in round brackets is for the person alone.
/// - `- auto:`, `- review:`, `- none:` list the rows of mapping.csv, `SUPPLIER`=`SHOP` each; `-` is nobody.
/// - `- mismatches:` lists the rows of mismatches.csv: a code, `on`, and its pairs with `and` between them. Behind
///   `; no` stand codes that a reader might expect and that must not be there.
/// - `- warnings:` lists the places that are warned of on standard error; without it there is no warning.
/// - `- lines:` lists pairs of lines that stand in mapping.csv, `- evidence:` words that its evidence has.
/// - A table headed 款式 is specs.csv; in its 备注 every word in backticks must occur.
/// - Run with `OPTIONS` gives further arguments.
struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var folder: URL
    var readme: String

    var testDescription: String { name }

    static let all: [Case] = {
        let root = Program.repository.appending(path: "fixtures/cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().compactMap { name in
            let folder = root.appending(path: name)
            guard let readme = try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8) else {
                return nil
            }
            return Case(name: name, folder: folder, readme: readme)
        }
    }()

    static func named(_ name: String) throws -> Case { try #require(all.first { $0.name == name }) }

    /// The path of the file that begins with `leg.`, if there is one.
    func file(_ leg: String) throws -> String? {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().first { $0.hasPrefix(leg + ".") }
            .map { folder.appending(path: $0).path }
    }

    /// The arguments of `specsync` that compare the case's files.
    func arguments() throws -> [String] {
        var arguments = ["diff", try #require(try file("supplier")), try #require(try file("shop"))]
        for leg in ["platform", "orders"] {
            if let path = try file(leg) { arguments += ["--leg", "\(leg)=\(path)"] }
        }
        if let options = readme.firstMatch(of: /Run with `([^`]*)`/) {
            arguments += options.1.split(separator: " ").map(String.init)
        }
        return arguments
    }

    // MARK: What the README says

    /// What stands behind `- label:`, without what is in round brackets.
    func line(_ label: String) -> String? {
        let lines = readme.split(separator: "\n").filter { $0.hasPrefix("- \(label):") }
        guard let line = lines.first else { return nil }
        return line.dropFirst(label.count + 3).replacing(/\([^)]*\)/, with: "").trimmingCharacters(in: .whitespaces)
    }

    /// The pairs of a line such as `- auto:`.
    func pairs(_ label: String) throws -> [String] {
        let line = try #require(
            self.line(label), "the README of \(name) has no line “- \(label): …” (it may say “none”)")
        let pairs = line.matches(of: /`([^`]*)`=`([^`]*)`/).map { "\($0.1)=\($0.2)" }
        let rest = line.replacing(/`[^`]*`=`[^`]*`/, with: "").replacing(/[, ]/, with: "")
        try #require(rest == (pairs.isEmpty ? "none" : ""), "“- \(label): \(line)” is not understood in \(name)")
        return pairs
    }

    /// The rows of mismatches.csv as `code SUPPLIER=SHOP`, and the codes that must not occur.
    func mismatches() throws -> (rows: [String], absent: [String]) {
        let line = try #require(self.line("mismatches"), "the README of \(name) has no line “- mismatches: …”")
        let halves = line.split(separator: "; no ", maxSplits: 1).map(String.init)
        var rows: [String] = []
        for item in halves[0].matches(of: /`([a-z-]+)` on (`[^`]*`=`[^`]*`(?: *and `[^`]*`=`[^`]*`)*)/) {
            for pair in item.2.matches(of: /`([^`]*)`=`([^`]*)`/) { rows.append("\(item.1) \(pair.1)=\(pair.2)") }
        }
        let rest = halves[0].replacing(/`[a-z-]+` on `[^`]*`=`[^`]*`(?: *and `[^`]*`=`[^`]*`)*/, with: "")
            .replacing(/[, ]/, with: "")
        try #require(rest == (rows.isEmpty ? "none" : ""), "“- mismatches: \(line)” is not understood in \(name)")
        let absent = halves.dropFirst().flatMap { $0.matches(of: /`([^`]*)`/).map { String($0.1) } }
        return (rows, absent)
    }

    /// The words in backticks of a line that may be missing.
    func words(_ label: String) -> [String] { (line(label) ?? "").matches(of: /`([^`]*)`/).map { String($0.1) } }

    /// The rows of the table of specs.csv, if the README has one.
    var specTable: [[String]]? {
        let lines = readme.split(separator: "\n").filter { $0.hasPrefix("|") }
        guard lines.first?.contains("款式") == true else { return nil }
        return lines.dropFirst(2).map { line in
            line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
    }
}
