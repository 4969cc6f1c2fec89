/// What a person said of a pair. It is kept by what the variants are called and what they said, so that it outlives ids.
public struct PersonDecision: Hashable, Sendable {
    public enum Verdict: String, Sendable { case confirmed, rejected }

    public var verdict: Verdict
    /// The source it is about, as whoever wrote it down called it; empty = not said.
    public var supplier: String
    public var supplierStyle: String
    public var supplierSKU: String
    /// The supplier's raw words when it was decided; empty if that was not written down.
    public var supplierSpec: String
    public var shopStyle: String
    public var shopSKU: String
    public var shopSpec: String
    public var by: String
    public var at: String
    public var note: String
    /// Where the decision stands, from 1.
    public var line: Int

    public init(
        _ verdict: Verdict, supplier: String = "", supplierStyle: String = "", supplierSKU: String,
        supplierSpec: String = "",
        shopStyle: String = "", shopSKU: String, shopSpec: String = "", by: String = "", at: String = "",
        note: String = "", line: Int = 0
    ) {
        self.verdict = verdict
        self.supplier = supplier
        self.supplierStyle = supplierStyle
        self.supplierSKU = supplierSKU
        self.supplierSpec = supplierSpec
        self.shopStyle = shopStyle
        self.shopSKU = shopSKU
        self.shopSpec = shopSpec
        self.by = by
        self.at = at
        self.note = note
        self.line = line
    }
}
