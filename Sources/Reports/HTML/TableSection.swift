import Catalogues

extension HTMLReport {
    /// How many rows of one kind a table holds.
    private static var rowLimit: Int { 60 }

    /// The specs of a style over the legs: those that disagree, and folded below them those that agree.
    func table(_ table: SpecTableStyle, isFolded: Bool) -> HTML {
        let wrong = isFolded ? [] : table.rows.filter(\.disagrees)
        let right = isFolded ? table.rows : table.rows.filter { !$0.disagrees }
        let heading =
            isFolded
            ? "\(table.rows.count) \(label(.variants))"
            : Bilingual("其余 \(right.count) 个规格一致", "\(right.count) other specs agree")[language]
        let folded: HTML =
            right.isEmpty
            ? "" : "<details><summary>\(heading)</summary>\(grid(table, right))</details>"
        return """
            <div class="specs">\(wrong.isEmpty ? "" : grid(table, wrong))\(folded)</div>
            """
    }

    private func grid(_ table: SpecTableStyle, _ rows: [SpecTableRow]) -> HTML {
        let isNamed = rows.contains { !$0.name.isEmpty }
        let isRemarked = rows.contains { !$0.remark.isEmpty }
        var heads = table.legs.map { "<th scope=\"col\">\(Texts.name($0, language))</th>" as HTML }
        if isNamed { heads.insert("<th scope=\"col\">\(label(.spec))</th>", at: 0) }
        if isRemarked { heads.append("<th scope=\"col\">\(label(.remark))</th>") }
        let body = rows.prefix(Self.rowLimit).map { row -> HTML in
            var cells = zip(table.legs, row.cells).map { cell($1, $0) }
            if isNamed { cells.insert("<th scope=\"row\"><bdi>\(row.name)</bdi></th>", at: 0) }
            if isRemarked { cells.append("<td class=\"remark\">\(row.remark)</td>") }
            return "<tr\(row.disagrees ? " class=\"wrong\"" : "" as HTML)>\(cells)</tr>\n"
        }
        let hidden = rows.count - body.count
        let more: HTML = hidden > 0 ? "<p class=\"more\">+ \(hidden)</p>" : ""
        return """
            <table><thead><tr>\(heads)</tr></thead><tbody>
            \(body)</tbody></table>\(more)
            """
    }

    private func cell(_ cell: SpecTableCell?, _ leg: Source.Leg) -> HTML {
        let leg = Texts.name(leg, language)
        guard let cell else { return "<td class=\"absent\" data-leg=\"\(leg)\">—</td>" }
        let line: HTML =
            cell.line > 0
            ? " <small>\(language == .zh ? "" : "line ")\(cell.line)\(language == .zh ? " 行" : "")</small>" : ""
        let text: HTML = cell.text.isEmpty ? "—" : "<bdi>\(cell.text)</bdi>"
        if cell.disagrees { return "<td class=\"differs\" data-leg=\"\(leg)\"><mark>≠ \(text)</mark>\(line)</td>" }
        return "<td data-leg=\"\(leg)\">\(text)\(line)</td>"
    }
}
