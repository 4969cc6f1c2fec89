import Catalogues
import Reconciliation

/// `check --format html`: one page in the look of `report.html`, which needs no network and no program.
package struct CheckHTML {
    let report: CheckReport
    var language: Language { report.language }

    /// What a page can bear: so many styles have a card of their own, the rest a row in a table.
    static let cardLimit = 100
    static let rowLimit = 2000

    package static func write(_ report: CheckReport, _ write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws
    {
        let page = CheckHTML(report: report)
        var sink = ByteSink(write)
        sink.bytes.put(string: page.head.text)
        sink.bytes.put(string: page.top.text)
        for style in page.cards {
            sink.bytes.put(string: page.card(style).text)
            sink.endRecord()
        }
        sink.bytes.put(string: page.rest.text)
        sink.bytes.put(string: page.foot.text)
        try sink.finish()
    }

    /// Those that must not be listed first, then those with something to look at; the only one whatever is said of it.
    private var cards: [CheckedStyle] {
        if report.styles.count == 1 { return report.styles }
        let bad = report.styles.filter { !$0.mayBeListed }
        let doubtful = report.styles.filter { $0.mayBeListed && (!$0.issues.isEmpty || !$0.history.isEmpty) }
        return Array((bad + doubtful).prefix(Self.cardLimit))
    }

    private var head: HTML { Page.head("\(sentence) · SpecSync", language) }

    private var foot: HTML {
        let settings = report.settings.map { "\($0.name) \($0.value)" }.joined(separator: " · ")
        return "</main>\n\(Page.foot(["SpecSync", settings].filter { !$0.isEmpty }.joined(separator: " · ")))"
    }

    /// The verdict, in one sentence.
    private var sentence: String {
        let bad = report.styles.count { !$0.mayBeListed }
        if report.styles.count == 1 {
            let name = report.catalogue.style(report.styles[0].index).nameInLists
            return bad == 0
                ? Bilingual("\(name) 可以上架", "\(name) may be listed")[language]
                : Bilingual("\(name) 现在不能上架", "\(name) must not be listed yet")[language]
        }
        if bad == report.styles.count, bad > 0 {
            return Bilingual("\(bad) 款现在都不能上架", "None of the \(bad) styles may be listed yet")[language]
        }
        return bad == 0
            ? Bilingual("\(report.styles.count) 款都可以上架", "All \(report.styles.count) styles may be listed")[language]
            : Bilingual(
                "\(report.styles.count) 款里 \(bad) 款现在不能上架",
                "\(bad) of \(report.styles.count) styles must not be listed yet")[language]
    }

    private var top: HTML {
        let names = report.sources.map { "<bdi>\($0.name)</bdi>" as HTML }.joined(" ⇄ ")
        let targets = report.targetNames.joined(separator: " · ")
        let brand = Bilingual("上架前检查", "Before listing")[language]
        let tiles = ListingIssue.Severity.allCases.map { severity -> HTML in
            let count = report.count(severity)
            let inside: HTML = """
                <b>\(count)</b><span>\(Texts.name(severity, language))</span><small>\(Texts.meaning(severity, language))</small>
                """
            if count == 0 { return "<span class=\"tile zero\">\(inside)</span>\n" }
            return """
                <a class="tile \(severity.look)" href="#findings" data-filter="severity" data-value="\(severity.name)">\(inside)</a>

                """
        }
        return """
            <header class="\(report.mayBeListed ? "none" : "critical" as HTML)">
            <p class="brand">\(brand) · \(names)\(targets.isEmpty ? "" : " → \(targets)" as HTML)</p>
            <h1>\(sentence)</h1>
            </header>
            <main class="check">
            <nav class="tiles" aria-label="\(Label.findings.text[language])">
            \(tiles)
            </nav>
            <section id="findings">
            <h2>\(Label.findings.text[language])</h2>
            <div class="bar" hidden>
            <input type="search" id="search" placeholder="\(Label.search.text[language])" aria-label="\(Label.search.text[language])">
            <button type="button" id="clear" hidden>\(Label.clear.text[language])</button>
            <output id="shown" data-label="\(Label.shown.text[language])"></output>
            </div>

            """
    }

    /// The styles without a card, and the end of the list.
    private var rest: HTML {
        let shown = Set(cards.map(\.index))
        let styles = report.styles.filter { !shown.contains($0.index) }
        let rows = styles.prefix(Self.rowLimit).map { style -> HTML in
            let named = report.catalogue.style(style.index)
            let codes = IssueGroup.groups(style.issues).map { "<code>\($0.first.code.rawValue)</code>" as HTML }.joined(
                " ")
            let mark: HTML = style.mayBeListed ? "✓" : "<mark>✗</mark>"
            return """
                <tr><td>\(mark)</td><th scope="row"><bdi>\(named.nameInLists)</bdi></th><td><bdi>\(named.title)</bdi></td><td>\(codes)</td></tr>

                """
        }
        let more: HTML = styles.count > rows.count ? "<p class=\"more\">+ \(styles.count - rows.count)</p>" : ""
        let heading = Bilingual("其余 \(styles.count) 款", "The other \(styles.count) styles")[language]
        let table: HTML =
            rows.isEmpty
            ? ""
            : "<details class=\"others\"><summary>\(heading)</summary><table><tbody>\n\(rows)</tbody></table>\(more)</details>"
        return """
            <p id="none" hidden>\(Label.noneShown.text[language])</p>
            \(table)
            </section>

            """
    }
}

extension ListingIssue.Severity {
    /// The class of the style sheet that it looks like.
    var look: String {
        switch self {
        case .error: "critical"
        case .warning: "major"
        case .note: "info"
        }
    }
}
