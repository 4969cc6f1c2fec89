import Catalogues
import Testing

@testable import Feeds

/// The time that a feed gives itself.
@Suite struct FeedTimeTests {
    private static let eight = 8 * 3600

    private func stated(_ document: String) -> String? {
        FeedTime.stated(in: Array(document.utf8), localOffset: Self.eight)?.text
    }

    /// Documents, and the time on a wall in Shanghai that they state.
    @Test(
        arguments: [
            ("<yml_catalog date='2020-01-15 10:00'><shop><name>S</name></shop></yml_catalog>", "2020-01-15T10:00:00"),
            ("<offer generated='2012-12-20T12:15:12Z' version='2.6'/>", "2012-12-20T20:15:12"),
            (
                "<o:offer xmlns:o='http://www.iof.org/' o:generated='2012-12-20T12:15:12'><products/></o:offer>",
                "2012-12-20T12:15:12"
            ),
            (
                "<rss><channel><title>T</title><pubDate>Mon, 13 Jan 2020 00:00:00 GMT</pubDate>"
                    + "<lastBuildDate>Tue, 14 Jan 2020 10:00:00 +0300</lastBuildDate><item/></channel></rss>",
                "2020-01-14T15:00:00"
            ),
            ("<rss><channel><pubDate>14 Jan 20 10:00 EST</pubDate></channel></rss>", "2020-01-14T23:00:00"),
            (
                "<feed xmlns='http://www.w3.org/2005/Atom'><updated>2020-01-14T10:00:00+08:00</updated></feed>",
                "2020-01-14T10:00:00"
            ),
            ("<КоммерческаяИнформация ДатаФормирования='2020-01-15T10:00:00'/>", "2020-01-15T10:00:00"),
            ("<products><last_update>15.01.2020 10:00</last_update><product/></products>", "2020-01-15T10:00:00"),
            ("<catalogue timestamp='1579082400'/>", "2020-01-15T18:00:00"),
            ("<catalogue timestamp='1579082400000'/>", "2020-01-15T18:00:00"),
            ("<catalogue date='20200115'/>", "2020-01-15T00:00:00"),
            ("<catalogue date='20200115103059'/>", "2020-01-15T10:30:59"),
            ("<catalogue><header><created>2020/01/15</created></header></catalogue>", "2020-01-15T00:00:00"),
            // The surest of several.
            ("<catalogue created='2019-01-01' updated='2020-01-15'/>", "2020-01-15T00:00:00"),
            ("<catalogue created='2019-01-01' updated='soon'/>", "2019-01-01T00:00:00"),
        ])
    func isFound(_ document: String, _ text: String) { #expect(stated(document) == text) }

    @Test(arguments: [
        // Times of records are not the feed's.
        "<feed><entry><updated>2020-01-14T10:00:00Z</updated></entry></feed>",
        "<rss><channel><item><pubDate>Tue, 14 Jan 2020 10:00:00 GMT</pubDate></item></channel></rss>",
        "<products><product date='2020-01-15'/><product date='2020-01-15'/></products>",
        "<rows><date>2020-01-15</date><date>2020-01-16</date></rows>",
        // Texts that are no time, or might be two.
        "<catalogue date=''/>", "<catalogue date='today'/>", "<catalogue date='01/02/2020'/>",
        "<catalogue date='2020-13-45'/>", "<catalogue date='1899-12-30'/>", "<catalogue timestamp='0'/>",
        "<catalogue version='2.0'/>", "<catalogue>2020-01-15</catalogue>",
        // No document at all.
        "", "sku,date\nA,2020-01-15\n", "<catalogue date='2020-01-15",
    ])
    func isNone(_ document: String) { #expect(stated(document) == nil) }

    /// Only the beginning is looked at, and that it breaks off there is no error.
    @Test func theBeginningIsEnough() {
        #expect(stated("<?xml version='1.0' encoding='utf-8'?><rows date='2020-01-15'><row sku='A'/><row sku='") != nil)
        let rows = String(repeating: "<row sku='A' price='1'/>", count: 10_000)
        #expect(stated("<rows date='2020-01-15'>\(rows)") == "2020-01-15T00:00:00")
        #expect(stated("<rows>\(rows)<date>2020-01-15</date></rows>") == nil)
    }

    @Test func theUnderstandingSaysIt() throws {
        let document =
            "<yml_catalog date='2020-01-15 10:00'><shop><offers><offer id='1'><name>n</name><price>1</price></offer>"
            + "<offer id='2'><name>m</name><price>2</price></offer></offers></shop></yml_catalog>"
        #expect(try Reading.understanding(document, ".xml").statedTime == Moment("2020-01-15 10:00"))
        #expect(try Reading.understanding("sku,title,price\nA,T,1\n", ".csv").statedTime == nil)
    }
}
