import Foundation

/// The repository's own texts, as a reader sees them.
enum Documents {
    /// The folder that holds `Package.swift`.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let pages = [
        "SpecSync", "Nightly", "Workspace", "Guards", "Mismatches", "Check", "Profiles", "Targets", "Lexicon",
        "Outputs",
        "Decisions", "Performance",
    ]

    static func text(_ path: String) -> String {
        (try? String(contentsOf: repository.appending(path: path), encoding: .utf8)) ?? ""
    }

    static func page(_ name: String) -> String { text(pagePath(name)) }

    static func pagePath(_ name: String) -> String { "Sources/specsync/Documentation.docc/\(name).md" }

    static let readme = text("README.md")
    /// README and all pages, with the path of each.
    static let all = [("README.md", readme)] + pages.map { (pagePath($0), page($0)) }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: repository.appending(path: path).path)
    }
}

extension String {
    /// The part below a heading, up to the next one of the same or a higher rank; nil if there is no such heading.
    func section(_ heading: String) -> String? {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0 == heading }) else { return nil }
        let rank = heading.prefix { $0 == "#" }.count
        let body = lines[(start + 1)...].prefix { line in
            let other = line.prefix { $0 == "#" }.count
            // `#38` in an example is a number, and no heading.
            return other == 0 || other > rank || !line.dropFirst(other).hasPrefix(" ")
        }
        return body.joined(separator: "\n")
    }

    /// What stands between backticks in the first cell of each table row.
    var namesInTables: [String] {
        split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
            row.dropFirst(2).prefix { $0 != "|" }.matches(of: /`([^`]+)`/).map { String($0.1) }
        }
    }

    /// The code blocks of one language.
    func blocks(_ language: String) -> [String] {
        var blocks: [String] = []
        var open: [Substring]?
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```" {
                if let lines = open { blocks.append(lines.joined(separator: "\n") + "\n") }
                open = nil
            } else if line == "```\(language)" {
                open = []
            } else {
                open?.append(line)
            }
        }
        return blocks
    }
}
