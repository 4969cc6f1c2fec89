import Catalogues

/// What was decided of a pair of variants.
public enum Decision: UInt8, BitwiseCopyable, Sendable {
    /// No counterpart.
    case none
    /// Shown to a person, with the evidence.
    case review
    /// Accepted without a person.
    case auto
    /// A person said so, and today's data do not contradict.
    case confirmed

    public var name: String {
        switch self {
        case .none: "none"
        case .review: "review"
        case .auto: "auto"
        case .confirmed: "confirmed"
        }
    }

    public var isAccepted: Bool { self == .auto || self == .confirmed }
}

/// A supplier's variant and a shop's variant that are, or may be, the same.
@frozen public struct Pair: BitwiseCopyable, Sendable {
    /// Row of the supplier's catalogue.
    public var supplier: UInt32
    /// Row of the shop's catalogue.
    public var shop: UInt32
    public var evidence: Evidence
    public var decision: Decision
    /// 0 to 100.
    public var confidence: UInt8
}
