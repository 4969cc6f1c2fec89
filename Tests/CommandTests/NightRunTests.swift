import Foundation
import TestSupport
import Testing

/// The nightly run from the feeds' servers to the operators' mail, as cron calls it.
@Suite struct NightRunTests {
    /// A supplier's feed over HTTP with login, another's over FTP, the shop's own file, and a mail server.
    private static func everything(
        _ web: NightFeeds, _ ftp: NightFeeds, _ mailbox: NightMailbox, name: String = "我的 小店"
    ) throws -> NightShop {
        let shop = try NightShop(
            """
            shop: 小店
            language: zh
            sources:
              - {name: 店铺, role: shop, feed: 店铺 导出.csv}
              - name: 义乌 A厂
                role: supplier
                feed: http://127.0.0.1:\(web.port)/private/feed.csv
                user: \(NightFeeds.user)
                password from: YIWU_PASSWORD
              - name: 杭州B档口
                role: supplier
                feed: ftp://127.0.0.1:\(ftp.port)/货源1.csv
                user: \(NightFeeds.user)
                password file: ftp.secret
            rules: {price: floor}
            \(mailbox.settings())
            """, name: name)
        try web.write("feed.csv", Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,黑色,L,68.00,5"))
        try ftp.write("货源1.csv", Goods.supplier("K2-1,白色,S,50.00,9"))
        try shop.write("店铺 导出.csv", Goods.shop("K1-1,黑色;M,59.00,5", "K1-2,黑色;L,139.00,5", "K2-1,白色;S,99.00,9"))
        try shop.write("specsync.env", "SMTP_PASSWORD='\(NightMailbox.password)'\n", mode: 0o600)
        try shop.write("ftp.secret", NightFeeds.password + "\n", mode: 0o600)
        shop.environment = ["YIWU_PASSWORD": NightFeeds.password]
        return shop
    }

    @Test func fromFeedsToMail() throws {
        let (web, ftp, mailbox) = (try NightFeeds(.web), try NightFeeds(.ftp), try NightMailbox())
        let shop = try Self.everything(web, ftp, mailbox)
        let answer = try shop.night(3)
        #expect(answer.code == 1, "\(answer.errors)")
        #expect(answer.text.hasPrefix("2026-11-03 02:30 店铺 取用，义乌 A厂 取用，杭州B档口 取用 · 新 1（紧急 1）"), "\(answer.text)")
        #expect(answer.text.split(separator: "\n").count == 1, "one line that a log keeps")
        #expect(answer.text.hasSuffix("/我的 小店/reports/2026-11-03T0230/report.html\n"))
        #expect(try shop.open() == ["price-below-cost 义乌 A厂 K1-1"])
        #expect(
            try shop.names("reports/latest") == [
                "changes.csv", "mapping.csv", "mismatches.csv", "report.html", "report.json", "sources.csv",
                "specs.csv",
                "义乌 A厂.html", "杭州B档口.html",
            ])

        let mails = try mailbox.mails()
        let mail = try #require(mails.first)
        #expect(mails.count == 1)
        #expect(mail.envelopeTo == ["boss@shop.example"] && mail.envelopeFrom == "robot@shop.example")
        #expect(mail.isEncrypted && mail.user == NightMailbox.user)
        #expect(mail.defects.isEmpty)
        #expect(mail.subject == "[小店] 1 项新的紧急不符（11-03）")
        #expect(mail.from == "SpecSync 夜班 <robot@shop.example>")
        #expect(mail.date?.hasPrefix("2026-11-03T02:30:00") == true)
        #expect(
            mail.shape == [
                "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/html", "text/csv",
            ]
        )
        #expect(mail.parts.map(\.fileName) == [nil, nil, "report.html", "mismatches.csv"])
        #expect(mail.parts.map(\.disposition).suffix(2) == ["attachment", "attachment"])
        for part in [1, 2] { #expect(try mailbox.partText(part, ofMail: 1).contains("K1-1"), "part \(part)") }
        #expect(try mailbox.part(3, ofMail: 1) == shop.bytes("reports/2026-11-03T0230/report.html"))
        #expect(try mailbox.part(4, ofMail: 1) == shop.bytes("reports/2026-11-03T0230/mismatches.csv"))

        for password in [NightMailbox.password, NightFeeds.password] {
            #expect(try shop.leaks(of: password, [answer]) == [])
        }
    }

    /// Something was found: 1. Nothing was: 0. How grave it must be, the workspace says.
    @Test(arguments: [
        ("K1-1,黑色;M,59.00,5", "minor", 1), ("K1-1,黑色;M,59.00,5", "critical", 1), ("K1-1,黑色;M,139.00,9", "minor", 1),
        ("K1-1,黑色;M,139.00,9", "critical", 0), ("K1-1,黑色;M,139.00,5", "minor", 0),
    ])
    func exitCodes(_ row: String, _ failOn: String, _ code: Int32) throws {
        let shop = try NightShop(Self.settings + "rules: {price: floor, fail on: \(failOn)}\n")
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("shop.csv", Goods.shop(row))
        #expect(try shop.night(3).code == code)
        #expect(try shop.night(4).code == code, "what is still open counts")
    }

