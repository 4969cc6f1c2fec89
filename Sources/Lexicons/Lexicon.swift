/// What option words mean, and how two meanings stand to each other.
///
/// It learns as it goes: each distinct text is understood once and its meaning gets a number. One thread at a time may
/// change it; `relation` and `describe` only read.
public final class Lexicon {
    static let vocabulary = Vocabulary()
    /// Longer texts, in folded bytes, are no option values; they are taken whole for an unknown word.
    static let longestText = 1000

    let vocabulary: Vocabulary
    var users = UserWords()
    var meanings = MeaningStore()
    /// Unknown words, numbered from 0, with their texts in the order of their numbers.
    var texts = WordTable(expecting: 256)
    /// What a user says of two values: they are near, or never the same.
    var userRelations: [MeaningPair: Relation] = [:]
    /// Meanings of ours that a user's canonical word has claimed.
    var claims: [MeaningID: MeaningID] = [:]
    var measureTexts: [Int64: String] = [:]
    private var scratch: [UInt8] = []

    /// The built-in words. The tables are read once a process.
    public init() { vocabulary = Self.vocabulary }

    /// What an option name speaks of; `unknown` for names that may hold anything (规格, Style).
    public func axisKind(ofName name: UnsafeBufferPointer<UInt8>) -> AxisKind {
        var folded: [UInt8] = []
        Folding.fold(name, into: &folded)
        while let last = folded.last, last == 58 || last == 32 || last == 42 { folded.removeLast() }
        return folded.withUnsafeBufferPointer { AxisNames(table: vocabulary.axes).kind(FoldedText(bytes: $0)) }
    }

    /// What a text says. The hint decides what an unknown word is taken for; known words go where they belong.
    public func understand(_ text: UnsafeBufferPointer<UInt8>, axis: AxisKind) -> Understood {
        understand(text, axis: axis, withUsers: true)
    }

