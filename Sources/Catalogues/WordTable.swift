import Glibc

/// The distinct words of a catalogue, numbered from 1 in the order in which they were met. Number 0 is no word.
///
/// Words of 15 bytes or fewer, nearly all spec values, are their own key with their length: two masked loads and two
/// compares.
@frozen public struct WordTable: ~Copyable, Sendable {
    @usableFromInline var table: KeyTable
    @usableFromInline var low: Column<UInt64>
    @usableFromInline var high: Column<UInt64>
    @usableFromInline var texts: Column<TextRef>
    @usableFromInline var arena: Arena
    @usableFromInline let seed: UInt64

    public init() {
        table = KeyTable(capacity: 256)
        low = Column(capacity: 4096)
        high = Column(capacity: 4096)
        texts = Column(capacity: 4096)
        arena = Arena()
        seed = tableSeed
        texts.append(.none)
        low.append(0)
        high.append(0)
    }

    /// How many numbers are in use, number 0 among them.
    @inlinable public var count: Int { texts.count }

    @inlinable public subscript(word: UInt32) -> Bytes { arena[texts[Int(word)]] }

    /// The number of `text`, given to it now if it is new. An empty text is word 0.
    @inlinable public mutating func number(of text: Bytes) -> UInt32 {
        if text.count == 0 { return 0 }
        if text.count > 15 { return long(text) }
        let lowWord = text.word(0) & text.mask(text.count)
        let highWord = (text.count > 8 ? text.word(8) & text.mask(text.count - 8) : 0) | UInt64(text.count) << 56
        let hash = text.mix(lowWord ^ seed, highWord ^ 0xE703_7ED1_A0B4_28DB)
        let found = table.find(hash) { row in low.base[row] == lowWord && high.base[row] == highWord }
        return found.map { UInt32(truncatingIfNeeded: $0) } ?? add(text, hash, lowWord, highWord)
    }

    @usableFromInline @inline(never) mutating func long(_ text: Bytes) -> UInt32 {
        let hash = text.hash(seed: seed)
        let found = table.find(hash) { row in arena[texts[row]] == text }
        return found.map { UInt32($0) } ?? add(text, hash, 0, 0)
    }

    @usableFromInline @inline(never)
    mutating func add(_ text: Bytes, _ hash: UInt64, _ lowWord: UInt64, _ highWord: UInt64) -> UInt32 {
        let row = texts.count
        texts.append(arena.add(text))
        low.append(lowWord)
        high.append(highWord)
        _ = table.insert(hash, row: row) { _ in false }
        return UInt32(row)
    }

    /// The number of `text` if it is known.
    public func find(_ text: String) -> UInt32? {
        for row in 1..<max(texts.count, 1) where arena[texts[row]].string == text { return UInt32(row) }
        return nil
    }
}
