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
            writeMismatches(input, &$0)
        }
        try json.finish()
    }

    private static func writeSource(_ source: SourceFacts, _ json: inout JSONText) {
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

    private static func writeMismatches(_ input: ReportInput, _ json: inout JSONText) {
        let outcome = input.outcome
        let supplier = MismatchSide(
            outcome.supplier, "supplier_style", "supplier_sku", "supplier_spec", "supplier_line")
        let shop = MismatchSide(outcome.shop, "shop_style", "shop_sku", "shop_spec", "shop_line")
        let name = outcome.supplier.source.name
        var values = MismatchValues(outcome)
        var begins = MadeTexts()
        var actions = MadeTexts()
        var evidence = MadeTexts()
        json.array("mismatches") { json in
            outcome.eachMismatch { mismatch in
                values.read(mismatch)
                json.object(flat: true) {
                    $0.members(
                        begins.text(UInt64(mismatch.code.rawValue)) {
                            $0.put("\"code\": ")
                            $0.put(json: mismatch.code.name)
                            $0.put(", \"severity\": ")
                            $0.put(json: mismatch.code.severity.name)
                            $0.put(", \"supplier\": ")
                            $0.put(json: name)
                        })
                    supplier.write(mismatch.supplierStyle, mismatch.supplier, &$0)
                    shop.write(mismatch.shopStyle, mismatch.shop, &$0)
                    $0.member("field", values.field.bytes)
                    $0.member("supplier_value", values.supplier.bytes)
                    $0.member("shop_value", values.shop.bytes)
                    $0.members(
                        actions.text(mismatch.kind) {
                            $0.put("\"who\": ")
                            $0.put(json: mismatch.who.rawValue)
                            $0.put(", \"action\": ")
                            $0.put(json: Texts.action(mismatch, input.language))
                            $0.put(", \"first_seen\": \"\"")
                        })
                    $0.members(
                        evidence.text(UInt64(mismatch.evidence.rawValue)) {
                            $0.put("\"evidence\": ")
                            $0.put(json: mismatch.evidence.text)
                        })
                    lines("supplier_lines", values.supplierLines, &$0)
                    lines("shop_lines", values.shopLines, &$0)
                }
            }
        }
    }

    /// The further rows of a group; not written where there are none.
    private static func lines(_ key: StaticString, _ lines: [Int], _ json: inout JSONText) {
        if lines.isEmpty { return }
        json.array(key, flat: true) { for line in lines { $0.element(line) } }
    }
}

/// Writes what names one side of a mismatch: a variant, a style as a whole, or nobody.
private struct MismatchSide {
    let catalogue: Catalogue
    let style, sku, spec, line: StaticString

    init(_ catalogue: Catalogue, _ style: StaticString, _ sku: StaticString, _ spec: StaticString, _ line: StaticString)
    {
        self.catalogue = catalogue
        self.style = style
        self.sku = sku
        self.spec = spec
        self.line = line
    }

    func write(_ styleIndex: UInt32, _ row: UInt32, _ json: inout JSONText) {
        if row != Mismatch.nobody {
            let row = Int(row)
            json.member(style, catalogue.arena[catalogue.name(ofStyle: Int(catalogue.variants.style[row]))])
            json.member(sku, catalogue.arena[catalogue.variants.sku[row]])
            json.member(spec, specOf: row, catalogue)
            json.member(line, Int(catalogue.variants.line[row]))
        } else {
            let isStyle = styleIndex != Mismatch.nobody
            json.member(style, isStyle ? catalogue.arena[catalogue.name(ofStyle: Int(styleIndex))] : .none)
            json.member(sku, Bytes.none)
            json.member(spec, Bytes.none)
            json.member(line, isStyle ? Int(catalogue.styles.line[Int(styleIndex)]) : nil)
        }
    }
}
