import Foundation
import TestSupport
import Testing

/// Several suppliers of one shop, and what people decided, from night to night.
@Suite struct NightSupplierTests {
    private static let settings = """
        shop: 小店
        language: en
        sources:
          - {name: 我的 店铺, role: shop, feed: 店铺 导出.csv}
          - {name: 义乌 A厂, role: supplier, feed: 甲 货源.csv}
          - {name: B, role: supplier, feed: b.csv}

        """

    /// A delivers K1, B delivers K2, and nobody ever delivered K3.
    private func shop() throws -> NightShop {
        let shop = try NightShop(Self.settings)
        try shop.write("甲 货源.csv", Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,黑色,L,68.00,5"))
        try shop.write("b.csv", Goods.supplier("K2-1,白色,S,50.00,9", "K2-2,白色,M,50.00,9"))
        try shop.write(
            "店铺 导出.csv",
            Goods.shop(
                "K1-1,黑色;M,139.00,5", "K1-2,黑色;L,139.00,5", "K2-1,白色;S,99.00,9", "K2-2,白色;M,99.00,9",
                "K3-1,蓝色;30,99.00,9"))
        return shop
    }

    /// What is gone is told by the one who delivered it, once; what nobody ever delivered by the shop itself.
    @Test func withdrawnByWhoDelivered() throws {
        let shop = try shop()
        try shop.night(3)
        #expect(try shop.open() == ["style-withdrawn 我的 店铺 S3-1"])

        try shop.write("b.csv", Goods.supplier("K2-1,白色,S,50.00,9"))
        try shop.night(4)
        #expect(try shop.open() == ["style-withdrawn 我的 店铺 S3-1", "variant-withdrawn B S2-2"])

        // A takes it up: it is delivered again.
        try shop.write(
            "甲 货源.csv",
            Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,黑色,L,68.00,5", "K2-1,白色,S,50.00,9", "K2-2,白色,M,48.00,9"))
        let third = try shop.night(5)
        #expect(third.text.contains("resolved 1"), "\(third.text)")
        #expect(try shop.open() == ["style-withdrawn 我的 店铺 S3-1"])

        // And gives it up again: both delivered it once, and each may be asked.
        try shop.write("甲 货源.csv", Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,黑色,L,68.00,5"))
        try shop.night(6)
        #expect(
            try shop.open() == [
                "style-withdrawn 我的 店铺 S3-1", "variant-withdrawn B S2-2", "variant-withdrawn 义乌 A厂 S2-2",
            ])
    }

    /// Two suppliers deliver parts of one style: it is not gone with the one of them, only that one's part is. What
    /// neither ever had is the shop's own, whichever supplier stands first.
    @Test(arguments: [["a.csv", "b.csv"], ["b.csv", "a.csv"]]) func partsOfAStyle(_ files: [String]) throws {
        let shop = try NightShop(
            """
            shop: 小店
            language: en
            sources:
              - {name: shop, role: shop, feed: shop.csv}
              - {name: \(files[0]), role: supplier, feed: \(files[0])}
              - {name: \(files[1]), role: supplier, feed: \(files[1])}

            """)
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5", "K2-1,白色,S,50.00,9", "K2-2,白色,M,50.00,9"))
        try shop.write("b.csv", Goods.supplier("K2-1,白色,S,50.00,9"))
        try shop.write(
            "shop.csv",
            Goods.shop("K1-1,黑色;M,139.00,5", "K2-1,白色;S,99.00,9", "K2-2,白色;M,99.00,9", "K2-3,白色;L,99.00,9"))
        try shop.night(3)
        #expect(try shop.open() == ["variant-withdrawn shop S2-3"])
        // a.csv gives up the style.
        try shop.write("a.csv", Goods.supplier("K1-1,黑色,M,68.00,5"))
        try shop.night(4)
        #expect(try shop.open() == ["variant-withdrawn a.csv S2-2", "variant-withdrawn shop S2-3"])
    }

    /// Of two suppliers who have a spec, the cheaper one in stock is named; each has its column.
    @Test func whoIsCheapest() throws {
        let shop = try shop()
        try shop.write(
            "甲 货源.csv",
            Goods.supplier("K1-1,黑色,M,68.00,5", "K1-2,黑色,L,68.00,5", "K2-1,灰色,S,40.00,9", "K2-2,白色,M,40.00,9"))
        try shop.night(3)
        let rows = try shop.latest("specs.csv")
        let columns = Table(try shop.bytes("reports/latest/specs.csv")).columns
        #expect(columns.filter { $0.contains("货源") }.count == 2, "\(columns)")
        #expect(rows.contains { $0["备注"].contains("cheapest in stock: 义乌 A厂 40.00") }, "\(rows.map(\.cells))")
    }

    // MARK: Decisions

    /// Words that nobody knows: a person says which is which.
    private func undecided() throws -> NightShop {
        let shop = try NightShop(
            """
            shop: 小店
            language: en
            sources:
              - {name: shop, role: shop, feed: shop.csv}
              - {name: A, role: supplier, feed: a.csv}

            """)
        try shop.write("a.csv", "款号,规格编码,标题,颜色,尺码\nK1,0012,收腰连衣裙,红色,均码\nK1,0013,收腰连衣裙,款式二,均码\n")
        try shop.write("shop.csv", "商品ID,商品名称,规格ID,颜色,尺码\nK9,收腰连衣裙,9001,Type A,均码\nK9,收腰连衣裙,9002,Type B,均码\n")
        return shop
    }

    private func decision(_ shop: NightShop, _ supplierSKU: String, _ shopSKU: String) throws -> String? {
        try shop.latest("mapping.csv").first { $0["supplier_sku"] == supplierSKU && $0["shop_sku"] == shopSKU }?[
            "decision"]
    }

    private func decide(_ shop: NightShop, _ verdict: String, _ day: Int) throws {
        let answer = try Program.run([
            "mapping", verdict, "0012", "9001", "--by", "小王", "--at", "2026-11-0\(day)", "--decisions",
            shop.path("decisions.csv"),
        ])
        try #require(answer.code == 0, "\(answer.errors)")
    }

    @Test func decisionsHold() throws {
        let shop = try undecided()
        try shop.night(3)
        #expect(try decision(shop, "0012", "9001") == "review")
        try decide(shop, "confirm", 3)
        for day in 4...5 {
            try shop.night(day)
            #expect(try decision(shop, "0012", "9001") == "confirmed", "night \(day)")
        }
        try decide(shop, "reject", 5)
        try shop.night(6)
        #expect(try decision(shop, "0012", "9001") == nil)
        let rows = try shop.ledger("decision")
        #expect(
            rows.map { [$0["verdict"], $0["by"], $0["first_run"], $0["last_run"]] } == [
                ["confirmed", "小王", "2", "3"], ["rejected", "小王", "4", ""],
            ])
    }

    /// A code that says something else than when it was confirmed asks again, and goes on asking until somebody answers.
    @Test(arguments: [
        // Before the decision was in any run, or after.
        (false, "白色"), (true, "白色"), (true, "款式九"),
    ])
    func aChangedMeaningFreezes(_ isSeen: Bool, _ colour: String) throws {
        let shop = try undecided()
        try shop.night(3)
        try decide(shop, "confirm", 3)
        if isSeen {
            try shop.night(4)
            #expect(try decision(shop, "0012", "9001") == "confirmed")
        }
        try shop.write("a.csv", try shop.text("a.csv").replacing("红色", with: colour))
        for day in 5...6 {
            let answer = try shop.night(day)
            #expect(try decision(shop, "0012", "9001") == "review", "night \(day)")
            #expect(answer.code == 1)
            let open = try shop.open()
            #expect(open.contains("meaning-changed A 0012"), "\(open)")
        }
        // Somebody looked at it, and says that it is the same variant.
        try decide(shop, "confirm", 6)
        try shop.night(7)
        #expect(try decision(shop, "0012", "9001") == "confirmed")
    }
}
