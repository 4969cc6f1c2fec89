extension Lexicon {
    /// The attributes that a product title names, each once, in the order of the title: 加绒, 短袖, Women's.
    ///
    /// Chinese words are found inside the text if they have two or more characters and are no part of a longer known
    /// word; others only as whole tokens. A title that names both of a pair (加绒/不加绒) names neither. Each meaning is
    /// the one that `understand` gives the word in the `other` slot, so `relation` tells 加绒 from 不加绒; where a user's
    /// word stands for it, it is our own meaning of that word, which still can be compared.
    public func attributes(ofTitle title: UnsafeBufferPointer<UInt8>) -> [MeaningID] {
        var folded: [UInt8] = []
        Folding.fold(title, into: &folded)
        guard folded.count <= Self.longestText else { return [] }
        let concepts = folded.withUnsafeBufferPointer {
            TitleReader(text: FoldedText(bytes: $0), vocabulary: vocabulary, users: users.isEmpty ? nil : users)
                .concepts()
        }
        return concepts.map { concept in
            let system = vocabulary.dimensionOfAttribute[concept] ?? System.attributes
            return meanings.intern(.other, [], [Facet(system, Int64(concept))])
        }
    }
}
