import Catalogues
import Reconciliation

@testable import Reports

/// A small night written by hand: a held file, a late one, findings of each state, changes of each kind.
enum SampleNight {
    static func at(_ text: String) -> Moment { Moment(text) ?? Moment(seconds: 0) }

    static let night = at("2026-11-03 02:30")

    static func facts(_ style: String, _ title: String, _ sku: String, _ spec: String, _ line: Int) -> VariantFacts {
        var facts = VariantFacts()
        facts.style = style
        facts.title = title
        facts.sku = sku
        facts.spec = spec
        facts.line = line
        return facts
    }

    static func finding(
        _ id: Int, _ state: Finding.State, _ code: MismatchCode, _ source: String = "义乌A厂",
        _ supplier: VariantFacts = VariantFacts(), _ shop: VariantFacts = VariantFacts(), field: String = "",
        _ values: (String, String) = ("", ""), since: String = "2026-11-03 02:30", who: MismatchCode.Who? = nil,
        stock: Int? = nil, orders: Int? = nil, language: Language = .zh
    ) -> Finding {
        var finding = Finding(
            code: code, who: who ?? code.who, source: source, firstSeen: at(since), lastSeen: night)
        finding.id = id
        finding.state = state
        finding.supplier = supplier
        finding.shop = shop
        finding.field = field
        (finding.supplierValue, finding.shopValue) = values
        finding.stockAtRisk = stock
        finding.ordersAtRisk = orders
        finding.evidence = "sku"
        return finding
    }

    static func report(_ language: Language = .zh) -> NightReport {
        var report = empty(language)
        report.sources = sources
        report.notices = [
            Notice(
                .sourceLate, source: "杭州B档口", isHeld: false,
                Bilingual("约定 01:00 前，最近一次是 11-01", "due by 01:00, the last one came on 11-01")),
            Notice(
                .sourceShrunk, source: "义乌A厂", isHeld: true,
                Bilingual("只有上次的 43 %（1,240 / 2,880 个规格）", "only 43 % of last time (1,240 of 2,880 specs)"),
                inForceSince: at("2026-11-02 02:30")),
        ]
        report.matched = 2650
        report.inReview = 31
        report.unmatched = 199
        report.infos = 17
        report.findings = findings(language)
        report.changes = changes
        return report
    }

    /// A night of nothing: four sources, all as they should be.
    static func empty(_ language: Language = .zh) -> NightReport {
        var report = NightReport(
            shop: "小满服饰店", language: language, run: "2026-11-03T0230", at: night, since: at("2026-11-02 02:30"))
        report.sources = sources
        for index in report.sources.indices { report.sources[index].isFresh = true }
        report.sources[0].delay = nil
        report.matched = 2880
        return report
    }

    static var sources: [SourceEntry] {
        var factory = SourceEntry(name: "义乌A厂", leg: .supplier)
        factory.cooperation = "一件代发，月结"
        factory.contact = "王姐 微信 wangjie88"
        factory.feed = "ftp://feeds.example.com/out/a-factory.xml"
        factory.profile = "flat-xml"
        factory.digest = "xxh64:eb647e70bbf36d65"
        (factory.styles, factory.variants) = (312, 2880)
        factory.isFresh = false
        factory.updated = at("2026-11-02 01:12")
        factory.lastNewStyle = at("2026-10-30")
        factory.lastSpecChange = at("2026-11-02")
        factory.notes = [(at("2026-10-01"), "国庆后改用新模板"), (at("2026-11-01"), "列“供货价”改名为“代发价”")]
        factory.delay = (3, at("2026-10-29 09:00"))
        var stall = SourceEntry(name: "杭州B档口", leg: .supplier)
        stall.contact = "Leo leo@example.com"
        stall.cooperation = "现货，量大可议"
        stall.feed = "b.csv"
        (stall.styles, stall.variants) = (40, 260)
        stall.updated = at("2026-11-01 23:40")
        stall.isFresh = false
        var shop = SourceEntry(name: "小满服饰店", leg: .shop)
        shop.feed = "shop.csv"
        (shop.styles, shop.variants) = (320, 2900)
        shop.updated = at("2026-11-03 02:00")
        var orders = SourceEntry(name: "订单系统", leg: .orders)
        orders.feed = "orders.csv"
        (orders.styles, orders.variants) = (200, 1500)
        orders.updated = at("2026-11-03 02:00")
        return [factory, stall, shop, orders]
    }

