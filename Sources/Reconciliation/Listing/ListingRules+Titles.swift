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
        if title.isEmpty {
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
        if kind == .colour, isUnsure(said) { return }
        let excludesAll = axes[place].values.allSatisfy { value in
            guard kind == .colour ? value.isOnlyColour : value.isOnlySize else { return false }
            return lexicon.relation(said, kind == .colour ? value.meaning.colour : value.meaning.size) == .never
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

    /// Metals are what a thing is made of, and these others may be any colour.
    private func isUnsure(_ colour: MeaningID) -> Bool {
        let name = lexicon.describe(colour)
        return Self.unsureColours.contains { name.contains($0) } || lexicon.isCode(colour)
    }

    private static let unsureColours = [
        "gold", "silver", "bronze", "copper", "brass", "steel", "chrome", "platinum", "titanium", "metal", "multi",
        "clear", "transparent", "natural", "nude", "wood", "denim", "print", "colour", "rainbow", "pearl", "'",
        "family", "chocolate", "coffee", "cream", "lemon", "orange", "rose", "cherry", "mint", "vanilla", "honey",
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
                // Only Chinese words: a Latin one may belong to its neighbours.
                if !part.isASCII { add(part, title) }
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
