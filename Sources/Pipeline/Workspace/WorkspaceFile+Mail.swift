import Feeds

extension WorkspaceFile {
    static let mailKeys =
        ["server", "security"] + credentialKeys + [
            "from", "to", "suppliers too", "when nothing changed", "certificates",
        ]

    func mail() throws(FeedError) -> MailSettings? {
        guard let table = try top.filledTable("mail") else { return nil }
        try Self.refusePassword(in: table)
        try table.allow(Self.mailKeys, in: "“mail”")
        guard let server = try table.filledText("server") else {
            throw Self.missing(table, "server", of: "“mail”", "Write “server: smtp.example.com:587”.")
        }
        guard let (host, port) = Self.server(server) else {
            throw Self.wrong(
                table, "server", "“server” is no server with its port",
                "Write the name and the port: smtp.example.com:587. User and password have keys of their own.")
        }
        var security = MailSettings.Security.starttls
        if let word = try table.filledText("security") {
            security = try YAMLTable.choose(
                word, MailSettings.Security.allCases.map { ($0.rawValue, $0) }, Self.place(table, "security"),
                "security")
        } else if port == 465 {
            security = .tls
        }
        guard let from = try table.filledText("from") else {
            throw Self.missing(table, "from", of: "“mail”", "Write “from: SpecSync <specsync@example.com>”.")
        }
        guard MailAddress.isNamed(from) else {
            throw Self.wrong(
                table, "from", "“\(from)” is no sender", "Write “SpecSync <specsync@example.com>” or the address alone."
            )
        }
        let to = try table.texts("to") ?? []
        if to.isEmpty {
            throw Self.missing(table, "to", of: "“mail”", "Write who gets the reports: “to: [me@example.com]”.")
        }
        for address in to where !MailAddress.isBare(address) {
            throw Self.wrong(
                table, "to", "“\(address)” is no e-mail address", "Write addresses alone: “to: [me@example.com]”.")
        }
        var mail = MailSettings(host: host, port: port ?? Self.usualPort(security), from: from, operators: to)
        mail.security = security
        mail.credentials = try Self.credentials(table)
        if security == .none, mail.credentials != Credentials(), !Self.isThisMachine(host) {
            throw Self.wrong(
                table, "security", "with “security: none” the password would cross the network for anybody to read",
                "It can be: starttls, tls.")
        }
        mail.toSuppliers = try table.filledText("suppliers too") == nil ? false : table.flag("suppliers too") ?? false
        if try table.filledText("when nothing changed") != nil {
            mail.isQuiet = try table.flag("when nothing changed") == false
        }
        mail.certificates = try table.filledText("certificates")
        return mail
    }

    private static func usualPort(_ security: MailSettings.Security) -> Int {
        switch security {
        case .starttls: 587
        case .tls: 465
        case .none: 25
        }
    }

    private static func isThisMachine(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }

    /// `smtp.example.com`, `smtp.example.com:587`, `[::1]:25`.
    private static func server(_ text: String) -> (host: String, port: Int?)? {
        var host = text[...]
        var port: Int?
        if host.first == "[", let close = host.firstIndex(of: "]") {
            let rest = host[host.index(after: close)...]
            host = host[host.index(after: host.startIndex)..<close]
            guard host.allSatisfy({ $0.isHexDigit || ":.%".contains($0) }) else { return nil }
            if !rest.isEmpty {
                guard rest.first == ":", let number = Int(rest.dropFirst()) else { return nil }
                port = number
            }
        } else {
            if let colon = host.firstIndex(of: ":") {
                guard let number = Int(host[host.index(after: colon)...]) else { return nil }
                port = number
                host = host[..<colon]
            }
            guard !host.isEmpty, host.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) }) else {
                return nil
            }
        }
        if let port, !(1...65_535).contains(port) { return nil }
        return host.isEmpty ? nil : (String(host), port)
    }
}
