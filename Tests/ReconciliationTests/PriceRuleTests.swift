import Catalogues
import Reconciliation
import Testing

@Suite struct PriceRuleTests {
    @Test(arguments: [
        ("equal", PriceRule.equal), ("floor", .floor), ("markup:1.35", .markup(factor: 1350, tolerance: 0)),
        ("markup:2", .markup(factor: 2000, tolerance: 0)), ("markup:1.35+-0.05", .markup(factor: 1350, tolerance: 50)),
        ("markup:1.35±0.05", .markup(factor: 1350, tolerance: 50)), ("markup:0.9", .markup(factor: 900, tolerance: 0)),
        ("markup:1.125+-0.005", .markup(factor: 1125, tolerance: 5)),
    ])
    func says(_ text: String, _ rule: PriceRule) throws {
        #expect(PriceRule(text) == rule)
        #expect(PriceRule(rule.description) == rule, "what is printed is read again")
    }

    @Test(arguments: [
        "", "cheap", "Equal", "markup", "markup:", "markup:0", "markup:-1", "markup:1.2345", "markup:1.3.5", "markup:x",
        "markup:1.35+-", "markup:1.35+-x", "markup:1.35+0.05", "markup:99999999999999999999", "markup: 1.35", "equal ",
    ])
    func isNone(_ text: String) { #expect(PriceRule(text) == nil) }

    /// The rule, the supplier's cost and price, the shop's price, and what is told.
    @Test(
        arguments: [
            ("equal", "", "129", "129.00", nil), ("equal", "", "129", "128.99", "price-differs"),
            ("equal", "", "129", "129.01", "price-differs"),
            ("equal", "45", "129", "129", nil), ("equal", "45", "", "45", nil),
            ("equal", "45", "", "46", "price-differs"),
            ("floor", "45", "", "45", nil), ("floor", "45", "", "44.99", "price-below-cost"),
            ("floor", "45", "", "1000", nil),
            ("floor", "45", "129", "100", nil), ("floor", "", "129", "128", "price-below-cost"),
            ("markup:1.35", "100", "", "135", nil), ("markup:1.35", "100", "", "136", "price-differs"),
            ("markup:1.35", "100", "", "134", "price-differs"), ("markup:1.35", "100", "", "99", "price-below-cost"),
            ("markup:1.35+-0.05", "100", "", "130", nil), ("markup:1.35+-0.05", "100", "", "140", nil),
            ("markup:1.35+-0.05", "100", "", "129.99", "price-differs"),
            ("markup:1.35+-0.05", "100", "", "140.01", "price-differs"),
            // A third of a fen is rounding: 33.33 × 1.35 = 44.9955.
            ("markup:1.35", "33.33", "", "45.00", nil), ("markup:1.35", "33.33", "", "44.99", "price-differs"),
            // Nothing is said of a price that is not there.
            ("equal", "", "", "129", nil), ("floor", "45", "129", "", nil), ("markup:1.35", "", "", "1", nil),
            ("floor", "0", "", "0", nil),
        ] as [(String, String, String, String, String?)])
    func compares(_ rule: String, _ cost: String, _ price: String, _ ours: String, _ code: String?) {
        var settings = DiffSettings()
        settings.priceRule = PriceRule(rule)
        #expect(told(cost, price, ours, settings) == (code.map { ["\($0) A=1"] } ?? []))
    }

    /// Without a rule: `equal` where both sides carry the same kind, else `floor`.
    @Test(
        arguments: [
            ("", "129", "130", "price-differs"), ("", "129", "129", nil), ("45", "", "130", nil),
            ("45", "", "44", "price-below-cost"),
            ("45", "129", "130", nil),
        ] as [(String, String, String, String?)])
    func byDefault(_ cost: String, _ price: String, _ ours: String, _ code: String?) {
        #expect(told(cost, price, ours, DiffSettings()) == (code.map { ["\($0) A=1"] } ?? []))
    }

    @Test(arguments: [
        ("129 CNY", "¥99", true), ("129 CNY", "99 元", true), ("129 CNY", "99 USD", false), ("129", "99 USD", true),
    ])
    func currenciesAreNotConverted(_ price: String, _ ours: String, _ isCompared: Bool) {
        #expect(told("", price, ours, DiffSettings()) == (isCompared ? ["price-differs A=1"] : []))
    }

    private func told(_ cost: String, _ price: String, _ ours: String, _ settings: DiffSettings) -> [String] {
        Comparison(
            supplier: "K1|A|\(cost)|\(price)", shop: "7|1|A|\(ours)",
            supplierFields: [.styleCode, .sku, .cost, .price],
            shopFields: [.styleCode, .sku, .supplierCode, .price], settings: settings
        ).mismatches
    }
}

@Suite struct StockComparisonTests {
    /// The supplier's stock, the shop's, and what is told.
    @Test(
        arguments: [
            ("0", "5", "sold-out-at-supplier"), ("0", "0", nil), ("5", "5", nil), ("5", "6", "stock-differs"),
            ("6", "5", nil),
            ("", "5", nil), ("5", "", nil), ("不限", "500", nil), ("0", "不限", "sold-out-at-supplier"), ("5", "0", nil),
            ("-3", "5", "sold-out-at-supplier"),
        ] as [(String, String, String?)])
    func compares(_ theirs: String, _ ours: String, _ code: String?) {
        #expect(told(theirs, ours) == (code.map { ["\($0) A=1"] } ?? []))
    }

    @Test(
        arguments: [("3", "1", ["stock-low A=1"]), ("4", "1", []), ("0", "0", []), ("", "1", [])]
            as [(String, String, [String])])
    func lowStockIsToldWhenAsked(_ theirs: String, _ ours: String, _ mismatches: [String]) {
        var settings = DiffSettings()
        settings.lowStock = 3
        #expect(told(theirs, ours, settings) == mismatches)
    }

    private func told(_ theirs: String, _ ours: String, _ settings: DiffSettings = DiffSettings()) -> [String] {
        Comparison(
            supplier: "K1|A|\(theirs)", shop: "7|1|A|\(ours)", supplierFields: [.styleCode, .sku, .stock],
            shopFields: [.styleCode, .sku, .supplierCode, .stock], settings: settings
        ).mismatches
    }
}
