import Catalogues
package import Feeds
package import Reconciliation
package import Reports

/// What one run is asked to do: the named inputs, and how to compare and tell.
package struct Job: Sendable {
    package struct Input: Sendable {
        package var path: String
        package var options: FeedOptions

        package init(_ path: String, _ options: FeedOptions) {
            self.path = path
            self.options = options
        }
    }

    package var supplier: Input
    package var shop: Input
    /// Further legs, each compared with the shop.
    package var legs: [Input] = []
    /// Files of a user's own words, which override the built-in lexicon.
    package var lexicons: [String] = []
    /// A file of what people decided before.
    package var decisions: String?
    package var settings = DiffSettings()
    package var language = Language.en
    /// Where the outputs go; nil = nowhere.
    package var folder: String?

    package init(supplier: Input, shop: Input) {
        self.supplier = supplier
        self.shop = shop
    }
}

/// Why a run could not be made.
package struct RunError: Error {
    package var description: String

    package init(_ description: String) { self.description = description }
}
