import Lexicons
import Testing

/// Which attributes a product title names.
@Suite struct TitleTests {
    static let cases: [(String, String)] = [
        ("冬季加绒连衣裙", "fleece"), ("冬季不加绒连衣裙", "no fleece"), ("卫衣 加厚 加绒", "thickened|fleece"),
        ("加绒加厚保暖裤", "fleece|thickened"), ("加厚夾克", "thickened"), ("夏季薄款防晒衣", "thin"),
        ("圆领长袖T恤", "round neck|long sleeve"), ("短袖衬衫", "short sleeve"), ("无袖背心", "sleeveless"),
        ("半袖衬衫", "banxiu"), ("七分袖上衣", "seven-tenths sleeve"), ("九分袖", "nine-tenths sleeve"),
        ("7分袖", "seven-tenths sleeve"), ("17分袖", ""), ("V领毛衣", "v neck"), ("LV领带", ""),
        ("男款卫衣", "men"), ("女士手提包", "women"), ("儿童女童裙", "girls"), ("连帽卫衣男款", "hooded|men"),
        ("日本直邮 速干!户外雨衣 mont-bell 女款", "women"), ("中长款羽绒服", "mid length"), ("短款外套", "short"),
        ("欧规插头电热水壶", "EU plug"), ("无线鼠标", "wireless"),
        // named in pairs that exclude each other: the title leaves it open
        ("加绒/不加绒 打底裤", ""), ("加绒不加绒可选 男款", "men"), ("Men & Women Fleece Lined Vest", "fleece"),
        ("男装女装卫衣", ""), ("长袖短袖两件套", ""),
        // part of a longer word, or denied
        ("男女款T恤", "unisex"), ("男女童套装", "kids"), ("母女装", ""), ("男女同款连帽", "unisex|hooded"),
        ("非加绒卫衣", ""), ("不带连帽外套", ""), ("没有加厚", ""), ("无袖加绒", "sleeveless|fleece"), ("假高领", ""),
        ("半高领毛衣", "mock neck"), ("无帽卫衣", "no hood"), ("不带帽", "no hood"), ("无缝内衣", ""),
        // one character is no word inside a title
        ("孙女 男 女 厚底 薄荷", ""), ("左右", ""), ("美女厚", ""),
        // Latin words are whole tokens
        ("mont-bell Rain Jacket Men's #1128531", "men"), ("Women’s Long-Sleeve Tee", "women|long sleeve"),
        ("Women's long sleeved shirt", "women|long sleeve"), ("Fleece Jacket", "fleece fabric"), ("Fleeced Out", ""),
        ("No Fleece Hoodie", "no fleece"), ("not hooded", ""), ("without pockets", "no pockets"),
        ("Sleeveless Dress, V-Neck", "sleeveless|v neck"), ("Crewneck Sweatshirt", "round neck"),
        ("Herren Langarm Hemd", "men|langarm"), ("X-Men Tee", ""), ("Menswear", ""), ("Spider Man Costume", ""),
        ("Lady Bug Socks", ""), ("Unisex Jersey Tee", "unisex"), ("Wireless Mouse", "wireless"),
        // said of a part, or praise
        ("Thick Sole Sandals", ""), ("Full Length Zip", ""), ("10\" Tight Top Mattress", ""),
        ("修身显瘦 新款 Premium Pro", ""),
        ("Slim Fit Classic", ""), ("Dining Set, left", ""), ("", ""), ("   ", ""),
    ]

    @Test(arguments: cases) func names(_ title: String, _ attributes: String) {
        var reader = Reader()
        let ids = reader.attributes(title)
        #expect(ids.map { reader.describe($0) }.joined(separator: "|") == attributes)
    }

    /// Each is the meaning that the word alone has, so titles can be compared with titles and with options.
    @Test func meaningsCompare() {
        var reader = Reader()
        for word in ["加绒", "不加绒", "加厚", "长袖", "短袖", "无袖", "男款", "女款", "半袖", "women's", "v-neck"] {
            #expect(reader.attributes("春季 \(word) 2024") == [reader.meaning(word, "other")], "\(word)")
        }
        let lined = reader.attributes("冬季加绒卫衣")[0]
        let unlined = reader.attributes("卫衣 不加绒")[0]
        let sleeves = reader.attributes("Short Sleeve Tee")[0]
        #expect(reader.lexicon.relation(lined, unlined) == .never)
        #expect(reader.lexicon.relation(lined, sleeves) == .silent)
        #expect(reader.lexicon.relation(sleeves, reader.attributes("短袖")[0]) == .same)
        #expect(reader.lexicon.relation(sleeves, reader.attributes("半袖")[0]) == .near)
    }

    @Test func usersWordsGoFirst() {
        let lexicon = Lexicon()
        var csv =
            "kind,label,canonical\nother,加绒,fleece\nother,抓绒里,fleece\nother,男款,men\nother,加厚款式,galaxy\ncolour,短袖,red\n"
        #expect(csv.withUTF8 { lexicon.addWords(csv: $0) }.isEmpty)
        var reader = Reader(lexicon: lexicon)
        let lined = reader.attributes("冬季加绒卫衣")
        #expect(lined == reader.attributes("抓绒里 外套") && lined.count == 1)
        #expect(lexicon.relation(lined[0], reader.meaning("加绒", "other")) == .same)
        #expect(lexicon.relation(lined[0], reader.attributes("不加绒")[0]) == .never)
        #expect(lexicon.relation(lined[0], reader.attributes("男款")[0]) == .silent)
        #expect(reader.attributes("加厚款式 短袖").isEmpty)
    }

    @Test func hostileTitles() {
        let lexicon = Lexicon()
        for bytes: [UInt8] in [
            [0xFF], [0xE5, 0x8A], [0x80, 0xE5, 0x8A, 0xA0, 0xE7, 0xBB], Array(repeating: 0xE4, count: 900),
        ] {
            bytes.withUnsafeBufferPointer { #expect(lexicon.attributes(ofTitle: $0).isEmpty) }
        }
        let long = Array(String(repeating: "加绒", count: 100_000).utf8)
        long.withUnsafeBufferPointer { #expect(lexicon.attributes(ofTitle: $0).isEmpty) }
    }
}

extension Reader {
    mutating func attributes(_ title: String) -> [MeaningID] {
        var title = title
        return title.withUTF8 { lexicon.attributes(ofTitle: $0) }
    }
}
