/// Puts the items of a text together into what it says.
struct Assembly {
    let text: FoldedText
    let vocabulary: Vocabulary
    let hint: AxisKind
    var saying = Saying()

    mutating func run(_ items: [Item]) {
        var filter = NoiseFilter(text: text, items: items)
        filter.run()
        saying.facts |= filter.facts
        var items = filter.items
        let isEmpty = items.allSatisfy { $0.isSeparator || $0.kind == .space || $0.kind == .filler }
        if isEmpty, filter.facts & Understood.advice != 0 {
            // 适合130斤: with nothing beside it the advice is what the text says
            items = filter.advice
        }
        SizeMarks.apply(&items)
        dropIndexes(&items)
        let groups = grouped(items).flatMap(peeled)
        let coloured = groups.contains { $0.hasColour && $0.isKnown }
        for chain in chains(groups) { take(chain, coloured) }
    }

    // MARK: Indexes

    /// 01黑, #3 深蓝, 黑色#2: a number beside a colour is no part of it, but tells one value from another.
    private mutating func dropIndexes(_ items: inout [Item]) {
        guard items.contains(where: { $0.kind == .colour }) else { return }
        func isNumber(_ item: Item) -> Bool {
            item.kind == .index
                || item.kind == .size && (item.facet.system == System.number || item.facet.system == System.mark)
                    && item.facet.low == item.facet.high
        }
        if let first = items.first, isNumber(first) {
            var next = 1
            while next < items.count, [.space, .dash, .comma].contains(items[next].kind) { next += 1 }
            let beside = next < items.count && (items[next].kind == .colour || items[next].kind == .modifier)
            if beside, !isSize(first) {
                addIndex(first)
                items.removeFirst(next)
            }
        }
        items.removeAll { item in
            guard item.kind == .index || item.kind == .size && item.zeroLed || isCode(item) else { return false }
            addIndex(item)
            return true
        }
    }

    private mutating func addIndex(_ item: Item) {
        saying.facts |= Understood.index
        let number = item.kind == .index ? text.number(item.from + 1, han: false)?.thousandths : item.facet.low
        guard let number else {
            saying.unknown.append((.other, bytes(item.from, item.to), 0))
            return
        }
        saying.others.append(Facet(System.index, number))
    }

    /// 40 黑色, 5号 黑色: a number before a colour that is a size rather than an index.
    private func isSize(_ item: Item) -> Bool {
        guard item.kind == .size, !item.zeroLed, !text.starts(item.to, "色") else { return false }
        if hint == .size { return true }
        if item.facet.system == System.mark, text.byte(item.to - 1) != 35 { return true }
        return item.facet.low >= 20_000 && item.facet.low <= 60_000
    }

    /// Black-101: on a colour axis a number that is no usual size.
    private func isCode(_ item: Item) -> Bool {
        guard hint == .colour, item.kind == .size, item.facet.system == System.number else { return false }
        return item.facet.low > 200_000 || item.facet.low > 60_000 && item.facet.low % 5000 != 0
    }

    // MARK: Groups

    private func grouped(_ items: [Item]) -> [Group] {
        var groups: [Group] = []
        var current = Group(items: [], before: .comma, bracket: false)
        for item in items {
            guard item.isSeparator else {
                current.items.append(item)
                continue
            }
            let wasBracket = current.bracket
            if !trim(&current) { groups.append(current) }
            let kind: Item.Kind = item.kind == .open || item.kind == .close ? .comma : item.kind
            // an empty piece between two separators keeps the stronger one
            let before = current.items.isEmpty && current.before == .comma ? .comma : kind
            current = Group(items: [], before: before, bracket: item.kind == .open || wasBracket && item.kind != .close)
        }
        if !trim(&current) { groups.append(current) }
        return groups
    }

