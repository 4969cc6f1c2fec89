package import Catalogues

/// One change of a source from one version to the next.
package struct ChangeEntry: Sendable {
    /// Its number in the ledger; 0 = it is not in there yet.
    package var id: Int64 = 0
    package var source: String
    package var kind: ChangeKind
    /// By the feed's own time, else when it was first seen.
    package var at: Moment
    package var isDatedByFeed: Bool
    package var style = ""
    package var title = ""
    package var sku = ""
    package var spec = ""
    /// What it was, and what it is: the words, the price, the code, the stock; empty where there is none.
    package var before = ""
    package var after = ""
    /// The line of the newer file (the older one's for what is gone), from 1.
    package var line = 0
    /// The words are other ones and mean the same: XXL, 2XL. Nobody is asked about it.
    package var isSpelling = false

    package init(source: String, kind: ChangeKind, at: Moment, isDatedByFeed: Bool) {
        self.source = source
        self.kind = kind
        self.at = at
        self.isDatedByFeed = isDatedByFeed
    }
}
