import Foundation
import Lexicons
import Testing

/// The embedded tables do not contradict themselves.
@Suite struct VocabularyTests {
    static func rows(_ name: String) -> [[String]] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let file = root.appending(path: "Sources/CSpecData/lexicon/\(name).csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(arguments: [
        "colours", "patterns", "modifiers", "sizes", "attributes", "packs", "noise", "axis-names", "titles",
    ])
    func noWordInTwoConcepts(_ table: String) {
        let rows = Self.rows(table)
        #expect(rows.count > 20)
        let width = ["sizes", "attributes", "noise", "titles"].contains(table) ? 2 : 1
        var concepts: [String: String] = [:]
        for row in rows {
            #expect(row.count == (table == "packs" || table == "axis-names" ? 3 : 4), "\(table): \(row)")
            let concept = row[..<width].joined(separator: ",")
            let word = FoldingTests.fold(row[width]).replacing("-", with: " ")
            if let other = concepts[word], other != concept {
                Issue.record("\(table): '\(word)' is both \(other) and \(concept)")
            }
            concepts[word] = concept
            #expect(row.last?.isEmpty == false, "a word without source: \(row)")
        }
    }

    @Test func everyColourWordMeansItsConcept() {
        var reader = Reader()
        for row in Self.rows("colours") + Self.rows("patterns") where !row[0].contains("+") {
            let word = reader.meaning(row[1], "colour")
            let concept = reader.meaning(row[0], "colour")
            if word != concept || word == .none {
                Issue.record("'\(row[1])' is \(reader.describe(word)), not \(reader.describe(concept))")
            }
        }
    }

    @Test func relationsNameKnownThings() {
        var reader = Reader()
        for row in Self.rows("relations") where row[0] == "colour" {
            #expect(reader.relation("colour", row[1], row[2]) == .near, "\(row)")
        }
    }

    /// `same` is an equivalence over the words of each kind: no chain of equals joins two that are not.
    @Test(arguments: ["colour", "size", "other"]) func sameIsAnEquivalence(_ kind: String) {
        var reader = Reader()
        let tables = ["colour": ["colours", "patterns"], "size": ["sizes"], "other": ["attributes"]][kind] ?? []
        var ids: [MeaningID] = []
        for row in tables.flatMap(Self.rows) where !["mark", "filler"].contains(row[0]) {
            ids.append(reader.meaning(kind == "colour" ? row[1] : row[2], kind))
        }
        ids = Array(Set(ids)).filter { $0 != .none }
        for a in ids {
            for b in ids where a != b && reader.lexicon.relation(a, b) == .same {
                for c in ids where reader.lexicon.relation(b, c) == .same && reader.lexicon.relation(a, c) != .same {
                    Issue.record("\(reader.describe(a)) = \(reader.describe(b)) = \(reader.describe(c))")
                }
            }
        }
    }

    @Test func aModifierMakesAnotherColour() {
        var reader = Reader()
        let modifiers = Self.rows("modifiers").filter { $0[2] == "zh" || $0[2] == "en" }
        for row in modifiers {
            for base in row[2] == "zh" ? ["灰", "蓝", "绿", "粉", "红"] : ["grey", "blue", "green", "pink", "red"] {
                let modified = row[1] + (row[2] == "zh" ? "" : " ") + base
                let relation = reader.relation("colour", modified, base)
                let known = reader.describe(reader.meaning(modified, "colour"))
                let composed = known == "\(row[0]) \(reader.describe(reader.meaning(base, "colour")))"
                let holds = relation == .near || !composed && relation == .never
                #expect(holds, "\(modified) and \(base): \(relation)")
            }
        }
    }

    static let mains: [[String]] = [
        ["黑色", "Black"], ["白色", "White"], ["米白色", "Off White"], ["米色", "Beige"], ["灰色", "Grey"],
        ["浅灰色", "Light Grey"], ["深灰色", "Dark Grey"], ["花灰色", "Heather Grey"], ["藏青色", "Navy"], ["蓝色", "Blue"],
        ["浅蓝色", "Light Blue"], ["宝蓝色", "Royal Blue"], ["牛仔蓝", "Denim Blue"], ["红色", "Red"],
        ["酒红色", "Burgundy"], ["玫红色", "Rose"], ["粉色", "Pink"], ["藕粉色", "Nude Pink"], ["橙色", "Orange"],
        ["黄色", "Yellow"], ["姜黄色", "Mustard"], ["绿色", "Green"], ["军绿色", "Army Green"], ["薄荷绿", "Mint"],
        ["墨绿色", "Dark Green"], ["紫色", "Purple"], ["浅紫色", "Lilac"], ["棕色", "Brown"], ["咖啡色", "Coffee"],
        ["驼色", "Camel"], ["卡其色", "Khaki"], ["焦糖色", "Caramel"], ["杏粉色", "Apricot"], ["银色", "Silver"],
        ["金色", "Gold"], ["青绿色", "Turquoise"], ["拼色", "Multicolour"], ["条纹", "Striped"], ["格子", "Checked"],
        ["豹纹", "Leopard"],
    ]

    /// Bases and what they are with a modifier: a shop may write the one for the other, and a person decides. A French
    /// rose is pink.
    static let modified: [(Set<String>, Set<String>)] = [
        (["灰色", "Grey"], ["浅灰色", "Light Grey", "深灰色", "Dark Grey", "花灰色", "Heather Grey"]),
        (["蓝色", "Blue"], ["浅蓝色", "Light Blue"]), (["绿色", "Green"], ["墨绿色", "Dark Green"]),
        (["紫色", "Purple"], ["浅紫色"]), (["粉色", "Pink"], ["Rose"]),
    ]

    /// The commonest words of listings are known, and no two of them can be taken for one another.
    @Test func commonColoursAreKnownAndApart() {
        var reader = Reader()
        for (number, words) in Self.mains.enumerated() {
            for word in words {
                #expect(reader.understand(word, .colour).facts & Understood.unknownWord == 0, "\(word)")
                for other in Self.mains[(number + 1)...].joined() {
                    let base = Self.modified.contains {
                        $0.0.contains(word) && $0.1.contains(other) || $0.0.contains(other) && $0.1.contains(word)
                    }
                    #expect(reader.relation("colour", word, other) == (base ? .near : .never), "\(word) and \(other)")
                }
            }
        }
    }

    @Test func joiningHasNoOrder() {
        var reader = Reader()
        let waist = reader.meaning("W32", "size")
        let length = reader.meaning("110cm", "size")
        let joined = reader.lexicon.joined(waist, length)
        #expect(joined == reader.lexicon.joined(length, waist))
        #expect(reader.lexicon.joined(joined, waist) == joined)
        #expect(reader.lexicon.joined(.none, waist) == waist && reader.lexicon.joined(waist, .none) == waist)
        #expect(reader.lexicon.relation(joined, waist) == .same)
        #expect(reader.lexicon.relation(.none, waist) == .silent && reader.lexicon.relation(.none, .none) == .silent)
    }
}
