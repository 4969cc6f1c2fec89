import Testing

/// `specsync explain`: each witness in words, with its lines, and why a pair was not made.
@Suite struct ExplainTests {
    /// A question about the files of a case, and what the answer must say.
    struct Question: Sendable, CustomTestStringConvertible {
        var name: String
        var options: [String]
        var says: [String]
        var testDescription: String { name + " " + options.joined(separator: " ") }

        init(_ name: String, _ options: String, _ says: String...) {
            self.name = name
            self.options = options.split(separator: " ").map(String.init)
            self.says = says
        }
    }

    static let questions = [
        // What was decided, and by which witnesses.
        Question(
            "sku-exact", "--line 2", "matched", "auto: accepted without a person, confidence 1.00", "same SKU",
            "supplier.csv:2", "shop.csv:2", "the same"),
        Question(
            "words-only-certain-style", "--shop-sku 74", "auto", "same style code; colour agrees; size agrees",
            "驼色 [camel]  |  驼色 [camel]", "the shop has a number of its own"),
        Question(
            "words-only-two-candidates", "--shop-sku 8802", "undecided, 2 candidates",
            "BX7002-LG 浅灰色/均码 (supplier.csv:3)",
            "BX7002-DG 深灰色/均码 (supplier.csv:4)", "浅灰色 [light grey]  |  灰色 [grey]  →  near, not the same",
            "ambiguous-match"),
        Question(
            "code-names-one-words-another", "--sku KZ5508-05-XL", "review",
            "藏青色 [navy]  |  黑色 [black]  →  never the same",
            "spec-differs (critical)"),
        Question(
            "one-code-two-shop-rows", "--shop-line 2", "codes name more than one spec",
            "the supplier's variant is under review with 30552 颜色:黑色;尺码:L (shop.csv:3)", "code-conflict"),
        Question(
            "value-pair-learned-from-siblings", "--shop-line 5", "codes put these words together in this style"),
        Question("sku-and-barcode-conflict", "--shop-line 2", "the shop's is that of another supplier variant"),
        Question(
            "title-speaks-against-code", "--shop-line 2", "titles differ", "product air fryer",
            "product air fryer, basket"),
        // Why a pair was not made.
        Question(
            "words-only-two-candidates", "--sku BX7002-BK --shop-sku 8802", "not a pair",
            "the specs contradict: colour",
            "the supplier's variant is already matched with 8801 黑色/均码 (shop.csv:2)",
            "the shop's row is under review with BX7002-LG"),
        Question(
            "sizes-of-two-systems", "--sku XZ6618-38 --shop-sku 33003", "not a pair",
            "a word has its exact partner elsewhere in the style: size"),
        Question(
            "sizes-of-two-systems", "--sku XZ6618-37 --shop-sku 33003", "review",
            "EU37 [EU 37]  |  US6.5 [US 6.5]  →  cannot be compared"),
        Question(
            "code-names-one-words-another", "--sku KZ5508-01-L --shop-sku G50812", "not a pair",
            "the shop row's code is that of KZ5508-05-L 藏青色/L (supplier.csv:3)"),
        Question(
            "words-only-certain-style", "--sku MY4407-BK-M --shop-sku 75", "not a pair",
            "the shop's style is another one of the supplier's: MY4411"),
        Question("supplier-code-twice", "--shop-line 4", "several supplier variants"),
        // In Chinese.
        Question("words-only-two-candidates", "--sku BX7002-LG --language zh", "待核对", "款号相同", "相近，不一定相同"),
        Question(
            "words-only-two-candidates", "--sku BX7002-BK --shop-sku 8802 --language zh", "不是一对", "规格写的不是同一个：颜色"),
    ]

