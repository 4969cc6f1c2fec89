import Foundation
import TestSupport
import Testing

/// The operators' mail: when there is one, what happens where the server does not take it, and that it comes once.
@Suite struct NightMailTests {
    private static let cheap = "K1-1,黑色;M,59.00,5"
    private static let dear = "K1-1,黑色;M,139.00,5"

    /// One supplier, one shop, and something wrong with a price.
    private func shop(_ mail: String) throws -> NightShop {
        let shop = try NightShop(Self.settings(mail))
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,黑色,L,68.00,5", "K2-1,白色,S,50.00,9"))
        try shop.write("shop.csv", Goods.shop(Self.cheap, "K1-2,黑色;L,139.00,5", "K2-1,白色;S,99.00,9"))
        shop.environment = ["SMTP_PASSWORD": NightMailbox.password]
        return shop
    }

    private static func settings(_ mail: String) -> String {
        """
        shop: 小店
        language: zh
        sources:
          - {name: 店铺, role: shop, feed: shop.csv}
          - {name: A厂, role: supplier, feed: a.csv}
        rules: {price: floor}
        \(mail)
        """
    }

    /// `state attempts` of all mails in the ledger, by their runs.
    private func states(_ shop: NightShop) throws -> [String] {
        try shop.ledger("mail").map { "\($0["run"]) \($0["state"]) \($0["attempts"])" }
    }

    // MARK: When there is a mail

