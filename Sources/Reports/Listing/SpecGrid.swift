import Catalogues
import Reconciliation

/// The specs of one style as a table: a cell for each pair of values where the style has two options, else a list.
struct SpecGrid {
    /// One variant, or what stands where two values meet.
    struct Cell {
        /// Rows of the catalogue; more than one = the same spec several times.
        var rows: [Int] = []
        /// The gravest issue that is about it, and the number of its group in the list.
        var severity: ListingIssue.Severity?
        var group: Int?

        /// `✗1`, `!2`, `·3`; a tick where nothing is said of it.
        var mark: String {
            guard let severity, let group else { return "✓" }
            let sign =
                switch severity {
                case .error: "✗"
                case .warning: "!"
                case .note: "·"
                }
            return "\(sign)\(group)"
        }
    }

    /// The values of the first option (down) and of the second (across); `across` is empty for a list.
    private(set) var down: [String] = []
    private(set) var across: [String] = []
    private(set) var axes: [String] = []
    /// `cells[down][across]`; a list has one cell a row. No rows = there is no such spec.
    private(set) var cells: [[Cell]] = []
    var isGrid: Bool { !across.isEmpty }

    init(_ style: CheckedStyle, _ groups: [IssueGroup], _ catalogue: Catalogue) {
        let rows = Array(catalogue.rows(ofStyle: style.index))
        var marks: [Int: (ListingIssue.Severity, Int)] = [:]
        for (number, group) in groups.enumerated() {
            // What is about every spec is about the style: a mark in each cell would say nothing.
            for issue in group.issues where issue.rows.count < max(2, rows.count) || rows.count == 1 {
                for row in issue.rows where marks[row].map({ issue.severity < $0.0 }) ?? true {
                    marks[row] = (issue.severity, number + 1)
                }
            }
        }
        func cell(_ rows: [Int]) -> Cell {
            let mark = rows.compactMap { marks[$0] }.min { $0 < $1 }
            return Cell(rows: rows, severity: mark?.0, group: mark?.1)
        }
        let positions = (0..<catalogue.axisCount).filter { position in
            rows.contains { catalogue.variants.option(position)[$0] != 0 }
        }
        axes = positions.map { catalogue.word(catalogue.styles.axis(style.index, $0)) }
        if positions.count == 2 {
            let (first, second) = (catalogue.variants.option(positions[0]), catalogue.variants.option(positions[1]))
            let firsts = Self.distinct(rows.map { first[$0] })
            let seconds = Self.distinct(rows.map { second[$0] })
            if firsts.count > 1 || seconds.count > 1, firsts.count * seconds.count <= rows.count * 3 {
                var at: [UInt64: [Int]] = [:]
                for row in rows { at[UInt64(first[row]) << 32 | UInt64(second[row]), default: []].append(row) }
                down = firsts.map { catalogue.word($0) }
                across = seconds.map { catalogue.word($0) }
                cells = firsts.map { value in
                    seconds.map { cell(at[UInt64(value) << 32 | UInt64($0)] ?? []) }
                }
                return
            }
        }
        down = rows.map { catalogue.variant($0).words }
        cells = rows.map { [cell([$0])] }
    }

    /// In the order in which they come first.
    private static func distinct(_ values: [UInt32]) -> [UInt32] {
        var seen: Set<UInt32> = []
        return values.filter { seen.insert($0).inserted }
    }
}

/// The issues of one style that one advice is for: of one code, attribute, severity and rule.
struct IssueGroup {
    var issues: [ListingIssue]
    var first: ListingIssue { issues[0] }

    static func groups(_ issues: [ListingIssue]) -> [IssueGroup] {
        var groups: [IssueGroup] = []
        for issue in issues {
            if let known = groups.firstIndex(where: { $0.first.isTold(with: issue) }) {
                groups[known].issues.append(issue)
            } else {
                groups.append(IssueGroup(issues: [issue]))
            }
        }
        return groups
    }
}

extension ListingIssue {
    fileprivate func isTold(with other: ListingIssue) -> Bool {
        code == other.code && severity == other.severity && who == other.who && rule == other.rule
    }
}
