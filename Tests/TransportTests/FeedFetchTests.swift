import Foundation
import TestSupport
import Testing

@testable import Transport

@Suite struct FeedFetchTests {
    let out = try! TestFolder()

    @Test func aFeedComesWholeWithItsDate() throws {
        let server = try FeedServer(.web)
        for path in ["/feed.csv", "/gzip/feed.csv", "/no-length/feed.csv", "/货源 1.csv"] {
            let feed = try server.fetch("http", path).fetch(to: out.path("feed.csv"))
            #expect(try out.bytes("feed.csv") == FeedServer.feed, "\(path)")
            #expect(feed.bytes == FeedServer.feed.count)
            #expect(feed.modified == FeedServer.modified)
        }
        #expect(try server.fetch("HTTP", "/feed.csv").fetch(to: out.path("feed.csv")).bytes == FeedServer.feed.count)
        #expect(try out.names() == ["feed.csv"])
        let packings = try server.requests().map { $0.headers["Accept-Encoding"] }
        #expect(packings.allSatisfy { $0 == "gzip, deflate" })
    }

    @Test(
        arguments: [
            ("/none.csv", .notFound), ("/status/410", .notFound), ("/status/403", .refusedLogin),
            ("/private/feed.csv", .refusedLogin), ("/status/500", .server(500)), ("/status/429", .server(429)),
            ("/status/204", .server(204)), ("/short/feed.csv", .truncated), ("/chunked-short/feed.csv", .truncated),
            ("/reset/feed.csv", .disconnected), ("/hang-up", .disconnected), ("/loop", .tooManyRedirects),
            ("/redirect?ftp://127.0.0.1/feed.csv", .unsupportedAddress),
            ("/redirect?file:///etc/passwd", .unsupportedAddress),
        ] as [(String, TransportError.Kind)])
    func whatIsNotTheWholeFeedIsAnError(_ path: String, _ kind: TransportError.Kind) throws {
        let server = try FeedServer(.web)
        try out.write("feed.csv", "yesterday's".utf8)
        let error = #expect(throws: TransportError.self) {
            try server.fetch("http", path).fetch(to: out.path("feed.csv"))
        }
        #expect(error?.kind == kind, "\(error?.description ?? "")")
        #expect(error?.remedy.isEmpty == false)
        #expect(try out.names() == ["feed.csv"])
        #expect(try out.bytes("feed.csv") == Array("yesterday's".utf8))
    }

    @Test func whatMayPassIsTriedAgain() throws {
        let server = try FeedServer(.web)
        for path in ["/flaky/2/500/feed.csv", "/flaky/2/429/feed.csv", "/flaky/1/503/feed.csv"] {
            #expect(try server.fetch("http", path).fetch(to: out.path("f")).bytes == FeedServer.feed.count)
        }
        #expect(try server.requests().count == 8)
        // The third attempt is the last, and what will not pass gets one.
        for (path, count) in [("/flaky/3/500/feed.csv", 3), ("/flaky/1/404/feed.csv", 1), ("/flaky/1/401/feed.csv", 1)]
        {
            #expect(throws: TransportError.self) { try server.fetch("http", path).fetch(to: out.path("g")) }
            #expect(try server.requests().filter { $0.path == path }.count == count)
        }
    }

    @Test func aServerThatFallsSilentIsGivenUp() throws {
        let server = try FeedServer(.web)
        // Of a longer one the average of the last seconds, which libcurl looks at, would stay high for some.
        try server.folder.write("small.csv", "款号,颜色,尺码".utf8)
        var fetch = server.fetch("http", "/stall/small.csv")
        fetch.stallLimit = 1
        fetch.pauses = []
        let error = #expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }
        #expect(error?.kind == .timedOut)
        #expect(try out.names() == [])
    }

    @Test func whereNobodyListensIsUnreachable() throws {
        let port = try FeedServer(.web).port
        var fetch = FeedFetch("http://127.0.0.1:\(port)/feed.csv")
        fetch.pauses = [.milliseconds(1)]
        #expect(#expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .unreachable)
        fetch.address = "http://no-such-host.invalid/feed.csv"
        #expect(#expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .unreachable)
    }

    @Test func aFeedBeyondTheLimitIsNotKept() throws {
        let server = try FeedServer(.web)
        // Announced, not announced, and packed.
        for path in ["/feed.csv", "/no-length/feed.csv", "/gzip/feed.csv"] {
            var fetch = server.fetch("http", path)
            fetch.sizeLimit = FeedServer.feed.count - 1
            #expect(#expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .tooLarge)
            fetch.sizeLimit = FeedServer.feed.count
            #expect(try fetch.fetch(to: out.path("f")).bytes == fetch.sizeLimit)
            unlink(out.path("f"))
        }
        #expect(try out.names() == [])
    }

    @Test func whereNothingCanBeWrittenIsSaid() throws {
        let fetch = try FeedServer(.web).fetch("http", "/feed.csv")
        let error = #expect(throws: TransportError.self) { try fetch.fetch(to: out.path("none/f")) }
        #expect(error?.kind == .cannotWrite)
        #expect(error?.place == out.path("none/f"))
    }

    @Test func credentialsGoToTheirHostOnly() throws {
        let server = try FeedServer(.web)
        let other = try FeedServer(.web)
        var fetch = server.fetch("http", "/private/feed.csv")
        fetch.user = FeedServer.user
        fetch.password = FeedServer.password
        #expect(try fetch.fetch(to: out.path("f")).bytes == FeedServer.feed.count)
        let target = "http://127.0.0.1:\(other.port)/feed.csv?token=1"
        fetch.address = "http://127.0.0.1:\(server.port)/redirect?\(target)"
        let feed = try fetch.fetch(to: out.path("f"))
        #expect(feed.address == "http://127.0.0.1:\(other.port)/feed.csv?…")
        #expect(try server.requests().allSatisfy { $0.headers["Authorization"] != nil })
        #expect(try other.requests().map { $0.headers["Authorization"] } == [nil])

        fetch.password = "wrong-\(FeedServer.password)"
        fetch.address = "http://127.0.0.1:\(server.port)/private/feed.csv"
        let error = #expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }
        #expect(error?.kind == .refusedLogin)
        #expect(error?.description.contains("bob") == true)
        #expect(error?.description.contains(FeedServer.password) == false)
    }

    @Test func certificatesAreChecked() throws {
        let server = try FeedServer(.web, isEncrypted: true)
        var fetch = server.fetch("https", "/feed.csv")
        #expect(#expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .certificate)
        fetch.certificates = server.folder.path("certificate.pem")
        #expect(try fetch.fetch(to: out.path("f")).bytes == FeedServer.feed.count)
        // The name counts, too.
        fetch.address = "https://localhost:\(server.port)/feed.csv"
        #expect(#expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .certificate)
        // Encrypted is never left for clear.
        fetch.address = "https://127.0.0.1:\(server.port)/redirect?http://127.0.0.1:\(server.port)/feed.csv"
        #expect(
            #expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .unsupportedAddress)
        fetch.certificates = server.folder.path("feed.csv")
        #expect(#expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .badSettings)
        fetch.certificates = server.folder.path("none.pem")
        #expect(#expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .badSettings)
    }

    @Test(
        arguments: [
            ("http://bob:geheim@127.0.0.1/feed.csv", "http://127.0.0.1/feed.csv"),
            ("ftp://bob@127.0.0.1/feed.csv", "ftp://127.0.0.1/feed.csv"),
            ("http://127.0.0.1\\@bob:geheim@x/feed.csv?geheim", nil), ("://bob:geheim@host", nil),
            ("file:///etc/passwd", "file:///etc/passwd"), ("gopher://host/1", "gopher://host/1"), ("http://", nil),
        ] as [(String, String?)])
    func addressesThatAreNotFetched(_ address: String, _ shown: String?) throws {
        let error = #expect(throws: TransportError.self) { try FeedFetch(address).fetch(to: out.path("f")) }
        #expect(error?.kind == .unsupportedAddress)
        if let shown { #expect(error?.place == shown) }
        #expect(error?.description.contains("geheim") == false, "\(error?.description ?? "")")
    }

    @Test(
        arguments: [
            ("http://a/b", true), ("SFTP://a/b", true), ("feeds/*.xml", false), ("/feeds/a.xml", false),
            ("C:\\feeds", false), ("://a", false), ("a b://c", false),
        ])
    func addressesAreToldFromPaths(_ text: String, _ isAddress: Bool) {
        #expect(FeedFetch.isAddress(text) == isAddress)
    }

    @Test func aProbeReadsTheBeginning() throws {
        let server = try FeedServer(.web)
        let sample = try server.fetch("http", "/feed.csv").probe()
        #expect(sample.bytes == Array(FeedServer.feed.prefix(64 << 10)))
        #expect(sample.size == FeedServer.feed.count)
        #expect(sample.modified == FeedServer.modified)
        #expect(!sample.isWhole)
        #expect(try server.fetch("http", "/no-length/feed.csv").probe().size == nil)
        let whole = try server.fetch("http", "/no-length/feed.csv").probe(limit: FeedServer.feed.count)
        #expect(whole.isWhole && whole.size == FeedServer.feed.count)
        #expect(#expect(throws: TransportError.self) { try server.fetch("http", "/n").probe() }?.kind == .notFound)
    }

    @Test func filesComeByFTP() throws {
        let server = try FeedServer(.ftp)
        var fetch = server.fetch("ftp", "/feed.csv")
        #expect(#expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }?.kind == .refusedLogin)
        fetch.user = FeedServer.user
        fetch.password = FeedServer.password
        let feed = try fetch.fetch(to: out.path("f"))
        #expect(try out.bytes("f") == FeedServer.feed)
        #expect(feed.modified == FeedServer.modified)
        #expect(feed.bytes == FeedServer.feed.count)
        let sample = try fetch.probe()
        #expect(sample.bytes.count == 64 << 10 && sample.size == FeedServer.feed.count)
        for (path, kind) in [
            ("none.csv", .notFound), ("none/feed.csv", .notFound), ("short-feed.csv", .truncated),
        ] as [(String, TransportError.Kind)] {
            fetch.address = "ftp://127.0.0.1:\(server.port)/\(path)"
            let error = #expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }
            #expect(error?.kind == kind, "\(error?.description ?? "")")
        }
        #expect(try out.bytes("f") == FeedServer.feed)
    }

    /// What goes on behind the login is libcurl's affair: pyftpdlib 1.5.7 drops encrypted data of libcurl's.
    @Test func passwordsGoToFTPServersEncrypted() throws {
        let encrypting = try FeedServer(.ftp, isEncrypted: true)
        var fetch = encrypting.fetch("ftpes", "/feed.csv")
        fetch.user = FeedServer.user
        fetch.password = "wrong"
        #expect(#expect(throws: TransportError.self) { try fetch.probe() }?.kind == .certificate)
        fetch.certificates = encrypting.folder.path("certificate.pem")
        #expect(#expect(throws: TransportError.self) { try fetch.probe() }?.kind == .refusedLogin)
        let plain = try FeedServer(.ftp)
        fetch.address = "ftpes://127.0.0.1:\(plain.port)/feed.csv"
        #expect(#expect(throws: TransportError.self) { try fetch.probe() }?.kind == .encryption)
    }

    @Test func filesComeBySFTPFromHostsThatAreKnown() throws {
        let server = try FeedServer(.sftp)
        var fetch = server.fetch("sftp", "\(server.folder.path(""))/feed.csv")
        fetch.user = FeedServer.user
        fetch.password = FeedServer.password
        fetch.knownHosts = out.path("known_hosts")
        // Neither without a file of known hosts, nor with one that holds another host.
        let line = try String(decoding: server.folder.bytes("host-key.pub"), as: UTF8.self).split(separator: "\n")[0]
        for known in ["", "[127.0.0.1]:1 \(line)\n"] {
            if !known.isEmpty { try out.write("known_hosts", known.utf8) }
            let error = #expect(throws: TransportError.self) { try fetch.fetch(to: out.path("f")) }
            #expect(error?.kind == .unknownHost, "\(error?.description ?? "")")
            #expect(
                error?.remedy.hasSuffix("\n    [127.0.0.1]:\(server.port) \(line)") == true, "\(error?.remedy ?? "")")
        }
        // The line of the message is the one that helps.
        try out.write("known_hosts", "[127.0.0.1]:\(server.port) \(line)\n".utf8)
        let feed = try fetch.fetch(to: out.path("f"))
        #expect(try out.bytes("f") == FeedServer.feed)
        #expect(feed.modified == FeedServer.modified)
        #expect(try fetch.probe().size == FeedServer.feed.count)

        fetch.password = "wrong"
        #expect(#expect(throws: TransportError.self) { try fetch.probe() }?.kind == .refusedLogin)
        fetch.password = FeedServer.password
        fetch.address += ".none"
        #expect(#expect(throws: TransportError.self) { try fetch.probe() }?.kind == .notFound)

        // Another server at the same place.
        let other = try FeedServer(.sftp)
        fetch.address = "sftp://127.0.0.1:\(other.port)/feed.csv"
        try out.write("known_hosts", "[127.0.0.1]:\(other.port) \(line)\n".utf8)
        #expect(#expect(throws: TransportError.self) { try fetch.probe() }?.kind == .unknownHost)
    }
}
