import Reconciliation

extension NightHTML {
    /// New, open, acknowledged and resolved, each under its heading. What one of them does not need of its share of the
    /// page, the next may have.
    var findings: HTML {
        mutating get {
            if report.findings.isEmpty { return "" }
            var room = Self.findingLimit
            // What the later sections keep for themselves, whatever comes before them.
            let fresh = section("new", .new, report.findings(.new, .back), keeping: 100, &room)
            let open = section("open", .open, report.openByAge, keeping: 40, &room)
            let infos = more(
                report.infos,
                Bilingual("另有 \(report.infos) 条提示，见", "\(report.infos) more that are good to know, in")[language])
            let acknowledged = section(
                "acknowledged", .acknowledged, report.findings(.acknowledged), keeping: 20, isFolded: true, &room)
            let resolved = section("resolved", .resolved, report.findings(.resolved), keeping: 0, isFolded: true, &room)
            return """
                <section id="findings">
                <div class="bar" hidden>
                <input type="search" id="search" placeholder="\(Label.search.text[language])" aria-label="\(Label.search.text[language])">
                <button type="button" id="clear" hidden>\(Label.clear.text[language])</button>
                <output id="shown" data-label="\(Label.shown.text[language])"></output>
                </div>
                \(fresh)\(open)\(infos)\(acknowledged)\(resolved)
                <p id="none" hidden>\(Label.noneShown.text[language])</p>
                <p class="help">\(label(.history))<code>specsync history mismatch \(label(.numbers))</code></p>
                </section>

                """
        }
    }

    private func more(_ count: Int, _ text: String) -> HTML {
        count == 0
            ? "" : "<p class=\"more\">\(text) <a href=\"\(NightFiles.mismatches)\">\(NightFiles.mismatches)</a></p>\n"
    }

    private mutating func section(
        _ id: String, _ name: NightLabel, _ findings: [Finding], keeping kept: Int, isFolded: Bool = false,
        _ room: inout Int
    ) -> HTML {
        if findings.isEmpty { return "" }
        let (groups, shown) = FindingGroup.groups(findings, limit: max(0, room - kept))
        room -= shown
        // What was resolved is in no table of what is wrong.
        let rest = more(
            findings.count - shown - groups.reduce(0) { $0 + $1.hidden },
            in: name == .resolved ? NightFiles.report : NightFiles.mismatches)
        var cards: [HTML] = []
        for group in groups { cards.append(card(group)) }
        if !isFolded {
            return """
                <section class="group" id="\(id)">
                <h2>\(label(name)) <span class="n">\(findings.count)</span></h2>
                \(cards)\(rest)</section>

                """
        }
        return """
            <section class="group" id="\(id)">
            <details><summary><h2>\(label(name)) <span class="n">\(findings.count)</span></h2></summary>
            \(cards)\(rest)</details></section>

            """
    }

    private mutating func card(_ group: FindingGroup) -> HTML {
        let first = group.first
        let severity = first.severity
        let isSolved = first.state == .resolved
        let codes = Set([first.supplier.style, first.shop.style]).subtracting([""]).sorted()
            .map { "<code>\($0)</code>" as HTML }.joined(" ")
        let title = [first.shop.title, first.supplier.title].first { !$0.isEmpty } ?? ""
        let name: HTML = title.isEmpty ? "" : "<bdi>\(title)</bdi> "
        let meaning: HTML =
            explains(first.code) ? "<p class=\"meaning\">\(Texts.meaning(first.code, language))</p>\n" : ""
        let action = first.action.isEmpty ? Texts.action(first.code, language) : first.action
        return """
            <article class="card \(isSolved ? "solved" : severity.name)">
            <div class="item" data-severity="\(severity.name)" data-code="\(first.code.name)" data-who="\(first.who.rawValue)">
            <h3><span class="badge \(severity.name)">\(Texts.name(severity, language))</span> \(Texts.title(first.code, language)) <code>\(first.code.name)</code></h3>
            <p class="subject">\(name)\(codes) <small><bdi>\(first.source)</bdi></small></p>
            \(meaning)\(isSolved ? "" : "<p class=\"action\"><b>\(Texts.name(first.who, language))</b> \(action)</p>\n" as HTML)<ul class="entries">
            \(group.findings.map(entry))</ul>
            \(more(group.hidden, in: NightFiles.mismatches))</div>
            </article>

            """
    }

    private func entry(_ finding: Finding) -> HTML {
        let name: HTML = finding.spec.isEmpty ? "" : "<b><bdi>\(finding.spec)</bdi></b> "
        let sku: HTML = finding.sku.isEmpty ? "" : "<code>\(finding.sku)</code> "
        let field: HTML =
            ["", "spec", "style"].contains(finding.field) ? "" : "<i>\(Texts.field(finding.field, language))</i>"
        let back: HTML =
            finding.state == .back ? "<span class=\"badge major\">\(Texts.name(finding.state, language))</span> " : ""
        let places = say.places(finding)
        let theirs = side(finding.source, places.supplier, finding.supplierValue, finding.code)
        let ours = side(
            report.shopSource?.name ?? Texts.name(.shop as MismatchCode.Who, language), places.shop, finding.shopValue,
            finding.code)
        let risk = say.risk(finding)
        let danger: HTML = risk.isEmpty ? "" : " · <b class=\"risk\">\(risk)</b>"
        let number: HTML = finding.id == 0 ? "" : "<code>#\(finding.id)</code> "
        return """
            <li><div class="name">\(back)\(name)\(sku)\(field)</div>\(theirs)\(ours)<div class="life">\(number)\(say.life(finding))\(danger)</div></li>

            """
    }

    /// What one side says, and where. That it says nothing is shown where that is the fault.
    private func side(_ source: String, _ place: String, _ value: String, _ code: MismatchCode) -> HTML {
        if place.isEmpty, value.isEmpty {
            switch code {
            case .styleWithdrawn, .variantWithdrawn, .styleNotListed, .variantNotListed:
                return
                    "<div class=\"side missing\"><small><bdi>\(source)</bdi></small><span>\(Label.absent.text[language])</span></div>"
            default: return ""
            }
        }
        let text: HTML =
            value.isEmpty
            ? "<span class=\"empty\">\(Label.nothing.text[language])</span>"
            : "<span><bdi>\(Texts.value(value, language))</bdi></span>"
        return "<div class=\"side\"><small><bdi>\(place.isEmpty ? source : place)</bdi></small>\(text)</div>"
    }
}
