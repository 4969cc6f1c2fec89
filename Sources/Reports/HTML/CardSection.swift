import Catalogues
import Reconciliation

extension HTMLReport {
    /// The cards, one a style, with the filters above them.
    var findings: HTML {
        if cards.cards.isEmpty { return "" }
        var anchored: Set<MismatchCode> = []
        let body = cards.cards.map { card($0, &anchored) }
        let left = summary.mismatches - cards.shown
        let more: HTML =
            left > 0
            ? """
            <p class="more">\(Bilingual("这一页只放最要紧的 \(cards.shown) 处，另有 \(left) 处", "This page holds the worst \(cards.shown); \(left) more are")[language])\(language == .zh ? "见" : "in") <a href="mismatches.csv">mismatches.csv</a></p>
            """ : ""
        return """
            <section id="findings">
            <h2>\(label(.findings))</h2>
            <div class="bar" hidden>
            <input type="search" id="search" placeholder="\(label(.search))" aria-label="\(label(.search))">
            <button type="button" id="clear" hidden>\(label(.clear))</button>
            <output id="shown" data-label="\(label(.shown))"></output>
            </div>
            \(more)
            \(body)
            <p id="none" hidden>\(label(.noneShown))</p>
            </section>

            """
    }

    private func card(_ card: StyleCard, _ anchored: inout Set<MismatchCode>) -> HTML {
        let codes = card.codes.map { "<code>\($0)</code>" as HTML }.joined(" ")
        let also: HTML =
            card.supplierTitle.isEmpty
            ? ""
            : "<p class=\"also\">\(Texts.name(Source.Leg.supplier, language))\(language == .zh ? "：" : ": ")<bdi>\(card.supplierTitle)</bdi></p>"
        let title: HTML = card.title.isEmpty ? "" : "<bdi>\(card.title)</bdi> "
        let worst = card.items.map(\.code.severity).min()?.name ?? "info"
        var items: [HTML] = []
        for item in card.items {
            items.append(self.item(item, isFirst: anchored.insert(item.code).inserted))
        }
        return """
            <article class="card \(worst)">
            <h3>\(title)\(codes)</h3>
            \(also)
            \(items)
            \(card.table.map { table($0, isFolded: card.isWholeStyle) } ?? "")
            </article>

            """
    }

    private func item(_ item: CardItem, isFirst: Bool) -> HTML {
        let severity = item.code.severity
        let anchor: HTML = isFirst ? " id=\"\(item.code.name)\"" : ""
        let hidden: HTML =
            item.hidden == 0
            ? ""
            : "<p class=\"more\">+ \(item.hidden) · \(label(.moreIn)) <a href=\"mismatches.csv\">mismatches.csv</a></p>"
        return """
            <section class="item"\(anchor) data-severity="\(severity.name)" data-code="\(item.code.name)" data-who="\(item.who.rawValue)">
            <h4><span class="badge \(severity.name)">\(Texts.name(severity, language))</span> \(Texts.title(item.code, language)) <code>\(item.code.name)</code></h4>
            <p class="meaning">\(Texts.meaning(item.code, language))</p>
            <p class="action"><b>\(Texts.name(item.who, language))</b> \(Texts.action(item.mismatch, language))</p>
            <ul class="entries">
            \(item.entries.map { entry($0, of: item.code) })
            </ul>
            \(hidden)
            </section>

            """
    }

    private func entry(_ entry: CardEntry, of code: MismatchCode) -> HTML {
        let field = entry.details.field
        let name: HTML = entry.spec.isEmpty ? "" : "<b>\(entry.spec)</b> "
        let sku: HTML = entry.sku.isEmpty ? "" : "<code>\(entry.sku)</code> "
        let what: HTML = field == "spec" ? "" : "<i>\(Texts.field(field, language))</i>"
        return """
            <li><div class="name">\(name)\(sku)\(what)</div>\(side(.supplier, entry.details.supplierValue, entry.supplierPlace, code))\(side(.shop, entry.details.shopValue, entry.shopPlace, code))</li>

            """
    }

    /// What one side says, and where. That it says nothing is shown where that is the fault.
    private func side(_ leg: Source.Leg, _ value: String, _ place: String?, _ code: MismatchCode) -> HTML {
        guard let place else {
            switch code {
            case .styleWithdrawn, .variantWithdrawn, .styleNotListed, .variantNotListed:
                return
                    "<div class=\"side missing\"><small>\(Texts.name(leg, language))</small><span>\(label(.absent))</span></div>"
            default: return ""
            }
        }
        let text: HTML =
            value.isEmpty
            ? "<span class=\"empty\">\(label(.nothing))</span>"
            : "<span><bdi>\(Texts.value(value, language))</bdi></span>"
        return """
            <div class="side"><small>\(Texts.name(leg, language)) <bdi>\(place)</bdi></small>\(text)</div>
            """
    }
}
