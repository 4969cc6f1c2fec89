/// Colours: single ones, sets (black/white), blends (灰蓝) and two names for one.
extension Relations {
    func colours(
        _ one: Facets, _ formOne: MeaningStore.Form, _ two: Facets, _ formTwo: MeaningStore.Form
    ) -> Relation {
        if let both = nothing(one, two) { return both }
        if formOne.contains(.either) || formTwo.contains(.either) { return either(one, two) }
        if one.count == 1, two.count == 1 { return token(one.first!, two.first!) }
        guard one.count == two.count else {
            if hasUnknown(one) || hasUnknown(two) { return .silent }
            return pattern(one, two) || Set(one) == Set(two) ? .near : .never
        }
        let found = paired(one, Array(two))
        guard found == .same else { return found }
        guard formOne == formTwo, !formOne.contains(.blend) else { return .near }
        if formOne.contains(.ordered), !zip(one, two).allSatisfy({ token($0, $1) == .same }) { return .near }
        return .same
    }

    /// A word that stands for no particular value says nothing of any other.
    private func nothing(_ one: Facets, _ two: Facets) -> Relation? {
        func says(_ facets: Facets) -> Bool { !facets.contains { $0.system == System.nothing } }
        return says(one) && says(two) ? nil : .silent
    }

    private func hasUnknown(_ facets: Facets) -> Bool {
        facets.contains { facet in
            facet.system == System.word
                || facet.system == System.user && users.concepts[Int(facet.low)].known.isNone
        }
    }

    private func either(_ one: Facets, _ two: Facets) -> Relation {
        var silent = false
        for a in one {
            for b in two {
                switch token(a, b) {
                case .same, .near: return .near
                case .silent: silent = true
                case .never: break
                }
            }
        }
        return silent ? .silent : .never
    }

    /// Striped against black-and-white striped.
    private func pattern(_ one: Facets, _ two: Facets) -> Bool {
        func patterns(_ facets: Facets) -> [Facet] {
            facets.filter { $0.system == System.colour && vocabulary.patterns.contains(Int32($0.low)) }
        }
        let a = patterns(one)
        return !a.isEmpty && a == patterns(two) && (a.count == one.count || a.count == two.count)
    }

    /// Each colour of one with one of the other: what is the same goes together, and the worst of the rest counts.
    private func paired(_ one: Facets, _ two: [Facet]) -> Relation {
        var rest = two
        let unpaired = one.filter { a in
            guard let at = rest.firstIndex(where: { token(a, $0) == .same }) else { return true }
            rest.remove(at: at)
            return false
        }
        if unpaired.isEmpty { return .same }
        let table = unpaired.map { a in rest.map { token(a, $0) } }
        if canPair(table, [.near]) { return .near }
        return canPair(table, [.near, .silent]) ? .silent : .never
    }

    /// Whether every row finds a column of its own among the accepted relations (augmenting paths).
    private func canPair(_ table: [[Relation]], _ accepted: [Relation]) -> Bool {
        var rowOfColumn = [Int?](repeating: nil, count: table.count)
        func place(_ row: Int, _ tried: inout [Bool]) -> Bool {
            for column in table.indices where accepted.contains(table[row][column]) && !tried[column] {
                tried[column] = true
                if rowOfColumn[column] == nil || place(rowOfColumn[column]!, &tried) {
                    rowOfColumn[column] = row
                    return true
                }
            }
            return false
        }
        return table.indices.allSatisfy { row in
            var tried = [Bool](repeating: false, count: table.count)
            return place(row, &tried)
        }
    }

    /// One colour against another.
    func token(_ a: Facet, _ b: Facet) -> Relation {
        if a == b { return .same }
        if a.system == System.user || b.system == System.user { return user(a, b) }
        if a.system == System.word || b.system == System.word {
            if a.system == b.system { return words(a, b) }
            let (word, colour) = a.system == System.word ? (a, b) : (b, a)
            return word.high != 0 && word.high - 1 == colour.low && colour.high == 0 ? .near : .silent
        }
        let family = (a.high | b.high) & ColourComposer.family
        guard family == 0 else {
            var a = a
            var b = b
            a.high &= ~ColourComposer.family
            b.high &= ~ColourComposer.family
            return token(a, b) == .never ? .silent : .near
        }
        if vocabulary.near.contains(NearPair(a, b)) { return .near }
        guard a.low == b.low else { return .never }
        if isBase(a, b) { return .near }
        return vocabulary.nearModifiers.contains(a.high ^ b.high) ? .near : .never
    }

    /// Whether one is the other without a modifier or with fewer: a shop may write 灰 for 浅灰, but not 深灰.
    private func isBase(_ a: Facet, _ b: Facet) -> Bool {
        let common = a.high & b.high
        return a.low == b.low && (common == a.high || common == b.high)
    }

    private func user(_ a: Facet, _ b: Facet) -> Relation {
        if a.system == b.system { return isBase(a, b) ? .near : .never }
        let (word, other) = a.system == System.user ? (a, b) : (b, a)
        let known = users.concepts[Int(word.low)].known
        guard word.high == 0, !known.isNone else { return .silent }
        let facets = meanings.facets(known)
        return facets.count == 1 ? token(facets.first!, other) : .never
    }
}
