import Catalogues

// What rows of variations and their parents got wrong, as the reader of the file found it.

extension ListingRules {
    mutating func checkRelations() {
        for fault in faults.byStyle[style] ?? [] {
            let row = rows.first { Int(catalogue.variants.line.base[$0]) == fault.line }
            let code = row.map { catalogue.code($0).string } ?? ""
            let details = [("line", "\(fault.line)"), ("parent", fault.parent), ("code", code)]
            let rows = row.map { [$0] } ?? []
            switch fault.kind {
            case .orphan: report(.orphanChild, .error, "parent", rows: rows, found: code, details: details)
            case .parentMissing:
                report(.parentMissing, .error, "parent", rows: rows, found: fault.parent, details: details)
            case .parentSellable: report(.parentSellable, .error, "parent", found: fault.parent, details: details)
            }
        }
    }
}

/// The faults between rows of a catalogue, by style.
struct RowFaults {
    private(set) var byStyle: [Int: [RowFault]] = [:]
    /// The lines that they are on.
    let lines: Set<UInt32>

    init(_ catalogue: Catalogue) {
        lines = Set(catalogue.rowFaults.map { UInt32(clamping: $0.line) })
        if catalogue.rowFaults.isEmpty { return }
        var styles: [UInt32: Int] = [:]
        for row in 0..<catalogue.variantCount where lines.contains(catalogue.variants.line.base[row]) {
            styles[catalogue.variants.line.base[row]] = Int(catalogue.variants.style.base[row])
        }
        var parents: [String: Int] = [:]
        for style in 0..<catalogue.styleCount { parents[catalogue.text(catalogue.styles.code[style])] = style }
        for fault in catalogue.rowFaults {
            let style = fault.kind == .parentSellable ? parents[fault.parent] : styles[UInt32(clamping: fault.line)]
            if let style { byStyle[style, default: []].append(fault) }
        }
    }
}