    func understand(
        _ text: UnsafeBufferPointer<UInt8>, axis: AxisKind, withUsers: Bool
    ) -> Understood {
        var folded: [UInt8] = []
        swap(&folded, &scratch)
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text, into: &folded)
        defer { swap(&folded, &scratch) }
        Self.spellPlus(&folded)
        let withUsers = withUsers && !users.isEmpty
        let saying = folded.withUnsafeBufferPointer { folded -> Saying in
            if withUsers, let number = users.whole(folded, axis) {
                var saying = Saying()
                saying.take(Facet(System.user, Int64(number), 0), users.concepts[number].slot)
                return saying
            }
            var saying = Saying()
            if folded.count > Self.longestText {
                saying.unknown.append((axis == .colour ? .colour : axis == .size ? .size : .other, Array(folded), 0))
                return saying
            }
            let sections = PackedText(axes: vocabulary.axes).sections(FoldedText(bytes: folded), axis)
            for section in sections {
                let part = FoldedText(bytes: UnsafeBufferPointer(rebasing: folded[section.from..<section.to]))
                let reader = TextReader(
                    text: part, vocabulary: vocabulary, users: withUsers ? users : nil, hint: section.hint)
                let slot: AxisKind = section.hint == .plug ? .other : section.hint
                var assembly = Assembly(text: part, vocabulary: vocabulary, hint: slot, saying: saying)
                assembly.run(reader.items())
                saying = assembly.saying
            }
            return saying
        }
        return interned(saying)
    }

    /// S24+ is the S24 Plus: a plus at the end of a word of letters with digits behind them is part of it.
    private static func spellPlus(_ folded: inout [UInt8]) {
        guard let plus = folded.lastIndex(of: 0x2B), plus > 1, plus + 1 == folded.count || folded[plus + 1] == 0x20
        else {
            return
        }
        var letter = plus - 1
        while letter >= 0, (0x30...0x39).contains(folded[letter]) { letter -= 1 }
        guard letter >= 0, letter < plus - 1, (0x61...0x7A).contains(folded[letter]) else { return }
        folded.replaceSubrange(plus...plus, with: " plus".utf8)
    }

    private func interned(_ saying: Saying) -> Understood {
        var saying = saying
        for unknown in saying.unknown {
            saying.facts |= Understood.unknownWord
            let number = word(unknown.text)
            saying.take(Facet(System.word, number, unknown.slot == .colour ? unknown.near : 0), unknown.slot)
        }
        for (slot, concept) in saying.nothing {
            saying.facts |= Understood.nothing
            let empty =
                slot == .colour ? saying.colours.isEmpty : slot == .size ? saying.sizes.isEmpty : saying.others.isEmpty
            if empty { saying.take(Facet(System.nothing, Int64(concept)), slot) }
        }
        for (digest, text) in saying.measures { measureTexts[digest] = String(decoding: text, as: UTF8.self) }
        var understood = Understood()
        understood.facts = saying.facts
        understood.colour = claimed(meanings.intern(.colour, saying.colourForm, saying.colours))
        understood.size = claimed(meanings.intern(.size, [], saying.sizes))
        understood.other = claimed(meanings.intern(.other, [], saying.others))
        understood.pack = claimed(meanings.intern(.pack, [], saying.packs))
        return understood
    }

    private func claimed(_ id: MeaningID) -> MeaningID { claims[id] ?? id }

    /// The number of an unknown word; blanks around a slash and a 色 at the end make no difference.
    private func word(_ text: [UInt8]) -> Int64 {
        var plain: [UInt8] = []
        for byte in text {
            if byte == 32, plain.last == 47 { continue }
            if byte == 47, plain.last == 32 { plain.removeLast() }
            plain.append(byte)
        }
        plain = Self.lettersTight(Self.numbersApart(plain))
        if plain.count > 3, plain.suffix(3).elementsEqual("色".utf8) { plain.removeLast(3) }
        if let model = modelName(plain) { plain = model }
        return plain.withUnsafeBufferPointer { Int64(texts.insert($0, texts.count)) }
    }

    /// 50 R is 50R, and #408 and 408# are 408: a blank between a number and one letter that ends the text, and the sign
    /// before or behind a code without blanks.
    private static func lettersTight(_ text: [UInt8]) -> [UInt8] {
        var text = text
        let count = text.count
        func isDigit(_ at: Int) -> Bool { text.indices.contains(at) && (48...57).contains(text[at]) }
        if isDigit(count - 3), text[count - 2] == 32, (97...122).contains(text[count - 1]) {
            text.remove(at: count - 2)
        }
        let isCode =
            text.contains { (48...57).contains($0) } && !text.contains(32) && text.count(where: { $0 == 35 }) == 1
        if isCode, text.first == 35 { text.removeFirst() } else if isCode, text.last == 35 { text.removeLast() }
        return text
    }

    /// 14pro is 14 pro: a blank between a number and a word of three letters or more behind it.
    private static func numbersApart(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for (at, byte) in text.enumerated() {
            let isLetter = (97...122).contains(byte)
            if isLetter, let last = result.last, (48...57).contains(last), at + 2 < text.count,
                (97...122).contains(text[at + 1]), (97...122).contains(text[at + 2])
            {
                result.append(32)
            }
            result.append(byte)
        }
        return result
    }

    /// How many meanings are known so far, *nothing said* included: their numbers are all below it.
    public var meaningCount: Int { meanings.count }

    /// How two meanings of one slot stand to each other; `silent` if either says nothing, except that a pack of several
    /// is never what has no count.
    public func relation(_ a: MeaningID, _ b: MeaningID) -> Relation {
        if a == b { return a.isNone ? .silent : .same }
        if !userRelations.isEmpty, let said = userRelations[MeaningPair(a, b)] { return said }
        return Relations(meanings: meanings, vocabulary: vocabulary, users: users, texts: texts).relation(a, b)
    }

    /// Two values that fell into one slot of one variant; their order does not matter.
    public func joined(_ a: MeaningID, _ b: MeaningID) -> MeaningID {
        if a.isNone || a == b { return b }
        if b.isNone { return a }
        let slot = meanings.slot(a)
        return claimed(meanings.intern(slot, [], Array(meanings.facets(a)) + Array(meanings.facets(b))))
    }
}

extension Saying {
    mutating func take(_ facet: Facet, _ slot: Slot) {
        switch slot {
        case .colour: colours.append(facet)
        case .size: sizes.append(facet)
        case .other: others.append(facet)
        case .pack: packs.append(facet)
        }
    }
}
