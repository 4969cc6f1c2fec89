import Catalogues
import Lexicons

/// Variants whose title and options say the same words on both sides, in the same order, and no other variant does.
struct SameWords {
    /// Supplier row for a shop row.
    private(set) var pairs: [Int: Int] = [:]
    /// The same for rows whose words are the same but for their order, for an option that one side leaves out, or for a
    /// word or two that the shop adds: a question for a person.
    private(set) var questions: [Int: Int] = [:]

    private var tokens = TitleTokens()
    private var lastTitle: (catalogue: Catalogue, style: Int, words: [UInt32])?
    private var options: [OptionKey: (tokens: Set<UInt32>, mayBeLeftOut: Bool)] = [:]
    private static let limit = 100_000

    init(
        _ supplier: Catalogue, _ shop: Catalogue, _ supplierStyles: [Int], _ shopRows: [Int], _ lexicon: Lexicon
    ) {
        let supplierRows = supplierStyles.flatMap { Array(supplier.rows(ofStyle: $0)) }
        guard !shopRows.isEmpty, shopRows.count <= Self.limit, supplierRows.count <= Self.limit else { return }
        let theirPrefixes = Self.prefixes(supplier, supplierRows)
        let ourPrefixes = Self.prefixes(shop, shopRows)
        let theirs = supplierRows.map { text(supplier, $0, theirPrefixes, lexicon, withCode: true) }
        let ours = shopRows.map { text(shop, $0, ourPrefixes, lexicon, withCode: false) }

        let certain = Self.unique(theirs.map(\.choices), ours)
        for (our, their) in certain where ours[our].hasOrder(of: theirs[their]) {
            pairs[shopRows[our]] = supplierRows[their]
        }
        let taken = Set(pairs.values)
        for (our, their) in Self.unique(theirs.map(\.anyChoices), ours)
        where pairs[shopRows[our]] == nil && !taken.contains(supplierRows[their]) {
            questions[shopRows[our]] = supplierRows[their]
        }
        askAboutAdded(theirs, ours, supplierRows, shopRows)
    }

    /// Shop rows that say all of what one supplier row says, and a word or two more.
    private mutating func askAboutAdded(_ theirs: [Text], _ ours: [Text], _ supplierRows: [Int], _ shopRows: [Int]) {
        let taken = Set(pairs.values).union(questions.values)
        let open = ours.indices.filter { pairs[shopRows[$0]] == nil && questions[shopRows[$0]] == nil }
        guard !open.isEmpty, open.count <= Self.fewRows else { return }
        var byToken: [UInt32: [Int]] = [:]
        for (index, text) in theirs.enumerated() where !taken.contains(supplierRows[index]) {
            for token in Set(text.title) { byToken[token, default: []].append(index) }
        }
        var claims: [Int: [Int]] = [:]
        for our in open {
            let all = ours[our].all
            // Whoever says all the same words shares the rarest one, or that is one of the added.
            let rarest = all.sorted().compactMap { byToken[$0] }.sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
                .prefix(Self.mostAdded + 1)
            let near = Set(rarest.joined()).filter { theirs[$0].isSaid(by: all, adding: Self.mostAdded) }
            if near.count == 1 { claims[near.first!, default: []].append(our) }
        }
        for (their, ours) in claims where ours.count == 1 { questions[shopRows[ours[0]]] = supplierRows[their] }
    }

    private static let mostAdded = 2
    private static let fewRows = 5_000

    /// Which of ours says what exactly one of theirs may say, and no other of ours does.
    private static func unique(_ choices: [Set<Set<UInt32>>], _ ours: [Text]) -> [Int: Int] {
        var byBag: [Set<UInt32>: Set<Int>] = [:]
        for (index, choices) in choices.enumerated() {
            for choice in choices { byBag[choice, default: []].insert(index) }
        }
        var claims: [Int: [Int]] = [:]
        for (index, text) in ours.enumerated() {
            let all = text.all
            guard all.count >= 2, let found = byBag[all], found.count == 1 else { continue }
            claims[found.first!, default: []].append(index)
        }
        return claims.reduce(into: [:]) { if $1.value.count == 1 { $0[$1.value[0]] = $1.key } }
    }

    /// The tokens that a variant's title and options say.
    private struct Text {
        var title: [UInt32] = []
        var options: [(tokens: Set<UInt32>, mayBeLeftOut: Bool)] = []

        var all: Set<UInt32> { options.reduce(Set(title)) { $0.union($1.tokens) } }

        /// The title with its options; a colour or the measures of a piece may be left out where it is not sold by them.
        var choices: Set<Set<UInt32>> {
            var choices: Set<Set<UInt32>> = [Set(title)]
            for option in options.prefix(axisLimit) {
                let with = Set(choices.map { $0.union(option.tokens) })
                choices = option.mayBeLeftOut ? choices.union(with) : with
            }
            return choices
        }

        /// The title with any of its options.
        var anyChoices: Set<Set<UInt32>> {
            options.prefix(axisLimit).reduce([Set(title)]) { choices, option in
                choices.union(choices.map { $0.union(option.tokens) })
            }
        }

