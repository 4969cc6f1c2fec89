public import Catalogues
public import Lexicons

/// What changed in one source from one version to the next.
public struct CatalogueChanges: Sendable {
    /// One change. A style's own (added, withdrawn) has no rows, and no variant of it has a change of its own.
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
    }

    public private(set) var changes: [Change] = []
    public private(set) var figures = Figures()

    /// - Parameters:
    ///   - isComplete: only a complete newer version can withdraw.
    ///   - priceStep: by how many per cent a price moves to count as jumped.
    public init(
        from old: Catalogue, to new: Catalogue, lexicon: Lexicon, isComplete: Bool = true, priceStep: Int = 20
    ) {}
}
