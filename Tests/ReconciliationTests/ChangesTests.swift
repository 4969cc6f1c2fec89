import Catalogues
import Reconciliation
import Testing

/// What changed in a source from one night to the next.
@Suite struct ChangesTests {
    /// One variant `A` of style `K1`, its words before and after, and what is told.
    @Test(
        arguments: [
            // The same words.
            ("黑色", "XL", "黑色", "XL", nil), ("黑 色", "XL", "黑色", " XL", nil), ("黑　色", "2 XL", "黑色", "2XL", nil),
            // Another spelling: the shop's text may want following.
            ("黑色", "XXL", "黑色", "2XL", "spec-renamed"), ("Black", "XL", "BLACK", "XL", "spec-renamed"),
            ("黑色", "XL", "黑色", "ＸＬ", "spec-renamed"), ("藏青色", "M", "navy", "M", "spec-renamed"),
            // Near, or unknown.
            ("米色", "M", "杏色", "M", "spec-renamed"), ("远山", "M", "山野来信", "M", "spec-renamed"),
            ("黑色", "", "黑色", "M", "spec-renamed"), ("", "", "黑色", "M", "spec-renamed"),
            // Certainly another one.
            ("黑色", "XL", "白色", "XL", "meaning-changed"), ("黑色", "5.5", "黑色", "5", "meaning-changed"),
            ("黑色", "XL", "黑色", "L", "meaning-changed"), ("黑色加绒", "M", "黑色不加绒", "M", "meaning-changed"),
            ("黑色", "M", "黑色3双装", "M", "meaning-changed"), ("浅灰", "M", "浅灰蓝", "M", "meaning-changed"),
            // Between digits a blank is no blank.
            ("黑色", "1 1/2", "黑色", "11/2", "meaning-changed"),
        ] as [(String, String, String, String, String?)])
    func theSameCodeWithOtherWords(
        _ colour: String, _ size: String, _ newColour: String, _ newSize: String, _ kind: String?
    ) {
        let nights = Nights("K1|T|A|\(colour)|\(size)|10|5", "K1|T|A|\(newColour)|\(newSize)|10|5")
        #expect(nights.told == (kind.map { ["\($0) A"] } ?? []))
        #expect(nights.changes.figures.kept == 1)
    }

    /// Axes in another order, or under another name, are the same spec; values that change places are not.
    @Test func theOrderOfTheAxesIsNoChange() {
        let old = "K1|T|A|黑色|M|10|5\nK1|T|B|白色|L|10|5"
        let turned = "K1|T|A|M|黑色|10|5\nK1|T|B|L|白色|10|5"
        #expect(Nights(old, turned, newAxes: ["尺码", "颜色", "", ""]).told == [])
        #expect(Nights(old, turned).told == [], "the headers were exchanged")
        #expect(Nights(old, old, newAxes: ["颜色分类", "尺寸", "", ""]).told == [])
        let parts = "K1|T|A|红色|蓝色|10|5"
        let axes = ["上衣颜色", "裤子", "", ""]
        #expect(Nights(parts, "K1|T|A|蓝色|红色|10|5", axes: axes).told != [])
    }

    /// Without options the titles are all the words there are.
    @Test(
        arguments: [
            ("保温杯", "保温杯 大容量 新款", nil), ("打底裤 加绒", "打底裤 不加绒", "meaning-changed"),
            ("三星 A5 手机壳", "三星 A6 手机壳", "meaning-changed"), ("Air Fryer 4L", "Air Fryer 6L", "meaning-changed"),
            ("", "保温杯", nil),
        ] as [(String, String, String?)])
    func titlesAreTheWordsOfWhatHasNoOptions(_ title: String, _ newTitle: String, _ kind: String?) {
        let nights = Nights("K1|\(title)|A|||10|5", "K1|\(newTitle)|A|||10|5")
        #expect(nights.told == (kind.map { ["\($0) A"] } ?? []))
    }

