/// One piece of an option text, in the order of the text.
struct Item {
    enum Kind: UInt8 {
        case colour, modifier, size, mark, attribute, pack, noise, duration, nothing, filler, user, unknown
        /// A code before or after a colour: #3.
        case index
        case space, slash, plus, dash, comma, open, close
        /// Left aside; no longer there.
        case gone
    }

    var kind: Kind
    /// A concept, a mark, a fact or a user's number, as the kind says.
    var value: Int32 = 0
    var from: Int
    var to: Int
    var facet = Facet(0, 0)
    /// Further statements of the same size, or further readings of it.
    var more: [Facet] = []
    /// A number with a leading zero: more likely an index than a size.
    var zeroLed = false
    /// A colour with 色系 behind it: any of its family.
    var family = false
    /// For a user's word: its slot.
    var slot = Slot.other

    var isSeparator: Bool {
        switch kind {
        case .slash, .plus, .dash, .comma, .open, .close: true
        default: false
        }
    }

    /// A size of one letter, a bare number or 1号: on a colour axis it may as well be a code.
    var isDoubtful: Bool {
        guard kind == .size, to - from <= 5 else { return false }
        if facet.system == System.number || facet.system == System.mark { return true }
        return facet.system == System.oneSize ? to - from <= 2 : to - from == 1 && facet.system == System.letter
    }

    var isNumeric: Bool {
        kind == .duration
            || kind == .size && !(System.letters.contains(facet.system))
                && facet.system != System.oneSize && facet.system != System.ask
    }
}
