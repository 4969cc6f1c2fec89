import Catalogues

/// The headings and small words of the reports.
enum Label {
    case report, inputs, matched, toReview, withoutCounterpart, inSupplier, inShop, styles, variants
    case firstThis, whoActs, findings, toDecide, toDecideHelp, oddities, oddityHelp, matchedHeading, settings
    case search, all, clear, shown, noneShown, line, spec, remark, values, what, agreeing, noCounterpart
    case candidates, candidate, speaksFor, speaksAgainst, whichOne, moreIn, moreCandidates
    case file, digest, leg, profile, encoding, complete, partial, counted, noOddities, howSure
    case notAtSupplier, notInShop, notInOrders, unlimited, inStock, soldOut, onSale, nothing, auto, none

    var text: Bilingual {
        switch self {
        case .report: Bilingual("规格核对报告", "Spec check")
        case .inputs: Bilingual("核对了哪些文件", "What was compared")
        case .matched: Bilingual("已对上", "matched")
        case .toReview: Bilingual("待核对", "to review")
        case .withoutCounterpart: Bilingual("没有对应", "without counterpart")
        case .inSupplier: Bilingual("货源", "supplier")
        case .inShop: Bilingual("店铺", "shop")
        case .styles: Bilingual("款", "styles")
        case .variants: Bilingual("个规格", "specs")
        case .firstThis: Bilingual("按这个顺序处理", "Do it in this order")
        case .whoActs: Bilingual("谁来处理", "Who must act")
        case .findings: Bilingual("逐款明细", "Style by style")
        case .toDecide: Bilingual("要人来定的对应", "To decide")
        case .toDecideHelp:
            Bilingual(
                "程序拿不准，没有替你选。选定后把货源编码填进店铺这一行的商家编码，下次就自动对上。",
                "The program was not sure and did not choose. Enter the right supplier code in the shop row, and the next run matches it.")
        case .oddities: Bilingual("文件里的异常", "Oddities in the files")
        case .oddityHelp: Bilingual("每类列出前几处，其余只计数。", "The first few of each kind; the rest are counted.")
        case .matchedHeading: Bilingual("对上了多少", "What matched")
        case .settings: Bilingual("设置", "Settings")
        case .search: Bilingual("搜款号、编码、规格、行号…", "Search style, code, spec, line…")
        case .all: Bilingual("全部", "all")
        case .clear: Bilingual("显示全部", "show all")
        case .shown: Bilingual("当前显示", "shown")
        case .noneShown: Bilingual("没有符合筛选条件的。", "Nothing fits the filters.")
        case .line: Bilingual("行", "line")
        case .spec: Bilingual("规格", "Spec")
        case .remark: Bilingual("备注", "Remark")
        case .values: Bilingual("两边的值", "The two values")
        case .what: Bilingual("问题", "What")
        case .agreeing: Bilingual("其余一致的规格", "specs that agree")
        case .noCounterpart: Bilingual("没有对应", "no counterpart")
        case .candidates: Bilingual("候选", "Candidates")
        case .candidate: Bilingual("候选", "candidate")
        case .speaksFor: Bilingual("相符", "for")
        case .speaksAgainst: Bilingual("存疑", "against")
        case .whichOne: Bilingual("店铺这一行对应货源的哪个规格？", "Which supplier spec is this shop row?")
        case .moreIn: Bilingual("其余见", "The rest is in")
        case .moreCandidates: Bilingual("更多候选见", "More candidates in")
        case .file: Bilingual("文件", "File")
        case .digest: Bilingual("校验值", "Digest")
        case .leg: Bilingual("来源", "Source")
        case .profile: Bilingual("格式", "Profile")
        case .encoding: Bilingual("编码", "Encoding")
        case .complete: Bilingual("完整目录", "complete")
        case .partial: Bilingual("部分目录", "partial")
        case .counted: Bilingual("处", "times")
        case .noOddities: Bilingual("没有异常。", "None.")
        case .howSure: Bilingual("把握", "sure")
        case .notAtSupplier: Bilingual("货源没有", "not at the supplier")
        case .notInShop: Bilingual("店铺没有", "not in the shop")
        case .notInOrders: Bilingual("没有", "none")
        case .unlimited: Bilingual("不限", "unlimited")
        case .inStock: Bilingual("有货", "in stock")
        case .soldOut: Bilingual("无货", "sold out")
        case .onSale: Bilingual("在售", "on sale")
        case .nothing: Bilingual("空", "empty")
        case .auto: Bilingual("自动对上", "matched")
        case .none: Bilingual("无", "none")
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
