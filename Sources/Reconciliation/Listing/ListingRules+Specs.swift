import Catalogues
import Lexicons

// Specs that stand twice in a style, and values that are spelled in two ways.

extension ListingRules {
    mutating func checkSpecs() {
        if axes.isEmpty { return }
        let twins = axes.map { Self.twins($0.values) }
        var told: Set<[UInt32]> = []
        if mayRepeat(twins) {
            var groups: [SIMD4<UInt32>: [Int]] = [:]
            for row in rows { groups[meant(row, twins), default: []].append(row) }
            for (_, rows) in groups where rows.count > 1 {
                tellRepeat(rows)
                for place in axes.indices where twins[place] != nil {
                    told.insert([UInt32(place)] + Set(rows.map { values($0)[place] }).sorted())
                }
            }
        }
        for place in axes.indices { if let twins = twins[place] { tellSpellings(place, twins, told) } }
    }

    /// For each value the first one that means the same, by place; nil if no two do.
    private static func twins(_ values: [ListingAxis.Value]) -> [UInt32]? {
        if values.count < 2 { return nil }
        var first: [Meant: UInt32] = [:]
        var twins: [UInt32] = []
        for (at, value) in values.enumerated() {
            let meant = Meant(value.meaning)
            let known = meant.isEmpty ? nil : first[meant]
            twins.append(known ?? UInt32(at))
            if known == nil { first[meant] = UInt32(at) }
        }
        return first.count < values.count && zip(twins, twins.indices).contains { $0 != $1 } ? twins : nil
    }

    /// All that a value says but for praise; what it promises and gives away is part of the offer.
    private struct Meant: Hashable {
        var slots: SIMD4<UInt32>
        var facts: UInt32

        init(_ meaning: Understood) {
            slots = SIMD4(meaning.colour.number, meaning.size.number, meaning.other.number, meaning.pack.number)
            facts = meaning.facts & ~(Understood.hype | Understood.index | Understood.ambiguous)
        }

        /// Nothing that could be compared, or a text that stands for no particular value.
        var isEmpty: Bool { slots == .zero || facts & Understood.nothing != 0 }
    }

    /// The values of a row, each as the first that means the same.
    private func meant(_ row: Int, _ twins: [[UInt32]?]) -> SIMD4<UInt32> {
        var values = values(row)
        for place in axes.indices {
            if let twins = twins[place], values[place] > 0 {
                values[place] = twins[Int(values[place]) - 1] + 1
            }
        }
        return values
    }

    /// Whether two rows may mean the same: mostly they do not, which is seen without comparing them all.
    private func mayRepeat(_ twins: [[UInt32]?]) -> Bool {
        if rows.count < 2 { return false }
        var bits = SIMD8<UInt64>(repeating: 0)
        for row in rows {
            let values = meant(row, twins)
            var mixed: UInt64 = 0
            for place in 0..<axisLimit { mixed = (mixed ^ UInt64(values[place])) &* 0x9E37_79B9_7F4A_7C15 }
            mixed ^= mixed >> 32
            let bit: UInt64 = 1 << (mixed & 63)
            let word = Int(mixed >> 6 & 7)
            if bits[word] & bit != 0 { return true }
            bits[word] |= bit
        }
        return false
    }

    private mutating func tellRepeat(_ rows: [Int]) {
        // What an empty option means is not said, so two of them need not be one.
        if catalogue.source.emptyOptionIsAny,
            rows.contains(where: { row in axes.indices.contains { value(row, $0) == nil } })
        {
            return
        }
        // Nothing said at all is told as the option that is missing.
        if values(rows[0]) == .zero { return }
        let isSpelling = rows.contains { values($0) != values(rows[0]) }
        let titles = Set(rows.map { catalogue.variants.title.base[$0] }.map { $0.isNone ? "" : catalogue.text($0) })
        var details = [("by", isSpelling ? "meaning" : "words"), ("count", "\(rows.count)")]
        if isSpelling { details.append(("specs", specs(rows))) }
        let code = catalogue.code(rows[0])
        if !code.isEmpty, rows.allSatisfy({ catalogue.code($0) == code }) { details.append(("code", code.string)) }
        // Where the titles differ, they may say what the options do not.
        report(
            .duplicateSpec, titles.count > 1 ? .warning : .error, "spec", rows: rows,
            found: catalogue.variant(rows.min()!).spec, details: details)
    }

    private mutating func tellSpellings(_ place: Int, _ twins: [UInt32], _ told: Set<[UInt32]>) {
        let axis = axes[place]
        for first in Set(twins).sorted() {
            let same = twins.indices.filter { twins[$0] == first }
            guard same.count > 1, !told.contains([UInt32(place)] + same.map { UInt32($0 + 1) }) else { continue }
            let counts = same.map { value in rows.count { self.value($0, place) == value } }
            let most = same[counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) }!]
            let others = same.filter { $0 != most }
            report(
                .valueSpelledTwice, .warning, attribute(axis),
                rows: rows.filter { row in value(row, place).map(others.contains) ?? false },
                found: same.map { text(axis.values[$0]) }.joined(separator: " / "),
                suggestion: text(axis.values[most]), details: [("axis", catalogue.word(axis.name))])
        }
    }
}

extension Catalogue {
    /// The code that a variant is ordered by: its own, or the supplier's. Marks for none (`-`, `n/a`, `0`) are none.
    func code(_ row: Int) -> Bytes {
        let own = variants.sku.base[row]
        let code = arena[own.isNone ? variants.supplierCode.base[row] : own]
        return Self.standsForNone(code) ? .none : code
    }

    private static func standsForNone(_ code: Bytes) -> Bool {
        if code.count > 4 { return false }
        if code.buffer.allSatisfy({ $0 == 0x30 || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E || $0 == 0x3F }) {
            return true
        }
        if code.count == 1 { return false }
        return ["n/a", "na", "none", "null", "nil", "无"].contains(code.string.lowercased())
    }
}
