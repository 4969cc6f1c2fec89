/// Gives the sizes beside a mark the mark's system: EU 41, 8.5 (US), 腰围30.
enum SizeMarks {
    static func apply(_ items: inout [Item]) {
        listed(&items)
        for at in items.indices where items[at].kind == .mark {
            guard let mark = SizeMark(rawValue: Int(items[at].value)) else { continue }
            let next = neighbour(items, at, 1)
            let last = neighbour(items, at, -1)
            if let next, let facet = stated(items[next].facet, mark) {
                items[next].facet = facet
                items[next].more = items[next].more.map { stated($0, mark) ?? $0 }
                items[at].kind = .gone
            } else if let last, let facet = stated(items[last].facet, mark) {
                items[last].facet = facet
                items[last].more = items[last].more.map { stated($0, mark) ?? $0 }
                items[at].kind = .gone
            } else if mark == .waist, items[(at + 1)...].first(where: { $0.kind != .space })?.kind == .mark {
                items[at].kind = .gone  // `W US8`: women's, not the waist
            }
        }
        items.removeAll { $0.kind == .gone }
    }

    /// The sizes of a list bear the unit of the last: 38,39,40码.
    private static func listed(_ items: inout [Item]) {
        guard items.count > 2 else { return }
        for at in (0..<items.count - 2).reversed() {
            let last = items[at + 2]
            guard items[at].kind == .size, items[at].facet.system == System.number, items[at + 1].kind == .comma,
                items[at + 1].to - items[at + 1].from == 1, last.kind == .size,
                last.facet.system == System.mark
                    || last.facet.system == System.centimetres && items[at].facet.low >= 50_000
            else { continue }
            items[at].facet.system = last.facet.system
        }
    }

    private static func neighbour(_ items: [Item], _ from: Int, _ step: Int) -> Int? {
        var at = from + step
        while items.indices.contains(at) {
            switch items[at].kind {
            case .size: return at
            case .space, .filler, .gone, .dash: break
            case .comma where step > 0 && items[at].to - items[at].from == 1: break
            case .open, .close: break
            default: return nil
            }
            at += step
        }
        return nil
    }

    /// The facet under the mark; nil if the mark does not speak of such a size.
    private static func stated(_ facet: Facet, _ mark: SizeMark) -> Facet? {
        var facet = facet
        switch facet.system {
        case System.number, System.mark:
            guard let system = mark.numbers else { return nil }
            facet.system = system
        case System.letter:
            guard let system = mark.letters else { return nil }
            facet.system = system
        case System.inches: return mark == .waist || mark == .screen ? facet : nil
        case System.centimetres: return mark == .height || mark == .waist || mark == .jp || mark == .cn ? facet : nil
        case System.millimetres: return mark == .cn ? facet : nil
        case System.years, System.months: return mark == .age || mark == .youth ? facet : nil
        case System.monthOrMetre:
            guard mark == .age else { return nil }
            facet.system = System.months
        case System.bodyType, System.braCentimetres, System.braInches: return mark == .cn || mark == .eu ? facet : nil
        default: return nil
        }
        return facet
    }
}
