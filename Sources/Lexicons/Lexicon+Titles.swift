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

extension Lexicon {
    /// What a product title names, so that titles in two languages can be compared: 小米8 手机 and Xiaomi 8.
    public func names(ofTitle title: UnsafeBufferPointer<UInt8>) -> TitleNames {
        var folded: [UInt8] = []
        Folding.fold(title, into: &folded)
        guard folded.count <= Self.longestText else { return TitleNames() }
        return folded.withUnsafeBufferPointer { names(ofFolded: $0) }
    }

    func names(ofFolded text: UnsafeBufferPointer<UInt8>) -> TitleNames {
        var reader = TitleNamesReader(
            text: FoldedText(bytes: text), titles: TitleVocabulary.shared, vocabulary: vocabulary)
        reader.run()
        return reader.names
    }
}

extension Lexicon {
    /// What a title names, for people: a role and its words each.
    public func describe(_ names: TitleNames) -> [(role: String, words: String)] {
        func concepts(_ numbers: Set<Int>) -> Set<String> { Set(numbers.map { TitleVocabulary.shared.names[$0] }) }
        let parts: [(String, Set<String>)] = [
            ("maker", concepts(names.makers)), ("line", concepts(names.lines)), ("model", names.models),
            ("code", names.codes), ("club", concepts(names.clubs)), ("kit", concepts(names.kits)),
            ("season", names.seasons), ("mark", concepts(names.marks)), ("product", concepts(names.products)),
            ("part", concepts(names.parts)), ("made of", concepts(names.materials)),
            ("version", Set(names.generations.map(String.init))), ("pack", Set(names.packs.map(String.init))),
            ("pieces", Set(names.pieces.map(String.init))),
            ("measure", Set(names.measures.map { describe(meanings.intern(.size, [], [$0])) })),
            ("feature", Set(names.attributes.map { vocabulary.names[Int($0)] })), ("trait", concepts(names.traits)),
            ("praise", concepts(names.praise)),
            ("unknown", names.unknown),
        ]
        return parts.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.sorted().joined(separator: ", ")) }
    }
}