    /// Price and stock before and after; empty is unknown.
    @Test(
        arguments: [
            ("10", "5", "10", "5", []), ("10", "5", "10.00", "6", []), ("10", "5", "10.01", "5", ["price-changed"]),
            ("10", "5", "", "5", []), ("", "5", "10", "5", []), ("10", "5", "10", "0", ["sold-out"]),
            ("10", "0", "10", "5", ["back-in-stock"]), ("10", "5", "9", "0", ["price-changed", "sold-out"]),
            ("10", "5", "10", "", []), ("10", "", "10", "0", []), ("10", "不限", "10", "0", ["sold-out"]),
            ("10", "有货", "10", "无货", ["sold-out"]), ("10", "无货", "10", "3", ["back-in-stock"]),
            ("¥10", "5", "10 元", "5", []), ("10 USD", "5", "11 EUR", "5", []),
            ("10 USD", "5", "11", "5", ["price-changed"]),
        ])
    func pricesAndStock(_ price: String, _ stock: String, _ newPrice: String, _ newStock: String, _ kinds: [String]) {
        let nights = Nights("K1|T|A|黑|M|\(price)|\(stock)", "K1|T|A|黑|M|\(newPrice)|\(newStock)")
        #expect(nights.told == kinds.map { "\($0) A" })
    }

    /// The cost counts where both nights have it, else the price.
    @Test(arguments: [("5|10", "5|12", []), ("5|10", "6|10", ["price-changed A"]), ("5|10", "|10", [])])
    func costBeforePrice(_ old: String, _ new: String, _ told: [String]) {
        let fields: [Field] = [.styleCode, .sku, .cost, .price]
        #expect(Nights("K1|A|\(old)", "K1|A|\(new)", fields: fields).told == told)
    }

    @Test func aVariantCanHaveSeveralChanges() {
        let nights = Nights("K1|T|A|黑色|XXL|10|5", "K1|T|A|黑色|2XL|12|0")
        #expect(nights.told == ["spec-renamed A", "price-changed A", "sold-out A"])
    }

    // MARK: What comes and goes

    private static let shirts = "K1|T恤|A|黑|M|10|5\nK1|T恤|B|黑|L|10|5"
    private static let trousers = "K2|长裤|C|黑|M|20|5\nK2|长裤|D|黑|L|20|5"
    private static let coats = "K3|大衣|E|驼色|M|30|5\nK3|大衣|F|驼色|L|30|5"

    @Test func aStyleIsToldOnce() {
        let (two, three) = ([Self.shirts, Self.coats], [Self.shirts, Self.trousers, Self.coats])
        let came = Nights(two.joined(separator: "\n"), three.joined(separator: "\n"))
        #expect(came.told == ["style-added K2"])
        let went = Nights(three.joined(separator: "\n"), two.joined(separator: "\n"))
        #expect(went.told == ["style-withdrawn K2"])
        #expect(went.changes.figures.oldVariants == 6)
        #expect(went.changes.figures.newVariants == 4)
        #expect(went.changes.figures.kept == 4)
    }

    @Test func specsOfAStyleThatStays() {
        let more = Self.shirts + "\nK1|T恤|B2|黑|XL|10|5\n" + Self.trousers
        let less = Self.shirts + "\n" + Self.trousers
        #expect(Nights(less, more).told == ["spec-added B2"])
        #expect(Nights(more, less).told == ["spec-removed B2"])
    }

    /// What a partial file does not name is still there, so nothing came back under another code either.
    @Test func onlyACompleteVersionWithdraws() {
        let part = "K1|T恤|A|黑|M|10|0\nK1|T恤|B9|黑|L|10|5"
        let nights = Nights(Self.shirts + "\n" + Self.trousers, part, isComplete: false)
        #expect(nights.told == ["sold-out A", "spec-added B9"])
    }

    @Test func nothingOnEitherNight() {
        #expect(Nights("", "").told == [])
        #expect(Nights("", Self.shirts).told == ["style-added K1"])
        #expect(Nights(Self.shirts, "").told == ["style-withdrawn K1"])
    }

    // MARK: Which variant is which

