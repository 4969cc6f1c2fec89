/// Where a size stands among those of its system, so that runs of sizes can be looked at.
public struct SizeStep: Hashable, Sendable {
    /// What kind of sizes they are. Sizes of two kinds are not put into one order.
    public enum Kind: Hashable, Sendable {
        /// S, M, L: a rank, where S is -1 and M is 0.
        case letter
        /// 38, EU 38, 38码: thousandths.
        case number
        /// 170/88A, 110 cm, 6 months and all else that has an order: in the units of its system.
        case other
    }

    public var kind: Kind
    /// Which system of that kind; the numbers mean something within one process only.
    public var system: UInt32
    public var value: Int64

    public init(kind: Kind, system: UInt32, value: Int64) {
        self.kind = kind
        self.system = system
        self.value = value
    }
}

extension Lexicon {
    /// The one size that a meaning states; nil for ranges, for several statements (EU 41 = US 8), and for words that
    /// have no place in an order (one size, unknown words, measures).
    public func sizeStep(_ size: MeaningID) -> SizeStep? {
        guard !size.isNone, meanings.slot(size) == .size else { return nil }
        let facets = meanings.facets(size)
        guard facets.count == 1, let facet = facets.first else { return nil }
        switch facet.system {
        case System.letters:
            return facet.low == facet.high ? SizeStep(kind: .letter, system: facet.system, value: facet.low) : nil
        // The Chinese mark adds nothing to a number.
        case System.number, System.mark:
            return facet.low == facet.high ? SizeStep(kind: .number, system: System.number, value: facet.low) : nil
        case System.countries:
            return facet.low == facet.high ? SizeStep(kind: .number, system: facet.system, value: facet.low) : nil
        case System.bodyType: return SizeStep(kind: .other, system: facet.system, value: facet.low)
        case System.centimetres, System.years, System.months, System.toddler:
            return facet.low == facet.high ? SizeStep(kind: .other, system: facet.system, value: facet.low) : nil
        default: return nil
        }
    }

    /// A number that names no system: 40, 40码.
    public func isBareNumber(_ step: SizeStep) -> Bool { step.kind == .number && step.system == System.number }

    /// A size's letters for people: `M`, `2XL`; nil if it is no letter size.
    public func letters(_ step: SizeStep) -> String? {
        step.kind == .letter ? SizePatterns.name(rank: Int(step.value)) : nil
    }
}
