import Foundation
import TestSupport
import Testing

@testable import Transport

@Suite struct DeliveryTests {
    static let sender = "SpecSync <specsync@example.com>"
    static let recipients = ["老板 <boss@example.com>", "b@example.com"]

    static let message: MailMessage = {
        var message = MailMessage(
            from: sender, to: recipients, subject: "每日对账：3 处新的不符，其中 1 处会发错货，请先看颜色与尺码 — 鞋店旗舰店",
            seconds: 1_793_673_000, localOffset: 8 * 3600, messageID: "<2026-11-03T0230.operators@shop.example>",
            text: "您好\r\n.\r\n..x\n.\n" + String(repeating: "很长的一行 ", count: 5000) + "\nFrom here\n",
            html: "<p>颜色不符</p>\n.\n")
        message.attachments = [
            MailMessage.Attachment(
                name: "不符清单 2026-11-03（全部货源）.csv", mediaType: "text/csv; charset=utf-8",
                bytes: [0xEF, 0xBB, 0xBF] + "款号\r\n.\r\n".utf8),
            MailMessage.Attachment(
                name: "report.html", mediaType: "text/html; charset=utf-8",
                bytes: (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }),
        ]
        return message
    }()

    static let bytes = try! message.rendered()

    static func deliver(_ settings: MailServer) throws -> Delivery {
        settings.deliver(Array(try MailMessageTests.message().rendered()), from: sender, to: recipients)
    }

    /// The error of an outcome that is not `sent`, as `later unreachable: text`.
    static func word(_ delivery: Delivery) -> (String, TransportError?) {
        switch delivery {
        case .sent: ("sent", nil)
        case .refused(let error): ("refused", error)
        case .later(let error): ("later", error)
        case .unknown(let error): ("unknown", error)
        }
    }

