import Catalogues
import Reconciliation
import Testing

/// The table of decisions: what identifiers say × what words say → what becomes of the pair.
@Suite struct DecisionTests {
    // MARK: The identifier agrees

    @Test(arguments: [
        ("黑色", "XL", "黑", "XL"), ("藏青色", "2XL", "藏青", "XXL"), ("navy", "M", "藏青色", "M"), ("黑色", "均码", "黑色", "F"),
    ])
    func codeAndWordsAgree(_ colour: String, _ size: String, _ ourColour: String, _ ourSize: String) {
        let found = Comparison(supplier: "K1|T|A||\(colour)|\(size)", shop: "7|T|1|A||\(ourColour)|\(ourSize)")
        #expect(found.pairs == ["A=1 auto"])
        #expect(found.mismatches == [])
    }

    @Test(arguments: [
        ("黑色", "XL", "白色", "XL"), ("黑色", "XL", "黑色", "L"), ("银色", "5.5", "银色", "5"), ("黑色加绒", "M", "黑色不加绒", "M"),
        ("浅灰色", "M", "浅灰蓝", "M"), ("黑白", "M", "黑色", "M"),
    ])
    func codeAgreesAndWordsContradict(_ colour: String, _ size: String, _ ourColour: String, _ ourSize: String) {
        let found = Comparison(supplier: "K1|T|A||\(colour)|\(size)", shop: "7|T|1|A||\(ourColour)|\(ourSize)")
        #expect(found.pairs == ["A=1 review"])
        #expect(found.mismatches == ["spec-differs A=1"])
    }

    /// An unknown word beside a code that agrees: the pair of words is known from then on, in this style.
    @Test func codeAgreesAndAWordIsSilent() {
        let found = Comparison(
            supplier: """
                K1|T|A||远山|M
                K1|T|B||远山|L
                K1|T|C||远山|XL
                """,
            shop: """
                7|T|1|A||山野来信|M
                7|T|2|B||山野来信|L
                7|T|3|||山野来信|XL
                """)
        #expect(found.pairs == ["A=1 auto", "B=2 auto", "C=3 auto"])
        #expect(found.evidence("C=3").contains("learned-value"))
        #expect(found.mismatches == [])
    }

