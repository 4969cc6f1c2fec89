import Foundation
import TestSupport
import Testing

/// What the workspace remembers, and how one asks for it: history, asof, acknowledge, export.
@Suite struct NightMemoryTests {
    private static let settings = """
        shop: 小店
        language: en
        sources:
          - {name: shop, role: shop, feed: shop.csv}
          - {name: 义乌 A厂, role: supplier, feed: a.csv}
        rules: {price: floor}

        """

    /// Three nights: two prices are wrong on the 3rd, one of them still on the 4th; on the 5th K1-2 is another spec.
    private static func threeNights() throws -> NightShop {
        let shop = try NightShop(settings)
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,黑色,L,68.00,5"))
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,59.00,5", "K1-2,黑色;L,58.00,5"))
        try shop.night(3)
        try shop.write("shop.csv", Goods.shop("K1-1,黑色;M,59.00,5", "K1-2,黑色;L,139.00,5"))
        try shop.night(4)
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,白色,L,68.00,5"))
        try shop.night(5)
        return shop
    }

    private func json(_ shop: NightShop, _ arguments: [String]) throws -> Any {
        let answer = try shop.call(arguments + ["--format", "json"])
        try #require(answer.code == 0, "\(answer.errors)")
        return try JSONSerialization.jsonObject(with: Data(answer.output))
    }

    @Test func runs() throws {
        let shop = try Self.threeNights()
        let text = try shop.call(["history"]).text.split(separator: "\n").map(String.init)
        #expect(text.count == 4)
        #expect(text[1].hasPrefix("2026-11-05T0230") && text[3].hasPrefix("2026-11-03T0230"), "newest first")
        #expect(try shop.call(["history", "runs", "--last", "1"]).text.split(separator: "\n").count == 2)

        let runs = try #require(try json(shop, ["history"]) as? [[String: Any]])
        #expect(runs.map { $0["run"] as? String } == ["2026-11-05T0230", "2026-11-04T0230", "2026-11-03T0230"])
        #expect(runs.map { $0["new"] as? Int } == [1, 0, 2])
        #expect(runs.map { $0["resolved"] as? Int } == [0, 1, 0])
        #expect(runs[0]["sources"] as? Int == 2)
    }

