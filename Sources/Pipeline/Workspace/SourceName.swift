/// What sources can be called. Names are also those of files: `messages/义乌A厂.txt`.
enum SourceName {
    static let rule =
        "A name has up to 60 letters of any language, digits, blanks and signs, but none of / \\ : * ? \" < > | and no line break; it begins with neither a dot nor a dash and does not end in a dot."

    /// The run's own files bear these.
    private static let taken = [
        "report", "latest", "changes", "sources", "mapping", "mismatches", "specs", "messages", "operators",
    ]

    /// Why a name is none; nil if it is one.
    static func fault(_ name: String) -> String? {
        if name.count > 60 || name.utf8.count > 180 { return "it is too long" }
        for scalar in name.unicodeScalars {
            if "/\\:*?\"<>|".unicodeScalars.contains(scalar) { return "it has a “\(scalar)” in it" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                return "it has a character in it that cannot be seen"
            default: break
            }
        }
        if let first = name.first, ".-".contains(first) { return "it begins with “\(first)”" }
        if name.last == "." { return "it ends in a dot" }
        if taken.contains(name.lowercased()) { return "files of that name are the run's own" }
        return nil
    }

    /// Whether two names would be one file on a disk that does not tell capital letters apart.
    static func areAlike(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }

    /// The nearest name to a text of any kind, and unlike all of `others`.
    static func made(from text: String, unlike others: [String]) -> String {
        var name = String(text.map { character in fault("x\(character)x") == nil ? character : "-" })
        while let first = name.first, ".- ".contains(first) { name.removeFirst() }
        while name.count > 40 || name.utf8.count > 120 { name.removeLast() }
        while let last = name.last, ". ".contains(last) { name.removeLast() }
        if name.isEmpty { name = "source" }
        if taken.contains(name.lowercased()) { name += " 1" }
        var unique = name
        var number = 2
        while others.contains(where: { areAlike($0, unique) }) {
            unique = "\(name) \(number)"
            number += 1
        }
        return unique
    }
}
