import Catalogues
package import Feeds
import Glibc
import Reconciliation
import Reports

extension Workspace {
    /// The file that makes a folder a workspace.
    package static let fileName = "specsync.yaml"

    /// Reads the `specsync.yaml` of a folder.
    ///
    /// - Throws: a `FeedError` with the line of what is wrong and what it can be.
    package static func read(folder: String) throws(FeedError) -> Workspace {
        let path = folder.hasSuffix("/") ? folder + fileName : folder + "/" + fileName
        guard access(path, F_OK) == 0 else {
            throw FeedError(
                Place(file: path), "there is no workspace here",
                remedy:
                    "“specsync init --supplier FILE --shop FILE” makes one; or name its folder with --workspace.")
        }
        let name = folder == "." ? fileName : path
        return try parse(try TextFile.read(path, name: name), folder: folder, name: name)
    }

    /// Reads the text of a `specsync.yaml` that lies in `folder`.
    ///
    /// - Parameter name: how messages call the file.
    package static func parse(
        _ yaml: String, folder: String, name: String = fileName
    ) throws(FeedError) -> Workspace {
        let file = try WorkspaceFile(yaml, name: name)
        var workspace = Workspace(folder: folder)
        try file.readSources(into: &workspace)
        try file.readRules(into: &workspace)
        workspace.mail = try file.mail()
        return workspace
    }
}

/// Reads the YAML text of a workspace: the file's own shape, resolved into a `Workspace`.
struct WorkspaceFile {
    static let help = "A file that “specsync init” writes explains its keys; the page Workspace has them all."
    static let keys = [
        "shop", "language", "sources", "rules", "words", "decisions", "guards", "mail", "keep reports",
    ]
    static let ruleKeys = ["price", "stock below", "fail on"]

    let top: YAMLTable

    init(_ yaml: String, name: String) throws(FeedError) {
        top = try YAMLTable.parse(yaml, file: name, what: "the workspace", help: Self.help)
        try Self.refusePassword(in: top)
        try top.allow(Self.keys, in: "a workspace")
    }

    func readRules(into workspace: inout Workspace) throws(FeedError) {
        if let rules = try top.filledTable("rules") {
            try rules.allow(Self.ruleKeys, in: "“rules”")
            if let text = try rules.filledText("price") {
                guard let rule = PriceRule(text) else {
                    throw Self.wrong(
                        rules, "price", "“\(text)” is no price rule",
                        "It can be: equal, floor, markup:1.35, markup:1.35+-0.05.")
                }
                workspace.priceRule = rule
            }
            workspace.lowStock = try rules.filledText("stock below") == nil ? nil : rules.number("stock below")
            if let word = try rules.filledText("fail on") {
                workspace.failOn = try YAMLTable.choose(
                    word, MismatchCode.Severity.allCases.map { ($0.name, $0) }, Self.place(rules, "fail on"), "fail on")
            }
        }
        workspace.lexicons = try top.texts("words") ?? []
        workspace.decisions = try top.filledText("decisions") ?? workspace.decisions
        if try top.filledText("keep reports") != nil {
            workspace.keptReports = try top.number("keep reports") ?? workspace.keptReports
        }
        for (key, paths) in [("words", workspace.lexicons), ("decisions", [workspace.decisions])] {
            for path in paths { try Self.refuseControls(in: path, top, key) }
        }
    }

    // MARK: Messages

    static func place(_ table: YAMLTable, _ key: String) -> Place { Place(file: table.file, line: table.line(of: key)) }

    static func wrong(_ table: YAMLTable, _ key: String, _ message: String, _ remedy: String) -> FeedError {
        FeedError(place(table, key), message, remedy: remedy)
    }

    static func missing(_ table: YAMLTable, _ key: String, of what: String, _ remedy: String) -> FeedError {
        FeedError(place(table, key), "\(what) has no “\(key)”", remedy: remedy)
    }

    static func refuseControls(in text: String, _ table: YAMLTable, _ key: String) throws(FeedError) {
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw wrong(table, key, "“\(key)” holds a line break or another control character", "Write it on one line.")
        }
    }

    // MARK: Passwords

    static let credentialKeys = ["user", "password from", "password file"]
    private static let passwordKeys = ["password", "pass", "passwd", "pwd", "secret", "密码", "口令"]

    /// A workspace is copied, mailed and kept in version control; a password in it would go along.
    static func refusePassword(in table: YAMLTable) throws(FeedError) {
        for key in table.keys where passwordKeys.contains(HeaderKey.fold(key.name)) {
            throw FeedError(
                Place(file: table.file, line: key.line), "a password must not stand in this file", remedy: passwordHelp)
        }
    }

    static let passwordHelp =
        "Take it out, and write “password from: NAME” (an environment variable, or a line NAME=… in specsync.env) or “password file: PATH” (mode 0600)."

    static func credentials(_ table: YAMLTable) throws(FeedError) -> Credentials {
        var credentials = Credentials()
        credentials.user = try table.filledText("user")
        if let user = credentials.user { try refuseControls(in: user, table, "user") }
        if let variable = try table.filledText("password from") {
            // Somebody may have written the password itself: it is not repeated here.
            guard EnvironmentFile.isName(variable) else {
                throw wrong(
                    table, "password from", "“password from” is not the name of an environment variable",
                    "A name has the letters A-Z, digits and _, for example YIWU_PASSWORD. The password itself must not stand in this file."
                )
            }
            credentials.passwordVariable = variable
        }
        credentials.passwordFile = try table.filledText("password file")
        if credentials.passwordVariable != nil, credentials.passwordFile != nil {
            throw wrong(
                table, "password file", "“password from” and “password file” stand here both", "Keep one of them.")
        }
        if credentials.user == nil, credentials.passwordVariable != nil || credentials.passwordFile != nil {
            throw wrong(
                table, credentials.passwordFile == nil ? "password from" : "password file",
                "there is a password and no user", "Write “user: …” beside it.")
        }
        return credentials
    }
}
