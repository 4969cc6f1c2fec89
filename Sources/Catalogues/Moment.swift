/// A point of time as a clock on the wall shows it, to the second and without a zone: a workspace lives in one place.
///
/// Nothing here looks at a clock: who runs the program says what time it is.
public struct Moment: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01 00:00:00 on the same clock.
    public let seconds: Int64

    public init(seconds: Int64) { self.seconds = seconds }

    /// Reads ISO 8601: `2026-11-03`, `2026-11-03 02:30`, `2026-11-03T02:30:15`, and the same with `/` between the parts of
    /// the date or fractions of seconds. With a zone (`Z`, `+08:00`) the time is moved to the wall clock that is
    /// `localOffset` seconds ahead of UTC.
    public init?(_ text: String, localOffset: Int = 0) {
        var parts = Scanner(text)
        guard let year = parts.number(4), parts.skip("-/."), let month = parts.number(2), parts.skip("-/."),
            let day = parts.number(2), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        var seconds = Self.days(year: year, month: month, day: day) * 86_400
        if !parts.isAtEnd {
            guard parts.skip("T t"), let hour = parts.number(2), parts.skip(":"), let minute = parts.number(2),
                hour < 24, minute < 60
            else { return nil }
            seconds += Int64(hour * 3600 + minute * 60)
            if parts.skip(":") {
                guard let second = parts.number(2), second <= 60 else { return nil }
                seconds += Int64(min(second, 59))
                if parts.skip(".,") { while parts.number(1) != nil {} }
            }
            _ = parts.skip(" ")
            if parts.skip("Zz") {
                seconds += Int64(localOffset)
            } else if let sign = parts.sign() {
                guard let hours = parts.number(2) else { return nil }
                _ = parts.skip(":")
                let minutes = parts.number(2) ?? 0
                seconds += Int64(localOffset - sign * (hours * 3600 + minutes * 60))
            }
            guard parts.isAtEnd else { return nil }
        }
        self.seconds = seconds
    }

    public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

    /// Days since 1970-01-01.
    public var day: Int { Int((seconds - secondOfDay) / 86_400) }
    /// 0 to 86,399.
    public var secondOfDay: Int64 { ((seconds % 86_400) + 86_400) % 86_400 }
    /// 1 = Monday … 7 = Sunday.
    public var weekday: Int { ((day + 3) % 7 + 7) % 7 + 1 }

    /// How many midnights lie between an earlier moment and this one.
    public func days(since earlier: Moment) -> Int { day - earlier.day }

    /// `2026-11-03`
    public var date: String {
        let (year, month, day) = Self.civil(day)
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// `02:30`
    public var time: String {
        "\(Self.padded(Int(secondOfDay / 3600), 2)):\(Self.padded(Int(secondOfDay / 60 % 60), 2))"
    }

    /// `2026-11-03T02:30:15`; as text it sorts as the moments do.
    public var text: String { "\(date)T\(time):\(Self.padded(Int(secondOfDay % 60), 2))" }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    // The civil calendar after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".

    private static func days(year: Int, month: Int, day: Int) -> Int64 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted + (shifted < 10 ? 3 : -9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private struct Scanner {
        private var rest: Substring.UTF8View

        init(_ text: String) {
            var trimmed = text.utf8[...]
            while trimmed.first == 0x20 { trimmed.removeFirst() }
            while trimmed.last == 0x20 { trimmed.removeLast() }
            rest = trimmed
        }

        var isAtEnd: Bool { rest.isEmpty }

        /// A number of one to `width` digits.
        mutating func number(_ width: Int) -> Int? {
            var value: Int?
            var left = width
            while left > 0, let digit = rest.first, (0x30...0x39).contains(digit) {
                value = (value ?? 0) * 10 + Int(digit - 0x30)
                rest.removeFirst()
                left -= 1
            }
            return value
        }

        /// Passes over one of `signs`, if it comes next.
        mutating func skip(_ signs: StaticString) -> Bool {
            guard let first = rest.first,
                UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount).contains(first)
            else { return false }
            rest.removeFirst()
            return true
        }

        mutating func sign() -> Int? {
            if skip("+") { return 1 }
            return skip("-") ? -1 : nil
        }
    }
}
