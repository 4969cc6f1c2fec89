import Foundation
import TestSupport

@testable import Transport

/// A mail server with its folder of mails and its certificate.
final class Mailbox {
    let folder: TestFolder
    private let server: LoopbackServer
    private let security: MailServer.Security

    static let user = "鞋厂@example.com"
    static let password = "geheim-口令"

    /// - Parameter arguments: further ones, such as `--fail data`.
    init(_ security: MailServer.Security = .starttls, _ arguments: String..., hasLogin: Bool = true) throws {
        folder = try TestFolder()
        self.security = security
        let (certificate, key) = try folder.makeCertificate()
        server = try LoopbackServer(
            .mail,
            [
                "--mails", folder.path("mails"), "--certificate", certificate, "--key", key, "--security",
                security.rawValue,
            ]
                + (hasLogin ? ["--user", Self.user, "--password", Self.password] : []) + arguments)
    }

    /// How a workspace that knows the server's certificate and password would have it.
    var settings: MailServer {
        var settings = MailServer(
            host: "127.0.0.1", port: server.port, security: security, user: Self.user, password: Self.password,
            certificates: folder.path("certificate.pem"))
        settings.connectLimit = 10
        settings.replyLimit = 10
        return settings
    }

    /// The mails that it kept, as Python's email package reads them.
    func mails() throws -> [ReceivedMail] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try folder.names("mails").filter { $0.hasSuffix(".json") }.map {
            try decoder.decode(ReceivedMail.self, from: Data(folder.bytes("mails/" + $0)))
        }
    }
}

/// A mail as an independent library read it.
struct ReceivedMail: Decodable {
    struct Part: Decodable {
        var type: String
        var disposition: String?
        var fileName: String?
        var plainName: String?
        var bytes: Int
        var sha256: String
    }

    var envelopeFrom: String
    var envelopeTo: [String]
    var user: String?
    var isEncrypted: Bool
    var bytes: Int
    var longestLine: Int
    var bareLineEnds: Int
    var headers: [[String]]
    var subject: String
    var from: String
    var to: [[String]]
    var date: String?
    var messageId: String
    var shape: [String]
    var parts: [Part]
    var defects: [String]
}

/// A web, FTP or SFTP server with the folder that it serves.
final class FeedServer {
    let folder: TestFolder
    let port: Int
    private let server: LoopbackServer

    static let user = "bob"
    static let password = "geheim-口令"
    /// Large enough that no half of it hides in a buffer; packed it is small.
    static let feed = Array(String(repeating: "款号,颜色,尺码\r\nA-1,藏青,2XL\r\n", count: 20_000).utf8)
    /// When the feed was changed last: 2026-11-03 02:30:00 UTC.
    static let modified: Int64 = 1_793_673_000

    init(_ kind: LoopbackServer.Kind, isEncrypted: Bool = false) throws {
        folder = try TestFolder()
        for name in ["feed.csv", "short-feed.csv", "货源 1.csv"] {
            let path = try folder.write(name, Self.feed)
            var times = [
                timeval(tv_sec: Int(Self.modified), tv_usec: 0), timeval(tv_sec: Int(Self.modified), tv_usec: 0),
            ]
            utimes(path, &times)
        }
        var arguments = ["--folder", folder.path(""), "--user", Self.user, "--password", Self.password]
        if kind == .sftp { arguments += ["--host-key", folder.path("host-key")] }
        if kind == .web { arguments += ["--log", folder.path("requests")] }
        if isEncrypted {
            let (certificate, key) = try folder.makeCertificate()
            arguments += ["--certificate", certificate, "--key", key]
        }
        server = try LoopbackServer(kind, arguments)
        port = server.port
    }

    /// A fetch without credentials that does not wait long.
    func fetch(_ scheme: String, _ path: String) -> FeedFetch {
        var fetch = FeedFetch("\(scheme)://127.0.0.1:\(port)\(path)")
        fetch.connectLimit = 10
        fetch.stallLimit = 10
        fetch.pauses = [.milliseconds(1), .milliseconds(1)]
        return fetch
    }

    struct Request: Decodable {
        var path: String
        var headers: [String: String]
    }

    /// What it was asked for.
    func requests() throws -> [Request] {
        try folder.bytes("requests").split(separator: 0x0A).map {
            try JSONDecoder().decode(Request.self, from: Data($0))
        }
    }
}
