/// Joins the modifiers and colours of one run of words: 浅 + 灰 is one colour, 灰 + 蓝 a blend, 黑白 + 条纹 a set.
struct ColourComposer {
    /// Above every modifier's bit: any colour of this family (深蓝色系).
    static let family: Int64 = 1 << 62

    let vocabulary: Vocabulary
    private(set) var facets: [Facet] = []
    private(set) var isBlend = false
    private var pending: Int64 = 0
    private var plain = 0

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    mutating func add(modifier: Int32) { pending |= 1 << Int64(modifier) }

    mutating func add(colour: Int32, family: Bool) {
        var parts = vocabulary.colours[Int(colour)]
        let pattern = vocabulary.patterns.contains(colour)
        if !parts.isEmpty { parts[0].high |= pending }
        if family { for index in parts.indices { parts[index].high |= Self.family } }
        pending = 0
        append(parts, pattern)
    }

    mutating func add(user: Facet) {
        var user = user
        user.high |= pending
        pending = 0
        append([user], false)
    }

    private mutating func append(_ parts: [Facet], _ pattern: Bool) {
        if !pattern {
            plain += 1
            if plain > 1 { isBlend = true }
        }
        facets += parts
    }

    /// Gives a modifier that stands behind to the colour before it: bleu foncé.
    mutating func finish() {
        if pending != 0, let last = facets.indices.last {
            facets[last].high |= pending
            pending = 0
        }
    }
}