    @Test(arguments: MailServer.Security.allCases)
    func aMailArrivesAsItWasMeant(_ security: MailServer.Security) throws {
        let mailbox = try Mailbox(security)
        guard case .sent(let refused) = mailbox.settings.deliver(Self.bytes, from: Self.sender, to: Self.recipients)
        else {
            Issue.record("not sent")
            return
        }
        #expect(refused.isEmpty)
        #expect(try mailbox.folder.bytes("mails/0001.eml") == Self.bytes)
        let mail = try #require(try mailbox.mails().first)
        #expect(mail.defects == [])
        #expect(mail.isEncrypted == (security != .none))
        #expect(mail.user == Mailbox.user)
        #expect(mail.envelopeFrom == "specsync@example.com")
        #expect(mail.envelopeTo == ["boss@example.com", "b@example.com"])
        #expect(mail.longestLine <= 76)
        #expect(mail.bareLineEnds == 0)
        #expect(mail.subject == Self.message.subject)
        #expect(mail.from == Self.sender)
        #expect(mail.to == [["老板", "boss@example.com"], ["", "b@example.com"]])
        #expect(mail.date == "2026-11-03T10:30:00+08:00")
        #expect(mail.messageId == Self.message.messageID)
        #expect(mail.headers.contains(["Auto-Submitted", "auto-generated"]))
        #expect(
            mail.shape == [
                "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/csv", "text/html",
            ])
        let text = String(decoding: try mailbox.folder.bytes("mails/0001.parts/1"), as: UTF8.self)
        #expect(text.replacing("\r\n", with: "\n") == Self.message.text.replacing("\r\n", with: "\n"))
        #expect(mail.parts.map(\.disposition) == [nil, nil, "attachment", "attachment"])
        #expect(mail.parts.map(\.fileName) == [nil, nil] + Self.message.attachments.map(\.name))
        #expect(mail.parts[2].plainName == "_____________2026-11-03__________________.csv")
        for (index, attachment) in Self.message.attachments.enumerated() {
            #expect(try mailbox.folder.bytes("mails/0001.parts/\(index + 3)") == attachment.bytes)
        }
    }

    @Test(
        arguments: [
            ("data", "refused", .server(554)), ("data-later", "later", .server(451)),
            ("sender", "later", .server(550)),
            ("sender-later", "later", .server(451)), ("lost-answer", "unknown", .disconnected),
            ("silent", "unknown", .timedOut), ("drop-before-data", "later", .disconnected),
        ] as [(String, String, TransportError.Kind)])
    func whatBecameOfIt(_ fail: String, _ outcome: String, _ kind: TransportError.Kind) throws {
        let mailbox = try Mailbox(.starttls, "--fail", fail, "--times", "1")
        var settings = mailbox.settings
        if fail == "silent" { settings.replyLimit = 1 }
        let (word, error) = Self.word(try Self.deliver(settings))
        #expect(word == outcome)
        #expect(error?.kind == kind, "\(error?.description ?? "")")
        // Only where the answer was lost the mail may be there, and is.
        #expect(try mailbox.mails().count == (outcome == "unknown" ? 1 : 0))
        #expect(Self.word(try Self.deliver(settings)).0 == "sent")
    }

    @Test func someRecipientsAreRefused() throws {
        var mailbox = try Mailbox(.starttls, "--fail", "recipient=b@example.com")
        guard case .sent(let refused) = try Self.deliver(mailbox.settings) else {
            Issue.record("not sent")
            return
        }
        #expect(refused.map(\.address) == ["b@example.com"])
        #expect(refused.map(\.reply.code) == [550])
        #expect(refused.first?.reply.text == "550 5.1.1 nobody of that name")
        #expect(try mailbox.mails().map(\.envelopeTo) == [["boss@example.com"]])

        // All of them: for good, or as long as one of them may be taken later.
        mailbox = try Mailbox(
            .starttls, "--fail", "recipient=b@example.com", "--fail", "recipient=boss@example.com", "--times", "3")
        #expect(Self.word(try Self.deliver(mailbox.settings)).0 == "refused")
        mailbox = try Mailbox(
            .starttls, "--fail", "recipient=b@example.com", "--fail", "recipient-later=boss@example.com")
        let (word, error) = Self.word(try Self.deliver(mailbox.settings))
        #expect(word == "later")
        #expect(
            error?.message.contains("boss@example.com and all other recipients: 451") == true, "\(error?.message ?? "")"
        )
    }

    @Test func passwordsAreNotForEverybody() throws {
        // The server does not offer STARTTLS: nothing is said in clear in its place.
        let mailbox = try Mailbox(.starttls, "--no-starttls")
        #expect(Self.word(try Self.deliver(mailbox.settings)).1?.kind == .encryption)
        #expect(#expect(throws: TransportError.self) { try mailbox.settings.probe() }?.kind == .encryption)
        #expect(try mailbox.mails().isEmpty)
        // In clear only to this machine.
        for host in ["smtp.example.com", "10.0.0.1", "127.0.0.1.example.com", "localhost.example.com"] {
            let settings = MailServer(host: host, port: 25, security: .none, user: "u", password: "geheim")
            let error = #expect(throws: TransportError.self) { try settings.probe() }
            #expect(error?.kind == .badSettings)
            #expect(error?.description.contains("geheim") == false)
        }
        // A password that the server repeats is not repeated once more.
        #expect(TransportError.quoted("535 not geheim\r\nQUIT.", without: "geheim") == "535 not *** QUIT")
    }

    @Test func aServerMustShowWhoItIs() throws {
        for security in [MailServer.Security.starttls, .tls] {
            let mailbox = try Mailbox(security)
            var settings = mailbox.settings
            settings.certificates = nil
            let (word, error) = Self.word(try Self.deliver(settings))
            #expect(word == "later")
            #expect(error?.kind == .certificate, "\(error?.description ?? "")")
            // A certificate for another name.
            settings = mailbox.settings
            settings.host = "localhost"
            #expect(Self.word(try Self.deliver(settings)).1?.kind == .certificate)
            #expect(try mailbox.mails().isEmpty)
        }
    }

    @Test func aProbeSendsNothing() throws {
        for security in MailServer.Security.allCases {
            let mailbox = try Mailbox(security)
            try mailbox.settings.probe()
            var settings = mailbox.settings
            settings.password = "wrong-" + Mailbox.password
            let error = #expect(throws: TransportError.self) { try settings.probe() }
            #expect(error?.kind == .refusedLogin, "\(error?.description ?? "")")
            #expect(error?.description.contains(Mailbox.user) == true)
            #expect(error?.description.contains(Mailbox.password) == false)
            // A mail that the password keeps from going is still good.
            #expect(Self.word(try Self.deliver(settings)).0 == "later")
            settings.user = nil
            settings.password = nil
            #expect(Self.word(try Self.deliver(settings)).1?.kind == .refusedLogin)
            #expect(try mailbox.mails().isEmpty)
        }
    }

    @Test func whereNobodyListensIsUnreachable() throws {
        var settings = try Mailbox(.none, hasLogin: false).settings
        settings.certificates = nil
        #expect(Self.word(try Self.deliver(settings)).1?.kind == .unreachable)
        #expect(#expect(throws: TransportError.self) { try settings.probe() }?.kind == .unreachable)
    }

    @Test(
        arguments: [
            ("", 25), ("smtp.example.com", 0), ("smtp.example.com", 65_536), ("a b", 25), ("u:p@host", 25),
            ("host/x", 25),
            ("鞋.cn", 25), ("host\r\nQUIT", 25),
        ])
    func settingsThatNameNoServer(_ host: String, _ port: Int) {
        let error = #expect(throws: TransportError.self) { try MailServer(host: host, port: port).probe() }
        #expect(error?.kind == .badSettings)
    }

    @Test func addressesAreCheckedBeforeAnythingIsSaid() throws {
        let settings = MailServer(host: "127.0.0.1", port: 1)
        for (from, to) in [(Self.sender, ["a@b.c>\r\nRCPT TO:<x@y.z"]), ("nobody", ["a@b.c"]), (Self.sender, [])] {
            let (word, error) = Self.word(settings.deliver([], from: from, to: to))
            #expect(word == "refused")
            #expect(error?.kind == .badMailAddress)
        }
    }

    @Test func aServerThatDoesNotSayGoodbyeHasTheMail() throws {
        let mailbox = try Mailbox(.starttls, "--fail", "slow-quit")
        #expect(Self.word(try Self.deliver(mailbox.settings)).0 == "sent")
        #expect(try mailbox.mails().count == 1)
    }

    @Test func halfAMailIsNoneAtAll() throws {
        let mailbox = try Mailbox(.starttls, "--fail", "drop-in-data")
        // More than fits into the buffers on the way, or the last byte would be gone before the connection is.
        let mail = [UInt8](repeating: 0x61, count: 40_000_000)
        let (word, error) = Self.word(mailbox.settings.deliver(mail, from: Self.sender, to: Self.recipients))
        #expect(word == "later")
        #expect(error?.kind == .disconnected)
    }
}
