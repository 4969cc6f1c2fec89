import Catalogues
import Lexicons
import Reconciliation
import Testing

/// A catalogue written as a table, and what a lister is told of it: `severity code attribute lines found`.
private func issues(
    _ table: String, _ fields: [Field] = [.styleCode, .title, .sku, .option1, .option2],
    axes: [String] = ["颜色", "尺码", "", ""], settings: ListingSettings = ListingSettings()
) -> [ListingIssue] {
    checkListing(
        Comparison.catalogue(.supplier, fields, table, true, axes), lexicon: Lexicon(), settings: settings)
}

private func told(
    _ table: String, _ fields: [Field] = [.styleCode, .title, .sku, .option1, .option2],
    axes: [String] = ["颜色", "尺码", "", ""], settings: ListingSettings = ListingSettings()
) -> [String] {
    let catalogue = Comparison.catalogue(.supplier, fields, table, true, axes)
    return checkListing(catalogue, lexicon: Lexicon(), settings: settings).map { issue in
        let lines = issue.rows.map { "\(catalogue.variant($0).line)" }.joined(separator: ",")
        return [issue.severity.name, issue.code.rawValue, issue.attribute, lines, issue.found].joined(separator: " ")
    }
}

extension ListingIssue {
    fileprivate subscript(name: String) -> String { details.first { $0.name == name }?.value ?? "" }
}

/// Rows `A|Tee|code|colour|size`, one for each pair of a colour and one of its sizes: `red: S M L; blue: S M`.
private func grid(_ text: String, title: String = "Linen Tee") -> String {
    var rows: [String] = []
    for part in text.split(separator: ";") {
        let pieces = part.split(separator: ":").map { $0.split(separator: " ").joined(separator: " ") }
        for size in pieces[1].split(separator: " ") { rows.append("A|\(title)|A-\(rows.count)|\(pieces[0])|\(size)") }
    }
    return rows.joined(separator: "\n")
}

@Suite struct ListingSpecTests {
    @Test(arguments: [
        ("A|Tee|1|red|S\nA|Tee|2|red|M\nA|Tee|3|blue|S\nA|Tee|4|blue|M", []),
        ("A|Tee|1|red|S\nA|Tee|2|red|S", ["error duplicate-spec spec 2,3 red/S"]),
        // One row written twice is one fault.
        ("A|Tee|1|red|S\nA|Tee|1|red|S", ["error duplicate-spec spec 2,3 red/S"]),
        ("A|Tee|1|red|XXL\nA|Tee|2|red|2XL", ["error duplicate-spec spec 2,3 red/XXL"]),
        ("A|Tee|1|藏青|M\nA|Tee|2|navy|M", ["error duplicate-spec spec 2,3 藏青/M"]),
        ("A|Tee|1|red|XXL\nA|Tee|2|blue|2XL", ["warning value-spelled-twice size 3 XXL / 2XL"]),
        // Where the titles differ they may say what the options do not.
        ("A|Tee cotton|1|red|S\nA|Tee wool|2|red|S", ["warning duplicate-spec spec 2,3 red/S"]),
        // Not the same: half sizes, near colours, another pack, another promise, two lengths.
        ("A|Tee|1|red|5\nA|Tee|2|red|5.5", []), ("A|Tee|1|浅灰|M\nA|Tee|2|浅灰蓝|M", []),
        ("A|Tee|1|红 2件|M\nA|Tee|2|红|M", []), ("A|Tee|1|红 送袜子|M\nA|Tee|2|红|M", []),
    ])
    func repeats(_ table: String, _ wanted: [String]) { #expect(told(table) == wanted) }

    @Test func twoLengthsOfTwoAxesAreNoRepeat() {
        #expect(
            told("A|Sheet|1|150cm|200cm\nA|Sheet|2|200cm|150cm", axes: ["宽度", "长度", "", ""]).isEmpty)
    }

