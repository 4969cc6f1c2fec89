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
        var supplier = MismatchSide(
            outcome.supplier, "supplier_style", "supplier_sku", "supplier_spec", "supplier_line")
        var shop = MismatchSide(outcome.shop, "shop_style", "shop_sku", "shop_spec", "shop_line")
        let name = outcome.supplier.source.name
        var evidence: [Evidence: String] = [:]
        json.array("mismatches") { json in
            for mismatch in outcome.mismatches.values {
                let details = MismatchDetails(mismatch, outcome)
                if evidence[mismatch.evidence] == nil { evidence[mismatch.evidence] = mismatch.evidence.text }
                json.object(flat: true) {
                    $0.member("code", mismatch.code.name)
                    $0.member("severity", mismatch.code.severity.name)
                    $0.member("supplier", name)
                    supplier.write(mismatch.supplierStyle, mismatch.supplier, &$0)
                    shop.write(mismatch.shopStyle, mismatch.shop, &$0)
                    $0.member("field", details.field)
                    $0.member("supplier_value", details.supplierValue)
                    $0.member("shop_value", details.shopValue)
                    $0.member("who", mismatch.who.rawValue)
                    $0.member("action", Texts.action(mismatch, input.language))
                    $0.member("first_seen", "")
                    $0.member("evidence", evidence[mismatch.evidence] ?? "")
                    lines("supplier_lines", details.supplierLines, &$0)
                    lines("shop_lines", details.shopLines, &$0)
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
private struct MismatchSide: ~Copyable {
    let catalogue: Catalogue
    private var text: SpecText
    let style, sku, spec, line: StaticString

    init(_ catalogue: Catalogue, _ style: StaticString, _ sku: StaticString, _ spec: StaticString, _ line: StaticString)
    {
        self.catalogue = catalogue
        text = SpecText(catalogue)
        self.style = style
        self.sku = sku
        self.spec = spec
        self.line = line
    }

    mutating func write(_ styleIndex: UInt32, _ row: UInt32, _ json: inout JSONText) {
        let isVariant = row != Mismatch.nobody
        let isStyle = styleIndex != Mismatch.nobody
        let index = isVariant ? Int(catalogue.variants.style[Int(row)]) : Int(styleIndex)
        if isVariant || isStyle {
            // A style is known by its code, or else by its title.
            let code = catalogue.styles.code[index]
            let name = code.isNone ? catalogue.styles.title[index] : code
            json.member(style, name.isNone ? .none : catalogue.arena[name])
        } else {
            json.member(style, "")
        }
        if isVariant {
            let code = catalogue.variants.sku[Int(row)]
            json.member(sku, code.isNone ? .none : catalogue.arena[code])
            json.member(spec, text.text(of: Int(row)))
            json.member(line, Int(catalogue.variants.line[Int(row)]))
        } else {
            json.member(sku, "")
            json.member(spec, "")
            json.member(line, isStyle ? Int(catalogue.styles.line[index]) : nil)
        }
    }
}
