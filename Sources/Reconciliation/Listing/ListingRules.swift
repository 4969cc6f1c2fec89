import Catalogues
import Lexicons

/// The rules that a style must keep before it is listed; each subject has a file.
///
/// A style is set up once (its axes, and on each the distinct values), and then every rule looks at that. What needs
/// a look at the whole catalogue, such as shared codes, is found out before the first style.
struct ListingRules: ~Copyable {
    let catalogue: Catalogue
    let lexicon: Lexicon
    let settings: ListingSettings
    let meanings: WordMeanings
    let kinds: [AxisKind]
    let codes: CodeTwins
    let barcodes: BarcodeTwins
    let faults: RowFaults
    /// Whether any style names its options; a file of packed specs without names has none.
    let namesOptions: Bool
    /// Whether any variant has any option.
    let hasOptions: Bool
    private(set) var issues: [ListingIssue] = []

    // The style at hand.
    private(set) var style = 0
    private var firstIssue = 0
    /// What was found of it so far.
    var found: ArraySlice<ListingIssue> { issues[firstIssue...] }
    private(set) var rows = 0..<0
    private(set) var axes: [ListingAxis] = []
    /// The value of each row on each of `axes`, counted from 1; 0 = none. Rows one behind the other, `axisLimit` a row.
    private var cells: [UInt32] = []
    private let seen: Column<UInt32>
    private let places: Column<UInt32>
    private var mark: UInt32 = 0

    init(_ catalogue: Catalogue, _ lexicon: Lexicon, _ settings: ListingSettings) {
        self.catalogue = catalogue
        self.lexicon = lexicon
        self.settings = settings
        meanings = WordMeanings(catalogue, lexicon)
        kinds = Understanding.kinds(ofNames: catalogue, lexicon)
        codes = CodeTwins(catalogue)
        barcodes = BarcodeTwins(catalogue)
        faults = RowFaults(catalogue)
        namesOptions = catalogue.styles.axes.values.contains { $0 != 0 }
        hasOptions = (0..<catalogue.axisCount).contains { position in
            let options = catalogue.variants.option(position)
            return (0..<catalogue.variantCount).contains { options[$0] != 0 }
        }
        seen = Column(zeros: catalogue.words.count)
        places = Column(zeros: catalogue.words.count)
    }

    mutating func check(_ style: Int) {
        firstIssue = issues.count
        self.style = style
        rows = catalogue.rows(ofStyle: style)
        if !rows.isEmpty {
            readAxes()
            checkOptions()
            checkSpecs()
            checkCodes()
            checkBarcodes()
            checkSizes()
            checkStock()
            checkPrices()
            checkTitle()
            checkPromises()
            checkImages()
            for target in settings.targets { check(against: target) }
        } else {
            report(.optionMissing, .error, "option", details: [("variants", "0")])
        }
        checkRelations()
        if issues.count - firstIssue > 1 { issues[firstIssue...].sort(by: Self.isBefore) }
    }

    private static func isBefore(_ a: ListingIssue, _ b: ListingIssue) -> Bool {
        if a.severity != b.severity { return a.severity < b.severity }
        if a.code != b.code { return a.code.place < b.code.place }
        if a.attribute != b.attribute { return a.attribute < b.attribute }
        return (a.rows.first ?? -1, a.found) < (b.rows.first ?? -1, b.found)
    }

    mutating func report(
        _ code: ListingCode, _ severity: ListingIssue.Severity, _ attribute: String, rows: [Int] = [],
        found: String = "", suggestion: String = "", details: [(name: String, value: String)] = [],
        who: MismatchCode.Who = .supplier, rule: ListingTarget.Rule? = nil
    ) {
        // What nobody read on the platform's own pages forbids nothing.
        let isSure = rule.map(\.isFirstHand) ?? true
        issues.append(
            ListingIssue(
                code, isSure ? severity : max(severity, .warning), attribute: attribute, style: style,
                rows: inFileOrder(rows), found: found,
                suggestion: suggestion, details: details, who: who, rule: rule))
    }

