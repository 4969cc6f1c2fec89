import Catalogues
import Lexicons

// Whether each option has a name, each variant its value, and each value a meaning on its axis.

extension ListingRules {
    mutating func checkOptions() {
        if namesOptions { for place in axes.indices { checkName(place) } } else { tellNoNames() }
        if !hasTwoNamesForOneAxis() { for place in axes.indices { checkMissing(place) } }
        if axes.isEmpty, rows.count > 1 { checkNoOptions() }
        if !checkSwapped() { for place in axes.indices { checkStrayValues(place) } }
        for place in axes.indices { checkUnknownWords(place) }
    }

    private mutating func checkName(_ place: Int) {
        let axis = axes[place]
        let name = catalogue.words[axis.name]
        // A property of 淘宝 that nobody named stays as its number.
        let isNumber = axis.name != 0 && name.buffer.allSatisfy { (0x30...0x39).contains($0) }
        guard axis.name == 0 || isNumber else { return }
        // With one value for all variants it tells none of them apart.
        let isNote = axis.values.count == 1
        report(
            .optionUnnamed, isNote ? .note : .warning, "option", found: name.string,
            details: [("kind", "\(axis.kind)"), ("values", list(axis.values))])
    }

    /// A file of packed specs names no option at all: told once a style.
    private mutating func tellNoNames() {
        if axes.isEmpty { return }
        report(
            .optionUnnamed, .note, "option",
            details: [
                ("kind", axes.map { "\($0.kind)" }.joined(separator: ", ")), ("values", list(axes.flatMap(\.values))),
            ])
    }

    /// The values of an axis for a person.
    func list(_ values: [ListingAxis.Value]) -> String {
        values.prefix(6).map { text($0) }.joined(separator: ", ") + (values.count > 6 ? ", …" : "")
    }

    /// Color on some variants, and Colour on all others: one axis, named twice.
    private mutating func hasTwoNamesForOneAxis() -> Bool {
        for one in axes.indices where axes[one].filled < rows.count && axes[one].kind != .unknown {
            for other in axes.indices.dropFirst(one + 1)
            where axes[other].kind == axes[one].kind && axes[one].filled + axes[other].filled == rows.count {
                let isSplit = rows.allSatisfy { (value($0, one) == nil) != (value($0, other) == nil) }
                guard isSplit, axes[one].kind == .colour || axes[one].kind == .size else { continue }
                let names = [axes[one], axes[other]].map { catalogue.word($0.name) }
                report(
                    .groupInconsistent, .warning, attribute(axes[one]), found: names.joined(separator: " / "),
                    suggestion: axes[one].filled >= axes[other].filled ? names[0] : names[1],
                    details: [("names", names.joined(separator: ", "))])
                return true
            }
        }
        return false
    }

    private mutating func checkMissing(_ place: Int) {
        let axis = axes[place]
        guard axis.filled < rows.count, !catalogue.source.emptyOptionIsAny else { return }
        let missing = rows.filter { value($0, place) == nil && !says(axis.kind, $0) }
        if missing.isEmpty { return }
        // Under one code several goods may stand, each with a title and attributes of its own: a table and its stools.
        let isMostlyThere = axis.filled * 2 >= rows.count
        if !isMostlyThere, hasOwnTitles { return }
        report(
            .optionMissing, isMostlyThere && !hasOwnTitles ? .error : .warning, attribute(axis), rows: missing,
            details: [
                ("axis", catalogue.word(axis.name)), ("count", "\(missing.count)"), ("of", "\(rows.count)"),
                ("values", list(axis.values)),
            ])
    }

    /// Whether a row says a colour or size on some other axis: 黑色L beside 浅灰色 and L.
    private func says(_ kind: AxisKind, _ row: Int) -> Bool {
        axes.indices.contains { place in
            guard let value = value(row, place) else { return false }
            let meaning = axes[place].values[value].meaning
            return kind == .size ? !meaning.size.isNone : kind == .colour && !meaning.colour.isNone
        }
    }

    /// Several variants, and no option that tells them apart. Where the titles do, a person can.
    private mutating func checkNoOptions() {
        if rows.contains(where: { catalogue.variants.spec.base[$0] != 0 }) || catalogue.source.emptyOptionIsAny {
            return
        }
        // A file without any option may say them where it is not read.
        let isUnsure = hasOwnTitles || !hasOptions
        report(
            .optionMissing, isUnsure ? .warning : .error, "option", rows: Array(rows),
            details: [("count", "\(rows.count)"), ("of", "\(rows.count)")])
    }

    // MARK: Values on the wrong axis

    /// Colours on the size axis and sizes on the colour axis, throughout.
    private mutating func checkSwapped() -> Bool {
        guard let colour = axis(.colour), let size = axis(.size), !axes[colour].values.contains(where: \.isOnlyColour)
        else { return false }
        guard !Understanding.swappedStyles(style..<style + 1, of: catalogue, lexicon, kinds).isEmpty else {
            return false
        }
        report(
            .valueOnWrongAxis, .warning, "colour", found: list(axes[colour].values),
            details: [
                ("axis", catalogue.word(axes[colour].name)), ("other", catalogue.word(axes[size].name)),
                ("swapped", "all"),
            ])
        return true
    }

    /// A size among colours, or a colour among sizes. Only where nearly all others are what the axis says.
    private mutating func checkStrayValues(_ place: Int) {
        let axis = axes[place]
        guard axis.kind == .colour || axis.kind == .size, axis.values.count > 2 else { return }
        let isColours = axis.kind == .colour
        let right = axis.values.count { isColours ? $0.isOnlyColour : $0.isOnlySize }
        guard right * 3 >= axis.values.count * 2 else { return }
        for value in axis.values {
            // A letter or number alone may be a colour's code; so may the size be of the colour's thing.
            let isStray =
                isColours
                ? value.isOnlySize && lexicon.sizeStep(value.meaning.size) != nil
                    && catalogue.words[value.word].count > 1
                : value.isOnlyColour
            guard isStray else { continue }
            let other = self.axis(isColours ? .size : .colour).map { catalogue.word(axes[$0].name) } ?? ""
            report(
                .valueOnWrongAxis, .warning, attribute(axis), rows: rows(with: value, place), found: text(value),
                details: [
                    ("axis", catalogue.word(axis.name)), ("other", other), ("kind", isColours ? "size" : "colour"),
                ])
        }
    }

    func rows(with value: ListingAxis.Value, _ place: Int) -> [Int] {
        let number = axes[place].values.firstIndex { $0.word == value.word }
        return rows.filter { self.value($0, place) == number }
    }

    // MARK: Words that nobody knows

    /// Told only where the words beside it are known: shops invent names for colours, and whole axes of them.
    private mutating func checkUnknownWords(_ place: Int) {
        let axis = axes[place]
        guard axis.kind == .colour || axis.kind == .size, axis.values.count > 2 else { return }
        let known = axis.values.count(where: \.isUnderstood)
        guard known < axis.values.count, known > 1, known * 3 >= axis.values.count * 2 else { return }
        for value in axis.values where value.meaning.facts & Understood.unknownWord != 0 {
            report(
                .wordUnknown, .note, attribute(axis), rows: rows(with: value, place), found: text(value),
                details: [("axis", catalogue.word(axis.name))], who: .shop)
        }
    }
}
