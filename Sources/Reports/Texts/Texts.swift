package import Reconciliation

/// What people read, in Chinese and English: the one door to the tables beside this file.
///
/// The tables are `switch`es, so that a new code, label or witness does not compile before it has both texts.
package enum Texts {
    /// A few words that name the fault: `货源断货，店铺还在卖`.
    package static func title(_ code: MismatchCode, _ language: Language) -> String { code.texts.title[language] }

    /// One sentence on what it means and why it matters.
    package static func meaning(_ code: MismatchCode, _ language: Language) -> String { code.texts.meaning[language] }

    /// One sentence that tells whoever must act what to do.
    package static func action(_ code: MismatchCode, _ language: Language) -> String { code.texts.action[language] }

    /// As `action(_:_:)`; where the fault lies in the supplier's own catalogue, it speaks to the supplier, and where a
    /// person's decision is contradicted, of that.
    package static func action(_ mismatch: Mismatch, _ language: Language) -> String {
        if mismatch.isOfDecision {
            return Bilingual(
                "撤销这条人工确认；若实物确是它，就改正规格或编码。", "Withdraw the decision; if the goods bear it out, mend words or codes.")[
                    language]
        }
        if mismatch.who == .supplier, let asked = mismatch.code.texts.supplierAction { return asked[language] }
        return action(mismatch.code, language)
    }

    package static func name(_ severity: MismatchCode.Severity, _ language: Language) -> String {
        switch severity {
        case .critical: Bilingual("紧急", "critical")[language]
        case .major: Bilingual("重要", "major")[language]
        case .minor: Bilingual("一般", "minor")[language]
        case .info: Bilingual("提示", "info")[language]
        }
    }

    package static func meaning(_ severity: MismatchCode.Severity, _ language: Language) -> String {
        switch severity {
        case .critical: Bilingual("会发错货或亏本", "ships the wrong thing, or loses money")[language]
        case .major: Bilingual("在卖的货可能没有", "sells what may not be there")[language]
        case .minor: Bilingual("该改，不急", "wants mending, no hurry")[language]
        case .info: Bilingual("知道就行", "good to know")[language]
        }
    }

    package static func name(_ who: MismatchCode.Who, _ language: Language) -> String {
        switch who {
        case .shop: Bilingual("店铺", "shop")[language]
        case .supplier: Bilingual("货源", "supplier")[language]
        case .platform: Bilingual("代发平台", "platform")[language]
        case .reviewer: Bilingual("核对人", "reviewer")[language]
        }
    }

    static func label(_ label: Label, _ language: Language) -> String { label.text[language] }
}
