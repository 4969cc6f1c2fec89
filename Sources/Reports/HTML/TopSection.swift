import Catalogues
import Reconciliation

extension HTMLReport {
    /// What to do first: the sentence, the counts as filters, who must act, and the order of work.
    var top: HTML {
        let headline = Headline(summary, language)
        let further: HTML = headline.further.isEmpty ? "" : "<p class=\"further\">\(headline.further)</p>"
        return """
            <header class="\(worst)">
            <p class="brand">\(label(.report)) · \(sourceNames)</p>
            <h1>\(headline.sentence)</h1>
            \(further)
            </header>
            <main>
            <nav class="tiles" aria-label="\(label(.findings))">
            \(tiles)
            </nav>
            \(order)

            """
    }

    private var worst: String { MismatchCode.Severity.allCases.first { summary.count($0) > 0 }?.name ?? "none" }

    private var sourceNames: HTML {
        input.sources.map { "\(Texts.name($0.leg, language)) <bdi>\($0.name)</bdi>" as HTML }.joined(" ⇄ ")
    }

    private var tiles: [HTML] {
        MismatchCode.Severity.allCases.map { severity in
            let count = summary.count(severity)
            let first = cards.codes.filter { $0.severity == severity }.min { $0.rawValue < $1.rawValue }
            let inside: HTML = """
                <b>\(count)</b><span>\(Texts.name(severity, language))</span><small>\(Texts.meaning(severity, language))</small>
                """
            if count == 0 { return "<span class=\"tile zero\">\(inside)</span>\n" }
            // Without JavaScript it leads to the first of them; what the page has no room for is in the CSV.
            guard let first else { return "<a class=\"tile \(severity.name)\" href=\"mismatches.csv\">\(inside)</a>\n" }
            return """
                <a class="tile \(severity.name)" href="#\(first.name)" data-filter="severity" data-value="\(severity.name)">\(inside)</a>

                """
        }
    }

    /// The codes in the order in which to deal with them, and who must.
    private var order: HTML {
        let codes = MismatchCode.allCases.filter { summary.count($0) > 0 }
            .sorted { ($0.severity, $0.rawValue) < ($1.severity, $1.rawValue) }
        if codes.isEmpty { return "" }
        let tally = tally
        let who = tally.people.map { person, count -> HTML in
            """
            <a class="chip" href="#findings" data-filter="who" data-value="\(person.rawValue)">\(Texts.name(person, language)) <b>\(count)</b></a>

            """
        }
        let steps = codes.map { step($0, tally.byCode[$0] ?? []) }
        // What can wait is folded, so that what cannot fits a screen.
        let urgent = codes.prefix { $0.severity <= .major }.count
        let open = urgent == 0 ? steps.count : urgent
        let rest = MismatchCode.Severity.allCases.filter { $0 > .major && summary.count($0) > 0 }
            .map { "\(Texts.name($0, language)) \(summary.count($0))" }.joined(separator: " · ")
        let later: HTML =
            open == steps.count
            ? ""
            : """
            <details class="later"><summary>\(label(.later)) <b>\(rest)</b></summary>
            <ol class="steps">
            \(Array(steps[open...]))
            </ol></details>
            """
        return """
            <section class="order">
            <p class="who">\(label(.whoActs))\(language == .zh ? "：" : ": ")\(who)</p>
            <h2>\(label(.firstThis))</h2>
            <ol class="steps">
            \(Array(steps[..<open]))
            </ol>
            \(later)
            </section>
            """
    }

    private func step(_ code: MismatchCode, _ people: [MismatchCode.Who]) -> HTML {
        let target: HTML =
            cards.codes.contains(code)
            ? "href=\"#\(code.name)\" data-filter=\"code\" data-value=\"\(code.name)\"" : "href=\"mismatches.csv\""
        return """
            <li class="\(code.severity.name)"><a \(target)>
            <b class="count">\(summary.count(code))</b>
            <span><strong>\(Texts.title(code, language))</strong> <code>\(code.name)</code><br>
            <em>\(names(people))</em>\(language == .zh ? "：" : ": ")\(Texts.action(code, language))</span></a></li>

            """
    }

    private func names(_ people: [MismatchCode.Who]) -> String {
        people.map { Texts.name($0, language) }.joined(separator: language == .zh ? "、" : ", ")
    }

    /// Who must act, on how much; and who on each code.
    private var tally: (people: [(MismatchCode.Who, Int)], byCode: [MismatchCode: [MismatchCode.Who]]) {
        var counts: [MismatchCode.Who: Int] = [:]
        var byCode: [MismatchCode: [MismatchCode.Who]] = [:]
        // Those of one code follow each other, so that few of them bring anything new.
        var index = 0
        let mismatches = input.outcome.mismatches.values
        while index < mismatches.count {
            let first = mismatches[index]
            var end = index + 1
            while end < mismatches.count, mismatches[end].kind == first.kind { end += 1 }
            counts[first.who, default: 0] += end - index
            if byCode[first.code]?.contains(first.who) != true { byCode[first.code, default: []].append(first.who) }
            index = end
        }
        let people: [MismatchCode.Who] = [.reviewer, .shop, .supplier, .platform]
        return (people.compactMap { person in counts[person].map { (person, $0) } }, byCode)
    }
}
