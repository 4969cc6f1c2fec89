import Catalogues
import Feeds
import Reconciliation

/// The parts of a target's file that are written alike.
extension TargetFile {
    /// The rules that say “at most so many”; only lengths have a unit.
    static var limits: [(key: String, isLength: Bool, path: WritableKeyPath<ListingTarget, ListingTarget.Limit?>)] {
        [
            ("options", false, \.options), ("values per option", false, \.valuesPerOption),
            ("variants", false, \.variants), ("title length", true, \.titleLength),
            ("option name length", true, \.optionNameLength), ("option value length", true, \.optionValueLength),
            ("code length", true, \.codeLength), ("style code length", true, \.styleCodeLength),
            ("colours per value", false, \.coloursPerValue), ("colour length", true, \.colourLength),
        ]
    }

    static let others = [
        "reserved names", "reserved values", "forbidden signs", "forbidden title signs", "allowed options",
        "other options", "unique codes", "unique values", "barcode digits", "refused barcodes",
    ]

    /// What `without` can name.
    static var ruleKeys: [String] { limits.map(\.key) + others + ["value lengths", "required", "advised"] }

    /// Where a rule comes from; it has these and further `keys`.
    static func rule(_ table: YAMLTable, _ name: String, _ keys: [String]) throws(FeedError) -> ListingTarget.Rule {
        try table.allow(keys + ["source", "first hand"], in: "“\(name)”")
        guard let source = try table.filledText("source") else {
            throw FeedError(
                place(table, "source"), "“\(name)” does not say where it comes from",
                remedy: "Write “source: …”: the page that states it, or who decided it.")
        }
        return ListingTarget.Rule(
            name.split(separator: " ").joined(separator: "-"), source: source,
            isFirstHand: try table.flag("first hand") ?? false)
    }

    static func limit(_ table: YAMLTable, _ name: String, isLength: Bool) throws(FeedError) -> ListingTarget.Limit {
        let rule = try rule(table, name, isLength ? ["most", "unit"] : ["most"])
        guard let most = try table.number("most"), most > 0 else {
            throw FeedError(
                place(table, "most"), "“\(name)” does not say how many there may be",
                remedy: "Write “most: …”, a number above 0.")
        }
        return ListingTarget.Limit(most, try table.choice("unit", of: ListingTarget.Unit.self) ?? .characters, rule)
    }

    /// A rule with a list of texts, which must not be empty; nil if there is no such rule.
    static func list(
        _ rules: YAMLTable, _ name: String, _ key: String
    ) throws(FeedError) -> ([String], ListingTarget.Rule)? {
        guard let table = try rules.table(name) else { return nil }
        let rule = try rule(table, name, [key])
        guard let texts = try table.texts(key), !texts.isEmpty, !texts.contains("") else {
            throw FeedError(place(table, key), "“\(name)” has no “\(key)”", remedy: "Write “\(key): …”.")
        }
        return (texts, rule)
    }

    static func digits(
        _ texts: [String], _ rules: YAMLTable, _ name: String
    ) throws(FeedError) -> [(text: String, number: Int)] {
        var result: [(String, Int)] = []
        for text in texts {
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
                throw FeedError(
                    place(rules, name), "“\(text)” in “\(name)” is not made of digits", remedy: "Write digits only.")
            }
            result.append((text, number))
        }
        return result
    }

    /// The attributes under `key`, behind those that the other target has; one that both have is the file's own.
    func attributes(
        _ key: String, _ others: [(attribute: String, rule: ListingTarget.Rule)]
    ) throws(FeedError) -> [(attribute: String, rule: ListingTarget.Rule)] {
        guard let table = try top.filledTable(key) else { return others }
        try table.allow(Self.attributes, in: "“\(key)”")
        var result = others
        for attribute in Self.attributes {
            guard let entry = try table.table(attribute) else { continue }
            let rule = try Self.rule(entry, "\(key) \(attribute)", [])
            result.removeAll { $0.attribute == attribute }
            result.append((attribute, rule))
        }
        return result
    }

    static func place(_ table: YAMLTable, _ key: String) -> Place { Place(file: table.file, line: table.line(of: key)) }
}
