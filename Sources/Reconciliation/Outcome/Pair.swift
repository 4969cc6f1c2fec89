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
public struct Pair: BitwiseCopyable, Sendable {
    /// Row of the supplier's catalogue.
    public var supplier: UInt32
    /// Row of the shop's catalogue.
    public var shop: UInt32
    /// The evidence's 33 bits in two pieces, so that a pair has 16 bytes and not 24.
    private var lowEvidence: UInt32
    private var highEvidence: UInt8
    public var decision: Decision
    /// 0 to 100.
    public var confidence: UInt8

    public var evidence: Evidence { Evidence(rawValue: UInt64(highEvidence) << 32 | UInt64(lowEvidence)) }

    init(supplier: UInt32, shop: UInt32, evidence: Evidence, decision: Decision, confidence: UInt8) {
        self.supplier = supplier
        self.shop = shop
        lowEvidence = UInt32(truncatingIfNeeded: evidence.rawValue)
        highEvidence = UInt8(evidence.rawValue >> 32)
        self.decision = decision
        self.confidence = confidence
    }
}
