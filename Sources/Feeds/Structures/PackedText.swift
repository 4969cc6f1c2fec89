/// A stretch of a packed spec text that knows which of its characters stand in brackets.
struct PackedText {
    private let scalars: [Unicode.Scalar]
    /// Whether each scalar stands inside brackets.
    private let inside: [Bool]
    private(set) var start: Int
    private(set) var end: Int

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var inside: [Bool] = []
        var depth = 0
        for scalar in scalars {
            if Self.closing.contains(scalar), depth > 0 { depth -= 1 }
            inside.append(depth > 0)
            if Self.opening.contains(scalar) { depth += 1 }
        }
        // A bracket that nobody closes protects nothing.
        self.inside = depth > 0 ? Array(repeating: false, count: scalars.count) : inside
        start = 0
        end = scalars.count
    }

    private static let opening: Set<Unicode.Scalar> = ["(", "（", "[", "【", "{", "<", "《", "「"]
    private static let closing: Set<Unicode.Scalar> = [")", "）", "]", "】", "}", ">", "》", "」"]

    var isEmpty: Bool { start == end }
    var count: Int { end - start }
    var first: Unicode.Scalar? { isEmpty ? nil : scalars[start] }
    var text: String {
        var copy = self
        copy.trim()
        return String(String.UnicodeScalarView(scalars[copy.start..<copy.end]))
    }

    mutating func trim() {
        while start < end, Self.isBlank(scalars[start]) { start += 1 }
        while end > start, Self.isBlank(scalars[end - 1]) { end -= 1 }
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }

    subscript(range: some RangeExpression<Int>) -> PackedText {
        let bounds = range.relative(to: start..<end)
        var copy = self
        copy.start = max(start, bounds.lowerBound)
        copy.end = max(copy.start, min(end, bounds.upperBound))
        copy.trim()
        return copy
    }

    func slice(from first: PackedText, through last: PackedText) -> PackedText { self[first.start..<last.end] }

    func isDigit(_ at: Int) -> Bool { at >= start && at < end && scalars[at].properties.numericType != nil }

    /// `US4=UK3.5`: what stands before is a value, no name.
    func isEquation(at: Int) -> Bool { scalars[at] == "=" }

    /// The first scalar outside brackets that fulfils the condition.
    func firstIndex(where condition: (Unicode.Scalar) -> Bool) -> Int? {
        (start..<end).first { !inside[$0] && condition(scalars[$0]) }
    }

    /// The first such scalar, in brackets or not.
    func plainIndex(of scalar: Unicode.Scalar) -> Int? { (start..<end).first { scalars[$0] == scalar } }

    /// The pieces between separators that stand outside brackets; empty ones are left out.
    ///
    /// - Parameter protectingDigits: a separator between two digits is part of a number or size: `1,5`, `180/100A`.
    /// - Parameter max: as many pieces at most; the last one keeps its separators.
    func split(protectingDigits: Bool = false, max: Int = .max, _ isSeparator: (Unicode.Scalar) -> Bool) -> [PackedText]
    {
        var pieces: [PackedText] = []
        var from = start
        for at in start..<end where !inside[at] && isSeparator(scalars[at]) && pieces.count < max - 1 {
            if protectingDigits, isDigit(at - 1), isDigit(at + 1) { continue }
            let piece = self[from..<at]
            if !piece.isEmpty { pieces.append(piece) }
            from = at + 1
        }
        let last = self[from..<end]
        if !last.isEmpty { pieces.append(last) }
        return pieces
    }

    /// `Black / M`, as shops join options.
    func splitAtSpacedSlashes() -> [PackedText] {
        var pieces: [PackedText] = []
        var from = start
        for at in start..<end where !inside[at] && scalars[at] == "/" {
            guard at > start, at + 1 < end, Self.isBlank(scalars[at - 1]), Self.isBlank(scalars[at + 1]) else {
                continue
            }
            pieces.append(self[from..<at])
            from = at + 1
        }
        pieces.append(self[from..<end])
        return pieces.filter { !$0.isEmpty }
    }

    /// Digits, with a sign or not.
    var isNumber: Bool {
        let digits = first == "-" ? scalars[(start + 1)..<end] : scalars[start..<end]
        return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
    }

    /// Whether it has a letter that is not ASCII, or three letters: more than a piece of a code.
    var isWordy: Bool {
        let letters = scalars[start..<end].filter { $0.properties.isAlphabetic }
        return letters.count >= 3 || letters.contains { !$0.isASCII }
    }

    /// Whether it reads like a size. Strictly: letters as in `2XL` and words for one size only, no bare numbers.
    func isSize(strict: Bool) -> Bool {
        var word = HeaderKey.fold(text)
        if word.isEmpty { word = text.lowercased() }
        if Self.oneSize.contains(word) { return true }
        if word.hasSuffix("码") || word.hasSuffix("碼") { word.removeLast() }
        let letters = word.drop { $0.isNumber }
        if let last = letters.last, "sml".contains(last), letters.dropLast().allSatisfy({ $0 == "x" }) { return true }
        if strict { return false }
        guard let digit = word.first,
            digit.isNumber || word.hasPrefix("eu") || word.hasPrefix("us") || word.hasPrefix("uk")
        else { return false }
        let tail = word.drop { $0.isNumber || $0.isLetter && $0.isASCII }
        return word.count <= 8 && (tail.isEmpty || tail == "号" || tail == "半") && word.contains { $0.isNumber }
    }

    private static let oneSize: Set<String> = ["均码", "均碼", "f", "free", "freesize", "onesize", "os", "均"]
}
