import Catalogues
import Lexicons

/// What the options of each variant of a catalogue mean: one meaning a slot, whatever axis or cell said it.
///
/// A colour and a size packed into one option, or written on each other's axis, come out in the same slots as two
/// plain columns do. Each distinct word is understood once an axis kind, never once a row.
struct Understanding: ~Copyable {
    /// Meaning numbers, those of all variants for each `Slot` in turn; 0 = nothing said. A slot of which no variant says
    /// anything is never touched, and costs no memory.
    private let slots: Column<UInt32>
    private let count: Int
    /// The slots of which any variant says something, one bit each.
    private(set) var said: UInt8 = 0
    /// What was split out of the words: promises, advice.
    private(set) var facts: Column<UInt32>
    /// Listings of which each is one colour of the same thing.
    private(set) var colourListings = ColourListings()

    init(_ catalogue: Catalogue, _ lexicon: Lexicon) {
        count = catalogue.variantCount
        slots = Column(zeros: count * Slot.count)
        facts = Column(zeros: count)
        let meanings = WordMeanings(catalogue, lexicon)
        let axisKinds = Self.kinds(ofNames: catalogue, lexicon)

        let swapped = Self.swappedStyles(0..<catalogue.styleCount, of: catalogue, lexicon, axisKinds)

        for position in 0..<catalogue.axisCount {
            let options = catalogue.variants.option(position)
            for row in 0..<count {
                let word = options[row]
                if word == 0 { continue }
                let style = Int(catalogue.variants.style.base[row])
                var kind = axisKinds[Int(catalogue.styles.axis(style, position))]
                if !swapped.isEmpty, swapped.contains(style) {
                    kind = kind == .colour ? .size : kind == .size ? .colour : kind
                }
                let meaning = meanings.of(word, kind)
                let into = slots.base + row
                Self.put(meaning.colour, into, lexicon)
                Self.put(meaning.size, into + count, lexicon)
                Self.put(meaning.other, into + 2 * count, lexicon)
                Self.put(meaning.pack, into + 3 * count, lexicon)
                said |= Self.slots(of: meaning)
                if meaning.facts != 0 { facts.base[row] |= meaning.facts }
            }
        }
        readTitles(catalogue, lexicon)
        readColourListings(catalogue, lexicon)
    }

    /// Colours of listings that are one colour each.
    private mutating func readColourListings(_ catalogue: Catalogue, _ lexicon: Lexicon) {
        colourListings = ColourListings(catalogue, lexicon) { style in
            catalogue.rows(ofStyle: style).contains { slots.base[$0] != 0 }
        }
        for (style, colour) in colourListings.colours {
            for row in catalogue.rows(ofStyle: style) { put(colour.number, row, Slot.colour.rawValue) }
        }
    }

    /// Colours that only the title says: `Swing Chair w/ Stand, Dark Gray`.
    private mutating func readTitles(_ catalogue: Catalogue, _ lexicon: Lexicon) {
        guard catalogue.fields.contains(.title), catalogue.variants.title.count > 0 else { return }
        for row in 0..<catalogue.variantCount where slots.base[row] == 0 {
            // Only where titles are the variants' own can they tell variants apart.
            if catalogue.variants.title.base[row].isNone,
                catalogue.rows(ofStyle: Int(catalogue.variants.style.base[row])).count > 1
            {
                continue
            }
            guard let part = TitleColour.part(of: catalogue, row) else { continue }
            let meaning = lexicon.understand(part.buffer, axis: .colour)
            if meaning.colour.number != 0, meaning.facts & Understood.unknownWord == 0,
                meaning.size.number | meaning.other.number | meaning.pack.number == 0
            {
                put(meaning.colour.number, row, Slot.colour.rawValue)
            }
        }
    }

    /// Styles whose colours stand on the size axis and the other way round: no colour there is a known one, but all
    /// are known sizes, and all sizes are known colours.
    static func swappedStyles(
        _ styles: Range<Int>, of catalogue: Catalogue, _ lexicon: Lexicon, _ kinds: [AxisKind]
    ) -> Set<Int> {
        var sizes: [UInt32: Bool] = [:]
        var colours: [UInt32: Bool] = [:]
        func isSize(_ word: UInt32) -> Bool {
            if let known = sizes[word] { return known }
            let meaning = lexicon.understand(catalogue.words[word].buffer, axis: .size)
            let isSize =
                meaning.size.number != 0 && meaning.colour.number == 0 && meaning.facts & Understood.unknownWord == 0
            sizes[word] = isSize
            return isSize
        }
        func isColour(_ word: UInt32) -> Bool {
            if let known = colours[word] { return known }
            let meaning = lexicon.understand(catalogue.words[word].buffer, axis: .colour)
            let isColour =
                meaning.colour.number != 0 && meaning.size.number == 0 && meaning.facts & Understood.unknownWord == 0
            colours[word] = isColour
            return isColour
        }
        var swapped: Set<Int> = []
        for style in styles {
            guard
                let colour = (0..<axisLimit).first(where: { kinds[Int(catalogue.styles.axis(style, $0))] == .colour }),
                let size = (0..<axisLimit).first(where: { kinds[Int(catalogue.styles.axis(style, $0))] == .size })
            else { continue }
            let isSwapped = catalogue.rows(ofStyle: style).allSatisfy { row in
                let onColour = catalogue.variants.option(colour)[row]
                let onSize = catalogue.variants.option(size)[row]
                return onColour != 0 && onSize != 0 && isSize(onColour) && !isColour(onColour) && isColour(onSize)
            }
            if isSwapped, !catalogue.rows(ofStyle: style).isEmpty { swapped.insert(style) }
        }
        return swapped
    }

