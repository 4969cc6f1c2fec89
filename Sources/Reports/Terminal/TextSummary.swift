import Catalogues
import Reconciliation

/// The summary on standard output: what was compared, how it went, and the ten worst mismatches with what to do.
package struct TextSummary {
    private let input: ReportInput
    private let isTerminal: Bool
    private let columns: Int
    private let room: Int
    private var summary: Summary { input.outcome.summary }
    private var language: Language { input.language }

    /// How many mismatches it shows at most.
    package static let shown = 10

    /// The summary as lines of at most `columns`, each ended by a line feed.
    ///
    /// - Parameters:
    ///   - isTerminal: whether a person reads it on a terminal: then it is coloured, and no longer than `lines`. In a
    ///     file or a pipe all ten are there.
    ///   - furtherIn: where the rest is to be found, such as `out/report.html`; empty if nowhere.
    package static func text(
        _ input: ReportInput, isTerminal: Bool, columns: Int = 80, lines: Int = 24, furtherIn: String = ""
    ) -> String {
        let summary = TextSummary(
            input: input, isTerminal: isTerminal, columns: max(60, min(columns, 120)),
            room: isTerminal ? max(16, lines - 1) : .max)
        return summary.lines(furtherIn).map { $0 + "\n" }.joined()
    }

    private func lines(_ furtherIn: String) -> [String] {
        let headline = Headline(summary, language)
        var lines = [styled(TerminalText.cut(headline.sentence, columns), "1")]
        lines += sources()
        lines.append(matching())
        lines.append(severities())
        if summary.mismatches == 0 { return lines }

        let groups = worst()
        let wanted = groups.reduce(0) { $0 + 1 + $1.items.count }
        let footer = summary.mismatches > groups.reduce(0) { $0 + $1.items.count } || !furtherIn.isEmpty ? 1 : 0
        if lines.count + 1 + wanted + footer <= room { lines.append("") }
        var shown = 0
        let widths = SummaryItem.widths(of: groups.flatMap(\.items), columns: columns)
        for group in groups {
            // A heading without a mismatch under it says nothing.
            if lines.count + 2 + footer > room { break }
            lines.append(heading(group.mismatch))
            for item in group.items where lines.count + footer < room {
                lines.append(item.line(widths))
                shown += 1
            }
        }
        let rest = summary.mismatches - shown
        if rest > 0 {
            let place = furtherIn.isEmpty ? "--out DIR" : furtherIn
            lines.append(Bilingual("另有 \(rest) 处，见 \(place)", "\(rest) more: see \(place)")[language])
        } else if !furtherIn.isEmpty {
            lines.append(Bilingual("详见 \(furtherIn)", "Details: \(furtherIn)")[language])
        }
        return lines
    }

    // MARK: The head

    private func sources() -> [String] {
        let names = input.sources.map { TerminalText.safe($0.name) }
        let nameWidth = min(40, names.map(TerminalText.width).max() ?? 0)
        let legWidth = input.sources.map { TerminalText.width(Texts.name($0.leg, language)) }.max() ?? 0
        return zip(input.sources, names).map { source, name in
            let counts =
                "\(source.styles) \(Label.styles.text[language])\(language == .zh ? " " : ", ")\(source.variants) \(Label.variants.text[language])"
            var line =
                TerminalText.fitted(Texts.name(source.leg, language), legWidth) + "  "
                + TerminalText.fitted(name, nameWidth) + "  " + source.profile + "  " + counts
            let odd = source.diagnostics.counts.values.reduce(0, +)
            if odd > 0 { line += Bilingual("，\(odd) 处异常", ", \(odd) oddities")[language] }
            if !source.isComplete { line += Bilingual("，部分目录", ", partial")[language] }
            return TerminalText.cut(line, columns)
        }
    }

    private func matching() -> String {
        let line = Bilingual(
            "已对上 \(summary.accepted)   待核对 \(summary.inReview)   没有对应：货源 \(summary.unmatched)，店铺 \(summary.shopUnmatched)",
            "matched \(summary.accepted)   to review \(summary.inReview)   without counterpart: supplier \(summary.unmatched), shop \(summary.shopUnmatched)"
        )[language]
        return TerminalText.cut(line, columns)
    }

    private func severities() -> String {
        MismatchCode.Severity.allCases.map { severity in
            let count = summary.count(severity)
            let text = "\(Texts.name(severity, language)) \(count)"
            return count == 0 ? text : styled(text, severity.colour)
        }.joined(separator: "   ")
    }

    // MARK: The worst

    private struct Group {
        var mismatch: Mismatch
        var items: [SummaryItem]
    }

    /// The worst mismatches, those of one code (and one addressee) under one heading.
    private func worst() -> [Group] {
        var groups: [Group] = []
        for mismatch in input.outcome.mismatches.values.prefix(Self.shown) {
            let item = SummaryItem(mismatch, input.outcome, language)
            if let last = groups.last, last.mismatch.kind == mismatch.kind,
                last.mismatch.who == mismatch.who
            {
                groups[groups.count - 1].items.append(item)
            } else {
                groups.append(Group(mismatch: mismatch, items: [item]))
            }
        }
        return groups
    }

    private func heading(_ mismatch: Mismatch) -> String {
        let severity = mismatch.code.severity
        let mark = Texts.name(severity, language) + " " + mismatch.code.name
        let action = TerminalText.cut(Texts.action(mismatch, language), columns - TerminalText.width(mark) - 1)
        return styled(mark, severity.colour) + " " + action
    }

    private func styled(_ text: String, _ code: String) -> String {
        isTerminal ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension MismatchCode.Severity {
    /// The terminal's colour for it.
    fileprivate var colour: String {
        switch self {
        case .critical: "1;31"
        case .major: "1;33"
        case .minor: "36"
        case .info: "2"
        }
    }
}
