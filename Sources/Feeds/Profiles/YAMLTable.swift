package import Catalogues
import Yams

/// A mapping of a YAML file that knows its keys, their lines, and which of them were asked for.
///
/// Keys compare as headers do (`style code`, `style_code`); all values are text.
package struct YAMLTable {
    package let file: String
    package let line: Int
    /// What a person can do whose file is not understood, in one sentence.
    let help: String
    private let entries: [(key: String, name: String, line: Int, value: Node)]

    /// The whole of a file.
    ///
    /// - Parameter what: how messages call what the file holds: `the profile`.
    package static func parse(
        _ yaml: String, file: String, what: String = "the profile", help: String = ProfileFile.help
    ) throws(FeedError) -> YAMLTable {
        do {
            // Without tags everything is text, and Foundation's regular expressions are not built.
            guard let root = try Yams.compose(yaml: yaml, .basic) else {
                throw FeedError(Place(file: file, line: 1), "\(what) is empty", remedy: help)
            }
            return try YAMLTable(root, file: file, what: what, help: help)
        } catch let error as FeedError {
            throw error
        } catch let error as YamlError {
            throw FeedError(place(of: error, in: file, yaml), "this is no YAML: \(text(of: error))", remedy: help)
        } catch {
            throw FeedError(Place(file: file), "this is no YAML: \(error)", remedy: help)
        }
    }

    init(_ node: Node, file: String, what: String, help: String) throws(FeedError) {
        self.file = file
        self.help = help
        line = node.mark?.line ?? 0
        guard let mapping = node.mapping else {
            throw FeedError(
                Place(file: file, line: line), "\(what) is no table of “key: value” lines", remedy: help)
        }
        var entries: [(String, String, Int, Node)] = []
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            let line = key.mark?.line ?? value.mark?.line ?? 0
            let folded = HeaderKey.fold(name)
            if entries.contains(where: { $0.0 == folded }) {
                throw FeedError(
                    Place(file: file, line: line), "the key “\(name)” stands here twice", remedy: "Join the two.")
            }
            entries.append((folded, name, line, value))
        }
        self.entries = entries
    }

    /// Refuses every key that is not among `keys`, and says which one was probably meant.
    package func allow(_ keys: [String], in what: String) throws(FeedError) {
        let folded = Set(keys.map(HeaderKey.fold))
        for entry in entries where !folded.contains(entry.key) {
            let near = NearestName.of(entry.name, among: keys)
            throw FeedError(
                Place(file: file, line: entry.line), "\(what) has no key “\(entry.name)”",
                remedy: near.map { "Did you mean “\($0)”?" } ?? "It can have: \(keys.joined(separator: ", ")).")
        }
    }

    package var keys: [(name: String, line: Int)] { entries.map { ($0.name, $0.line) } }

    private func entry(_ key: String) -> (key: String, name: String, line: Int, value: Node)? {
        let folded = HeaderKey.fold(key)
        return entries.first { $0.key == folded }
    }

    package func line(of key: String) -> Int { entry(key)?.line ?? line }

    package func text(_ key: String) throws(FeedError) -> String? {
        guard let entry = entry(key) else { return nil }
        guard let scalar = entry.value.scalar else { throw wrong(entry, "one text") }
        return scalar.string
    }

    /// A text without the blanks around it; nil if there is none: the key may stand there with nothing behind it.
    package func filledText(_ key: String) throws(FeedError) -> String? {
        guard var text = try text(key)?[...] else { return nil }
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text.isEmpty ? nil : String(text)
    }

    /// One text or a list of texts.
    package func texts(_ key: String) throws(FeedError) -> [String]? {
        guard let entry = entry(key) else { return nil }
        return try texts(entry.value, entry)
    }

    private func texts(_ node: Node, _ entry: (key: String, name: String, line: Int, value: Node)) throws(FeedError)
        -> [String]
    {
        if let scalar = node.scalar { return scalar.string.isEmpty ? [] : [scalar.string] }
        guard let sequence = node.sequence else { throw wrong(entry, "a text or a list of texts", node) }
        var result: [String] = []
        for item in sequence {
            guard let scalar = item.scalar else { throw wrong(entry, "a list of texts", item) }
            result.append(scalar.string)
        }
        return result
    }

    /// A list whose items are each one text or a list of alternatives.
    func alternatives(_ key: String) throws(FeedError) -> [[String]]? {
        guard let entry = entry(key) else { return nil }
        guard let sequence = entry.value.sequence else { return [try texts(entry.value, entry)] }
        var result: [[String]] = []
        for item in sequence { result.append(try texts(item, entry)) }
        return result
    }

    package func flag(_ key: String) throws(FeedError) -> Bool? {
        guard let entry = entry(key) else { return nil }
        switch entry.value.scalar?.string.lowercased() {
        case "yes", "true", "on", "是": return true
        case "no", "false", "off", "否": return false
        default: throw wrong(entry, "yes or no")
        }
    }

    package func number(_ key: String) throws(FeedError) -> Int? {
        guard let entry = entry(key) else { return nil }
        guard let number = entry.value.scalar.flatMap({ Int($0.string) }), number >= 0 else {
            throw wrong(entry, "a number")
        }
        return number
    }

    /// One of some words.
    package func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of: Choice.Type) throws(FeedError)
        -> Choice?
    where Choice.RawValue == String {
        guard let entry = entry(key), let word = try text(key) else { return nil }
        return try Self.choose(
            word, Choice.allCases.map { ($0.rawValue, $0) }, Place(file: file, line: entry.line), key)
    }

    package static func choose<Choice>(
        _ word: String, _ choices: [(name: String, choice: Choice)], _ place: Place, _ key: String
    ) throws(FeedError) -> Choice {
        let folded = HeaderKey.fold(word)
        if let found = choices.first(where: { HeaderKey.fold($0.name) == folded }) { return found.choice }
        let names = choices.map(\.name)
        let near = NearestName.of(word, among: names).map { "Did you mean “\($0)”? " } ?? ""
        throw FeedError(
            place, "“\(word)” is nothing that \(key) can be",
            remedy: near + "It can be: \(names.joined(separator: ", ")).")
    }

    package func table(_ key: String) throws(FeedError) -> YAMLTable? {
        guard let entry = entry(key) else { return nil }
        return try YAMLTable(entry.value, file: file, what: "“\(entry.name)”", help: help)
    }

    /// As `table(_:)`; nil also where nothing stands behind the key, as when all of it is commented out.
    package func filledTable(_ key: String) throws(FeedError) -> YAMLTable? {
        entry(key)?.value.scalar?.string == "" ? nil : try table(key)
    }

    /// A list of tables; nil also where nothing stands behind the key.
    package func tables(_ key: String) throws(FeedError) -> [YAMLTable]? {
        guard let entry = entry(key), entry.value.scalar?.string != "" else { return nil }
        guard let sequence = entry.value.sequence else { throw wrong(entry, "a list of tables") }
        var result: [YAMLTable] = []
        for item in sequence {
            result.append(try YAMLTable(item, file: file, what: "an item of “\(entry.name)”", help: help))
        }
        return result
    }

    private func wrong(
        _ entry: (key: String, name: String, line: Int, value: Node), _ expected: String, _ node: Node? = nil
    ) -> FeedError {
        FeedError(
            Place(file: file, line: node?.mark?.line ?? entry.line), "“\(entry.name)” must be \(expected)",
            remedy: help)
    }

    private static func place(of error: YamlError, in file: String, _ yaml: String) -> Place {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            Place(file: file, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let keys, let context):
            Place(file: file, line: secondLine(of: keys.first ?? "", in: yaml, from: context.mark))
        default: Place(file: file)
        }
    }

    /// The line where `key` stands for the second time in the table that begins at `mark`; the table's own if it is
    /// written on one line.
    private static func secondLine(of key: String, in yaml: String, from mark: Mark) -> Int {
        let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        let found = lines.dropFirst(mark.line - 1).filter { _, line in
            let rest = line.dropFirst(mark.column - 1)
            return rest.hasPrefix(key) && rest.dropFirst(key.count).first { $0 != " " } == ":"
        }
        return found.count > 1 ? found[1].offset + 1 : mark.line
    }

    private static func text(of error: YamlError) -> String {
        switch error {
        case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
            .composer(let context, let problem, _, _):
            problem + (context.map { ", \($0.text)" } ?? "")
        case .duplicatedKeysInMapping(let keys, _):
            "a key stands twice (\(keys.joined(separator: ", ")))"
        default: "\(error)"
        }
    }
}
