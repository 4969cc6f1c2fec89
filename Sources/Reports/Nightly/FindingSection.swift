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
            let resolved = section("resolved", .resolved, report.findings(.resolved), keeping: 0, &room)
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
        let heading: HTML = "<h2>\(label(name)) <span class=\"n\">\(findings.count)</span></h2>"
        let limit = max(0, room - kept)
        let body: HTML
        if name == .resolved {
            // They are in no table of what is wrong.
            body = solved(Array(findings.prefix(limit)), more(findings.count - limit, in: NightFiles.report))
        } else {
            let (groups, shown) = FindingGroup.groups(findings, limit: limit)
            room -= shown
            let told = groups.reduce(shown) { $0 + $1.hidden }
            var cards: [HTML] = []
            for group in groups { cards.append(card(group)) }
            body = cards.joined() + more(findings.count - told, in: NightFiles.mismatches)
        }
        return """
            <section class="group" id="\(id)">
            \(isFolded ? "<details><summary>" + heading + "</summary>" : heading)
            \(body)\(isFolded ? "</details>" : "" as HTML)</section>

            """
    }

    private mutating func card(_ group: FindingGroup) -> HTML {
        let first = group.first
        let severity = first.severity
        let meaning: HTML =
            explains(first.code) ? "<p class=\"meaning\">\(Texts.meaning(first.code, language))</p>\n" : ""
        return """
            <article class="card \(severity.name)">
            <h3><span class="badge \(severity.name)">\(Texts.name(severity, language))</span> \(Texts.title(first.code, language)) <code>\(first.code.name)</code></h3>
            <p class="also">\(style(first)) <small><bdi>\(first.source)</bdi></small></p>
            <div class="item" data-severity="\(severity.name)" data-code="\(first.code.name)" data-who="\(first.who.rawValue)">
            \(meaning)<p class="action"><b>\(Texts.name(first.who, language))</b> \(Texts.action(first, language))</p>
            <ul class="entries">
            \(group.findings.map(entry))</ul>
            \(more(group.hidden, in: NightFiles.mismatches))</div>
            </article>

            """
    }

    /// The style as the shop calls it, with the codes of both sides.
    private func style(_ finding: Finding) -> HTML {
        let title = [finding.shop.title, finding.supplier.title].first { !$0.isEmpty } ?? ""
        let codes = Set([finding.supplier.style, finding.shop.style]).subtracting(["", title]).sorted()
        return (title.isEmpty ? "" : "<bdi>\(title)</bdi> ") + codes.map { "<code>\($0)</code>" as HTML }.joined(" ")
    }

    /// What is done with needs no more than a line.
    private func solved(_ findings: [Finding], _ left: HTML) -> HTML {
        let items = findings.map { finding -> HTML in
            let spec: HTML = finding.spec.isEmpty ? "" : " <b><bdi>\(finding.spec)</bdi></b>"
            let sku: HTML = finding.sku.isEmpty ? "" : " <code>\(finding.sku)</code>"
            return """
                <li><div class="name">✓ \(Texts.title(finding.code, language)) · \(style(finding))\(spec)\(sku) <small><bdi>\(finding.source)</bdi></small></div><div class="life"><code>#\(finding.id)</code> \(say.life(finding))</div></li>

                """
        }
        return """
            <article class="card solved"><div class="item"><ul class="entries lines">
            \(items)</ul>
            \(left)</div></article>
            """
    }

    private func entry(_ finding: Finding) -> HTML {
        let isStyle = finding.spec.isEmpty && finding.sku.isEmpty
        let name: HTML =
            isStyle
            ? "<i>\(finding.code.isOfSource ? "" : label(.wholeStyle))</i>"
            : finding.spec.isEmpty ? "" : "<b><bdi>\(finding.spec)</bdi></b> "
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
