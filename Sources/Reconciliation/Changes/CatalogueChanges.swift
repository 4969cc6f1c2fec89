public import Catalogues
public import Lexicons

/// What changed in one source from one version to the next.
public struct CatalogueChanges: Sendable {
    /// One change. A style's own (added, withdrawn) has no rows, and no variant that came or went with it has a change of
    /// its own; one that moved from or to another style under its code has.
    public struct Change: Sendable {
        public var kind: ChangeKind
        /// Style of the older and of the newer catalogue; nil = it is not there.
        public var oldStyle: Int?
        public var newStyle: Int?
        /// Row of the older and of the newer catalogue.
        public var oldRow: Int?
        public var newRow: Int?

        public init(
            _ kind: ChangeKind, oldStyle: Int? = nil, newStyle: Int? = nil, oldRow: Int? = nil, newRow: Int? = nil
        ) {
            self.kind = kind
            self.oldStyle = oldStyle
            self.newStyle = newStyle
            self.oldRow = oldRow
            self.newRow = newRow
        }
    }

    /// How much changed, for guards.
    public struct Figures: Sendable {
        public var oldVariants = 0
        public var newVariants = 0
        /// Variants of the older version that the newer still has under the same code or words.
        public var kept = 0
        /// Of the kept: both versions give a stock figure; the figure changed.
        public var stockCompared = 0
        public var stockChanged = 0
        /// Of the kept: the older version had it in stock; the newer has none.
        public var wasInStock = 0
        public var wentOutOfStock = 0
        /// Of the kept: both versions give a price; it moved by more than the step.
        public var pricesCompared = 0
        public var pricesJumped = 0
        /// Variants of the older version that came under another code with the same words.
        public var relisted = 0

        public init() {}
    }

    /// In the order of the newer file. What is gone stands behind the last row of its style, or, in the order of the older
    /// file, at the end; the changes of one variant in the order of `ChangeKind`.
    public private(set) var changes: [Change] = []
    public private(set) var figures = Figures()

    /// - Parameters:
    ///   - isComplete: only a complete newer version can withdraw.
    ///   - priceStep: by how many per cent a price moves to count as jumped.
    public init(
        from old: Catalogue, to new: Catalogue, lexicon: Lexicon, isComplete: Bool = true, priceStep: Int = 20
    ) {
        let hasField: (Field) -> Bool = { old.fields.contains($0) && new.fields.contains($0) }
        var words = SharedWords()
        let codes = [Field.sku, .supplierCode].first(where: hasField)
        let before = Version(old, codesIn: codes, withBarcodes: hasField(.barcode), words: words.numbers(of: old))
        let after = Version(new, codesIn: codes, withBarcodes: hasField(.barcode), words: words.numbers(of: new))
        let pairing = VariantPairing(before, after, WordReading(before, after, lexicon))
        pairing.run(isComplete: isComplete)
        let list = ChangeList(pairing, isComplete: isComplete, priceStep: priceStep)
        changes = list.changes
        figures = list.figures
    }
}