        /// Whether `words` are all that it says, three words at least, and not more than a few others.
        func isSaid(by words: Set<UInt32>, adding most: Int) -> Bool {
            guard words.isSuperset(of: title) else { return false }
            return anyChoices.contains {
                $0.count >= 3 && words.count - $0.count <= most && words.isSuperset(of: $0)
            }
        }

        /// Whether what both titles say beside the options stands in the same order: a red chair with a blue cushion is
        /// no blue chair with a red one.
        func hasOrder(of other: Text) -> Bool {
            let options = (options + other.options).reduce(into: Set<UInt32>()) { $0.formUnion($1.tokens) }
            return title.filter { !options.contains($0) } == other.title.filter { !options.contains($0) }
        }
    }

    private mutating func text(
        _ catalogue: Catalogue, _ row: Int, _ prefixes: Set<String>, _ lexicon: Lexicon, withCode: Bool
    ) -> Text {
        let style = Int(catalogue.variants.style.base[row])
        var text = Text()
        text.title = title(catalogue, row, prefixes, withCode: withCode)
        if text.title.isEmpty { return text }
        for position in 0..<catalogue.axisCount {
            let value = catalogue.variants.option(position)[row]
            if value == 0 { continue }
            text.options.append(option(catalogue, value, axis: catalogue.styles.axis(style, position), lexicon))
        }
        return text
    }

    /// The words of a variant's title; those of its style's are read once, as the rows of a style follow each other.
    private mutating func title(
        _ catalogue: Catalogue, _ row: Int, _ prefixes: Set<String>, withCode: Bool
    ) -> [UInt32] {
        let style = Int(catalogue.variants.style.base[row])
        let isOwn = !catalogue.variants.title.base[row].isNone
        if !isOwn, let last = lastTitle, last.style == style, last.catalogue === catalogue { return last.words }
        var title = catalogue.variant(row).title
        if let prefix = Self.prefix(of: title), prefixes.contains(prefix) { title.removeFirst(prefix.count) }
        if !withCode { title = Self.withoutCodes(title) }
        var words = sequence(title)
        if withCode, !words.isEmpty {
            let code = sequence(catalogue.text(catalogue.styles.code.base[style]))
            if !code.contains(where: words.contains) { words = code + words }
        }
        if !isOwn { lastTitle = (catalogue, style, words) }
        return words
    }

    /// The words of an option, each distinct one read once a catalogue.
    private mutating func option(
        _ catalogue: Catalogue, _ value: UInt32, axis: UInt32, _ lexicon: Lexicon
    ) -> (tokens: Set<UInt32>, mayBeLeftOut: Bool) {
        let key = OptionKey(catalogue: ObjectIdentifier(catalogue), value: value, axis: axis)
        if let known = options[key] { return known }
        // Three numbers or more are the measures of a piece: 17.5"W X 13"D X 31"H.
        let measures = tokens.tokens(catalogue.words[value]).count { $0.allSatisfy { $0 &- 48 < 10 } } >= 3
        let isColour = lexicon.axisKind(ofName: catalogue.words[axis].buffer) == .colour
        let option = (tokens: Set(sequence(catalogue.word(value))), mayBeLeftOut: measures || isColour)
        options[key] = option
        return option
    }

    private struct OptionKey: Hashable {
        var catalogue: ObjectIdentifier
        var value: UInt32
        var axis: UInt32
    }

    private mutating func sequence(_ text: String) -> [UInt32] {
        let padded = Array(text.utf8) + Array(repeating: 0, count: 16)
        return padded.withUnsafeBufferPointer {
            tokens.sequence(Bytes(base: $0.baseAddress!, count: padded.count - 16))
        }
    }

    // MARK: What is no word

    /// `Furniture of America - `: what stands before the first dash of a title.
    private static func prefix(of title: String) -> String? {
        for mark in [" - ", " | ", "｜", "】"] {
            guard let end = title.firstRange(of: mark) else { continue }
            return String(title[..<end.upperBound])
        }
        return nil
    }

    /// Prefixes that a quarter of the titles share: the shop's or the maker's name.
    private static func prefixes(_ catalogue: Catalogue, _ rows: [Int]) -> Set<String> {
        guard rows.count >= 8 else { return [] }
        var counts: [String: Int] = [:]
        var last: (style: UInt32, prefix: String?) = (.max, nil)
        for row in rows {
            let style = catalogue.variants.style.base[row]
            if style != last.style || !catalogue.variants.title.base[row].isNone {
                last = (style, prefix(of: catalogue.variant(row).title))
            }
            if let prefix = last.prefix { counts[prefix, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value * 4 >= rows.count }.keys)
    }

    /// A title without codes in brackets, `(CM7170RG-D)`; measures in brackets stay.
    private static func withoutCodes(_ title: String) -> String {
        var rest = title
        while let open = rest.lastIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let inside = rest[rest.index(after: open)..<close]
            let letters = inside.count { $0.isLetter }
            let digits = inside.count { $0.isNumber }
            let isCode =
                letters >= 2 && digits >= 2 && inside.count >= 5 && !inside.contains(" ") && inside.first!.isLetter
            guard isCode else { return rest }
            rest.removeSubrange(open...close)
        }
        return rest
    }
}
