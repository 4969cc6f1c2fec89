import Foundation
import Lexicons
import Testing

/// The hand-written tables of pairs: what a person in the trade says of two texts. `numbers.csv` has semicolons, for its
/// numbers have commas.
@Suite struct PairsTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var file: String
        var line: Int
        var kind: String
        var a: String
        var b: String
        var relation: String
        var testDescription: String { "\(file):\(line): \(kind) '\(a)' '\(b)' \(relation)" }
    }

    static let pairs = read("pairs.csv", ",") + read("numbers.csv", ";")

    private static func read(_ name: String, _ separator: Character) -> [Pair] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").enumerated().dropFirst().map { number, row in
            let cells = row.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            return Pair(file: name, line: number + 1, kind: cells[0], a: cells[1], b: cells[2], relation: cells[3])
        }
    }

    @Test func tableIsThere() {
        #expect(Self.pairs.count >= 300)
        for relation in ["same", "near", "never", "silent"] {
            #expect(Self.pairs.contains { $0.relation == relation })
        }
    }

    @Test(arguments: pairs) func holds(_ pair: Pair) {
        var reader = Reader()
        let a = reader.meaning(pair.a, pair.kind)
        let b = reader.meaning(pair.b, pair.kind)
        #expect("\(reader.lexicon.relation(a, b))" == pair.relation, "\(reader.describe(a)) | \(reader.describe(b))")
        #expect(reader.lexicon.relation(a, b) == reader.lexicon.relation(b, a))
    }
}

/// A lexicon with shorter words for tests.
struct Reader {
    var lexicon = Lexicon()

    mutating func understand(_ text: String, _ axis: AxisKind) -> Understood {
        var text = text
        return text.withUTF8 { lexicon.understand($0, axis: axis) }
    }

    /// What a text means in the slot of that name, under the hint of that name; `colour>other` names both.
    mutating func meaning(_ text: String, _ kind: String) -> MeaningID {
        let names = kind.split(separator: ">").map(String.init)
        if names.count == 2 {
            let hints: [String: AxisKind] = [
                "colour": .colour, "size": .size, "other": .other, "pack": .pack, "unknown": .unknown,
                "plug": .plug,
            ]
            let all = understand(text, hints[names[0]] ?? .unknown)
            return ["colour": all.colour, "size": all.size, "pack": all.pack][names[1]] ?? all.other
        }
        switch kind {
        case "colour": return understand(text, .colour).colour
        case "size": return understand(text, .size).size
        case "pack": return understand(text, .pack).pack
        default: return understand(text, .other).other
        }
    }

    func describe(_ id: MeaningID) -> String { lexicon.describe(id) }

    /// All four slots as text: `navy | letter XL | | 2 piece`.
    mutating func slots(_ text: String, _ axis: AxisKind) -> String {
        let all = understand(text, axis)
        return [all.colour, all.size, all.other, all.pack].map { lexicon.describe($0) }.joined(separator: "|")
    }
}
