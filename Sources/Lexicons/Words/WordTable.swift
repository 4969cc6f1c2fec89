/// A dictionary from folded words to numbers, over bytes.
///
/// A hyphen, an underscore and a space count as one, so that `off-white` finds `off white`.
struct WordTable: Sendable {
    private(set) var arena: [UInt8] = []
    private var entries: [(from: Int32, count: Int32, value: Int32)] = []
    private var slots: [Int32]
    /// The longest word, in bytes.
    private(set) var longest = 0

    init(expecting count: Int = 32) {
        var size = 64
        while size < count * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        entries.reserveCapacity(count)
    }

    var count: Int { entries.count }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of a word one byte longer.
    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(plain(byte))) &* 0x100_0000_01B3 }

    @inline(__always)
    static func plain(_ byte: UInt8) -> UInt8 { byte == 0x2D || byte == 0x5F ? 0x20 : byte }

    static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        for byte in word { hash = step(hash, byte) }
        return hash
    }

    @inline(__always)
    private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(slots.count - 1)) }

    /// The number of a word, or nil.
    func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        guard word.count <= longest else { return nil }
        return find(word, hash: Self.hash(word))
    }

    /// The number of a word whose hash was built with `step`.
    func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
        var at = slot(hash)
        while slots[at] >= 0 {
            let entry = entries[Int(slots[at])]
            if Int(entry.count) == word.count, equal(Int(entry.from), word) { return Int(entry.value) }
            at = (at + 1) & (slots.count - 1)
        }
        return nil
    }

    private func equal(_ from: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<word.count where Self.plain(arena[from + index]) != Self.plain(word[index]) { return false }
        return true
    }

    /// Gives a word a number; a word already there keeps the number that is returned.
    @discardableResult
    mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ value: Int) -> Int {
        let hash = Self.hash(word)
        if let known = find(word, hash: hash) { return known }
        if (entries.count + 1) * 2 > slots.count { grow() }
        let from = arena.count
        arena.append(contentsOf: word)
        place(entries.count, hash)
        entries.append((Int32(from), Int32(word.count), Int32(value)))
        longest = max(longest, word.count)
        return value
    }

    private mutating func place(_ entry: Int, _ hash: UInt64) {
        var at = slot(hash)
        while slots[at] >= 0 { at = (at + 1) & (slots.count - 1) }
        slots[at] = Int32(entry)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            let hash = arena.withUnsafeBufferPointer {
                Self.hash(UnsafeBufferPointer(rebasing: $0[Int(entry.from)..<Int(entry.from + entry.count)]))
            }
            place(index, hash)
        }
    }

    /// The words by the order in which they came, as text.
    func text(_ index: Int) -> String {
        let entry = entries[index]
        return String(decoding: arena[Int(entry.from)..<Int(entry.from + entry.count)], as: UTF8.self)
    }
}
