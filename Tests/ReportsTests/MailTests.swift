import Catalogues
import Reconciliation
import Testing

@testable import Reports

@Suite struct MailTests {
    @Test(arguments: [
        (Language.zh, "[小满服饰店] 1 项新的紧急不符，另有 4 项新的，1 个来源被扣住，1 个来源没按时更新（11-03）", "[小满服饰店] 没有新的不符（11-03）"),
        (
            .en, "[小满服饰店] 1 new critical mismatch, 4 other new, 1 source held, 1 source late (11-03)",
            "[小满服饰店] nothing new (11-03)"
        ),
    ])
    func subjects(_ language: Language, _ full: String, _ empty: String) {
        #expect(MailBody(SampleNight.report(language)).subject == full)
        #expect(MailBody(SampleNight.empty(language)).subject == empty)
    }

    @Test func aSubjectIsOneLine() {
        var report = SampleNight.empty(.en)
        report.shop = "A\r\nBcc: x@example.com"
        #expect(!MailBody(report).subject.contains { $0.isNewline })
    }

    /// Whether a mail is worth sending.
    @Test(
        arguments: [
            ([], [], false), ([.open], [], false), ([.acknowledged], [], false), ([.new], [], true),
            ([.back], [], true),
            ([.resolved], [], true), ([], [(.sourceShrunk, true)], true), ([], [(.sourceShrunk, false)], false),
            ([], [(.sourceRepeated, true)], false),
        ] as [([Finding.State], [(MismatchCode, Bool)], Bool)])
    func news(_ states: [Finding.State], _ notices: [(MismatchCode, Bool)], _ isNews: Bool) {
        var report = SampleNight.empty()
        report.findings = states.map { SampleNight.finding(1, $0, .specDiffers) }
        report.notices = notices.map { Notice($0, source: "A", isHeld: true, Bilingual("", ""), isNew: $1) }
        #expect(MailBody.hasNews(report) == isNews)
    }

    @Test func textSaysAllInItsOrder() throws {
        let text = MailBody(SampleNight.report()).text
        var rest = text[...]
        for part in [
            "新的 1 处会发错货或亏本：先改它\n", "! 义乌A厂 的新文件被扣住，沿用 11-02 的版本：只有上次的 43 %", "== 新出现的 5 ==",
            "[紧急] 编码换了意思\n  法式V领连衣裙女收腰显瘦雪纺长裙气质通勤 SHL6101 · 灰蓝/2XL SHL6101-01 · 义乌A厂\n  义乌A厂 灰蓝/2XL ≠ 店铺 雾霾蓝/XL\n",
            "#101 11-03 02:30 首次出现 · 义乌A厂 a-factory.xml:31，小满服饰店 shop.csv:9 · 3 个订单，店铺可售 60 件",
            "[重要] 又出现 · 货源断货，店铺还在卖", "库存：义乌A厂 0 ≠ 店铺 15", "== 还没解决的 3 ==", "#55", "#70", "#42",
            "== 已解决的 1 ==", "report.html",
        ] {
            let found = try #require(rest.firstRange(of: part), "“\(part)” is missing, or stands too early")
            rest = rest[found.upperBound...]
        }
        #expect(!text.contains("双十一活动价"), "what is acknowledged is no news")
    }

    @Test(arguments: Language.allCases)
    func htmlNeedsNothing(_ language: Language) {
        let html = MailBody(SampleNight.report(language)).html
        for outside in ["<style", "<script", "<link", "<img", " src=", "http://", "https://", "url(", "class="] {
            #expect(!html.contains(outside), "\(outside)")
        }
        #expect(html.contains(language == .zh ? "义乌A厂 的新文件被扣住" : "义乌A厂: the new file is held back"))
    }

    /// Some mail programs cut what is longer than 100 kB.
    @Test func aLargeNightStaysAMail() {
        var report = SampleNight.report()
        let long = String(repeating: "长\"<", count: 400)
        report.findings = (0..<5000).map { number in
            let facts = SampleNight.facts(long, long, long, long, number + 1)
            return SampleNight.finding(
                number, number < 3000 ? .new : .open, .stockDiffers, "义乌A厂", facts, facts, field: "stock", (long, long))
        }
        let mail = MailBody(report)
        #expect(mail.html.utf8.count < 100_000)
        #expect(mail.html.contains("另有 2970 处，见附件 report.html。"))
        #expect(mail.text.utf8.count < 100_000)
    }
}
