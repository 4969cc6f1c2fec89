import Foundation
import TestSupport
import Testing

/// Feeds that do not come, or come wrong: the last good version stays, and the notice says why.
@Suite struct NightFeedTests {
    private static func settings(_ feed: String) -> String {
        """
        shop: 小店
        language: en
        sources:
          - {name: shop, role: shop, feed: shop.csv}
          - name: A
            role: supplier
            feed: \(feed)
            user: \(NightFeeds.user)
            password from: A_PASSWORD
        rules: {price: floor}

        """
    }

    private static let xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <catalog>
          <style code="K1" title="Dress"><variant sku="K1-1" color="black" size="M" price="68.00" stock="5"/></style>
        </catalog>

        """

    /// A workspace whose supplier's feed was good on the 3rd.
    private func shop(_ server: NightFeeds, _ address: String, _ content: String) throws -> NightShop {
        let shop = try NightShop(Self.settings(address))
        try server.write(String(address.split(separator: "/").last ?? ""), content)
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,59.00,5"))
        shop.environment = ["A_PASSWORD": NightFeeds.password]
        let first = try shop.night(3)
        try #require(first.code == 1 && first.text.contains("A taken"), "\(first.text)\(first.errors)")
        try #require(try shop.open() == ["price-below-cost A K1-1"])
        return shop
    }

    /// What is true of every night that has no new file: the finding of the night before is still open and not new,
    /// the notice stands in the reports, and the password nowhere.
    private func expectInForce(_ shop: NightShop, _ answer: Program.Answer, _ reason: String) throws {
        #expect(answer.code == 1)
        #expect(answer.text.contains("A unread"), "\(answer.text)")
        #expect(answer.errors.contains("A: source-unread: "), "\(answer.errors)")
        #expect(answer.errors.contains(reason), "\(answer.errors)")
        #expect(answer.errors.contains("stays in force"))
        #expect(try shop.open() == ["price-below-cost A K1-1", "source-unread A"])
        let notice = try #require(try shop.latest("mismatches.csv").first { $0["code"] == "source-unread" })
        #expect(notice["supplier_value"].contains(reason) && notice["who"] == "supplier")
        #expect(try shop.text("reports/latest/report.html").contains("could not be read"))
        #expect(try shop.ledger("input").suffix(2).map { $0["verdict"] } == ["repeated", "unread"])
        #expect(try shop.leaks(of: NightFeeds.password, [answer]) == [])
    }

    /// What a web server can say in place of a feed.
    @Test(arguments: [
        ("status/404", "404"), ("status/403", "403"), ("private/none.csv", "404"),
        ("loop", "from one address to the next"),
    ])
    func fromTheWeb(_ path: String, _ reason: String) throws {
        let web = try NightFeeds(.web)
        let address = "http://127.0.0.1:\(web.port)/"
        let shop = try shop(web, address + "private/a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("specsync.yaml", Self.settings(address + path))
        try expectInForce(shop, try shop.night(4), reason)

        // It is there again, and nothing else is told.
        try shop.write("specsync.yaml", Self.settings(address + "private/a.csv"))
        let third = try shop.night(5)
        #expect(third.text.contains("A unchanged · new 0, open 1 (critical 1), resolved 1"), "\(third.text)")
        #expect(try shop.open() == ["price-below-cost A K1-1"])
    }

    @Test func wrongPassword() throws {
        let web = try NightFeeds(.web)
        let shop = try shop(
            web, "http://127.0.0.1:\(web.port)/private/a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        shop.environment = ["A_PASSWORD": "falsch-口令 3"]
        let answer = try shop.night(4)
        try expectInForce(shop, answer, "user “yiwu”")
        #expect(try shop.leaks(of: "falsch-口令 3", [answer]) == [])
        // No password at all.
        shop.environment = [:]
        #expect(try shop.night(5).errors.contains("the variable A_PASSWORD is not set"))
    }

    @Test func fileGoneFromFTP() throws {
        let ftp = try NightFeeds(.ftp)
        let shop = try shop(ftp, "ftp://127.0.0.1:\(ftp.port)/a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try FileManager.default.removeItem(atPath: ftp.folder.path("a.csv"))
        try expectInForce(shop, try shop.night(4), "a.csv")
    }

    /// A server that says no length, and is cut off: the file is whole to the fetch, but no whole document.
    @Test func truncated() throws {
        let web = try NightFeeds(.web)
        let shop = try shop(web, "http://127.0.0.1:\(web.port)/no-length/a.xml", Self.xml)
        try web.write("a.xml", String(Self.xml.prefix(Self.xml.count * 2 / 3)))
        try expectInForce(shop, try shop.night(4), "the document ends in the middle")
    }

    /// Nobody is there. It is tried thrice, with pauses that a night can spare; so this test takes its time, and leaves
    /// the others theirs.
    @Test func unreachable() async throws {
        let web = try NightFeeds(.web)
        let shop = try shop(
            web, "http://127.0.0.1:\(web.port)/private/a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("specsync.yaml", Self.settings("http://127.0.0.1:1/a.csv"))
        let run = try Program.Running(
            NightShop.arguments(4) + ["--workspace", shop.folder], limit: 60, environment: shop.environment, from: nil)
        while try run.look() == nil { try await Task.sleep(for: .milliseconds(100)) }
        try expectInForce(shop, try run.wait(), "127.0.0.1:1")
    }

    /// A source that never came is left out, and the others go on.
    @Test func neverThere() throws {
        let shop = try NightShop(
            Self.settings("a.csv").replacing(
                "rules:", with: "  - {name: B, role: supplier, feed: b-*.csv}\nrules:"))
        shop.environment = ["A_PASSWORD": "x"]
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,139.00,5"))
        let answer = try shop.night(3)
        #expect(answer.code == 1, "a source without a file is something to mend")
        #expect(answer.errors.contains("B: source-unread: ") && answer.errors.contains("it is left out"))
        #expect(try shop.open() == ["source-unread B"])
        #expect(try shop.names("reports/latest").contains("B.html") == false)
    }

    // MARK: Guards

    /// Thirty variants, of which the supplier's next file has ten.
    private func shrunk() throws -> NightShop {
        let shop = try NightShop(
            """
            shop: 小店
            language: en
            sources:
              - {name: shop, role: shop, feed: shop.csv}
              - {name: 义乌 A厂, role: supplier, feed: a.csv}
              - {name: B, role: supplier, feed: b.csv}