    static func files(_ name: String) throws -> [String] {
        let sample = try Case.named(name)
        return [try #require(try sample.file("supplier")), try #require(try sample.file("shop"))]
    }

    @Test(arguments: questions) func says(_ question: Question) throws {
        let answer = try Program.run(["explain"] + Self.files(question.name) + question.options)
        #expect(answer.code == 0, "\(answer.errors)")
        for words in question.says { #expect(answer.text.contains(words), "“\(words)” is not in\n\(answer.text)") }
    }

    /// Every variant of every case can be asked for, and what is said of it is what mapping.csv says.
    @Test(arguments: Case.all) func agreesWithTheMapping(_ sample: Case) throws {
        let folder = try TemporaryFolder()
        let diff = try sample.arguments().filter {
            !$0.hasPrefix("platform=") && !$0.hasPrefix("orders=") && $0 != "--leg"
        }
        _ = try Program.run(diff + ["--out", folder.path("out")])
        let rule = diff.firstIndex(of: "--price-rule")
        var input = Array(diff.dropFirst())
        if let rule { input.removeSubrange(rule - 1...rule) }
        for row in Table(try folder.bytes("out/mapping.csv")).rows {
            let sku = row["supplier_sku"]
            var name = ["--line", row["supplier_line"]] + (sku.isEmpty ? [] : ["--sku", sku])
            if row["supplier_line"].isEmpty { name = ["--shop-line", row["shop_line"], "--shop-sku", row["shop_sku"]] }
            let answer = try Program.run(["explain"] + input + name + ["--language", "en"])
            // Two variants of one line and one code cannot be told apart.
            if answer.code == 2, answer.errors.contains("variants share") { continue }
            #expect(answer.code == 0, "\(name) \(answer.errors)")
            let word = row["decision"] == "none" ? "no counterpart" : row["decision"] + ":"
            #expect(answer.text.contains(word), "\(name): \(row["decision"])\n\(answer.text)")
            #expect(answer.text.contains(":\(row["shop_line"])"), "\(name) names the shop's line\n\(answer.text)")
        }
    }

    @Test func decisionsAreWitnesses() throws {
        let folder = try TemporaryFolder()
        let decisions = try folder.write(
            "decided.csv",
            "supplier_sku,shop_sku,decision\nBX7002-LG,8802,rejected\nBX7002-DG,8802,confirmed\n")
        let input = try Self.files("words-only-two-candidates") + ["--decisions", decisions]
        let rejected = try Program.run(["explain"] + input + ["--sku", "BX7002-LG", "--shop-sku", "8802"])
        #expect(rejected.code == 0 && rejected.text.contains("a person rejected this pair"), "\(rejected.text)")
        let confirmed = try Program.run(["explain"] + input + ["--shop-sku", "8802"])
        #expect(confirmed.code == 0 && confirmed.text.contains("confirmed: a person said so"), "\(confirmed.text)")
    }

    @Test func styleThatNothingTies() throws {
        let folder = try TemporaryFolder()
        let supplier = try folder.write("supplier.csv", "款号,标题,商家编码,颜色,尺码\nK1,雪纺裙,K1-S,黑色,S\n")
        let shop = try folder.write("shop.csv", "款号,标题,规格ID,颜色,尺码\nZ9,牛仔裤,1,黑色,S\n")
        let pair = try Program.run(["explain", supplier, shop, "--sku", "K1-S", "--shop-sku", "1"])
        #expect(pair.text.contains("it is not certain that they are one style"), "\(pair.text)")
        let alone = try Program.run(["explain", supplier, shop, "--sku", "K1-S"])
        #expect(alone.text.contains("no code and no title ties its style"), "\(alone.text)")
        #expect(alone.text.contains("style-not-listed"), "\(alone.text)")
    }

    /// What cannot be found, with what was most likely meant.
    @Test(arguments: [
        ("sizes-of-two-systems", ["--sku", "XZ6618-3"], ["supplier.csv: error", "XZ6618-37, XZ6618-38, XZ6618-39"]),
        ("sizes-of-two-systems", ["--shop-sku", "3300"], ["shop.csv: error", "33001, 33002, 33003"]),
        ("sizes-of-two-systems", ["--sku", "completely-other"], ["No code in this file is like it"]),
        ("sizes-of-two-systems", ["--line", "99"], ["supplier.csv:99: error", "The nearest begin on line 5"]),
        (
            "one-code-two-shop-rows", ["--shop-sku", "WY6105-BK-M"],
            ["2 variants share", "line 2", "line 3", "Say which by --shop-line"]
        ),
    ])
    func notFound(_ name: String, _ options: [String], _ says: [String]) throws {
        let answer = try Program.run(["explain"] + Self.files(name) + options)
        #expect(answer.code == 2 && answer.output.isEmpty)
        for words in says { #expect(answer.errors.contains(words), "\(answer.errors)") }
    }

    @Test(arguments: [[], ["--line", "two"], ["--price-rule", "floor", "--sku", "A"]])
    func wrongUsage(_ options: [String]) throws {
        let answer = try Program.run(["explain"] + Self.files("sku-exact") + options)
        #expect(answer.code == 64 && answer.errors.contains("Usage: specsync explain"))
    }
}
