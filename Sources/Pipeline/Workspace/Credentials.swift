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
