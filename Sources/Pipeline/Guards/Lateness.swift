package import Catalogues
import Reconciliation
package import Reports

extension Guards {
    /// What there is to say of a source that brought nothing new tonight; empty if nothing more was due.
    ///
    /// A file counts for the last deadline by which it can have been there: it came at some time between the run that
    /// first saw it and the run before. So a run may be before the hour, and it does no harm.
    ///
    /// - Parameters:
    ///   - newest: the run in which the newest file was first seen.
    ///   - runBefore: the run before that, which did not see it; nil = there was none.
    package static func late(
        _ source: String, _ arrival: SourceSettings.Arrival, newest: Moment, runBefore: Moment?, now: Moment
    ) -> [Notice] {
        guard let due = firstMissed(arrival, newest: newest, runBefore: runBefore), due <= now else { return [] }
        let hour = TimeOfDay.text(arrival.by)
        let (days, late, seen) = (arrival.days, duration(from: due, to: now), shown(newest))
        return [
            Notice(
                .sourceLate, source: source, isHeld: false,
                Bilingual(
                    "约定\(days.zh) \(hour) 前更新，\(shown(due)) 该到的还没有，已晚 \(late.zh)；最近一份是 \(seen) 收到的",
                    "due \(days.en) by \(hour); the one due on \(shown(due)) has not come, \(late.en) late; the last one came on \(seen)"
                ))
        ]
    }

    /// The first deadline that the newest file does not keep.
    static func firstMissed(
        _ arrival: SourceSettings.Arrival, newest: Moment, runBefore: Moment?
    ) -> Moment? {
        // There was a deadline between the two runs, and it came for that one; or it came ahead of the next.
        let kept = arrival.lastDue(upTo: newest).flatMap { due in runBefore.map { due > $0 } ?? true ? due : nil }
        guard let kept = kept ?? arrival.nextDue(after: newest) else { return nil }
        return arrival.nextDue(after: kept)
    }

    private static func shown(_ moment: Moment) -> String { "\(moment.date.dropFirst(5)) \(moment.time)" }

    /// `17 小时`, `3 天`; whole ones, since nobody counts minutes here.
    private static func duration(from start: Moment, to end: Moment) -> Bilingual {
        let hours = Int((end.seconds - start.seconds) / 3600)
        if hours < 1 { return Bilingual("不到 1 小时", "less than an hour") }
        if hours < 48 { return Bilingual("\(hours) 小时", hours == 1 ? "1 hour" : "\(hours) hours") }
        return Bilingual("\(hours / 24) 天", "\(hours / 24) days")
    }
}

extension SourceSettings.Arrival {
    /// The first time after `moment` by which a file is expected; nil if none ever is.
    func nextDue(after moment: Moment) -> Moment? {
        for ahead in 0...7 {
            let due = Moment(seconds: Int64(moment.day + ahead) * 86_400 + by)
            if due > moment, weekdays.contains(due.weekday) { return due }
        }
        return nil
    }

    /// `每天`, `周一至周五`, `周一、周四`.
    fileprivate var days: Bilingual {
        let names = [
            ("一", "Mon"), ("二", "Tue"), ("三", "Wed"), ("四", "Thu"), ("五", "Fri"), ("六", "Sat"), ("日", "Sun"),
        ]
        switch weekdays {
        case [1, 2, 3, 4, 5, 6, 7]: return Bilingual("每天", "every day")
        case [1, 2, 3, 4, 5]: return Bilingual("周一至周五", "Mon to Fri")
        default:
            let days = weekdays.filter((1...7).contains).sorted().map { names[$0 - 1] }
            return Bilingual(
                days.map { "周" + $0.0 }.joined(separator: "、"), days.map(\.1).joined(separator: ", "))
        }
    }
}
