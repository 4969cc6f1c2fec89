import CSpecData

/// The rows of one embedded table: plain cells, no quotes, a header line, `#` before a comment line.
struct EmbeddedRows {
    typealias Cell = UnsafeBufferPointer<UInt8>

    private let bytes: Cell
    private var at = 0

    init(_ file: specsync_embedded) {
        bytes = Cell(start: file.bytes, count: file.length)
        skipLine()
    }

    /// The first three or four cells of the next row; missing ones are empty.
    mutating func next() -> (Cell, Cell, Cell, Cell)? {
        while at < bytes.count, bytes[at] == 35 || bytes[at] == 10 { skipLine() }
        guard at < bytes.count else { return nil }
        let row = (cell(), cell(), cell(), cell())
        skipLine()
        return row
    }

    private mutating func cell() -> Cell {
        let start = at
        while at < bytes.count, bytes[at] != 44, bytes[at] != 10 { at += 1 }
        let found = Cell(rebasing: bytes[start..<at])
        if at < bytes.count, bytes[at] == 44 { at += 1 }
        return found
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != 10 { at += 1 }
        at += 1
    }

    static var axisNames: EmbeddedRows { .init(specsync_lexicon_axis_names) }
    static var modifiers: EmbeddedRows { .init(specsync_lexicon_modifiers) }
    static var colours: EmbeddedRows { .init(specsync_lexicon_colours) }
    static var patterns: EmbeddedRows { .init(specsync_lexicon_patterns) }
    static var sizes: EmbeddedRows { .init(specsync_lexicon_sizes) }
    static var packs: EmbeddedRows { .init(specsync_lexicon_packs) }
    static var attributes: EmbeddedRows { .init(specsync_lexicon_attributes) }
    static var noise: EmbeddedRows { .init(specsync_lexicon_noise) }
    static var titles: EmbeddedRows { .init(specsync_lexicon_titles) }
    static var relations: EmbeddedRows { .init(specsync_lexicon_relations) }
}
