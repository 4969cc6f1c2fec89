package import Catalogues
import Ledgers
import Reports

/// The same answers for scripts: JSON, each record on a line of its own.
extension History {
    package typealias Sink = (UnsafeRawBufferPointer) throws -> Void

    package func writeRuns(_ count: Int, _ sink: @escaping Sink) throws {
        let runs = try runs(count)
        var json = JSONText(sink)
        json.array { json in
            for run in runs {
                json.object(flat: true) {
                    $0.member("run", run.run)
                    $0.member("at", run.at)
                    $0.member("sources", run.sources)
                    $0.array("held") { json in for source in run.held { json.element(source) } }
                    $0.member("new", run.new)
                    $0.member("open", run.open)
                    $0.member("resolved", run.resolved)
                }
            }
        }
        try json.finish()
    }

    package func writeOpen(_ sink: @escaping Sink) throws {
        let findings = try findings()
        var json = JSONText(sink)
        json.array { json in for finding in findings { NightJSON.write(finding, workspace.language, &json) } }
        try json.finish()
    }

    package func writeMismatch(_ id: String, _ sink: @escaping Sink) throws {
        let (record, events) = try find(id)
        var json = JSONText(sink)
        NightJSON.write(Finding(record), workspace.language, &json) {
            $0.array("events") { json in
                for event in events {
                    json.object {
                        $0.member("at", event.at)
                        $0.member("kind", event.kind)
                        $0.member("detail", event.detail)
                    }
                }
            }
        }
        try json.finish()
    }

    package func writeAsof(_ day: Moment, _ code: String, _ sink: @escaping Sink) throws {
        let (meanings, mappings) = try answers(day, code)
        var json = JSONText(sink)
        json.object {
            $0.member("date", day.date)
            $0.member("code", code)
            $0.array("meanings") { json in
                for meaning in meanings {
                    json.object(flat: true) {
                        $0.member("source", meaning.source)
                        $0.member("style", meaning.style)
                        $0.member("sku", meaning.sku)
                        $0.member("spec", meaning.spec)
                        $0.member("title", meaning.title)
                        $0.member("from", meaning.from)
                        $0.member("until", meaning.until)
                    }
                }
            }
            $0.array("mapping") { json in
                for pair in mappings {
                    json.object(flat: true) {
                        $0.member("source", pair.source)
                        $0.member("supplier_style", pair.supplierStyle)
                        $0.member("supplier_sku", pair.supplierSKU)
                        $0.member("supplier_spec", pair.supplierSpec)
                        $0.member("shop_style", pair.shopStyle)
                        $0.member("shop_sku", pair.shopSKU)
                        $0.member("shop_spec", pair.shopSpec)
                        $0.member("decision", pair.decision)
                        $0.member("evidence", pair.evidence)
                        $0.member("from", pair.from)
                        $0.member("until", pair.until)
                    }
                }
            }
        }
        try json.finish()
    }
}
