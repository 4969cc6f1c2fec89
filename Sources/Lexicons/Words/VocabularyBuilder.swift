/// Reads the embedded tables into the vocabulary's columns.
struct VocabularyBuilder {
    typealias Cell = EmbeddedRows.Cell

    var words = WordTable(expecting: 4096)
    var senses: [Sense] = []
    var axes = WordTable(expecting: 256)
    var names: [String] = []
    var colours: [[Facet]] = []
    var patterns: Set<Int32> = []
    var near: Set<NearPair> = []
    var nearModifiers: [Int64] = []
    var dimensionOfAttribute: [Int32: UInt32] = [:]
    var dimensions: [String] = []
    var packUnits: [String] = []
    var modifiers: [String] = []
    private var folded: [UInt8] = []
    private var sizeConcepts: [String: Facet] = [:]
    private var attributeConcepts: [String: Facet] = [:]

    init() { senses.reserveCapacity(4096) }

    /// Adds a sense to a word. A sense that is already there stays single.
    private mutating func add(_ cell: Cell, _ kind: SenseKind, _ value: Int32) {
        folded.removeAll(keepingCapacity: true)
        Folding.fold(cell, into: &folded)
        let sense = Int32(senses.count)
        let first = folded.withUnsafeBufferPointer { words.insert($0, Int(sense)) }
        if first == Int(sense) {
            senses.append(Sense(kind: kind, value: value, next: -1))
            return
        }
        var last = first
        while true {
            if senses[last].kind == kind, senses[last].value == value { return }
            guard senses[last].next >= 0 else { break }
            last = Int(senses[last].next)
        }
        senses[last].next = sense
        senses.append(Sense(kind: kind, value: value, next: -1))
    }

    private mutating func concept(_ name: Cell) -> Int32 {
        names.append(String(decoding: name, as: UTF8.self))
        colours.append([])
        return Int32(names.count - 1)
    }

    private func find(_ cell: Cell, _ kind: SenseKind) -> Int32? {
        var folded: [UInt8] = []
        Folding.fold(cell, into: &folded)
        guard let first = folded.withUnsafeBufferPointer({ words.find($0) }) else { return nil }
        var at = Int32(first)
        while at >= 0 {
            if senses[Int(at)].kind == kind { return senses[Int(at)].value }
            at = senses[Int(at)].next
        }
        return nil
    }

    mutating func readModifiers() {
        var rows = EmbeddedRows.modifiers
        var last = ""
        while let (name, word, _, _) = rows.next() {
            let named = String(decoding: name, as: UTF8.self)
            if named != last {
                modifiers.append(named)
                last = named
                add(name, .modifier, Int32(modifiers.count - 1))
            }
            add(word, .modifier, Int32(modifiers.count - 1))
        }
    }

    /// Reads colours; a concept named `a+b` is those two, one named `light blue` is the base with its modifier.
    mutating func readColours(_ table: EmbeddedRows, pattern: Bool) {
        var rows = table
        var last: Cell?
        var number: Int32 = 0
        while let (name, word, _, _) = rows.next() {
            if last == nil || !Self.equal(last!, name) {
                number = concept(name)
                colours[Int(number)] = meaning(of: name) ?? [Facet(System.colour, Int64(number), 0)]
                if pattern { patterns.insert(number) }
                last = name
                if !name.contains(43) { add(name, .colour, number) }
            }
            add(word, .colour, number)
        }
    }

    private static func equal(_ a: Cell, _ b: Cell) -> Bool {
        a.count == b.count && a.elementsEqual(b)
    }

    /// What a composed name stands for: `black+white`, `light blue`.
    private func meaning(of name: Cell) -> [Facet]? {
        if let plus = name.firstIndex(of: 43) {
            guard let a = colourFacets(Cell(rebasing: name[..<plus])),
                let b = colourFacets(Cell(rebasing: name[(plus + 1)...]))
            else { return nil }
            return a + b
        }
        guard let space = name.firstIndex(of: 32),
            let modifier = find(Cell(rebasing: name[..<space]), .modifier),
            let base = find(Cell(rebasing: name[(space + 1)...]), .colour)
        else { return nil }
        var facets = colours[Int(base)]
        guard facets.count == 1 else { return nil }
        facets[0].high |= 1 << Int64(modifier)
        return facets
    }

    /// What a name in a relation stands for.
    private func colourFacets(_ name: Cell) -> [Facet]? {
        if let known = find(name, .colour) { return colours[Int(known)] }
        return name.contains(43) ? nil : meaning(of: name)
    }

