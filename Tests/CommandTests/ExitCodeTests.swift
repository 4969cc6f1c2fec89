import Testing

/// The exit codes that scripts build on: 0 nothing to do, 1 mismatches, 2 could not run, 64 wrong usage.
@Suite struct ExitCodeTests {
    /// A case whose worst mismatch has the severity named, and the exit code under each `--fail-on`.
    @Test(arguments: [
        ("sku-exact", [0, 0, 0, 0]), ("never-pairs", [0, 1, 1, 1]), ("sold-out", [0, 1, 1, 1]),
        ("duplicate-shop-rows", [0, 0, 1, 1]), ("code-names-one-words-another", [1, 1, 1, 1]),
    ])
    func failOn(_ name: String, _ codes: [Int32]) throws {
        let arguments = try Case.named(name).arguments()
        let found = try ["critical", "major", "minor", "info"].map {
            try #require(try Program.run(arguments + ["--fail-on", $0]).code)
        }
        #expect(found == codes)
        #expect(try Program.run(arguments).code == codes[2], "minor is the default")
    }

    /// Only something to know, nothing to do: the supplier has a size that the shop does not list.
    @Test func infoIsNoFailureByDefault() throws {
        let folder = try TemporaryFolder()
        let supplier = try folder.write("supplier.csv", "款号,商家编码,颜色,尺码\nK1,K1-S,黑色,S\nK1,K1-M,黑色,M\n")
        let shop = try folder.write("shop.csv", "款号,规格ID,商家编码,颜色,尺码\nK1,1,K1-S,黑色,S\n")
        let plain = try Program.run(["diff", supplier, shop])
        #expect(plain.code == 0, "\(plain.text)\(plain.errors)")
        #expect(try Program.run(["diff", supplier, shop, "--fail-on", "info"]).code == 1)
    }

    @Test(arguments: [
        [], ["one.csv"], ["one.csv", "two.csv", "three.csv"], ["one.csv", "two.csv", "--no-such-option"],
        ["one.csv", "two.csv", "--price-rule", "cheaper"], ["one.csv", "two.csv", "--fail-on", "never"],
        ["one.csv", "two.csv", "--format", "xml"], ["one.csv", "two.csv", "--language", "fr"],
        ["one.csv", "two.csv", "--leg", "warehouse=w.csv"], ["one.csv", "two.csv", "--supplier-encoding", "KLINGON"],
    ])
    func wrongUsage(_ arguments: [String]) throws {
        let answer = try Program.run(["diff"] + arguments)
        #expect(answer.code == 64)
        #expect(answer.output.isEmpty && answer.errors.contains("Usage: specsync diff"))
    }

    @Test func noCommandAtAll() throws {
        #expect(try Program.run(["compare"]).code == 64)
        let help = try Program.run(["--help"])
        #expect(help.code == 0 && help.text.contains("diff") && help.text.contains("inspect"))
    }

    @Test func inspectGivesZeroWhenItAnswered() throws {
        let answer = try Program.run(["inspect", try #require(try Case.named("gbk-encoded").file("supplier"))])
        #expect(answer.code == 0 && answer.text.contains("GB18030"), "\(answer.text)\(answer.errors)")
        #expect(try Program.run(["inspect", "/no/such/file.csv"]).code == 2)
    }

    @Test func targetsAreListedAndShown() throws {
        let list = try Program.run(["targets", "list"])
        #expect(list.code == 0)
        for name in ["shopify", "woocommerce", "taobao", "douyin", "google", "shopee", "amazon"] {
            #expect(list.text.contains("\n" + name) || list.text.hasPrefix(name))
            let shown = try Program.run(["targets", "show", name])
            #expect(shown.code == 0)
            #expect(shown.text.contains("\nname: \(name)\n"))
        }
        let unknown = try Program.run(["targets", "show", "shoppe"])
        #expect(unknown.code == 2)
        #expect(unknown.text.isEmpty)
        #expect(unknown.errors.contains("Did you mean “shopee”?"))
    }

    @Test func profilesAreListedAndShown() throws {
        let list = try Program.run(["profiles", "list"])
        #expect(list.code == 0)
        for name in ["taobao", "shopify", "woocommerce", "amazon", "google", "yml", "flat", "nested"] {
            #expect(list.text.contains(name))
            let shown = try Program.run(["profiles", "show", name])
            #expect(shown.code == 0 && shown.text.contains("name: \(name)"))
        }
        let unknown = try Program.run(["profiles", "show", "shopfy"])
        #expect(unknown.code == 2 && unknown.errors.contains("shopify"), "\(unknown.errors)")
    }
}
