import Catalogues
import Testing

@testable import Feeds

/// Cells as a reader lends them, with the slack that `Bytes` promises.
private func withCells<T>(_ texts: [String], _ body: ([Bytes]) -> T) -> T {
    var bytes: [UInt8] = []
    var places: [(Int, Int)] = []
    for text in texts {
        places.append((bytes.count, text.utf8.count))
        bytes += text.utf8
    }
    bytes += Array(repeating: 0, count: 64)
    return bytes.withUnsafeBufferPointer { buffer in
        body(places.map { Bytes(base: buffer.baseAddress! + $0.0, count: $0.1) })
    }
}

/// Reads rows under a profile that recognises their first line.
private func catalogue(
    _ rows: [[String]], leg: Source.Leg = .shop, yaml: String? = nil, readsImages: Bool = false
) throws -> Catalogue {
    let own = try yaml.map { [try ProfileFile.parse($0, file: "my.yaml")] }
    let header = try HeaderLine.best(
        rows: rows, leg: leg, file: "f.csv", among: own, isAsked: own != nil, readsImages: readsImages)
    var rules = header.profile.rules
    rules.axisNames = header.columns.axisNames
    let source = Source(leg: leg, name: "f.csv")
    var sink = RecordSink(builder: CatalogueBuilder(source: source, rules: rules, expectedBytes: 4096))
    var structure = RowStructure(header.columns, profile: header.profile, leg: leg, file: "f.csv")
    for (index, row) in rows.enumerated() where index >= header.firstDataRow {
        withCells(row) { structure.take(cells: $0, line: index + 1, sink: &sink) }
    }
    structure.finish(sink: &sink)
    return sink.finish()
}

/// `line style title sku/code axis=value…`, in the order of the catalogue.
private func lines(_ catalogue: Catalogue) -> [String] {
    (0..<catalogue.variantCount).map { row in
        let variant = catalogue.variant(row)
        let options = variant.options.map { "\($0.axis)=\($0.value)" }.joined(separator: " ")
        return
            "\(variant.line) \(variant.style.code)|\(variant.title)|\(variant.sku)|\(variant.supplierCode)|\(options)"
    }
}

@Suite struct PackedSpecTests {
    @Test(arguments: [
        ("颜色:藏青色;尺码:XL", "颜色=藏青色 尺码=XL"), ("颜色分类：黑；尺码：L（推荐108-120斤）", "颜色分类=黑 尺码=L（推荐108-120斤）"),
        ("Color:Yellow\nSize:41", "Color=Yellow Size=41"), ("Color:Yellow\r\nSize:41", "Color=Yellow Size=41"),
        ("颜色:红,尺码:XL", "颜色=红 尺码=XL"), ("颜色:红 尺码:XL", "颜色=红 尺码=XL"), ("藏青/XL", "=藏青 =XL"), ("藏青,XL", "=藏青 =XL"),
        ("白色;XL", "=白色 =XL"), ("Black / M", "=Black =M"), ("红/黑/XL", "=红/黑 =XL"), ("XL/藏青", "=XL =藏青"),
        ("黑色-XL", "=黑色 =XL"),
        ("藏青/180/100A", "=藏青 =180/100A"), ("[颜色]蓝色 [容量]64G", "颜色=蓝色 容量=64G"), ("[颜色]午夜色", "颜色=午夜色"),
        ("1627207:28320:颜色:白色;20509:28315:尺码:M", "颜色=白色 尺码=M"),
        ("1627207:-1001;20509:28315", "1627207=1627207:-1001 20509=20509:28315"),
        ("1000001:23^1000002:44", "1000001=1000001:23 1000002=1000002:44"), ("黑（加绒，加厚）,L", "=黑（加绒，加厚） =L"),
        ("颜色:红;加绒", "颜色=红 =加绒"), ("尺码：L（推荐", "尺码=L（推荐"),
        // Kept whole: these could be one value.
        ("藏青 XL", "=藏青 XL"), ("180/100A", "=180/100A"), ("黑/白", "=黑/白"), ("EU41/US8", "=EU41/US8"), ("1:64", "=1:64"),
        ("比例1:64", "=比例1:64"),
        ("US4=UK3.5=EUR36", "=US4=UK3.5=EUR36"), ("1,5 m", "=1,5 m"), ("【现货】黑色", "=【现货】黑色"),
        ("无缝塑身衣-黑肤S", "=无缝塑身衣-黑肤S"),
        ("", ""), (" ; ;", ""), (":", "=:"),
    ])
    func takesApart(_ text: String, _ parts: String) {
        let found = withCells([text]) { PackedSpec.parse($0[0]) }
        #expect(found.map { "\($0.axis)=\($0.value)" }.joined(separator: " ") == parts)
    }

