/// Takes a folded title apart into the names, models, seasons and kinds that it says.
///
/// The longest known word goes first; of Chinese text anywhere, of other scripts whole tokens only, which may run into a
/// number (`iphone14`). What no table knows is kept as unknown: it may be the very word that makes another product.
struct TitleNamesReader {
    let text: FoldedText
    let titles: TitleVocabulary
    let vocabulary: Vocabulary
    private(set) var names = TitleNames()
    private var series: Set<Int> = []

    init(text: FoldedText, titles: TitleVocabulary, vocabulary: Vocabulary) {
        self.text = text
        self.titles = titles
        self.vocabulary = vocabulary
    }

    mutating func run() {
        var at = 0
        var depth = 0
        while at < text.count {
            switch text.byte(at) {
            case 40, 91: depth += 1  // ( [
            case 41, 93: depth = max(0, depth - 1)  // ) ]
            default: break
            }
            at = next(at, isInBrackets: depth > 0)
        }
        // 限量版 beside a model is another model; of a dress it is praise.
        if names.makers.isEmpty, names.lines.isEmpty {
            names.praise.formUnion(series)
        } else {
            names.marks.formUnion(series)
        }
        if !names.clubs.isEmpty { readAsShirtOfClub() }
    }

    /// Words that mean something of their own beside a club: its shirt is what others call its jersey, and the fans' is
    /// the edition for them.
    private mutating func readAsShirtOfClub() {
        if let shirt = titles.concept("shirt"), let jersey = titles.concept("jersey"),
            names.products.remove(shirt) != nil
        {
            names.products.insert(jersey)
        }
        if let edition = titles.concept("fan version"), names.unknown.remove("fan") != nil {
            names.marks.insert(edition)
        }
        if let cup = titles.concept("euro cup"), names.unknown.remove("euro") != nil { names.kits.insert(cup) }
        names.unknown.remove("kit")
    }

    /// Reads what begins here; the place behind it.
    private mutating func next(_ at: Int, isInBrackets: Bool) -> Int {
        guard text.isDigit(at) || text.isLetter(at) || text.isHan(at) else {
            if text.byte(at) == 43 { readPlus(at) }
            return text.after(at)
        }
        if let (season, end) = season(at) {
            // 2024新款 praises; it is no season.
            if !text.starts(end, "新") && !text.starts(end, "年新") { names.seasons.insert(season) }
            return end
        }
        let word = text.longest(titles.words, at, glued: { titles.roles[$0].mayRunIntoNumber })
        // 5G is no weight.
        if word == nil || !text.isDigit(at), let end = generation(at) ?? quantity(at) { return end }
        if let (first, end) = text.longest(vocabulary.words, at), let sense = vocabulary.sense(first, .attribute),
            text.after(at) < end, word == nil || end > word!.end || (end == word!.end && isVague(word!.value))
        {
            names.attributes.insert(sense.value)
            return end
        }
        if let word {
            add(word.value)
            return word.end
        }
        if text.isHan(at) {
            let end = text.after(at)
            names.unknown.insert(String(decoding: text.slice(at, end), as: UTF8.self))
            return end
        }
        return token(at, isInBrackets: isInBrackets)
    }

    /// Of a word that two tables know, a title's trait says less than an attribute.
    private func isVague(_ concept: Int) -> Bool { titles.roles[concept] == .trait || titles.roles[concept] == .plain }

    private mutating func add(_ concept: Int) {
        switch titles.roles[concept] {
        case .maker: names.makers.insert(concept)
        case .line: names.lines.insert(concept)
        case .club: names.clubs.insert(concept)
        case .kit: names.kits.insert(concept)
        case .mark: names.marks.insert(concept)
        case .series: series.insert(concept)
        case .product: names.products.insert(concept)
        case .for: names.isForAnother = true
        case .part: names.parts.insert(concept)
        case .material: names.materials.insert(concept)
        case .trait: names.traits.insert(concept)
        case .praise: names.praise.insert(concept)
        case .unsure: names.unknown.insert(titles.names[concept])
        case .plain: break
        }
    }

    /// A run of letters and digits that no table knows: a model if it has a digit.
    private mutating func token(_ at: Int, isInBrackets: Bool) -> Int {
        var end = at
        var digits = 0
        while end < text.count, text.isLetter(end) || text.isDigit(end) {
            if text.isDigit(end) { digits += 1 }
            end = text.after(end)
        }
        // 14pro: a model with a known word behind it.
        if text.isDigit(at) {
            var letters = at
            while text.isDigit(letters) { letters += 1 }
            if letters < end, let concept = titles.words.find(text.slice(letters, end)), titles.roles[concept] == .mark
            {
                names.models.insert(String(decoding: text.slice(at, letters), as: UTF8.self))
                add(concept)
                return end
            }
        }
        let token = String(decoding: text.slice(at, end), as: UTF8.self)
        if digits == 0 {
            names.unknown.insert(token)
        } else if isInBrackets, digits >= 3, end - at >= 5 {
            names.codes.insert(token)
        } else {
            names.models.insert(token)
        }
        return end
    }

