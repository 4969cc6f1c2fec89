package import Catalogues
import Glibc

/// Hour and minute as a person writes them.
package enum TimeOfDay {
    /// Seconds after midnight of `2:30`, `02:30`, `02：30`; nil if it is no time of day.
    package static func seconds(_ text: String) -> Int64? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let hour = Int64(parts[0]),
            let minute = Int64(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 3600 + minute * 60
    }

    /// `02:30`
    package static func text(_ seconds: Int64) -> String { Moment(seconds: seconds).time }
}

/// The days of a week, 1 = Monday … 7 = Sunday.
enum Weekday {
    static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// What a workspace can say, and which days it means.
    static let words: [(name: String, choice: Set<Int>)] =
        names.enumerated().map { ($0.element, [$0.offset + 1]) } + [
            ("weekdays", [1, 2, 3, 4, 5]), ("weekend", [6, 7]), ("every day", [1, 2, 3, 4, 5, 6, 7]),
        ]
}

extension SourceSettings.Arrival {
    /// The last time up to `now` by which a file was expected; nil if none ever is.
    package func lastDue(upTo now: Moment) -> Moment? {
        for back in 0...7 {
            let due = Moment(seconds: Int64(now.day - back) * 86_400 + by)
            if due <= now, weekdays.contains(due.weekday) { return due }
        }
        return nil
    }

    /// Whether a file of this time is not the newest that was promised by `now`: it was there before the deadline before
    /// the last one.
    package func isLate(_ file: Moment, now: Moment) -> Bool {
        guard let last = lastDue(upTo: now), let before = lastDue(upTo: Moment(seconds: last.seconds - 1)) else {
            return false
        }
        return file <= before
    }
}

extension Moment {
    /// A time of the system (seconds since 1970 in UTC) as the clock on the wall showed it.
    package init(system time: Int) {
        var time = time_t(time)
        var parts = tm()
        localtime_r(&time, &parts)
        self.init(seconds: Int64(time) + Int64(parts.tm_gmtoff))
    }
}