            """)
        try shop.write("a.csv", Self.supplier(30))
        try shop.write("b.csv", Goods.supplier("K2-1,白色,S,50.00,9", "K2-2,白色,M,50.00,9"))
        var rows = (1...30).map { "K1-\($0),黑色;\($0)码,139.00,5" }
        rows += ["K2-1,白色;S,99.00,9", "K2-2,白色;M,99.00,9"]
        try shop.write(
            "shop.csv",
            rows.dropFirst().reduce(Goods.shop(rows[0])) { $0 + Goods.shop($1).split(separator: "\n")[1] + "\n" })
        let first = try shop.night(3)
        try #require(first.code == 0, "\(first.text)\(first.errors)")
        try shop.write("a.csv", Self.supplier(10))
        return shop
    }

    private static func supplier(_ count: Int) -> String {
        (2...max(2, count)).reduce(Goods.supplier("K1-1,黑色,1码,68.00,5")) {
            $0 + Goods.supplier("K1-\($1),黑色,\($1)码,68.00,5").split(separator: "\n")[1] + "\n"
        }
    }

    /// Half a file withdraws nothing, and holds nobody else back; a person who looked lets it through by name.
    @Test func heldAndReleased() throws {
        let shop = try shrunk()
        try shop.write("b.csv", Goods.supplier("K2-1,白色,S,50.00,9"))
        let held = try shop.night(4)
        #expect(held.text.contains("义乌 A厂 held, B taken"), "\(held.text)")
        #expect(try shop.open() == ["source-shrunk 义乌 A厂", "variant-withdrawn B S2-2"])
        #expect(held.errors.contains("only 33.3 % of last time (10 of 30 specs)"), "\(held.errors)")

        // One that the workspace has not; one that is not named.
        let wrong = try shop.night(5, "02:30", "--release", "A", "--by", "小王", "--reason", "new season")
        #expect(wrong.code == 2 && wrong.errors.contains("It has: shop, 义乌 A厂, B."), "\(wrong.errors)")
        #expect(try shop.night(5, "03:30", "--release", "B", "--by", "小王", "--reason", "x").text.contains("义乌 A厂 held"))

        let released = try shop.night(
            6, "02:30", "--release", "义乌 A厂", "--by", "小王", "--reason", "the supplier says it is right")
        #expect(released.text.contains("义乌 A厂 taken"), "\(released.text)")
        #expect(try shop.open().filter { $0.hasPrefix("variant-withdrawn 义乌 A厂") }.count == 20)
        #expect(try !shop.open().contains("source-shrunk 义乌 A厂"))
        let input = try #require(try shop.ledger("input").first { $0["verdict"] == "released" })
        #expect([input["by"], input["reason"]] == ["小王", "the supplier says it is right"])
        // From now on it is the version that others are compared with.
        #expect(try shop.night(7).text.contains("义乌 A厂 unchanged"))
    }
}