    /// A code is looked for in its style first, and then anywhere, if it is the only one.
    @Test func codesOfAStyleAreItsOwn() {
        let old = "K1|T恤|S1|黑|M|10|5\nK1|T恤|S2|黑|L|10|5\nK2|长裤|S1|灰|M|20|5\nK2|长裤|S2|灰|L|20|5"
        let new = "K2|长裤|S2|灰|L|21|5\nK2|长裤|S1|灰|M|20|5\nK1|T恤|S2|黑|L|10|5\nK1|T恤|S1|黑|M|10|5"
        #expect(Nights(old, new).told == ["price-changed S2"])
    }

    /// A variant that moved to another style keeps its code; where the goods are others, its meaning changed.
    @Test func aVariantMoves() {
        let old = "K1|T恤|A|黑|M|10|5\nK1|T恤|B|黑|L|10|5\nK2|短袖T恤|C|黑|M|10|5"
        let new = "K1|T恤|A|黑|M|10|5\nK2|短袖T恤|C|黑|M|10|5\nK2|短袖T恤|B|黑|L|10|5"
        #expect(Nights(old, new).told == [])
        let other = new.replacing("短袖T恤|B", with: "保温杯|B")
        #expect(
            Nights(old.replacing("短袖T恤", with: "保温杯"), other.replacing("短袖T恤", with: "保温杯")).told == [
                "meaning-changed B"
            ])
    }

    /// More than half of the variants say which style it is, whatever its code.
    @Test func aStyleUnderAnotherCode() {
        let old = Self.shirts + "\nK1|T恤|X|黑|S|10|5\n" + Self.trousers
        let new = old.replacing("K1|T恤", with: "Z9|换了名").replacing("|X|黑|S|", with: "|Y|黑|XS|")
        #expect(Nights(old, new).told == ["spec-added Y", "spec-removed X"])
    }

    @Test func aStyleWithoutACodeIsItsTitle() {
        let old = "|T恤||黑|M|10|5\n|T恤||黑|L|10|5\n|长裤||黑|M|20|5"
        let nights = Nights(old, old.replacing("黑|M|20", with: "黑|M|22"))
        #expect(nights.changes.changes.map(\.kind) == [.priceChanged])
        #expect(nights.changes.figures.kept == 3)
        #expect(Nights(old, old + "\n|长裤||黑|L|20|5").told == ["style-added 长裤"], "each row is a style of its own here")
    }

    /// Without SKUs the words name the variant; also where the SKU column holds the style's code on every row.
    @Test(arguments: ["", "K1"]) func wordsNameWhatHasNoCode(_ sku: String) {
        let old = "K1|T|\(sku)|黑|M|10|5\nK1|T|\(sku)|黑|L|10|5\nK1|T|\(sku)|白|M|10|5"
        let new = "K1|T|\(sku)|白|M|10|5\nK1|T|\(sku)|黑|L|11|5\nK1|T|\(sku)|黑|M|10|0"
        let nights = Nights(old, new)
        #expect(nights.changes.changes.map(\.kind) == [.priceChanged, .soldOut])
        #expect(nights.changes.figures.kept == 3)
        let more = Nights(old, old + "\nK1|T|\(sku)|白|L|10|5").changes
        #expect(more.changes.map(\.kind) == [.specAdded])
    }

    /// Two spellings of one spec are one variant, where nothing else could be meant.
    @Test func wordsOfOneMeaningNameIt() {
        #expect(
            Nights("K1|T||黑|XXL|10|5\nK1|T||黑|L|10|5", "K1|T||黑|L|10|5\nK1|T||黑|2XL|10|5").told == [
                "spec-renamed K1:黑/XXL>K1:黑/2XL"
            ])
        let two = Nights("K1|T||黑|XXL|10|5\nK1|T||黑|2XL|10|5", "K1|T||黑|2xl|10|5")
        #expect(two.toldInAnyOrder == ["spec-added K1:黑/2xl", "spec-removed K1:黑/2XL", "spec-removed K1:黑/XXL"])
    }

    /// A supplier begins to give codes.
    @Test func codesThatAreNewTodayChangeNothing() {
        let old = "K1|T||黑|M|10|5\nK1|T||黑|L|10|5"
        #expect(Nights(old, Self.shirts.replacing("T恤", with: "T")).told == [])
        #expect(Nights(Self.shirts.replacing("T恤", with: "T"), old).told == [])
    }

    /// A barcode names what has no SKU.
    @Test func barcodesNameVariantsToo() {
        let fields: [Field] = [.styleCode, .sku, .barcode, .option1]
        let nights = Nights("K1||4006381333931|远山", "K1||04006381333931|山野来信", fields: fields)
        #expect(nights.changes.changes.map(\.kind) == [.specRenamed])
        let house = Nights("K1||2000000000008|远山", "K1||2000000000008|山野来信", fields: fields)
        #expect(house.changes.changes.map(\.kind) == [.specAdded, .specRemoved], "a house's own number is no witness")
    }

    // MARK: Duplicates

    /// One code on two rows: words tell them apart, never the order.
    @Test func oneCodeForTwoVariants() {
        let old = "K1|T|A|黑|M|10|5\nK1|T|A|白|M|10|5"
        #expect(Nights(old, "K1|T|A|白|M|10|5\nK1|T|A|黑|M|12|5").told == ["price-changed A"])
        #expect(Nights(old, "K1|T|A|白|M|10|5\nK1|T|A|红|M|10|5").told == ["spec-added A", "spec-removed A"])
    }

    /// The same row twice is one variant: that it stands there once or thrice is nothing to tell.
    @Test func rowsThatRepeat() {
        let once = "K1|T|A|黑|M|10|5\nK1|T|B|白|M|10|5"
        let twice = "K1|T|A|黑|M|10|5\nK1|T|A|黑|M|11|5\nK1|T|B|白|M|10|5"
        #expect(Nights(twice, "K1|T|A|黑|M|11|5\nK1|T|B|白|M|10|5\nK1|T|A|黑|M|10|5").told == [])
        #expect(Nights(once, twice).told == [])
        let fewer = Nights(twice, once)
        #expect(fewer.told == [])
        #expect(fewer.changes.figures.kept == 3)
    }

    // MARK: Under another code

    @Test func relistedInItsStyle() {
        let nights = Nights(Self.shirts, Self.shirts.replacing("|B|", with: "|B-2|"))
        #expect(nights.told == ["relisted B>B-2"])
        #expect(nights.changes.figures.relisted == 1)
        #expect(nights.changes.figures.kept == 1)
        let respelled = Nights(Self.shirts, "K1|T恤|A|黑|M|10|5\nK1|T恤|B-2|黑色|L|12|5")
        #expect(respelled.told == ["spec-renamed B>B-2", "relisted B>B-2", "price-changed B>B-2"])
        let near = Nights("K1|T|A|米色|M|10|5", "K1|T|A2|杏色|M|10|5")
        #expect(near.told == ["spec-added A2", "spec-removed A"])
    }

    /// A red top with blue trousers did not come back as a blue one with red.
    @Test func wordsThatChangePlacesAreNotRelisted() {
        let axes = ["上衣颜色", "裤子颜色", "", ""]
        #expect(
            Nights("K1|T|A|红色|蓝色|10|5", "K1|T|A2|蓝色|红色|10|5", axes: axes).told == ["spec-added A2", "spec-removed A"])
        #expect(
            Nights("K1|T|A|红色|蓝色|10|5", "K1|T|A2|红|蓝|10|5", axes: axes).told == ["spec-added A2", "spec-removed A"])
    }

    @Test func twoOfTheSameWordsAreNotRelisted() {
        let nights = Nights(Self.shirts, "K1|T恤|A|黑|M|10|5\nK1|T恤|B2|黑|L|10|5\nK1|T恤|B3|黑|L|10|5")
        #expect(nights.told == ["spec-added B2", "spec-added B3", "spec-removed B"])
    }

    /// The old code is still there, in another style: it is not gone.
    @Test func aCodeThatIsElsewhereIsNotRelisted() {
        let old = "K1|T|A|黑|M|10|5\nK2|U|C|黑|M|10|5"
        let new = "K1|T|A2|黑|M|10|5\nK2|U|C|黑|M|10|5\nK2|U|A|白|M|10|5"
        #expect(Nights(old, new).told == ["spec-added A2", "meaning-changed A"])
    }

    @Test func aStyleRelistedUnderAnotherCode() {
        let new = Self.shirts.replacing("K1", with: "N1").replacing("|A|", with: "|A2|").replacing("|B|", with: "|B2|")
        let nights = Nights(Self.shirts + "\n" + Self.trousers, new + "\n" + Self.trousers)
        #expect(nights.told == ["relisted A>A2", "relisted B>B2"])
        let grown = Nights(Self.shirts, new + "\nN1|T恤|C2|黑|XL|10|5")
        #expect(grown.told == ["relisted A>A2", "relisted B>B2", "spec-added C2"])
        let others = Nights(Self.shirts, new.replacing("黑", with: "白"))
        #expect(others.told == ["style-added N1", "style-withdrawn K1"])
    }

    /// A title that another style bears names neither.
    @Test func aCommonTitleRelistsNothing() {
        let other = "K5|T恤|X|红|M|10|5"
        let new = Self.shirts.replacing("K1", with: "N1").replacing("|A|", with: "|A2|").replacing("|B|", with: "|B2|")
        #expect(
            Nights("\(Self.shirts)\n\(other)", "\(new)\n\(other)").told == ["style-added N1", "style-withdrawn K1"])
    }

    @Test func anArticleNumberRelistsAStyle() {
        let fields: [Field] = [.styleCode, .article, .title, .sku, .option1]
        let nights = Nights("K1|HX-1|T恤|A|黑\nK1|HX-1|T恤|B|白", "N1|HX-1|圆领衫|A2|黑\nN1|HX-1|圆领衫|B2|白", fields: fields)
        #expect(nights.told == ["relisted A>A2", "relisted B>B2"])
    }

    /// Only one of a style's variants moved into a new one: the style is new, and the variant is told where it changed.
    @Test func aVariantMovesIntoANewStyle() {
        let new = "K1|T恤|A|黑|M|10|5\nK7|新款|B|白|L|10|5\nK7|新款|N|白|M|10|5\nK7|新款|O|白|S|10|5"
        #expect(Nights(Self.shirts, new).told == ["style-added K7", "meaning-changed B"])
    }

    // MARK: Order and figures

    /// In the order of the newer file; what is gone behind the last row of its style, else at the end.
    @Test func theOrderIsTheNewerFiles() {
        let old = "K1|T|A|黑|M|10|5\nK1|T|B|黑|L|10|5\nK4|X|H|红|M|10|5\nK2|U|C|黑|M|10|5\nK5|Y|I|绿|M|10|5\nK2|U|D|黑|L|10|5"
        let new = "K2|U|D|黑|L|11|5\nK3|W|E|灰|M|10|5\nK1|T|A|黑|M|11|5\nK2|U|C|黑|M|11|0\nK1|T|F|黑|XS|10|5"
        #expect(
            Nights(old, new).told == [
                "price-changed D", "style-added K3", "price-changed A", "price-changed C", "sold-out C", "spec-added F",
                "spec-removed B", "style-withdrawn K4", "style-withdrawn K5",
            ])
    }

    @Test func figures() {
        let old = """
            K1|T|A|黑|M|10|5
            K1|T|B|黑|L|10|0
            K1|T|C|黑|XL|10|7
            K1|T|D|黑|S|10|
            K1|T|E|白|M|10|1
            K1|T|F|白|L|10|1
            """
        let new = """
            K1|T|A|黑|M|12|0
            K1|T|B|黑|L|12.01|0
            K1|T|C|黑|XL|7.99|8
            K1|T|D|黑|S||3
            K1|T|E2|白|M|99|0
            K1|T|G|红|L|10|1
            """
        let figures = Nights(old, new).changes.figures
        #expect(figures.oldVariants == 6)
        #expect(figures.newVariants == 6)
        #expect(figures.kept == 4, "A to D; E has another code, F is gone")
        #expect(figures.relisted == 1)
        #expect((figures.stockCompared, figures.stockChanged) == (3, 2))
        #expect((figures.wasInStock, figures.wentOutOfStock) == (2, 1))
        #expect((figures.pricesCompared, figures.pricesJumped) == (3, 2), "20 % is no jump, a cent more is one")
    }
}
