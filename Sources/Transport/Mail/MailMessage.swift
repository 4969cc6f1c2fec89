import Glibc

/// A mail as it is meant, and as it travels (RFC 5322, MIME). The same values give the same bytes.
package struct MailMessage: Sendable {
    package struct Attachment: Sendable {
        /// `不符清单.csv`
        package var name: String
        /// `text/csv; charset=utf-8`
        package var mediaType: String
        package var bytes: [UInt8]

        package init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// `SpecSync <specsync@example.com>`
    package var from: String
    package var to: [String]
    package var subject: String
    /// When it was written, in seconds since 1970 UTC.
    package var seconds: Int64
    /// By how many seconds the clock on the wall is ahead of UTC.
    package var localOffset: Int
    /// `<2026-11-03T0230.operators@shop.example>`; mail systems take two mails with one of them for one.
    package var messageID: String
    package var text: String
    /// nil = text only.
    package var html: String?
    package var attachments: [Attachment] = []

    package init(
        from: String, to: [String], subject: String, seconds: Int64, localOffset: Int, messageID: String, text: String,
        html: String? = nil
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.seconds = seconds
        self.localOffset = localOffset
        self.messageID = messageID
        self.text = text
        self.html = html
    }

    /// The whole mail, ready to be handed over or kept as a file.
    ///
    /// - Throws: `badMailAddress` for a sender or recipient that is none, and where there is no recipient.
    package func rendered() throws(TransportError) -> [UInt8] {
        let sender = try MailAddress(from)
        var recipients: [MailAddress] = []
        for text in to { recipients.append(try MailAddress(text)) }
        guard !recipients.isEmpty else {
            throw TransportError(
                .badMailAddress, "“\(HeaderText.oneLine(subject))”", "the mail has no recipient",
                remedy: "Name at least one address.")
        }
        var fromHeader = HeaderText("From")
        sender.add(to: &fromHeader, isLast: true)
        var toHeader = HeaderText("To")
        for (index, recipient) in recipients.enumerated() {
            recipient.add(to: &toHeader, isLast: index == recipients.count - 1)
        }
        var subjectHeader = HeaderText("Subject")
        subjectHeader.add(text: subject)

        var bytes = fromHeader.line + toHeader.line + subjectHeader.line
        bytes += "Date: \(Self.date(seconds, localOffset: localOffset))\r\n".utf8
        bytes += "Message-ID: \(Self.cleaned(messageID))\r\n".utf8
        bytes += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n".utf8
        body.append(to: &bytes)
        return bytes
    }

    private var body: MailPart {
        // No line of base64 holds a “_”, so no boundary is ever found inside a part.
        let name = "=_\(fingerprint)_"
        var body = MailPart.text("plain", text)
        if let html { body = .parts("alternative", boundary: name + "a", [body, .text("html", html)]) }
        if attachments.isEmpty { return body }
        return .parts("mixed", boundary: name + "m", [body] + attachments.map { .file($0) })
    }

    /// What tells this mail's boundaries from those of a mail within it: FNV-1a of all that it says.
    private var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        for text in [messageID, subject, text, html ?? ""] { add(text.utf8) }
        for file in attachments {
            add(file.name.utf8)
            add(file.bytes)
        }
        return String(hash, radix: 16)
    }

    /// A Message-ID with nothing in it but what may be.
    private static func cleaned(_ text: String) -> String {
        "<"
            + String(
                decoding: text.utf8.filter { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }, as: UTF8.self)
            + ">"
    }

    /// `Tue, 03 Nov 2026 02:30:00 +0800`; strftime would write the days in the machine's language.
    private static func date(_ seconds: Int64, localOffset: Int) -> String {
        var moment = Int(seconds) + localOffset
        var parts = tm()
        gmtime_r(&moment, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: some BinaryInteger) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = abs(localOffset) / 60
        return
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) "
            + "\(localOffset < 0 ? "-" : "+")\(two(minutes / 60))\(two(minutes % 60))"
    }
}
