import Catalogues
import Lexicons

/// What the words of a catalogue mean on an axis of each kind. Each is understood when it is first asked for, and once.
struct WordMeanings: ~Copyable {
    private let catalogue: Catalogue
    private let lexicon: Lexicon
    private let wordCount: Int
    private let known: Column<UInt8>
    private let meanings: Column<Understood>

    init(_ catalogue: Catalogue, _ lexicon: Lexicon) {
        self.catalogue = catalogue
        self.lexicon = lexicon
        wordCount = catalogue.words.count
        known = Column(zeros: wordCount * AxisKind.allCases.count)
        meanings = Column(zeros: wordCount * AxisKind.allCases.count)
    }

    @inline(__always) func of(_ word: UInt32, _ kind: AxisKind) -> Understood {
        let index = Int(kind.rawValue) * wordCount + Int(word)
        if known.base[index] == 0 {
            known.base[index] = 1
            meanings.base[index] = lexicon.understand(catalogue.words[word].buffer, axis: kind)
        }
        return meanings.base[index]
    }
}
