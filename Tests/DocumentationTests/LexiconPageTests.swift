import Foundation
import Lexicons
import Testing

/// Lexicon.md: its words stand to each other as it says.
@Suite struct LexiconPageTests {
    private static let page = Documents.page("Lexicon")

    private func relation(_ a: String, _ b: String) -> Relation {
        let lexicon = Lexicon()
        func understand(_ word: String) -> Understood {
            Array(word.utf8).withUnsafeBufferPointer { lexicon.understand($0, axis: .unknown) }
        }
        let (one, two) = (understand(a), understand(b))
        let parts: [KeyPath<Understood, MeaningID>] = [\.colour, \.size, \.other, \.pack]
        let relations = parts.map { lexicon.relation(one[keyPath: $0], two[keyPath: $0]) }
        if relations.contains(.never) { return .never }
        if relations.contains(.near) { return .near }
        return relations.contains(.same) ? .same : .silent
    }

    @Test(arguments: [("same", Relation.same), ("near", .near), ("never", .never), ("silent", .silent)])
    func examplesAreTrue(_ name: String, _ expected: Relation) throws {
        let row = try #require(Self.page.split(separator: "\n").first { $0.hasPrefix("| \(name) | ") })
        let examples = row.split(separator: "|")[1].split(separator: "·").map {
            $0.replacing(" and ", with: " = ").split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(examples.count >= 3)
        for words in examples {
            for other in words.dropFirst() {
                #expect(relation(words[0], other) == expected, "\(words[0]) and \(other)")
            }
        }
    }

    @Test func ownWordsCanBeUsed() throws {
        let lists = (Self.page.blocks("csv") + Documents.readme.blocks("csv")).filter { $0.hasPrefix("kind,label,") }
        #expect(lists.count == 3)
        for list in lists {
            let problems = Array(list.utf8).withUnsafeBufferPointer { Lexicon().addWords(csv: $0) }
            #expect(problems.isEmpty)
        }
    }

    @Test func namesEveryTable() throws {
        let folder = Documents.repository.appending(path: "Sources/CSpecData/lexicon").path
        for table in try FileManager.default.contentsOfDirectory(atPath: folder) where table.hasSuffix(".csv") {
            #expect(Self.page.contains("`\(table)`"), "Lexicon.md does not name \(table)")
        }
    }
}
