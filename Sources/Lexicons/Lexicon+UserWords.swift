/// A row of a user's word file that cannot be taken.
public struct WordProblem: Sendable, Equatable {
    /// From 1, the header line included.
    public let line: Int
    public let message: String
}

extension Lexicon {
    /// Takes a user's words: `kind,label,canonical` with a header line; kind is colour, size, other or pack. Rows of the
    /// kinds `near` and `never` name two values instead, and how they stand to each other.
    ///
    /// A user's word stands before all of ours, as a whole label. Rows that contradict an earlier one are left out and
    /// told. Texts understood before this call keep their old meaning, so it comes first.
    public func addWords(csv: UnsafeBufferPointer<UInt8>) -> [WordProblem] {
        let kinds: [String: Slot] = [
            "colour": .colour, "color": .colour, "size": .size, "other": .other, "pack": .pack,
        ]
        var problems: [WordProblem] = []
        var relations: [(line: Int, relation: Relation, a: [UInt8], b: [UInt8])] = []
        var rows = UserRows(csv)
        let first = users.concepts.count
        guard let header = rows.next() else { return [WordProblem(line: 1, message: "the file is empty")] }
        let names = header.cells.prefix(3).map { String(decoding: $0, as: UTF8.self) }
        if names != ["kind", "label", "canonical"] {
            return [WordProblem(line: 1, message: "the header must be kind,label,canonical")]
        }
        while let row = rows.next() {
            if row.cells.count == 1, row.cells[0].isEmpty { continue }
            guard row.cells.count >= 3 else {
                problems.append(WordProblem(line: row.line, message: "three cells are needed: kind,label,canonical"))
                continue
            }
            let kind = String(decoding: row.cells[0], as: UTF8.self).lowercased()
            if kind == "near" || kind == "never" {
                relations.append((row.line, kind == "near" ? .near : .never, row.cells[1], row.cells[2]))
                continue
            }
            guard let slot = kinds[kind] else {
                let message = "unknown kind '\(kind)': use colour, size, other, pack, near or never"
                problems.append(WordProblem(line: row.line, message: message))
                continue
            }
            if let message = add(slot, row.cells[1], row.cells[2]) {
                problems.append(WordProblem(line: row.line, message: message))
            }
        }
        for number in first..<users.concepts.count { claim(number) }
        // Only now is it known what the words of all rows mean.
        for row in relations {
            if !relate(row.a, row.b, row.relation) {
                let message = "the two must be two values of one kind: two colours, two sizes …"
                problems.append(WordProblem(line: row.line, message: message))
            }
        }
        return problems.sorted { $0.line < $1.line }
    }

    /// Notes how two values stand to each other; false if they are no two of one kind.
    private func relate(_ a: [UInt8], _ b: [UInt8], _ relation: Relation) -> Bool {
        for (hint, part) in [
            (AxisKind.size, \Understood.size), (.colour, \.colour), (.other, \.other), (.pack, \.pack),
        ] {
            let one = a.withUnsafeBufferPointer { understand($0, axis: hint) }
            let two = b.withUnsafeBufferPointer { understand($0, axis: hint) }
            let isKnown = (one.facts | two.facts) & Understood.unknownWord == 0
            let (x, y) = (one[keyPath: part], two[keyPath: part])
            // An unknown word is whatever it is asked for; as a size it is most seldom right.
            if x.isNone || y.isNone || x == y || (hint == .size && !isKnown) { continue }
            userRelations[MeaningPair(x, y)] = relation
            return true
        }
        return false
    }

    /// Adds one label; returns why not.
    private func add(_ slot: Slot, _ label: [UInt8], _ canonical: [UInt8]) -> String? {
        let word = folded(label)
        let target = folded(canonical)
        if word.isEmpty || target.isEmpty { return "label and canonical must not be empty" }
        let name = String(decoding: canonical, as: UTF8.self)
        let number = target.withUnsafeBufferPointer { users.concept(slot, $0, name) }
        if let other = target.withUnsafeBufferPointer({ users.label(slot, $0, number) }) {
            return "'\(name)' is already a label of '\(users.concepts[other].name)'"
        }
        if let other = word.withUnsafeBufferPointer({ users.label(slot, $0, number) }) {
            return "'\(String(decoding: label, as: UTF8.self))' already stands for '\(users.concepts[other].name)'"
        }
        return nil
    }

    private func folded(_ bytes: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        bytes.withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
        return folded
    }

    /// Joins a canonical word with what our lexicon knows under that name, unless another canonical did so before.
    private func claim(_ number: Int) {
        let concept = users.concepts[number]
        let hint: AxisKind = [.colour, .size, .other, .pack][Int(concept.slot.rawValue)]
        let bytes = Array(concept.name.utf8)
        let ours = bytes.withUnsafeBufferPointer { understand($0, axis: hint, withUsers: false) }
        let known = [ours.colour, ours.size, ours.other, ours.pack][Int(concept.slot.rawValue)]
        guard !known.isNone, claims[known] == nil, meanings.slot(known) == concept.slot else { return }
        let facets = meanings.facets(known)
        let unsure = [System.word, System.nothing, System.user]
        guard !facets.contains(where: { unsure.contains($0.system) }) else { return }
        let attribute = facets.count == 1 && facets.first!.system >= System.attributes ? Int32(facets.first!.low) : nil
        users.setKnown(number, known, attribute: attribute)
        claims[known] = meanings.intern(concept.slot, [], [Facet(System.user, Int64(number), 0)])
    }
}
