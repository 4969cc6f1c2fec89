/// Cuts a folded option text into items: known words (longest first), sizes, separators, and what is unknown.
struct TextReader {
    let text: FoldedText
    let vocabulary: Vocabulary
    let users: UserWords?
    let hint: AxisKind

    func items() -> [Item] {
        let patterns = SizePatterns(text: text, vocabulary: vocabulary)
        var items: [Item] = []
        var at = 0
        while at < text.count {
            if let times = times(at, patterns, items) {
                items.append(times)
                at = times.to
                continue
            }
            if hint != .colour, let signed = patterns.signed(at) {
                // −2.50/−3.00, an eye each: only the whole text tells which is which
                var end = signed.end
                while text.byte(end) == 47, let next = patterns.signed(end + 1) { end = next.end }
                let isOne = end == signed.end
                items.append(Item(kind: isOne ? .size : .unknown, from: at, to: end, facet: signed.facet))
                at = end
                continue
            }
            if let mark = separator(at, items) {
                items.append(mark)
                at = mark.to
                continue
            }
            let item = best(at, patterns, items) ?? unknown(at)
            if item.kind == .unknown, let last = items.last, last.kind == .unknown, last.to == item.from {
                items[items.count - 1].to = item.to
            } else {
                items.append(item)
            }
            at = item.to
            if item.kind == .colour, text.starts(at, "色系") || text.starts(at, "系") {
                items[items.count - 1].family = true
                at += text.starts(at, "色系") ? 6 : 3
                items[items.count - 1].to = at
            }
        }
        return items
    }

    private func separator(_ at: Int, _ items: [Item]) -> Item? {
        let byte = text.byte(at)
        func made(_ kind: Item.Kind, _ length: Int = 1) -> Item { Item(kind: kind, from: at, to: at + length) }
        switch byte {
        case 32:
            if text.byte(at + 1) == 45, text.byte(at + 2) == 32 { return made(.comma, 3) }
            for word in [" and ", " und ", " et ", " & ", " + ", " / "] as [StaticString] where text.starts(at, word) {
                return made(word.utf8Start[1] == 47 ? .slash : .plus, word.utf8CodeUnitCount)
            }
            return made(.space)
        case 47, 92, 61: return made(.slash)
        case 43, 38: return made(.plus)
        case 44, 59, 124, 58: return made(.comma)
        case 45, 95, 126:
            return made(.dash)
        case 40, 91: return made(.open)
        case 41, 93: return made(.close)
        case 42 where !items.isEmpty: return made(.plus)
        case 120 where text.endsWord(at + 1) && (items.last.map { $0.kind == .size || $0.kind == .space } ?? false):
            return made(.plus)
        case 35:
            var end = at + 1
            while text.isDigit(end) { end += 1 }
            return end > at + 1 && text.endsWord(end) ? made(.index, end - at) : made(.space)
        default: return nil
        }
    }

    /// `*2` behind a size, a colour or an attribute: a count.
    private func times(_ at: Int, _ patterns: SizePatterns, _ items: [Item]) -> Item? {
        guard let last = items.last(where: { ![.space, .close, .filler].contains($0.kind) }),
            [.size, .colour, .attribute, .user, .pack].contains(last.kind), last.facet.system != System.number,
            let match = patterns.timesBehind(at)
        else { return nil }
        return Item(kind: .pack, from: at, to: match.end, facet: match.facet)
    }

    /// The longest of a user's word, a word of ours and a pattern; at equal length in this order.
    private func best(_ at: Int, _ patterns: SizePatterns, _ items: [Item]) -> Item? {
        var found: Item?
        if let users, let (number, end) = users.longest(text, at, hint) {
            found = Item(kind: .user, value: Int32(number), from: at, to: end, slot: users.concepts[number].slot)
        }
        if let (first, end) = text.longest(vocabulary.words, at, glued: { vocabulary.sense($0, .mark) != nil }),
            end > found?.to ?? at, let item = word(first, at, end)
        {
            found = item.kind == .colour ? modifierBeforeLonger(at, end) ?? item : item
        }
        let matched = hint == .size ? patterns.match(at) ?? patterns.cupFirst(at) : patterns.match(at)
        if let match = matched, match.end > found?.to ?? at {
            let kind: Item.Kind = match.kind == .size ? .size : match.kind == .pack ? .pack : .duration
            found = Item(kind: kind, from: at, to: match.end, facet: match.facet, more: match.more)
            found?.zeroLed = match.zeroLed
            if hint == .pack, match.facet.system == System.number, match.facet.low == match.facet.high,
                match.facet.low % 1000 == 0
            {
                found = Item(
                    kind: .pack, from: at, to: match.end, facet: Facet(patterns.packs, match.facet.low / 1000, 0))
            }
        }
        if hint == .pack, text.starts(at, "single"), text.endsWord(at), text.endsWord(at + 6) {
            found = Item(kind: .pack, from: at, to: at + 6, facet: Facet(patterns.packs, 1, 0))
        }
        if text.byte(at) == 108, text.isDigit(at + 1), let inseam = inseam(at, items), inseam.to > found?.to ?? at {
            found = inseam
        }
        return found
    }

