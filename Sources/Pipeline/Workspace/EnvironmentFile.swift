import Glibc

/// The workspace's `specsync.env`: a line `NAME=value` for each password, as systemd reads it.
enum EnvironmentFile {
    static func path(in folder: String) -> String { Workspace(folder: folder).path("specsync.env") }

    /// What the file says; nothing if it is not there.
    ///
    /// - Throws: a `RunError` if others may read it, or it cannot be read.
    static func read(folder: String) throws(RunError) -> [String: String] {
        let path = path(in: folder)
        guard access(path, F_OK) == 0 else { return [:] }
        try Credentials.refuseOpenFile(path)
        return parse(try Credentials.text(of: path))
    }

    /// Whether a text is the name of a variable: letters, digits and `_`, no digit first.
    static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, !(0x30...0x39).contains(first) else { return false }
        return bytes.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
        }
    }

    /// By systemd's rules, so that a timer and a hand-started run see the same: a value in `'` is taken as it is, in `"` a
    /// backslash keeps `"`, `\`, `$` and a backquote, outside of both it keeps any sign; blanks around it do not count.
    static func parse(_ text: String) -> [String: String] {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard let first = line.first, first != "#", first != ";", let sign = line.firstIndex(of: "=") else {
                continue
            }
            let name = String(line[..<sign].filter { $0 != " " && $0 != "\t" })
            if isName(name) { values[name] = value(line[line.index(after: sign)...]) }
        }
        return values
    }

    private static func value(_ text: Substring) -> String {
        var result = ""
        // How much of the result is kept although it ends in blanks.
        var kept = 0
        var quote: Character?
        var rest = text.drop { $0 == " " || $0 == "\t" }
        while let next = rest.popFirst() {
            if let open = quote {
                if next == open {
                    quote = nil
                } else if open == "\"", next == "\\", let following = rest.first, "\"\\$`".contains(following) {
                    result.append(rest.removeFirst())
                } else {
                    result.append(next)
                }
                kept = result.count
            } else if next == "\"" || next == "'" {
                quote = next
            } else if next == "\\" {
                if let following = rest.popFirst() { result.append(following) }
                kept = result.count
            } else {
                result.append(next)
            }
        }
        while result.count > kept, result.last == " " || result.last == "\t" { result.removeLast() }
        return result
    }
}
