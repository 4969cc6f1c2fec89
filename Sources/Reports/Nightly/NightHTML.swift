import Reconciliation

/// `report.html` of a nightly run: what to look at in the morning, in the order in which to look at it.
///
/// One file that needs no network and no program. Guards speak first, then come what is new, what is still open by age,
/// what is acknowledged (folded), what was resolved, what changed in the sources, and the registry of sources. Of a large
/// night it shows the first of each; the rest is counted and stands in the CSV files.
package struct NightHTML {
    let report: NightReport
    let counts: NightCounts
    let say: NightSentences
    /// Codes whose meaning the page has explained.
    private var explained: Set<MismatchCode> = []
    var language: Language { report.language }

    /// How many findings and changes the page shows at most.
    package static let findingLimit = 300
    package static let changeLimit = 200

    private init(_ report: NightReport) {
        self.report = report
        counts = NightCounts(report.findings)
        say = NightSentences(report)
    }

    /// - Parameter write: takes the bytes in pieces.
    /// - Throws: what `write` throws.
    package static func write(_ report: NightReport, _ write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws
    {
        var page = NightHTML(report)
        let headline = NightHeadline(report, page.counts)
        var sink = ByteSink(write)
        sink.bytes.put(
            string: Page.head("\(report.shop) \(report.day(report.at)) · \(headline.sentence)", report.language).text)
        sink.bytes.put(string: page.top(headline).text)
        sink.bytes.put(string: page.findings.text)
        sink.bytes.put(string: page.changes.text)
        sink.bytes.put(string: page.registry.text)
        sink.bytes.put(string: page.matched.text)
        sink.bytes.put(string: "</main>\n")
        sink.bytes.put(string: Page.foot("SpecSync · \(report.run)").text)
        try sink.finish()
    }

    func label(_ label: NightLabel) -> String { label.text[language] }

    func more(_ count: Int, in file: String) -> HTML {
        count <= 0
            ? "" : "<p class=\"more\">+ \(count) · \(Label.moreIn.text[language]) <a href=\"\(file)\">\(file)</a></p>\n"
    }

    /// Whether the page tells the meaning of a code here for the first time.
    mutating func explains(_ code: MismatchCode) -> Bool { explained.insert(code).inserted }

    /// How much of the suppliers' specs agreed, so that one sees what the rest is measured against.
    private var matched: HTML {
        let all = report.matched + report.inReview + report.unmatched
        if all == 0 { return "" }
        func part(_ count: Int, _ kind: String) -> HTML {
            count == 0 ? "" : "<i class=\"\(kind)\" style=\"flex-grow:\(count)\"></i>"
        }
        func legend(_ count: Int, _ label: Label, _ kind: String) -> HTML {
            "<li><i class=\"\(kind)\"></i> \(label.text[language]) <b>\(count)</b> <small>\(count * 100 / all)%</small></li>"
        }
        return """
            <section id="matched">
            <h2>\(label(.matchedHeading))</h2>
            <div class="share" aria-hidden="true">\(part(report.matched, "ok"))\(part(report.inReview, "open"))\(part(report.unmatched, "gone"))</div>
            <ul class="legend">\(legend(report.matched, .matched, "ok"))\(legend(report.inReview, .toReview, "open"))\(legend(report.unmatched, .noCounterpart, "gone"))</ul>
            <p>\(Bilingual("每个规格对应哪一个，见", "Which spec is which:")[language]) <a href="mapping.csv">mapping.csv</a></p>
            </section>

            """
    }
}