    /// What somebody acknowledged is no reason to fail until its day.
    @Test func acknowledgedIsNoFailure() throws {
        let shop = try NightShop(Self.settings + "rules: {price: floor}\n")
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,59.00,5"))
        #expect(try shop.night(3).code == 1)
        let note = [
            "acknowledge", "1", "--by", "小王", "--reason", "清仓", "--until", "2026-11-05", "--now", "2026-11-03T09:00",
        ]
        #expect(try shop.call(note).code == 0)
        #expect(try shop.night(4).code == 0)
        #expect(try shop.night(5).code == 1, "its day has come")
    }

    /// Two sources without servers.
    private static let settings = """
        shop: 小店
        language: en
        sources:
          - {name: shop, role: shop, feed: shop.csv}
          - {name: A, role: supplier, feed: a.csv}

        """

    /// Nothing to compare with is no success.
    @Test(arguments: [
        ["shop.csv"], ["a.csv"], ["specsync.yaml"], [],
    ])
    func couldNotRun(_ missing: [String]) throws {
        let shop = try NightShop(Self.settings)
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,139.00,5"))
        for name in missing { try FileManager.default.removeItem(atPath: shop.path(name)) }
        if missing.isEmpty { try shop.write("specsync.db", String(repeating: "This is a letter.\n", count: 100)) }
        let answer = try shop.night(3)
        #expect(answer.code == 2)
        #expect(answer.output.isEmpty && answer.errors.contains("error: "), "\(answer.errors)")
        #expect(try shop.names("reports") == [])
    }

    @Test(arguments: [
        ["--release", "A"], ["--release", "A", "--by", "小王"], ["--release", "A", "--reason", "new season"],
        ["--now", "yesterday"], ["--log", "xml"],
    ])
    func wrongUsage(_ arguments: [String]) throws {
        let shop = try NightShop(Self.settings)
        #expect(try shop.call(["run"] + arguments).code == 64)
        #expect(!shop.has("specsync.db"))
    }

    /// A second run beside one that is at work: here one that waits for a server which has fallen silent.
    @Test func twoAtOnce() throws {
        let web = try NightFeeds(.web)
        let shop = try NightShop(
            Self.settings.replacing("feed: a.csv", with: "feed: 'http://127.0.0.1:\(web.port)/stall/a.csv'"))
        try web.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,139.00,5"))
        let first = try Program.Running(
            NightShop.arguments(3) + ["--workspace", shop.folder], limit: 30, environment: [:], from: nil)
        while web.requests == 0, try first.look() == nil { usleep(2000) }
        let second = try shop.night(3)
        #expect(second.code == 2)
        #expect(second.errors.contains("another run is at work in this workspace"), "\(second.errors)")
        #expect(try first.look() == nil, "the first one works on")

        // The first is cut off; that leaves nothing in the way of the next.
        #expect(try first.end().code == nil)
        try shop.write("specsync.yaml", Self.settings)
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        let third = try shop.night(3)
        #expect(third.code == 0, "\(third.errors)")
        #expect(try shop.names("reports") == ["2026-11-03T0230", "latest"])
    }

    /// Somebody who looks at the history at half past two holds the workspace for a moment; the run waits for that.
    @Test func besideALook() throws {
        let shop = try NightShop(Self.settings)
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,139.00,5"))
        try FileManager.default.createDirectory(atPath: shop.path(".specsync"), withIntermediateDirectories: true)
        let lock = open(shop.path(".specsync/lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        try #require(flock(lock, LOCK_EX) == 0)
        let run = try Program.Running(
            NightShop.arguments(3) + ["--workspace", shop.folder], limit: 30, environment: [:], from: nil)
        usleep(200_000)
        close(lock)
        #expect(try run.wait().code == 0)
    }

    /// From the workspace itself, from the folder above it, and from anywhere; all that is written is in the workspace.
    @Test func fromWhereItRuns() throws {
        let shop = try NightShop(Self.settings, name: "my shop 1")
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,139.00,5"))
        let elsewhere = try TestFolder()
        for (day, folder, option) in [
            (3, shop.folder, []), (4, shop.around.path(""), ["--workspace", "my shop 1"]),
            (5, shop.around.path(""), ["--workspace", "./my shop 1/"]),
            (6, elsewhere.path(""), ["--workspace", shop.folder]),
        ] as [(Int, String, [String])] {
            let answer = try Program.run(NightShop.arguments(day) + option, from: folder)
            #expect(answer.code == 0, "\(answer.errors)")
            #expect(answer.text.hasSuffix("reports/2026-11-0\(day)T0230/report.html\n"))
        }
        // SQLite's own files beside the ledger may stay.
        let names = try shop.names("").filter { !$0.hasPrefix("specsync.db-") }
        #expect(names == [".specsync", "a.csv", "reports", "shop.csv", "specsync.db", "specsync.yaml"])
        #expect(try shop.around.names() == ["my shop 1"])
        #expect(try elsewhere.names() == [])
        #expect(try shop.ledger("run").count == 4)
    }

    /// A log of lines of JSON, for whoever collects them.
    @Test func logInJSON() throws {
        let shop = try NightShop(Self.settings)
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,139.00,5"))
        try shop.night(3)
        try FileManager.default.removeItem(atPath: shop.path("a.csv"))
        let answer = try shop.night(4, "02:30", "--log", "json")
        let lines = answer.errorLines.filter { !$0.isEmpty }
        #expect(!lines.isEmpty)
        for line in lines {
            let record = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
            #expect(record["level"] == "warning" && record["message"]?.hasPrefix("A: source-unread: ") == true)
        }
    }
}