    @Test func openOnes() throws {
        let shop = try Self.threeNights()
        let text = try shop.call(["history", "open"]).text
        #expect(
            text.contains("price-below-cost") && text.contains("K1-1") && text.contains("meaning-changed"), "\(text)")
        let open = try #require(try json(shop, ["history", "open"]) as? [[String: Any]])
        #expect(open.compactMap { $0["supplier_sku"] as? String }.sorted() == ["K1-1", "K1-2"])
        #expect(open.allSatisfy { $0["source"] as? String == "义乌 A厂" && $0["severity"] as? String == "critical" })
        let first = try #require(open.first { $0["supplier_sku"] as? String == "K1-1" })
        #expect(first["first_seen"] as? String == "2026-11-03T02:30:00")
        #expect(first["last_seen"] as? String == "2026-11-05T02:30:00")
    }

    /// One mismatch from its beginning to its end, and what somebody said of it.
    @Test func oneMismatch() throws {
        let shop = try Self.threeNights()
        let answer = try shop.call([
            "acknowledge", "#1", "--by", "小王", "--reason", "清仓", "--until", "2026-11-20", "--now", "2026-11-05T09:00",
        ])
        #expect(answer.code == 0 && answer.text == "#1 price-below-cost until 2026-11-20\n", "\(answer.errors)")
        let text = try shop.call(["history", "mismatch", "1"]).text
        for word in ["#1", "price-below-cost", "2026-11-03 02:30", "68.00 ≠ 59.00", "小王", "清仓"] {
            #expect(text.contains(word), "\(word) in \(text)")
        }
        let one = try #require(try json(shop, ["history", "mismatch", "1"]) as? [String: Any])
        #expect(one["state"] as? String == "acknowledged" && one["reason"] as? String == "清仓")
        let events = try #require(one["events"] as? [[String: Any]])
        #expect(events.map { $0["kind"] as? String } == ["opened", "acknowledged"])
        #expect(events.map { $0["at"] as? String } == ["2026-11-03T02:30:00", "2026-11-05T09:00:00"])

        // The other one was put right on the 4th.
        let other = try #require(try json(shop, ["history", "mismatch", "2"]) as? [String: Any])
        #expect(other["state"] as? String == "resolved" && other["resolved"] as? String == "2026-11-04T02:30:00")
        for (id, message) in [("2", "is resolved already"), ("99", "there is no mismatch 99"), ("x", "no mismatch x")] {
            let refused = try shop.call(["acknowledge", id, "--by", "小王", "--reason", "x"])
            #expect(refused.code == 2 && refused.errors.contains(message), "\(refused.errors)")
        }
        let past = try shop.call([
            "acknowledge", "1", "--by", "小王", "--reason", "x", "--until", "2026-11-05", "--now", "2026-11-05T09:00",
        ])
        #expect(past.code == 2 && past.errors.contains("2026-11-05 is not ahead"), "\(past.errors)")
        #expect(try shop.call(["acknowledge", "1", "--by", "小王"]).code == 64, "why?")
    }

    /// “What did K1-2 mean on 4 November?”
    @Test(arguments: [("2026-11-02", nil), ("2026-11-03", "黑色/L"), ("2026-11-04", "黑色/L"), ("2026-11-05", "白色/L")])
    func asof(_ day: String, _ spec: String?) throws {
        let shop = try Self.threeNights()
        let text = try shop.call(["asof", day, "K1-2"]).text
        let answer = try #require(try json(shop, ["asof", day, "K1-2"]) as? [String: Any])
        let meanings = try #require(answer["meanings"] as? [[String: Any]])
        #expect(meanings.compactMap { $0["spec"] as? String } == (spec.map { [$0] } ?? []))
        let mapping = try #require(answer["mapping"] as? [[String: Any]])
        // Since the 5th its pair is in doubt.
        #expect(mapping.compactMap { $0["shop_sku"] as? String } == (spec == "黑色/L" ? ["S1-2"] : []))
        if let spec {
            #expect(text.contains("K1-2 = \(spec)"), "\(text)")
        } else {
            #expect(text == "2026-11-02: the ledger has no code K1-2 on that day\n")
        }
        // The same by the shop's own code.
        let ours = try #require(try json(shop, ["asof", day, "S1-2"]) as? [String: Any])
        #expect((ours["meanings"] as? [[String: Any]])?.count == (spec == nil ? 0 : 1))
    }

    @Test func export() throws {
        let shop = try Self.threeNights()
        let out = shop.around.path("tables")
        let answer = try shop.call(["export", "ledger", "--out", out])
        #expect(answer.text == "14 tables written to \(out)\n")
        let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
        #expect(
            names == [
                "arrival.csv", "change.csv", "decision.csv", "event.csv", "input.csv", "mail.csv", "mapping.csv",
                "meaning.csv", "mismatch.csv", "notice.csv", "question.csv", "run.csv", "source.csv", "version.csv",
            ])
        #expect(try shop.ledger("run").map { $0["name"] } == ["2026-11-03T0230", "2026-11-04T0230", "2026-11-05T0230"])
        #expect(try shop.ledger("source").map { $0["name"] } == ["shop", "义乌 A厂"])
        let meanings = try shop.ledger("meaning").filter { $0["sku"] == "K1-2" }
        #expect(
            meanings.map { [$0["spec"], $0["first_run"], $0["last_run"]] } == [["黑色/L", "1", "2"], ["白色/L", "3", ""]])
        #expect(try shop.ledger("event").map { $0["kind"] }.prefix(3) == ["opened", "opened", "resolved"])
        #expect(try shop.ledger("change").map { $0["kind"] }.contains("meaning-changed"))
    }

    /// Before the first run there is nothing to tell.
    @Test(arguments: [["history"], ["history", "open"], ["asof", "2026-11-03", "K1"], ["history", "mismatch", "1"]])
    func noLedger(_ command: [String]) throws {
        let shop = try NightShop(Self.settings)
        let answer = try shop.call(command)
        #expect(answer.code == 2 && answer.errors.contains("there is no ledger yet"), "\(answer.errors)")
        #expect(!shop.has("specsync.db"))
    }
}
