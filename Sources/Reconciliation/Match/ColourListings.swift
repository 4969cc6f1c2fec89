import Catalogues
import Lexicons

/// Listings that are one thing in several colours, each listed for itself: `K5510 Tee Black` and `K5510 Tee White`.
///
/// They name the same code, have no colour among their options, and their titles differ in nothing but a colour.
struct ColourListings {
    /// The colour that a style's title says.
    private(set) var colours: [Int: MeaningID] = [:]
    /// The listings that belong together, by any of them.
    private(set) var group: [Int: [Int]] = [:]

    /// More listings of one code than this are no colours of one thing.
    private static let limit = 60

    init() {}

    init(_ catalogue: Catalogue, _ lexicon: Lexicon, hasColour: (Int) -> Bool) {
        guard catalogue.fields.contains(.title) else { return }
        var byCode: [[UInt8]: [Int]] = [:]
        var tokens = TitleTokens()
        for style in 0..<catalogue.styleCount {
            let title = catalogue.arena[catalogue.styles.title.base[style]]
            if title.isEmpty || catalogue.rows(ofStyle: style).isEmpty || hasColour(style) { continue }
            for code in Set(tokens.codes(title)) where TitleTies.isTelling(code) {
                byCode[code, default: []].append(style)
            }
        }
        // In the order of the catalogue, since titles may name several codes, and the first group wins.
        let groups = byCode.values.filter { (2...Self.limit).contains($0.count) }
        for styles in groups.sorted(by: { $0.lexicographicallyPrecedes($1) }) where group[styles[0]] == nil {
            guard let colours = Self.colours(styles, catalogue, lexicon) else { continue }
            for (style, colour) in zip(styles, colours) {
                self.colours[style] = colour
                group[style] = styles
            }
        }
    }

    /// The colour of each title, if nothing else tells the titles apart, and no two say the same one.
    private static func colours(_ styles: [Int], _ catalogue: Catalogue, _ lexicon: Lexicon) -> [MeaningID]? {
        let titles = styles.map { style -> [[UInt8]] in
            var folded: [UInt8] = []
            Folding.fold(catalogue.arena[catalogue.styles.title.base[style]].buffer, into: &folded)
            return pieces(folded)
        }
        let shortest = titles.map(\.count).min()!
        let front = (0..<shortest).prefix { at in titles.allSatisfy { $0[at] == titles[0][at] } }.count
        let back = (0..<shortest - front).prefix { at in
            titles.allSatisfy { $0[$0.count - 1 - at] == titles[0][titles[0].count - 1 - at] }
        }.count
        // Light Blue and Dark Blue: words that all share may still belong to the colour.
        for kept in 0...min(4, back) {
            for before in 0...min(4, front) {
                let colours = titles.map { title in
                    colour(title[(front - before)..<(title.count - back + kept)], lexicon)
                }
                let known = colours.compactMap(\.self)
                if known.count == titles.count, Set(known).count == known.count { return known }
            }
        }
        return nil
    }

    /// What a part of a title says, if it is one colour and nothing else.
    private static func colour(_ pieces: ArraySlice<[UInt8]>, _ lexicon: Lexicon) -> MeaningID? {
        let marks = Set(" -,/|()[]:".utf8)
        let text = Array(pieces.joined()).trimmingPrefix { marks.contains($0) }.reversed()
            .trimmingPrefix { marks.contains($0) }.reversed()
        if text.isEmpty { return nil }
        let meaning = Array(text).withUnsafeBufferPointer { lexicon.understand($0, axis: .colour) }
        let isPlain =
            meaning.facts & Understood.unknownWord == 0
            && meaning.size.number | meaning.other.number | meaning.pack.number == 0
        return isPlain && !meaning.colour.isNone ? meaning.colour : nil
    }

    /// A text in pieces that are compared whole: Latin words and numbers; of all else each character.
    private static func pieces(_ text: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var wasWord = false
        for byte in text {
            let isWord = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            let goesOn = byte & 0xC0 == 0x80 || (isWord && wasWord)
            if goesOn, !pieces.isEmpty { pieces[pieces.count - 1].append(byte) } else { pieces.append([byte]) }
            wasWord = isWord
        }
        return pieces
    }
}
