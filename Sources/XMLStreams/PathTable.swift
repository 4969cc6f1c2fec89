/// The paths met so far, found by the path around them and the address of the name.
///
/// libxml2 keeps each name of a document once, so its address stands for it: no name is compared or hashed as text.
struct PathTable: ~Copyable {
    private struct Slot: BitwiseCopyable {
        var name: UInt
        /// The parent's number plus one, twice, plus one for an attribute.
        var place: UInt32
        /// The path's number plus one; 0 = free.
        var path: UInt32
    }

    /// What is known of one path.
    struct Entry: BitwiseCopyable {
        var interest: UInt8
        /// The prefix of its name, or -1.
        var prefix: Int16
        /// The prefix that this attribute declares (`xmlns:g`), or -1.
        var declares: Int16
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private(set) var entries: UnsafeMutablePointer<Entry>
    private var room: Int
    private(set) var count = 0

    /// More different paths than this are no catalogue.
    static let limit = 50_000

    init() {
        mask = 511
        slots = .allocate(capacity: 512)
        slots.initialize(repeating: Slot(name: 0, place: 0, path: 0), count: 512)
        room = 256
        entries = .allocate(capacity: room)
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
    }

    @inline(__always) private func home(_ name: UInt, _ place: UInt32) -> Int {
        let mixed = (UInt64(name) ^ UInt64(place) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 32) & mask
    }

    /// The number of the path, or -1.
    @inline(__always) func find(_ name: UInt, _ place: UInt32) -> Int {
        var at = home(name, place)
        while slots[at].path != 0 {
            if slots[at].name == name, slots[at].place == place { return Int(slots[at].path) - 1 }
            at = (at + 1) & mask
        }
        return -1
    }

    /// Adds a path that `find` does not know; its number is `count` before.
    mutating func add(_ name: UInt, _ place: UInt32, _ entry: Entry) {
        if count == room {
            let larger = UnsafeMutablePointer<Entry>.allocate(capacity: room * 2)
            larger.update(from: entries, count: count)
            entries.deallocate()
            entries = larger
            room *= 2
        }
        if (count + 1) * 2 > mask { growSlots() }
        entries[count] = entry
        count += 1
        put(Slot(name: name, place: place, path: UInt32(count)))
    }

    private mutating func put(_ slot: Slot) {
        var at = home(slot.name, slot.place)
        while slots[at].path != 0 { at = (at + 1) & mask }
        slots[at] = slot
    }

    private mutating func growSlots() {
        let old = slots
        let oldCount = mask + 1
        mask = oldCount * 2 - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: Slot(name: 0, place: 0, path: 0), count: mask + 1)
        for at in 0..<oldCount where old[at].path != 0 { put(old[at]) }
        old.deallocate()
    }
}
