import Feeds
import Glibc

extension Credentials {
    /// The password; nil if none is set.
    ///
    /// A variable is looked for in the environment first, and then in the workspace's `specsync.env`.
    ///
    /// - Parameters:
    ///   - folder: the workspace's folder, from which paths count.
    ///   - of: whom it is for, as messages say it: the source's name, or `mail`.
    /// - Throws: a `RunError` with what to do; it never holds the password.
    package func password(in folder: String, of owner: String) throws(RunError) -> String? {
        if let name = passwordVariable {
            if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
            if let value = try EnvironmentFile.read(folder: folder)[name], !value.isEmpty { return value }
            throw RunError(
                "\(owner): error: there is no password: the variable \(name) is not set\n  Set it, or write the line “\(name)=…” into \(EnvironmentFile.path(in: folder)) (mode 0600)."
            )
        }
        guard let file = passwordFile else { return nil }
        let path = Workspace(folder: folder).path(file)
        try Self.refuseOpenFile(path)
        let text = try Self.text(of: path)
        guard let line = text.split(whereSeparator: \.isNewline).first, text.first?.isNewline == false else {
            throw RunError("\(path): error: the first line holds no password\n  Write it there, alone on the line.")
        }
        return String(line)
    }

    /// A file that others may read keeps no secret.
    static func refuseOpenFile(_ path: String) throws(RunError) {
        guard TextFile.isOpenToOthers(path) == true else { return }
        throw RunError(
            "\(path): error: others may read the password in it\n  Run “chmod 600 \(Shell.quoted(path))”, and change the password if others could see it."
        )
    }

    static func text(of path: String) throws(RunError) -> String {
        do {
            return try TextFile.read(path, name: path)
        } catch {
            throw RunError(error.description)
        }
    }
}

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
