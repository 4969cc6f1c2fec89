import Catalogues
import Reconciliation

/// What `check --format json` writes; described by `schema/check.schema.json`. The same inputs give the same bytes.
package enum CheckJSON {
    package static let schema = "specsync-check/1"

    package static func write(_ report: CheckReport, _ write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws
    {
        var json = JSONText(write)
        json.object {
            $0.member("schema", schema)
            $0.member("language", report.language.rawValue)
            $0.object("settings") { json in
                for setting in report.settings { json.member(named: setting.name, setting.value) }
            }
            $0.array("sources") { json in for source in report.sources { JSONReport.writeSource(source, &json) } }
            $0.member("may_be_listed", report.mayBeListed)
            $0.object("counts", flat: true) { json in
                for severity in ListingIssue.Severity.allCases {
                    json.member(named: severity.name, report.count(severity))
                }
            }
            $0.array("styles") { json in for style in report.styles { writeStyle(style, report, &json) } }
        }
        try json.finish()
    }

    private static func writeStyle(_ style: CheckedStyle, _ report: CheckReport, _ json: inout JSONText) {
        let named = report.catalogue.style(style.index)
        json.object {
            $0.member("style", named.nameInLists)
            $0.member("title", named.title)
            $0.member("file", report.catalogue.source.name)
            $0.member("line", named.line)
            $0.member("variants", named.rows.count)
            $0.member("may_be_listed", style.mayBeListed)
            $0.array("issues") { json in for issue in style.issues { writeIssue(issue, report, &json) } }
            $0.array("history") { json in
                for fact in style.history {
                    json.object(flat: true) {
                        $0.member("kind", fact.kind.rawValue)
                        $0.member("at", fact.at)
                        $0.member("source", fact.source)
                        $0.member("text", fact.text[report.language])
                    }
                }
            }
        }
    }

    private static func writeIssue(_ issue: ListingIssue, _ report: CheckReport, _ json: inout JSONText) {
        let variant = issue.rows.first.map { report.catalogue.variant($0) }
        let place = report.place(of: issue)
        json.object(flat: true) {
            $0.member("code", issue.code.rawValue)
            $0.member("severity", issue.severity.name)
            $0.member("sku", variant?.codeInLists ?? "")
            $0.member("spec", variant?.spec ?? "")
            $0.member("attribute", issue.attribute)
            $0.member("line", place.line)
            $0.member("column", place.column > 0 ? place.column : nil)
            $0.array("further_lines") { json in for line in report.furtherLines(of: issue) { json.element(line) } }
            $0.array("supplier_lines") { json in
                for place in report.supplierPlaces(of: issue) { json.element(place.line) }
            }
            $0.member("found", issue.found)
            $0.member("suggestion", issue.suggestion)
            $0.object("details") { json in
                for detail in issue.details { json.member(named: detail.name, detail.value) }
            }
            $0.member("who", issue.who.rawValue)
            $0.member("target", report.target(of: issue))
            $0.member("rule", issue.rule?.name ?? "")
            $0.member("source", issue.rule?.source ?? "")
            $0.member("message", ListingSentence(issue, report).text)
            $0.member("action", Texts.action(issue.code, report.language))
            $0.member("link", report.link(of: issue))
        }
    }
}
