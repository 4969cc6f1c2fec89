/// Takes promise, advice, gift and praise out of the items; what they concern goes with them.
struct NoiseFilter {
    let text: FoldedText
    var items: [Item]
    var facts: UInt32 = 0
    /// The sizes of which advice speaks, for a text that says nothing else.
    private(set) var advice: [Item] = []

    mutating func run() {
        advice = items.filter { $0.kind == .size || $0.isSeparator }
        for at in items.indices {
            switch items[at].kind {
            case .noise: remove(at, UInt32(items[at].value))
            case .duration: remove(at, Understood.promise)
            default: break
            }
        }
        bodyWeights()
        items.removeAll { $0.kind == .gone }
    }

    private mutating func remove(_ at: Int, _ fact: UInt32) {
        facts |= fact
        items[at].kind = .gone
        if fact == Understood.hype { return }
        let inside = isInBracket(at)
        if fact == Understood.gift {
            gift(after: at, inside)
            return
        }
        if inside { numbers(before: at, fact) }
        numbers(after: at, fact)
    }

    private func isInBracket(_ at: Int) -> Bool {
        items[..<at].last { $0.kind == .open || $0.kind == .close }?.kind == .open
    }

    /// 送袜子: what is given goes to the next blank or separator; in brackets, an unknown word behind a blank, too.
    private mutating func gift(after at: Int, _ inside: Bool) {
        var place = at + 1
        if inside, place + 1 < items.count, items[place].kind == .space, items[place + 1].kind == .unknown {
            place += 1
        }
        while place < items.count, !items[place].isSeparator, items[place].kind != .space {
            if items[place].kind == .colour, items[place].from != items[place - 1].to { break }
            items[place].kind = .gone
            place += 1
        }
    }

    /// 建议130-145斤, 预售7天: the numbers behind it; 145斤以内: the weight before it.
    private mutating func numbers(after at: Int, _ fact: UInt32) {
        var place = at + 1
        var last = at
        while place < items.count {
            let item = items[place]
            if concerns(place, fact) || item.kind == .noise && UInt32(item.value) != Understood.hype {
                if item.kind == .noise { facts |= UInt32(item.value) }
                last = place
            } else if ![.space, .dash, .filler, .gone].contains(item.kind) {
                break
            }
            place += 1
        }
        if last > at { for place in (at + 1)...last { items[place].kind = .gone } }
        if fact == Understood.advice, at > 0, items[at - 1].kind == .size,
            [System.weight, System.bodyWeight, System.centimetres].contains(items[at - 1].facet.system)
        {
            items[at - 1].kind = .gone
        }
    }

    /// Whether a number or its unit belongs to the noise word before it. A promise has days, months and dates, and no
    /// sizes: the 500ml of `现货 500ml` stay.
    private func concerns(_ place: Int, _ fact: UInt32) -> Bool {
        let item = items[place]
        if item.kind == .duration { return true }
        let tight = items[place - 1].to == item.from && items[place - 1].kind != .space
        if isTail(item) { return tight && items[place - 1].kind != .noise }
        guard item.isNumeric else { return false }
        let system = item.facet.system
        if fact == Understood.advice { return !Self.contents.contains(system) && !isBed(item) }
        if fact & Understood.stockNow != 0 { return false }
        if system == System.months { return true }
        let follows = place + 1 < items.count && isTail(items[place + 1])
        let isDate = follows || item.facet.low % 1000 != 0 || items[place - 1].facet.system == System.months
        return tight && isDate && (system == System.number || system == System.mark)
    }

    /// What no advice on whom it fits speaks of.
    private static let contents: Set<UInt32> = [
        System.volume, System.fluidOunces, System.storage, System.gramOrGigabyte, System.watts, System.volts,
        System.milliampereHours, System.hertz, System.measures, System.usualMeasures, System.plainMeasures,
        System.braCentimetres, System.braInches, System.memory,
    ]

    private func isBed(_ item: Item) -> Bool { item.to >= 3 && text.starts(item.to - 3, "床") }

    /// 11月30日发货, 130斤左右: the date or the person's weight before it, in brackets.
    private mutating func numbers(before at: Int, _ fact: UInt32) {
        var place = at - 1
        while place >= 0, items[place].kind == .gone { place -= 1 }
        guard place >= 0 else { return }
        let weights = [System.weight, System.bodyWeight]
        if items[place].kind == .size, weights.contains(items[place].facet.system), items[place].facet.low >= 30_000_000
        {
            items[place].kind = .gone
            facts |= Understood.advice
            return
        }
        guard fact & Understood.promise != 0, isTail(items[place]) else { return }
        items[place].kind = .gone
        place -= 1
        while place >= 0, items[place].isNumeric, [System.number, System.months].contains(items[place].facet.system) {
            items[place].kind = .gone
            place -= 1
        }
    }

    /// An unknown piece that only ends a date or an advice: 30日, 145斤内穿.
    private func isTail(_ item: Item) -> Bool {
        // 日 alone is a size mark, too
        guard item.kind == .unknown || item.kind == .mark else { return false }
        let words: [StaticString] = [
            "日", "号", "天", "前", "后", "内", "起", "至", "到", "月", "中", "旬", "上", "下", "底", "初",
            "穿", "人", "选",
        ]
        var at = item.from
        while at < item.to {
            guard words.contains(where: { text.starts(at, $0) }) else { return false }
            at += 3
        }
        return true
    }

    /// A person's weight beside another size is advice: L 100-120斤.
    private mutating func bodyWeights() {
        let sized = items.contains { $0.kind == .size && $0.facet.system != System.bodyWeight }
        guard sized else { return }
        for at in items.indices where items[at].kind == .size && items[at].facet.system == System.bodyWeight {
            items[at].kind = .gone
            facts |= Understood.advice
        }
    }
}
