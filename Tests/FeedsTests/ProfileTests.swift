import Catalogues
import Testing

@testable import Feeds

@Suite struct HeaderKeyTests {
    @Test(arguments: [
        ("Variant SKU", "variantsku"), ("variant_sku", "variantsku"), ("ＶＡＲＩＡＮＴ　ＳＫＵ", "variantsku"),
        ("\u{FEFF}商品编码*", "商品编码"), ("单位\n(1：件，2：条...)", "单位"), ("库存\n数量", "库存数量"), ("In stock?", "instock"),
        ("尺码（必填）", "尺码"), ("(SKU)", "sku"), ("Größe", "größe"), ("Цена, ₽", "цена"), ("颜色/规格", "颜色规格"),
        ("Attribute 1 value(s)", "attribute1value"), ("   ", ""),
        ("Title (product.metafields.custom.title)", "titleproductmetafieldscustomtitle"),
    ])
    func folds(_ header: String, _ key: String) { #expect(HeaderKey.fold(header) == key) }
}

@Suite struct ProfileTests {
    /// A header, the side whose file it stands in, and what it means there.
    @Test(arguments: [
        ("flat", "supplier_sku", Source.Leg.supplier, Field.sku), ("flat", "supplier_sku", .shop, .supplierCode),
        ("flat", "商家编码", .supplier, .sku), ("flat", "商家编码", .shop, .supplierCode),
        ("flat", "商家编码", .orders, .supplierCode),
        ("flat", "商品ID", .orders, .styleCode), ("flat", "规格", .orders, .spec), ("flat", "供货价", .supplier, .cost),
        ("flat", "wholesale price", .supplier, .cost), ("flat", "price", .supplier, .price),
        ("flat", "吊牌价", .shop, .listPrice),
        ("flat", "发货时间", .supplier, .promise), ("flat", "国标码", .supplier, .barcode), ("flat", "颜色分类", .shop, .option1),
        ("flat", "尺码", .shop, .option2), ("flat", "option1_value", .shop, .option1),
        ("flat", "shop_sku_id", .shop, .sku),
        ("flat", "item_code", .shop, .styleCode), ("flat", "Lagerbestand", .supplier, .stock),
        ("flat", "артикул", .supplier, .sku),
        ("shopify", "URL handle", .shop, .styleCode), ("shopify", "SKU", .shop, .sku),
        ("shopify", "Compare-at price", .shop, .listPrice),
        ("woocommerce", "Артикул", .shop, .sku), ("google", "id", .shop, .sku),
        ("yml", "vendorCode", .supplier, .article), ("yml", "Цвет", .supplier, .option1),
        ("nested", "code", .supplier, .sku),
        ("nested", "库存", .supplier, .stock),
    ])
    func means(_ profile: String, _ header: String, _ leg: Source.Leg, _ field: Field) throws {
        #expect(try #require(Profile.named(profile)).field(of: header, leg: leg) == field)
    }

    @Test(arguments: [
        ("Attribute 1 Value(s)", Field.option1), ("Attribut 1 Wert(e)", .option1),
        ("Nom de l’attribut 2", .option2Name),
        ("Nom de l'attribut 2", .option2Name), ("Значение(-я) аттрибута(-ов) 2", .option2), ("属性 3 值", .option3),
        ("Wartości atrybutu 1", .option1), ("Nombre del atributo 4", .option4Name),
    ])
    func attributesAreNumbered(_ header: String, _ field: Field) throws {
        #expect(try #require(Profile.named("woocommerce")).columns(of: [header], leg: .shop).fields == [field])
    }

    @Test(arguments: [
        ("flat", "数量", Source.Leg.orders), ("flat", "状态", .orders), ("shopify", "Price / International", .shop),
        ("shopify", "Included / Brazil", .shop), ("yml", "Гарантия", .supplier), ("flat", "备注", .shop),
    ])
    func meansNothing(_ profile: String, _ header: String, _ leg: Source.Leg) throws {
        #expect(try #require(Profile.named(profile)).field(of: header, leg: leg) == nil)
    }

    @Test func allBuiltInProfilesParse() {
        #expect(
            Profile.builtIn.map(\.name) == [
                "taobao", "shopify", "woocommerce", "amazon", "google", "yml", "flat", "nested",
            ])
        for profile in Profile.builtIn { #expect(!profile.title.isEmpty && !profile.titleInChinese.isEmpty) }
    }