    /// Drops blanks at both ends and fillers; true if nothing is left.
    private func trim(_ group: inout Group) -> Bool {
        let hasUnknown = group.items.contains { $0.kind == .unknown }
        if !hasUnknown { group.items.removeAll { $0.kind == .filler } }
        while group.items.last?.kind == .space { group.items.removeLast() }
        while group.items.first?.kind == .space { group.items.removeFirst() }
        return group.items.isEmpty
    }

    /// Splits known sizes and counts off an unknown text, where a blank stands between: `Ocean Mist XL`.
    private func peeled(_ group: Group) -> [Group] {
        guard !group.isKnown else { return [group] }
        var rest = group
        var off: [Group] = []
        while let blank = rest.items.lastIndex(where: { $0.kind == .space }) {
            let piece = rest.items[(blank + 1)...]
            let clear = piece.allSatisfy { item in
                item.kind == .pack || item.kind == .size && !(hint == .colour && item.isDoubtful)
            }
            guard clear, !piece.isEmpty else { break }
            if piece.allSatisfy({ $0.facet.system == System.number }) { break }
            off.append(Group(items: Array(piece), before: .comma, bracket: group.bracket))
            rest.items.removeSubrange(blank...)
        }
        return rest.items.isEmpty ? off : [rest] + off
    }

    /// Groups joined by slash, plus or a tight dash.
    private func chains(_ groups: [Group]) -> [[Group]] {
        var chains: [[Group]] = []
        for group in groups {
            if let last = chains.last?.last, [.slash, .plus, .dash].contains(group.before),
                last.bracket == group.bracket
            {
                chains[chains.count - 1].append(group)
            } else {
                chains.append([group])
            }
        }
        return chains
    }

    // MARK: Chains

    private mutating func take(_ chain: [Group], _ coloured: Bool) {
        func doubtful(_ group: Group) -> Bool {
            group.items.allSatisfy { $0.isDoubtful } && (hint == .colour || hint == .other) && !coloured
        }
        let unknown = chain.filter { !$0.isKnown || doubtful($0) }
        guard let first = unknown.first, let last = unknown.last else {
            takeKnown(chain)
            return
        }
        let colours = chain.filter { $0.isKnown && $0.hasColour }
        let slashed = chain.contains { $0.before == .slash || $0.before == .plus }
        if !colours.isEmpty, slashed || hint == .colour {
            let from = min(first.from, colours[0].from)
            let to = max(last.to, colours[colours.count - 1].to)
            saying.unknown.append((.colour, bytes(from, to), 0))
            takeKnown(chain.filter { $0.to <= from || $0.from >= to })
            return
        }
        // pn/nv, fs/d: a doubtful letter beside an unknown code is part of the code
        var text = bytes(first.from, last.to)
        var rest = chain.filter { $0.to <= first.from || $0.from >= last.to }
        if hint == .size, slashed {
            text = bytes(chain[0].from, chain[chain.count - 1].to)
            rest = []
        }
        let near = unknown.count == 1 ? head(first) : 0
        saying.unknown.append((slot(first, coloured), text, near))
        takeKnown(rest)
    }

    /// The slot of an unknown text: the hinted one, unless the text says something known there already.
    private func slot(_ group: Group, _ coloured: Bool) -> Slot {
        switch hint {
        case .colour: coloured && !group.hasColour ? .other : .colour
        case .size: group.bracket ? .other : .size
        case .other, .pack, .unknown, .plug: group.hasColour && hint == .unknown ? .colour : .other
        }
    }

    /// The one known colour in an unknown text (`Team Navy`), plus 1; 0 if there is none or more.
    private func head(_ group: Group) -> Int64 {
        let colours = group.items.filter { $0.kind == .colour }
        guard colours.count == 1, !group.items.contains(where: { $0.kind == .modifier }) else { return 0 }
        let facets = vocabulary.colours[Int(colours[0].value)]
        return facets.count == 1 && facets[0].high == 0 ? facets[0].low + 1 : 0
    }

    private func bytes(_ from: Int, _ to: Int) -> [UInt8] { Array(text.slice(from, to)) }