    @Test(arguments: [
        ("A|Tee|1|red|S\nA|Tee|2|red|M\nA|Tee|3|blue|", ["error option-missing size 4 "]),
        ("A|Tee|1|red|\nA|Tee|2|blue|", []),
        // Most lack it; other titles, other goods.
        ("A|Tee|1|red|S\nA|Tee|2|blue|\nA|Tee|3|green|", ["warning option-missing size 3,4 "]),
        ("A|Table|1|red|S\nA|Stool|2|blue|\nA|Bench|3|green|", []),
        // Nothing tells them apart; in the second table the titles do.
        ("A|Tee|1||\nA|Tee|2||", ["warning option-missing option 2,3 "]),
        ("A|Tee red|1||\nA|Tee blue|2||", ["warning option-missing option 2,3 "]), ("A|Tee|1||", []),
    ])
    func missingOptions(_ table: String, _ wanted: [String]) { #expect(told(table) == wanted) }

    @Test func aSizeInTheColourIsNotMissing() {
        #expect(
            told("A|Tee|1|黑色L|\nA|Tee|2|浅灰色|L", axes: ["", "", "", ""]) == ["note option-unnamed option  "])
    }

    @Test func anUnnamedOptionIsTold() {
        #expect(
            told("A|Tee|1|red|S\nA|Tee|2|blue|S", axes: ["", "Size", "", ""]) == ["warning option-unnamed option  "])
        #expect(
            told("A|Tee|1|red|S\nA|Tee|2|blue|S", axes: ["1627207", "尺码", "", ""]) == [
                "warning option-unnamed option  1627207"
            ])
    }

    @Test(arguments: [
        // A size among colours, a colour among sizes; but not where colours are codes, or the axis is used for all.
        ("red: M; blue: M; XL: M", ["warning value-on-wrong-axis colour 4 XL"]),
        ("red: S M 黑色 L", ["warning value-on-wrong-axis size 4 黑色"]), ("100ml: M; 200ml: M; 500ml: M", []),
        ("red: M; blue: M; A: M", ["note word-unknown colour 4 A"]),
        ("M: red blue; L: red blue", ["warning value-on-wrong-axis colour  M, L"]),
        ("red: S M; blue: S M; Ocean Mist: S M", ["note word-unknown colour 6,7 Ocean Mist"]),
        ("Ocean Mist: S; Team Pride: S; Fog Bank: S; blue: S", []),
    ])
    func values(_ text: String, _ wanted: [String]) { #expect(told(grid(text)) == wanted) }
}

@Suite struct ListingSizeTests {
    @Test(arguments: [
        ("red: S M XL", "L"), ("red: XS S M L XL", ""), ("red: S L", ""), ("red: S L 2XL", ""), ("red: S XL 2XL", ""),
        ("red: M L XL", ""), ("red: S M L/XL 2XL", ""), ("red: 38 39 41 42", "40"), ("red: 36 38 40 44 46", "42"),
        ("red: 39 40 42", ""), ("red: 38 40 41 42", ""), ("red: 9 9.5 10 11 12 13", ""),
        ("red: 80 90 100 120 130", "110"),
        ("red: 100 110 150 160", ""), ("red: 均码", ""), ("red: 28 29 30 31 32 33 34 36 38 40", ""),
        ("red: 5 6 7 9 10", "8"),
        // A colour lacks what all others have.
        ("red: S M L XL; blue: S M L XL; navy: S M XL", "L"), ("red: S M L; blue: S L", ""),
        ("red: S M L; blue: S M", ""),
        ("red: S M L XL; blue: S XL", ""), ("red: S M L; blue: S M; navy: M L", ""),
    ])
    func gaps(_ text: String, _ missing: String) {
        let found = issues(grid(text)).filter { $0.code == .sizeGap }
        #expect(found.map { $0["missing"] } == (missing.isEmpty ? [] : [missing]))
    }

    @Test(arguments: [
        ("red: S M L 38", "38"), ("red: 36 37 38 M", "M"), ("red: S M L", ""), ("red: M L 110 120", ""),
        ("top: S M L; trousers: 30 31 32", ""), ("red: M 均码", ""), ("red: M(38) L(40)", ""),
    ])
    func twoSystems(_ text: String, _ found: String) {
        let issues = issues(grid(text)).filter { $0.code == .sizesMixed }
        #expect(issues.map(\.found) == (found.isEmpty ? [] : [found]))
    }

    @Test func soldOutSizesAreThere() {
        let fields: [Field] = [.styleCode, .sku, .option1, .option2, .stock]
        #expect(
            told("A|1|red|S|3\nA|2|red|M|0\nA|3|red|L|2", fields) == ["note out-of-stock stock 3 red/M"])
    }
}

