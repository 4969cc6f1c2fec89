import Catalogues
import Reconciliation
import Testing

@testable import Reports

@Suite struct NightHTMLTests {
    private func page(_ report: NightReport) throws -> String {
        try SampleRun.text { try NightHTML.write(report, $0) }
    }

    /// Where each of `parts` stands in the page, which must be one after the other.
    private func expectOrder(_ parts: [String], in page: String) throws {
        var rest = page[...]
        for part in parts {
            let found = try #require(rest.firstRange(of: part), "“\(part)” is missing, or stands too early")
            rest = rest[found.upperBound...]
        }
    }

    @Test func saysFirstWhatIsMostUrgent() throws {
        try expectOrder(
            [
                "<h1>新的 1 处会发错货或亏本：先改它</h1>",
                "义乌A厂 的新文件被扣住，沿用 11-02 的版本</bdi></strong>：<bdi>只有上次的 43 %（1,240 / 2,880 个规格）",
                "specsync run --release 义乌A厂 --by 名字 --reason", "杭州B档口 来源没有按时更新",
                "id=\"new\"", "#101", "3 个订单，店铺可售 60 件", "又出现了，最早 10-20（14 天前）",
                "id=\"open\"", "#55", "10-25 起，已 9 天", "#70", "#42", "另有 17 条提示",
                "id=\"acknowledged\"", "<details>", "双十一活动价", "id=\"resolved\"", "11-03 解决，存在了 4 天",
                "新款式发布时间", "SHL7001", "规格调整时间", "价格和库存", "来源登记", "有延迟：3 个规格，最久 5 天；新文件被扣住",
                "mapping.csv",
            ], in: try page(SampleNight.report()))
    }

