import Catalogues
import Reconciliation

extension NightHTML {
    /// The sentence of the morning, what guards say, the counts, and who must act.
    func top(_ headline: NightHeadline) -> HTML {
        let further: HTML = headline.further.isEmpty ? "" : "<p class=\"further\">\(headline.further)</p>"
        let since = report.since.map {
            Bilingual("和 \(report.dayAndTime($0)) 的报告相比", "since the report of \(report.dayAndTime($0))")[language]
        }
        let first = Bilingual("第一份报告，以前没有可比的", "the first report: all is new")[language]
        return """
            <header class="\(headline.tone)">
            <p class="brand"><bdi>\(report.shop)</bdi> · \(report.at.date) \(report.at.time) · \(since ?? first)</p>
            <h1>\(headline.tone == "none" ? "✓ " : "" as HTML)\(headline.sentence)</h1>
            \(further)
            </header>
            <main class="night">
            \(notices)
            \(tiles)
            \(filters)

            """
    }

    /// Sources that are held back stand first, with what to do about them.
    private var notices: HTML {
        if report.toldNotices.isEmpty { return "" }
        let items = report.toldNotices.map { notice -> HTML in
            let look: HTML = say.look(notice).map { "<code>\($0)</code><br>" } ?? ""
            let release: HTML =
                say.release(notice).map { "<p class=\"help\">\(look)\(label(.release))<br><code>\($0)</code></p>" }
                ?? ""
            return """
                <li class="\(notice.code.severity.name)"><strong><bdi>\(say.standing(of: notice))</bdi></strong>\(say.colon)<bdi>\(notice.sentence[language])</bdi>
                <p class="action">\(Texts.action(notice.code, language)) <code>\(notice.code.name)</code></p>\(release)</li>

                """
        }
        return """
            <section class="notices" aria-label="\(label(.notices))">
            <ol>
            \(items)</ol>
            </section>
            """
    }

    /// The counts. Where all are 0, the sentence says it better.
    private var tiles: HTML {
        if report.findings.isEmpty { return "" }
        let fresh = MismatchCode.Severity.allCases.first { counts.fresh($0) > 0 }?.name ?? "info"
        let open = MismatchCode.Severity.allCases.first { counts.count(.open, $0) > 0 }?.name ?? "info"
        let tiles = [
            tile("new", .new, .newMeaning, counts.fresh, fresh) { counts.fresh($0) },
            tile("open", .open, .openMeaning, counts.count(.open), open) { counts.count(.open, $0) },
            tile("acknowledged", .acknowledged, .acknowledgedMeaning, counts.count(.acknowledged), "info") { _ in 0 },
            tile("resolved", .resolved, .resolvedMeaning, counts.count(.resolved), "solved") { _ in 0 },
        ]
        return """
            <nav class="tiles" aria-label="\(label(.brand))">
            \(tiles)</nav>
            """
    }

    private func tile(
        _ target: String, _ name: NightLabel, _ meaning: NightLabel, _ count: Int, _ tone: String,
        _ bySeverity: (MismatchCode.Severity) -> Int
    ) -> HTML {
        let parts = MismatchCode.Severity.allCases.filter { bySeverity($0) > 0 }
            .map { "\(Texts.name($0, language)) \(bySeverity($0))" }.joined(separator: " · ")
        let inside: HTML =
            "<b>\(count)</b><span>\(label(name))</span><small>\(parts.isEmpty ? label(meaning) : parts)</small>"
        return count == 0
            ? "<span class=\"tile zero\">\(inside)</span>\n"
            : "<a class=\"tile \(tone)\" href=\"#\(target)\">\(inside)</a>\n"
    }

    /// Chips that filter: by severity, and by who must act.
    private var filters: HTML {
        if counts.people.isEmpty { return "" }
        let who = counts.people.map { person, count -> HTML in
            """
            <a class="chip" href="#findings" data-filter="who" data-value="\(person.rawValue)">\(Texts.name(person, language)) <b>\(count)</b></a>

            """
        }
        return """
            <p class="who">\(label(.whoActs))\(say.colon)\(who)</p>
            """
    }
}
