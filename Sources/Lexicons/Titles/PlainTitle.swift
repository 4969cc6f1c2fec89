extension Lexicon {
    /// A title folded, without blanks and signs and without words that say nothing of the product: promises, praise, the
    /// year behind which 新款 stands. Two titles with one plain form are one title.
    public func plainTitle(_ title: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        Folding.fold(title, into: &folded)
        guard folded.count <= Self.longestText else { return folded }
        let titles = TitleVocabulary.shared
        return folded.withUnsafeBufferPointer { bytes in
            let text = FoldedText(bytes: bytes)
            var plain: [UInt8] = []
            var at = 0
            while at < text.count {
                guard text.isHan(at) || text.isLetter(at) || text.isDigit(at) else {
                    // A sign may tell +1.5 from -1.5.
                    if text.isDigit(at + 1), text.byte(at) == 43 || text.byte(at) == 45 { plain.append(text.byte(at)) }
                    at = text.after(at)
                    continue
                }
                if let end = text.noise(at, titles, vocabulary) {
                    at = end
                    continue
                }
                // The rest of a Latin word or number goes along, so that no word is found inside it.
                let start = at
                at = text.after(at)
                if !text.isHan(start) {
                    while text.isLetter(at) || text.isDigit(at) { at = text.after(at) }
                }
                plain += text.slice(start, at)
            }
            return plain
        }
    }
}

extension FoldedText {
    /// The place behind a word that says nothing, if one starts here.
    fileprivate func noise(_ at: Int, _ titles: TitleVocabulary, _ vocabulary: Vocabulary) -> Int? {
        if isDigit(at), let year = number(at, han: false), (2000...2050).contains(year.thousandths / 1000),
            year.end - at == 4, starts(year.end, "新") || starts(year.end, "年新")
        {
            return year.end
        }
        if let (concept, end) = longest(titles.words, at), [.plain, .praise].contains(titles.roles[concept]) {
            return end
        }
        if let (first, end) = longest(vocabulary.words, at), vocabulary.sense(first, .noise) != nil { return end }
        return nil
    }
}
