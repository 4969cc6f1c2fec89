/// One thing about a style that stands against listing it, or that a lister should know.
public struct ListingIssue: Sendable {
    public enum Severity: UInt8, CaseIterable, Comparable, Sendable {
        /// It must not be listed so: the wrong goods would be sold, or the target refuses it.
        case error
        /// It may be listed; somebody should look.
        case warning
        case note

        public var name: String {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .note: "note"
            }
        }

        /// The graver is the smaller.
        public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    }

    public var code: ListingCode
    public var severity: Severity
    /// What it is about: `colour`, `size`, `sku`, `barcode`, `title`, `price`, `stock`, `image`, or the axis by its name.
    public var attribute: String
    /// Index of the style in the catalogue that is checked.
    public var style: Int
    /// The rows that it is about, in the order of the file; empty = the style as a whole.
    public var rows: [Int]
    /// Where a draft is checked: the supplier's rows that it was compared with; else empty.
    public var supplierRows: [Int]
    /// What stands there, as it was written; empty = nothing does.
    public var found: String
    /// What to write instead; empty where only a person can know.
    public var suggestion: String
    /// What the finding needs to be told with figures and names: `limit` 20, `missing` M, `other` line 12.
    public var details: [(name: String, value: String)]
    public var who: MismatchCode.Who
    /// The rule of the target that says so; nil = the trade's own.
    public var rule: ListingTarget.Rule?

    public init(
        _ code: ListingCode, _ severity: Severity, attribute: String, style: Int, rows: [Int] = [],
        supplierRows: [Int] = [], found: String = "", suggestion: String = "",
        details: [(name: String, value: String)] = [], who: MismatchCode.Who = .supplier,
        rule: ListingTarget.Rule? = nil
    ) {
        self.code = code
        self.severity = severity
        self.attribute = attribute
        self.style = style
        self.rows = rows
        self.supplierRows = supplierRows
        self.found = found
        self.suggestion = suggestion
        self.details = details
        self.who = who
        self.rule = rule
    }

    /// The detail of a name; nil = it has none.
    public subscript(detail name: String) -> String? { details.first { $0.name == name }?.value }
}
