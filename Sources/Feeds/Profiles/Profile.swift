package import Catalogues

/// How one kind of file says what a catalogue says: a built-in YAML file, or a user's of the same shape, resolved.
package struct Profile: Sendable {
    package enum Format: String, CaseIterable, Sendable { case csv, xml }

    /// What makes a variant out of the rows of a CSV file.
    package enum Structure: String, CaseIterable, Sendable {
        /// Each row is a variant.
        case rows
        /// Each row is a style, with its variants packed into cells (淘宝助理).
        case taobao
        /// Rows of variations point to the row of their parent (WooCommerce).
        case parentChild = "parent and child"
        /// The first row of a style carries what its further rows leave blank (Shopify).
        case carryDown = "carry down"
    }

    /// What a column is for where it is no field of a variant.
    package enum Role: String, CaseIterable, Sendable {
        /// The platform's number of a row, to which variations may point as `id:123`.
        case id
        /// The row that this one is a variation of.
        case parent
        /// What a row is: a parent, a variation, a style without variations.
        case kind
        /// A price that holds instead of the price, which then is the list price.
        case promoPrice = "promo price"
        /// Whether stock is counted at all; empty = it is not.
        case stockTracker = "stock tracker"
        /// `continue` = may be sold when there is none left.
        case stockPolicy = "stock policy"
        /// Option names of a variant in one cell, in step with `optionValues`.
        case optionNames = "option names"
        case optionValues = "option values"
        /// Headers with a `{n}` in them: the name and the value of the n-th option.
        case attributeName = "attribute name"
        case attributeValue = "attribute value"
    }

    /// A column that is an option by itself: `颜色`, `size`.
    package struct Axis: Sendable {
        package var name: String
        package var headers: [String]
    }

    /// XML: an element that holds the name and the value of an option or attribute.
    package struct Parameter: Hashable, Sendable {
        package var element: String
        /// The child element or `@attribute` with the name.
        package var name: String
        /// The child element or `@attribute` with the value; empty = the element's own text.
        package var value: String
    }

    package var name: String
    /// What the profile reads, in a few words, for people.
    package var title: String
    package var titleInChinese = ""
    package var formats: [Format]
    package var format: Format { formats[0] }
    package var structure: Structure = .rows
    /// It reads whatever it understands a header of, and comes after all others.
    package var isFallback = false
    /// The headers, element or attribute names of each field, the best first, whatever side the file is on.
    package var headers: [Field: [String]] = [:] { didSet { vocabulary = nil } }
    /// Headers that mean something else, or something at all, only in the file of one leg: they come before `headers`.
    package var headersByLeg: [Source.Leg: [Field: [String]]] = [:] { didSet { vocabulary = nil } }
    package var axes: [Axis] = [] { didSet { vocabulary = nil } }
    package var roles: [Role: [String]] = [:] { didSet { vocabulary = nil } }
    /// Headers that mean nothing, also those of one leg only.
    package var ignored: [String] = [] { didSet { vocabulary = nil } }
    package var ignoredByLeg: [Source.Leg: [String]] = [:] { didSet { vocabulary = nil } }
    /// Headers, all of which a file of this kind has (each a list of alternatives).
    package var recognisedBy: [[String]] = []
    /// XML: element names, all of which stand at the beginning of a file of this kind (each a list of alternatives).
    package var recognisedByElements: [[String]] = []
    /// Header lines behind the one with the names (淘宝助理: the Chinese ones behind the field ids).
    package var linesAfterHeader = 0
    /// XML: names of the elements that hold one variant; empty = found from the document.
    package var records: [String] = []
    /// XML: names of the elements that hold one style with its variants inside; empty = found, or none.
    package var styles: [String] = []
    /// XML: elements that name an option; only names of `axes` are options, the others are attributes.
    package var parameters: [Parameter] = []
    package var rules = ReadingRules()
    package var packed = PackedSpec()
    package var isComplete = true
    /// What each record of such a file has, whatever it says itself.
    package var fixed: [Field: String] = [:]
    /// Carry-down: the fields whose empty cells take the value above, within a style.
    package var carried: [Field] = []
    /// Values that stand for "no options at all": Shopify's `Default Title`.
    package var noOption: Set<String> = []
    /// Parent and child: what the kind column says, folded.
    package var parentKinds: Set<String> = []
    package var variationKinds: Set<String> = []
    package var ignoredKinds: Set<String> = []
    /// Parent and child: a parent with a price or stock of its own is a fault.
    package var parentsAreNeverSold = false
    /// Separators of the parallel lists of option names and values: between two options, and before what is no name.
    package var listSeparator: Character = ";"
    package var listSuffix: Character = ":"
    /// 淘宝: names of property ids (`1627207` 颜色), and of values (`20509:28314` S).
    package var propertyNames: [String: String] = [:]
    package var propertyValues: [String: String] = [:]
    /// The file a user's profile stands in; empty for a built-in one.
    package var path = ""
    var vocabulary: Vocabulary?

    package init(name: String, title: String, format: Format) {
        self.name = name
        self.title = title
        formats = [format]
    }

    /// What a header, element or attribute name means in the file of a leg; nil if nothing that is a field.
    ///
    /// A column that is an option by itself (`axes`) is `option1` for the first axis, `option2` for the second; where a
    /// file has numbered options as well, `columns(of:leg:)` knows better.
    package func field(of header: String, leg: Source.Leg) -> Field? {
        for meaning in meanings(of: HeaderKey.fold(header), leg: leg) {
            switch meaning.target {
            case .field(let field): return field
            case .axis(let position): return position < axisLimit ? .option(position) : nil
            case .role: continue
            }
        }
        return nil
    }

    /// What a header is for where it is no field.
    package func role(of header: String, leg: Source.Leg) -> Role? {
        for meaning in meanings(of: HeaderKey.fold(header), leg: leg) {
            if case .role(let role) = meaning.target { return role }
        }
        return nil
    }

    /// The position among `axes` of an option's name, such as that of a `param` element; nil = an attribute.
    package func axis(named name: String) -> Int? {
        for meaning in meanings(of: HeaderKey.fold(name), leg: .supplier) {
            if case .axis(let position) = meaning.target { return position }
        }
        return nil
    }
}