    mutating func readSizes() {
        var rows = EmbeddedRows.sizes
        var last: Cell?
        var number: Int32 = 0
        while let (kind, name, word, _) = rows.next() {
            if last == nil || !Self.equal(last!, name) {
                number = concept(name)
                last = name
            }
            let named = names[Int(number)]
            switch String(decoding: kind, as: UTF8.self) {
            case "letter":
                let rank = SizePatterns.rank(named) ?? 0
                add(word, .letter, Int32(rank))
                sizeConcepts[named] = Facet(System.letter, Int64(rank))
            case "one":
                add(word, .oneSize, number)
            case "ask":
                add(word, .ask, number)
                sizeConcepts[named] = Facet(System.ask, Int64(number))
            case "bed":
                add(word, .bed, number)
                sizeConcepts[named] = Facet(System.bed, Int64(number))
            case "fit": add(word, .fit, number)
            case "mark":
                if let mark = SizeMark(named) { add(word, .mark, Int32(mark.rawValue)) }
            default: add(word, .sizeFiller, 0)
            }
        }
        for rank in -4...6 {
            sizeConcepts[SizePatterns.name(rank: rank)] = Facet(System.letter, Int64(rank))
        }
    }

    mutating func readAttributes() {
        var rows = EmbeddedRows.attributes
        var last: Cell?
        var number: Int32 = 0
        while let (dimension, name, word, _) = rows.next() {
            if last == nil || !Self.equal(last!, name) {
                number = concept(name)
                last = name
                let named = String(decoding: dimension, as: UTF8.self)
                let known = dimensions.firstIndex(of: named)
                if known == nil { dimensions.append(named) }
                let system = System.attributes + UInt32(known ?? dimensions.count - 1)
                dimensionOfAttribute[number] = system
                attributeConcepts[names[Int(number)]] = Facet(system, Int64(number))
            }
            add(word, .attribute, number)
        }
    }

    mutating func readPacks() {
        var rows = EmbeddedRows.packs
        while let (unit, word, _, _) = rows.next() {
            let named = String(decoding: unit, as: UTF8.self)
            if packUnits.last != named { packUnits.append(named) }
            add(word, .packUnit, Int32(packUnits.count - 1))
        }
    }

    mutating func readNoise() {
        var rows = EmbeddedRows.noise
        var last: Cell?
        var number: Int32 = 0
        while let (fact, name, word, _) = rows.next() {
            switch String(decoding: fact, as: UTF8.self) {
            case "nothing":
                if last == nil || !Self.equal(last!, name) {
                    number = concept(name)
                    last = name
                }
                add(word, .nothing, number)
            case "stock": add(word, .noise, Int32(Understood.promise | Understood.stockNow))
            case "preorder": add(word, .noise, Int32(Understood.promise | Understood.preorder))
            case "promise": add(word, .noise, Int32(Understood.promise))
            case "advice": add(word, .noise, Int32(Understood.advice))
            case "gift": add(word, .noise, Int32(Understood.gift))
            case "hype": add(word, .noise, Int32(Understood.hype))
            default: add(word, .filler, 0)
            }
        }
    }

    mutating func readAxes() {
        let kinds: [String: AxisKind] = [
            "colour": .colour, "size": .size, "pack": .pack, "other": .other, "plug": .plug,
        ]
        var rows = EmbeddedRows.axisNames
        while let (axis, word, _, _) = rows.next() {
            folded.removeAll(keepingCapacity: true)
            Folding.fold(word, into: &folded)
            let kind = kinds[String(decoding: axis, as: UTF8.self)] ?? .unknown
            folded.withUnsafeBufferPointer { _ = axes.insert($0, Int(kind.rawValue)) }
        }
    }

    mutating func readRelations() {
        var rows = EmbeddedRows.relations
        while let (kind, a, b, _) = rows.next() {
            switch String(decoding: kind, as: UTF8.self) {
            case "modifier":
                if let one = find(a, .modifier), let two = find(b, .modifier) {
                    nearModifiers.append(1 << Int64(one) | 1 << Int64(two))
                }
            case "colour":
                if let one = colourFacets(a), let two = colourFacets(b), one.count == 1, two.count == 1 {
                    near.insert(NearPair(one[0], two[0]))
                }
            case "size": pair(sizeConcepts, a, b)
            default: pair(attributeConcepts, a, b)
            }
        }
    }

    private mutating func pair(_ concepts: [String: Facet], _ a: Cell, _ b: Cell) {
        if let one = concepts[String(decoding: a, as: UTF8.self)],
            let two = concepts[String(decoding: b, as: UTF8.self)]
        {
            near.insert(NearPair(one, two))
        }
    }
}