    /// One mail a day; what came after it stands in the next day's.
    @Test func oneADay() throws {
        let mailbox = try NightMailbox()
        let shop = try shop(mailbox.settings())
        try shop.night(3)
        #expect(try mailbox.mails().map(\.subject) == ["[小店] 1 项新的紧急不符（11-03）"])

        // By day another one is found.
        try shop.write("shop.csv", Goods.shop(Self.cheap, "K1-2,黑色;L,139.00,5", "K2-1,白色;S,49.00,9"))
        let second = try shop.night(3, "14:30")
        #expect(second.code == 1 && second.text.contains("新 1（紧急 1） 未决 1（紧急 1）"), "\(second.text)")
        #expect(try mailbox.mails().count == 1)

        try shop.night(4)
        let mails = try mailbox.mails()
        #expect(mails.map(\.subject) == ["[小店] 1 项新的紧急不符（11-03）", "[小店] 1 项新的紧急不符（11-04）"])
        let text = try mailbox.partText(1, ofMail: 2)
        let (new, old) = (try #require(text.firstRange(of: "K2-1")), try #require(text.firstRange(of: "K1-1")))
        #expect(new.lowerBound < old.lowerBound, "what is new comes first")
        #expect(Set(mails.map(\.messageId)).count == 2)
    }

    /// Silence where nothing is new, unless that is told, too.
    @Test(arguments: [("", [1, 1, 2, 2]), ("  when nothing changed: yes", [1, 2, 3, 4])])
    func nothingNew(_ more: String, _ counts: [Int]) throws {
        let mailbox = try NightMailbox()
        let shop = try shop(mailbox.settings(more))
        var found: [Int] = []
        for day in 3...6 {
            // On the third night it is put right, which is told.
            if day == 5 { try shop.write("shop.csv", Goods.shop(Self.dear, "K1-2,黑色;L,139.00,5", "K2-1,白色;S,99.00,9")) }
            try shop.night(day)
            found.append(try mailbox.mails().count)
        }
        #expect(found == counts)
    }

    /// A dry run shows what would be sent, and takes nothing away from the real one.
    @Test func dryRun() throws {
        let mailbox = try NightMailbox()
        let shop = try shop(mailbox.settings())
        let dry = try shop.night(3, "02:30", "--dry-run")
        #expect(dry.code == 1)
        #expect(try mailbox.mails().isEmpty)
        #expect(try shop.names("outbox") == ["2026-11-03T0230-operators.eml"])
        let mail = try shop.text("outbox/2026-11-03T0230-operators.eml")
        #expect(mail.contains("\r\nMessage-ID: <2026-11-03T0230.") && mail.contains("\r\nTo: boss@shop.example\r\n"))

        // A second dry run has nothing new to tell; a real one has.
        #expect(try shop.night(3, "03:00", "--dry-run").text.contains("新 0"))
        #expect(try shop.names("outbox").count == 1)
        #expect(try shop.night(3, "03:30").text.contains("新 1"))
        #expect(try mailbox.mails().map(\.subject) == ["[小店] 1 项新的紧急不符（11-03）"])
        #expect(try shop.names("outbox").count == 1, "a real run writes no such file")
    }

    /// The suppliers' questions as mails to them.
    @Test func toSuppliers() throws {
        let mailbox = try NightMailbox()
        let shop = try shop(mailbox.settings("  suppliers too: yes"))
        try shop.write(
            "specsync.yaml",
            try shop.text("specsync.yaml").replacing(
                "feed: a.csv}", with: "feed: a.csv, contact: {name: 王姐, email: wang@a.example}}"))
        // Two goods under one code: only the supplier can say which is which.
        try shop.write(
            "a.csv", Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,黑色,L,68.00,5", "K2-1,白色,S,50.00,9", "K2-1,白色,M,50.00,9"))
        let answer = try shop.night(3)
        let mails = try mailbox.mails()
        #expect(mails.map(\.envelopeTo) == [["boss@shop.example"], ["wang@a.example"]], "\(answer.errors)")
        #expect(mails.flatMap(\.defects) == [])
        #expect(mails.last?.shape == ["text/plain"])
        #expect(try mailbox.partText(1, ofMail: 2).contains("K2-1"))
        #expect(try shop.names("reports/latest/messages") == ["A厂.txt"])
        // The same is not asked every night.
        try shop.night(4)
        #expect(try mailbox.mails().count == 2)
    }

    // MARK: Where the server does not take it

    /// What waits is sent by the next run, as it was made, and no other is made for the old run.
    @Test func theServerIsBusy() throws {
        let mailbox = try NightMailbox("--fail", "data-later", "--times", "1")
        let shop = try shop(mailbox.settings())
        let first = try shop.night(3)
        #expect(first.code == 1, "the exit code tells the findings")
        #expect(
            first.errors.contains("mail 2026-11-03T0230 operators: not sent") && first.errors.contains("disk is full"))
        #expect(try mailbox.mails().isEmpty)
        #expect(try states(shop) == ["1 waiting 1"])

        let second = try shop.night(4)
        #expect(second.errors.contains("mail 2026-11-03T0230 operators: sent"))
        let mails = try mailbox.mails()
        #expect(mails.map(\.subject) == ["[小店] 1 项新的紧急不符（11-03）"], "nothing else is new")
        #expect(mails[0].messageId.hasPrefix("<2026-11-03T0230.") && mails[0].date?.hasPrefix("2026-11-03") == true)
        try shop.night(5)
        #expect(try mailbox.mails().count == 1)
        #expect(try states(shop) == ["1 sent 2"])
    }

    /// The answer was lost on the way: the mail may have been taken. It is sent again under its Message-ID, so that mail
    /// systems drop the double.
    @Test func theAnswerIsLost() throws {
        let mailbox = try NightMailbox("--fail", "lost-answer", "--times", "1")
        let shop = try shop(mailbox.settings())
        #expect(try shop.night(3).errors.contains("the server's answer was lost"))
        #expect(try states(shop) == ["1 waiting 1"])
        try shop.night(4)
        let mails = try mailbox.mails()
        #expect(mails.count == 2)
        #expect(Set(mails.map(\.messageId)).count == 1)
        #expect(
            try mailbox.folder.bytes("mails/0001.eml") == mailbox.folder.bytes("mails/0002.eml"), "to the byte the same"
        )
        try shop.night(5)
        #expect(try mailbox.mails().count == 2)
    }

    /// Nobody of that name: the others get it, the log says who did not, and nobody tries again.
    @Test func oneIsRefused() throws {
        let mailbox = try NightMailbox("--fail", "recipient=gone@shop.example")
        let shop = try shop(mailbox.settings(to: "boss@shop.example, gone@shop.example"))
        let answer = try shop.night(3)
        #expect(answer.errors.contains("operators: sent not to gone@shop.example: 550"), "\(answer.errors)")
        try shop.night(4)
        #expect(try mailbox.mails().map(\.envelopeTo) == [["boss@shop.example"]])
        #expect(try states(shop) == ["1 sent 1"])
    }

    @Test func allAreRefused() throws {
        let mailbox = try NightMailbox("--fail", "recipient=gone@shop.example")
        let shop = try shop(mailbox.settings(to: "gone@shop.example"))
        let answer = try shop.night(3)
        #expect(answer.code == 1)
        #expect(answer.errors.contains("operators: not sent") && answer.errors.contains("nobody of that name"))
        // That mail is not tried again; but what nobody got is still new, and the next night makes another.
        #expect(try shop.night(4).errors.contains("operators: not sent"))
        #expect(try states(shop) == ["1 refused 1", "2 refused 1"])
    }