    /// Light Grey Blue is a light grey blue, and no light grey beside a blue: a modifier before a colour that reaches further
    /// than the colour which begins with the modifier.
    private func modifierBeforeLonger(_ at: Int, _ end: Int) -> Item? {
        var behind = at
        while behind < end, text.byte(behind) != 32 { behind = text.after(behind) }
        guard behind < end, let modifier = vocabulary.words.find(text.slice(at, behind)),
            let longer = text.longest(vocabulary.words, behind + 1), longer.end > end,
            vocabulary.sense(longer.value, .colour) != nil, let sense = vocabulary.sense(modifier, .modifier)
        else { return nil }
        return Item(kind: .modifier, value: sense.value, from: at, to: behind)
    }

    /// L34 behind a waist in inches.
    private func inseam(_ at: Int, _ items: [Item]) -> Item? {
        let waist = items.contains {
            $0.kind == .mark && SizeMark(rawValue: Int($0.value)) == .waist || $0.facet.system == System.inches
        }
        guard waist, let number = text.number(at + 1, han: false), text.endsWord(number.end) else { return nil }
        return Item(kind: .size, from: at, to: number.end, facet: Facet(System.inseam, number.thousandths))
    }

    /// The sense of a word that fits here best.
    private func word(_ first: Int, _ at: Int, _ end: Int) -> Item? {
        func made(_ kind: Item.Kind, _ value: Int32, _ facet: Facet = Facet(0, 0)) -> Item {
            Item(kind: kind, value: value, from: at, to: end, facet: facet)
        }
        func sense(_ kind: SenseKind) -> Sense? { vocabulary.sense(first, kind) }
        let whole = end == text.count || !(text.isHan(end) || text.isDigit(end) || text.isLetter(end))
        if hint == .plug, let mark = sense(.mark), let plug = plug(mark.value) {
            return made(.attribute, plug, Facet(vocabulary.dimensionOfAttribute[plug] ?? 0, Int64(plug)))
        }
        if hint == .size || hint == .pack, let size = sized(first, made) { return size }
        // 花灰, 深蓝: a modifier before more Han text; else a colour of that name first.
        if let modifier = sense(.modifier), !whole || sense(.colour) == nil { return made(.modifier, modifier.value) }
        if let colour = sense(.colour) { return made(.colour, colour.value) }
        if let nothing = sense(.nothing) { return made(.nothing, nothing.value) }
        if let attribute = sense(.attribute) {
            let system = vocabulary.dimensionOfAttribute[attribute.value] ?? System.attributes
            return made(.attribute, attribute.value, Facet(system, Int64(attribute.value)))
        }
        if let size = sized(first, made) { return size }
        if let noise = sense(.noise) { return made(.noise, noise.value) }
        if sense(.filler) != nil || sense(.sizeFiller) != nil { return made(.filler, 0) }
        return nil
    }

    /// The plug of the country that a size mark names.
    private func plug(_ mark: Int32) -> Int32? {
        let names: [SizeMark: StaticString] = [
            .eu: "eu plug", .us: "us plug", .uk: "uk plug", .au: "au plug", .cn: "cn plug",
        ]
        guard let mark = SizeMark(rawValue: Int(mark)), let name = names[mark],
            let word = vocabulary.words.find(.init(start: name.utf8Start, count: name.utf8CodeUnitCount))
        else { return nil }
        return vocabulary.sense(word, .attribute)?.value
    }

    private func sized(_ first: Int, _ made: (Item.Kind, Int32, Facet) -> Item) -> Item? {
        if let letter = vocabulary.sense(first, .letter) {
            return made(.size, 0, Facet(System.letter, Int64(letter.value)))
        }
        if vocabulary.sense(first, .oneSize) != nil { return made(.size, 0, Facet(System.oneSize, 1)) }
        if let ask = vocabulary.sense(first, .ask) { return made(.size, 0, Facet(System.ask, Int64(ask.value))) }
        if let bed = vocabulary.sense(first, .bed) { return made(.size, 0, Facet(System.bed, Int64(bed.value))) }
        if let fit = vocabulary.sense(first, .fit) { return made(.size, 0, Facet(System.fit, Int64(fit.value))) }
        if let mark = vocabulary.sense(first, .mark) { return made(.mark, mark.value, Facet(0, 0)) }
        return nil
    }

    /// A run of letters and digits, or one Han character.
    private func unknown(_ at: Int) -> Item {
        var end = text.after(at)
        if !text.isHan(at), text.isLetter(at) || text.isDigit(at) {
            while end < text.count,
                text.isLetter(end) || text.isDigit(end) || text.byte(end) == 39 || text.byte(end) == 46
            {
                end = text.after(end)
            }
        }
        return Item(kind: .unknown, from: at, to: end)
    }
}