@Suite struct ListingCodeTests {
    @Test(arguments: [
        ("A|Tee|1|red|S\nA|Tee|1|blue|S\nA|Tee|2|blue|M\nA|Tee|3|red|M", ["error shared-code sku 2,3 1"]),
        ("A|Tee|A|red|S\nA|Tee|A|blue|S", ["note missing-code sku  A"]),
        // Codes of colours.
        (
            "A|Tee|R|red|S\nA|Tee|R|red|M\nA|Tee|B|blue|S\nA|Tee|B|blue|M",
            ["warning missing-code sku  "]
        ),
        ("A|Tee|1|red|S\nA|Tee||blue|S", ["warning missing-code sku 3 "]),
        ("A|Tee||red|S\nA|Tee|-|blue|S", ["note missing-code sku  "]), ("A|Tee|||", []),
        (
            "A|Tee|1|red|S\nA|Tee|2|blue|S\nB|Cap|1|red|M",
            ["error shared-code sku 2 1", "error shared-code sku 4 1"]
        ),
        ("A|Tee|1||\nB|Tee|1||", ["warning shared-code sku 2 1", "warning shared-code sku 3 1"]),
    ])
    func codes(_ table: String, _ wanted: [String]) { #expect(told(table) == wanted) }

    @Test(arguments: [
        ("A|6901234567892|red\nA|6901234567893|blue", ["error barcode-invalid barcode 3 6901234567893"]),
        ("A|6.90123E+12|red", ["error barcode-invalid barcode 2 6.90123E+12"]),
        // Numbers of the house, other lengths, letters.
        ("A|2001234567893|red\nA|12345678901|blue\nA|ABC-1|green", []), ("A||red\nA||blue", []),
        (
            "A|6901234567892|red\nA|6901234567892|blue\nA|4006381333931|green",
            ["error shared-code barcode 2,3 6901234567892"]
        ),
        ("A|6901234567892|red\nA|6901234567892|blue", ["warning shared-code barcode  6901234567892"]),
        (
            "A|6901234567892|red\nB|6901234567892|blue",
            ["warning shared-code barcode 2 6901234567892", "warning shared-code barcode 3 6901234567892"]
        ),
    ])
    func barcodes(_ table: String, _ wanted: [String]) {
        #expect(told(table, [.styleCode, .barcode, .option1]) == wanted)
    }

    @Test func manyFailingNumbersAreNoGTINs() {
        let table = (0..<12).map { "A|12345678901\(10 + $0)|colour \($0)" }.joined(separator: "\n")
        let found = issues(table, [.styleCode, .barcode, .option1]).filter { $0.code == .barcodeInvalid }
        #expect(found.map(\.severity) == [.note] && found[0]["why"] == "house")
    }
}

@Suite struct ListingOfferTests {
    @Test(arguments: [
        ("A|1|red|0\nA|2|blue|0", ["error out-of-stock stock  "]), ("A|1|red|5\nA|2|blue|不限", []),
        ("A|1|red|无货\nA|2|blue|有货", ["note out-of-stock stock 2 red"]), ("A|1|red|\nA|2|blue|", []),
    ])
    func stock(_ table: String, _ wanted: [String]) {
        #expect(told(table, [.styleCode, .sku, .option1, .stock]) == wanted)
    }

    @Test(arguments: [
        ("A|1|red|10|8\nA|2|blue|0|", "", ["error price-missing price 3 0.00"]), ("A|1|red||8", "", []),
        ("A|1|red|7|8", "", ["error price-below-cost price 2 7.00"]), ("A|1|red|8|8", "", []),
        ("A|1|red|10|8.5", "20", ["warning margin-low price 2 10.00"]), ("A|1|red|10|8", "20", []),
        ("A|1|red|10|8", "markup:1.3", ["warning margin-low price 2 10.00"]), ("A|1|red|10.4|8", "markup:1.3", []),
        ("A|1|red|9.6|8", "markup:1.3+-0.1", []),
    ])
    func prices(_ table: String, _ asked: String, _ wanted: [String]) {
        var settings = ListingSettings()
        settings.leastMargin = Int(asked)
        settings.priceRule = PriceRule(asked)
        #expect(told(table, [.styleCode, .sku, .option1, .price, .cost], settings: settings) == wanted)
    }

