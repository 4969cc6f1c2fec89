import Foundation
import TestSupport
import Testing

/// A workspace with its feeds, in which the program runs night by night, as cron would call it.
final class NightShop {
    /// What lies around the workspace: servers' folders, certificates.
    let around: TestFolder
    /// The workspace's folder.
    let folder: String
    /// Further variables, such as passwords.
    var environment: [String: String] = [:]

    /// - Parameter name: of the workspace's folder.
    init(_ settings: String, name: String = "shop") throws {
        around = try TestFolder()
        folder = around.path(name)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write("specsync.yaml", settings)
    }

    // MARK: Files

    func path(_ name: String) -> String { folder + "/" + name }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    func write(_ name: String, _ text: String, mode: Int = 0o644) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path(name)))) }

    func names(_ name: String) throws -> [String] {
        has(name) ? try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted() : []
    }

    /// A table of the newest run.
    func latest(_ name: String) throws -> [Table.Row] { Table(try bytes("reports/latest/" + name)).rows }

    /// `code source SKU` of everything that is open, as the newest run says it.
    func open() throws -> [String] {
        try latest("mismatches.csv").map { row in
            let sku = row["supplier_sku"].isEmpty ? row["shop_sku"] : row["supplier_sku"]
            return [row["code"], row["supplier"], sku].filter { !$0.isEmpty }.joined(separator: " ")
        }.sorted()
    }

    /// A table of the ledger, as `export ledger` writes it.
    func ledger(_ table: String) throws -> [Table.Row] {
        let out = around.path("export")
        let answer = try call(["export", "ledger", "--out", out])
        try #require(answer.code == 0, "\(answer.errors)")
        return Table([UInt8](try Data(contentsOf: URL(filePath: "\(out)/\(table).csv")))).rows
    }

    // MARK: Runs

    /// Calls a command in this workspace, from another folder.
    func call(_ arguments: [String]) throws -> Program.Answer {
        try Program.run(arguments + ["--workspace", folder], environment: environment)
    }

    /// The run of a night of November 2026.
    @discardableResult
    func night(_ day: Int, _ time: String = "02:30", _ further: String...) throws -> Program.Answer {
        try call(Self.arguments(day, time) + further)
    }

    static func arguments(_ day: Int, _ time: String = "02:30") -> [String] {
        ["run", "--now", "2026-11-\(day < 10 ? "0" : "")\(day)T\(time)"]
    }

    /// Where a password stands that should stand nowhere: in an answer, or in a file of the workspace other than those
    /// that are there to hold it.
    func leaks(of password: String, _ answers: [Program.Answer]) throws -> [String] {
        let forms = [
            Data(password.utf8), Data(Data(password.utf8).base64EncodedString().utf8),
            Data((password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? password).utf8),
        ]
        func holds(_ data: Data) -> Bool { forms.contains { data.range(of: $0) != nil } }
        var places = answers.enumerated().filter { holds(Data($1.output)) || holds(Data($1.errors.utf8)) }
            .map { "answer \($0.offset)" }
        let files = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        for file in files where !["specsync.env", "ftp.secret"].contains(file) {
            if let data = FileManager.default.contents(atPath: path(file)), holds(data) { places.append(file) }
        }
        try #require(files.contains("specsync.db"), "there is something to look through")
        return places
    }
}

/// Small catalogues, a row a variant.
enum Goods {
    static let titles = ["K1": "收腰连衣裙", "K2": "加绒卫衣", "K3": "直筒牛仔裤"]

    /// `K1-1,黑色,M,68.00,5`: code, colour, size, cost, stock. What stands before the dash is the style.
    static func supplier(_ rows: String...) -> String {
        (["款号,商家编码,标题,颜色,尺码,供货价,库存"]
            + rows.map { row in
                let (style, sku, rest) = split(row)
                return "\(style),\(sku),\(titles[style] ?? ""),\(rest)"
            }).map { $0 + "\n" }.joined()
    }

