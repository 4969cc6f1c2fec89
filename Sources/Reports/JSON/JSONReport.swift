import Catalogues
import Reconciliation

/// `report.json`: inputs, settings, counts and all mismatches, in the order and under the names of mismatches.csv.
/// Described by `schema/report.schema.json`; the same inputs give the same bytes.
package enum JSONReport {
    package static let schema = "specsync.report/1"

    /// - Parameter write: takes the bytes in pieces.
    /// - Throws: what `write` throws.
    package static func write(_ input: ReportInput, _ write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        var json = JSONText(write)
        json.object {
            $0.member("schema", schema)
            $0.member("language", input.language.rawValue)
            $0.object("settings") { json in
                for setting in input.settings { json.member(named: setting.name, setting.value) }
            }
            $0.array("sources") { json in
                for source in input.sources { writeSource(source, &json) }
            }
            writeCounts(input.outcome.summary, &$0)
            $0.array("mismatches") { json in JSONMismatches.write(input.outcome, input.language, &json) }
        }
        try json.finish()
    }

    static func writeSource(_ source: SourceFacts, _ json: inout JSONText) {
        json.object {
            $0.member("name", source.name)
            $0.member("leg", source.leg.rawValue)
            $0.member("profile", source.profile)
            $0.member("encoding", source.encoding)
            $0.member("digest", source.digest)
            $0.member("complete", source.isComplete)
            $0.member("styles", source.styles)
            $0.member("variants", source.variants)
            $0.object("diagnostics", flat: true) { json in
                for (code, count) in source.diagnostics.byCount { json.member(named: code, count) }
            }
        }
    }

    private static func writeCounts(_ summary: Summary, _ json: inout JSONText) {
        json.object("matching", flat: true) {
            $0.member("accepted", summary.accepted)
            $0.member("review", summary.inReview)
            $0.member("supplier_unmatched", summary.unmatched)
            $0.member("shop_unmatched", summary.shopUnmatched)
        }
        json.object("counts") {
            $0.member("mismatches", summary.mismatches)
            $0.object("by_severity", flat: true) { json in
                for severity in MismatchCode.Severity.allCases {
                    json.member(named: severity.name, summary.count(severity))
                }
            }
            $0.object("by_code") { json in
                for code in MismatchCode.allCases where summary.count(code) > 0 {
                    json.member(named: code.name, summary.count(code))
                }
            }
        }
    }
}
