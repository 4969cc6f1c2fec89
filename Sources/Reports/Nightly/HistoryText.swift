package import Catalogues
import Reconciliation

/// One run in the list of `specsync history`.
package struct HistoryRun: Sendable {
    package var run: String
    package var at: Moment
    /// How many sources there were, and the names of those whose new file was held back or not read.
    package var sources: Int
    package var held: [String]
    package var new: Int
    package var open: Int
    package var resolved: Int

    package init(run: String, at: Moment, sources: Int, held: [String] = [], new: Int, open: Int, resolved: Int) {
        self.run = run
        self.at = at
        self.sources = sources
        self.held = held
        self.new = new
        self.open = open
        self.resolved = resolved
    }
}

/// Something that happened to a finding.
package struct FindingEvent: Sendable {
    package var at: Moment
    /// What it became.
    package var state: Finding.State
    /// The run that saw it; empty where a person did it.
    package var run: String
    /// The values that it had, why it was acknowledged and by whom: whatever there is to say.
    package var note: String

    package init(at: Moment, state: Finding.State, run: String = "", note: String = "") {
        self.at = at
        self.state = state
        self.run = run
        self.note = note
    }
}

/// What `specsync history` prints, in columns that line up whatever is written in them.
package enum HistoryText {
    /// The runs, newest first as they come.
    package static func runs(_ runs: [HistoryRun], _ language: Language, columns: Int = 80) -> String {
        let heads = [
            NightLabel.run.text, NightLabel.sources.text, Bilingual("新", "new"), Bilingual("未决", "open"),
            Bilingual("已解决", "resolved"), NightLabel.held.text,
        ].map { $0[language] }
        let rows = runs.map { run in
            [
                run.run, String(run.sources), String(run.new), String(run.open), String(run.resolved),
                run.held.joined(separator: Bilingual("、", ", ")[language]),
            ]
        }
        return table(heads, rows, numbers: [1, 2, 3, 4], columns)
    }

    /// Findings, one on a line: what is open, or what a run said.
    package static func findings(_ findings: [Finding], at now: Moment, _ language: Language, columns: Int = 80)
        -> String
    {
        let heads = [
            NightLabel.numbers.text, Bilingual("状态", "state"), Bilingual("天数", "days"), Bilingual("代码", "code"),
            NightLabel.source.text, NightLabel.style.text,
        ].map { $0[language] }
        let rows = findings.map { finding in
            [
                String(finding.id), Texts.name(finding.state, language), String(finding.age(at: now)),
                finding.code.name, finding.source,
                [finding.styleCode, finding.spec, finding.sku].filter { !$0.isEmpty }.joined(separator: " "),
            ]
        }
        return table(heads, rows, numbers: [0, 2], columns)
    }

    /// One finding with all that happened to it, oldest first as it comes.
    package static func life(
        _ finding: Finding, _ events: [FindingEvent], _ language: Language, columns: Int = .max
    ) -> String {
        let colon = Bilingual("：", ": ")[language]
        func side(_ facts: VariantFacts, _ value: String) -> String {
            let place = facts.line > 0 ? Bilingual("第 \(facts.line) 行", "line \(facts.line)")[language] : ""
            // The value, where it is not one of the names that stand beside it.
            let isNamed = value.isEmpty || [facts.spec, facts.sku, facts.title].contains(value)
            let field = Texts.field(finding.field, language)
            let shown = isNamed ? "" : field.isEmpty ? value : "\(field) \(Texts.value(value, language))"
            return [facts.style, facts.title, facts.sku, facts.spec, shown, place].filter { !$0.isEmpty }.joined(
                separator: "  ")
        }
        let severity = Texts.name(finding.severity, language)
        var lines = ["#\(finding.id)  \(severity)  \(Texts.title(finding.code, language)) (\(finding.code.name))"]
        let shop = Texts.name(.shop as Source.Leg, language)
        for (name, text) in [
            (finding.source, side(finding.supplier, finding.supplierValue)),
            (shop, side(finding.shop, finding.shopValue)),
        ]
        where !text.isEmpty { lines.append("    \(name)\(colon)\(text)") }
        let action = Texts.action(finding, language)
        lines.append("    \(Texts.name(finding.who, language))\(colon)\(action)")
        lines.append("")
        let rows = events.map { event in
            ["\(event.at.date) \(event.at.time)", Texts.name(event.state, language), event.run, event.note]
        }
        return lines.map { TerminalText.safe($0) + "\n" }.joined() + table([], rows, numbers: [], columns)
    }

    /// Columns as wide as their widest cell; the last one is cut at the edge of the terminal.
    private static func table(_ heads: [String], _ rows: [[String]], numbers: Set<Int>, _ columns: Int) -> String {
        let cells = ((heads.isEmpty ? [] : [heads]) + rows).map { $0.map { TerminalText.safe($0) } }
        guard let count = cells.first?.count else { return "" }
        let widths = (0..<count).map { column in min(32, cells.map { TerminalText.width($0[column]) }.max() ?? 0) }
        let shown = (0..<count).filter { widths[$0] > 0 }
        return cells.map { row -> String in
            var line = ""
            for column in shown {
                if !line.isEmpty { line += "  " }
                if column == shown.last, !numbers.contains(column) {
                    line += TerminalText.cut(row[column], max(12, columns - TerminalText.width(line)))
                } else {
                    let cell = TerminalText.fitted(row[column], widths[column])
                    // Numbers stand at the right.
                    let blanks = numbers.contains(column) ? widths[column] - TerminalText.width(row[column]) : 0
                    line += blanks > 0 ? String(repeating: " ", count: blanks) + row[column] : cell
                }
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
