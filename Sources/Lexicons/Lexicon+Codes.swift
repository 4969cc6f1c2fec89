/// Shade and model codes (N20, 408#): words that the lexicon does not know, and whose axis two shops may name differently.
extension Lexicon {
    /// What a code that stands for a colour means as another option, if any text has said it there; nil if it is no code.
    public func codeAsOther(_ colour: MeaningID) -> MeaningID? {
        codeFacet(colour).flatMap { meanings.known(.other, $0) }
    }

    public func isCode(_ colour: MeaningID) -> Bool { codeFacet(colour) != nil }

    /// The same, whether or not a text has said it.
    public func movedToOther(_ colour: MeaningID) -> MeaningID? {
        codeFacet(colour).map { meanings.intern(.other, [], [$0]) }
    }

    /// The facet of a colour that is one unknown word of letters and digits, with one digit and two characters at least.
    private func codeFacet(_ colour: MeaningID) -> Facet? {
        guard !colour.isNone, meanings.slot(colour) == .colour else { return nil }
        let facets = meanings.facets(colour)
        guard facets.count == 1, let word = facets.first, word.system == System.word, word.high == 0 else { return nil }
        let text = texts.text(Int(word.low)).utf8
        let isCode =
            text.count >= 2 && text.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
            && text.contains { (48...57).contains($0) }
        return isCode ? word : nil
    }
}
