import Catalogues
import Reconciliation
import Testing

@testable import Reports

@Suite struct SupplierMessageTests {
    private func asking(
        _ report: NightReport = SampleNight.report(), _ language: Language = .zh, asked: Set<String> = []
    ) -> SupplierMessage? {
        SupplierMessage(report, source: "义乌A厂", contact: "王姐", language: language, asked: asked)
    }

    @Test func asksTheDearestFirst() throws {
        let message = try #require(asking())
        #expect(
            message.text == """
                王姐，您好！11-03 核对目录，有 7 点请您确认：

                1. 今晚的文件只有上次的 43 %（1,240 / 2,880 个规格），是整份吗？（整份／不是）
                2. SHL6101 法式V领连衣裙女收腰显瘦… 编码 SHL6101-01 “雾霾蓝/XL”→“灰蓝/2XL”，是改名、换货还是停产？
                3. 法式V领连衣裙女收腰显瘦… 卡其色/2XL（SHL6101-03）不在新目录里了，是停产、缺货还是漏传？
                4. SHT6801 花灰短袖T恤 几个规格共用一个编码 SHT6801-10-M（第 843 行），请给每个规格单独编码。
                5. SHL6101 法式V领连衣裙 “白色/M”的编码由 SHL6101-06 换成 SHL6101-96，还是原来的货吗？（是／不是）
                6. SHL6101 法式V领连衣裙女收腰显瘦… 条码有错（校验位不对）：白色/XL（SHL6101-08）6990617112415，请按吊牌发正确的。
                7. SHL6101 法式V领连衣裙 规格改了写法：SHL6101-04 “杏色/M”→“米色/M”，只是改名、货没变吗？（是／不是）

                请按编号回复，例如：1 整份；2 停产。谢谢！
                —— 小满服饰店

                """)
        #expect(message.subject == "[小满服饰店] 有 7 个问题请确认（11-03）")
    }

    @Test func speaksTheContactsLanguage() throws {
        let message = try #require(
            SupplierMessage(SampleNight.report(.zh), source: "杭州B档口", contact: "Leo", language: .en))
        #expect(
            message.text == """
                Hello Leo, comparing your catalogue on 11-03 left us with 2 questions:

                1. We have no new file yet (due by 01:00, the last one came on 11-01): please send it.
                2. SHL5977 波点吊带连衣裙女夏收腰… is no longer in your catalogue: discontinued, sold out, or left out by mistake?

                Please answer by number, for example: 1 sent; 2 left out by mistake. Thank you!
                —— 小满服饰店

                """)
        #expect(message.subject == "[小满服饰店] 2 questions about your catalogue (11-03)")
    }

    @Test func nothingToAskIsNoMessage() {
        #expect(asking(SampleNight.empty()) == nil)
        var report = SampleNight.empty()
        // A fact is no question, what the shop can put right is none, and what is settled is none.
        report.findings = [
            SampleNight.finding(1, .new, .soldOutAtSupplier), SampleNight.finding(2, .new, .priceBelowCost),
            SampleNight.finding(3, .new, .specDiffers), SampleNight.finding(4, .acknowledged, .variantWithdrawn),
            SampleNight.finding(5, .resolved, .duplicateCode), SampleNight.finding(6, .new, .variantWithdrawn, "别家"),
        ]
        report.changes = [ChangeEntry(source: "义乌A厂", kind: .soldOut, at: SampleNight.night, isDatedByFeed: true)]
        #expect(asking(report) == nil)
    }

    @Test func whatWasAskedIsNotAskedAgain() throws {
        let first = try #require(asking())
        #expect(
            first.keys == [
                "source-shrunk|only 43 % of last time (1,240 of 2,880 specs)", "meaning-changed|SHL6101-01|灰蓝/2XL",
                "variant-withdrawn|SHL6101-03", "duplicate-code|SHT6801-10-M", "relisted|SHL6101-96|白色/M",
                "barcode-invalid|SHL6101-08|6990617112415|", "spec-renamed|SHL6101-04|米色/M",
            ])
        #expect(asking(asked: Set(first.keys)) == nil)
        var changed = SampleNight.report()
        changed.findings[0].supplier.spec = "灰蓝/3XL"
        let second = try #require(asking(changed, asked: Set(first.keys)))
        #expect(second.keys == ["meaning-changed|SHL6101-01|灰蓝/3XL"])
    }

    /// The next night knows no change any more, and the file has other lines: it is the same question.
    @Test func aKeyStaysTheSame() throws {
        let first = try #require(asking())
        var next = SampleNight.report()
        next.changes = []
        next.findings[0].state = .open
        next.findings[0].supplier.line = 99
        next.findings[4].supplierValue = "SHT6801-10-M（第 901 行）"
        let second = try #require(asking(next))
        #expect(Set(second.keys).isSubset(of: first.keys))
        #expect(asking(next, asked: Set(first.keys)) == nil)
    }

    /// A file that stays late is asked for once.
    @Test func aLateFileIsOneQuestion() throws {
        var report = SampleNight.empty()
        report.notices = [Notice(.sourceLate, source: "义乌A厂", isHeld: false, Bilingual("已 1 天", "1 day"))]
        let keys = try #require(asking(report)).keys
        report.notices = [Notice(.sourceLate, source: "义乌A厂", isHeld: false, Bilingual("已 2 天", "2 days"))]
        #expect(asking(report, asked: Set(keys)) == nil)
    }

    @Test func specsOfAStyleShareALine() throws {
        var report = SampleNight.empty()
        report.findings = (1...6).map { number in
            SampleNight.finding(
                number, .new, .variantWithdrawn, "义乌A厂", VariantFacts(),
                SampleNight.facts("K1", "裙", "8\(number)", "红/\(number)", number))
        }
        let message = try #require(asking(report))
        #expect(
            message.items.map(\.sentence) == [
                "K1 裙 红/1、红/2、红/3、红/4不在新目录里了，是停产、缺货还是漏传？", "K1 裙 红/5、红/6不在新目录里了，是停产、缺货还是漏传？",
            ])
        #expect(message.keys.count == 6)
    }

    @Test func aMessageIsShort() throws {
        var report = SampleNight.empty()
        report.findings = (1...500).map { number in
            SampleNight.finding(
                number, .new, .styleWithdrawn, "义乌A厂", VariantFacts(),
                SampleNight.facts("K\(number)", "裙", "", "", number), stock: number)
        }
        let message = try #require(asking(report))
        #expect(message.items.count == SupplierMessage.limit)
        #expect(message.left == 480)
        #expect(message.items[0].sentence.hasPrefix("K500 "), "the most stock is at risk there")
        #expect(message.text.contains("还有 480 点，下次再问。"))
        #expect(!message.keys.contains("style-withdrawn|K1 裙|"), "what was not asked is asked next time")
    }

    @Test func whatSomebodyAcknowledgedIsNotAsked() throws {
        var report = SampleNight.report()
        report.findings[0].state = .acknowledged
        let keys = try #require(asking(report)).keys
        #expect(!keys.contains { $0.hasPrefix("meaning-changed") }, "nor is the change that it comes from")
    }

    /// What the shop does not sell needs no answer.
    @Test func changesMayBeOfNoConcern() throws {
        var report = SampleNight.empty()
        report.changes = SampleNight.changes
        #expect(try #require(asking(report)).items.count == 3)
        #expect(SupplierMessage(report, source: "义乌A厂", language: .zh, concerns: { _ in false }) == nil)
    }

    /// Whatever a supplier is asked, the sentence is whole, names no code of ours and fits a line.
    @Test(arguments: MismatchCode.allCases, Language.allCases)
    func everyQuestionIsASentence(_ code: MismatchCode, _ language: Language) throws {
        var report = SampleNight.empty(language)
        let facts = SampleNight.facts("K1", "裙", "K1-1", "红/S", 1)
        report.findings = [
            SampleNight.finding(1, .new, code, "义乌A厂", facts, facts, field: "spec", ("a", "b"), who: .supplier)
        ]
        report.notices = code.isOfSource ? [Notice(code, source: "义乌A厂", isHeld: true, Bilingual("少了", "less"))] : []
        guard let message = SupplierMessage(report, source: "义乌A厂", language: language) else {
            return #expect(code == .sourceRepeated)
        }
        let sentence = message.items[0].sentence
        #expect(message.items.count == 1)
        #expect(!sentence.contains(code.name) && !sentence.contains("  ") && !sentence.contains("specsync"))
        #expect(["。", "？", "）", ".", "?", ")"].contains { sentence.hasSuffix($0) })
        #expect(TerminalText.width(sentence) <= 130, "\(sentence)")
        #expect(!message.items[0].answers.isEmpty)
    }
}
