import CByteScan

// The styles that records name, sought for some of them together.
//
// A shop lists its variants in any order, so that each record's style lies somewhere else in memory: the slot of the
// table, the style's head, the text of its key and title. Each stage has what the next one reads brought near, for all
// records, so that their waits overlap; a record at a time would wait for each.

/// What some records say of their style, and which style that is.
struct SoughtStyles: ~Copyable {
    enum Hit: BitwiseCopyable, Equatable {
        /// The record has no key, or one that no style bears yet.
        case none
        /// The record above has the same key.
        case asAbove
        case style(Int)
    }

    /// So few that all which is brought near for them stays near (five lines of 64 bytes each).
    static var capacity: Int { 64 }

    /// The style's code or title, without blanks and apostrophe.
    let keys = Column<Bytes>(zeros: capacity)
    let hashes = Column<UInt64>(zeros: capacity)
    let hits = Column<Hit>(zeros: capacity)
}

/// What tells a style, side by side, since it is asked of every record.
struct StyleHead: BitwiseCopyable {
    /// Its code or title, by which records name it; none if it is a record's own.
    var key: TextRef
    var title = TextRef.none
}

extension CatalogueBuilder {
    /// Seeks the styles of the records from `first` on.
    func seekStyles(_ batch: borrowing RecordBatch, from first: Int) {
        let rows = 0..<min(SoughtStyles.capacity, batch.count - first)
        let (keys, hashes, hits) = (sought.keys.base, sought.hashes.base, sought.hits.base)
        let field: Field = rules.styleKey == .title ? .title : .styleCode
        guard rules.styleKey != .none, batch.has(field) else {
            for row in rows { (keys[row], hits[row]) = (.none, .none) }
            return
        }
        let cells = batch.column(field) + first
        for row in rows {
            keys[row] = Self.code(cells[row].trimmed)
            hits[row] = row > 0 && keys[row].count > 0 && keys[row] == keys[row - 1] ? .asAbove : .none
            if hits[row] == .asAbove { continue }
            hashes[row] = keys[row].hash(seed: tableSeed)
            specsync_prefetch(styleTable.home(hashes[row]))
        }
        for row in rows where hits[row] == .none && keys[row].count > 0 {
            guard let style = styleTable.candidate(hashes[row]) else { continue }
            hits[row] = .style(style)
            specsync_prefetch(heads.base + style)
        }
        for row in rows {
            guard case .style(let style) = hits[row] else { continue }
            let title = arena[heads.base[style].title]
            specsync_prefetch(arena[heads.base[style].key].base)
            specsync_prefetch(title.base)
            specsync_prefetch(title.base + title.count)
        }
        // The table knows 32 bits of a hash; the bytes decide. One that is not it is looked up on its own.
        for row in rows {
            guard case .style(let style) = hits[row] else { continue }
            if !(arena[heads.base[style].key] == keys[row]) { hits[row] = .none }
        }
    }
}
