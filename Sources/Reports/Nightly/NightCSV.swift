import Catalogues
package import Reconciliation

/// The tables of a nightly run: `mismatches.csv`, `changes.csv`, `sources.csv`.
///
/// Rows come as a sequence and leave as they come, so that a large night is written without another copy of it.
package enum NightCSV {
    package static let changeColumns: StaticString =
        "source,kind,at,dated_by,style,title,sku,spec,before,after,line"
    package static let sourceColumns: StaticString =
        "名称,角色,合作情况,联系方式,最近更新,新款式发布时间,规格调整时间,系统/规则调整,备注"

    /// What is open or acknowledged, worst first, under the columns of `MismatchesCSV`; `first_seen` is the date.
    ///
    /// - Parameter infos: the open findings of `info`, which the report only counts. They come last, in their order.
    package static func mismatches(
        _ report: NightReport, infos: some Sequence<Finding>, _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var output = CSVOutput(sink)
        output.plain(MismatchesCSV.columns)
        output.endRow()
        // Positions, not findings, are sorted: those of one code keep the order in which they came.
        let order = report.findings.indices.filter { report.findings[$0].state != .resolved }.sorted { a, b in
            let (first, second) = (report.findings[a].code, report.findings[b].code)
            return (first.severity, first.rawValue, a) < (second.severity, second.rawValue, b)
        }
        for index in order { write(report.findings[index], report.language, &output) }
        for finding in infos where finding.state != .resolved { write(finding, report.language, &output) }
        try output.finish()
    }

    private static func write(_ finding: Finding, _ language: Language, _ output: inout CSVOutput) {
        output.cell(finding.code.name)
        output.cell(finding.severity.name)
        output.cell(finding.source)
        write(finding.supplier, &output)
        write(finding.shop, &output)
        output.cell(finding.field)
        output.cell(finding.supplierValue)
        output.cell(finding.shopValue)
        output.cell(finding.who.rawValue)
        output.cell(Texts.action(finding, language))
        output.cell(finding.firstSeen.date)
        output.cell(finding.evidence)
        output.endRow()
    }

    private static func write(_ facts: VariantFacts, _ output: inout CSVOutput) {
        output.cell(facts.style)
        output.cell(facts.sku)
        output.cell(facts.spec)
        if facts.line > 0 { output.number(facts.line) } else { output.emptyCells(1) }
    }

    /// All changes of the sources, in their order.
    package static func changes(
        _ changes: some Sequence<ChangeEntry>, _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var output = CSVOutput(sink)
        output.plain(changeColumns)
        output.endRow()
        for change in changes {
            output.cell(change.source)
            output.cell(change.kind.rawValue)
            output.cell(change.at.text)
            output.cell(change.isDatedByFeed ? "feed" : "seen")
            for text in [change.style, change.title, change.sku, change.spec, change.before, change.after] {
                output.cell(text)
            }
            if change.line > 0 { output.number(change.line) } else { output.emptyCells(1) }
            output.endRow()
        }
        try output.finish()
    }

    /// 来源登记: the registry of sources, one row each.
    package static func sources(
        _ report: NightReport, _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let say = NightSentences(report)
        var output = CSVOutput(sink)
        output.plain(sourceColumns)
        output.endRow()
        for source in report.sources {
            output.cell(source.name)
            output.cell(Texts.role(source.leg, report.language))
            output.cell(source.cooperation)
            output.cell(source.contact)
            for moment in [source.updated, source.lastNewStyle, source.lastSpecChange] {
                output.cell(moment.map { $0.secondOfDay == 0 ? $0.date : "\($0.date) \($0.time)" } ?? "")
            }
            output.cell(say.notes(source))
            output.cell(say.remark(source))
            output.endRow()
        }
        try output.finish()
    }
}
