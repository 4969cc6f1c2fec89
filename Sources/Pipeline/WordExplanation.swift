import Lexicons

/// How a text is understood, in words, for `specsync lexicon explain`.
package struct WordExplanation {
    private let lexicon: Lexicon

    /// - Parameter lexicons: files of a user's own words.
    package init(lexicons: [String]) throws { (lexicon, _) = try LexiconFiles.load(lexicons) }

    package func explain(_ text: String, axis: String) -> String {
        let understood = understand(text, axis)
        var lines = [text]
        for (name, meaning) in Self.parts(understood) where meaning.number != 0 {
            lines.append("  \(name)\(String(repeating: " ", count: 8 - name.count))\(lexicon.describe(meaning))")
        }
        let facts = Self.facts.filter { understood.facts & $0.0 != 0 }.map(\.1)
        if !facts.isEmpty { lines.append("  also    " + facts.joined(separator: ", ")) }
        if lines.count == 1 { lines.append("  says nothing that can be compared") }
        return lines.joined(separator: "\n") + "\n"
    }

    package func compare(_ text: String, _ other: String, axis: String) -> String {
        let a = understand(text, axis)
        let b = understand(other, axis)
        var lines: [String] = []
        for ((name, x), (_, y)) in zip(Self.parts(a), Self.parts(b)) where x.number != 0 || y.number != 0 {
            let verdict =
                x.number == 0 || y.number == 0 ? "only one side says it" : Self.verdict(lexicon.relation(x, y))
            let sides = [x, y].map { $0.number == 0 ? "–" : lexicon.describe($0) }.joined(separator: "  |  ")
            lines.append("  \(name)\(String(repeating: " ", count: 8 - name.count))\(sides)  →  \(verdict)")
        }
        return ([text + "  |  " + other] + (lines.isEmpty ? ["  nothing that can be compared"] : lines)).joined(
            separator: "\n") + "\n"
    }

    package func explainTitle(_ title: String) -> String {
        let lines = lexicon.describe(names(title)).map { role, words in
            "  \(role)\(String(repeating: " ", count: 9 - role.count))\(words)"
        }
        return ([title] + (lines.isEmpty ? ["  names nothing that is known"] : lines)).joined(separator: "\n") + "\n"
    }

    package func compareTitles(_ title: String, _ other: String) -> String {
        let verdict =
            switch names(title).fit(names(other)) {
            case .same: "they name the same product"
            case .open: "they may name the same product; one says more, or a word is not known"
            case .never: "they do not name the same product"
            }
        return explainTitle(title) + explainTitle(other) + "→ \(verdict)\n"
    }

    private func names(_ title: String) -> TitleNames {
        Array(title.utf8).withUnsafeBufferPointer { lexicon.names(ofTitle: $0) }
    }

    private func understand(_ text: String, _ axis: String) -> Understood {
        let kind =
            axis.isEmpty ? AxisKind.unknown : Array(axis.utf8).withUnsafeBufferPointer { lexicon.axisKind(ofName: $0) }
        return Array(text.utf8).withUnsafeBufferPointer { lexicon.understand($0, axis: kind) }
    }

    private static func parts(_ understood: Understood) -> [(String, MeaningID)] {
        [
            ("colour", understood.colour), ("size", understood.size), ("other", understood.other),
            ("pack", understood.pack),
        ]
    }

    private static func verdict(_ relation: Relation) -> String {
        switch relation {
        case .same: "the same"
        case .near: "near: a person is asked"
        case .never: "never the same"
        case .silent: "cannot be compared"
        }
    }

    private static let facts: [(UInt32, String)] = [
        (Understood.stockNow, "in stock now (promise)"), (Understood.preorder, "pre-order (promise)"),
        (Understood.promise, "a promise of delivery"), (Understood.advice, "advice on fit"),
        (Understood.gift, "a gift"),
        (Understood.hype, "praise"), (Understood.nothing, "a word that means nothing"),
        (Understood.index, "a running number"), (Understood.unknownWord, "an unknown word"),
        (Understood.ambiguous, "an ambiguous word"),
    ]
}
