/// Takes promise, advice, gift and praise out of the items; what they concern goes with them.
struct NoiseFilter {
    var items: [Item]
    var facts: UInt32 = 0

    mutating func run() {
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
        if let inside = bracket(around: at) {
            for place in inside where !items[place].isSeparator {
                if items[place].kind == .noise { facts |= UInt32(items[place].value) }
                items[place].kind = .gone
            }
            return
        }
        if fact == Understood.gift { gift(after: at) } else { numbers(after: at, fact) }
    }

    /// The items between the brackets that stand around a place.
    private func bracket(around at: Int) -> Range<Int>? {
        guard let open = items[..<at].lastIndex(where: { $0.kind == .open || $0.kind == .close }),
            items[open].kind == .open
        else { return nil }
        let close = items[at...].firstIndex { $0.kind == .close } ?? items.count
        return (open + 1)..<close
    }

    /// 送袜子: what is given goes to the next blank or separator.
    private mutating func gift(after at: Int) {
        var place = at + 1
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
            if item.isNumeric || item.kind == .noise && UInt32(item.value) != Understood.hype {
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
