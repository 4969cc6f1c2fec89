/// Rows or styles of both versions under one key.
struct Groups {
    struct Keyed {
        var key: UInt64
        var index: UInt32
    }

    private var old: [Keyed] = []
    private var new: [Keyed] = []

    mutating func addOld(_ index: UInt32, _ key: UInt64) { old.append(Keyed(key: key, index: index)) }
    mutating func addNew(_ index: UInt32, _ key: UInt64) { new.append(Keyed(key: key, index: index)) }

    /// Hands over the groups that have members in both versions, each in the order in which they were added, and forgets
    /// all.
    mutating func takeShared(_ body: (ArraySlice<Keyed>, ArraySlice<Keyed>) -> Void) {
        defer {
            old.removeAll(keepingCapacity: true)
            new.removeAll(keepingCapacity: true)
        }
        if old.isEmpty || new.isEmpty { return }
        old.sort { $0.key != $1.key ? $0.key < $1.key : $0.index < $1.index }
        new.sort { $0.key != $1.key ? $0.key < $1.key : $0.index < $1.index }
        var (a, b) = (0, 0)
        while a < old.count, b < new.count {
            if old[a].key < new[b].key {
                a += 1
            } else if old[a].key > new[b].key {
                b += 1
            } else {
                let (startA, startB, key) = (a, b, old[a].key)
                while a < old.count, old[a].key == key { a += 1 }
                while b < new.count, new[b].key == key { b += 1 }
                body(old[startA..<a], new[startB..<b])
            }
        }
    }
}
