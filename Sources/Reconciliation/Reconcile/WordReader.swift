public import Catalogues
public import Lexicons

/// Understands the options of single variants, of any catalogue; each distinct word once a catalogue.
/// The catalogues must outlive it.
struct WordReader {
    let lexicon: Lexicon
    private var kinds: [Word: AxisKind] = [:]
    private var meanings: [Word: Understood] = [:]

    /// A word of a catalogue, read as a value on an axis of a kind, or as the name of an axis.
    private struct Word: Hashable {
        var catalogue: ObjectIdentifier
        var number: UInt32
        var kind: AxisKind?
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func read(_ catalogue: Catalogue, _ row: Int) -> [MeaningID] {
        var slots = Array(repeating: MeaningID(number: 0), count: Slot.count)
        let style = Int(catalogue.variants.style[row])
        for position in 0..<catalogue.axisCount {
            let word = catalogue.variants.option(position)[row]
            if word == 0 { continue }
            let meaning = meaning(of: word, axis: catalogue.styles.axis(style, position), in: catalogue)
            for (slot, part) in [meaning.colour, meaning.size, meaning.other, meaning.pack].enumerated()
            where part.number != 0 {
                slots[slot] = slots[slot].number == 0 ? part : lexicon.joined(slots[slot], part)
            }
        }
        return slots
    }

    private mutating func meaning(of word: UInt32, axis name: UInt32, in catalogue: Catalogue) -> Understood {
        let axis = Word(catalogue: ObjectIdentifier(catalogue), number: name)
        let kind = kinds[axis] ?? lexicon.axisKind(ofName: catalogue.words[name].buffer)
        kinds[axis] = kind
        let value = Word(catalogue: ObjectIdentifier(catalogue), number: word, kind: kind)
        let meaning = meanings[value] ?? lexicon.understand(catalogue.words[word].buffer, axis: kind)
        meanings[value] = meaning
        return meaning
    }

    func contradict(_ a: [MeaningID], _ b: [MeaningID]) -> Bool {
        zip(a, b).contains { x, y in
            x != y && x.number != 0 && y.number != 0 && lexicon.relation(x, y) == .never
        }
    }

    /// Whether two variants mean the same on every axis that either names, by the words alone.
    func agree(_ a: [MeaningID], _ b: [MeaningID]) -> Bool {
        zip(a, b).allSatisfy { x, y in
            x == y || (x.number != 0 && y.number != 0 && lexicon.relation(x, y) == .same)
        }
    }
}

/// Compares variants of any catalogues by the words of their specs.
public struct SpecReader {
    private var reader: WordReader

    public init(lexicon: Lexicon) { reader = WordReader(lexicon: lexicon) }

    /// Whether two variants mean the same on every axis that either names.
    public mutating func saySame(_ a: Variant, _ b: Variant) -> Bool {
        let first = reader.read(a.catalogue, a.row)
        return reader.agree(first, reader.read(b.catalogue, b.row))
    }
}
