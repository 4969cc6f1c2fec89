/// One thing that does not agree: what, and where on both sides. Its texts are read from the catalogues when shown.
@frozen public struct Mismatch: BitwiseCopyable, Sendable {
    public var code: MismatchCode
    /// Which of a spec's parts it is about, for `spec-differs`: the slots that contradict, one bit each.
    public var slots: UInt8 = 0
    /// The side that has it, for what concerns one catalogue only.
    public var isShopSide = false
    /// Rows and styles of the two catalogues; `UInt32.max` = none.
    public var supplierStyle = Mismatch.nobody
    public var supplier = Mismatch.nobody
    public var shopStyle = Mismatch.nobody
    public var shop = Mismatch.nobody
    public var evidence: Evidence = []
    /// Index of its group (further rows that share the fault), `UInt32.max` = none.
    public var group = Mismatch.nobody

    public static var nobody: UInt32 { .max }
}

extension Mismatch {
    /// About a supplier's style as a whole, or about one variant of it.
    public init(_ code: MismatchCode, supplierStyle: UInt32, supplier: UInt32 = nobody) {
        self.init(code: code)
        self.supplierStyle = supplierStyle
        self.supplier = supplier
    }

    /// A person confirmed what today's data contradict: it is the decision that may be wrong.
    public var isOfDecision: Bool {
        evidence.contains(.confirmed) && (code == .specDiffers || code == .codeConflict)
    }

    /// Who can put it right: the code's usual one, or the supplier where the fault is in the supplier's own catalogue.
    public var who: MismatchCode.Who {
        switch code {
        case .duplicateSpec, .barcodeInvalid, .specIncomplete: isShopSide ? .shop : .supplier
        default: code.who
        }
    }
}