    @Test func thePriceThatKeepsTheMarginIsSuggested() {
        var settings = ListingSettings()
        settings.leastMargin = 30
        let found = issues("A|1|red|10|8", [.styleCode, .sku, .option1, .price, .cost], settings: settings)
        #expect(found.map(\.suggestion) == ["11.43"] && found[0]["margin"] == "20")
    }

    @Test(arguments: [
        ("A|1|黑色【现货】\nA|2|白色 预售7天", ["warning promise-mixed colour 3 白色 预售7天"]), ("A|1|黑色【现货】\nA|2|白色 现货", []),
        ("A|1|黑色\nA|2|白色 预售7天", []),
    ])
    func promises(_ table: String, _ wanted: [String]) { #expect(told(table, [.styleCode, .sku, .option1]) == wanted) }

    @Test(arguments: [
        ("A|1|red|a.jpg\nA|2|blue|", ["warning image-missing image 3 blue"]), ("A|1|red|\nA|2|blue|", []),
        ("A|1|red|a.jpg\nA|2|blue|b.jpg\nA|3|blue|", []),
    ])
    func pictures(_ table: String, _ wanted: [String]) {
        let told = told(table, [.styleCode, .sku, .option1, .image]).filter { !$0.contains("duplicate-spec") }
        #expect(told == wanted)
    }
}

@Suite struct ListingTitleTests {
    @Test(arguments: [
        ("Linen Tee - Navy", "red: S; green: S", "Navy"), ("Linen Tee (black)", "red: S; green: S", "black"),
        ("亚麻短袖 藏青色 夏季", "红色: S; 绿色: S", "藏青色"), ("亚麻短袖【黑色】", "红色: S; 绿色: S", "黑色"),
        ("Linen Tee, 3XL", "red: S M", "3XL"),
        // It is there, or near.
        ("Linen Tee - Navy", "red: S; navy: S", ""), ("Linen Tee - Navy", "burgundy: S; 蓝色: S", ""),
        ("Linen Tee - Grey", "black: S; white: S", ""), ("Linen Tee - Blue", "red: S; navy: S", ""),
        // Names, metals, ranges, years, and whatever stands among other words.
        ("黑色幽默 T恤", "红色: S; 绿色: S", ""), ("Red Wing Boots", "black: S; brown: S", ""),
        ("S925银 戒指", "红色: S; 绿色: S", ""), ("Ring, Silver", "red: S; green: S", ""), ("Tee 2024", "red: S M", ""),
        ("Tee, M-3XL", "red: S M", ""), ("Tee - M", "red: S L", ""), ("Black Tee", "red: S; green: S", ""),
        ("Фиолетовые тюльпаны", "red: S; green: S", ""),
        // A colour that nobody knows may be the one.
        ("Linen Tee - Navy", "red: S; Team Pride: S", ""),
    ])
    func colours(_ title: String, _ values: String, _ found: String) {
        let issues = issues(grid(values, title: title)).filter { $0.code == .titleNamesAbsentValue }
        #expect(issues.map(\.found) == (found.isEmpty ? [] : [found]))
    }

    @Test func aStyleWithoutTitleIsTold() {
        #expect(told("A||1|red|S\nB|Tee|2|red|S") == ["error title-missing title  "])
        #expect(told("A|1|red", [.styleCode, .sku, .option1]).isEmpty)
    }
}

@Suite struct ListingTargetTests {
    private func rule(_ name: String) -> ListingTarget.Rule {
        ListingTarget.Rule(name, source: "https://example.com/limits", isFirstHand: true)
    }

    private func told(_ table: String, axes: [String] = ["颜色", "尺码", "", ""], _ set: (inout ListingTarget) -> Void)
        -> [String]
    {
        var target = ListingTarget(name: "market", title: "Market")
        set(&target)
        var settings = ListingSettings()
        settings.targets = [target]
        return issues(table, axes: axes, settings: settings).filter { $0.rule != nil }.map {
            "\($0.code.rawValue) \($0.attribute) \($0.found) \($0["limit"])/\($0["length"])\($0["count"])"
        }
    }

