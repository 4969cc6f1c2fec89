/// A user's own words: labels that stand for canonical words, by slot.
struct UserWords: Sendable {
    struct Concept: Sendable {
        var slot: Slot
        var name: String
        /// What our own lexicon takes the canonical word for, unless another user canonical has claimed it.
        var known = MeaningID.none
        /// The attribute of ours that the canonical word is, if it is just one.
        var attribute: Int32?
    }

    private(set) var concepts: [Concept] = []
    private var labels: [WordTable] = (0..<4).map { _ in WordTable() }
    /// Canonical words by slot.
    private var canonicals: [WordTable] = (0..<4).map { _ in WordTable() }

    var isEmpty: Bool { concepts.isEmpty }

    mutating func setKnown(_ number: Int, _ id: MeaningID, attribute: Int32?) {
        concepts[number].known = id
        concepts[number].attribute = attribute
    }

    /// The number of a canonical word, new or known.
    mutating func concept(_ slot: Slot, _ folded: UnsafeBufferPointer<UInt8>, _ name: String) -> Int {
        let number = canonicals[Int(slot.rawValue)].insert(folded, concepts.count)
        if number == concepts.count { concepts.append(Concept(slot: slot, name: name)) }
        return number
    }

    /// Gives a label its canonical word; returns another one that it already has.
    mutating func label(_ slot: Slot, _ folded: UnsafeBufferPointer<UInt8>, _ number: Int) -> Int? {
        let known = labels[Int(slot.rawValue)].insert(folded, number)
        return known == number ? nil : known
    }

    /// The canonical that a whole text stands for, the hinted slot first.
    func whole(_ folded: UnsafeBufferPointer<UInt8>, _ hint: AxisKind) -> Int? {
        for slot in Self.order(hint) {
            if let number = labels[Int(slot.rawValue)].find(folded) { return number }
        }
        return nil
    }

    func longest(_ text: FoldedText, _ at: Int, _ hint: AxisKind) -> (Int, Int)? {
        var found: (Int, Int)?
        for slot in Self.order(hint) {
            if let (number, end) = text.longest(labels[Int(slot.rawValue)], at), end > found?.1 ?? at {
                found = (number, end)
            }
        }
        return found
    }

    private static func order(_ hint: AxisKind) -> [Slot] {
        switch hint {
        case .size: [.size, .colour, .other, .pack]
        case .pack: [.pack, .colour, .size, .other]
        case .other, .plug: [.other, .colour, .size, .pack]
        case .unknown, .colour: [.colour, .size, .other, .pack]
        }
    }
}