    /// What nobody has to look at is folded, and nothing else.
    @Test func onlyTheAcknowledgedIsFolded() throws {
        let page = try page(SampleNight.report())
        let folded = page.matches(of: #/id="([a-z]+)">\s*<details>/#).map { String($0.1) }
        #expect(folded == ["acknowledged"])
    }

    @Test func speaksEnglish() throws {
        try expectOrder(
            [
                "<h1>1 new thing would ship wrong or lose money: fix it first</h1>",
                "义乌A厂: the new file is held back, that of 11-02 stays in force</bdi></strong>: <bdi>only 43 % of last time",
                "3 orders, 60 offered in the shop", "since 10-25, 9 days", "until 11-12",
                "resolved 11-03, after 4 days",
                "behind: 3 specs, the oldest for 5 days; new file held back",
            ], in: try page(SampleNight.report(.en)))
    }

    @Test(arguments: [(Language.zh, "✓ 一切正常，没有要处理的"), (.en, "✓ All is well: nothing to do")])
    func nothingWrongIsGoodNews(_ language: Language, _ sentence: String) throws {
        let page = try page(SampleNight.empty(language))
        #expect(page.contains("<h1>\(sentence)</h1>"))
        #expect(page.contains("<header class=\"none\">"))
        #expect(!page.contains("id=\"findings\"") && !page.contains("class=\"tiles\""))
    }

    /// The sentence of the morning for what there is.
    @Test(
        arguments: [
            ([(.new, .soldOutAtSupplier), (.new, .priceDiffers)], false, "major", "新的 1 处在卖可能没有的货：先处理它"),
            ([(.new, .priceDiffers), (.back, .barcodeDiffers)], false, "minor", "没有要紧的：新的 2 处小问题，有空再改"),
            ([(.open, .specDiffers)], false, "critical", "没有新的，但还有 1 处紧急的没改"),
            ([(.open, .specDiffers)], true, "major", "没有新的不符，但有 1 个来源没用上新文件"),
            ([(.open, .priceDiffers)], false, "minor", "没有新的不符；还有 1 处没解决"),
            ([(.acknowledged, .specDiffers), (.resolved, .specDiffers)], false, "none", "一切正常，没有要处理的"),
        ] as [([(Finding.State, MismatchCode)], Bool, String, String)])
    func headline(_ findings: [(Finding.State, MismatchCode)], _ isHeld: Bool, _ tone: String, _ sentence: String) {
        var report = SampleNight.empty()
        report.findings = findings.map { SampleNight.finding(1, $0, $1) }
        if isHeld { report.notices = [Notice(.sourceShrunk, source: "A", isHeld: true, Bilingual("", ""))] }
        let headline = NightHeadline(report, NightCounts(report.findings))
        #expect(headline.sentence == sentence)
        #expect(headline.tone == tone)
    }

    @Test func aLateSourceIsNoGoodNews() {
        var report = SampleNight.empty()
        report.notices = [Notice(.sourceLate, source: "B", isHeld: false, Bilingual("", ""))]
        #expect(NightHeadline(report, NightCounts([])).sentence == "没有不符；1 个来源没按时更新")
        report.notices = [Notice(.sourceRepeated, source: "B", isHeld: false, Bilingual("", ""))]
        #expect(NightHeadline(report, NightCounts([])).tone == "none", "the same file again is no matter")
    }

    /// What stands before the figures of a notice.
    @Test(
        arguments: [
            (.sourceShrunk, true, "2026-11-02", "A 的新文件被扣住，沿用 11-02 的版本：x", true),
            (.sourceShrunk, true, "2025-12-30", "A 的新文件被扣住，沿用 2025-12-30 的版本：x", true),
            (.formatDrift, true, nil, "A 的新文件被扣住，又没有以前的版本，这次没有核对它：x", true),
            (.sourceUnread, true, "2026-11-02", "A 的文件读不到，沿用 11-02 的版本：x", false),
            (.sourceUnread, false, nil, "A 的文件读不到，又没有以前的版本，这次没有核对它：x", false),
            (.formatDrift, false, "2026-11-02", "A 文件格式变了：x", false),
        ] as [(MismatchCode, Bool, String?, String, Bool)])
    func notice(_ code: MismatchCode, _ isHeld: Bool, _ since: String?, _ sentence: String, _ canRelease: Bool) {
        let say = NightSentences(SampleNight.empty())
        let notice = Notice(
            code, source: "A", isHeld: isHeld, Bilingual("x", "x"), inForceSince: since.map { SampleNight.at($0) })
        #expect(say.notice(notice) == sentence)
        #expect((say.release(notice) != nil) == canRelease)
    }

    /// The command can be pasted whatever a source is called.
    @Test(arguments: [
        ("义乌A厂", "义乌A厂"), ("b-2", "b-2"), ("Factory A", "'Factory A'"), ("O'Neill", "'O'\\''Neill'"), ("-x", "'-x'"),
        ("$(rm)", "'$(rm)'"),
    ])
    func shellWords(_ name: String, _ word: String) { #expect(NightSentences.shellWord(name) == word) }

    @Test(arguments: [
        ("义乌A厂", "义乌A厂"), ("a/b", "a%2Fb"), ("..", "%2E."), ("50%", "50%25"), ("report", "%72eport"),
        ("C:\\x", "C%3A%5Cx"),
    ])
    func fileNames(_ source: String, _ stem: String) { #expect(NightFiles.stem(source) == stem) }

    @Test func linksToEachSuppliersPage() throws {
        let page = try page(SampleNight.report())
        #expect(page.contains("href=\"%E4%B9%89%E4%B9%8CA%E5%8E%82.html\""))
        #expect(page.ranges(of: ".html\"").count == 2, "two suppliers have a page; shop and orders have none")
    }

    /// Forty specs of one style under one change are one row.
    @Test func changedSpecsAreGrouped() throws {
        let tables = ChangeTables(SampleNight.changes)
        #expect(tables.styles.map(\.style) == ["SHL7001", "SHL5001"])
        #expect(tables.specs.map(\.kind) == [.meaningChanged, .specRenamed, .relisted, .specAdded, .specRemoved])
        #expect(tables.specs.map(\.count) == [1, 1, 1, 12, 1])
        #expect(tables.specs[0].values == ["SHL6101-01 雾霾蓝/XL → 灰蓝/2XL"])
        #expect(tables.specs[2].values == ["白色/M SHL6101-06 → SHL6101-96"])
        #expect(tables.specs[3].values.prefix(2) == ["黑色/S", "白色/S"])
        #expect(
            tables.movements.map(\.first) == [
                ["SHL6101-01 灰蓝/2XL 68.00 → 72.00"], ["SHL6101-05 杏色/M"], ["SHL6101-06 白色/M"],
            ])
        let page = try page(SampleNight.report())
        #expect(page.contains("白色/XL</bdi> <small>+ 4</small>"))
        #expect(page.contains("11-03 02:30 <small>首次看到</small>") && page.contains("11-02 18:00 <small>来源自报</small>"))
    }

    /// What is the same on many specs of a style is one card.
    @Test func alikeFindingsShareACard() throws {
        var report = SampleNight.empty()
        let style = SampleNight.facts("K1", "裙", "", "", 1)
        report.findings = (1...15).map { SampleNight.finding($0, .new, .soldOutAtSupplier, "A", style) }
        report.findings.append(SampleNight.finding(16, .new, .variantWithdrawn, "A", style))
        let page = try page(report)
        #expect(page.ranges(of: "<article").count == 2)
        #expect(page.contains("+ 3 · 其余见 <a href=\"mismatches.csv\">"))
    }

    @Test func aLargeNightStaysAPage() throws {
        var report = SampleNight.report()
        let states = Finding.State.allCases
        report.findings = (0..<5000).map { number in
            let style = SampleNight.facts(
                "K\(number / 7)", "法式V领连衣裙女收腰显瘦雪纺长裙", "K\(number)", "黑色/\(number % 7)", number + 2)
            return SampleNight.finding(
                number, states[number / 1000], .stockDiffers, "义乌A厂", style, style, field: "stock", ("1", "9"))
        }
        report.changes = (0..<3000).map { number in
            var change = ChangeEntry(
                source: "义乌A厂", kind: ChangeKind.allCases[number % 10], at: SampleNight.night, isDatedByFeed: false)
            change.style = "K\(number)"
            return change
        }
        let page = try page(report)
        #expect(page.utf8.count < 600_000)
        #expect(page.ranges(of: "<div class=\"life\">").count <= NightHTML.findingLimit)
        #expect(page.ranges(of: "<tr>").count <= NightHTML.changeLimit + 10)
        for section in ["new", "open", "acknowledged", "resolved"] {
            #expect(page.contains("id=\"\(section)\""), "\(section) has no room left")
        }
        #expect(page.contains("<a href=\"changes.csv\">") && page.contains("<a href=\"report.json\">"))
    }

    /// Every text that a source or a person can bring is hostile here; the page and the mail must hold no tag of theirs.
    @Test(arguments: Language.allCases)
    func hostileTextsStayText(_ language: Language) throws {
        let evil = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>"
        var report = SampleNight.report(language)
        report.shop = evil
        for index in report.notices.indices {
            report.notices[index].source = evil
            report.notices[index].sentence = Bilingual(evil, evil)
        }
        for index in report.findings.indices {
            let facts = SampleNight.facts(evil, evil, evil, evil, 3)
            (report.findings[index].supplier, report.findings[index].shop) = (facts, facts)
            report.findings[index].source = evil
            report.findings[index].field = evil
            report.findings[index].supplierValue = evil
            report.findings[index].shopValue = evil
            report.findings[index].action = evil
            report.findings[index].reason = evil
        }
        for index in report.changes.indices {
            report.changes[index].source = evil
            report.changes[index].style = evil
            report.changes[index].title = evil
            report.changes[index].sku = evil
            report.changes[index].spec = evil
            report.changes[index].before = evil
            report.changes[index].after = evil
        }
        for index in report.sources.indices {
            report.sources[index].name = evil
            report.sources[index].contact = evil
            report.sources[index].cooperation = evil
            report.sources[index].feed = evil
            report.sources[index].notes = [(nil, evil)]
        }
        let page = try page(report)
        #expect(!page.contains("<img") && page.ranges(of: "<script>").count == 1)
        let mail = MailBody(report).html
        #expect(!mail.contains("<img") && !mail.contains("<script"))
    }

    @Test func needsNoNetworkAndLinksLeadSomewhere() throws {
        let page = try page(SampleNight.report())
        for outside in ["http://", "https://", "url(", "@import", "<link", " src="] {
            #expect(!page.contains(outside), "\(outside)")
        }
        for link in page.matches(of: #/href="#([^"]+)"/#) { #expect(page.contains("id=\"\(link.1)\""), "\(link.1)") }
        #expect(try self.page(SampleNight.report()) == page, "the same night gives the same bytes")
    }

    @Test func everyWordStandsInBothLanguages() {
        for label in NightLabel.allCases {
            #expect(!label.text.zh.isEmpty && !label.text.en.isEmpty, "\(label)")
            #expect(!label.text.zh.contains(",") && label.text.zh != label.text.en, "\(label)")
        }
        for language in Language.allCases {
            #expect(Set(Finding.State.allCases.map { Texts.name($0, language) }).count == Finding.State.allCases.count)
            #expect(Set(ChangeKind.allCases.map { Texts.name($0, language) }).count == ChangeKind.allCases.count)
        }
    }
}
