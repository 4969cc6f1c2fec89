/// The server that takes our mails.
package struct MailServer: Sendable {
    package enum Security: String, CaseIterable, Sendable {
        /// The dialogue begins in clear and must be encrypted before anything is said (usually port 587).
        case starttls
        /// Encrypted from the first byte (usually port 465).
        case tls
        /// In clear. Only without a password, or to this machine itself.
        case none
    }

    package var host: String
    package var port: Int
    package var security: Security
    package var user: String?
    package var password: String?
    /// A file of further certificates to trust, in PEM.
    package var certificates: String?
    /// Seconds to connect.
    package var connectLimit = 30
    /// Seconds to wait for a reply. Some servers look through a mail before they answer, and who hangs up sooner
    /// does not know whether it was taken.
    package var replyLimit = 300

    package init(
        host: String, port: Int, security: Security = .starttls, user: String? = nil, password: String? = nil,
        certificates: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.certificates = certificates
    }

    /// For people: `smtp.example.com:587`.
    var place: String { "\(HeaderText.oneLine(host)):\(port)" }

    /// Whether somebody would let us in, without a mail: connects, encrypts, logs in, and takes its leave.
    package func probe() throws(TransportError) {
        let transfer = try transfer()
        transfer.limitReplies(to: min(replyLimit, 60))
        transfer.set(.command, "NOOP")
        transfer.set(.withoutBody, 1)
        var dialogue = MailDialogue(recipients: 0)
        transfer.hear = { dialogue.hear($0, $1) }
        if let failure = transfer.perform() { throw error(failure, dialogue.last) }
    }

    /// A dialogue with this server, of which nothing is said yet.
    func transfer() throws(TransportError) -> Transfer {
        let isAddress = host.contains(":")
        let name = isAddress && !host.hasPrefix("[") ? "[\(host)]" : host
        guard (1...65_535).contains(port), !host.isEmpty,
            host.utf8.allSatisfy({
                $0 < 0x80 && ($0 > 0x2F || $0 == 0x2D || $0 == 0x2E) && !"<>?@\\/".utf8.contains($0)
            }),
            let address = Address("\(security == .tls ? "smtps" : "smtp")://\(name):\(port)"), !address.hasCredentials
        else {
            throw TransportError(
                .badSettings, place, "this is not a mail server's name and port",
                remedy: "Write name and number as “server”, such as smtp.example.com:587.")
        }
        if security == .none, password?.isEmpty == false, !address.isLoopback {
            throw TransportError(
                .badSettings, place, "the password would travel in clear, for everybody to read",
                remedy: "Set security: to starttls or tls; none is only for servers without a password.")
        }
        let transfer = Transfer()
        transfer.set(.address, address.encoded)
        transfer.set(.schemes, "smtp,smtps")
        if security != .none { transfer.demandEncryption() }
        if address.isLoopback { transfer.set(.proxy, "") }
        if let user { transfer.set(.user, user) }
        if let password { transfer.set(.password, password) }
        if let certificates { transfer.trust(try Certificates.read(certificates)) }
        transfer.set(.connectLimit, connectLimit)
        transfer.set(.leastSpeed, 1)
        transfer.limitReplies(to: replyLimit)
        transfer.set(.tellDialogue, 1)
        // `QUIT` is said at once, and with the limit that holds then.
        transfer.set(.withoutReuse, 1)
        return transfer
    }
}
