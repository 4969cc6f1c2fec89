/// Where something stands: the file, and the line and column in it, both counted from 1 (0 = not known).
public struct Place: Hashable, Sendable {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `feed.csv:12:3`, with as much as is known.
    public var description: String {
        file + (line > 0 ? ":\(line)" + (column > 0 ? ":\(column)" : "") : "")
    }
}

/// Odd data that was met on the way. The run goes on; what makes the rest meaningless is thrown instead.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Sendable { case note, warning, error }

    public var place: Place
    public var severity: Severity
    /// A stable word: `bad-price`, `ragged-row`.
    public var code: String
    public var message: String

    public init(_ place: Place, _ severity: Severity = .warning, code: String, _ message: String) {
        self.place = place
        self.severity = severity
        self.code = code
        self.message = message
    }

    /// `file:line:column: warning: message [code]`
    public var description: String { "\(place.description): \(severity.rawValue): \(message) [\(code)]" }
}

/// The diagnostics of one source: the first few of each code as they stand, the rest counted.
public struct Diagnostics: Sendable {
    public private(set) var kept: [Diagnostic] = []
    public private(set) var counts: [String: Int] = [:]
    /// How many of one code are kept with their place.
    public static let keptPerCode = 5

    public init() {}

    public mutating func add(
        _ place: Place, _ severity: Diagnostic.Severity = .warning, code: String, _ message: @autoclosure () -> String
    ) {
        let seen = counts[code, default: 0]
        counts[code] = seen + 1
        if seen < Self.keptPerCode { kept.append(Diagnostic(place, severity, code: code, message())) }
    }

    public mutating func add(_ other: Diagnostics) {
        for diagnostic in other.kept where counts[diagnostic.code, default: 0] < Self.keptPerCode {
            kept.append(diagnostic)
        }
        for (code, count) in other.counts { counts[code, default: 0] += count }
    }

    public var isEmpty: Bool { counts.isEmpty }
}
