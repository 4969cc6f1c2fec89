import Catalogues
import Lexicons

// The title: whether there is one, and whether it names a colour or size that no variant has.
//
// Titles are full of words that are colours elsewhere (Red Wing, 黑色幽默, S925银, rose water). So only a part that is a
// colour or size and nothing else counts: what stands in brackets, behind the last comma, dash or slash, or, in
// Chinese, between blanks. It must exclude every value that the style has, and all of these must be known.

extension ListingRules {
    mutating func checkTitle() {
        guard catalogue.fields.contains(.title) else { return }
        let title = catalogue.arena[catalogue.styles.title.base[style]]
        // “.” or “---” is no title either.
        if !title.string.unicodeScalars.contains(where: {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }) {
            let isOrphan = faults.lines.contains(catalogue.variants.line.base[rows.lowerBound])
            // A variation whose parent is not there has no title for that reason.
            if !isOrphan { report(.titleMissing, .error, "title") }
            return
        }
        for part in TitleParts(title).parts { check(part) }
    }

    private mutating func check(_ part: Bytes) {
        let meaning = lexicon.understand(part.buffer, axis: .unknown)
        let value = ListingAxis.Value(word: 0, first: 0, meaning: meaning)
        let kind: AxisKind
        if value.isOnlyColour {
            kind = .colour
        } else if value.isOnlySize, isTellingSize(meaning.size, part) {
            kind = .size
        } else {
            return
        }
        guard let place = axis(kind) else { return }
        let said = kind == .colour ? meaning.colour : meaning.size
        let hue = kind == .colour ? Hue(lexicon.describe(said)) : nil
        if kind == .colour, hue == nil { return }
        let excludesAll = axes[place].values.allSatisfy { value in
            guard kind == .colour ? value.isOnlyColour : value.isOnlySize else { return false }
            let other = kind == .colour ? value.meaning.colour : value.meaning.size
            guard lexicon.relation(said, other) == .never else { return false }
            return hue.map { hue in Hue(lexicon.describe(other)).map { hue.excludes($0) } ?? false } ?? true
        }
        guard excludesAll else { return }
        report(
            .titleNamesAbsentValue, .warning, "title", found: part.string,
            details: [
                ("kind", "\(kind)"), ("axis", catalogue.word(axes[place].name)), ("values", list(axes[place].values)),
            ])
    }

    /// XL, 2XL, 38码, EU 38: no single letter, and no bare number, which may be anything.
    private func isTellingSize(_ size: MeaningID, _ part: Bytes) -> Bool {
        guard let step = lexicon.sizeStep(size) else { return false }
        let isBare = part.buffer.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        switch step.kind {
        case .letter: return part.count > 1
        case .number: return !isBare
        case .other: return false
        }
    }

}

/// The plain hues, by which a title's colour is held against those of the variants. Sellers write blue for navy, so
/// another shade of one hue, or a neighbour of it, is no other colour. Metals, woods and foods have no hue here: a ring
/// of silver may have red stones, and Lemon is a scent.
enum Hue: String {
    case black, white, grey, brown, blue, green, red, yellow, orange, pink, purple

    /// The hue of a colour as the lexicon describes it: `dark blue`, `navy`.
    init?(_ description: String) {
        if description.contains(" + ") || description.contains(" or ") || description.contains("-") { return nil }
        let last = description.split(separator: " ").last.map(String.init) ?? ""
        switch last {
        case "navy": self = .blue
        case "burgundy", "crimson", "scarlet", "maroon": self = .red
        default:
            guard let hue = Hue(rawValue: last) else { return nil }
            self = hue
        }
    }

    /// Whether nobody would call the one by the name of the other.
    func excludes(_ other: Hue) -> Bool {
        self != other && !Self.neighbours.contains { $0 == (self, other) || $0 == (other, self) }
    }

    private static let neighbours: [(Hue, Hue)] = [
        (.red, .pink), (.red, .orange), (.red, .brown), (.red, .purple), (.pink, .purple), (.pink, .orange),
        (.orange, .yellow), (.orange, .brown), (.yellow, .white), (.yellow, .brown), (.grey, .black), (.grey, .white),
        (.grey, .blue), (.blue, .black), (.blue, .purple), (.brown, .black),
    ]
}

/// The parts of a title that stand by themselves, so that a colour there is the colour.
struct TitleParts {
    private(set) var parts: [Bytes] = []

    init(_ title: Bytes) {
        addBrackets(title)
        addLast(title)
        if !title.isASCII { addBetweenBlanks(title) }
    }

    private mutating func add(_ part: Bytes, _ whole: Bytes) {
        let part = part.trimmed
        guard part.count > 1, part.count < 40, part.count < whole.count else { return }
        if !parts.contains(where: { $0.base == part.base && $0.count == part.count }) { parts.append(part) }
    }

    private mutating func addBrackets(_ title: Bytes) {
        var open: Int?
        var at = 0
        while at < title.count {
            let (sign, length) = Self.sign(title, at)
            if sign == .open { open = at + length }
            if sign == .close, let start = open {
                add(Self.slice(title, start, at), title)
                open = nil
            }
            at += length
        }
    }

    /// What stands behind the last comma, or the last dash or slash between blanks.
    private mutating func addLast(_ title: Bytes) {
        var start: Int?
        var at = 0
        while at < title.count {
            let (sign, length) = Self.sign(title, at)
            if sign == .separator { start = at + length }
            at += length
        }
        if let start { add(title.dropFirst(start), title) }
    }

    private mutating func addBetweenBlanks(_ title: Bytes) {
        var start = 0
        var at = 0
        while at <= title.count {
            let (sign, length) = at < title.count ? Self.sign(title, at) : (.blank, 1)
            if sign != .none {
                let part = Self.slice(title, start, min(at, title.count))
                // Only Chinese words: those of other scripts may belong to their neighbours.
                if part.count > 2, part[0] >= 0xE4, part[0] <= 0xE9 { add(part, title) }
                start = at + length
            }
            at += length
        }
    }

    private enum Sign { case none, blank, open, close, separator }

    private static func sign(_ text: Bytes, _ at: Int) -> (Sign, Int) {
        func isBlank(_ at: Int) -> Bool { at >= 0 && at < text.count && text[at] == 0x20 }
        switch text[at] {
        case 0x28, 0x5B: return (.open, 1)
        case 0x29, 0x5D: return (.close, 1)
        case 0x2C: return (.separator, 1)
        case 0x2D, 0x2F, 0x7C: return (isBlank(at - 1) && isBlank(at + 1) ? .separator : .none, 1)
        case 0x20: return (.blank, 1)
        case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && (0x93...0x94).contains(text[at + 2]):
            return (isBlank(at - 1) && isBlank(at + 3) ? .separator : .none, 3)
        case 0xE3 where at + 2 < text.count && text[at + 1] == 0x80:
            switch text[at + 2] {
            case 0x80: return (.blank, 3)
            case 0x90: return (.open, 3)
            case 0x91: return (.close, 3)
            default: return (.none, 3)
            }
        case 0xEF where at + 2 < text.count && text[at + 1] == 0xBC:
            switch text[at + 2] {
            case 0x88: return (.open, 3)
            case 0x89: return (.close, 3)
            case 0x8C: return (.separator, 3)
            default: return (.none, 3)
            }
        default: return (.none, 1)
        }
    }

    private static func slice(_ text: Bytes, _ from: Int, _ to: Int) -> Bytes {
        Bytes(base: text.base + from, count: max(0, to - from))
    }
}