    private mutating func takeKnown(_ chain: [Group]) {
        var colours: [Facet] = []
        var form: MeaningStore.Form = []
        let isCountedApart = countsApart(chain)
        for group in chain {
            var composed = ColourComposer(vocabulary: vocabulary)
            for item in group.items where !(isCountedApart && item.kind == .pack) { take(item, &composed) }
            composed.finish()
            if composed.isBlend { form.insert(.blend) }
            colours += composed.facets
        }
        if chain.filter(\.hasColour).count > 1 { form = [] }
        if form.isEmpty, !chain.dropFirst().contains(where: { $0.before == .plus }) {
            form = .ordered
            let patterns = colours.filter(isPattern)
            colours.removeAll(where: isPattern)
            colours += patterns
        }
        addColours(colours, form, bracket: chain.first?.bracket ?? false)
    }

    /// 黑*2+白*1: each piece has its own count, so the counts together are a word to compare. 100ml+100ml: two of one.
    private mutating func countsApart(_ chain: [Group]) -> Bool {
        guard chain.count > 1, chain.dropFirst().allSatisfy({ $0.before == .plus }) else { return false }
        if let first = chain[0].items.first, first.kind == .size,
            [System.volume, System.weight, System.gramOrGigabyte].contains(first.facet.system),
            chain.allSatisfy({ $0.items.count == 1 && $0.items[0].kind == .size && $0.items[0].facet == first.facet }),
            let pack = vocabulary.packUnits.firstIndex(of: "pack")
        {
            saying.packs.append(Facet(System.packs + UInt32(pack), Int64(chain.count), 0))
            return false
        }
        let counted = chain.map { group in group.items.contains { $0.kind == .pack } }
        let valued = chain.filter { group in group.items.contains { $0.kind == .colour || $0.kind == .size } }
        guard valued.count > 1, counted[0] || counted.filter({ $0 }).count > 1 else { return false }
        saying.unknown.append((.other, bytes(chain[0].from, chain[chain.count - 1].to), 0))
        return true
    }

    private func isPattern(_ facet: Facet) -> Bool {
        facet.system == System.colour && vocabulary.patterns.contains(Int32(facet.low))
    }

    private mutating func take(_ item: Item, _ composed: inout ColourComposer) {
        switch item.kind {
        case .colour: composed.add(colour: item.value, family: item.family)
        case .modifier: composed.add(modifier: item.value)
        case .size:
            saying.sizes.append(item.facet)
            saying.sizes += item.more
            if item.facet.system == System.ask { saying.facts |= Understood.ambiguous }
            if [System.measures, System.usualMeasures, System.plainMeasures].contains(item.facet.system) {
                saying.measures.append((item.facet.low, bytes(item.from, item.to)))
            }
        case .attribute: saying.others.append(item.facet)
        case .pack:
            // one piece is what a text without a count means, too; one pair or box is not
            if item.facet.low > 1 || vocabulary.isContainer(item.facet) { saying.packs.append(item.facet) }
        case .nothing:
            saying.nothing.append((hint == .size ? .size : hint == .other ? .other : .colour, item.value))
        case .user:
            let facet = Facet(System.user, Int64(item.value), 0)
            switch item.slot {
            case .colour: composed.add(user: facet)
            case .size: saying.sizes.append(facet)
            case .other: saying.others.append(facet)
            case .pack: saying.packs.append(facet)
            }
        default: break
        }
    }

    /// Adds the colours of one chain; in brackets behind another colour they are a second name for it.
    private mutating func addColours(_ colours: [Facet], _ form: MeaningStore.Form, bracket: Bool) {
        guard !colours.isEmpty else { return }
        if saying.colours.isEmpty {
            saying.colours = colours
            saying.colourForm = form
        } else if bracket {
            if Set(colours) == Set(saying.colours) { return }
            saying.colours += colours
            saying.colourForm = .either
            saying.facts |= Understood.ambiguous
        } else {
            saying.colours += colours
            saying.colourForm = saying.colourForm == .ordered && form == .ordered ? .ordered : []
        }
    }
}
