/// What can be told of two words that the lexicon does not know.
enum UnknownWords {
    /// 带灯/不带灯, A款/B款, 色号101/色号102: they differ in numbers, single Latin letters or a negation, and in nothing else.
    static func areApart(_ one: String, _ two: String) -> Bool {
        let a = pieces(one)
        let b = pieces(two)
        if a == b { return false }
        if a.count == b.count {
            let apart = zip(a, b).filter { $0 != $1 }
            if apart.allSatisfy({ $0.isNumber && $1.isNumber || $0.isOneLetter && $1.isOneLetter }) { return true }
            if apart.count == 1 { return denies(apart[0].0, apart[0].1) || denies(apart[0].1, apart[0].0) }
            return false
        }
        return a.count == b.count + 1 ? isNegated(a, b) : b.count == a.count + 1 && isNegated(b, a)
    }

    /// A run of digits, a run of letters, or one other character; blanks are left out.
    private struct Piece: Equatable {
        var text: String
        var isNumber = false
        var isOneLetter: Bool {
            text.utf8.count == 1 && text.utf8.first! >= 97 && text.utf8.first! <= 122
        }
    }

    private static let hanDigits = Set("一二三四五六七八九十两")
    private static let negations: Set<String> = ["不", "无", "没", "非", "no", "not", "non", "without", "ohne", "sans"]

    private static func isNegated(_ long: [Piece], _ short: [Piece]) -> Bool {
        long.indices.contains { at in
            guard negations.contains(long[at].text) else { return false }
            return long[..<at] + long[(at + 1)...] == short[...]
        }
    }

    private static func denies(_ a: Piece, _ b: Piece) -> Bool {
        ["有", "带", "含", "with"].contains(a.text) && negations.contains(b.text)
    }

    private static func pieces(_ text: String) -> [Piece] {
        let characters = Array(text)
        var pieces: [Piece] = []
        var at = 0
        func isDigit(_ at: Int) -> Bool { at < characters.count && characters[at] >= "0" && characters[at] <= "9" }
        while at < characters.count {
            let from = at
            at += 1
            if isDigit(from) {
                while isDigit(at) || at < characters.count && characters[at] == "." && isDigit(at + 1) { at += 1 }
                pieces.append(Piece(text: plain(characters[from..<at]), isNumber: true))
            } else if isWordLetter(characters[from]) {
                while at < characters.count, isWordLetter(characters[at]) { at += 1 }
                pieces.append(Piece(text: String(characters[from..<at])))
            } else if characters[from] != " " {
                let isHanDigit = hanDigits.contains(characters[from])
                pieces.append(Piece(text: String(characters[from]), isNumber: isHanDigit))
            }
        }
        return pieces
    }

    /// Letters of scripts that write words with blanks between.
    private static func isWordLetter(_ character: Character) -> Bool {
        guard let code = character.unicodeScalars.first?.value else { return false }
        return code >= 97 && code <= 122 || code >= 0xC0 && code < 0x2000
    }

    /// Without zeros that say nothing: 01 is 1, 5.0 is 5.
    private static func plain(_ digits: ArraySlice<Character>) -> String {
        var digits = digits
        if digits.filter({ $0 == "." }).count == 1 {
            while digits.last == "0" { digits.removeLast() }
            if digits.last == "." { digits.removeLast() }
        }
        while digits.first == "0", digits.count > 1, digits[digits.startIndex + 1] != "." { digits.removeFirst() }
        return String(digits)
    }
}
