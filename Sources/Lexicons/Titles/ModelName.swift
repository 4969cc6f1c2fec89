extension Lexicon {
    /// One spelling for a model however a cell writes it, as cases and films name what they are for: 苹果15Pro Max and
    /// iPhone 15 Pro Max. Nil for any text that says more or less than a maker or series with a model.
    func modelName(_ folded: [UInt8]) -> [UInt8]? {
        let hasDigit = folded.contains { (48...57).contains($0) }
        // 12/12 Pro is for two.
        let isOne = !folded.contains { [0x2F, 0x2B, 0x2C, 0x3B, 0x26].contains($0) }
        guard hasDigit, isOne, folded.count(where: { $0 > 96 }) >= 3 else { return nil }
        let names = folded.withUnsafeBufferPointer { self.names(ofFolded: $0) }
        guard names.isOneModel, names.makers.count <= 1, names.lines.count <= 1 else { return nil }
        let titles = TitleVocabulary.shared
        // A bare number behind Apple's name is its telephone.
        let line = names.lines.first ?? (names.makers.first == titles.concept("apple") ? titles.concept("iphone") : nil)
        guard let name = line ?? names.makers.first else { return nil }
        let words = [titles.names[name]] + names.models.sorted() + names.marks.map { titles.names[$0] }.sorted()
        return Array(words.joined(separator: " ").utf8)
    }
}

extension TitleNames {
    /// Whether a maker or series and one model are all that is named.
    fileprivate var isOneModel: Bool {
        var rest = self
        rest.makers = []
        rest.lines = []
        rest.models = []
        rest.marks = []
        return models.count == 1 && !(makers.isEmpty && lines.isEmpty) && rest == TitleNames()
    }
}
