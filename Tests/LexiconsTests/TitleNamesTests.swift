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
        ("小米8", "Protective film for Xiaomi 8", .open), ("适用小米8", "Xiaomi 8", .open),
        // a product type alone names nothing
        ("圆领T恤", "Crew Neck Tee", .never), ("连衣裙", "Dress", .never), ("", "", .never), ("2024", "2024", .never),
    ]

    @Test(arguments: cases) func fit(_ a: String, _ b: String, _ expected: TitleFit) {
        let (x, y) = (Self.names(a), Self.names(b))
        #expect(x.fit(y) == expected, "\(a) | \(b)")
        #expect(y.fit(x) == expected, "\(b) | \(a)")
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
