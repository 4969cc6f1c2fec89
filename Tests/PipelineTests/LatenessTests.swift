import Catalogues
import Reconciliation
import Reports
import Testing

@testable import Pipeline

/// Whether a file that was agreed on is missing. 2026-11-02 is a Monday.
@Suite struct LatenessTests {
    private func late(
        _ newest: String, _ runBefore: String, _ now: String, by hour: Int64 = 9,
        on weekdays: Set<Int> = [1, 2, 3, 4, 5]
    ) -> Notice? {
        Guards.late(
            "杭州B档口", SourceSettings.Arrival(by: hour * 3600, weekdays: weekdays), newest: Moment(newest)!,
            runBefore: Moment(runBefore), now: Moment(now)!
        ).first
    }

    @Test(
        arguments: [
            // A run before the hour: yesterday's file came before yesterday's hour, or at least before this run.
            ("2026-11-03 02:30", "2026-11-02 02:30", "2026-11-04 02:30", true),
            ("2026-11-04 02:30", "2026-11-03 02:30", "2026-11-04 02:30", false),
            // The hour of today has not come yet.
            ("2026-11-03 02:30", "2026-11-02 02:30", "2026-11-03 08:59", false),
            ("2026-11-03 02:30", "2026-11-02 02:30", "2026-11-03 09:00", true),
            // A run behind the hour.
            ("2026-11-02 10:00", "2026-11-01 10:00", "2026-11-03 10:00", true),
            ("2026-11-03 10:00", "2026-11-02 10:00", "2026-11-04 08:00", false),
            // Nothing is due at the weekend.
            ("2026-11-06 10:00", "2026-11-05 10:00", "2026-11-08 23:00", false),
            ("2026-11-06 10:00", "2026-11-05 10:00", "2026-11-09 10:00", true),
            // Two runs a day: what came behind the hour of one day is ahead of the next one's.
            ("2026-11-03 02:30", "2026-11-02 20:00", "2026-11-03 20:00", false),
            ("2026-11-03 02:30", "2026-11-02 20:00", "2026-11-04 10:00", true),
            // The first run: how long the file had been there nobody knows.
            ("2026-11-03 02:30", "", "2026-11-03 08:00", false), ("2026-11-03 02:30", "", "2026-11-03 09:30", true),
        ])
    func isLate(_ newest: String, _ runBefore: String, _ now: String, _ isLate: Bool) {
        let notice = late(newest, runBefore, now)
        #expect((notice != nil) == isLate)
        #expect(notice?.isHeld != true, "what is old is still in force")
        #expect(notice.map(\.code) ?? .sourceLate == .sourceLate)
    }

    @Test func noDayNoPromise() { #expect(late("2026-11-01", "", "2026-11-30", on: []) == nil) }

    @Test(
        arguments: [
            (
                "2026-11-04 02:30", "约定周一至周五 09:00 前更新，11-03 09:00 该到的还没有，已晚 17 小时；最近一份是 11-03 02:30 收到的",
                "due Mon to Fri by 09:00; the one due on 11-03 09:00 has not come, 17 hours late; the last one came on 11-03 02:30"
            ),
            (
                "2026-11-03 09:30", "约定周一至周五 09:00 前更新，11-03 09:00 该到的还没有，已晚 不到 1 小时；最近一份是 11-03 02:30 收到的",
                "due Mon to Fri by 09:00; the one due on 11-03 09:00 has not come, less than an hour late; the last one came on 11-03 02:30"
            ),
            (
                "2026-11-09 02:30", "约定周一至周五 09:00 前更新，11-03 09:00 该到的还没有，已晚 5 天；最近一份是 11-03 02:30 收到的",
                "due Mon to Fri by 09:00; the one due on 11-03 09:00 has not come, 5 days late; the last one came on 11-03 02:30"
            ),
        ])
    func saysSinceWhenAndHowLong(_ now: String, _ zh: String, _ en: String) {
        let sentence = late("2026-11-03 02:30", "2026-11-02 02:30", now)?.sentence
        #expect(sentence?.zh == zh)
        #expect(sentence?.en == en)
    }

    @Test(
        arguments: [([1, 2, 3, 4, 5, 6, 7], "约定每天 "), ([1, 4], "约定周一、周四 "), ([7], "约定周日 ")] as [(Set<Int>, String)])
    func days(_ weekdays: Set<Int>, _ words: String) {
        let notice = late("2026-10-01 02:30", "2026-09-30 02:30", "2026-11-30 02:30", on: weekdays)
        #expect(notice?.sentence.zh.hasPrefix(words) == true)
    }
}
