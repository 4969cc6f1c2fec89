/// Finds the option names inside a packed text: `颜色:黑;尺码:L`, `[颜色]蓝色 [容量]64G`.
struct PackedText {
    struct Section {
        var from: Int
        var to: Int
        var hint: AxisKind
    }

    let axes: WordTable

    /// The sections of a text with the axis each belongs to; the whole text if it names no axis.
    func sections(_ text: FoldedText, _ hint: AxisKind) -> [Section] {
        var sections = [Section(from: 0, to: text.count, hint: hint)]
        var at = 0
        var fresh = true
        while at < text.count {
            if let (kind, end) = label(text, at, fresh) {
                sections[sections.count - 1].to = at
                sections.append(Section(from: end, to: text.count, hint: kind))
                at = end
                fresh = true
                continue
            }
            let byte = text.byte(at)
            fresh = byte == 32 || byte == 59 || byte == 44 || byte == 124
            at = text.after(at)
        }
        for index in sections.indices {
            while sections[index].to > sections[index].from,
                [32, 59, 44, 124].contains(text.byte(sections[index].to - 1))
            {
                sections[index].to -= 1
            }
        }
        return sections.filter { $0.to > $0.from }
    }

    private func label(_ text: FoldedText, _ at: Int, _ fresh: Bool) -> (AxisKind, Int)? {
        let bracket = text.byte(at) == 91
        guard bracket || fresh, let found = text.longest(axes, bracket ? at + 1 : at) else { return nil }
        let end = text.skipSpaces(found.end)
        guard text.byte(end) == (bracket ? 93 : 58), end + 1 < text.count else { return nil }
        return (AxisKind(rawValue: UInt8(found.value)) ?? .unknown, end + 1)
    }
}

/// Option names.
struct AxisNames {
    let table: WordTable

    /// The kind of a name: of the whole, else of the one known word in it (`Choose Ring Size`).
    func kind(_ name: FoldedText) -> AxisKind {
        if let known = table.find(name.bytes) { return AxisKind(rawValue: UInt8(known)) ?? .unknown }
        var kinds: Set<Int> = []
        var at = 0
        while at < name.count {
            let starts = at == 0 || !name.isLetter(name.before(at)) || name.isHan(at)
            if starts, let found = name.longest(table, at) {
                kinds.insert(found.value)
                at = found.end
            } else {
                at = name.after(at)
            }
        }
        kinds.remove(Int(AxisKind.unknown.rawValue))
        return kinds.count == 1 ? AxisKind(rawValue: UInt8(kinds.first!)) ?? .unknown : .unknown
    }
}
