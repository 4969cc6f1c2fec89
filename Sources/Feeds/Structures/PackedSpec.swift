package import Catalogues

/// How several options are packed into one text: `颜色:藏青色;尺码:XL`, `藏青/XL`, `[颜色]蓝色 [容量]64G`.
///
/// Without separators of its own it goes by evidence, and keeps whole what could be one value: `180/100A`, `黑/白`,
/// `1:64`. Brackets protect what stands in them.
package struct PackedSpec: Sendable {
    package typealias Part = (axis: String, value: String)

    /// What stands between two options; empty = found from the text.
    package var between: [Unicode.Scalar] = []
    /// What stands behind an option's name; empty = a colon.
    package var nameEnds: [Unicode.Scalar] = []
    /// The names of options that are written without one, in their order.
    package var names: [String] = []

    package init(between: [Unicode.Scalar] = [], nameEnds: [Unicode.Scalar] = [], names: [String] = []) {
        self.between = between
        self.nameEnds = nameEnds
        self.names = names
    }

    /// Takes `text` apart under no particular profile.
    package static func parse(_ text: Bytes) -> [Part] { PackedSpec().parse(text) }

    /// The options of `text` in their order; an option without a name has the axis "".
    package func parse(_ text: Bytes) -> [Part] {
        var text = PackedText(text.string)
        text.trim()
        if text.isEmpty { return [] }
        var parts = between.isEmpty ? byEvidence(text) : text.split { between.contains($0) }.map(part)
        for at in parts.indices where parts[at].axis.isEmpty && at < names.count { parts[at].axis = names[at] }
        return parts
    }

    private func byEvidence(_ text: PackedText) -> [Part] {
        if let bracketed = Self.bracketedNames(text) { return bracketed }
        let pieces = text.split { Self.strong.contains($0) }
        if let properties = Self.properties(pieces) { return properties }
        if pieces.count > 1 { return pieces.flatMap { Self.namedPairs($0, part) ?? [part($0)] } }
        guard let only = pieces.first else { return [] }
        if let named = Self.namedPairs(only, part) { return named }
        if name(in: only) != nil { return [part(only)] }
        let commas = only.split(protectingDigits: true) { Self.commas.contains($0) }
        if commas.count > 1 { return commas.map(part) }
        return Self.sizeAtAnEnd(only).map { ("", $0.text) }
    }

    // MARK: Names

    /// `颜色:红` is an option with its name; `1:64` and `12:30` are values.
    private func part(_ piece: PackedText) -> Part {
        guard let end = name(in: piece) else { return ("", piece.text) }
        return (piece[..<end].text, piece[(end + 1)...].text)
    }

    /// Where an option's name ends.
    private func name(in piece: PackedText) -> Int? {
        let ends = nameEnds.isEmpty ? Self.colons : nameEnds
        guard let end = piece.firstIndex(where: { ends.contains($0) }) else { return nil }
        let name = piece[..<end]
        if name.isEmpty || name.count > 20 || name.isNumber { return nil }
        // 尺码: with nothing behind it is an option without a value.
        if piece[(end + 1)...].isEmpty { return end }
        if piece.isDigit(end - 1), piece.isDigit(end + 1) || piece.isEquation(at: end) { return nil }
        return end
    }

    /// `Color:Navy Blue Size:XL`, `颜色:红,尺码:XL`: pairs whose only border is that another name begins.
    private static func namedPairs(_ text: PackedText, _ part: (PackedText) -> Part) -> [Part]? {
        for border in [commas, blanks] {
            let pieces = text.split { border.contains($0) }
            let named = pieces.indices.filter { !part(pieces[$0]).axis.isEmpty }
            guard named.count > 1, named[0] == 0 else { continue }
            var starts = named
            starts.append(pieces.count)
            return zip(starts, starts.dropFirst()).map { start, end in
                part(text.slice(from: pieces[start], through: pieces[end - 1]))
            }
        }
        return nil
    }

    /// `[颜色]蓝色 [容量]64G`
    private static func bracketedNames(_ text: PackedText) -> [Part]? {
        guard text.first == "[" || text.first == "【" else { return nil }
        var parts: [Part] = []
        var rest = text
        while let open = rest.first {
            guard open == "[" || open == "【", let close = rest.plainIndex(of: open == "[" ? "]" : "】") else {
                return nil
            }
            let value = rest[(close + 1)...]
            let next = value.plainIndex(of: open) ?? value.end
            let part = (rest[(rest.start + 1)..<close].text, value[..<next].text)
            if part.0.isEmpty || part.1.isEmpty { return nil }
            parts.append(part)
            rest = rest[next...]
            rest.trim()
        }
        return parts.count > 1 || open(parts[0].axis) ? parts : nil

        // One bracket alone may be a promise: 【现货】黑色.
        func open(_ name: String) -> Bool { axisWords.contains(HeaderKey.fold(name)) }
    }

    private static let axisWords: Set<String> = [
        "颜色", "颜色分类", "尺码", "尺寸", "规格", "款式", "容量", "套餐", "color", "colour", "size", "style", "型号", "版本",
    ]

    /// `1627207:28320:颜色:白色` and `1627207:28320`: property and value ids, with or without their names.
    private static func properties(_ pieces: [PackedText]) -> [Part]? {
        var parts: [Part] = []
        for piece in pieces {
            let fields = piece.split(max: 4) { $0 == ":" }
            guard fields.count == 2 || fields.count == 4, fields[0].isNumber, fields[0].count > 3, fields[1].isNumber
            else {
                return nil
            }
            parts.append(fields.count == 4 ? (fields[2].text, fields[3].text) : (fields[0].text, piece.text))
        }
        return parts.isEmpty ? nil : parts
    }

    // MARK: Values without names

    /// `藏青/XL`, `黑色-XL`: cut only where one side is a size and the other is none, or where blanks set the mark off.
    private static func sizeAtAnEnd(_ text: PackedText) -> [PackedText] {
        let spaced = text.splitAtSpacedSlashes()
        if spaced.count > 1 { return spaced }
        for marks in [slashes, dashes] {
            let pieces = text.split(protectingDigits: true) { marks.contains($0) }
            guard pieces.count > 1 else { continue }
            let strict = marks == dashes
            let tail = pieces.reversed().prefix { $0.isSize(strict: strict) }.count
            if tail == 1 || (tail > 0 && tail < pieces.count && !strict) {
                let head = text.slice(from: pieces[0], through: pieces[pieces.count - tail - 1])
                if strict && !head.isWordy { continue }
                return [head, text.slice(from: pieces[pieces.count - tail], through: pieces[pieces.count - 1])]
            }
            if tail == 0, !strict, pieces[0].isSize(strict: false) {
                return [pieces[0], text.slice(from: pieces[1], through: pieces[pieces.count - 1])]
            }
        }
        return [text]
    }

    private static let strong: [Unicode.Scalar] = [";", "；", "\n", "\r", "|", "｜", "^"]
    private static let colons: [Unicode.Scalar] = [":", "：", "="]
    private static let commas: [Unicode.Scalar] = [",", "，"]
    private static let blanks: [Unicode.Scalar] = [" ", "\u{3000}", "\t"]
    private static let slashes: [Unicode.Scalar] = ["/", "／"]
    private static let dashes: [Unicode.Scalar] = ["-", "_", "－"]
}
