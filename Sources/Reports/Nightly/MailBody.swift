import Catalogues
import Reconciliation

/// The operators' mail: its subject, and its body as HTML for mail programs and as plain text.
///
/// A mail program knows no style sheet, and some cut what is longer than 100 kB: so styles stand in the tags, and of each
/// section only the first are there. The page is attached.
package struct MailBody: Sendable {
    package let subject: String
    package let html: String
    package let text: String

    package init(_ report: NightReport) {
        let counts = NightCounts(report.findings)
        subject = Self.subject(report, counts)
        let content = MailContent(report, counts)
        html = content.html
        text = content.text
    }

    /// Whether there is anything to tell that the last report did not: something new, come back or resolved, or a notice
    /// that was not there before.
    package static func hasNews(_ report: NightReport) -> Bool {
        report.findings.contains { $0.state == .new || $0.state == .back || $0.state == .resolved }
            || report.notices.contains { $0.isNew && $0.code.severity < .info }
    }

    /// `[小店] 3 项新的紧急不符，1 个来源被扣住（11-03）`
    private static func subject(_ report: NightReport, _ counts: NightCounts) -> String {
        let language = report.language
        var parts: [String] = []
        func add(_ count: Int, _ text: Bilingual) { if count > 0 { parts.append(text[language]) } }
        let critical = counts.fresh(.critical)
        let others = counts.fresh - critical
        add(
            critical,
            Bilingual("\(critical) 项新的紧急不符", "\(critical) new critical \(critical == 1 ? "mismatch" : "mismatches")"))
        if critical > 0 {
            add(others, Bilingual("另有 \(others) 项新的", "\(others) other new"))
        } else {
            add(others, Bilingual("\(others) 项新的不符", "\(others) new \(others == 1 ? "mismatch" : "mismatches")"))
        }
        func sources(_ isTold: (Notice) -> Bool) -> Int { Set(report.notices.filter(isTold).map(\.source)).count }
        let held = sources { $0.isHeld && $0.code != .sourceUnread }
        let unread = sources { $0.code == .sourceUnread }
        let late = sources { $0.code == .sourceLate && !$0.isHeld }
        add(held, Bilingual("\(held) 个来源被扣住", "\(held) \(held == 1 ? "source" : "sources") held"))
        add(unread, Bilingual("\(unread) 个来源读不到", "\(unread) \(unread == 1 ? "source" : "sources") unread"))
        add(late, Bilingual("\(late) 个来源没按时更新", "\(late) \(late == 1 ? "source" : "sources") late"))
        if counts.fresh == 0 {
            let resolved = counts.count(.resolved)
            let urgent = counts.count(.open, .critical)
            add(resolved, Bilingual("\(resolved) 项已解决", "\(resolved) resolved"))
            add(urgent, Bilingual("\(urgent) 项紧急的还没改", "\(urgent) critical still open"))
            parts.insert(Bilingual("没有新的不符", "nothing new")[language], at: 0)
        }
        let shop = TerminalText.cut(TerminalText.safe(report.shop), 40)
        let sentence = parts.joined(separator: Bilingual("，", ", ")[language])
        let day = report.day(report.at)
        return "[\(shop)] \(sentence)" + Bilingual("（\(day)）", " (\(day))")[language]
    }
}

/// What a mail says, before it is HTML or text.
struct MailContent {
    struct Item {
        var severity: MismatchCode.Severity
        var isSolved: Bool
        /// `#12 编码对上了，规格却不是同一个`
        var heading: String
        /// `法式V领连衣裙 SHL6101 · 藏青/XL SHL6101-01-XL · 义乌A厂`
        var subject: String
        /// `义乌A厂 黑色/XL ≠ 店铺 藏青/XL`; empty where the subject says it already.
        var values: String
        /// `店铺：…`; empty where there is nothing to do any more.
        var action: String
        /// Since when it is there, and where: `#12 11-01 起，已 2 天 · 义乌A厂 feed.xml:31，小店 shop.csv:9`
        var life: String
        var risk: String
    }

    struct Part {
        var heading: String
        var items: [Item]
        /// How many more there are.
        var left: Int
    }

    let report: NightReport
    let headline: NightHeadline
    let say: NightSentences
    let parts: [Part]
    var language: Language { report.language }

    /// How many of each section a mail shows at most.
    private static let limits: [(Finding.State, Int)] = [(.new, 30), (.open, 20), (.resolved, 10)]

    init(_ report: NightReport, _ counts: NightCounts) {
        self.report = report
        headline = NightHeadline(report, counts)
        let say = NightSentences(report)
        self.say = say
        parts = Self.limits.compactMap { state, limit in
            let label: NightLabel
            let findings: [Finding]
            switch state {
            case .new, .back: (label, findings) = (.new, report.findings(.new, .back))
            case .open: (label, findings) = (.open, report.openByAge)
            case .acknowledged: (label, findings) = (.acknowledged, report.findings(.acknowledged))
            case .resolved: (label, findings) = (.resolved, report.findings(.resolved))
            }
            if findings.isEmpty { return nil }
            let items = findings.prefix(limit).map { Self.item($0, say) }
            return Part(
                heading: "\(say.label(label)) \(findings.count)", items: items, left: findings.count - items.count)
        }
    }

    private static func item(_ finding: Finding, _ say: NightSentences) -> Item {
        let language = say.report.language
        let back = finding.state == .back ? "\(Texts.name(finding.state, language)) · " : ""
        let number = finding.id == 0 ? "" : "#\(finding.id) "
        let style = [finding.styleTitle, finding.styleCode == finding.styleTitle ? "" : finding.styleCode]
        let variant = [finding.spec, finding.sku]
        let subject = [style, variant].map { $0.filter { !$0.isEmpty }.joined(separator: " ") } + [finding.source]
        let places = say.places(finding)
        let lines = [places.supplier, places.shop].filter { !$0.isEmpty }.joined(separator: say.comma)
        let values = say.values(finding)
        let action = Texts.action(finding, language)
        return Item(
            severity: finding.severity, isSolved: finding.state == .resolved,
            heading: back + Texts.title(finding.code, language),
            subject: cut(subject.filter { !$0.isEmpty }.joined(separator: " · "), 100),
            values: cut(values, 120),
            action: finding.state == .resolved ? "" : Texts.name(finding.who, language) + say.colon + cut(action, 160),
            life: number + cut(say.life(finding), 100) + (lines.isEmpty ? "" : " · " + cut(lines, 100)),
            risk: say.risk(finding))
    }

    private static func cut(_ text: String, _ width: Int) -> String { TerminalText.cut(TerminalText.safe(text), width) }
}
