import Catalogues
import Reconciliation

/// What `check --format csv` writes: one row an issue, by style, gravest first.
package enum CheckCSV {
    package static let columns: StaticString =
        "code,severity,style,sku,spec,attribute,file,line,column,found,suggestion,who,target,rule,source,message"

    package static func write(_ report: CheckReport, _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        var output = CSVOutput(sink)
        output.plain(columns)
        output.endRow()
        for style in report.styles {
            let name = report.catalogue.style(style.index).nameInLists
            for issue in style.issues {
                let variant = issue.rows.first.map { report.catalogue.variant($0) }
                let place = report.place(of: issue)
                output.cell(issue.code.rawValue)
                output.cell(issue.severity.name)
                output.cell(name)
                output.cell(variant?.codeInLists ?? "")
                output.cell(variant?.spec ?? "")
                output.cell(issue.attribute)
                output.cell(place.file)
                output.number(place.line)
                if place.column > 0 { output.number(place.column) } else { output.emptyCells(1) }
                output.cell(issue.found)
                output.cell(issue.suggestion)
                output.cell(issue.who.rawValue)
                output.cell(report.target(of: issue))
                output.cell(issue.rule?.name ?? "")
                output.cell(issue.rule?.source ?? "")
                output.cell(ListingSentence(issue, report).text)
                output.endRow()
            }
        }
        try output.finish()
    }
}
