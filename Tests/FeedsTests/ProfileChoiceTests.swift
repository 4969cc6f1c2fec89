import Catalogues
import Testing

@testable import Feeds

@Suite struct ProfileChoiceTests {
    @Test(arguments: [
        ("Handle,Title,Option1 Name,Option1 Value,Variant SKU", "shopify"),
        ("URL handle,Title,Option1 name,Option1 value,SKU", "shopify"),
        ("ID,Type,SKU,Name,Parent,Attribute 1 name,Attribute 1 value(s)", "woocommerce"),
        ("ID,Typ,Artikelnummer,Name,Übergeordnetes Produkt,Attribut 1 Name,Attribut 1 Wert(e)", "woocommerce"),
        ("title,cid,price,num,cateProps,skuProps,outer_id,propAlias", "taobao"),
        ("id,title,description,availability,price,link,image link", "google"),
        ("款号,颜色,尺码,库存", "flat"), ("sku", "flat"), ("商家编码,规格", "flat"),
    ])
    func recognisesTables(_ headers: String, _ name: String) {
        let choice = ProfileChoice.choose(headers: headers.split(separator: ",").map(String.init), leg: .shop)
        #expect(choice?.profile.name == name)
    }

    @Test(arguments: [
        ("yml_catalog,shop,offers,offer", "yml"), ("rss,channel,item,id,image_link", "google"),
        ("feed,entry,id,availability", "google"), ("catalogue,style,variant", "nested"),
        ("rss,channel,item,title,link", "nested"),
    ])
    func recognisesXML(_ elements: String, _ name: String) {
        let choice = ProfileChoice.choose(elements: elements.split(separator: ",").map(String.init))
        #expect(choice?.profile.name == name)
    }

    @Test func whatFitsTwiceIsSaid() throws {
        let headers = ["Handle", "Title", "Option1 Name", "id", "availability", "image_link", "SKU"]
        let choice = try #require(ProfileChoice.choose(headers: headers, leg: .shop))
        #expect(choice.profile.name == "google")
        #expect(choice.alsoFits == ["shopify"])
        #expect(choice.reason.contains("it would fit shopify, too"))
    }

    /// Rows of a file, the row of its header and the first row of its data.
    @Test(arguments: [
        (["款号,颜色,尺码", "A1,黑,L"], 0, 1),
        (["2026年5月库存表,,", "制表：小王,,", "\u{FEFF}款号,颜色,尺码", "A1,黑,L"], 2, 3),
        (["style code,colour,size", "款号,颜色,尺码", "A1,黑,L"], 0, 2),
        (
            [
                "version 1.00", "title,cateProps,skuProps,propAlias,outer_id", "宝贝名称,宝贝属性,销售属性组合,销售属性别名,商家编码",
                "T恤,,,,A1",
            ], 1, 3
        ),
        (["颜色,,", "款号,货品编码,库存", "A1,A1-1,3"], 1, 2),
    ])
    func findsTheHeader(_ rows: [String], _ header: Int, _ data: Int) throws {
        let cells = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let line = try HeaderLine.best(rows: cells, leg: .supplier, file: "f.csv")
        #expect(line.headerRow == header)
        #expect(line.firstDataRow == data)
    }

    @Test(arguments: [["header1,header2", "a,b"], ["名称,网址,时间", "a,b,c"], [""], []])
    func whatNobodyUnderstandsIsRefused(_ rows: [String]) {
        let cells = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect {
            _ = try HeaderLine.best(rows: cells, leg: .supplier, file: "f.csv")
        } throws: { error in
            guard let error = error as? FeedError, let first = cells.first?.first, !first.isEmpty else { return true }
            return error.message.contains("“\(first)”") && error.remedy.contains("based on: flat")
        }
    }

    @Test func aProfileThatIsAskedForNeedNotRecogniseTheFile() throws {
        var options = FeedOptions(leg: .shop)
        options.profile = "shopify"
        let line = try HeaderLine.best(
            rows: [["Handle", "Variant SKU"], ["a", "b"]], file: "f.csv", options: options)
        #expect(line.profile.name == "shopify" && line.reason == "it was asked for")
        options.profile = "shopfy"
        #expect(throws: FeedError.self) { try HeaderLine.best(rows: [["Handle"]], file: "f.csv", options: options) }
    }
}
