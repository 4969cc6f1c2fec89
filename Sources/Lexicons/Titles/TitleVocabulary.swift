/// The words of titles, read from titles.csv when the first title is asked for.
final class TitleVocabulary: Sendable {
    static let shared = TitleVocabulary()

    /// The number of a word's concept.
    let words: WordTable
    let roles: [TitleRole]
    /// The names of concepts, for people.
    let names: [String]

    /// The concept of a word, given folded.
    func concept(_ word: StaticString) -> Int? {
        words.find(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private init() {
        var words = WordTable(expecting: 4096)
        var roles: [TitleRole] = []
        var names: [String] = []
        var rows = EmbeddedRows.titles
        var last: EmbeddedRows.Cell?
        var folded: [UInt8] = []
        while let (role, concept, word, _) = rows.next() {
            if last == nil || !last!.elementsEqual(concept) {
                roles.append(TitleRole(rawValue: String(decoding: role, as: UTF8.self)) ?? .plain)
                names.append(String(decoding: concept, as: UTF8.self))
                last = concept
            }
            folded.removeAll(keepingCapacity: true)
            Folding.fold(word, into: &folded)
            folded.withUnsafeBufferPointer { _ = words.insert($0, roles.count - 1) }
        }
        self.words = words
        self.roles = roles
        self.names = names
    }
}
