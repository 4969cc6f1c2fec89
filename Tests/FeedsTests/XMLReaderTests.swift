import Catalogues
import Glibc
import Testing

@testable import Feeds

@Suite struct XMLReaderTests {
    @Test func carriesWhatAStyleSays() throws {
        let lines = try Reading.of(
            """
            <catalogue currency="CNY"><style code="K1">
            <variant sku="1"><colour>黑色</colour><size>M</size><price>68.00</price><stock>5</stock></variant>
            <variant sku="2"><colour>白色</colour><size>M</size><price>70.00</price><stock>6</stock></variant>
            <title>后面的标题</title></style>
            <style code="K2"><title>单品</title><sku>S9</sku><price>3</price></style></catalogue>
            """)
        #expect(
            lines == [
                "K1 | 后面的标题 | 1 | colour=黑色 size=M | 68.00 CNY | 5 | line 2",
                "K1 | 后面的标题 | 2 | colour=白色 size=M | 70.00 CNY | 6 | line 3",
                "K2 | 单品 | S9 |  | 3.00 CNY |  | line 5",
            ])
    }

    @Test func readsAttributesOnly() throws {
        let lines = try Reading.of(
            "<rows>\n<row sku='a' color='red' qty='3' price='2'/>\n<row\n sku='b' color='blue'\n qty='4'/></rows>")
        #expect(lines == [" |  | a | colour=red | 2.00  | 3 | line 2", " |  | b | colour=blue |   | 4 | line 3"])
    }

    @Test func namedOptionsComeBeforeTheirStyles() throws {
        let lines = try Reading.of(
            """
            <root><goods><id>7</id><color>x</color><variants>
            <item sku="1" stock="5"><options><option name="颜色" value="黑"/><option name="尺码" value="XL"/></options></item>
            <item sku="2" stock="6"><options><option name="颜色" value="白"/><option name="版本" value="加绒"/></options></item>
            </variants><title>T</title></goods></root>
            """)
        #expect(
            lines == [
                "7 | T | 1 | 颜色=黑 尺码=XL |   | 5 | line 2", "7 | T | 2 | 颜色=白 版本=加绒 |   | 6 | line 3",
            ])
    }

    @Test func paramsAreOptionsWhereTheyTellVariantsApart() throws {
        let lines = try Reading.of(
            """
            <yml_catalog><shop><name>Shop</name><offers>
            <offer id="1" group_id="g"><name>n</name><price>1</price><param name="Цвет">Красный</param><param name="Вкус">Мята</param><param name="Страна">КНР</param></offer>
            <offer id="2" group_id="g"><name>n</name><price>1</price><param name="Цвет">Красный</param><param name="Вкус">Лимон</param><param name="Страна">КНР</param></offer>
            <offer id="3"><name>m</name><price>1</price><param name="Вкус">Лимон</param><param name="Размер">L</param></offer>
            </offers></shop></yml_catalog>
            """)
        #expect(
            lines == [
                "g | n | 1 | Цвет=Красный Вкус=Мята | 1.00  |  | line 2",
                "g | n | 2 | Цвет=Красный Вкус=Лимон | 1.00  |  | line 3",
                " | m | 3 | Размер=L | 1.00  |  | line 4",
            ])
    }

    @Test func heurekaNamesItsParams() throws {
        let lines = try Reading.of(
            """
            <SHOP><SHOPITEM><ITEM_ID>1</ITEM_ID><ITEMGROUP_ID>G</ITEMGROUP_ID><PRODUCTNAME><![CDATA[ T ]]></PRODUCTNAME>
            <PRICE_VAT>290,00</PRICE_VAT><PARAM><PARAM_NAME>Barva</PARAM_NAME><VAL>černá</VAL></PARAM></SHOPITEM>
            <SHOPITEM><ITEM_ID>2</ITEM_ID><ITEMGROUP_ID>G</ITEMGROUP_ID><PRODUCTNAME>T</PRODUCTNAME>
            <PRICE_VAT>290,00</PRICE_VAT><PARAM><PARAM_NAME>Barva</PARAM_NAME><VAL>bílá</VAL></PARAM></SHOPITEM></SHOP>
            """)
        #expect(
            lines == ["G | T | 1 | Barva=černá | 290.00  |  | line 1", "G | T | 2 | Barva=bílá | 290.00  |  | line 3"])
    }

    @Test(arguments: ["g:", ""]) func onlyChildrenOfAnItemCount(_ prefix: String) throws {
        let lines = try Reading.of(
            """
            <rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
            <item><g:id>1</g:id><title>T <b>b</b></title><g:item_group_id>G</g:item_group_id><g:price>10.00 EUR</g:price>
            <g:sale_price>8.00 EUR</g:sale_price><g:shipping><g:price>3 EUR</g:price></g:shipping><g:image_link>i</g:image_link>
            <g:color>Red</g:color><g:availability>in stock</g:availability></item></channel></rss>
            """.replacing("<g:", with: "<" + prefix).replacing("</g:", with: "</" + prefix))
        #expect(lines == ["G | T b | 1 | colour=Red | 8.00 EUR list 10.00 |  | line 2"])
    }

    @Test func severalBarcodesAreJoined() throws {
        let catalogue = try Reading.catalogue(
            "<c><v sku='1' size='M'><ean>1</ean><ean>2</ean><ean>1</ean></v><v sku='2' size='L'/></c>")
        #expect(catalogue.text(catalogue.variants.barcode[0]) == "1,2")
    }

    @Test(arguments: [
        ("", "empty", 0), ("<a>", "ends", 1), ("<a>\n<b>x & y</b></a>", "bare &", 2), ("<a>\n<q:b/></a>", "prefix", 2),
        ("<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;</a>", "declares an entity", 1), ("<a>\0</a>", "does not allow", 1),
        ("<html><body>log in</body></html>", "<html> <body>", 0), ("<a><b/><c/></a>", "<a> <b> <c>", 0),
        ("<yml_catalog><shop><offers></offers></shop></yml_catalog>", "<offer>", 0),
    ])
    func refuses(_ document: String, _ words: String, _ line: Int) throws {
        let error = #expect(throws: FeedError.self) { try Reading.of(document) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(error?.place.file == "feed.xml")
        #expect(error?.place.line == line)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test func refusesDepthAndFolders() {
        let deep = String(repeating: "<a>", count: 200_000)
        #expect(#expect(throws: FeedError.self) { try Reading.of(deep) }?.message.contains("256") == true)
        var understanding = FeedUnderstanding()
        #expect(throws: FeedError.self) {
            try XMLReader.read(
                path: "/tmp", name: "tmp", options: FeedOptions(leg: .supplier), understanding: &understanding)
        }
        #expect(throws: FeedError.self) {
            try XMLReader.read(
                path: "/nowhere", name: "x", options: FeedOptions(leg: .supplier), understanding: &understanding)
        }
    }

    @Test func noBeginningOfADocumentIsADocument() throws {
        let document = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?><!-- 供货 --><c xmlns:g="x"><s code="1"><title>T恤 &amp; x</title>
            <v sku="a" size="M"><g:stock>5</g:stock><![CDATA[x]]></v><v sku="b" size="L"/></s></c>
            """.utf8)
        #expect(try Reading.catalogue(document).variantCount == 2)
        for length in 0..<document.count {
            #expect(throws: FeedError.self, "\(length) bytes") { try Reading.catalogue(Array(document[..<length])) }
        }
    }

    @Test func noByteOfADocumentMatters() throws {
        let document = Array(
            "<c xmlns:g='x'><s code='1'><title>T &amp; x</title><v sku='a' size='M'><g:stock>5</g:stock></v><v sku='b'/></s></c>"
                .utf8)
        for at in document.indices {
            for byte: UInt8 in [0, 0x20, 0x22, 0x26, 0x3C, 0x3E, 0x3A, 0x80, 0xFF] {
                var broken = document
                broken[at] = byte
                // An error or a catalogue, as the byte may be a harmless one; but an end.
                _ = try? Reading.catalogue(broken)
            }
        }
    }

    @Test func aStyleWithoutEndDoesNotFillTheMemory() throws {
        let variants = (0..<45_000).map { "<v sku='\($0)' size='M'/>" }.joined()
        let catalogue = try Reading.catalogue(
            "<c><s code='1'><title>T</title>\(variants)</s><s code='2'><title>U</title></s></c>")
        #expect(catalogue.variantCount == 45_000)
        #expect(catalogue.styleCount == 1)
    }
}

/// A document, read through a file as all are.
enum Reading {
    static func catalogue(_ document: String, leg: Source.Leg = .supplier) throws -> Catalogue {
        try catalogue(Array(document.utf8), leg: leg)
    }

    static func catalogue(_ document: [UInt8], leg: Source.Leg = .supplier) throws -> Catalogue {
        var path = Array("/tmp/specsync-xml-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        defer {
            close(descriptor)
            unlink(path)
        }
        #expect(write(descriptor, document, document.count) == document.count)
        var understanding = FeedUnderstanding()
        return try XMLReader.read(
            path: String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self), name: "feed.xml",
            options: FeedOptions(leg: leg), understanding: &understanding)
    }

    /// How a whole file is understood.
    static func understanding(_ text: String, _ ending: String) throws -> FeedUnderstanding {
        var path = Array("/tmp/specsync-feed-XXXXXX\(ending)".utf8CString)
        let descriptor = mkstemps(&path, Int32(ending.utf8.count))
        defer {
            close(descriptor)
            unlink(path)
        }
        let bytes = Array(text.utf8)
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        let name = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        return try Feed.read(name, FeedOptions(leg: .supplier)).understanding
    }

    /// `style | title | sku | options | price currency list | stock | line` of each variant.
    static func of(_ document: String) throws -> [String] {
        let catalogue = try catalogue(document)
        var lines: [String] = []
        for style in 0..<catalogue.styleCount {
            for row in catalogue.rows(ofStyle: style) {
                let options = (0..<axisLimit).filter { catalogue.variants.option($0)[row] != 0 }.map {
                    catalogue.word(catalogue.styles.axes[style * axisLimit + $0]) + "="
                        + catalogue.word(catalogue.variants.option($0)[row])
                }.joined(separator: " ")
                let list = catalogue.variants.listPrice[row].description
                lines.append(
                    [
                        catalogue.text(catalogue.styles.code[style]), catalogue.text(catalogue.styles.title[style]),
                        catalogue.text(catalogue.variants.sku[row]), options,
                        "\(catalogue.variants.price[row].description) \(catalogue.word(catalogue.variants.currency.base[row]))"
                            + (list.isEmpty ? "" : " list \(list)"),
                        catalogue.variants.stock[row].description, "line \(catalogue.variants.line[row])",
                    ].joined(separator: " | "))
            }
        }
        return lines
    }
}