    /// The plus of `S21+`, but not that of `8+256G`.
    private mutating func readPlus(_ at: Int) {
        let isBehindModel = text.isDigit(at - 1) || text.isLetter(at - 1)
        guard isBehindModel, !text.isDigit(at + 1), !text.isLetter(at + 1) else { return }
        if let concept = titles.concept("plus") { add(concept) }
    }

    // MARK: Quantities

    private static let measured: Set<UInt32> = [
        System.watts, System.volts, System.milliampereHours, System.volume, System.weight, System.centimetres,
        System.millimetres, System.metres, System.monthOrMetre, System.inches, System.pounds, System.ounces,
        System.fluidOunces, System.storage,
    ]

    /// 65W, 1.7L; 5双装, Pack of 3; 四件套, 3-Piece. The place behind it.
    private mutating func quantity(_ at: Int) -> Int? {
        guard at == 0 || !text.isDigit(at - 1) && !text.isLetter(text.before(at)) || text.isHan(at) else { return nil }
        let patterns = SizePatterns(text: text, vocabulary: vocabulary)
        let match: PatternMatch
        // 20W in a title are watts, not a waist.
        if let number = text.number(at, han: false), text.byte(number.end) == 119, text.endsWord(number.end + 1) {
            names.measures.insert(Facet(System.watts, number.thousandths))
            return number.end + 1
        }
        if let found = patterns.packOf(at) {
            match = found
        } else if let number = text.number(at), let found = patterns.sized(at, number), found.end > number.end {
            match = found
        } else {
            return nil
        }
        if match.kind == .pack {
            guard match.facet.low > 1 else { return match.end }
            let isSet = text.starts(match.end - 3, "套") || text.starts(match.end - 5, "piece")
            if isSet { names.pieces.insert(match.facet.low) } else { names.packs.insert(match.facet.low) }
            return match.end
        }
        guard match.kind == .size, Self.measured.contains(match.facet.system) else { return nil }
        names.measures.insert(match.facet)
        return match.end
    }

    /// V2, Gen 2, 2nd Gen, 第二代: the place behind it.
    private mutating func generation(_ at: Int) -> Int? {
        if text.byte(at) == 118, text.isDigit(at + 1), text.endsWord(at + 2), at == 0 || !text.isLetter(text.before(at))
        {
            names.generations.insert(Int(text.byte(at + 1)) - 48)
            return at + 2
        }
        for (word, number): (StaticString, Int) in [("iii", 3), ("ii", 2)]
        where text.starts(at, word) && text.endsWord(at + word.utf8CodeUnitCount) && text.byte(at - 1) == 32 {
            names.generations.insert(number)
            return at + word.utf8CodeUnitCount
        }
        for word: StaticString in ["gen ", "generation ", "mk", "mark "] where text.starts(at, word) {
            let digit = at + word.utf8CodeUnitCount
            guard text.isDigit(digit), text.endsWord(digit + 1) else { continue }
            names.generations.insert(Int(text.byte(digit)) - 48)
            return digit + 1
        }
        let start = text.starts(at, "第") ? at + 3 : at
        guard let number = text.number(start), number.thousandths % 1000 == 0 else { return nil }
        var end = number.end
        for ending: StaticString in ["st", "nd", "rd", "th"] where text.starts(end, ending) && !number.han {
            end = text.skipSpaces(end + 2)
            guard text.starts(end, "gen") else { return nil }
            end += text.starts(end, "generation") ? 10 : 3
            names.generations.insert(Int(number.thousandths / 1000))
            return end
        }
        guard text.starts(end, "代"), !text.starts(end, "代发"), !text.starts(end, "代购") else { return nil }
        names.generations.insert(Int(number.thousandths / 1000))
        return end + 3
    }

    // MARK: Seasons

    /// `2024-25`, `24/25`, `2024/2025`, `2425`: a season by its first year; `2024`: that year.
    private func season(_ at: Int) -> (String, end: Int)? {
        guard !text.isDigit(at - 1), !text.isLetter(text.before(at)), let (first, end) = number(at) else { return nil }
        let length = end - at
        if length == 4, first / 100 + 1 == first % 100, first >= 2100, first < 5000 {
            return ("\(first / 100)-\(first % 100)", end)
        }
        guard length == 2 || (length == 4 && (1950...2050).contains(first)) else { return nil }
        if text.byte(end) == 45 || text.byte(end) == 47, let (second, last) = number(end + 1),
            last - end == 3 || last - end == 5, (first + 1) % 100 == second % 100, !text.isLetter(last)
        {
            return ("\(first % 100)-\(second % 100)", last)
        }
        return length == 4 ? ("\(first)", end) : nil
    }

    private func number(_ at: Int) -> (Int, end: Int)? {
        var value = 0
        var end = at
        while text.isDigit(end), end < at + 5 {
            value = value * 10 + Int(text.byte(end)) - 48
            end += 1
        }
        return end > at && !text.isDigit(end) ? (value, end) : nil
    }
}
