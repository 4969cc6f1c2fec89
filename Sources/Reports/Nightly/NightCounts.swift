import Catalogues
package import Reconciliation

/// How many findings there are of each state and severity, counted once.
package struct NightCounts: Sendable {
    private var counts: [Int]
    /// Who must act on what is new, back or open, and on how much.
    package private(set) var people: [(who: MismatchCode.Who, count: Int)] = []

    package init(_ findings: [Finding]) {
        counts = Array(repeating: 0, count: Finding.State.allCases.count * Self.severities)
        var people: [MismatchCode.Who: Int] = [:]
        for finding in findings {
            counts[Self.index(finding.state, finding.severity)] += 1
            if finding.state.isPending { people[finding.who, default: 0] += 1 }
        }
        self.people = [MismatchCode.Who.reviewer, .shop, .supplier, .platform]
            .compactMap { who in people[who].map { (who, $0) } }
    }

    package func count(_ state: Finding.State, _ severity: MismatchCode.Severity) -> Int {
        counts[Self.index(state, severity)]
    }

    package func count(_ state: Finding.State) -> Int {
        MismatchCode.Severity.allCases.reduce(0) { $0 + count(state, $1) }
    }

    /// What an operator has not seen yet: new, and come back.
    package var fresh: Int { count(.new) + count(.back) }

    package func fresh(_ severity: MismatchCode.Severity) -> Int { count(.new, severity) + count(.back, severity) }

    private static let severities = MismatchCode.Severity.allCases.count

    private static func index(_ state: Finding.State, _ severity: MismatchCode.Severity) -> Int {
        let states = Finding.State.allCases
        return (states.firstIndex(of: state) ?? 0) * severities + Int(severity.rawValue)
    }
}

extension Finding {
    package var severity: MismatchCode.Severity { code.severity }

    /// How many midnights have passed since it was first seen.
    func age(at now: Moment) -> Int { max(0, (resolved ?? now).days(since: firstSeen)) }

    /// What a person calls the style: the title where one side has one, else its code.
    var styleTitle: String {
        [shop.title, supplier.title, styleCode].first { !$0.isEmpty } ?? ""
    }

    /// The code that both sides know comes before the shop's own.
    var styleCode: String { supplier.style.isEmpty ? shop.style : supplier.style }

    /// The code of the variant; one that both sides know comes before the shop's own number.
    var sku: String { [supplier.sku, shop.supplierCode, shop.sku].first { !$0.isEmpty } ?? "" }

    var spec: String { supplier.spec.isEmpty ? shop.spec : supplier.spec }
}

extension Texts {
    /// What whoever must act is told of a finding: its own words, or else those of its code.
    static func action(_ finding: Finding, _ language: Language) -> String {
        if !finding.action.isEmpty { return finding.action }
        if finding.who == .supplier, let asked = finding.code.texts.supplierAction { return asked[language] }
        return action(finding.code, language)
    }
}

extension Finding.State {
    /// Whether somebody still has to do something about it.
    package var isPending: Bool {
        switch self {
        case .new, .back, .open: true
        case .acknowledged, .resolved: false
        }
    }
}

extension NightReport {
    /// What is open, the gravest first and of those the oldest; findings of one age keep their order.
    var openByAge: [Finding] {
        findings.enumerated().filter { $0.element.state == .open }
            .sorted { a, b in
                (a.element.severity, a.element.firstSeen, a.offset) < (
                    b.element.severity, b.element.firstSeen, b.offset
                )
            }
            .map(\.element)
    }

    func findings(_ states: Finding.State...) -> [Finding] { findings.filter { states.contains($0.state) } }

    /// What guards say, sources that are held back first.
    /// Those that somebody should read: that a file came again is for the registry.
    var toldNotices: [Notice] { sortedNotices.filter { $0.code.severity < .info } }

    var sortedNotices: [Notice] { notices.filter(\.isHeld) + notices.filter { !$0.isHeld } }

    /// The shop's own entry in the registry.
    var shopSource: SourceEntry? { sources.first { $0.leg == .shop } }

    /// What is told of a moment that lies in the year of the report: `11-03`; of any other: `2025-12-30`.
    func day(_ moment: Moment) -> String {
        let date = moment.date
        return date.prefix(4) == at.date.prefix(4) ? String(date.dropFirst(5)) : date
    }

    /// `11-03 02:30`; without the time where it is midnight, as of dates that came alone.
    func dayAndTime(_ moment: Moment) -> String {
        moment.secondOfDay == 0 ? day(moment) : day(moment) + " " + moment.time
    }
}
