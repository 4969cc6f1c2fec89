import Catalogues
package import Reconciliation

/// Why a pair was made or not, for a person: who they are, what was decided, and what each witness says.
package struct ExplanationText: ~Copyable {
    private let outcome: Outcome
    private let language: Language
    private var lines: [String] = []

    private init(_ outcome: Outcome, _ language: Language) {
        self.outcome = outcome
        self.language = language
    }

    /// - Parameters:
    ///   - supplier: the supplier's row that was asked about, if one was.
    ///   - shop: the same of the shop.
    ///   - pairs: the pairs asked about; of one variant all its candidates, or what comes closest where it has none.
    ///   - further: how many more candidates there are.
    ///   - isAlone: of a single variant, whether its style was compared with nothing.
    package static func text(
        supplier: Int?, shop: Int?, pairs: [Witnesses], further: Int, isAlone: Bool, _ outcome: Outcome,
        _ language: Language
    ) -> String {
        var text = ExplanationText(outcome, language)
        if supplier == nil || shop == nil { text.overview(supplier, shop, pairs, further, isAlone) }
        for pair in pairs { text.pair(pair) }
        if further > 0 {
            text.lines += ["", Bilingual("另有 \(further) 个未列出", "\(further) more are not shown")[language]]
        }
        return text.lines.map(TerminalText.safe).joined(separator: "\n") + "\n"
    }

    /// What became of one variant, before its pairs.
    private mutating func overview(
        _ supplier: Int?, _ shop: Int?, _ pairs: [Witnesses], _ further: Int, _ isAlone: Bool
    ) {
        let made = pairs.filter { $0.pair != nil }
        let count = made.count + further
        let verdict =
            if made.contains(where: { $0.pair!.decision.isAccepted }) {
                Bilingual("已对上", "matched")
            } else if !made.isEmpty {
                Bilingual(
                    "没有定下来，\(count) 个候选",
                    count == 1 ? "undecided, 1 candidate" : "undecided, \(count) candidates, best first")
            } else if isAlone {
                Bilingual(
                    "没有对应：编码、款号、标题都没有把它这款和对方任何一款连起来",
                    "no counterpart: no code and no title ties its style to any of the other file")
            } else if pairs.isEmpty {
                Bilingual("没有对应，比较过的里面也没有接近的", "no counterpart: of what it was compared with nothing comes close")
            } else {
                Bilingual("没有对应；最接近的为什么不是", "no counterpart; why the closest are none")
            }
        let catalogue = supplier == nil ? outcome.shop : outcome.supplier
        guard let row = supplier ?? shop else { return }
        lines.append(Texts.name(catalogue, row) + Bilingual("：", ": ")[language] + verdict[language])
        if pairs.isEmpty { side(catalogue, row) }
        if made.isEmpty { mismatches(ofVariant: row, isShop: supplier == nil) }
    }

    /// What is reported of a variant that has no pair.
    private mutating func mismatches(ofVariant row: Int, isShop: Bool) {
        let style = (isShop ? outcome.shop : outcome.supplier).variants.style[row]
        let found = outcome.mismatches.values.filter { mismatch in
            let (own, ownStyle, other) =
                isShop
                ? (mismatch.shop, mismatch.shopStyle, mismatch.supplier)
                : (mismatch.supplier, mismatch.supplierStyle, mismatch.shop)
            return other == Mismatch.nobody && (own == row || (own == Mismatch.nobody && ownStyle == style))
        }
        for mismatch in found { say(Bilingual("发现", "found"), Self.sentence(mismatch, language)) }
    }

    private static func sentence(_ mismatch: Mismatch, _ language: Language) -> String {
        let severity = Texts.name(mismatch.code.severity, language)
        return Bilingual(
            "\(mismatch.code.name)（\(severity)）\(Texts.title(mismatch.code, language))。\(Texts.action(mismatch, language))",
            "\(mismatch.code.name) (\(severity)): \(Texts.title(mismatch.code, language)). \(Texts.action(mismatch, language))"
        )[language]
    }

    // MARK: One pair

    private mutating func pair(_ witnesses: Witnesses) {
        if !lines.isEmpty { lines.append("") }
        side(outcome.supplier, witnesses.supplier)
        side(outcome.shop, witnesses.shop)
        decision(witnesses)
        words(witnesses)
        code(Bilingual("编码", "code"), witnesses.sku, isBarcode: false)
        code(Bilingual("条码", "barcode"), witnesses.barcode, isBarcode: true)
        say(Bilingual("款式", "style"), Texts.style(witnesses, outcome, language))
        if witnesses.titlesContradict {
            say(Bilingual("标题", "titles"), Bilingual("互相矛盾", "they contradict each other")[language])
        }
        if let names = witnesses.titleNames {
            say(Bilingual("标题", "titles"), names.supplier)
            lines.append(Self.indent + names.shop)
        }
        for index in witnesses.mismatches {
            say(Bilingual("发现", "found"), Self.sentence(outcome.mismatches[index], language))
        }
    }

    private mutating func side(_ catalogue: Catalogue, _ row: Int) {
        let variant = catalogue.variant(row)
        let isShop = catalogue.source.leg == .shop
        say(Bilingual(isShop ? "店铺" : "货源", isShop ? "shop" : "supplier"), Texts.name(catalogue, row))
        let style = [variant.style.code, variant.title].filter { !$0.isEmpty }.joined(separator: "  ")
        if !style.isEmpty { lines.append(Self.indent + style) }
    }

    private mutating func decision(_ witnesses: Witnesses) {
        let label = Bilingual("结论", "decided")
        guard let pair = witnesses.pair else {
            say(label, Bilingual("不是一对", "not a pair")[language])
            for obstacle in witnesses.obstacles {
                say(Bilingual("因为", "because"), Texts.obstacle(obstacle, outcome, language))
            }
            return
        }
        let hundredths = pair.confidence < 10 ? "0\(pair.confidence)" : "\(pair.confidence)"
        let confidence = pair.confidence >= 100 ? "1.00" : "0.\(hundredths)"
        say(
            label,
            Texts.decision(pair.decision, language)
                + Bilingual("，把握 \(confidence)", ", confidence \(confidence)")[language])
        let (pro, con) = Texts.evidence(pair.evidence, language)
        let sign = Bilingual("；", "; ")[language]
        if !pro.isEmpty { say(Bilingual("支持", "for"), pro.joined(separator: sign)) }
        if !con.isEmpty { say(Bilingual("反对", "against"), con.joined(separator: sign)) }
        for rival in witnesses.obstacles { say(Bilingual("另有", "also"), Texts.obstacle(rival, outcome, language)) }
    }

    private mutating func words(_ witnesses: Witnesses) {
        for word in witnesses.words {
            let theirs = Self.said(word.supplierTexts, word.supplierMeaning)
            let ours = Self.said(word.shopTexts, word.shopMeaning)
            say(
                Texts.slot(word.field, language), "\(theirs)  |  \(ours)  →  \(Texts.standing(word.standing, language))"
            )
        }
    }

    /// `深蓝/XL [letter XL]`
    private static func said(_ texts: [String], _ meaning: String) -> String {
        meaning.isEmpty ? "–" : "\(texts.joined(separator: " + ")) [\(meaning)]"
    }

    private mutating func code(_ label: Bilingual, _ witness: CodeWitness, isBarcode: Bool) {
        if witness.supplier.isEmpty, witness.shop.isEmpty { return }
        let codes = [witness.supplier, witness.shop].map { $0.isEmpty ? "–" : $0 }.joined(separator: "  |  ")
        say(label, codes + "  →  " + Texts.standing(witness, isBarcode: isBarcode, outcome, language))
    }

    // MARK: Lines

    private static let width = 10
    private static let indent = String(repeating: " ", count: width)

    private mutating func say(_ label: Bilingual, _ text: String) { say(label[language], text) }

    private mutating func say(_ label: String, _ text: String) {
        lines.append(TerminalText.fitted(label, Self.width) + text)
    }
}
