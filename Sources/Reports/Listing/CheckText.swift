import Catalogues
import Reconciliation

/// What `specsync check` prints for a person: a screen a style, then the verdict.
package struct CheckText {
    let report: CheckReport
    let isTerminal: Bool
    let columns: Int
    var language: Language { report.language }

    /// How many styles are shown in full; the others with a fault get a line each.
    package static let shownStyles = 12
    static let entriesPerGroup = 8
    private static let fewStyles = 3

    package static func text(_ report: CheckReport, isTerminal: Bool, columns: Int = 80) -> String {
        let text = CheckText(report: report, isTerminal: isTerminal, columns: max(60, min(columns, 120)))
        return text.lines.map { line in
            var line = line
            while line.hasSuffix(" ") { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// The last line alone, for who wrote the rest into a file.
    package static func verdict(_ report: CheckReport) -> String {
        CheckText(report: report, isTerminal: false, columns: 80).verdict
    }

    private var lines: [String] {
        // A few styles are shown whatever is said of them; of many only those that must not be listed.
        let isFew = report.styles.count <= Self.fewStyles
        let full = report.styles.filter { isFew || !$0.mayBeListed }.prefix(Self.shownStyles)
        let shown = Set(full.map(\.index))
        var lines: [String] = []
        for style in full { lines += screen(style) + [""] }
        let rest = report.styles.filter { !shown.contains($0.index) }
        if !rest.isEmpty { lines += overview(rest) + [""] }
        if report.styles.count > 1, let summary = byCode { lines += summary + [""] }
        return lines + [verdict]
    }

    // MARK: One style

    private func screen(_ style: CheckedStyle) -> [String] {
        let named = report.catalogue.style(style.index)
        let groups = IssueGroup.groups(style.issues)
        let place = "\(report.catalogue.source.name):\(named.line)"
        let code = TerminalText.safe([named.code, named.article].filter { !$0.isEmpty }.joined(separator: " "))
        let title = TerminalText.safe(named.title)
        let room = columns - TerminalText.width(place) - 2
        let head = TerminalText.fitted([code, title].filter { !$0.isEmpty }.joined(separator: "  "), room)
        var lines = [styled(head, "1") + "  " + TerminalText.safe(place), facts(named)]
        lines += table(style, groups)
        for (number, group) in groups.enumerated() { lines += [""] + list(group, number + 1, style) }
        if !style.history.isEmpty { lines += [""] + history(style) }
        if report.styles.count > 1 { lines += ["", styled(verdict(of: style), style.mayBeListed ? "1;32" : "1;31")] }
        return lines
    }

    /// `12 specs · price 68.00–79.00 · stock 0–126 · for Shopify`
    private func facts(_ style: Style) -> String {
        let count = style.rows.count
        var parts = [language == .zh ? "\(count) 个规格" : "\(count) \(count == 1 ? "spec" : "specs")"]
        let prices = style.variants.map { $0.cost.isAbsent ? $0.price : $0.cost }.filter { !$0.isAbsent }
        if let low = prices.min(), let high = prices.max() {
            parts.append(
                Texts.field("price", language) + " "
                    + (low == high ? low.description : "\(low.description)–\(high.description)"))
        }
        let stocks = style.variants.compactMap { $0.stock.quantity }
        if let low = stocks.min(), let high = stocks.max() {
            parts.append(Texts.field("stock", language) + " " + (low == high ? "\(low)" : "\(low)–\(high)"))
        }
        if !report.targets.isEmpty {
            let names = report.targetNames.joined(separator: Bilingual("、", ", ")[language])
            parts.append(Bilingual("上架到 \(names)", "for \(names)")[language])
        }
        return TerminalText.cut(TerminalText.safe(parts.joined(separator: " · ")), columns)
    }

    // MARK: The list

    private func list(_ group: IssueGroup, _ number: Int, _ style: CheckedStyle) -> [String] {
        let issue = group.first
        let name = "\(number) \(Texts.name(issue.severity, language)) \(issue.code.rawValue)"
        let title = Texts.title(issue.code, language)
        var lines = [styled(name, issue.severity.colour) + "  " + title]
        for issue in group.issues.prefix(Self.entriesPerGroup) { lines += entry(issue) }
        let rest = group.issues.count - Self.entriesPerGroup
        if rest > 0 {
            lines.append(
                "    "
                    + Bilingual("……另有 \(rest) 处，见 --format csv", "… \(rest) more: see --format csv")[language])
        }
        let who = Texts.name(issue.who, language) + Bilingual("：", ": ")[language]
        lines += wrapped("→ " + who + Texts.action(issue.code, language) + " " + report.link(of: issue), indent: 4)
        return lines
    }

    /// Where it stands, what is there, and what to write instead.
    private func entry(_ issue: ListingIssue) -> [String] {
        let place = TerminalText.safe(report.place(of: issue).description)
        var sentence = TerminalText.safe(ListingSentence(issue, report).text)
        if issue.code == .draftLacks, let there = report.supplierPlaces(of: issue).first {
            sentence += " (\(TerminalText.safe(there.description)))"
        }
        var lines = wrapped(place + "  " + sentence, indent: 4, hanging: 6)
        if !issue.suggestion.isEmpty, issue.code != .draftLacks {
            let instead = Bilingual("改成：", "write: ")[language] + TerminalText.safe(issue.suggestion)
            let places = report.supplierPlaces(of: issue).prefix(3).map(\.description).joined(separator: ", ")
            lines += wrapped(instead + (places.isEmpty ? "" : "  (\(TerminalText.safe(places)))"), indent: 6)
        }
        return lines
    }

    private func history(_ style: CheckedStyle) -> [String] {
        [Bilingual("工作区里的记录", "What the workspace knows")[language]]
            + style.history.flatMap { fact in
                wrapped(
                    [fact.at?.date ?? "", TerminalText.safe(fact.text[language])].filter { !$0.isEmpty }.joined(
                        separator: "  "), indent: 4, hanging: 6)
            }
    }

    // MARK: Many styles

    /// A line a style: what may be listed, and how much is said of it.
    private func overview(_ styles: [CheckedStyle]) -> [String] {
        let codes = styles.map { TerminalText.safe(report.catalogue.style($0.index).nameInLists) }
        let width = min(28, codes.map(TerminalText.width).max() ?? 0)
        return zip(styles, codes).map { style, code in
            let worst = IssueGroup.groups(style.issues).prefix(3).map(\.first.code.rawValue).joined(separator: " ")
            let sign = style.mayBeListed ? "✓" : styled("✗", "1;31")
            let title = TerminalText.safe(report.catalogue.style(style.index).title)
            let said = worst.isEmpty ? title : worst
            return sign + " " + TerminalText.fitted(code, width) + "  " + TerminalText.cut(said, columns - width - 4)
        }
    }

    /// How often each code was found, over all styles.
    private var byCode: [String]? {
        var counts: [String: (ListingIssue.Severity, Int)] = [:]
        for issue in report.styles.flatMap(\.issues) {
            let known = counts[issue.code.rawValue] ?? (issue.severity, 0)
            counts[issue.code.rawValue] = (min(known.0, issue.severity), known.1 + 1)
        }
        if counts.isEmpty { return nil }
        let codes = ListingCode.allCases.filter { counts[$0.rawValue] != nil }.sorted {
            counts[$0.rawValue]!.0 < counts[$1.rawValue]!.0
        }
        return codes.map { code in
            let (severity, count) = counts[code.rawValue]!
            let number = String(repeating: " ", count: max(0, 6 - "\(count)".count)) + "\(count)"
            let name = styled(TerminalText.fitted(code.rawValue, 25), severity.colour)
            return "\(number)  \(name)\(TerminalText.cut(Texts.title(code, language), columns - 33))"
        }
    }

    // MARK: Verdicts

    private func counts(_ count: (ListingIssue.Severity) -> Int) -> String {
        ListingIssue.Severity.allCases.map { severity in
            let number = count(severity)
            return language == .zh
                ? "\(number) 处\(Texts.name(severity, .zh))"
                : "\(number) \(Texts.name(severity, .en))\(number == 1 ? "" : "s")"
        }.joined(separator: Bilingual("，", ", ")[language])
    }

    private func verdict(of style: CheckedStyle) -> String {
        let name = TerminalText.cut(TerminalText.safe(report.catalogue.style(style.index).nameInLists), 30)
        let counts = counts(style.count)
        return style.mayBeListed
            ? Bilingual("\(name) 可以上架：\(counts)", "\(name) may be listed: \(counts)")[language]
            : Bilingual("\(name) 不能上架：\(counts)", "\(name) must not be listed: \(counts)")[language]
    }

    /// The last line: whether it may be listed, and how much of what there is.
    private var verdict: String {
        let colour = report.mayBeListed ? "1;32" : "1;31"
        if report.styles.count == 1 { return styled(verdict(of: report.styles[0]), colour) }
        let good = report.styles.count(where: \.mayBeListed)
        let bad = report.styles.count - good
        let counts = counts(report.count)
        let zh =
            bad == 0
            ? "\(good) 款都可以上架：\(counts)"
            : good == 0 ? "\(bad) 款都不能上架：\(counts)" : "\(report.styles.count) 款里 \(bad) 款不能上架，\(good) 款可以：\(counts)"
        let en =
            bad == 0
            ? "all \(good) styles may be listed: \(counts)"
            : good == 0
                ? "none of the \(bad) styles may be listed yet: \(counts)"
                : "\(bad) of \(report.styles.count) styles must not be listed, \(good) may: \(counts)"
        return styled(Bilingual(zh, en)[language], colour)
    }

    func styled(_ text: String, _ code: String) -> String { isTerminal ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

extension ListingIssue.Severity {
    /// The terminal's colour for it.
    var colour: String {
        switch self {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "36"
        }
    }
}

extension Style {
    /// What lists call it: its code, or else its title.
    var nameInLists: String { [code, article, title].first { !$0.isEmpty } ?? "" }
}
