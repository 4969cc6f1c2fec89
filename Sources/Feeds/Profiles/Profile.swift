package import Catalogues

/// How one kind of file says what a catalogue says: a built-in YAML file, or a user's of the same shape, resolved.
package struct Profile: Sendable {
    package enum Format: String, Sendable { case csv, xml }

    /// What makes a variant out of the rows of a CSV file.
    package enum Structure: Sendable {
        /// Each row is a variant.
        case rows
        /// Each row is a style, with its variants packed into cells (淘宝助理).
        case taobao
        /// Rows of variations point to the row of their parent (WooCommerce).
        case parentChild
        /// The first row of a style carries what its further rows leave blank (Shopify).
        case carryDown
    }

    package var name: String
    /// What the profile reads, in a few words, for people.
    package var title: String
    package var format: Format
    package var structure: Structure = .rows
    /// The headers, element or attribute names of each field, whatever side the file is on.
    package var headers: [Field: [String]] = [:]
    /// Headers that mean something else, or something at all, only in the file of one leg: they come before `headers`.
    package var headersByLeg: [Source.Leg: [Field: [String]]] = [:]
    /// Headers, all of which a file of this kind has (each a list of alternatives).
    package var recognisedBy: [[String]] = []
    /// XML: names of the elements that hold one variant; empty = found from the document.
    package var records: [String] = []
    /// XML: names of the elements that hold one style with its variants inside; empty = found, or none.
    package var styles: [String] = []
    package var rules = ReadingRules()
    package var isComplete = true

    package init(name: String, title: String, format: Format) {
        self.name = name
        self.title = title
        self.format = format
    }
}
