/// What a mail server answered to one command.
package struct MailReply: Hashable, Sendable {
    /// 250 = done; 4xx = not now; 5xx = never.
    package var code: Int
    /// With its code: `550 5.1.1 no such user`.
    package var text: String
}

/// Follows what is said between us and the mail server, so that one knows how far it came.
///
/// libcurl tells whether all went well, and no more: not which recipients were refused, nor whether the mail itself was
/// answered. Of what we say only the command's name is looked at; passwords pass by.
struct MailDialogue {
    private enum Step { case opening, sender, recipient(Int), data, content, leaving }

    private var step = Step.opening
    private var lines: [String] = []
    /// The last reply to anything but our farewell.
    private(set) var last: MailReply?
    /// The answer to `MAIL FROM`.
    private(set) var sender: MailReply?
    /// The answer to each `RCPT TO`, in the order of the recipients.
    private(set) var recipients: [MailReply?]
    /// The answer to `DATA`.
    private(set) var data: MailReply?
    /// The answer to the mail itself.
    private(set) var content: MailReply?

    init(recipients count: Int) { recipients = Array(repeating: nil, count: count) }

    mutating func hear(_ speaker: Transfer.Speaker, _ bytes: UnsafeRawBufferPointer) {
        switch speaker {
        case .we: command(bytes)
        case .server:
            for line in bytes.split(separator: 0x0A) { reply(line) }
        }
    }

    private mutating func command(_ bytes: UnsafeRawBufferPointer) {
        if bytes.starts(with: "MAIL FROM:".utf8) {
            step = .sender
        } else if bytes.starts(with: "RCPT TO:".utf8) {
            if case .recipient(let index) = step { step = .recipient(index + 1) } else { step = .recipient(0) }
        } else if bytes.starts(with: "DATA\r\n".utf8), case .recipient = step {
            step = .data
        } else if bytes.starts(with: "QUIT\r\n".utf8) {
            step = .leaving
        }
    }

    private mutating func reply(_ line: Slice<UnsafeRawBufferPointer>) {
        let text = HeaderText.oneLine(String(decoding: line, as: UTF8.self))
        lines.append(lines.isEmpty ? text : String(text.dropFirst(4)))
        // `250-` has more behind it, `250 ` has not.
        guard let code = Int(text.prefix(3)), !text.dropFirst(3).hasPrefix("-") else { return }
        let reply = MailReply(code: code, text: String(lines.joined(separator: " ").prefix(500)))
        lines = []
        switch step {
        case .opening: break
        case .sender: sender = reply
        case .recipient(let index): if recipients.indices.contains(index) { recipients[index] = reply }
        case .data:
            data = reply
            if code == 354 { step = .content }
        case .content: content = reply
        case .leaving: return
        }
        last = reply
    }
}
