import Catalogues
import Testing

@Suite struct CatalogueBuilderTests {
    /// `style: sku, sku | style: sku`, as the catalogue holds them.
    private func groups(_ catalogue: Catalogue) -> String {
        (0..<catalogue.styleCount).map { index in
            let style = catalogue.style(index)
            return style.code + ": " + style.variants.map(\.sku).joined(separator: ", ")
        }.joined(separator: " | ")
    }

    // MARK: Styles

    @Test(arguments: [
        (["A 1", "A 2", "B 3"], "A: 1, 2 | B: 3"), (["A 1", "B 2", "A 3", "B 4"], "A: 1, 3 | B: 2, 4"),
        (["B 1", "A 2", "B 3"], "B: 1, 3 | A: 2"), ([" 1", " 2", "A 3"], ": 1 | : 2 | A: 3"),
        (["A 1", "a 2"], "A: 1 | a: 2"),
        (["01 1", "1 2"], "01: 1 | 1: 2"), (["'01 1", "01 2"], "01: 1, 2"),
    ])
    func rowsOfOneStyleComeTogether(_ rows: [String], _ wanted: String) {
        let cells = rows.map { $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init) }
        #expect(groups(catalogue([.styleCode, .sku], cells)) == wanted)
    }

    @Test func theFilesOrderIsKept() {
        let rows = (0..<3000).map { ["style \($0 % 7)", "sku \($0)"] }
        let goods = catalogue([.styleCode, .sku], rows)
        #expect(goods.styleCount == 7 && goods.variantCount == 3000)
        let inFile = (0..<3000).map { goods.variant(goods.row(inFileOrder: $0)) }
        #expect(inFile.map(\.sku) == rows.map { $0[1] })
        #expect(inFile.map(\.line) == (2..<3002).map { $0 })
        #expect((0..<7).allSatisfy { goods.rows(ofStyle: $0).count == (3000 - $0 + 6) / 7 })
        #expect((0..<7).allSatisfy { goods.style($0).line == $0 + 2 })
    }

    /// Many styles in any order, so that each batch meets known and new ones; codes of all lengths, and titles.
    @Test func rowsInAnyOrderFindTheirStyles() {
        func code(_ style: Int) -> String { String(repeating: "k", count: style % 21) + "\(style)" }
        let rows = (0..<5000).map { row in
            let style = row * 7919 % 1201
            return [code(style), row % 50 == 49 ? "own \(row)" : "title of the style \(style)", "sku \(row)"]
        }
        let goods = catalogue([.styleCode, .title, .sku], rows)
        #expect(goods.styleCount == 1201)
        let inFile = (0..<5000).map { goods.variant(goods.row(inFileOrder: $0)) }
        #expect(inFile.map { [$0.style.code, $0.title, $0.sku] } == rows)
    }

    /// The header names the axis, until records name theirs themselves.
    @Test func axesOfTheHeaderAndOfTheRecords() {
        var rules = ReadingRules()
        rules.axisNames[0] = "colour"
        var builder = CatalogueBuilder(source: Source(leg: .shop, name: "f.csv"), rules: rules, expectedBytes: 0)
        builder.take([.styleCode, .option1], [["A", "red"], ["B", ""], ["A", "blue"]])
        builder.take(
            [.styleCode, .option1, .option1Name], [["B", "M", "size"], ["A", "L", "size"], ["A", "green", ""]])
        let goods = builder.finish()
        #expect((0..<2).map { goods.style($0).axes } == [["colour", "size"], ["size"]])
        let options = (0..<goods.variantCount).map { goods.variant($0).options.map { "\($0.axis)=\($0.value)" } }
        #expect(options == [["colour=red"], ["colour=blue"], ["size=L"], ["colour=green"], [], ["size=M"]])
    }

    @Test func emptyCodesCarryDown() {
        let goods = catalogue([.styleCode, .sku], [["", "0"], ["A", "1"], ["", "2"], ["B", "3"], ["", "4"]]) {
            $0.carriesDown = true
        }
        #expect(groups(goods) == ": 0 | A: 1, 2 | B: 3, 4")
    }

    @Test func titlesCanHoldStylesTogether() {
        let goods = catalogue([.title, .sku], [["T", "1"], ["U", "2"], ["T", "3"]]) { $0.styleKey = .title }
        #expect(goods.styleCount == 2)
        #expect(goods.style(0).title == "T" && goods.style(0).code == "")
        #expect(goods.style(0).variants.map(\.sku) == ["1", "3"])
    }

    @Test func aVariantsOwnTitleIsKept() {
        let goods = catalogue([.styleCode, .title, .sku], [["A", "", "1"], ["A", "T", "2"], ["A", "T plus", "3"]])
        #expect(goods.style(0).title == "T")
        #expect((0..<3).map { goods.variant($0).title } == ["T", "T", "T plus"])
    }

    @Test func aStyleWithoutVariants() {
        var builder = CatalogueBuilder(
            source: Source(leg: .supplier, name: "f"), rules: ReadingRules(), expectedBytes: 0)
        withBytes("K1") { code in withBytes("T") { builder.addStyle(code: code, title: $0, line: 9) } }
        let goods = builder.finish()
        #expect(goods.styleCount == 1 && goods.variantCount == 0 && goods.rows(ofStyle: 0).isEmpty)
        #expect(goods.style(0).title == "T" && goods.style(0).line == 9)
    }

    @Test func nothingAtAll() {
        let goods = catalogue([.sku], [])
        #expect(goods.styleCount == 0 && goods.variantCount == 0 && goods.axisCount == 0)
    }

    // MARK: Codes and options

    @Test(arguments: [
        ("'0123", "0123"), ("0123", "0123"), ("ＮＤ３１０２", "ND3102"), (" a b ", "a b"), ("'", "'"), ("藏青-1", "藏青-1"),
        ("", ""),
    ])
    func codes(_ cell: String, _ sku: String) {
        #expect(catalogue([.sku], [[cell]]).variant(0).sku == sku)
    }

    @Test(arguments: [("'-黑色", "-黑色"), ("'=1+1", "=1+1"), ("'n Abend", "'n Abend"), ("'", "'"), (" 黑色 ", "黑色")])
    func wordsLoseOurOwnApostropheOnly(_ cell: String, _ value: String) {
        let goods = catalogue([.option1], [[cell]]) { $0.axisNames = ["颜色", "", "", ""] }
        #expect(goods.variant(0).options.map(\.value) == [value])
    }

    /// A value goes to the axis of its name, wherever that stands in its row.
    @Test func axesAreFoundByName() {
        let goods = catalogue(
            [.styleCode, .option1Name, .option1, .option2Name, .option2],
            [["A", "颜色", "黑", "尺码", "M"], ["A", "尺码", "L", "颜色", "白"], ["A", "", "", "尺码", "S"]])
        #expect(goods.style(0).axes == ["颜色", "尺码"])
        let options = (0..<3).map { goods.variant($0).options.map { "\($0.axis)=\($0.value)" }.joined(separator: " ") }
        #expect(options == ["颜色=黑 尺码=M", "颜色=白 尺码=L", "尺码=S"])
    }

    @Test func aFifthAxisIsTold() {
        let goods = catalogue(
            [.styleCode, .option1Name, .option1],
            (1...6).map { ["A", "axis \($0)", "value \($0)"] })
        #expect(goods.style(0).axes.count == 4)
        #expect(goods.diagnostics.counts == ["too-many-axes": 2])
        #expect(goods.diagnostics.kept.map(\.place.line) == [6, 7])
    }

    @Test func eachPackedSpecIsTakenApartOnce() {
        let goods = catalogue(
            [.styleCode, .spec], [["A", "颜色:黑;尺码:M"], ["A", "颜色:黑;尺码:L"], ["A", "颜色:黑;尺码:M"]]
        ) { rules in
            rules.unpack = { text in
                text.string.split(separator: ";").map { part in
                    let sides = part.split(separator: ":").map(String.init)
                    return (axis: sides[0], value: sides[1])
                }
            }
        }
        #expect(goods.style(0).axes == ["颜色", "尺码"])
        #expect((0..<3).map { goods.variant($0).options.map(\.value) } == [["黑", "M"], ["黑", "L"], ["黑", "M"]])
        #expect(goods.variant(1).spec == "颜色:黑;尺码:L")
    }

    @Test func anOrderSystemsRepeatsAreOneVariant() {
        let rows = [["A", "1", "黑/M"], ["A", "1", "黑/M"], ["A", "1", "黑/L"], ["B", "1", "黑/M"], ["A", "1", "黑/M"]]
        let orders = catalogue([.styleCode, .supplierCode, .spec], rows, leg: .orders)
        #expect(orders.variantCount == 3)
        #expect((0..<3).map { orders.variant(orders.row(inFileOrder: $0)).line } == [2, 4, 5])
        #expect(catalogue([.styleCode, .supplierCode, .spec], rows, leg: .shop).variantCount == 5)
    }

    // MARK: Numbers

    @Test(arguments: [
        ("129", "129.00", ""), ("129.5 USD", "129.50", "USD"), ("￥45.00", "45.00", "￥"), ("", "", ""),
        ("'129", "129.00", ""),
    ])
    func prices(_ cell: String, _ price: String, _ currency: String) {
        let goods = catalogue([.price], [[cell]])
        #expect(goods.variant(0).price.description == price)
        #expect(goods.word(goods.variants.currency[0]) == currency)
        #expect(goods.diagnostics.isEmpty)
    }

    @Test func anOddPriceIsToldWithItsPlace() {
        let goods = catalogue([.price], [["12"], ["ask"], ["13"]])
        #expect(
            goods.diagnostics.kept.map(\.description).first?.hasPrefix("f.csv:3: warning: “ask” is no price") == true)
        #expect((0..<3).map { goods.variant($0).price.isAbsent } == [false, true, false])
    }

    @Test func aProfilesCurrencyIsForPricesThatNameNone() {
        let goods = catalogue([.price], [["12"], ["12 USD"]]) { $0.currency = "CNY" }
        #expect((0..<2).map { goods.word(goods.variants.currency[$0]) } == ["CNY", "USD"])
    }

    @Test(arguments: [
        ("5", Stock(quantity: 5), Availability.unknown), ("0", Stock(quantity: 0), .unknown), ("", .unknown, .unknown),
        ("-1", .unlimited, .unknown), ("9999", .unlimited, .unknown), ("不限", .unlimited, .unknown),
        ("有货", .unknown, .inStock), ("缺货", .unknown, .outOfStock), ("12.0", Stock(quantity: 12), .unknown),
        ("1,200", Stock(quantity: 1200), .unknown), ("-4", Stock(quantity: 0), .unknown),
        ("plenty", .unknown, .unknown), ("１２", Stock(quantity: 12), .unknown),
    ])
    func stock(_ cell: String, _ stock: Stock, _ availability: Availability) {
        let goods = catalogue([.stock], [[cell]]) {
            $0.unlimited = ["-1", "9999", "不限"]
            $0.stockWords = ["有货": .inStock, "缺货": .outOfStock]
        }
        #expect(goods.variant(0).stock == stock)
        #expect(goods.variant(0).availability == availability)
        #expect(goods.diagnostics.counts == (cell == "plenty" ? ["bad-stock": 1] : [:]))
    }

    /// An absent column, an empty cell and a zero are three different things.
    @Test func absentIsNotEmptyIsNotZero() {
        let without = catalogue([.sku], [["1"]])
        let empty = catalogue([.sku, .stock], [["1", ""]])
        #expect(!without.fields.contains(.stock) && empty.fields.contains(.stock))
        #expect(without.variant(0).stock == .unknown && empty.variant(0).stock == .unknown)
        #expect(catalogue([.stock], [[""]]) { $0.emptyStockIsZero = true }.variant(0).stock == Stock(quantity: 0))
    }

    @Test func statuses() {
        let goods = catalogue([.status], [["在售"], ["已下架"], ["在售"], ["?"]]) {
            $0.statusWords = ["在售": .onSale, "已下架": .offSale]
        }
        #expect((0..<4).map { goods.variant($0).status } == [.onSale, .offSale, .onSale, .unknown])
    }

    /// Of each kind the first few are kept with their place, the rest are counted.
    @Test func diagnosticsAreCounted() {
        let goods = catalogue([.price], Array(repeating: ["on request"], count: 100))
        #expect(goods.diagnostics.counts == ["bad-price": 100])
        #expect(goods.diagnostics.kept.map(\.place.line) == [2, 3, 4, 5, 6])
    }
}
