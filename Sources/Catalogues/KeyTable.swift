import Glibc

/// An open-addressing table from hashes to row numbers; the rows' own bytes are compared by the caller.
///
/// Eight bytes a slot: the upper half of the hash, which also says where the slot lies (so the table can grow without
/// the keys), and the row plus one (0 = free). Load is kept below two thirds.
@frozen public struct KeyTable: ~Copyable, Sendable {
    @usableFromInline var slots: Column<UInt64>
    @usableFromInline var mask: Int
    @usableFromInline var used = 0

    public init(capacity: Int = 16) {
        var size = 16
        while size * 2 < capacity * 3 + 8 { size *= 2 }
        slots = Column(zeros: size)
        mask = size - 1
    }

    public var count: Int { used }

    @inlinable func start(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & mask }

    /// Where the slot of `hash` is, for a batch of look-ups that has all of theirs brought near before it looks.
    @inlinable public func home(_ hash: UInt64) -> UnsafeMutablePointer<UInt64> { slots.base + start(hash) }

    /// The row under `hash` for which `same` holds.
    @inlinable public func find(_ hash: UInt64, _ same: (Int) -> Bool) -> Int? {
        var at = start(hash)
        while true {
            let slot = slots.base[at]
            if slot == 0 { return nil }
            if slot >> 32 == hash >> 32 {
                let row = Int(slot & 0xFFFF_FFFF) - 1
                if same(row) { return row }
            }
            at = (at + 1) & mask
        }
    }

    /// The first row whose hash agrees with `hash` as far as the table knows it; its key may still be another.
    @inlinable public func candidate(_ hash: UInt64) -> Int? { find(hash) { _ in true } }

    /// The row that already stands under this key, or nil after `row` was put there.
    @inlinable public mutating func insert(_ hash: UInt64, row: Int, _ same: (Int) -> Bool) -> Int? {
        if let found = find(hash, same) { return found }
        if (used + 1) * 3 > slots.count * 2 { grow() }
        place((hash & ~0xFFFF_FFFF) | UInt64(row + 1))
        used += 1
        return nil
    }

    @inlinable func place(_ slot: UInt64) {
        var at = start(slot)
        while slots.base[at] != 0 { at = (at + 1) & mask }
        slots.base[at] = slot
    }

    @usableFromInline @inline(never) mutating func grow() {
        var old = Column<UInt64>(zeros: slots.count * 2)
        swap(&old, &slots)
        mask = slots.count - 1
        for slot in old.values where slot != 0 { place(slot) }
    }
}
