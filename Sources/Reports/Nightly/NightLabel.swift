import Catalogues
import Reconciliation

/// The headings and small words of what a nightly run says.
enum NightLabel: CaseIterable {
    case brand, notices, new, open, acknowledged, resolved, newMeaning, openMeaning, acknowledgedMeaning
    case resolvedMeaning, whoActs, howGrave, changes, newStyles, specChanges, pricesAndStock, source, style, title
    case kind, values, when, published, withdrawn, seenFirst, byFeed, registry, name, role, cooperation, contact
    case updated, lastNewStyle, lastSpecChange, notes, remark, noChanges, matchedHeading, history, attached, numbers
    case release, fullReport, run, sources, held, wholeStyle

    var text: Bilingual {
        switch self {
        case .brand: Bilingual("每晚核对", "Nightly check")
        case .notices: Bilingual("先看这里", "Look here first")
        case .new: Bilingual("新出现的", "New")
        case .open: Bilingual("还没解决的", "Still open")
        case .acknowledged: Bilingual("已知晓、先不处理的", "Acknowledged")
        case .resolved: Bilingual("已解决的", "Resolved")
        case .newMeaning: Bilingual("上次报告以后出现的", "since the last report")
        case .openMeaning: Bilingual("以前报告过，还在", "told before, still there")
        case .acknowledgedMeaning: Bilingual("有人说过先不处理", "somebody said: leave it for now")
        case .resolvedMeaning: Bilingual("上次报告以后消失的", "gone since the last report")
        case .whoActs: Bilingual("谁来处理", "Who must act")
        case .howGrave: Bilingual("轻重", "How grave")
        case .changes: Bilingual("各来源有什么变动", "What changed in the sources")
        case .newStyles: Bilingual("新款式发布时间", "New styles and when they appeared")
        case .specChanges: Bilingual("规格调整时间", "Changed specs and when they changed")
        case .pricesAndStock: Bilingual("价格和库存", "Prices and stock")
        case .source: Bilingual("来源", "Source")
        case .style: Bilingual("款式", "Style")
        case .title: Bilingual("标题", "Title")
        case .kind: Bilingual("变动", "Change")
        case .values: Bilingual("规格", "Specs")
        case .when: Bilingual("时间", "When")
        case .published: Bilingual("新款", "new")
        case .withdrawn: Bilingual("撤款", "withdrawn")
        case .seenFirst: Bilingual("首次看到", "first seen")
        case .byFeed: Bilingual("来源自报", "says the feed")
        case .registry: Bilingual("来源登记", "The sources")
        case .name: Bilingual("名称", "Name")
        case .role: Bilingual("角色", "Role")
        case .cooperation: Bilingual("合作情况", "Co-operation")
        case .contact: Bilingual("联系方式", "Contact")
        case .updated: Bilingual("最近更新", "Last update")
        case .lastNewStyle: Bilingual("新款式发布时间", "Newest style")
        case .lastSpecChange: Bilingual("规格调整时间", "Last change of specs")
        case .notes: Bilingual("系统/规则调整", "System and rules")
        case .remark: Bilingual("备注", "Remark")
        case .noChanges: Bilingual("各来源都没有变动。", "Nothing changed in any source.")
        case .matchedHeading: Bilingual("对上了多少", "What matched")
        case .history: Bilingual("一处不符的来龙去脉：", "The life of one mismatch: ")
        case .attached:
            Bilingual(
                "全部内容在附件 report.html，表格在 mismatches.csv。",
                "All of it is in report.html, attached; the table is mismatches.csv.")
        case .numbers: Bilingual("编号", "No.")
        case .release: Bilingual("看过没问题，就放行：", "If it is right after a look, let it through: ")
        case .fullReport: Bilingual("逐款明细", "style by style")
        case .run: Bilingual("运行", "Run")
        case .sources: Bilingual("来源", "Sources")
        case .held: Bilingual("被扣住", "held")
        case .wholeStyle: Bilingual("整款", "the whole style")
        }
    }
}

extension Texts {
    package static func name(_ state: Finding.State, _ language: Language) -> String {
        switch state {
        case .new: Bilingual("新", "new")[language]
        case .back: Bilingual("又出现", "back")[language]
        case .open: Bilingual("未决", "open")[language]
        case .acknowledged: Bilingual("已知晓", "acknowledged")[language]
        case .resolved: Bilingual("已解决", "resolved")[language]
        }
    }

    static func name(_ kind: ChangeKind, _ language: Language) -> String {
        switch kind {
        case .styleAdded: Bilingual("新款", "new style")[language]
        case .styleWithdrawn: Bilingual("撤款", "style withdrawn")[language]
        case .specAdded: Bilingual("新增规格", "spec added")[language]
        case .specRemoved: Bilingual("撤下规格", "spec removed")[language]
        case .specRenamed: Bilingual("规格改名", "spec renamed")[language]
        case .meaningChanged: Bilingual("编码换了意思", "code means something else")[language]
        case .relisted: Bilingual("换了编码", "relisted under a new code")[language]
        case .priceChanged: Bilingual("改价", "price changed")[language]
        case .soldOut: Bilingual("断货", "sold out")[language]
        case .backInStock: Bilingual("补货", "back in stock")[language]
        }
    }

    /// A leg with its full name, as the registry of sources has it.
    static func role(_ leg: Source.Leg, _ language: Language) -> String {
        switch leg {
        case .supplier: Bilingual("货源", "supplier")[language]
        case .platform: Bilingual("代发平台", "drop-ship platform")[language]
        case .shop: Bilingual("店铺", "shop")[language]
        case .orders: Bilingual("订单传递系统", "order system")[language]
        }
    }
}
