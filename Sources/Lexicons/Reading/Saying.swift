/// What a text says, gathered piece by piece, before it is interned.
struct Saying {
    var colours: [Facet] = []
    var colourForm: MeaningStore.Form = []
    var sizes: [Facet] = []
    var others: [Facet] = []
    var packs: [Facet] = []
    /// Unknown texts with the slot they belong to.
    var unknown: [(slot: Slot, text: [UInt8], near: Int64)] = []
    var nothing: [(slot: Slot, concept: Int32)] = []
    var facts: UInt32 = 0
    /// Folded texts of measures, for people.
    var measures: [(Int64, [UInt8])] = []
}

/// A run of items between separators.
struct Group {
    var items: [Item]
    /// The separator before it.
    var before: Item.Kind
    var bracket: Bool

    var from: Int { items.first?.from ?? 0 }
    var to: Int { items.last?.to ?? 0 }

    /// Whether every item of it is understood.
    var isKnown: Bool {
        var modifiers = false
        var colours = false
        for item in items {
            switch item.kind {
            case .unknown, .mark, .index: return false
            case .modifier: modifiers = true
            case .colour: colours = true
            case .user where item.slot == .colour: colours = true
            default: break
            }
        }
        return colours || !modifiers
    }

    var hasColour: Bool { items.contains { $0.kind == .colour || $0.kind == .user && $0.slot == .colour } }
}
