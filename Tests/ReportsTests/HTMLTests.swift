import Catalogues
import Testing

@testable import Reports

@Suite struct HTMLTests {
    private func page(_ input: ReportInput) throws -> String { try SampleRun.text { try HTMLReport.write(input, $0) } }

    @Test func interpolatedTextIsEscaped() {
        let hostile = "<script>alert('1')</script>&\"\u{0}\n"
        let html: HTML = "<td title=\"\(hostile)\">\(hostile)</td>\(["<b>" as HTML, "</b>"])\(7)"
        let text = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;\u{FFFD} "
        #expect(html.text == "<td title=\"\(text)\">\(text)</td><b></b>7")
    }

    /// Every text that a source can bring is hostile here; the page must hold no tag of theirs.
    @Test(arguments: Language.allCases)
    func hostileNamesStayText(_ language: Language) throws {
        let evil = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>"
        func row(_ code: String, _ colour: String) -> [String] {
            [evil + "K", evil, evil + code, evil + code, evil, evil + colour, evil, "1", "1"]
        }
        var input = SampleRun.report(
            [row("1", "黑"), row("2", "白")], [row("1", "红"), row("3", "蓝"), row("2", "白")], language)
        input.sources[0].name = evil
        input.sources[0].profile = evil
        input.sources[0].diagnostics.add(Place(file: evil, line: 1), code: evil, evil)
        input.settings = [(evil, evil)]
        input.specTable = [
            SpecTableStyle(
                code: evil, title: evil, legs: [.supplier, .shop],
                rows: [
                    SpecTableRow(name: evil, cells: [SpecTableCell(evil, line: 2, disagrees: true), nil], remark: evil)
                ])
        ]
        let page = try page(input)
        #expect(!page.contains("<img"))
        #expect(page.components(of: "<script>") == 1)
        #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
    }

    @Test func needsNoNetwork() throws {
        let page = try page(SampleRun.report(SampleRun.supplier, SampleRun.shop))
        for outside in ["http://", "https://", "url(", "@import", "<link", " src="] {
            #expect(!page.contains(outside), "\(outside)")
        }
        #expect(page.contains("default-src 'none'"))
    }

    @Test func saysFirstWhatToDo() throws {
        let chinese = try page(SampleRun.report(SampleRun.supplier, SampleRun.shop))
        #expect(chinese.contains("<h1>有 1 处会发错货：先改这 1 处</h1>"))
        #expect(chinese.contains("id=\"spec-differs\""))
        #expect(chinese.contains("<mark>≠ <bdi>白色/S</bdi></mark>"))
        let english = try page(SampleRun.report(SampleRun.supplier, SampleRun.shop, .en))
        #expect(english.contains("<h1>1 wrong parcel waiting to happen: fix this first</h1>"))
        let quiet = try page(
            SampleRun.report(
                SampleRun.supplier,
                SampleRun.supplier.map { row in
                    var row = row
                    row[3] = row[2]
                    return row
                }, .en))
        #expect(quiet.contains("<h1>Everything agrees: nothing to do</h1>"))
    }

    /// Each link within the page leads somewhere, so that it works without JavaScript.
    @Test func linksLeadSomewhere() throws {
        let page = try page(SampleRun.report(SampleRun.supplier, SampleRun.shop))
        expectLinksWithin(page)
    }

    private func expectLinksWithin(_ page: String) {
        for link in page.matches(of: #/href="#([^"]+)"/#) { #expect(page.contains("id=\"\(link.1)\""), "\(link.1)") }
    }

    @Test func aLargeRunStaysAPage() throws {
        let rows = (0..<3000).map {
            ["K\($0 / 6)", "款\($0 / 6)", "K\($0)", "", "", "黑色", "\($0 % 6 + 36)", "68.00", "0"]
        }
        let shop = (0..<3000).map {
            ["K\($0 / 6)", "款\($0 / 6)", "\($0)", "K\($0)", "", "黑色", "\($0 % 6 + 36)", "60.00", "9"]
        }
        let page = try page(SampleRun.report(rows, shop))
        #expect(page.components(of: "<article class=\"card") <= StyleCards.styleLimit)
        #expect(page.utf8.count < 1_000_000)
        #expect(page.contains("<a href=\"mismatches.csv\">\n<b class=\"count\">3000</b>"), "price-differs has no room")
        expectLinksWithin(page)
    }

    /// A file that puts all its rows under one code must not make a table of them all.
    @Test func oneHugeStyleStaysAPage() throws {
        let rows = (0..<5000).map { ["K", "款", "K\($0)", "", "", "黑色", "\($0)号", "68.00", "\($0 % 3)"] }
        let shop = (0..<5000).map { ["K", "款", "\($0)", "K\($0)", "", "黑色", "\($0)号", "68.00", "9"] }
        #expect(try page(SampleRun.report(rows, shop)).utf8.count < 200_000)
    }

    @Test func sameInputSameBytes() throws {
        let pages = try (0..<2).map { _ in try page(SampleRun.report(SampleRun.supplier, SampleRun.shop)) }
        #expect(pages[0] == pages[1])
    }
}

extension String {
    /// How often `part` stands in it.
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
