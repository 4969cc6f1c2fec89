import Lexicons
import Testing

/// Texts that say several things at once: what goes where, as `colour|size|other|pack`.
@Suite struct PackedTextTests {
    static let cases: [(AxisKind, String, String, UInt32)] = [
        (.colour, "藏青/XL(建议130-145斤)", "navy|letter XL||", Understood.advice),
        (.size, "藏青/XL(建议130-145斤)", "navy|letter XL||", Understood.advice),
        (.unknown, "藏青/XL(建议130-145斤)", "navy|letter XL||", Understood.advice),
        (.unknown, "黑色-M", "black|letter M||", 0), (.colour, "黑色 M", "black|letter M||", 0),
        (.size, "黑色,M", "black|letter M||", 0), (.other, "Black / L", "black|letter L||", 0),
        (.colour, "Black-XL", "black|letter XL||", 0), (.unknown, "丁香紫,2XL码", "lilac|letter 2XL||", 0),
        (.unknown, "颜色:pn/nv;尺码:L", "'pn/nv'|letter L||", Understood.unknownWord),
        (.unknown, "尺码：L（推荐108-120斤）；颜色：大红色", "red|letter L||", Understood.advice),
        (.unknown, "颜色：如图；尺码：M", "as shown|letter M||", Understood.nothing),
        (.unknown, "[颜色]午夜色 [容量]128G", "midnight|g or GB 128||", 0),
        (.unknown, "Color: Red | Size: XL", "red|letter XL||", 0),
        (.unknown, "黑色 5双装", "black|||5 pair", 0), (.unknown, "混色 十双装", "mixed|||10 pair", Understood.nothing),
        (.unknown, "黑色加绒XL", "black|letter XL|fleece|", 0), (.unknown, "黑色 均码", "black|one size||", 0),
        (.unknown, "男款黑色 42码", "black|码 42|men|", 0),
        (.unknown, "Navy Blue / 2XL / 2-pack", "navy|letter 2XL||2 pack", 0),
        (.colour, "黑色", "black|||", 0), (.colour, "M", "'m'|||", Understood.unknownWord),
        (.colour, "XL", "|letter XL||", 0), (.colour, "38", "'38'|||", Understood.unknownWord),
        (.colour, "01黑", "black||index 1|", Understood.index), (.colour, "黑色01", "black||index 1|", Understood.index),
        (.colour, "黑色【预售11月30日发货】", "black|||", Understood.promise | Understood.preorder),
        (.colour, "40 黑色", "black|number 40||", 0), (.colour, "黑色 1件装", "black|||", 0),
        (.colour, "01", "'01'|||", Understood.unknownWord), (.size, "38", "|number 38||", 0),
        (.colour, "fs/d", "'fs/d'|||", Understood.unknownWord),
        (.colour, "tq/tb", "'tq/tb'|||", Understood.unknownWord),
        (.colour, "黑色【现货】", "black|||", Understood.promise | Understood.stockNow),
        (.colour, "预售7天 黑色", "black|||", Understood.promise | Understood.preorder),
        (.colour, "黑色 预售15天发货", "black|||", Understood.promise | Understood.preorder),
        (.colour, "黑色(7天内发货)", "black|||", Understood.promise),
        (.colour, "Black (pre-order)", "black|||", Understood.promise | Understood.preorder),
        (.colour, "Red - Ready Stock", "red|||", Understood.promise | Understood.stockNow),
        (.colour, "黑色 送袜子", "black|||", Understood.gift), (.colour, "黑色+送袜子", "black|||", Understood.gift),
        (.colour, "爆款 显瘦黑", "black|||", Understood.hype), (.size, "XL 建议120-135斤", "|letter XL||", Understood.advice),
        (.size, "M (fits 50-60kg)", "|letter M||", Understood.advice),
        (.size, "EU41/US8", "|EU 41 = US 8||", 0), (.size, "180/100A(XL)", "|letter XL = 180/100A||", 0),
        (.size, "中码", "|medium word||", Understood.ambiguous),
        (.other, "iPhone 14 Pro", "||'iphone 14 pro'|", Understood.unknownWord),
        (.unknown, "Type A", "||'type a'|", Understood.unknownWord),
        (.colour, "Beige - Umbrella Only", "beige||'umbrella only'|", Understood.unknownWord),
        (.unknown, "Ocean Mist XL", "|letter XL|'ocean mist'|", Understood.unknownWord),
        (.colour, "", "|||", 0), (.colour, "【】", "|||", 0), (.size, "///", "|||", 0),
    ]

    @Test(arguments: cases) func says(_ axis: AxisKind, _ text: String, _ slots: String, _ facts: UInt32) {
        var reader = Reader()
        #expect(reader.slots(text, axis) == slots)
        #expect(reader.understand(text, axis).facts == facts)
    }

    static let axes: [(String, AxisKind)] = [
        ("颜色", .colour), ("颜色分类", .colour), ("主要颜色", .colour), ("Color", .colour), ("Colour:", .colour),
        ("FARBE", .colour), ("Couleur", .colour), ("Цвет", .colour), ("kolor", .colour), ("色号", .colour),
        ("顏色", .colour),
        ("尺码", .size), ("尺碼", .size), ("Size", .size), ("Größe", .size), ("Taille", .size), ("Размер", .size),
        ("Talla", .size), ("Storage", .size), ("Choose Ring Size", .size), ("Shoe Size (EU)", .size), ("容量", .size),
        ("Quantity", .pack), ("数量", .pack), ("套餐", .pack), ("Material", .other), ("材质", .other), ("版本", .other),
        ("规格", .unknown), ("Style", .unknown), ("Title", .unknown), ("型号", .unknown), ("", .unknown), ("xyz", .unknown),
        ("Color & Size", .unknown),
    ]

    @Test(arguments: axes) func axisKinds(_ name: String, _ kind: AxisKind) {
        var name = name
        #expect(name.withUTF8 { Lexicon().axisKind(ofName: $0) } == kind)
    }
}
