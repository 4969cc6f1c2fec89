import Catalogues
import Lexicons

/// What the options of each variant of a catalogue mean: one meaning a slot, whatever axis or cell said it.
///
/// A colour and a size packed into one option, or written on each other's axis, come out in the same slots as two
/// plain columns do. Each distinct word is understood once an axis kind, never once a row.
struct Understanding: ~Copyable {
    /// Meaning numbers, four a variant in the order of `Slot`; 0 = nothing said.
    private(set) var slots: Column<UInt32>
    /// What was split out of the words: promises, advice.
    private(set) var facts: Column<UInt32>
    /// Listings of which each is one colour of the same thing.
    private(set) var colourListings = ColourListings()

    init(_ catalogue: Catalogue, _ lexicon: Lexicon) {
        let count = catalogue.variantCount
        slots = Column(zeros: count * Slot.count)
        facts = Column(zeros: count)
        let wordCount = catalogue.words.count
        let kinds = AxisKind.allCases.count
        let known = Column<UInt8>(zeros: wordCount * kinds)
        let meanings = Column<Understood>(zeros: wordCount * kinds)
        let axisKinds = Self.kinds(ofNames: catalogue, lexicon)

        let swapped = Self.swappedStyles(0..<catalogue.styleCount, of: catalogue, lexicon, axisKinds)

        for position in 0..<catalogue.axisCount {
            let options = catalogue.variants.option(position)
            for row in 0..<count {
                let word = Int(options[row])
                if word == 0 { continue }
                let style = Int(catalogue.variants.style.base[row])
                var kind = axisKinds[Int(catalogue.styles.axis(style, position))]
                if !swapped.isEmpty, swapped.contains(style) {
                    kind = kind == .colour ? .size : kind == .size ? .colour : kind
                }
                let index = Int(kind.rawValue) * wordCount + word
                if known.base[index] == 0 {
                    known.base[index] = 1
                    meanings.base[index] = lexicon.understand(catalogue.words[UInt32(word)].buffer, axis: kind)
                }
                let meaning = meanings.base[index]
                let into = slots.base + row * Slot.count
                Self.put(meaning.colour, into, lexicon)
                Self.put(meaning.size, into + 1, lexicon)
                Self.put(meaning.other, into + 2, lexicon)
                Self.put(meaning.pack, into + 3, lexicon)
                if meaning.facts != 0 { facts.base[row] |= meaning.facts }
            }
        }
        readTitles(catalogue, lexicon)
        readColourListings(catalogue, lexicon)
    }

    /// Colours of listings that are one colour each.
    private mutating func readColourListings(_ catalogue: Catalogue, _ lexicon: Lexicon) {
        colourListings = ColourListings(catalogue, lexicon) { style in
            catalogue.rows(ofStyle: style).contains { slots.base[$0 * Slot.count] != 0 }
        }
        for (style, colour) in colourListings.colours {
            for row in catalogue.rows(ofStyle: style) { slots.base[row * Slot.count] = colour.number }
        }
    }

    /// Colours that only the title says: `Swing Chair w/ Stand, Dark Gray`.
    private func readTitles(_ catalogue: Catalogue, _ lexicon: Lexicon) {
        guard catalogue.fields.contains(.title), catalogue.variants.title.count > 0 else { return }
        for row in 0..<catalogue.variantCount where slots.base[row * Slot.count] == 0 {
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
                slots.base[row * Slot.count] = meaning.colour.number
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

    mutating func put(_ meaning: UInt32, _ row: Int, _ slot: Int) { slots.base[row * Slot.count + slot] = meaning }

    @inline(__always) func meaning(_ row: Int, _ slot: Int) -> UInt32 { slots.base[row * Slot.count + slot] }

    /// Whether the variant says anything at all.
    @inline(__always) func isEmpty(_ row: Int) -> Bool {
        let base = slots.base + row * Slot.count
        return base[0] | base[1] | base[2] | base[3] == 0
    }

    /// Whether two variants say exactly the same.
    @inline(__always) func same(_ a: Int, _ b: Int) -> Bool {
        let rows = UnsafeRawPointer(slots.base)
        let size = Slot.count * MemoryLayout<UInt32>.stride
        return rows.loadUnaligned(fromByteOffset: a * size, as: SIMD4<UInt32>.self)
            == rows.loadUnaligned(fromByteOffset: b * size, as: SIMD4<UInt32>.self)
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
