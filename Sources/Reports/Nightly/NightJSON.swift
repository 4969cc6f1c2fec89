import Catalogues
import Reconciliation

/// `report.json` of a nightly run: what was read, what guards say, and all findings with their life. Described by
/// `schema/run.schema.json`; the same run gives the same bytes.
package enum NightJSON {
    package static let schema = "specsync-run/1"

    /// - Parameter write: takes the bytes in pieces.
    /// - Throws: what `write` throws.
    package static func write(_ report: NightReport, _ write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws
    {
        var json = JSONText(write)
        json.object {
            $0.member("schema", schema)
            $0.member("language", report.language.rawValue)
            $0.member("shop", report.shop)
            $0.member("run", report.run)
            $0.member("at", report.at.text)
            $0.member("since", report.since)
            $0.array("sources") { json in
                for source in report.sources { Self.write(source, report, &json) }
            }
            $0.array("notices") { json in
                for notice in report.sortedNotices { Self.write(notice, report.language, &json) }
            }
            $0.object("matching", flat: true) {
                $0.member("accepted", report.matched)
                $0.member("review", report.inReview)
                $0.member("supplier_unmatched", report.unmatched)
            }
            counts(report, &$0)
            changes(report, &$0)
            $0.array("findings") { json in
                for finding in report.findings { Self.write(finding, report.language, &json) }
            }
        }
        try json.finish()
    }

    private static func write(_ source: SourceEntry, _ report: NightReport, _ json: inout JSONText) {
        json.object {
            $0.member("name", source.name)
            $0.member("leg", source.leg.rawValue)
            $0.member("feed", source.feed)
            $0.member("profile", source.profile)
            $0.member("digest", source.digest)
            $0.member("styles", source.styles)
            $0.member("variants", source.variants)
            $0.member("fresh", source.isFresh)
            $0.member("updated", source.updated)
            $0.member("last_new_style", source.lastNewStyle)
            $0.member("last_spec_change", source.lastSpecChange)
            $0.member("cooperation", source.cooperation)
            $0.member("contact", source.contact)
            $0.array("notes") { json in
                for note in source.notes {
                    json.object(flat: true) {
                        $0.member("at", note.at)
                        $0.member("text", note.text)
                    }
                }
            }
            if let delay = source.delay {
                $0.object("delay", flat: true) {
                    $0.member("specs", delay.specs)
                    $0.member("since", delay.since)
                    $0.member("days", max(0, report.at.days(since: delay.since)))
                }
            } else {
                $0.null("delay")
            }
        }
    }

    private static func write(_ notice: Notice, _ language: Language, _ json: inout JSONText) {
        json.object(flat: true) {
            $0.member("code", notice.code.name)
            $0.member("severity", notice.code.severity.name)
            $0.member("source", notice.source)
            $0.member("held", notice.isHeld)
            $0.member("new", notice.isNew)
            $0.member("in_force_since", notice.inForceSince)
            $0.member("message", notice.sentence[language])
        }
    }

    /// How many findings there are of each state and severity.
    private static func counts(_ report: NightReport, _ json: inout JSONText) {
        let counts = NightCounts(report.findings)
        json.object("counts") { json in
            for state in Finding.State.allCases {
                json.object(named: state.rawValue, flat: true) { json in
                    for severity in MismatchCode.Severity.allCases where severity < .info {
                        json.member(named: severity.name, counts.count(state, severity))
                    }
                }
            }
            json.member("info", report.infos)
        }
    }

    /// How much changed, by source and kind, in the order in which they come.
    private static func changes(_ report: NightReport, _ json: inout JSONText) {
        var order: [String] = []
        var counts: [String: [Int]] = [:]
        let kinds = ChangeKind.allCases
        for change in report.changes {
            if counts[change.source] == nil { order.append(change.source) }
            counts[change.source, default: Array(repeating: 0, count: kinds.count)][
                kinds.firstIndex(of: change.kind) ?? 0] += 1
        }
        json.object("changes") { json in
            for source in order {
                json.object(named: source, flat: true) { json in
                    for (kind, count) in zip(kinds, counts[source] ?? []) where count > 0 {
                        json.member(named: kind.rawValue, count)
                    }
                }
            }
        }
    }

    /// One finding with its life so far, on one line.
    ///
    /// - Parameter further: members that follow, as `history` adds events.
    package static func write(
        _ finding: Finding, _ language: Language, _ json: inout JSONText, further: (inout JSONText) -> Void = { _ in }
    ) {
        json.object(flat: true) {
            $0.member("id", finding.id)
            $0.member("state", finding.state.rawValue)
            $0.member("code", finding.code.name)
            $0.member("severity", finding.severity.name)
            $0.member("source", finding.source)
            $0.member("supplier_style", finding.supplier.style)
            $0.member("supplier_title", finding.supplier.title)
            $0.member("supplier_sku", finding.supplier.sku)
            $0.member("supplier_spec", finding.supplier.spec)
            $0.member("supplier_line", finding.supplier.line == 0 ? nil : finding.supplier.line)
            $0.member("shop_style", finding.shop.style)
            $0.member("shop_title", finding.shop.title)
            $0.member("shop_sku", finding.shop.sku)
            $0.member("shop_supplier_code", finding.shop.supplierCode)
            $0.member("shop_spec", finding.shop.spec)
            $0.member("shop_line", finding.shop.line == 0 ? nil : finding.shop.line)
            $0.member("field", finding.field)
            $0.member("supplier_value", finding.supplierValue)
            $0.member("shop_value", finding.shopValue)
            $0.member("who", finding.who.rawValue)
            $0.member("action", Texts.action(finding, language))
            $0.member("first_seen", finding.firstSeen)
            $0.member("last_seen", finding.lastSeen)
            $0.member("resolved", finding.resolved)
            $0.member("reason", finding.reason)
            $0.member("until", finding.until)
            $0.member("stock_at_risk", finding.stockAtRisk)
            $0.member("orders_at_risk", finding.ordersAtRisk)
            $0.member("evidence", finding.evidence)
            further(&$0)
        }
    }
}
