extension TitleNames {
    /// Whether what two titles name speaks against one product, even though a code ties them: a part of the thing, another
    /// version, measure, pack or material.
    ///
    /// - Parameter strictly: also what only one title says, of what nobody leaves out: a part, a version, a pack.
    public func contradicts(_ other: TitleNames, strictly: Bool) -> Bool {
        if strictly, saysMore(other) || other.saysMore(self) { return true }
        if [\TitleNames.makers, \.lines, \.clubs, \.marks].contains(where: {
            Self.differ(self[keyPath: $0], other[keyPath: $0])
        }) {
            return true
        }
        if Self.differ(Self.words(parts), Self.words(other.parts)) || Self.differ(generations, other.generations) {
            return true
        }
        if Self.differ(packs, other.packs) || Self.differ(pieces, other.pieces) { return true }
        if !clubs.isEmpty, !other.clubs.isEmpty, Self.differ(kits, other.kits) || Self.differ(seasons, other.seasons) {
            return true
        }
        return productsDiffer(other) || traitsDiffer(other) || measuresDiffer(other) || modelsDiffer(other)
    }

    /// Whether it names a part, a version, a pack or a second product that the other does not.
    private func saysMore(_ other: TitleNames) -> Bool {
        if isForAnother, !other.isForAnother { return true }
        if !marks.isSubset(of: other.marks) || !packs.isSubset(of: other.packs)
            || !generations.isSubset(of: other.generations)
        {
            return true
        }
        // A data cable is a cable.
        let known = Self.words(other.parts.union(other.products))
        if parts.contains(where: { Self.words([$0]).isDisjoint(with: known) }) { return true }
        // Air Fryer Basket beside Air Fryer.
        let families = TitleVocabulary.shared.families
        return !other.products.isEmpty && products.isStrictSuperset(of: other.products)
            && products.subtracting(other.products).allSatisfy { more in
                families[more] == nil || !other.products.contains { families[$0] == families[more] }
            }
    }

    private static func differ<Element>(_ a: Set<Element>, _ b: Set<Element>) -> Bool {
        !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b)
    }

    /// Two product types that nobody would call by one name: of different families, or of none.
    private func productsDiffer(_ other: TitleNames) -> Bool {
        Self.differ(products, other.products)
            && !products.contains { mine in other.products.contains { Self.overlap(mine, $0) } }
    }

    /// Whether one thing may be called by both: of one family, or one is a word that only one language has.
    private static func overlap(_ a: Int, _ b: Int) -> Bool {
        let vocabulary = TitleVocabulary.shared
        let family = vocabulary.families[a]
        return !vocabulary.isBilingual[a] || !vocabulary.isBilingual[b]
            || (family != nil && family == vocabulary.families[b])
    }

    /// Two materials, or two descriptions of the same detail (high and low waist), whose names share no word: silk and
    /// cotton, but not cotton and pure cotton.
    private func traitsDiffer(_ other: TitleNames) -> Bool {
        let cloth: Set<Substring> = ["leather", "denim", "fur", "fleece", "wool", "straw", "silk", "canvas"]
        func materials(_ names: TitleNames) -> Set<Substring> {
            Self.words(names.materials).union(Self.words(names.products).intersection(cloth))
        }
        if Self.differ(materials(self), materials(other)) { return true }
        let details = TitleVocabulary.shared.families
        return traits.contains { mine in
            guard let detail = details[mine] else { return false }
            func said(_ names: TitleNames) -> Set<Substring> {
                Self.words(names.traits.filter { details[$0] == detail }).subtracting([Substring(detail)])
            }
            return Self.differ(said(self), said(other))
        }
    }

    /// Two values of one unit and none in common.
    private func measuresDiffer(_ other: TitleNames) -> Bool {
        measures.contains { mine in
            let own = measures.filter { $0.system == mine.system }
            let rivals = other.measures.filter { $0.system == mine.system }
            return Self.differ(Set(own.map(\.low)), Set(rivals.map(\.low)))
        }
    }

    /// Two models of one series: A5 and A6, S23 and S24.
    private func modelsDiffer(_ other: TitleNames) -> Bool {
        func series(_ model: String) -> String { model.filter { !$0.isNumber } }
        return models.subtracting(other.models).contains { mine in
            let letters = series(mine)
            return !letters.isEmpty && other.models.subtracting(models).contains { series($0) == letters }
        }
    }
}
