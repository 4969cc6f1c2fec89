/// What a word of the lexicon is.
enum SenseKind: UInt8, Sendable {
    case colour, modifier, letter, oneSize, ask, bed, fit, mark, sizeFiller, attribute, packUnit
    case noise, nothing, filler
}

/// One sense of a word; a word may have several.
struct Sense: Sendable {
    var kind: SenseKind
    /// A concept, a system, a rank or a fact, as the kind says.
    var value: Int32
    var next: Int32
}

/// A pair of things that a person must tell apart.
struct NearPair: Hashable, Sendable {
    var a: Facet
    var b: Facet

    init(_ a: Facet, _ b: Facet) {
        let ordered = (a.system, a.low, a.high) < (b.system, b.low, b.high)
        self.a = ordered ? a : b
        self.b = ordered ? b : a
    }
}

/// The built-in words, read once from the embedded tables; it never changes afterwards.
final class Vocabulary: Sendable {
    let words: WordTable
    let senses: [Sense]
    let axes: WordTable
    let units: WordTable
    /// The names of concepts, for people, by concept number.
    let names: [String]
    /// What each colour concept stands for: one colour with modifiers, or several colours.
    let colours: [[Facet]]
    /// Colour concepts that are patterns: they stand beside a colour and do not blend with it.
    let patterns: Set<Int32>
    let near: Set<NearPair>
    /// Modifier pairs that may mean the same, as bit sets of both.
    let nearModifiers: [Int64]
    let dimensionOfAttribute: [Int32: UInt32]
    let dimensions: [String]
    let packUnits: [String]
    let modifiers: [String]

    init() {
        var builder = VocabularyBuilder()
        builder.readModifiers()
        builder.readColours(EmbeddedRows.colours, pattern: false)
        builder.readColours(EmbeddedRows.patterns, pattern: true)
        builder.readSizes()
        builder.readAttributes()
        builder.readPacks()
        builder.readNoise()
        builder.readAxes()
        builder.readRelations()
        words = builder.words
        senses = builder.senses
        axes = builder.axes
        units = UnitTable.table
        names = builder.names
        colours = builder.colours
        patterns = builder.patterns
        near = builder.near
        nearModifiers = builder.nearModifiers
        dimensionOfAttribute = builder.dimensionOfAttribute
        dimensions = builder.dimensions
        packUnits = builder.packUnits
        modifiers = builder.modifiers
    }

    /// Whether a count is one of pairs, sets, boxes, bags …, of which one may hold several pieces, or pieces a box.
    func isContainer(_ pack: Facet) -> Bool {
        let unit = packUnits[Int(pack.system - System.packs)]
        return unit != "piece" && unit != "pack" || pack.high != 0
    }

    /// The sense of a word that is of one of these kinds, the first kind first.
    func sense(_ first: Int, _ wanted: SenseKind) -> Sense? {
        var at = Int32(first)
        while at >= 0 {
            let sense = senses[Int(at)]
            if sense.kind == wanted { return sense }
            at = sense.next
        }
        return nil
    }
}
