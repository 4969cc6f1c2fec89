/// The words of titles, read from titles.csv when the first title is asked for.
final class TitleVocabulary: Sendable {
    static let shared = TitleVocabulary()

    /// The number of a word's concept.
    let words: WordTable
    let roles: [TitleRole]
    /// The names of concepts, for people.
    let names: [String]
    /// The family of a product type: `upper`, `footwear`; nil = it has none.
    let families: [String?]
    /// Concepts that Chinese and other words name; the others may overlap with them.
    let isBilingual: [Bool]

    /// The concept of a word, given folded.
    func concept(_ word: StaticString) -> Int? {
        words.find(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private init() {
        var words = WordTable(expecting: 4096)
        var roles: [TitleRole] = []
        var names: [String] = []
        var families: [String?] = []
        var scripts: [(han: Bool, other: Bool)] = []
        var rows = EmbeddedRows.titles
        var last: (role: EmbeddedRows.Cell, concept: EmbeddedRows.Cell)?
        var folded: [UInt8] = []
        while let (role, concept, word, _) = rows.next() {
            if last == nil || !last!.concept.elementsEqual(concept) || !last!.role.elementsEqual(role) {
                let parts = String(decoding: role, as: UTF8.self).split(separator: ":")
                roles.append(TitleRole(rawValue: String(parts[0])) ?? .plain)
                families.append(parts.count > 1 ? String(parts[1]) : nil)
                names.append(String(decoding: concept, as: UTF8.self))
                scripts.append((false, false))
                last = (role, concept)
            }
            folded.removeAll(keepingCapacity: true)
            Folding.fold(word, into: &folded)
            folded.withUnsafeBufferPointer { _ = words.insert($0, roles.count - 1) }
            let isHan = folded.contains { $0 >= 0xE3 }
            if isHan { scripts[roles.count - 1].han = true } else { scripts[roles.count - 1].other = true }
        }
        self.words = words
        self.roles = roles
        self.names = names
        self.families = families
        isBilingual = scripts.map { $0.han && $0.other }
    }
}
