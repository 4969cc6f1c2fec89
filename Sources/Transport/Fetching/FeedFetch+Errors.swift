extension FeedFetch {
    private static let schemes: Set<String> = ["http", "https", "ftp", "ftps", "ftpes", "sftp"]

    func checkedAddress() throws(TransportError) -> Address {
        guard let parts = Address(address), !parts.host.isEmpty || parts.scheme == "file" else {
            throw TransportError(
                .unsupportedAddress, Address.shown(address), "this is not an address that can be fetched",
                remedy: "Write it as https://host/path, ftp://host/path or sftp://host/path.")
        }
        if parts.hasCredentials {
            throw TransportError(
                .unsupportedAddress, parts.shown, "there is a user or a password in the address",
                remedy: "Take it out, and write “user” and “password from” with the source.")
        }
        guard Self.schemes.contains(parts.scheme) else {
            throw TransportError(
                .unsupportedAddress, parts.shown, "\(parts.scheme):// is not fetched",
                remedy: parts.scheme == "file"
                    ? "Write the path of the file itself." : "Use http, https, ftp, ftps, ftpes or sftp.")
        }
        return parts
    }

    func error(_ failure: Transfer.Failure, _ address: Address) -> TransportError {
        words(failure.kind, TransportError.quoted(failure.text, without: password), address)
    }

    /// What a person is told of a failure.
    ///
    /// - Parameter text: what libcurl says of it; may be empty.
    func words(_ kind: TransportError.Kind, _ text: String, _ address: Address) -> TransportError {
        let aside = text.isEmpty ? "" : " (\(text))"
        let message: String
        let remedy: String
        switch kind {
        case .unreachable:
            message = "the server cannot be reached\(aside)"
            remedy = "Check the host's name, and whether the server and this machine's network are up."
        case .timedOut:
            message = "the server took too long\(aside)"
            remedy = "Try again later; if it stays so, ask the supplier."
        case .disconnected:
            message = "the connection was lost\(aside)"
            remedy = "Try again later; if it stays so, ask the supplier."
        case .notFound:
            message = "the server has no such file, or does not show it to us\(aside)"
            remedy = "Check the path, with its capitals; ask the supplier whether the feed was moved."
        case .refusedLogin:
            message =
                user == nil
                ? "the server does not let us in without a user and a password\(aside)"
                : "the server does not let user “\(user!)” in\(aside)"
            remedy = "Check the source's “user”, and the password that “password from” or “password file” leads to."
        case .certificate:
            message = "the server's certificate is not trusted\(aside)"
            remedy = "Check the host's name; of a company's own certificates, name the file that holds them."
        case .encryption:
            message = "the server and this machine do not agree on an encryption\(aside)"
            remedy = "Ask the supplier whether the server speaks TLS 1.2 or later at this port."
        case .unknownHost: return unknownHost(text, address)
        case .tooLarge:
            message = "the feed is larger than \(sizeLimit) bytes"
            remedy = "Check that the address is the feed's; nothing was kept of it."
        case .truncated:
            message = "only a part of the feed came\(aside)"
            remedy = "Try again later; nothing was kept of it."
        case .tooManyRedirects:
            message = "the server sends us from one address to the next without an end"
            remedy = "Open the address in a browser, and write the one that it ends up with."
        case .server(let status):
            message = "the server answered with status \(status)\(aside)"
            remedy =
                status == 429
                ? "It was asked too often: fetch less often."
                : "Try again later; if it stays so, ask the supplier."
        case .unsupportedAddress:
            message = "the address, or the one it leads to, is not fetched\(aside)"
            remedy = "Write the address that it leads to, if you trust it; https is never left for http."
        case .cannotWrite, .badSettings, .badMailAddress, .unexpected:
            message = "the feed could not be fetched\(aside)"
            remedy = "Try again later; if it stays so, fetch it by hand and name the file in place of the address."
        }
        return TransportError(kind, address.shown, message, remedy: remedy)
    }

    /// - Parameter key: the server's, as a line of `known_hosts` has it behind the host.
    private func unknownHost(_ key: String, _ address: Address) -> TransportError {
        let host = address.port.map { "[\(address.host)]:\($0)" } ?? address.host
        let file = knownHosts ?? Self.usualKnownHosts
        return TransportError(
            .unknownHost, address.shown, "the server's key is not the one that \(file) holds for it, or it holds none",
            remedy: """
                Ask the supplier whether this is the server's key; if it is, put this line in place of any other of that \
                host:
                    \(host) \(key)
                """)
    }
}