    @Test func countsAndLengths() {
        let table = grid("dark night blue: S M; red: S M")
        #expect(
            told(table) { $0.options = .init(1, .characters, rule("options")) } == [
                "too-many-options option 颜色, 尺码 1/2"
            ])
        #expect(told(table) { $0.options = .init(2, .characters, rule("options")) }.isEmpty)
        #expect(
            told(table) { $0.variants = .init(3, .characters, rule("variants")) } == ["too-many-variants variant  3/4"])
        #expect(told(table) { $0.valuesPerOption = .init(1, .characters, rule("values")) }.count == 2)
        // Once a value, not once a row.
        #expect(
            told(table) { $0.optionValueLength = .init(14, .characters, rule("value-length")) } == [
                "value-too-long colour dark night blue 14/15"
            ])
        #expect(
            told(table) { $0.titleLength = .init(8, .characters, rule("title")) } == [
                "title-too-long title Linen Tee 8/9"
            ])
        #expect(told(table) { $0.codeLength = .init(2, .characters, rule("code")) } == ["code-too-long sku A-0 2/34"])
    }

    @Test(arguments: [(ListingTarget.Unit.characters, 3), (.bytes, 7), (.halfwidth, 5)])
    func lengthsHaveUnits(_ unit: ListingTarget.Unit, _ length: Int) {
        let table = "A|Tee|1|红色X|S"
        #expect(told(table) { $0.optionValueLength = .init(length, unit, rule("value-length")) }.isEmpty)
        #expect(told(table) { $0.optionValueLength = .init(length - 1, unit, rule("value-length")) }.count == 1)
    }

    @Test func namesAndSigns() {
        let table = "A|Tee|1|Default Title|S\nA|Tee|2|red;blue|S"
        #expect(
            told(table) { $0.reservedValues = (["default title"], rule("reserved")) } == [
                "reserved-name colour Default Title /"
            ])
        #expect(told(table) { $0.forbiddenSigns = (";:", rule("signs")) } == ["sign-not-allowed colour red;blue /"])
        #expect(
            told("A|Tee|1|red/blue/green/black|S") { $0.coloursPerValue = .init(3, .characters, rule("colours")) } == [
                "too-many-values colour red/blue/green/black 3/4"
            ])
        #expect(
            told("A|Tee|1|red/blue/green|S") { $0.coloursPerValue = .init(3, .characters, rule("colours")) }.isEmpty)
    }

    @Test func allowedOptions() {
        let table = "A|Tee|1|red|oak\nA|Tee|2|red|elm"
        let names = (["color", "size", "age_group"], rule("group"))
        #expect(
            told(table, axes: ["Farbe", "Holzart", "", ""]) { $0.allowedOptions = names } == [
                "option-not-allowed Holzart Holzart /"
            ])
        #expect(told(table, axes: ["Farbe", "Age group", "", ""]) { $0.allowedOptions = names }.isEmpty)
    }

    @Test func whatMustBeThere() {
        let table = "A|Tee|1|red|40\nA|Tee||blue|EU 41"
        #expect(told(table) { $0.required = [("sku", rule("sku"))] } == ["required-missing sku  /1"])
        #expect(told(table) { $0.required = [("brand", rule("brand"))] } == ["required-missing brand  /2"])
        #expect(
            told(table) { $0.required = [("size system", rule("size-system"))] } == ["required-missing size system  /1"]
        )
        #expect(told(table) { $0.required = [("colour", rule("colour")), ("title", rule("title"))] }.isEmpty)
        // The trade lets a style's code pass; here it may not be used twice.
        let shared = "A|Tee|A|red|S\nA|Tee|A|blue|S"
        #expect(told(shared) { $0.uniqueCodes = (false, rule("unique")) } == ["shared-code sku A /2"])
    }
}

@Suite struct ListingOrderTests {
    @Test func byStyleThenGravestFirst() {
        let table = "B|Cap|1|red|S\nB|Cap||red|M\nB|Cap|3|blue|\nA|Tee|4|red|S\nA|Tee|4|red|M\nA|Tee|5|red|L"
        #expect(
            told(table) == [
                "error option-missing size 4 ", "warning missing-code sku 3 ", "error shared-code sku 5,6 4",
            ])
    }

    @Test func onlyTheStylesAskedFor() {
        var settings = ListingSettings()
        settings.styles = ["A"]
        #expect(
            told("B|Cap|1||\nA|Hat|1||", settings: settings) == ["error shared-code sku 3 1"])
    }
}
