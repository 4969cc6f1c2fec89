import Catalogues
import Reconciliation

extension CheckHTML {
    /// How many specs a table of the page holds, and how many places one advice.
    private static var specLimit: Int { 400 }
    private static var entryLimit: Int { 60 }

    /// One style: its specs with marks, what is said of them, what the workspace knows.
    func card(_ style: CheckedStyle) -> HTML {
        let named = report.catalogue.style(style.index)
        let groups = IssueGroup.groups(style.issues)
        let worst = style.issues.map(\.severity).min()
        let verdict =
            style.mayBeListed
            ? Bilingual("可以上架", "may be listed")[language] : Bilingual("不能上架", "must not be listed")[language]
        let codes = [named.code, named.article].filter { !$0.isEmpty }.map { "<code>\($0)</code>" as HTML }.joined(" ")
        let items = groups.enumerated().map { item($1, $0 + 1) }
        return """
            <article class="card \(worst?.look ?? "solved")">
            <h3><bdi>\(named.title)</bdi> \(codes) <span class="badge \(style.mayBeListed ? "solved" : "critical" as HTML)">\(verdict)</span></h3>
            <p class="also"><bdi>\(report.catalogue.source.name):\(named.line)</bdi> · \(named.rows.count) \(Label.variants.text[language])</p>
            \(specs(style, groups))
            \(items)
            \(history(style))
            </article>

            """
    }

    private func item(_ group: IssueGroup, _ number: Int) -> HTML {
        let issue = group.first
        let hidden = group.issues.count - Self.entryLimit
        let more: HTML = hidden > 0 ? "<p class=\"more\">+ \(hidden)</p>" : ""
        let source = issue.rule?.source ?? ""
        let link: HTML =
            source.hasPrefix("https://") || source.hasPrefix("http://")
            ? " <a href=\"\(source)\" rel=\"noreferrer\">\(source)</a>"
            : source.isEmpty ? "" : " <small>\(source)</small>"
        let hand: HTML =
            issue.rule.map { rule -> HTML in
                rule.isFirstHand ? "" : " <small>(\(Bilingual("转引，未见原文", "second-hand")[language]))</small>"
            } ?? ""
        return """
            <section class="item" data-severity="\(issue.severity.name)" data-code="\(issue.code.rawValue)" data-who="\(issue.who.rawValue)">
            <h4><span class="badge \(issue.severity.look)">\(number) \(Texts.name(issue.severity, language))</span> \(Texts.title(issue.code, language)) <code>\(issue.code.rawValue)</code></h4>
            <p class="meaning">\(Texts.meaning(issue.code, language))\(link)\(hand)</p>
            <p class="action"><b>\(Texts.name(issue.who, language))</b> \(Texts.action(issue.code, language))</p>
            <ul class="entries">
            \(group.issues.prefix(Self.entryLimit).map(entry))
            </ul>
            \(more)
            </section>

            """
    }

    private func entry(_ issue: ListingIssue) -> HTML {
        let places = report.supplierPlaces(of: issue).prefix(4).map(\.description).joined(separator: ", ")
        let isSaid = !issue.suggestion.isEmpty && issue.code != .draftLacks
        let there: HTML = """
            <div class="side"><small><bdi>\(report.place(of: issue).description)</bdi></small>\
            <span>\(issue.found.isEmpty ? "<i class=\"empty\">\(Label.nothing.text[language])</i>" : "<bdi>\(issue.found)</bdi>" as HTML)</span></div>
            """
        let instead: HTML =
            isSaid
            ? """
            <div class="side instead"><small>\(Bilingual("改成", "write instead")[language]) <bdi>\(places)</bdi></small><span><bdi>\(issue.suggestion)</bdi></span></div>
            """ : ""
        return "<li><div class=\"name\">\(ListingSentence(issue, report).text)</div>\(there)\(instead)</li>\n"
    }

    // MARK: The specs

    private func specs(_ style: CheckedStyle, _ groups: [IssueGroup]) -> HTML {
        let grid = SpecGrid(style, groups, report.catalogue)
        let rows = report.catalogue.rows(ofStyle: style.index).count
        if rows > Self.specLimit { return "" }
        if grid.isGrid {
            let heads = grid.across.map { "<th scope=\"col\"><bdi>\($0)</bdi></th>" as HTML }
            let body = zip(grid.down, grid.cells).map { name, cells -> HTML in
                "<tr><th scope=\"row\"><bdi>\(name)</bdi></th>\(zip(grid.across, cells).map { cell($1, $0) })</tr>\n"
            }
            return """
                <div class="specs"><table class="grid"><thead><tr><th></th>\(heads)</tr></thead><tbody>
                \(body)</tbody></table></div>
                """
        }
        let body = zip(grid.down, grid.cells).compactMap { name, cells -> HTML? in
            guard let cell = cells.first, let row = cell.rows.first else { return nil }
            let variant = report.catalogue.variant(row)
            let price = variant.cost.isAbsent ? variant.price : variant.cost
            return """
                <tr>\(self.cell(cell, ""))<th scope="row"><bdi>\(name.isEmpty ? variant.title : name)</bdi></th><td><code>\(variant.codeInLists)</code></td><td>\(price.description)</td></tr>

                """
        }
        let table: HTML = "<table class=\"list\"><tbody>\n\(Array(body))</tbody></table>"
        // A long list is folded: what is said of it stands below.
        return body.count > 30
            ? "<details class=\"specs\"><summary>\(body.count) \(Label.variants.text[language])</summary>\(table)</details>"
            : "<div class=\"specs\">\(table)</div>"
    }

    private func cell(_ cell: SpecGrid.Cell, _ name: String) -> HTML {
        guard let row = cell.rows.first else { return "<td class=\"none\" data-leg=\"\(name)\">–</td>" }
        let variant = report.catalogue.variant(row)
        let stock = variant.stock.description
        let twice: HTML = cell.rows.count > 1 ? " ×\(cell.rows.count)" : ""
        let look: HTML =
            cell.severity.map { "<b class=\"badge \($0.look)\">\(cell.mark)</b>" } ?? "<b class=\"fine\">✓</b>"
        return "<td data-leg=\"\(name)\" title=\"\(variant.codeInLists)\">\(look) <small>\(stock)\(twice)</small></td>"
    }

    private func history(_ style: CheckedStyle) -> HTML {
        if style.history.isEmpty { return "" }
        let lines = style.history.map { fact -> HTML in
            "<li>\(fact.at.map { "<small>\($0.date)</small> " as HTML } ?? "")\(fact.text[language])</li>\n"
        }
        return """
            <section class="past"><h4>\(Bilingual("工作区里的记录", "What the workspace knows")[language])</h4>
            <ul>
            \(lines)</ul></section>
            """
    }
}
