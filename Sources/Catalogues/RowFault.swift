/// What is wrong between rows of a file of which some point to others: variations and their parents.
public struct RowFault: Hashable, Sendable {
    public enum Kind: Sendable {
        /// The row of a variation names no parent.
        case orphan
        /// It names one that is not there.
        case parentMissing
        /// The row of a parent has a price or stock, as if it could be bought.
        case parentSellable
    }

    public var kind: Kind
    /// The line of the row, from 1.
    public var line: Int
    /// The parent's code, as it was written.
    public var parent: String

    public init(_ kind: Kind, line: Int, parent: String) {
        self.kind = kind
        self.line = line
        self.parent = parent
    }
}
