/// The four slots of an option value.
enum Slot: UInt8, Sendable { case colour, size, other, pack }

/// Every meaning met so far, each held once.
struct MeaningStore: Sendable {
    /// How the facets of a meaning belong together.
    struct Form: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        /// Colours run together without a separator: 灰蓝.
        static let blend = Form(rawValue: 1)
        /// Two names for one thing of which it is unsure that they agree: 深灰(炭灰).
        static let either = Form(rawValue: 2)
        /// Colours in the order in which they are named: black/white is not white/black.
        static let ordered = Form(rawValue: 4)
    }

    private struct Key: Hashable {
        var slot: UInt8
        var form: Form
        var facets: [Facet]
    }

    private struct Entry {
        var slot: Slot
        var form: Form
        var from: Int32
        var count: Int32
    }

    private var entries: [Entry] = [Entry(slot: .other, form: [], from: 0, count: 0)]
    private var facets: [Facet] = []
    private var numbers: [Key: UInt32] = [:]

    /// The meaning with these facets; a set of facets has no order unless it is a blend or a list.
    mutating func intern(_ slot: Slot, _ form: Form = [], _ wanted: [Facet]) -> MeaningID {
        if wanted.isEmpty { return .none }
        var wanted = wanted
        if form.contains(.ordered), wanted.allSatisfy({ $0 == wanted[0] }) { wanted = [wanted[0]] }
        if form.isDisjoint(with: [.blend, .ordered]), wanted.count > 1 {
            wanted.sort { ($0.system, $0.low, $0.high) < ($1.system, $1.low, $1.high) }
            var kept: [Facet] = []
            for facet in wanted where kept.last != facet { kept.append(facet) }
            wanted = kept
        }
        let form = wanted.count == 1 ? [] : form
        let key = Key(slot: slot.rawValue, form: form, facets: wanted)
        if let known = numbers[key] { return MeaningID(number: known) }
        let number = UInt32(entries.count)
        entries.append(Entry(slot: slot, form: form, from: Int32(facets.count), count: Int32(wanted.count)))
        facets.append(contentsOf: wanted)
        numbers[key] = number
        return MeaningID(number: number)
    }

    /// The meaning of this one facet, if it has been met.
    func known(_ slot: Slot, _ facet: Facet) -> MeaningID? {
        numbers[Key(slot: slot.rawValue, form: [], facets: [facet])].map { MeaningID(number: $0) }
    }

    var count: Int { entries.count }

    func facets(_ id: MeaningID) -> ArraySlice<Facet> {
        let entry = entries[Int(id.number)]
        return facets[Int(entry.from)..<Int(entry.from + entry.count)]
    }

    func slot(_ id: MeaningID) -> Slot { entries[Int(id.number)].slot }

    func form(_ id: MeaningID) -> Form { entries[Int(id.number)].form }
}
