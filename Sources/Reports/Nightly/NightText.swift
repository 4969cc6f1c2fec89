import Catalogues
import Reconciliation

/// What a nightly run prints: one line that a log keeps.
package enum NightText {
    /// `2026-11-03 02:30 义乌A厂 取用，B厂 被扣住 · 新 3（紧急 1） 未决 12 已解决 2 · reports/2026-11-03T0230/report.html`
    ///
    /// - Parameter page: where the report lies; empty if it was not written.
    package static func outcome(_ report: NightReport, page: String = "") -> String {
        let language = report.language
        let counts = NightCounts(report.findings)
        var figures = [figure(Bilingual("新", "new")[language], counts.fresh, counts.fresh(.critical), language)]
        figures.append(
            figure(
                Texts.name(.open as Finding.State, language), counts.count(.open), counts.count(.open, .critical),
                language))
        figures.append(figure(Texts.name(.resolved as Finding.State, language), counts.count(.resolved), 0, language))
        let parts = [sources(report), figures.joined(separator: Bilingual(" ", ", ")[language]), page]
        return TerminalText.safe(
            "\(report.at.date) \(report.at.time) " + parts.filter { !$0.isEmpty }.joined(separator: " · "))
    }

    private static func figure(_ name: String, _ count: Int, _ critical: Int, _ language: Language) -> String {
        let worst = Texts.name(.critical as MismatchCode.Severity, language)
        return "\(name) \(count)"
            + (critical == 0 ? "" : Bilingual("（\(worst) \(critical)）", " (\(worst) \(critical))")[language])
    }

    /// What became of a source's file.
    private enum Fate: CaseIterable { case taken, unchanged, held, unread, late }

    private static func fate(_ source: SourceEntry, _ report: NightReport) -> Fate {
        let notices = report.notices.filter { $0.source == source.name }
        if notices.contains(where: { $0.code == .sourceUnread }) { return .unread }
        if notices.contains(where: \.isHeld) { return .held }
        if notices.contains(where: { $0.code == .sourceLate }) { return .late }
        return source.isFresh ? .taken : .unchanged
    }

    private static func name(_ fate: Fate, _ language: Language) -> String {
        switch fate {
        case .taken: Bilingual("取用", "taken")[language]
        case .unchanged: Bilingual("没有新的", "unchanged")[language]
        case .held: Bilingual("被扣住", "held")[language]
        case .unread: Bilingual("读不到", "unread")[language]
        case .late: Bilingual("没按时更新", "late")[language]
        }
    }

    /// Each source by its name while there are few; of many, those that went well are counted.
    private static func sources(_ report: NightReport) -> String {
        let language = report.language
        let comma = Bilingual("，", ", ")[language]
        let fates = report.sources.map { ($0.name, fate($0, report)) }
        if fates.count <= 5 { return fates.map { "\($0) \(name($1, language))" }.joined(separator: comma) }
        return Fate.allCases.compactMap { fate -> String? in
            let names = fates.filter { $0.1 == fate }.map(\.0)
            if names.isEmpty { return nil }
            let count = "\(name(fate, language)) \(names.count)"
            if fate == .taken || fate == .unchanged { return count }
            let list = names.prefix(3).joined(separator: Bilingual("、", ", ")[language]) + (names.count > 3 ? " …" : "")
            return count + Bilingual("（\(list)）", " (\(list))")[language]
        }.joined(separator: comma)
    }
}