    /// Nobody answers there at all; the mails of two nights wait, and leave in their order.
    @Test func theServerIsDown() throws {
        let mailbox = try NightMailbox()
        let shop = try shop(
            NightMailbox.settings(port: 1, certificate: mailbox.folder.path("certificate.pem")))
        let first = try shop.night(3)
        #expect(first.code == 1)
        #expect(first.errors.contains("operators: not sent") && first.errors.contains("cannot be reached"))
        #expect(shop.has("reports/latest/report.html"))
        try shop.write("shop.csv", Goods.shop(Self.dear, "K1-2,黑色;L,139.00,5", "K2-1,白色;S,99.00,9"))
        #expect(try shop.night(4).code == 0, "the exit code is that of the findings")
        #expect(try states(shop) == ["1 waiting 2", "2 waiting 1"])

        try shop.write("specsync.yaml", Self.settings(mailbox.settings()))
        try shop.night(5)
        #expect(
            try mailbox.mails().map(\.subject) == ["[小店] 1 项新的紧急不符（11-03）", "[小店] 没有新的不符，1 项已解决（11-04）"])
    }

    /// What has not left after a week tells nobody anything any more.
    @Test func itIsGivenUp() throws {
        let mailbox = try NightMailbox("--fail", "data-later")
        let shop = try shop(mailbox.settings())
        try shop.night(3)
        #expect(try shop.night(9).errors.contains("not sent"))
        #expect(try states(shop) == ["1 waiting 2"])
        #expect(try shop.night(10).errors.contains("given up after 7 days"))
        #expect(try states(shop) == ["1 refused 3"])
    }

    /// Who is not let in, and whom we do not trust.
    @Test func wrongPasswordAndCertificate() throws {
        let mailbox = try NightMailbox(password: "another one")
        let shop = try shop(mailbox.settings())
        let refused = try shop.night(3)
        #expect(refused.errors.contains("does not let user “\(NightMailbox.user)” in"), "\(refused.errors)")
        try shop.write(
            "specsync.yaml", try shop.text("specsync.yaml").replacing("  certificates: ", with: "  # certificates: "))
        let untrusted = try shop.night(4)
        #expect(untrusted.errors.contains("certificate is not trusted"), "\(untrusted.errors)")
        #expect(try mailbox.mails().isEmpty)
        #expect(try shop.leaks(of: NightMailbox.password, [refused, untrusted]) == [])
    }

    // MARK: Passwords

    /// A file with a password that others may read is no secret; the report is written all the same.
    @Test func theFileIsOpenToOthers() throws {
        let mailbox = try NightMailbox()
        let shop = try shop(mailbox.settings())
        shop.environment = [:]
        try shop.write("specsync.env", "SMTP_PASSWORD='\(NightMailbox.password)'\n", mode: 0o644)
        let open = try shop.night(3)
        #expect(open.code == 1)
        #expect(open.errors.contains("others may read the password in it") && open.errors.contains("chmod 600"))
        #expect(try mailbox.mails().isEmpty)
        try shop.write("specsync.env", "SMTP_PASSWORD='\(NightMailbox.password)'\n", mode: 0o600)
        let closed = try shop.night(4)
        #expect(try mailbox.mails().count == 1)
        #expect(try shop.leaks(of: NightMailbox.password, [open, closed]) == [])
    }

    /// A password in the workspace's file is refused, and not repeated.
    @Test(arguments: ["mail", "source"]) func passwordInTheFile(_ place: String) throws {
        let mailbox = try NightMailbox()
        let shop = try shop(mailbox.settings())
        let text = try shop.text("specsync.yaml")
        try shop.write(
            "specsync.yaml",
            place == "mail"
                ? text.replacing("password from: SMTP_PASSWORD", with: "password: hunter2")
                : text.replacing("feed: a.csv}", with: "feed: a.csv, password: hunter2}"))
        let answer = try shop.night(3)
        #expect(answer.code == 2)
        #expect(
            answer.errors.contains("specsync.yaml:") && answer.errors.contains("a password must not stand in this file")
        )
        #expect(!answer.errors.contains("hunter2") && !shop.has("specsync.db"))
    }
}
