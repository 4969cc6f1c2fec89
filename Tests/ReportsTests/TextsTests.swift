import Testing

@testable import Reconciliation
@testable import Reports

@Suite struct TextsTests {
    @Test(arguments: MismatchCode.allCases, Language.allCases)
    func everyCodeHasTexts(_ code: MismatchCode, _ language: Language) {
        let texts = [Texts.title(code, language), Texts.meaning(code, language), Texts.action(code, language)]
        #expect(texts.allSatisfy { !$0.isEmpty })
        #expect(texts.dropFirst().allSatisfy { $0.hasSuffix(language == .zh ? "。" : ".") })
        #expect(!texts[0].hasSuffix(".") && !texts[0].hasSuffix("。"))
    }

    /// The summary gives a code and what to do one line of 80 columns.
    @Test(arguments: MismatchCode.allCases, Language.allCases)
    func actionFitsALine(_ code: MismatchCode, _ language: Language) {
        let actions = [code.texts.action, code.texts.supplierAction].compactMap(\.self)
        for action in actions {
            let line = "\(Texts.name(code.severity, language)) \(code.name) \(action[language])"
            #expect(TerminalText.width(line) <= 80, "\(line)")
        }
    }

    @Test func chineseIsChinese() {
        for code in MismatchCode.allCases {
            let text = code.texts.title.zh + code.texts.meaning.zh + code.texts.action.zh
            #expect(!text.contains(","), "a Latin comma in: \(text)")
            #expect(!text.contains("."), "a Latin full stop in: \(text)")
        }
    }

    @Test func everyWitnessHasWords() {
        for (evidence, name) in Evidence.names {
            let (pro, con) = Texts.evidence(evidence, .zh)
            #expect(pro.count + con.count == 1, "\(name)")
            #expect(con.count == 1 || !name.hasPrefix("!"), "\(name) speaks against the pair")
        }
    }

    @Test func theSupplierIsAskedForItsOwnFaults() {
        var mismatch = Mismatch(code: MismatchCode.barcodeInvalid)
        #expect(Texts.action(mismatch, .en) == "Please check and correct this barcode.")
        mismatch.isShopSide = true
        #expect(Texts.action(mismatch, .en) == Texts.action(MismatchCode.barcodeInvalid, .en))
    }
}
