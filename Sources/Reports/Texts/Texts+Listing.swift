package import Reconciliation

extension Texts {
    package static func title(_ code: ListingCode, _ language: Language) -> String { code.texts.title[language] }

    package static func meaning(_ code: ListingCode, _ language: Language) -> String { code.texts.meaning[language] }

    package static func action(_ code: ListingCode, _ language: Language) -> String { code.texts.action[language] }

    package static func name(_ severity: ListingIssue.Severity, _ language: Language) -> String {
        switch severity {
        case .error: Bilingual("错误", "error")[language]
        case .warning: Bilingual("注意", "warning")[language]
        case .note: Bilingual("提示", "note")[language]
        }
    }

    package static func meaning(_ severity: ListingIssue.Severity, _ language: Language) -> String {
        switch severity {
        case .error: Bilingual("不改不能上架", "must not be listed so")[language]
        case .warning: Bilingual("能上架，最好看一眼", "may be listed; have a look")[language]
        case .note: Bilingual("知道就行", "good to know")[language]
        }
    }

    /// The name of an issue's `attribute`.
    static func attribute(_ attribute: String, _ language: Language) -> String {
        switch attribute {
        case "image": Bilingual("图片", "image")[language]
        case "brand": Bilingual("品牌", "brand")[language]
        case "style": Bilingual("款号", "style")[language]
        case "spec": Bilingual("规格", "spec")[language]
        default: field(attribute, language)
        }
    }
}
