import Catalogues
import Reconciliation
import Testing

@testable import Reports

/// What a nightly run and its history print.
@Suite struct NightTextTests {
    @Test(arguments: [
        (
            Language.zh,
            "2026-11-03 02:30 义乌A厂 被扣住，杭州B档口 没按时更新，小满服饰店 取用，订单系统 取用 · 新 5（紧急 1） 未决 3 已解决 1 · reports/2026-11-03T0230/report.html"
        ),
        (
            .en,
            "2026-11-03 02:30 义乌A厂 held, 杭州B档口 late, 小满服饰店 taken, 订单系统 taken · new 5 (critical 1), open 3, resolved 1 · reports/2026-11-03T0230/report.html"
        ),
    ])
    func outcome(_ language: Language, _ line: String) {
        let report = SampleNight.report(language)
        #expect(NightText.outcome(report, page: "reports/2026-11-03T0230/report.html") == line)
    }

    /// Of many sources only those are named that did not go well.
    @Test func outcomeOfManySources() {
        var report = SampleNight.empty()
        report.sources = (1...20).map { SourceEntry(name: "S\($0)", leg: .supplier) }
        report.sources[4].isFresh = false
        report.notices = [3, 4, 5, 6].map {
            Notice(.sourceShrunk, source: "S\($0)", isHeld: true, Bilingual("", ""))
        }
        #expect(
            NightText.outcome(report) == "2026-11-03 02:30 取用 16，被扣住 4（S3、S4、S5 …） · 新 0 未决 0 已解决 0")
    }

    @Test func columnsLineUpUnderWideCharacters() {
        let runs = [
            HistoryRun(
                run: "2026-11-03T0230", at: SampleNight.night, sources: 4, held: ["义乌A厂"], new: 5, open: 3, resolved: 1),
            HistoryRun(run: "2026-11-02T0230", at: SampleNight.night, sources: 4, new: 15, open: 13, resolved: 0),
        ]
        #expect(
            HistoryText.runs(runs, .zh) == """
                运行             来源  新  未决  已解决  被扣住
                2026-11-03T0230     4   5     3       1  义乌A厂
                2026-11-02T0230     4  15    13       0

                """)
    }

    @Test func findings() {
        let text = HistoryText.findings(Array(SampleNight.findings().prefix(4)), at: SampleNight.night, .zh)
        #expect(
            text == """
                编号  状态    天数  代码                  来源       款式
                 101  新         0  meaning-changed       义乌A厂    SHL6101 灰蓝/2XL SHL6101-01
                 102  新         0  style-withdrawn       杭州B档口  SHL5977
                 103  新         0  variant-withdrawn     义乌A厂    3701845520916832001 卡其色…
                 104  又出现    14  sold-out-at-supplier  义乌A厂    SHL6101 杏色/M SHL6101-05

                """)
        for line in text.split(separator: "\n") { #expect(TerminalText.width(String(line)) <= 80) }
    }

    @Test func aFindingsLife() {
        var finding = SampleNight.findings()[3]
        finding.source = "A\u{1B}[31m"
        let text = HistoryText.life(
            finding,
            [
                FindingEvent(
                    at: SampleNight.at("2026-10-20 02:30"), state: .new, run: "2026-10-20T0230", note: "0 ≠ 9"),
                FindingEvent(at: SampleNight.at("2026-10-21 09:12"), state: .acknowledged, note: "等补货（阿明）"),
                FindingEvent(
                    at: SampleNight.at("2026-11-03 02:30"), state: .back, run: "2026-11-03T0230", note: "0 ≠ 15"),
            ], .zh)
        #expect(
            text == """
                #104  重要  货源断货，店铺还在卖 (sold-out-at-supplier)
                    A\u{FFFD}[31m：SHL6101  法式V领连衣裙女收腰显瘦雪纺长裙  SHL6101-05  杏色/M  库存 0  第 62 行
                    店铺：3701845520916832001  法式V领连衣裙女收腰显瘦雪纺长裙气质通勤  8804  杏色/M  库存 15  第 12 行
                    店铺：把店铺库存改为 0，货源补货后再恢复。

                2026-10-20 02:30  新      2026-10-20T0230  0 ≠ 9
                2026-10-21 09:12  已知晓                   等补货（阿明）
                2026-11-03 02:30  又出现  2026-11-03T0230  0 ≠ 15

                """)
    }
}