    private func inFileOrder(_ rows: [Int]) -> [Int] {
        rows.sorted { (catalogue.variants.line.base[$0], $0) < (catalogue.variants.line.base[$1], $1) }
    }

    // MARK: The style at hand

    private mutating func readAxes() {
        axes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        cells.append(contentsOf: repeatElement(0, count: rows.count * axisLimit))
        for position in 0..<catalogue.axisCount {
            mark += 1
            let options = catalogue.variants.option(position)
            var values: [ListingAxis.Value] = []
            var filled = 0
            for row in rows {
                let word = Int(options[row])
                if word == 0 { continue }
                if seen.base[word] != mark {
                    seen.base[word] = mark
                    places.base[word] = UInt32(values.count + 1)
                    values.append(ListingAxis.Value(word: UInt32(word), first: row))
                }
                cells[(row - rows.lowerBound) * axisLimit + axes.count] = places.base[word]
                filled += 1
            }
            if values.isEmpty { continue }
            let name = catalogue.styles.axis(style, position)
            let kind = kinds[Int(name)]
            for at in values.indices { values[at].meaning = meanings.of(values[at].word, kind) }
            axes.append(ListingAxis(name: name, kind: kind, values: values, filled: filled))
        }
    }

    /// The value of a row on the axis at `place` among `axes`, from 0; nil = none.
    @inline(__always) func value(_ row: Int, _ place: Int) -> Int? {
        let value = cells[(row - rows.lowerBound) * axisLimit + place]
        return value == 0 ? nil : Int(value) - 1
    }

    /// The values of a row on all axes, and 0 where it has none.
    @inline(__always) func values(_ row: Int) -> SIMD4<UInt32> {
        let from = (row - rows.lowerBound) * axisLimit
        return SIMD4(cells[from], cells[from + 1], cells[from + 2], cells[from + 3])
    }

    func axis(_ kind: AxisKind) -> Int? { axes.firstIndex { $0.kind == kind } }

    /// How an issue calls an axis: `colour`, `size`, or by its name.
    func attribute(_ axis: ListingAxis) -> String {
        switch axis.kind {
        case .colour: "colour"
        case .size: "size"
        default: axis.name == 0 ? "option" : catalogue.word(axis.name)
        }
    }

    func text(_ value: ListingAxis.Value) -> String { catalogue.word(value.word) }

    /// Whether the variants have titles of their own, so that these may say what options do not.
    var hasOwnTitles: Bool { rows.contains { !catalogue.variants.title.base[$0].isNone } }

    /// Some specs for a person, the first few of many.
    func specs(_ rows: [Int]) -> String {
        inFileOrder(rows).prefix(8).map { catalogue.variant($0).spec }.joined(separator: ", ")
            + (rows.count > 8 ? ", …" : "")
    }
}

/// One option axis of the style at hand.
struct ListingAxis {
    struct Value {
        var word: UInt32
        /// The first row that has it.
        var first: Int
        var meaning = Understood()

        /// It says nothing but what is known.
        var isUnderstood: Bool {
            meaning.facts & Understood.unknownWord == 0
                && meaning.colour.number | meaning.size.number | meaning.other.number | meaning.pack.number != 0
        }
        var isOnlyColour: Bool {
            isUnderstood && !meaning.colour.isNone
                && meaning.size.number | meaning.other.number | meaning.pack.number == 0
        }
        var isOnlySize: Bool {
            isUnderstood && !meaning.size.isNone
                && meaning.colour.number | meaning.other.number | meaning.pack.number == 0
        }
    }

    var name: UInt32
    /// What its name says it is; for a name that says nothing, what all its values are.
    var kind: AxisKind
    var values: [Value]
    /// How many rows have a value on it.
    var filled: Int

    init(name: UInt32, kind: AxisKind, values: [Value], filled: Int) {
        (self.name, self.kind, self.values, self.filled) = (name, kind, values, filled)
        guard kind == .unknown else { return }
        if values.allSatisfy(\.isOnlySize) { self.kind = .size }
        if values.allSatisfy(\.isOnlyColour) { self.kind = .colour }
    }
}

extension ListingCode {
    /// Its place in the list of all codes, by which issues of one severity stand.
    fileprivate var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
