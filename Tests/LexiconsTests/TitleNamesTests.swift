import Lexicons
import Testing

/// Whether two titles name the same product.
@Suite struct TitleNamesTests {
    static let cases: [(String, String, TitleFit)] = [
        // maker and model, or series and model
        ("小米8 全网通4G 双卡双待", "Xiaomi 8", .same), ("红米5A", "Redmi 5A", .same),
        ("iPhone14 Pro", "iPhone 14 Pro (A2890)", .same), ("苹果 iPhone 14 手机", "iPhone 14", .same),
        ("三星 Galaxy S21+", "Samsung Galaxy S21 Plus", .same), ("华为 Mate 20 Pro", "Huawei Mate20 Pro", .same),
        ("小米8", "Xiaomi 8 Pro", .never), ("小米8", "Xiaomi 9", .never), ("小米8", "Redmi 8", .never),
        ("小米8", "小米8 手机壳", .open), ("iPhone 14 手机壳", "iPhone 14 screen protector", .never),
        ("小米8", "Xiaomi 8 Dragon", .open), ("小米", "Xiaomi", .open), ("iPhone 14", "iPhone", .open),
        // a club's shirt with season and edition
        ("2024-25赛季皇家马德里主场球衣", "Real Madrid Home Jersey 24/25", .same),
        ("皇马主场球衣2425", "Real Madrid Home Jersey 2024/2025", .same),
        ("皇马主场球衣 24-25", "Real Madrid Away Jersey 24/25", .never),
        ("皇马主场球衣 24-25", "Real Madrid Home Jersey 23/24", .never),
        ("皇马主场球衣 24-25", "Real Madrid Home Jersey", .open),
        ("皇马主场球衣 24-25 球员版", "Real Madrid Home Jersey 24/25", .never),
        ("皇马主场球衣 24-25 长袖", "Real Madrid Home Jersey 24/25", .open),
        ("皇马主场球衣 24-25", "FC Barcelona Home Jersey 24/25", .never), ("皇马球衣", "Real Madrid jersey", .open),
        ("皇马主场球衣 24-25 透气速干", "Real Madrid Home Jersey 24/25", .same),
        ("皇马主场球衣 24-25 刺绣", "Real Madrid Home Jersey 24/25", .open),
        ("皇马第二客场球衣 24-25", "Real Madrid Third Shirt 2024-25", .same),
        ("皇马第三客场球衣 24-25", "Real Madrid Third Shirt 2024-25", .open),
        ("法国队客场球衣2024", "France Away Jersey 2024", .same), ("法国队客场球衣2024", "Brazil Away Jersey 2024", .never),
        // for something else
        ("小米8", "Protective film for Xiaomi 8", .never), ("适用小米8", "Xiaomi 8", .never),
        ("适用AirPods Pro 2保护套", "Case for AirPods Pro 2", .same),
        // a product type alone names nothing
        ("圆领T恤", "Crew Neck Tee", .never), ("连衣裙", "Dress", .never), ("", "", .never), ("2024", "2024", .never),
    ]

    @Test(arguments: cases) func fit(_ a: String, _ b: String, _ expected: TitleFit) {
        let (x, y) = (Self.names(a), Self.names(b))
        #expect(x.fit(y) == expected, "\(a) | \(b)")
        #expect(y.fit(x) == expected, "\(b) | \(a)")
    }

    /// Titles with one code: what speaks against one product, and what does not.
    @Test(arguments: [
        // a part of it, another version, pack or measure
        ("空气炸锅 PX-3", "PX-3 Air Fryer Basket", true), ("智能手表 PX-5", "Watch Strap PX-5", true),
        ("充电器 VX-4", "VX-4 Charger Pro", true), ("路由器 VX-6", "VX-6 II Router", true), ("背包 V2", "Backpack", true),
        ("充电器 VX-4 20W", "VX-4 Charger 65W", true), ("保温杯 500ml", "Thermos 750ml", true),
        ("纯棉袜 SK-9 5双装", "SK-9 Socks 10 Pairs", true), ("纯棉袜 SK-9", "SK-9 Socks (Pack of 3)", true),
        ("四件套 BS-2", "3-Piece Bedding BS-2", true), ("笔记本 MP-7 A5", "Notebook MP-7 A6", true),
        // other goods, other material, another cut
        ("真丝衬衫 SH-1", "Cotton Shirt SH-1", true), ("皮夹克 JJ-1", "Denim Jacket JJ-1", true),
        ("低腰牛仔裤 NK-1", "High Waist Jeans NK-1", true), ("牛仔裤 NK-1", "Dress NK-1", true),
        ("儿童雨衣 R-1", "Raincoat R-1", true),
        // the same in other words, or more of it
        ("编织数据线 UC60", "Braided Cable UC60", false), ("纯棉中筒袜 SK5", "Cotton Socks SK5", false),
        ("男士免烫衬衫 SH-77", "Non-Iron Dress Shirt SH-77", false), ("卫衣 W-1", "Hoodie Sweatshirt W-1", false),
        ("宽松针织背心 C77", "Loose Knit Vest C77", false), ("连衣裙 D-1 夏季新款", "Dress D-1", false),
        ("锂电手电钻 WX-21 21V", "Cordless Drill WX-21", false), ("儿童雨衣 R-1", "Kids Raincoat R-1", false),
    ]) func contradicts(_ a: String, _ b: String, _ expected: Bool) {
        let (x, y) = (Self.names(a), Self.names(b))
        #expect(x.contradicts(y, strictly: true) == expected, "\(a) | \(b)")
        #expect(y.contradicts(x, strictly: true) == expected, "\(b) | \(a)")
        #expect(!x.contradicts(x, strictly: true) && !y.contradicts(y, strictly: true))
    }

    /// Titles that are one but for words that say nothing.
    @Test(arguments: [
        ("【现货】木质衣架", "木质衣架", true), ("木质衣架 2025新款 包邮", "木质衣架", true),
        ("Wooden Hanger - HOT SALE", "wooden hanger", true),
        ("老花镜 +1.5", "老花镜 -1.5", false), ("木质衣架 大号", "木质衣架", false), ("Hanger 2024", "Hanger 2025", false),
    ]) func plain(_ a: String, _ b: String, _ expected: Bool) {
        let lexicon = Lexicon()
        func plain(_ title: String) -> [UInt8] {
            Array(title.utf8).withUnsafeBufferPointer { lexicon.plainTitle($0) }
        }
        #expect((plain(a) == plain(b)) == expected, "\(String(decoding: plain(a), as: UTF8.self))")
    }

    /// Product types in two languages, as far as they are sure.
    @Test(arguments: [
        ("T恤", "tee"), ("T恤", "T-shirt"), ("连衣裙", "Dress"), ("衬衫", "Shirts"), ("连帽卫衣", "Hoodie"), ("牛仔裤", "Jeans"),
        ("羽绒服", "Down Jacket"), ("手机壳", "Phone Case"), ("袜子", "Socks"), ("雨伞", "Umbrella"),
    ]) func sameProduct(_ chinese: String, _ english: String) {
        #expect(Self.names(chinese).isSameProduct(as: Self.names(english)) == true)
    }

    @Test(arguments: [("T恤", "Shirt"), ("手机壳", "Phone"), ("卫衣", "Hoodie"), ("裙子", "Jeans")])
    func otherProduct(_ chinese: String, _ english: String) {
        #expect(Self.names(chinese).isSameProduct(as: Self.names(english)) != true)
    }

    private static func names(_ title: String) -> TitleNames {
        Array(title.utf8).withUnsafeBufferPointer { Lexicon().names(ofTitle: $0) }
    }
}