    /// `K1-1,黑色;M,139.00,5`: the supplier's code, spec, price, stock. The shop's own codes are S1-1 and so on.
    static func shop(_ rows: String...) -> String {
        (["商品ID,商品名称,规格ID,规格名称,商家编码,售价,库存"]
            + rows.map { row in
                let (style, sku, rest) = split(row)
                let cells = rest.split(separator: ",", maxSplits: 1)
                return "9\(style),\(titles[style] ?? ""),S\(sku.dropFirst()),\(cells[0]),\(sku),\(cells[1])"
            }).map { $0 + "\n" }.joined()
    }

    private static func split(_ row: String) -> (style: String, sku: String, rest: String) {
        let cells = row.split(separator: ",", maxSplits: 1).map(String.init)
        return (String(cells[0].prefix { $0 != "-" }), cells[0], cells[1])
    }
}

/// A mail server with TLS and login, its certificate, and what it was given.
final class NightMailbox {
    let folder: TestFolder
    let port: Int
    private let server: LoopbackServer

    static let user = "robot@shop.example"
    static let password = "geheim-口令 1"

    /// - Parameter arguments: how it misbehaves, as Tests/Servers/smtp_server.py says.
    init(_ arguments: String..., password: String = NightMailbox.password) throws {
        folder = try TestFolder()
        let (certificate, key) = try folder.makeCertificate()
        server = try LoopbackServer(
            .mail,
            [
                "--mails", folder.path("mails"), "--certificate", certificate, "--key", key, "--user", Self.user,
                "--password", password,
            ] + arguments)
        port = server.port
    }

    /// The section `mail` of a workspace.
    func settings(to: String = "boss@shop.example", _ more: String = "") -> String {
        Self.settings(port: port, certificate: folder.path("certificate.pem"), to: to, more)
    }

    static func settings(port: Int, certificate: String, to: String = "boss@shop.example", _ more: String = "")
        -> String
    {
        """
        mail:
          server: 127.0.0.1:\(port)
          security: starttls
          user: \(user)
          password from: SMTP_PASSWORD
          certificates: \(certificate)
          from: SpecSync 夜班 <robot@shop.example>
          to: [\(to)]
        \(more)

        """
    }

    /// A mail as Python's email package reads it.
    struct Mail: Decodable {
        struct Part: Decodable {
            var type: String
            var disposition: String?
            var fileName: String?
        }

        var envelopeFrom: String
        var envelopeTo: [String]
        var user: String?
        var isEncrypted: Bool
        var subject: String
        var from: String
        var date: String?
        var messageId: String
        var shape: [String]
        var parts: [Part]
        var defects: [String]
    }

    func mails() throws -> [Mail] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try folder.names("mails").filter { $0.hasSuffix(".json") }.map {
            try decoder.decode(Mail.self, from: Data(folder.bytes("mails/" + $0)))
        }
    }

    /// The decoded content of a part, both counted from 1.
    func part(_ part: Int, ofMail mail: Int) throws -> [UInt8] {
        try folder.bytes("mails/\(String(repeating: "0", count: 4 - "\(mail)".count))\(mail).parts/\(part)")
    }

    func partText(_ part: Int, ofMail mail: Int) throws -> String {
        String(decoding: try self.part(part, ofMail: mail), as: UTF8.self)
    }
}

/// Where suppliers leave their files: a web or FTP server with its folder.
final class NightFeeds {
    let folder: TestFolder
    let port: Int
    private let server: LoopbackServer

    static let user = "yiwu"
    static let password = "feed-口令 2"

    init(_ kind: LoopbackServer.Kind) throws {
        folder = try TestFolder()
        var arguments = ["--folder", folder.path(""), "--user", Self.user, "--password", Self.password]
        if kind == .web { arguments += ["--log", folder.path("requests")] }
        server = try LoopbackServer(kind, arguments)
        port = server.port
    }

    func write(_ name: String, _ text: String) throws { try folder.write(name, Array(text.utf8)) }

    /// How often it was asked for something.
    var requests: Int { ((try? folder.bytes("requests")) ?? []).count { $0 == 0x0A } }
}
