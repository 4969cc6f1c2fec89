/// The language of what a person reads. Codes, file columns and JSON keys stay as they are.
public enum Language: String, CaseIterable, Sendable { case zh, en }

/// One text in both languages.
package struct Bilingual: Sendable {
    package var zh: String
    package var en: String

    package init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    package subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