    /// One unknown word of the shop's for two colours of the supplier's: the words break the one-to-one.
    @Test func codesAgreeAndTheirWordsBreakTheOneToOne() {
        let found = Comparison(
            supplier: "K1|T|A||黑色|M\nK1|T|B||白色|M",
            shop: "7|T|1|A||山野来信|M\n7|T|2|B||山野来信|M")
        #expect(found.pairs == ["A=1 review", "B=2 review"])
        #expect(
            found.mismatches.filter { $0.hasPrefix("ambiguous-match") } == [
                "ambiguous-match A=1", "ambiguous-match B=2",
            ])
        #expect(found.evidence("A=1").contains("!breaks-one-to-one"))
    }

    @Test func codeAgreesAndNeitherSideHasOptions() {
        let found = Comparison(supplier: "K1|保温杯|A|||", shop: "7|保温杯大容量|1|A|||")
        #expect(found.pairs == ["A=1 auto"])
        #expect(found.mismatches == [])
    }

    /// Without options the titles are all the words there are.
    @Test func codeAgreesAndTheTitlesContradict() {
        let found = Comparison(supplier: "K1|打底裤 不加绒|A|||", shop: "7|打底裤 加绒|1|A|||")
        #expect(found.pairs != ["A=1 auto"])
        #expect(found.mismatches.count == 1)
    }

    @Test func twoIdentifiersNameTwoVariants() {
        let found = Comparison(
            supplier: "K1|T|A|4006381333931|黑色|M\nK1|T|B|96385074|黑色|L", shop: "7|T|1|A|96385074|黑色|M")
        #expect(found.pairs == ["A=1 review", "B=1 review"])
        #expect(found.mismatches == ["code-conflict A=1"])
    }

    @Test func oneCodeOnTwoRowsWithDifferentWords() {
        let found = Comparison(supplier: "K1|T|A||黑色|M", shop: "7|T|1|A||黑色|M\n7|T|2|A||黑色|L")
        #expect(found.pairs == ["A=1 review", "A=2 review"])
        #expect(found.mismatches == ["code-conflict A=1", "code-conflict A=2"])
    }

    /// Both rows are the variant; that they say the same is told once.
    @Test func oneCodeOnTwoRowsWithTheSameWords() {
        let found = Comparison(supplier: "K1|T|A||黑色|M", shop: "7|T|1|A||黑色|M\n7|T|2|A||黑|M")
        #expect(found.pairs == ["A=1 auto", "A=2 auto"])
        #expect(found.mismatches == ["duplicate-spec A=1"])
    }

    // MARK: Barcodes

    @Test(arguments: [
        ("6990617055187", ["barcode-differs A=1"]), ("6990617055186", ["barcode-differs A=1", "barcode-invalid A=1"]),
    ])
    func skuAgreesAndTheBarcodeIsNobodys(_ barcode: String, _ mismatches: [String]) {
        let found = Comparison(supplier: "K1|T|A|4006381333931|黑色|M", shop: "7|T|1|A|\(barcode)|黑色|M")
        #expect(found.pairs == ["A=1 auto"])
        #expect(found.mismatches == mismatches)
    }

    @Test func theBarcodesDifferAndNoSKUAgrees() {
        let found = Comparison(supplier: "K1|T|A|4006381333931|黑色|M", shop: "K1|T|1||6990617055187|黑色|M")
        #expect(found.pairs == ["A=1 review"])
        #expect(found.mismatches == ["barcode-differs A=1"])
    }

    @Test(arguments: ["036000291452", "0036000291452", "00036000291452", "'036000291452", "36000291452"])
    func aBarcodeIsItsNumber(_ barcode: String) {
        let found = Comparison(supplier: "K1|T|A|036000291452|黑色|M", shop: "7|U|1||\(barcode)|黑色|M")
        #expect(found.pairs == ["A=1 auto"])
        #expect(found.mismatches == [])
    }

    /// A code that differs only in case and separators is the same code, if it is long enough to be one.
    @Test(arguments: [("KX-2206/05 XL", "kx220605xl", true), ("A-1", "A1", false), ("12345", "123-45", false)])
    func squeezedCodes(_ sku: String, _ code: String, _ isSame: Bool) {
        let found = Comparison(supplier: "K1|T|\(sku)||黑色|M", shop: "7|U|1|\(code)||黑色|M")
        #expect(found.pairs == (isSame ? ["\(sku)=1 auto"] : []))
    }

    // MARK: The identifiers are silent

    /// By its code, by its title, by two siblings: the style is certain, and the words decide.
    @Test(arguments: [
        ("K1", "T", "K1", "another title"), ("K1", "素色T恤", "7", "素色T恤"), ("K1", "素色T恤", "7", "素 色 t恤"),
    ])
    func wordsDecideInACertainStyle(_ code: String, _ title: String, _ ourCode: String, _ ourTitle: String) {
        let found = Comparison(
            supplier: "\(code)|\(title)|A||黑色|M\n\(code)|\(title)|B||黑色|L",
            shop: "\(ourCode)|\(ourTitle)|1|||黑|M\n\(ourCode)|\(ourTitle)|2|||黑|L")
        #expect(found.pairs == ["A=1 auto", "B=2 auto"])
        #expect(found.mismatches == [])
    }

    @Test func twoSiblingsMakeAStyleCertain() {
        let supplier = "K1|T|A||黑色|M\nK1|T|B||黑色|L\nK1|T|C||白色|M"
        let two = Comparison(supplier: supplier, shop: "7|U|1|A||黑|M\n7|U|2|B||黑|L\n7|U|3|||白|M")
        #expect(two.pairs == ["A=1 auto", "B=2 auto", "C=3 auto"])
        let one = Comparison(supplier: supplier, shop: "7|U|1|A||黑|M\n7|U|3|||白|M")
        #expect(!one.pairs.contains("C=3 auto"), "one sibling is not enough")
    }

    @Test func wordsDecideNothingInAnUncertainStyle() {
        let found = Comparison(supplier: "K1|T|A||黑色|M", shop: "7|U|1|||黑色|M")
        #expect(found.pairs == [])
        #expect(found.mismatches == ["style-withdrawn -=1", "style-not-listed A=-"])
    }

    /// A title that two styles bear makes neither certain.
    @Test func aTitleMustBeUnique() {
        let found = Comparison(supplier: "K1|T|A||黑色|M\nK2|T|B||黑色|M", shop: "7|T|1|||黑色|M")
        #expect(!found.pairs.contains { $0.hasSuffix("auto") })
    }

    @Test func aNearWordAsks() {
        let found = Comparison(supplier: "K1|T|A||米色|均码", shop: "K1|T|1|||杏色|均码")
        #expect(found.pairs == ["A=1 review"])
        #expect(found.mismatches == ["ambiguous-match A=1"])
    }

    @Test func severalCandidatesAsk() {
        let found = Comparison(
            supplier: "K1|T|A||浅灰色|均码\nK1|T|B||深灰色|均码", shop: "K1|T|1|||灰色|均码")
        #expect(found.pairs == ["A=1 review", "B=1 review"])
        #expect(found.mismatches == ["ambiguous-match A=1"])
    }

    @Test func onlyTwoRemainIsAProposal() {
        let found = Comparison(
            supplier: "K1|T|A||黑色|M\nK1|T|B||墨绿色|M", shop: "K1|T|1|||黑|M\nK1|T|2|||山野来信|M")
        #expect(found.pairs == ["A=1 auto", "B=2 review"])
        #expect(found.mismatches == ["ambiguous-match B=2"])
        #expect(found.evidence("B=2").contains("only-one-left"))
    }

    /// What is never the same is not even proposed.
    @Test(arguments: [("银色", "5.5", "银色", "5"), ("黑白", "M", "黑", "M"), ("浅灰蓝", "M", "浅灰", "M")])
    func aNeverIsNoProposal(_ colour: String, _ size: String, _ ourColour: String, _ ourSize: String) {
        let found = Comparison(supplier: "K1|T|A||\(colour)|\(size)", shop: "K1|T|1|||\(ourColour)|\(ourSize)")
        #expect(found.pairs == [])
        #expect(found.mismatches == ["variant-withdrawn -=1", "variant-not-listed A=-"])
    }

    /// A shop row whose code names another variant is no candidate for this one.
    @Test func aRowWithAnotherCodeIsNoCandidate() {
        let found = Comparison(
            supplier: "K1|T|A||黑色|M\nK1|T|B||白色|M", shop: "K1|T|1|B||黑色|M")
        #expect(found.pairs == ["B=1 review"])
        #expect(found.mismatches == ["spec-differs B=1", "variant-not-listed A=-"])
    }

    /// Sizes are not converted between systems.
    @Test func sizesOfTwoSystems() {
        let found = Comparison(supplier: "K1|T|A||黑色|EU40\nK1|T|B||黑色|EU41", shop: "K1|T|1|||黑色|US8")
        #expect(!found.pairs.contains { $0.hasSuffix("auto") })
    }

    /// A user's own words decide before the built-in ones.
    @Test func aUsersWordsOverride() {
        let supplier = "K1|T|A||米色|均码"
        let shop = "K1|T|1|||杏色|均码"
        #expect(Comparison(supplier: supplier, shop: shop).pairs == ["A=1 review"])
        let words = "kind,label,canonical\ncolour,杏色,米色\ncolour,米色,米色\n"
        #expect(Comparison(supplier: supplier, shop: shop, words: words).pairs == ["A=1 auto"])
    }

    // MARK: What is left

    @Test func whatIsLeftIsTold() {
        let found = Comparison(
            supplier: "K1|T|A||黑色|M\nK1|T|B||白色|M\nK2|U|C||黑色|M\nK2|U|D||白色|M",
            shop: "K1|T|1|A||黑色|M\nK1|T|2|||绿色|S\nK9|V|3|||黑色|M")
        #expect(
            found.mismatches.sorted() == [
                "style-not-listed K2=-", "style-withdrawn -=3", "variant-not-listed B=-", "variant-withdrawn -=2",
            ])
    }

    @Test func onlyACompleteCatalogueWithdraws() {
        let found = Comparison(
            supplier: "K1|T|A||黑色|M", shop: "K1|T|1|A||黑色|M\nK1|T|2|||绿色|S\nK9|V|3|||黑色|M", isComplete: false)
        #expect(found.mismatches == [])
    }

    @Test func aSKUOfTwoVariantsDecidesNothing() {
        let found = Comparison(
            supplier: "K1|T|A|4006381333931|黑色|M\nK1|T|A|96385074|黑色|L", shop: "7|U|1|A|96385074|黑色|L")
        #expect(found.pairs == ["A=1 auto"])
        #expect(found.outcome.pairs[0].supplier == 1, "the barcode decides, not the last one")
        #expect(found.mismatches.first == "duplicate-code A=-")
    }

    @Test func nothingOnEitherSide() {
        #expect(Comparison(supplier: "", shop: "").pairs == [])
        #expect(Comparison(supplier: "K1|T|A||黑色|M", shop: "").mismatches == ["style-not-listed A=-"])
        #expect(Comparison(supplier: "", shop: "K1|T|1|||黑色|M").mismatches == ["style-withdrawn -=1"])
    }

    @Test func swappedAxesAgree() {
        let found = Comparison(supplier: "K1|T|A||黑色|M\nK1|T|B||白色|L", shop: "K1|T|1|||M|黑色\nK1|T|2|||L|白色")
        #expect(found.pairs == ["A=1 auto", "B=2 auto"])
    }

    // MARK: Counts and codes

    /// One pair against no word of a count: words alone ask, a code asks once and is borne out by a second one.
    @Test func onePairIsNotOnePiece() {
        let words = Comparison(supplier: "K1|T|A||黑色|1双", shop: "K1|T|1|||黑色|")
        #expect(words.pairs == ["A=1 review"])
        let one = Comparison(supplier: "K1|T|A||黑色|1双", shop: "7|U|1|A||黑色|")
        #expect(one.pairs == ["A=1 review"])
        let two = Comparison(supplier: "K1|T|A||黑色|1双\nK1|T|B||白色|1双", shop: "7|U|1|A||黑色|\n7|U|2|B||白色|")
        #expect(two.pairs == ["A=1 auto", "B=2 auto"])
        let several = Comparison(supplier: "K1|T|A||黑色|3双\nK1|T|B||白色|3双", shop: "7|U|1|A||黑色|\n7|U|2|B||白色|")
        #expect(several.pairs == ["A=1 review", "B=2 review"])
    }

    @Test func aBoxIsNotOnePiece() {
        let found = Comparison(supplier: "K1|T|A||黑色|1片\nK1|T|B||黑色|1盒", shop: "K1|T|1|||黑色|1 pc\nK1|T|2|||黑色|1 Box")
        #expect(found.pairs == ["A=1 auto", "B=2 auto"])
        let other = Comparison(supplier: "K1|T|A||黑色|1片", shop: "K1|T|1|||黑色|1 Box")
        #expect(other.pairs.allSatisfy { !$0.hasSuffix("auto") })
    }

    /// The supplier writes shade codes as colours, the shop on an axis of its own.
    @Test func codesMeetAcrossAxes() {
        let supplier = "K1|T|A||N20|\nK1|T|B||C30|\nK1|T|C||408#|"
        let axes = ["型号", "尺码", "", ""]
        let found = Comparison(supplier: supplier, shop: "K1|T|1|||N20|\nK1|T|2|||C30|\nK1|T|3|||#408|", shopAxes: axes)
        #expect(found.pairs == ["A=1 auto", "B=2 auto", "C=3 auto"])
        let other = Comparison(supplier: "K1|T|A||N20|", shop: "K1|T|1|||C20|\nK1|T|2|||N25|", shopAxes: axes)
        #expect(other.pairs.allSatisfy { !$0.hasSuffix("auto") })
    }

    /// A letter size or a count stays what it is, and a style with one colour that is no code stays where it is.
    @Test func onlyCodesMoveToAnotherAxis() {
        let axes = ["型号", "尺码", "", ""]
        let mixed = Comparison(
            supplier: "K1|T|A||N20|\nK1|T|B||黑色|", shop: "K1|T|1|||N20|\nK1|T|2|||黑色|", shopAxes: axes)
        #expect(!mixed.pairs.contains("A=1 auto"))
        let both = Comparison(
            supplier: "K1|T|A||N20|\nK2|V|B||N20|", shop: "K1|T|1|||N20|\nK2|V|2|||M88|",
            shopAxes: ["颜色", "尺码", "", ""])
        #expect(both.pairs.contains("A=1 auto"))
    }
}
