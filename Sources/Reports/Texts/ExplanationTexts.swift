import Catalogues
import Reconciliation

/// The words in which `specsync explain` says why.
extension Texts {
    static func decision(_ decision: Decision, _ language: Language) -> String {
        switch decision {
        case .none: Bilingual("没有对应", "no counterpart")[language]
        case .review: Bilingual("待核对（review）：要人来定", "review: a person must decide")[language]
        case .auto: Bilingual("自动对上（auto）", "auto: accepted without a person")[language]
        case .confirmed: Bilingual("人工确认（confirmed）", "confirmed: a person said so")[language]
        }
    }

    /// The name of a slot.
    static func slot(_ field: String, _ language: Language) -> String {
        field == "other" ? Bilingual("其他", "other")[language] : self.field(field, language)
    }

    static func standing(_ standing: WordWitness.Standing, _ language: Language) -> String {
        switch standing {
        case .same: Bilingual("相同", "the same")[language]
        case .near: Bilingual("相近，不一定相同", "near, not the same")[language]
        case .never: Bilingual("不可能相同", "never the same")[language]
        case .silent: Bilingual("无法比较", "cannot be compared")[language]
        case .learned:
            Bilingual("同款里编码已把这两个叫法对上", "codes put these words together in this style")[language]
        case .taken:
            Bilingual("其中一个在同款里另有完全相同的叫法", "one of them has its exact partner elsewhere in the style")[language]
        case .onlySupplier: Bilingual("只有货源写了", "only the supplier says it")[language]
        case .onlyShop: Bilingual("只有店铺写了", "only the shop says it")[language]
        }
    }

    /// - Parameter isBarcode: speaks of barcodes; otherwise of the code by which the shop names the supplier's variant.
    static func standing(
        _ witness: CodeWitness, isBarcode: Bool, _ outcome: Outcome, _ language: Language
    ) -> String {
        switch witness.standing {
        case .same: Bilingual("相同", "the same")[language]
        case .squeezed: Bilingual("去掉符号和大小写后相同", "the same but for punctuation and case")[language]
        case .prefixed: Bilingual("去掉店铺前缀后相同", "the same behind a prefix of the shop's")[language]
        case .namesAnother(let row):
            Bilingual("店铺这个码是另一个货源规格的：", "the shop's is that of another supplier variant: ")[language]
                + name(outcome.supplier, row)
        case .namesSeveral:
            Bilingual("货源有几个规格共用这个码", "several supplier variants bear the shop's")[language]
        case .namesNobody:
            isBarcode
                ? Bilingual("不同；货源没有店铺这个条码", "they differ; no supplier variant bears the shop's")[language]
                : Bilingual("货源没有这个码", "no supplier variant bears the shop's")[language]
        case .ownNumber:
            Bilingual("店铺没填货源编码，只有自己的编号", "the shop has a number of its own, and no code of the supplier's")[language]
        case .silent:
            witness.shop.isEmpty
                ? Bilingual("店铺没写", "the shop says none")[language]
                : Bilingual("货源没写", "the supplier says none")[language]
        }
    }

    static func style(_ witnesses: Witnesses, _ outcome: Outcome, _ language: Language) -> String {
        let witness = witnesses.style
        guard let tied = witness.supplierStyle else {
            let reason = Bilingual(
                "款号、标题都定不下是同一款，光凭规格文字不能对",
                "neither code nor title makes it certain that they are one style, so words alone decide nothing")
            return reason[language]
        }
        let how = evidence(witness.tie, language)
        let tie = (how.pro + how.con).joined(separator: ", ")
        if !witness.isOfStyle {
            let other = name(outcome.supplier.style(tied))
            return Bilingual("店铺这款对应的是另一款：\(other)（\(tie)）", "the shop's style is another one: \(other) (\(tie))")[
                language]
        }
        return witness.isOfDesign ? tie : tie + Bilingual("；但不是同一个设计", "; but another design of it")[language]
    }

    static func obstacle(_ obstacle: Obstacle, _ outcome: Outcome, _ language: Language) -> String {
        func slots(_ fields: [String]) -> String {
            fields.map { slot($0, language) }.joined(separator: language == .zh ? "、" : ", ")
        }
        switch obstacle {
        case .rejected: return Bilingual("有人否决过这一对", "a person rejected this pair")[language]
        case .codeNames(let row):
            let other = name(outcome.supplier, row)
            return Bilingual("店铺这行的商家编码是 \(other) 的", "the shop row's code is that of \(other)")[language]
        case .barcodeNames(let row):
            let other = name(outcome.supplier, row)
            return Bilingual("店铺这行的条码是 \(other) 的", "the shop row's barcode is that of \(other)")[language]
        case .codeNamesSeveral:
            return Bilingual("货源有几个规格共用这行的编码", "several supplier variants share the shop row's code")[language]
        case .wordsContradict(let fields):
            return Bilingual("规格写的不是同一个：\(slots(fields))", "the specs contradict: \(slots(fields))")[language]
        case .wordsTaken(let fields):
            return Bilingual(
                "\(slots(fields))在同款里另有完全相同的叫法", "a word has its exact partner elsewhere in the style: \(slots(fields))"
            )[
                language]
        case .styleUntied:
            return Bilingual(
                "定不下是同一款（款号、标题都对不上）", "it is not certain that they are one style (by code, title or siblings)")[
                    language]
        case .styleIs(let style):
            let other = name(outcome.supplier.style(style))
            return Bilingual("店铺这款对应的是另一款：\(other)", "the shop's style is another one of the supplier's: \(other)")[
                language]
        case .designDiffers:
            return Bilingual("同一款号下是另一个设计", "it is another design under the same style code")[language]
        case .supplierTaken(let shop, let decision):
            let other = name(outcome.shop, shop)
            return decision.isAccepted
                ? Bilingual("货源这个规格已对上 \(other)", "the supplier's variant is already matched with \(other)")[language]
                : Bilingual("货源这个规格的候选是 \(other)（待核对）", "the supplier's variant is under review with \(other)")[
                    language]
        case .shopTaken(let supplier, let decision):
            let other = name(outcome.supplier, supplier)
            return decision.isAccepted
                ? Bilingual("店铺这行已对上 \(other)", "the shop's row is already matched with \(other)")[language]
                : Bilingual("店铺这行的候选是 \(other)（待核对）", "the shop's row is under review with \(other)")[language]
        case .oneSideSilent(let fields):
            return Bilingual("有一边没写\(slots(fields))", "one side does not say the \(slots(fields))")[language]
        case .wordsNear(let fields):
            return Bilingual("\(slots(fields))只是相近", "only near, not the same: \(slots(fields))")[language]
        case .wordsSilent(let fields):
            return Bilingual("\(slots(fields))无法比较", "cannot be compared: \(slots(fields))")[language]
        case .tooLittle:
            return Bilingual("没有足够的凭据，连候选都算不上", "too little speaks for it even to ask about it")[language]
        }
    }

    /// `BX7002-LG 浅灰色/均码 (supplier.csv:3)`
    static func name(_ catalogue: Catalogue, _ row: Int) -> String {
        let variant = catalogue.variant(row)
        let words = [variant.sku.isEmpty ? variant.supplierCode : variant.sku, variant.spec].filter { !$0.isEmpty }
        return (words + ["(\(catalogue.source.name):\(variant.line))"]).joined(separator: " ")
    }

    private static func name(_ style: Style) -> String {
        ([style.code, style.title].filter { !$0.isEmpty } + ["(\(style.catalogue.source.name):\(style.line))"]).joined(
            separator: " ")
    }
}