    static func findings(_ language: Language = .zh) -> [Finding] {
        let dress = "法式V领连衣裙女收腰显瘦雪纺长裙"
        func theirs(_ sku: String, _ spec: String, _ line: Int) -> VariantFacts {
            facts("SHL6101", dress, sku, spec, line)
        }
        func ours(_ sku: String, _ spec: String, _ line: Int) -> VariantFacts {
            var facts = facts("3701845520916832001", dress + "气质通勤", sku, spec, line)
            facts.supplierCode = "SHL6101-0" + String(sku.suffix(1))
            return facts
        }
        var back = finding(
            104, .back, .soldOutAtSupplier, "义乌A厂", theirs("SHL6101-05", "杏色/M", 62), ours("8804", "杏色/M", 12),
            field: "stock", ("0", "15"), since: "2026-10-20", stock: 15, language: language)
        back.lastSeen = night
        var acknowledged = finding(
            61, .acknowledged, .priceDiffers, "杭州B档口", facts("B77", "直筒牛仔裤", "B77-30", "复古蓝/30", 9),
            facts("9", "直筒牛仔裤女高腰", "B77-30", "复古蓝/30", 77), field: "price", ("59.00", "88.00"),
            since: "2026-10-12", language: language)
        acknowledged.reason = "双十一活动价"
        acknowledged.until = at("2026-11-12")
        var resolved = finding(
            88, .resolved, .barcodeDiffers, "义乌A厂", theirs("SHL6101-02", "黑色/S", 33), ours("8802", "黑色/S", 7),
            field: "barcode", ("6990617110107", "6990617110114"), since: "2026-10-30", language: language)
        resolved.resolved = night
        return [
            finding(
                101, .new, .meaningChanged, "义乌A厂", theirs("SHL6101-01", "灰蓝/2XL", 31), ours("8801", "雾霾蓝/XL", 9),
                field: "spec", ("灰蓝/2XL", "雾霾蓝/XL"), stock: 60, orders: 3, language: language),
            finding(
                102, .new, .styleWithdrawn, "杭州B档口", VariantFacts(),
                facts("SHL5977", "波点吊带连衣裙女夏收腰海边度假裙", "", "", 114), field: "style",
                ("", "波点吊带连衣裙女夏收腰海边度假裙"), stock: 24, language: language),
            finding(
                103, .new, .variantWithdrawn, "义乌A厂", VariantFacts(), ours("8803", "卡其色/2XL", 63), field: "spec",
                ("", "卡其色/2XL"), stock: 8, language: language),
            back,
            finding(
                105, .new, .duplicateCode, "义乌A厂", facts("SHT6801", "花灰短袖T恤", "SHT6801-10-M", "花灰色/M", 836),
                field: "sku", ("SHT6801-10-M（第 843 行）", ""), language: language),
            finding(
                70, .open, .stockDiffers, "义乌A厂", theirs("SHL6101-07", "白色/L", 66), ours("8807", "白色/L", 17),
                field: "stock", ("18", "60"), since: "2026-11-01", stock: 60, language: language),
            finding(
                42, .open, .barcodeInvalid, "义乌A厂", theirs("SHL6101-08", "白色/XL", 68), field: "barcode",
                ("6990617112415", ""), since: "2026-10-20", who: .supplier, language: language),
            finding(
                55, .open, .stockDiffers, "义乌A厂", theirs("SHL6101-09", "白色/2XL", 70), ours("8809", "白色/2XL", 18),
                field: "stock", ("2", "9"), since: "2026-10-25", stock: 9, language: language),
            acknowledged, resolved,
        ]
    }

    /// One of each kind, and a style with many.
    static var changes: [ChangeEntry] {
        func change(
            _ kind: ChangeKind, _ style: String, _ sku: String, _ spec: String, _ before: String = "",
            _ after: String = "", at moment: String = "2026-11-02 18:05", byFeed: Bool = true, line: Int = 31
        ) -> ChangeEntry {
            var change = ChangeEntry(source: "义乌A厂", kind: kind, at: at(moment), isDatedByFeed: byFeed)
            change.style = style
            change.title = style == "SHL6101" ? "法式V领连衣裙" : "加绒卫衣"
            (change.sku, change.spec, change.before, change.after, change.line) = (sku, spec, before, after, line)
            return change
        }
        return [
            change(.styleAdded, "SHL7001", "", "", at: "2026-11-02 18:00"),
            change(.styleWithdrawn, "SHL5001", "", "", at: "2026-11-03 02:30", byFeed: false),
            change(.meaningChanged, "SHL6101", "SHL6101-01", "灰蓝/2XL", "雾霾蓝/XL", "灰蓝/2XL"),
            change(.specRenamed, "SHL6101", "SHL6101-04", "米色/M", "杏色/M", "米色/M"),
            change(.relisted, "SHL6101", "SHL6101-96", "白色/M", "SHL6101-06", "SHL6101-96"),
            change(.priceChanged, "SHL6101", "SHL6101-01", "灰蓝/2XL", "68.00", "72.00"),
            change(.soldOut, "SHL6101", "SHL6101-05", "杏色/M", "12", "0"),
            change(.backInStock, "SHL6101", "SHL6101-06", "白色/M", "0", "40"),
        ]
            + ["S", "M", "L", "XL", "2XL", "3XL"].flatMap { size in
                ["黑色", "白色"].map { change(.specAdded, "SHW6203", "SHW6203-\($0)\(size)", "\($0)/\(size)") }
            } + [change(.specRemoved, "SHW6203", "SHW6203-9", "酒红/S", at: "2026-11-03 02:30", byFeed: false)]
    }
}
