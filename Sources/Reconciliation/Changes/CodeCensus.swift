import Catalogues

/// How often the codes of rows without a partner stand in each version: they are few, and all rows pass by them once.
struct CodeCensus {
    private struct Entry {
        var code: UInt64
        var old: UInt32 = 0
        var new: UInt32 = 0
        /// A row of each version that has no partner.
        var oldRow: UInt32?
        var newRow: UInt32?
    }

    private var entries: [Entry] = []
    private let table: SharedTable
    /// Both versions have rows with a code and without a partner.
    private(set) var hasBoth = false

    /// A table is not copyable, but may be shared.
    private final class SharedTable {
        var table: KeyTable
        init(capacity: Int) { table = KeyTable(capacity: capacity) }
    }

    init(_ old: Version, _ new: Version) {
        let before = Self.open(old)
        let after = Self.open(new)
        hasBoth = !before.isEmpty && !after.isEmpty
        table = SharedTable(capacity: hasBoth ? before.count + after.count : 0)
        if !hasBoth { return }
        for row in before { entries[entry(of: old.codes.base[Int(row)])].oldRow = row }
        for row in after { entries[entry(of: new.codes.base[Int(row)])].newRow = row }
        var filter = CodeFilter(expecting: entries.count)
        for entry in entries { filter.add(CodeIndex.mixed(entry.code)) }
        for code in old.codes.values where code != 0 && filter.mayHold(CodeIndex.mixed(code)) {
            if let known = index(of: code) { entries[known].old += 1 }
        }
        for code in new.codes.values where code != 0 && filter.mayHold(CodeIndex.mixed(code)) {
            if let known = index(of: code) { entries[known].new += 1 }
        }
    }

    private static func open(_ version: Version) -> [UInt32] {
        var rows: [UInt32] = []
        for row in 0..<version.codes.count where version.codes.base[row] != 0 && version.isOpen(row) {
            rows.append(UInt32(row))
        }
        return rows
    }

    private func index(of code: UInt64) -> Int? {
        table.table.find(CodeIndex.mixed(code)) { entries[$0].code == code }
    }

    private mutating func entry(of code: UInt64) -> Int {
        let row = entries.count
        if let known = table.table.insert(CodeIndex.mixed(code), row: row, { entries[$0].code == code }) {
            return known
        }
        entries.append(Entry(code: code))
        return row
    }

    /// The rows of codes that each version has once.
    func pairsOfUnique(_ found: (UInt32, UInt32) -> Void) {
        for entry in entries where entry.old == 1 && entry.new == 1 {
            if let oldRow = entry.oldRow, let newRow = entry.newRow { found(oldRow, newRow) }
        }
    }

    /// Whether one version has a code and the other has it nowhere.
    func isOnlyIn(_ inOld: Bool, _ code: UInt64) -> Bool {
        guard let known = index(of: code) else { return true }
        return (inOld ? entries[known].new : entries[known].old) == 0
    }
}