    /// What a person may get wrong in a profile, the line that is shown, and a word of the remedy.
    @Test(arguments: [
        ("name: my\nfeilds:\n  sku: X", 2, "fields"), ("name: my\nfields:\n  skuu: X", 3, "sku"),
        ("name: my\nformat: xlm", 2, "xml"), ("name: my\nstock:\n  unlimited: {a: b}", 3, "complete profile"),
        ("name: my\ncomplete: maybe", 2, "complete profile"), ("fields: {sku: X}", 1, "name: …"),
        ("name: my\nbased on: shopfy", 2, "shopify"), ("name: my\n bad: [x", 2, "complete profile"),
        ("name: my\nstructure: carry dwn", 2, "carry down"), ("name: my\nshop:\n  ignored: X", 3, "ignore"),
        ("name: my\ncarry down: [tilte]", 2, "title"), ("- a\n- b", 1, "complete profile"),
    ])
    func tellsMistakes(_ yaml: String, _ line: Int, _ remedy: String) {
        #expect {
            _ = try ProfileFile.parse(yaml, file: "my.yaml")
        } throws: { error in
            guard let error = error as? FeedError else { return false }
            return error.place.line == line && error.remedy.contains(remedy)
        }
    }

    @Test func aUsersProfileBuildsOnABuiltInOne() throws {
        let yaml = """
            name: 我的店铺        # a comment
            based on: flat
            fields:
              price: 会员价
            shop:
              sku: 我的编码
            stock: {unlimited: [8888, 管够]}
            prices: {unit: fen, currency: CNY}
            fixed: {brand: 云帆}
            """
        let profile = try ProfileFile.parse(yaml, file: "my.yaml")
        #expect(profile.field(of: "我的编码", leg: .shop) == .sku)
        #expect(profile.field(of: "商家编码", leg: .shop) == .supplierCode)
        let map = profile.columns(of: ["我的编码", "价格", "会员价"], leg: .shop)
        #expect(map.fields == [.sku, nil, .price])
        #expect(profile.rules.unlimited == ["8888", "管够"])
        #expect(profile.rules.pricesInHundredths && profile.rules.currency == "CNY")
        #expect(profile.fixed == [.brand: "云帆"])
    }

    /// The headers of a file, its leg, and the fields of its columns ("-" = not read).
    @Test(arguments: [
        (Source.Leg.shop, "商品ID,商品名称,规格ID,规格,商家编码,库存", "style code,title,sku,spec,supplier code,stock"),
        (.shop, "商品ID,商家编码,规格ID,规格商家编码", "style code,article,sku,supplier code"),
        (.supplier, "款号,货号,商品编码,颜色,尺码,供货价,建议零售价", "style code,article,sku,option 1,option 2,cost,list price"),
        (.supplier, "货号,颜色规格,国标码,库存", "style code,spec,barcode,stock"),
        (.supplier, "sku,option1_name,option1_value,size", "sku,option 1 name,option 1,option 2"),
        (.orders, "订单编号,商品ID,商家编码,规格,数量", "-,style code,supplier code,spec,-"),
        (
            .shop,
            "shop_sku_id,item_code,item_title,colour_name,size_name,supplier_sku,barcode,sale_price,quantity,status",
            "sku,style code,title,option 1,option 2,supplier code,barcode,price,stock,status"
        ),
        (
            .supplier, "sku,barcode,style_code,title,category,colour,size,price,stock",
            "sku,barcode,style code,title,category,option 1,option 2,price,stock"
        ),
        (
            .shop, "shop_sku,listing_id,listing_title,option1_name,option1_value,supplier_code,barcode,price",
            "sku,style code,title,option 1 name,option 1,supplier code,barcode,price"
        ),
    ])
    func columns(_ leg: Source.Leg, _ headers: String, _ fields: String) throws {
        let map = try #require(Profile.named("flat")).columns(
            of: headers.split(separator: ",").map(String.init), leg: leg)
        #expect(map.fields.map { $0?.words ?? "-" } == fields.split(separator: ",").map(String.init))
    }

    @Test func duplicateHeadersAreTold() throws {
        let map = try #require(Profile.named("flat")).columns(of: ["sku", "颜色", "SKU", "备注", "备注"], leg: .supplier)
        #expect(map.fields == [.sku, .option1, nil, nil, nil])
        #expect(map.oddities.map(\.code) == ["duplicate-header"])
        #expect(map.oddities.first?.column == 3)
        #expect(map.axisNames == ["colour", "", "", ""])
    }

    @Test(arguments: [("skuu", "sku"), ("feilds", "fields"), ("recognize", "recognise"), ("xyz", nil)])
    func nearest(_ word: String, _ name: String?) {
        #expect(NearestName.of(word, among: ["sku", "fields", "recognise", "supplier code"]) == name)
    }
}
