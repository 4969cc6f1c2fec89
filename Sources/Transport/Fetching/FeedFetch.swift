import Glibc

/// One feed that lies on a server, and how patiently it is fetched.
package struct FeedFetch: Sendable {
    /// `http(s)://`, `ftp(s)://`, `ftpes://` (FTP that is encrypted from the login on) or `sftp://`, without credentials.
    package var address: String
    /// nil = nobody in particular; an FTP server then knows us as `anonymous`.
    package var user: String?
    package var password: String?
    /// A file of further certificates to trust, in PEM.
    package var certificates: String?
    /// The file of the SSH servers' keys; nil = `.ssh/known_hosts` of whoever runs this.
    package var knownHosts: String?
    /// In bytes, as the file lies on the disk.
    package var sizeLimit = 20_000_000_000
    /// Seconds to connect.
    package var connectLimit = 30
    /// Seconds with less than 100 bytes each before the transfer is given up.
    package var stallLimit = 60
    /// How long to wait before each further attempt.
    package var pauses: [Duration] = [.seconds(3), .seconds(15)]

    package init(_ address: String, user: String? = nil, password: String? = nil) {
        self.address = address
        self.user = user
        self.password = password
    }

    /// Whether a text is an address, and not the path of a file.
    package static func isAddress(_ text: String) -> Bool {
        guard let end = text.firstRange(of: "://") else { return false }
        let scheme = text[..<end.lowerBound]
        return scheme.first?.isLetter == true
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }

    /// Fetches the feed into the file `path`, which is replaced when all of the feed has come, and not before.
    ///
    /// A server that neither announces a length nor ends what it sends (HTTP/1.0) can be cut off without a trace; a
    /// reader of the file has to see that.
    package func fetch(to path: String) throws(TransportError) -> FetchedFeed {
        let address = try checkedAddress()
        var attempt = 0
        while true {
            let transfer = try transfer(to: address)
            do throws(TransportError) {
                return try self.fetch(transfer, address, to: path)
            } catch {
                guard attempt < pauses.count, isWorthRepeating(error.kind, address) else { throw error }
            }
            // A server may ask for more patience than we planned, but not for a night of it.
            Self.sleep(max(pauses[attempt], .seconds(min(transfer.retryAfter, 60))))
            attempt += 1
        }
    }

    /// Reaches the feed once and reads its beginning only, at most `limit` bytes.
    package func probe(limit: Int = 64 << 10) throws(TransportError) -> FeedSample {
        let address = try checkedAddress()
        let transfer = try transfer(to: address)
        transfer.set(.timeLimit, connectLimit + stallLimit)
        var bytes: [UInt8] = []
        var isCut = false
        transfer.take = { part in
            isCut = bytes.count + part.count > limit
            bytes.append(contentsOf: part.prefix(limit - bytes.count))
            return !isCut
        }
        if let failure = transfer.perform(), !isCut { throw error(failure, address) }
        try checkStatus(transfer, address)
        return FeedSample(
            bytes: bytes, isWhole: !isCut, size: isCut ? transfer.announcedBytes : bytes.count,
            modified: transfer.modified, address: Address.shown(transfer.finalAddress))
    }

    private func fetch(_ transfer: Transfer, _ address: Address, to path: String) throws(TransportError) -> FetchedFeed
    {
        let file = try FreshFile(path)
        transfer.set(.byteLimit, sizeLimit)
        if address.scheme.hasPrefix("http") { transfer.set(.packing, "gzip, deflate") }
        transfer.take = { part in
            // What was packed small may be large.
            file.count + part.count <= sizeLimit && file.write(part)
        }
        if let failure = transfer.perform() {
            if file.failure != 0 { throw file.error() }
            if transfer.isStopped { throw words(.tooLarge, "", address) }
            throw error(failure, address)
        }
        try checkStatus(transfer, address)
        try file.commit()
        return FetchedFeed(
            bytes: file.count, modified: transfer.modified, address: Address.shown(transfer.finalAddress))
    }

    /// Success may still be a page about nothing: 204, or a part of the file.
    private func checkStatus(_ transfer: Transfer, _ address: Address) throws(TransportError) {
        if address.scheme.hasPrefix("http"), transfer.status != 200, transfer.status != 203 {
            throw words(TransportError.Kind(status: transfer.status), "", address)
        }
    }

    private func transfer(to address: Address) throws(TransportError) -> Transfer {
        let transfer = Transfer()
        var encoded = address.encoded
        if address.scheme == "ftpes" {
            encoded = "ftp" + encoded.dropFirst("ftpes".count)
            transfer.demandEncryption()
        }
        transfer.set(.address, encoded)
        transfer.set(.schemes, "http,https,ftp,ftps,sftp")
        transfer.set(.redirectSchemes, address.scheme == "https" ? "https" : "http,https")
        transfer.set(.followRedirects, 1)
        transfer.set(.redirectLimit, 10)
        transfer.set(.failOnError, 1)
        transfer.set(.askForDate, 1)
        transfer.set(.agent, "SpecSync")
        transfer.set(.connectLimit, connectLimit)
        transfer.set(.leastSpeed, 100)
        transfer.limitReplies(to: stallLimit)
        // Whatever drips just fast enough must end some time, too.
        transfer.set(.timeLimit, 12 * 3600)
        transfer.set(.knownHosts, knownHosts ?? Self.usualKnownHosts)
        if address.isLoopback { transfer.set(.proxy, "") }
        if let user { transfer.set(.user, user) }
        if let password { transfer.set(.password, password) }
        if let certificates { transfer.trust(try Certificates.read(certificates)) }
        return transfer
    }

    private func isWorthRepeating(_ kind: TransportError.Kind, _ address: Address) -> Bool {
        switch kind {
        case .unreachable, .timedOut, .disconnected, .truncated, .encryption: true
        // An FTP server's "not now" begins with a 4, an HTTP server's with a 5.
        case .server(let status):
            address.scheme.hasPrefix("http")
                ? status == 408 || status == 429 || status >= 500 : (400..<500).contains(status)
        default: false
        }
    }

    static let usualKnownHosts: String = {
        let home =
            getenv("HOME").map { String(cString: $0) } ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) }
        return (home ?? "") + "/.ssh/known_hosts"
    }()

    private static func sleep(_ pause: Duration) {
        let (seconds, attoseconds) = pause.components
        var left = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        var rest = timespec()
        while nanosleep(&left, &rest) != 0, errno == EINTR { left = rest }
    }
}

/// A feed that was fetched whole.
package struct FetchedFeed: Hashable, Sendable {
    /// The size of the file.
    package var bytes: Int
    /// When it was changed last, in seconds since 1970 UTC, by the server's word; nil = it did not say.
    package var modified: Int64?
    /// Where it came from after all redirects, without credentials and query.
    package var address: String
}

/// The beginning of a feed.
package struct FeedSample: Hashable, Sendable {
    package var bytes: [UInt8]
    /// There is no more of it.
    package var isWhole: Bool
    /// The feed's size in bytes; nil = the server did not say.
    package var size: Int?
    /// When it was changed last, in seconds since 1970 UTC, by the server's word; nil = it did not say.
    package var modified: Int64?
    /// Where it came from after all redirects, without credentials and query.
    package var address: String
}
