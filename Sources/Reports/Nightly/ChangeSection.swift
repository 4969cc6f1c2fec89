import Catalogues
import Reconciliation

extension NightHTML {
    /// What changed in the sources: new styles with their dates, changed specs style by style, prices and stock counted.
    var changes: HTML {
        let tables = ChangeTables(report.changes)
        let inside: HTML =
            report.changes.isEmpty
            ? "<p class=\"help\">\(label(.noChanges))</p>\n"
            : styles(tables.styles) + specs(tables.specs) + movements(tables.movements)
        return """
            <section id="changes">
            <h2>\(label(.changes)) <span class="n">\(report.changes.count)</span></h2>
            \(inside)</section>

            """
    }

    private static var styleLimit: Int { 80 }
    private static var specLimit: Int { changeLimit - styleLimit }

    private func styles(_ rows: [ChangeTables.Row]) -> HTML {
        if rows.isEmpty { return "" }
        let body = rows.prefix(Self.styleLimit).map { row -> HTML in
            """
            <tr>\(cell(.source, row.source))\(cell(.kind, Texts.name(row.kind, language)))<td data-leg="\(label(.style))"><code>\(row.style)</code> <bdi>\(row.title)</bdi></td>\(when(row))</tr>

            """
        }
        return """
            <h3>\(label(.newStyles))</h3>
            <table class="updates"><thead><tr>\(heads(.source, .kind, .style, .when))</tr></thead><tbody>
            \(body)</tbody></table>
            \(more(rows.count - Self.styleLimit, in: NightFiles.changes))
            """
    }

    private func specs(_ rows: [ChangeTables.Row]) -> HTML {
        if rows.isEmpty { return "" }
        let body = rows.prefix(Self.specLimit).map { row -> HTML in
            let hidden = row.count - row.values.count
            let values = row.values.map { "<bdi>\($0)</bdi>" as HTML }.joined(
                HTML(stringLiteral: Bilingual("、", ", ")[language]))
            let rest: HTML = hidden > 0 ? " <small>+ \(hidden)</small>" : ""
            let tone: HTML = row.kind == .meaningChanged ? " class=\"wrong\"" : ""
            return """
                <tr\(tone)>\(cell(.source, row.source))\(cell(.kind, Texts.name(row.kind, language)))<td data-leg="\(label(.style))"><code>\(row.style)</code> <bdi>\(row.title)</bdi></td><td data-leg="\(label(.values))">\(values)\(rest)</td>\(when(row))</tr>

                """
        }
        return """
            <h3>\(label(.specChanges))</h3>
            <table class="updates"><thead><tr>\(heads(.source, .kind, .style, .values, .when))</tr></thead><tbody>
            \(body)</tbody></table>
            \(more(rows.count - Self.specLimit, in: NightFiles.changes))
            """
    }

    private func movements(_ movements: [ChangeTables.Movement]) -> HTML {
        if movements.isEmpty { return "" }
        let items = movements.map { movement -> HTML in
            let first = movement.first.map { "<li><bdi>\($0)</bdi></li>\n" as HTML }
            return """
                <details><summary><bdi>\(movement.source)</bdi> · \(Texts.name(movement.kind, language)) <b>\(movement.count)</b></summary><ul class="plain">
                \(first)</ul>\(more(movement.count - movement.first.count, in: NightFiles.changes))</details>

                """
        }
        return "<h3>\(label(.pricesAndStock))</h3>\n\(items)"
    }

    private func heads(_ labels: NightLabel...) -> [HTML] { labels.map { "<th scope=\"col\">\(label($0))</th>" } }

    private func cell(_ name: NightLabel, _ text: String) -> HTML {
        "<td data-leg=\"\(label(name))\"><bdi>\(text)</bdi></td>"
    }

    private func when(_ row: ChangeTables.Row) -> HTML {
        let by = label(row.isDatedByFeed ? .byFeed : .seenFirst)
        return "<td data-leg=\"\(label(.when))\">\(report.dayAndTime(row.at)) <small>\(by)</small></td>"
    }

    // MARK: The registry

    /// 来源登记: who they are, when they last changed, and how far they are behind.
    var registry: HTML {
        let rows = report.sources.map { source -> HTML in
            let remark = say.remark(source)
            // A supplier whose catalogue was compared has a page of its own.
            let link: HTML =
                source.leg == .supplier && source.variants > 0
                ? " <small><a href=\"\(NightFiles.link(source.name))\">\(label(.fullReport))</a></small>" : ""
            let size: HTML =
                source.variants == 0
                ? ""
                : "<br><small>\(source.styles) \(Label.styles.text[language]) · \(source.variants) \(Label.variants.text[language])</small>"
            let fresh: HTML =
                source.isFresh || source.updated == nil
                ? "" : " <small>\(Bilingual("今晚没有新的", "not new tonight")[language])</small>"
            return """
                <tr><th scope="row"><bdi>\(source.name)</bdi>\(link)\(size)</th>\
                \(cell(.role, Texts.role(source.leg, language)))\(cell(.cooperation, source.cooperation))\(cell(.contact, source.contact))\
                <td data-leg="\(label(.updated))">\(day(source.updated))\(fresh)</td>\(date(.lastNewStyle, source.lastNewStyle))\(date(.lastSpecChange, source.lastSpecChange))\
                \(cell(.notes, say.notes(source)))<td data-leg="\(label(.remark))">\(remark.isEmpty ? "" : "<mark>\(remark)</mark>" as HTML)</td></tr>

                """
        }
        return """
            <section id="sources">
            <h2>\(label(.registry))</h2>
            <table class="registry"><thead><tr>\(heads(.name, .role, .cooperation, .contact, .updated, .lastNewStyle, .lastSpecChange, .notes, .remark))</tr></thead><tbody>
            \(rows)</tbody></table>
            </section>

            """
    }

    private func day(_ moment: Moment?) -> String { moment.map { report.dayAndTime($0) } ?? "—" }

    private func date(_ name: NightLabel, _ moment: Moment?) -> HTML {
        "<td data-leg=\"\(label(name))\">\(day(moment))</td>"
    }
}
