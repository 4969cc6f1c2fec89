import Catalogues
import Reconciliation

/// `report.html`: one page that needs no network and no program, worst first. It reads on a phone, in print and
/// without JavaScript, which only filters.
package struct HTMLReport {
    let input: ReportInput
    let links: OutcomeLinks
    let cards: StyleCards
    var language: Language { input.language }
    var summary: Summary { input.outcome.summary }

    /// - Parameter write: takes the bytes in pieces.
    /// - Throws: what `write` throws.
    package static func write(_ input: ReportInput, _ write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        let links = OutcomeLinks(input.outcome)
        let report = HTMLReport(input: input, links: links, cards: StyleCards(input, links))
        var sink = ByteSink(write)
        sink.bytes.put(string: report.head.text)
        sink.bytes.put(string: report.top.text)
        sink.bytes.put(string: report.findings.text)
        sink.bytes.put(string: report.questions.text)
        sink.bytes.put(string: report.matched.text)
        sink.bytes.put(string: report.inputs.text)
        sink.bytes.put(string: report.foot.text)
        try sink.finish()
    }

    func label(_ label: Label) -> String { label.text[language] }

    private var head: HTML { Page.head(title, language) }

    private var title: String { "\(Headline(summary, language).sentence) · SpecSync" }

    private var foot: HTML {
        let settings = input.settings.map { "\($0.name) \($0.value)" }.joined(separator: " · ")
        return Page.foot("SpecSync · \(settings)")
    }
}
