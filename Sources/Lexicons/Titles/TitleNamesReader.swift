/// Takes a folded title apart into the names, models, seasons and kinds that it says.
///
/// The longest known word goes first; of Chinese text anywhere, of other scripts whole tokens only, which may run into a
/// number (`iphone14`). What no table knows is kept as unknown: it may be the very word that makes another product.
struct TitleNamesReader {
    let text: FoldedText
    let titles: TitleVocabulary
    let vocabulary: Vocabulary
    private(set) var names = TitleNames()

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
        // The shirt of a club is what others call its jersey.
        if !names.clubs.isEmpty, let shirt = titles.concept("shirt"), names.products.remove(shirt) != nil,
            let jersey = titles.concept("jersey")
        {
            names.products.insert(jersey)
        }
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
        case .product: names.products.insert(concept)
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
