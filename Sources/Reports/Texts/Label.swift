import Catalogues

/// The headings and small words of the reports.
enum Label {
    case report, inputs, matched, toReview, styles, variants, firstThis, later, whoActs, findings, toDecide
    case toDecideHelp, oddities, oddityHelp, matchedHeading, search, clear, shown, noneShown, spec, remark
    case noCounterpart, moreIn, file, digest, leg, profile, partial, noOddities, unlimited, inStock, soldOut
    case onSale, nothing, absent

    var text: Bilingual {
        switch self {
        case .report: Bilingual("规格核对报告", "Spec check")
        case .inputs: Bilingual("核对了哪些文件", "What was compared")
        case .matched: Bilingual("已对上", "matched")
        case .toReview: Bilingual("待核对", "to review")
        case .styles: Bilingual("款", "styles")
        case .variants: Bilingual("个规格", "specs")
        case .firstThis: Bilingual("按这个顺序处理", "Do it in this order")
        case .later: Bilingual("不急的，有空再看：", "Later, when you can:")
        case .whoActs: Bilingual("谁来处理", "Who must act")
        case .findings: Bilingual("逐款明细", "Style by style")
        case .toDecide: Bilingual("要人来定的对应", "To decide")
        case .toDecideHelp:
            Bilingual(
                "程序拿不准，没有替你选。选定后把货源编码填进店铺这一行的商家编码，下次就自动对上。",
                "The program was not sure and did not choose. Enter the right supplier code in the shop row, and the next run matches it."
            )
        case .oddities: Bilingual("文件里的异常", "Oddities in the files")
        case .oddityHelp: Bilingual("每类列出前几处，其余只计数。", "The first few of each kind; the rest are counted.")
        case .matchedHeading: Bilingual("对上了多少", "What matched")
        case .search: Bilingual("搜款号、编码、规格、行号…", "Search style, code, spec, line…")
        case .clear: Bilingual("显示全部", "show all")
        case .shown: Bilingual("当前显示", "shown")
        case .noneShown: Bilingual("没有符合筛选条件的。", "Nothing fits the filters.")
        case .spec: Bilingual("规格", "Spec")
        case .remark: Bilingual("备注", "Remark")
        case .noCounterpart: Bilingual("没有对应", "no counterpart")
        case .moreIn: Bilingual("其余见", "The rest is in")
        case .file: Bilingual("文件", "File")
        case .digest: Bilingual("校验值", "Digest")
        case .leg: Bilingual("来源", "Source")
        case .profile: Bilingual("格式", "Profile")
        case .partial: Bilingual("部分目录", "partial")
        case .noOddities: Bilingual("没有异常。", "None.")
        case .unlimited: Bilingual("不限", "unlimited")
        case .inStock: Bilingual("有货", "in stock")
        case .soldOut: Bilingual("无货", "sold out")
        case .onSale: Bilingual("在售", "on sale")
        case .nothing: Bilingual("空", "empty")
        case .absent: Bilingual("没有", "none")
        }
    }
}

extension Texts {
    /// A leg as the trade calls it.
    static func name(_ leg: Source.Leg, _ language: Language) -> String {
        switch leg {
        case .supplier: Bilingual("货源", "Supplier")[language]
        case .platform: Bilingual("代发", "Platform")[language]
        case .shop: Bilingual("店铺", "Shop")[language]
        case .orders: Bilingual("订单", "Orders")[language]
        }
    }

    /// The name of a `field` of mismatches.csv.
    static func field(_ field: String, _ language: Language) -> String {
        switch field {
        case "price": Bilingual("价格", "price")[language]
        case "stock": Bilingual("库存", "stock")[language]
        case "barcode": Bilingual("条码", "barcode")[language]
        case "sku": Bilingual("编码", "code")[language]
        case "style": Bilingual("款式", "style")[language]
        case "title": Bilingual("标题", "title")[language]
        case "promise": Bilingual("发货承诺", "promise")[language]
        case "colour": Bilingual("颜色", "colour")[language]
        case "size": Bilingual("尺码", "size")[language]
        case "pack": Bilingual("件数", "pack")[language]
        case "spec", "other": Bilingual("规格", "spec")[language]
        default: field
        }
    }

    /// A value that is a word of ours and not of the sources, in the reader's language.
    static func value(_ value: String, _ language: Language) -> String {
        switch value {
        case "unlimited": Label.unlimited.text[language]
        case "in-stock": Label.inStock.text[language]
        case "sold-out": Label.soldOut.text[language]
        case "on-sale": Label.onSale.text[language]
        default: value
        }
    }
}
