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

extension CheckReport {
    /// The name of the target whose rule an issue is of; empty = the trade's own.
    func target(of issue: ListingIssue) -> String {
        guard let rule = issue.rule else { return "" }
        if let named = issue[detail: "target"], !named.isEmpty { return named }
        if targets.count == 1 { return targets[0].name }
        return targets.first { $0.rules.contains(rule) }?.name ?? ""
    }
}

extension ListingTarget {
    /// All its rules.
    var rules: [Rule] {
        [
            options, valuesPerOption, variants, titleLength, optionNameLength, optionValueLength, codeLength,
            coloursPerValue,
        ].compactMap { $0?.rule }
            + [
                reservedValues?.rule, reservedNames?.rule, forbiddenSigns?.rule, allowedOptions?.rule,
                uniqueCodes?.rule,
            ].compactMap(\.self) + required.map(\.rule)
    }
}
