import Catalogues
import Testing

@Suite struct AmountTests {
    @Test(arguments: [
        ("0", "0.00"), ("129", "129.00"), ("129.5", "129.50"), ("129.00", "129.00"), ("129.05", "129.05"),
        ("0.01", "0.01"),
        ("00012", "12.00"), ("12345678901.23", "12345678901.23"),
    ])
    func plain(_ text: String, _ amount: String) {
        #expect(withBytes(text) { Amount.plain($0)?.description } == amount)
    }

    /// What the slow way must read, or refuse.
    @Test(arguments: [
        "", "129.", ".5", "129.005", "1,299", "-1", " 1", "1 ", "129 CNY", "1e3", "0x10", "123456789012345", "1.2.3",
    ])
    func notPlain(_ text: String) { #expect(withBytes(text) { Amount.plain($0) } == nil) }

    @Test(arguments: [
        (0, "0.00"), (1, "0.0001"), (855, "0.0855"), (1000, "0.10"), (1_234_500, "123.45"), (-5000, "-0.50"),
        (-1, "-0.0001"),
    ])
    func description(_ units: Int64, _ text: String) {
        let amount = Amount(tenThousandths: units)
        #expect(amount.description == text)
        #expect(amount.tenThousandths == units)
        #expect(!amount.isAbsent)
    }

    @Test func absentIsNotZero() {
        #expect(Amount.absent.isAbsent && Amount.absent.description == "")
        #expect(Amount(tenThousandths: 0) != .absent)
    }

    @Test func order() {
        let amounts = [-20_000, -1, 0, 1, 9_999, 10_000].map { Amount(tenThousandths: $0) }
        #expect(amounts == amounts.shuffled().sorted())
    }
}

@Suite struct PriceTextTests {
    @Test(arguments: [
        ("129", "129.00", ""), ("129.00", "129.00", ""), ("0.0855", "0.0855", ""), ("0.08550", "0.0855", ""),
        ("-5", "-5.00", ""),
        // The currency before the number, behind it, with and without a blank.
        ("¥129.00", "129.00", "¥"), ("￥45.00", "45.00", "￥"), ("$12.50", "12.50", "$"), ("USD 12.50", "12.50", "USD"),
        ("129 CNY", "129.00", "CNY"), ("129元", "129.00", "元"), ("49,90 zł", "49.90", "zł"), ("129.00¥", "129.00", "¥"),
        ("€ 1.299,50", "1299.50", "€"),
        // Groups of thousands.
        ("1,299", "1299.00", ""), ("1,299.00", "1299.00", ""), ("1.299,50 €", "1299.50", "€"),
        ("1'299.00", "1299.00", ""),
        ("1 299,00", "1299.00", ""), ("1\u{A0}299,00", "1299.00", ""), ("1.234.567", "1234567.00", ""),
        ("1,234,567.8", "1234567.80", ""),
        // The last mark is the decimal one.
        ("12,5", "12.50", ""), ("12,50", "12.50", ""), ("1,2345", "1.2345", ""),
        // As if typed half wide.
        ("５９．００", "59.00", ""), ("１２９", "129.00", ""),
    ])
    func says(_ text: String, _ amount: String, _ currency: String) {
        #expect(withBytes(text) { PriceText($0)?.amount.description } == amount)
        #expect(withBytes(text) { PriceText($0)?.currency.string } == currency)
    }

    @Test(arguments: [
        "", "free", "¥", "-", "12-15", "1e3", "0.00001", "99999999999999999999", "9999999999999999.99",
        "129 per pair of two", "3 for 10", "12:30",
    ])
    func isNoPrice(_ text: String) { #expect(withBytes(text) { PriceText($0) == nil }) }

    @Test(arguments: [("12800", "128.00"), ("5", "0.05"), ("0", "0.00"), ("12850元", "128.50")])
    func inFen(_ text: String, _ amount: String) {
        #expect(withBytes(text) { PriceText($0, inHundredths: true)?.amount.description } == amount)
    }
}

@Suite struct StockTests {
    @Test(arguments: [("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999)])
    func plain(_ text: String, _ quantity: Int) { #expect(withBytes(text) { Stock.plain($0)?.quantity } == quantity) }

    @Test(arguments: ["", "-1", "12.0", "1,200", "有货", " 5", "1234567890"])
    func notPlain(_ text: String) { #expect(withBytes(text) { Stock.plain($0) } == nil) }

    @Test(arguments: [(-3, 0), (0, 0), (5, 5), (Int.max, Int(Int32.max) - 1), (Int.min, 0)])
    func quantitiesAreHeld(_ given: Int, _ held: Int) { #expect(Stock(quantity: given).quantity == held) }

    @Test func unlimitedAndUnknownAreNotZero() {
        let all = [Stock(quantity: 0), .unlimited, .unknown]
        #expect(Set(all).count == 3)
        #expect(all.map(\.quantity) == [0, nil, nil])
        #expect(all.map(\.isUnlimited) == [false, true, false])
        #expect(all.map(\.isUnknown) == [false, false, true])
        #expect(all.map(\.description) == ["0", "unlimited", ""])
    }
}

@Suite struct GTINTests {
    /// Real numbers of each length, as they are written.
    @Test(arguments: [
        "4006381333931", "96385074", "036000291452", "10012345678902", "'4006381333931", "4-006381-333931",
        "4006381 333931",
    ])
    func isValid(_ text: String) { #expect(withBytes(text) { GTIN($0)?.isValid } == true) }

    @Test(arguments: ["4006381333932", "4006381339331", "96385075", "036000291425"])
    func hasAWrongCheckDigit(_ text: String) { #expect(withBytes(text) { GTIN($0)?.isValid } == false) }

    @Test(arguments: [
        "", "1234567", "123456789012345", "69900A1234567", "6.90E+12", "00000000", "0000000000000", "4006381’333931",
        "４００６３８１３３３９３１",
    ])
    func isNone(_ text: String) { #expect(withBytes(text) { GTIN($0) } == nil) }

    /// Every length, read as the number that it is, and checked digit by digit as the standard says it.
    @Test(arguments: 8...14) func readsEveryLength(_ length: Int) {
        var value: UInt64 = 9_876_543_210_987_654_321
        for _ in 0..<1000 {
            value = value &* 6_364_136_223_846_793_005 &+ 1
            let text = String(repeating: "0", count: 20) + String(value)
            let digits = String(text.suffix(length))
            let gtin = withBytes(digits) { GTIN($0) }
            #expect(gtin?.number == UInt64(digits))
            let sum = digits.reversed().enumerated().reduce(0) {
                $0 + $1.element.wholeNumberValue! * ($1.offset % 2 * 2 + 1)
            }
            #expect(gtin?.isValid == (sum % 10 == 0))
        }
    }

    @Test(arguments: ["36000291452", "036000291452", "0036000291452", "00036000291452", "'036000291452"])
    func zerosBeforeItMakeNoDifference(_ text: String) {
        let number = withBytes(text) { GTIN($0)?.number }
        #expect(number == 36_000_291_452)
    }
}
