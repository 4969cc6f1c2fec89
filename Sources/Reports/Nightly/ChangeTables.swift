import Catalogues
import Reconciliation

/// The two update tables of a run (新款式发布时间, 规格调整时间), and the counts of prices and stock that moved.
struct ChangeTables {
    /// A row: one style and one kind of change, with its specs.
    struct Row {
        var source: String
        var style: String
        var title: String
        var kind: ChangeKind
        /// The latest of its changes.
        var at: Moment
        var isDatedByFeed: Bool
        /// `藏青/XL`, `藏青/XL → 深蓝/XL`
        var values: [String] = []
        var count = 0

        /// How many specs a row names.
        static let valueLimit = 8
    }

    /// What moved in prices and stock of one source.
    struct Movement {
        var source: String
        var kind: ChangeKind
        var count = 0
        /// The first few: `K1-2 藏青/XL 68.00 → 72.00`.
        var first: [String] = []

        static let limit = 10
    }

    private(set) var styles: [Row] = []
    private(set) var specs: [Row] = []
    private(set) var movements: [Movement] = []

    init(_ changes: [ChangeEntry]) {
        var specRows: [Key: Int] = [:]
        var movementRows: [Key: Int] = [:]
        for change in changes {
            switch change.kind {
            case .styleAdded, .styleWithdrawn: styles.append(Row(change))
            case .specAdded, .specRemoved, .specRenamed, .meaningChanged, .relisted:
                let key = Key(
                    source: change.source, style: change.style.isEmpty ? change.title : change.style, kind: change.kind)
                let row = specRows[key] ?? specs.count
                if row == specs.count {
                    specRows[key] = row
                    specs.append(Row(change))
                }
                specs[row].add(change)
            case .priceChanged, .soldOut, .backInStock:
                let key = Key(source: change.source, style: "", kind: change.kind)
                let row = movementRows[key] ?? movements.count
                if row == movements.count {
                    movementRows[key] = row
                    movements.append(Movement(source: change.source, kind: change.kind))
                }
                movements[row].count += 1
                if movements[row].first.count < Movement.limit { movements[row].first.append(change.sentence) }
            }
        }
    }

    private struct Key: Hashable {
        var source: String
        var style: String
        var kind: ChangeKind
    }
}

extension ChangeTables.Row {
    fileprivate init(_ change: ChangeEntry) {
        source = change.source
        style = change.style
        title = change.title
        kind = change.kind
        at = change.at
        isDatedByFeed = change.isDatedByFeed
    }

    fileprivate mutating func add(_ change: ChangeEntry) {
        count += 1
        if change.at > at {
            at = change.at
            isDatedByFeed = change.isDatedByFeed
        }
        if values.count < Self.valueLimit { values.append(change.words) }
    }
}

extension ChangeEntry {
    /// What changed in a spec, in its own words: `藏青/XL`, `藏青/XL → 深蓝/XL`, `藏青/XL：S1 → S9`.
    var words: String {
        let name = spec.isEmpty ? sku : spec
        if before.isEmpty, after.isEmpty { return name }
        let step = before.isEmpty || after.isEmpty ? before + after : "\(before) → \(after)"
        switch kind {
        case .specRenamed, .meaningChanged: return sku.isEmpty ? step : "\(sku) \(step)"
        case .relisted, .priceChanged: return name.isEmpty ? step : "\(name) \(step)"
        case .styleAdded, .styleWithdrawn, .specAdded, .specRemoved, .soldOut, .backInStock:
            return name.isEmpty ? step : name
        }
    }

    /// The same with the variant's code, for a list in which styles mix.
    fileprivate var sentence: String {
        let code = sku.isEmpty ? style : sku
        let words = words
        return code.isEmpty || words.hasPrefix(code) ? words : "\(code) \(words)"
    }
}