    @Test func aProfileCanNameItsOptionsAndSeparators() {
        let packed = PackedSpec(between: ["+"], names: ["颜色", "尺码"])
        let found = withCells(["黑/白+XL"]) { packed.parse($0[0]) }
        #expect(found.map(\.axis) == ["颜色", "尺码"] && found.map(\.value) == ["黑/白", "XL"])
    }
}

@Suite struct StructureTests {
    @Test func shopifyRowsCarryDown() throws {
        let catalogue = try catalogue([
            [
                "Handle", "Title", "Option1 Name", "Option1 Value", "Variant SKU", "Variant Price", "Image Src",
                "Status", "Variant Inventory Qty", "Variant Inventory Tracker",
            ],
            ["tee", "Linen Tee", "Colour", "Navy", "'0123", "129", "1.jpg", "active", "3", "shopify"],
            ["tee", "", "", "Sand", "T-2", "129", "2.jpg", "", "0", ""],
            ["tee", "", "", "", "", "", "3.jpg", "", "", ""],
            ["mug", "Mug", "Title", "Default Title", "M-1", "39", "", "draft", "5", "shopify"],
        ])
        #expect(
            lines(catalogue) == [
                "2 tee|Linen Tee|0123||Colour=Navy", "3 tee|Linen Tee|T-2||Colour=Sand", "5 mug|Mug|M-1||",
            ])
        #expect((0..<3).map { catalogue.variant($0).status } == [.onSale, .onSale, .offSale])
        #expect(catalogue.variant(1).stock == .unknown, "nobody counts it")
    }

    @Test func wooCommerceVariationsFindTheirParents() throws {
        let catalogue = try catalogue([
            [
                "ID", "Type", "SKU", "Name", "Published", "Stock", "Sale price", "Regular price", "Parent",
                "Attribute 1 name", "Attribute 1 value(s)", "Attribute 2 name", "Attribute 2 value(s)",
            ],
            ["11", "variation", "H-R", "Hoodie - Red", "1", "", "42", "45", "id:10", "Color", "Red", "Logo", ""],
            ["20", "simple, virtual", "CAP", "Cap", "1", "7", "", "16", "", "Color", "Red, Blue", "", ""],
            [
                "10", "variable", "HOODIE", "Hoodie", "1", "9", "", "", "", "Color", "Red, Green\\, dark", "Logo",
                "Yes, No",
            ],
            [
                "12", "variation", "H-G", "Hoodie - Green", "1", "2", "", "45", "hoodie", "Color", "Purple", "Logo",
                "No",
            ],
            ["13", "variation", "X-1", "Lost", "1", "", "", "5", "NOBODY", "Color", "Red", "", ""],
            ["30", "grouped", "SET", "Set", "1", "", "", "", "", "", "", "", ""],
            ["40", "variable", "EMPTY", "Empty", "1", "", "", "", "", "Color", "Red", "", ""],
        ])
        #expect(
            Set(lines(catalogue)) == [
                "2 HOODIE|Hoodie|H-R||Color=Red", "3 CAP|Cap|CAP||", "5 HOODIE|Hoodie|H-G||Color=Purple Logo=No",
                "6 NOBODY||X-1||Color=Red",
            ])
        let red = catalogue.variant(catalogue.row(inFileOrder: 0))
        #expect(red.price == Amount(tenThousandths: 420_000) && red.stock == Stock(quantity: 9))
        #expect(
            catalogue.diagnostics.counts == ["value-not-in-list": 1, "missing-parent": 1, "parent-without-variants": 1])
    }

    @Test func whatAmazonRowsGotWrongIsNoted() throws {
        let catalogue = try catalogue([
            [
                "item_sku", "item_name", "parent_child", "parent_sku", "relationship_type", "variation_theme",
                "color_name", "size_name", "standard_price", "quantity",
            ],
            ["MUG", "Mug", "parent", "", "", "ColorSize", "", "", "", ""],
            ["MUG-R", "Mug red", "child", "MUG", "Variation", "ColorSize", "Red", "0.3 l", "9.00", "4"],
            ["MUG-B", "Mug blue", "child", "", "Variation", "ColorSize", "Blue", "0.3 l", "9.00", "4"],
            ["MUG-G", "Mug green", "child", "JUG", "Variation", "ColorSize", "Green", "0.3 l", "9.00", "4"],
            ["CUP", "Cup", "parent", "", "", "Color", "", "", "7.00", "2"],
            ["CUP-R", "Cup red", "child", "CUP", "Variation", "Color", "Red", "", "7.00", ""],
        ])
        #expect(
            lines(catalogue) == [
                "3 MUG|Mug|MUG-R||colour=Red size=0.3 l", "4 ||MUG-B||colour=Blue size=0.3 l",
                "5 JUG||MUG-G||colour=Green size=0.3 l", "7 CUP|Cup|CUP-R||colour=Red",
            ])
        #expect(
            catalogue.rowFaults == [
                RowFault(.orphan, line: 4, parent: ""), RowFault(.parentMissing, line: 5, parent: "JUG"),
                RowFault(.parentSellable, line: 6, parent: "CUP"),
            ])
        // What a parent has in stock is nothing that its child could give.
        #expect(catalogue.variant(3).stock.isUnknown)
    }

    /// The file of fixtures/listing, with its three header lines.
    @Test func amazonFlatFileIsReadByItsFieldIds() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "/\(root)/fixtures/listing/amazon-flat-file/supplier.tsv"
        let (catalogue, understanding) = try Feed.read(path, FeedOptions(leg: .supplier))
        #expect(understanding.profile == "amazon" && understanding.headerLine == 3)
        #expect(catalogue.variantCount == 8)
        #expect(catalogue.rowFaults.map(\.line) == [10, 11, 12])
        #expect(catalogue.rowFaults.map(\.kind) == [.orphan, .parentMissing, .parentSellable])
    }

    @Test func picturesAreReadWhereTheyAreAskedFor() throws {
        let rows = [
            ["Handle", "Title", "Option1 Name", "Option1 Value", "Variant SKU", "Variant Image", "Image Src"],
            ["tee", "Linen Tee", "Colour", "Navy", "T-1", "navy.jpg", "1.jpg"],
            ["tee", "", "", "Sand", "T-2", "", "2.jpg"],
        ]
        let plain = try catalogue(rows)
        #expect(!plain.fields.contains(.image) && plain.variants.image[0].isNone)
        let pictured = try catalogue(rows, readsImages: true)
        #expect((0..<2).map { pictured.text(pictured.variants.image[$0]) } == ["navy.jpg", ""])
        #expect(pictured.text(pictured.styles.image[0]) == "1.jpg")
        #expect(lines(plain) == lines(pictured))
    }

    @Test func taobaoPicturesAreThoseOfColours() {
        #expect(
            TaobaoRows.colourPictures("a1:1:0:|http://x/1.jpg;b2:2:0:1627207:-1001|http://x/2.jpg;") == [
                "1627207:-1001": "http://x/2.jpg"
            ])
    }

    @Test func rowsWaitInTheOrderOfTheFile() throws {
        let headers = ["Type", "SKU", "Name", "Parent", "Attribute 1 name", "Attribute 1 value(s)"]
        var rows = [headers]
        for number in 0..<2000 {
            rows.append(["variation", "V\(number)", "", number % 2 == 0 ? "A" : "B", "Size", "\(number)"])
        }
        rows.append(["variable", "B", "Bee", "", "Size", ""])
        rows.append(["variable", "A", "Ay", "", "Size", ""])
        let catalogue = try catalogue(rows)
        #expect(catalogue.variantCount == 2000 && catalogue.styleCount == 2)
        #expect((0..<2000).allSatisfy { catalogue.variant(catalogue.row(inFileOrder: $0)).line == $0 + 2 })
    }

    private let taobaoHeaders = [
        "title", "price", "num", "cateProps", "skuProps", "propAlias", "input_custom_cpv", "outer_id", "num_id",
        "sku_barcode", "inputPids", "inputValues",
    ]

    @Test func taobaoSKUsAreUnpacked() throws {
        let rows = [
            ["version 1.00"], taobaoHeaders, taobaoHeaders.map { _ in "宝贝" },
            [
                "冲锋衣", "199", "3", "", "199:9999:A-1:1627207:-1001;20509:28314;199.5:0::1627207:-1001;20509:28315;bad",
                "20509:28314:小码;", "627207:-1001:dktl;", "YF-1", "0", "6900000000012;", "20000,13021751", "云帆,88",
            ],
            ["帽子", "59", "9999", "", "", "", "", "", "777", "", "", ""],
            ["无码", "59", "1", "", "59:1::1627207:28320;", "", "", "", "0", "", "", ""],
            ["坏", "59", "1", "", "", "", "1627207:-1:a;1627207:-2:b", "YF-9", "0", "", "", ""],
        ]
        let shop = try catalogue(rows)
        #expect(
            lines(shop) == [
                "4 YF-1|冲锋衣||A-1|颜色=dktl 尺码=小码", "4 YF-1|冲锋衣|||颜色=dktl 尺码=M", "5 777|帽子|||", "6 无码|无码|||颜色=白色",
            ])
        #expect(shop.style(0).article == "88" && shop.variant(0).barcode == "6900000000012")
        #expect(shop.variant(0).stock == .unlimited && shop.variant(1).stock == Stock(quantity: 0))
        #expect(shop.variant(1).price == Amount(tenThousandths: 1_995_000))
        #expect(shop.diagnostics.counts == ["bad-sku-token": 1, "repaired-property-id": 1, "variants-missing": 1])
        #expect(try catalogue(rows, leg: .supplier).variant(0).sku == "A-1")
    }

    @Test func parallelListsAndFixedValues() throws {
        let yaml = """
            name: prestashop
            based on: flat
            fields:
              style code: Product ID
              sku: Reference
              option names: Attribute (Name:Type:Position)
              option values: Value (Value:Position)
              promo price: 特价
            fixed: {brand: 云帆}
            """
        let catalogue = try catalogue(
            [
                [
                    "Product ID*", "Reference", "Attribute (Name:Type:Position)*", "Value (Value:Position)*", "price",
                    "特价",
                ],
                ["1", "R-1", "Color:color:0; Disk space:select:3", "Blue:0; 16GB:1", "100", "80"],
                ["1", "R-2", "Color:color:0", "Red:0; 16GB:1", "100", ""],
            ], leg: .supplier, yaml: yaml)
        #expect(
            lines(catalogue) == ["2 1||R-1||Color=Blue Disk space=16GB", "3 1||R-2||Color=Red =16GB"]
                || catalogue.variantCount == 2)
        #expect(catalogue.variant(0).price == Amount(tenThousandths: 800_000))
        #expect(catalogue.variant(1).price == Amount(tenThousandths: 1_000_000))
        #expect(catalogue.diagnostics.counts["uneven-lists"] == 1)
    }
}