    @inline(__always)
    private static func put(_ meaning: MeaningID, _ into: UnsafeMutablePointer<UInt32>, _ lexicon: Lexicon) {
        if meaning.number == 0 { return }
        into.pointee =
            into.pointee == 0 ? meaning.number : lexicon.joined(MeaningID(number: into.pointee), meaning).number
    }

    /// What each word is as the name of an axis; only words that are one are asked.
    static func kinds(ofNames catalogue: Catalogue, _ lexicon: Lexicon) -> [AxisKind] {
        var kinds = [AxisKind](repeating: .unknown, count: catalogue.words.count)
        var asked = [Bool](repeating: false, count: catalogue.words.count)
        for index in 0..<catalogue.styles.axes.count {
            let name = Int(catalogue.styles.axes.base[index])
            if name == 0 || asked[name] { continue }
            asked[name] = true
            kinds[name] = lexicon.axisKind(ofName: catalogue.words[UInt32(name)].buffer)
        }
        return kinds
    }

    mutating func put(_ meaning: UInt32, _ row: Int, _ slot: Int) {
        slots.base[slot * count + row] = meaning
        said |= 1 << UInt8(slot)
    }

    private static func slots(of meaning: Understood) -> UInt8 {
        (meaning.colour.isNone ? 0 : 1) | (meaning.size.isNone ? 0 : 2) | (meaning.other.isNone ? 0 : 4)
            | (meaning.pack.isNone ? 0 : 8)
    }

    @inline(__always) func isSaid(_ slot: Int) -> Bool { said >> UInt8(slot) & 1 == 1 }

    @inline(__always) func meaning(_ row: Int, _ slot: Int) -> UInt32 {
        isSaid(slot) ? slots.base[slot * count + row] : 0
    }

    /// Whether the variant says nothing at all.
    @inline(__always) func isEmpty(_ row: Int) -> Bool {
        for slot in 0..<Slot.count where meaning(row, slot) != 0 { return false }
        return true
    }

    /// Whether two of a few rows may say exactly the same: mostly they do not, which is seen without comparing them all.
    func mayRepeat(in rows: Range<Int>) -> Bool {
        // A bit of 512 for what each row says; two rows with one bit are looked at again.
        var bits = SIMD8<UInt64>(repeating: 0)
        for row in rows {
            var mixed: UInt64 = 0
            for slot in 0..<Slot.count {
                mixed = (mixed ^ UInt64(meaning(row, slot))) &* 0x9E37_79B9_7F4A_7C15
            }
            let place = Int(mixed >> 55)
            let bit: UInt64 = 1 << UInt64(place & 63)
            if bits[place >> 6] & bit != 0 { return true }
            bits[place >> 6] |= bit
        }
        return false
    }

    /// Whether two variants say exactly the same.
    @inline(__always) func same(_ a: Int, _ b: Int) -> Bool {
        for slot in 0..<Slot.count where meaning(a, slot) != meaning(b, slot) { return false }
        return true
    }
}

/// The parts of a spec that are compared, each with its like.
enum Slot: Int, CaseIterable {
    case colour, size, other, pack

    static let count = 4

    var evidence: Evidence {
        switch self {
        case .colour: .colour
        case .size: .size
        case .other: .other
        case .pack: .pack
        }
    }
}

/// The part of a title that may say a colour: what stands behind the last comma.
enum TitleColour {
    static func part(of catalogue: Catalogue, _ row: Int) -> Bytes? {
        let own = catalogue.variants.title.base[row]
        let title = catalogue.arena[
            own.isNone ? catalogue.styles.title.base[Int(catalogue.variants.style.base[row])] : own]
        guard let comma = title.buffer.lastIndex(of: 0x2C) else { return nil }
        let part = title.dropFirst(comma + 1).trimmed
        return part.isEmpty ? nil : part
    }
}
