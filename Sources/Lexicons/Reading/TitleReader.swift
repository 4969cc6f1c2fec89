/// Finds the attributes that a product title names: 加绒, 短袖, Women's.
///
/// A title is praise as much as a statement, so this reader would rather miss a word than take it for one: nothing
/// inside a longer known word, nothing behind a negation, and only dimensions of which a title speaks plainly.
struct TitleReader {
    let text: FoldedText
    let vocabulary: Vocabulary
    let users: UserWords?

    /// Dimensions that titles state of the whole product. The others are praise or product types there: 新款, 修身, top.
    private static let dimensions: Set<String> = [
        "lining", "weight", "sleeve", "length", "leg", "gender", "hood", "pockets", "neck", "plug", "power",
    ]
    /// Dimensions whose Latin words are said of a part as often as of the product: `thick sole`, `full length zip`.
    private static let hanOnly: Set<String> = ["weight", "length", "leg"]
    /// Words that are mostly names in titles: Spider Man, Lady Bug, Boy Scout, `male connector`.
    private static let names: Set<String> = [
        "man", "woman", "lady", "boy", "girl", "male", "female", "homme", "femme", "hombre", "mujer",
    ]
    private static let negations: [StaticString] = ["不", "无", "未", "没", "非", "免", "假", "半"]
    private static let latinNegations: Set<String> = [
        "no", "not", "non", "without", "ohne", "sans", "sin", "bez", "без",
    ]

    /// The attribute concepts in the order of the text, each once.
    func concepts() -> [Int32] {
        var found: [Int32] = []
        var at = 0
        var lastEnd = 0
        while at < text.count {
            guard let word = word(at) else {
                at = behindToken(at)
                continue
            }
            if let concept = word.concept, isStated(concept, at, word.end, lastEnd), !found.contains(concept) {
                found.append(concept)
            }
            // One Han character may belong to anything: 无 of 无缝, 不 of 不带.
            if !isOneHan(at, word.end) { lastEnd = word.end }
            at = word.end
        }
        return unopposed(found)
    }

    /// The longest known word that starts here, with its attribute if it is one; a user's word before ours.
    private func word(_ at: Int) -> (concept: Int32?, end: Int)? {
        guard startsWord(at) else { return nil }
        var found: (concept: Int32?, end: Int)?
        if let (first, end) = text.longest(vocabulary.words, at) { found = (attribute(first), end) }
        if let users, let (number, end) = users.longest(text, at, .other), end >= found?.end ?? 0 {
            found = (users.concepts[number].attribute, end)
        }
        return found
    }

    /// The attribute of a word that nothing else claims.
    private func attribute(_ first: Int) -> Int32? {
        for other in [SenseKind.colour, .modifier, .nothing] where vocabulary.sense(first, other) != nil { return nil }
        return vocabulary.sense(first, .attribute)?.value
    }

    private func isStated(_ concept: Int32, _ from: Int, _ end: Int, _ lastEnd: Int) -> Bool {
        let system = vocabulary.dimensionOfAttribute[concept] ?? 0
        guard system >= System.attributes else { return false }
        let dimension = vocabulary.dimensions[Int(system - System.attributes)]
        guard Self.dimensions.contains(dimension), !isOneHan(from, end) else { return false }
        if hasHan(from, end) { return !isNegated(from, lastEnd) }
        // A hyphen makes it part of a name: X-Men.
        if text.byte(from - 1) == 45 || text.byte(end) == 45 { return false }
        let written = String(decoding: text.slice(from, end), as: UTF8.self)
        return !Self.hanOnly.contains(dimension) && !Self.names.contains(written)
            && !Self.latinNegations.contains(tokenBefore(from))
    }

    /// Whether one of the two Han characters before, behind the last known word, says *not*: 不带连帽.
    private func isNegated(_ from: Int, _ lastEnd: Int) -> Bool {
        var at = from
        for _ in 0..<2 {
            at = text.before(at)
            guard at >= lastEnd, text.isHan(at) else { return false }
            if Self.negations.contains(where: { text.starts(at, $0) }) { return true }
        }
        return false
    }

    private func tokenBefore(_ from: Int) -> String {
        var end = from
        while end > 0, text.byte(end - 1) == 32 { end -= 1 }
        var start = end
        while start > 0, case let back = text.before(start), text.isLetter(back) { start = back }
        return String(decoding: text.slice(start, end), as: UTF8.self)
    }

    /// Leaves out the dimensions of which the title names two things that exclude each other: 加绒/不加绒, Men & Women.
    private func unopposed(_ found: [Int32]) -> [Int32] {
        func facet(_ concept: Int32) -> Facet {
            Facet(vocabulary.dimensionOfAttribute[concept] ?? 0, Int64(concept))
        }
        return found.filter { concept in
            !found.contains { other in
                let pair = NearPair(facet(concept), facet(other))
                return other != concept && pair.a.system == pair.b.system && !vocabulary.near.contains(pair)
            }
        }
    }

    // MARK: Tokens

    private func startsWord(_ at: Int) -> Bool {
        guard at > 0, text.isLetter(at) || text.isDigit(at) else { return true }
        let last = text.before(at)
        return !text.isLetter(last) && !text.isDigit(last)
    }

    /// Behind the Latin token that starts here, or behind one character of another kind.
    private func behindToken(_ at: Int) -> Int {
        var end = text.after(at)
        guard text.isLetter(at) || text.isDigit(at) else { return end }
        while end < text.count, text.isLetter(end) || text.isDigit(end) { end = text.after(end) }
        return end
    }

    private func isOneHan(_ from: Int, _ end: Int) -> Bool { text.isHan(from) && text.after(from) >= end }

    private func hasHan(_ from: Int, _ end: Int) -> Bool {
        var at = from
        while at < end {
            if text.isHan(at) { return true }
            at = text.after(at)
        }
        return false
    }
}
