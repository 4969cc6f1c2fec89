import Catalogues

/// Copies of the texts of a batch, in one piece of memory that is used again.
struct TextRoom: ~Copyable {
    private let base = UnsafeMutablePointer<UInt8>.allocate(capacity: room + 64)
    private var used = 0
    /// Texts that found no room; freed with the others.
    private var overflow: [UnsafeMutablePointer<UInt8>] = []
    private static let room = 1 << 20

    deinit {
        base.deallocate()
        for text in overflow { text.deallocate() }
    }

    var isFilling: Bool { used > Self.room / 2 || !overflow.isEmpty }

    mutating func keep(_ text: Bytes) -> Bytes {
        if text.count == 0 { return .none }
        if used + text.count <= Self.room {
            let at = base + used
            text.copy(to: at)
            used += text.count
            return Bytes(base: at, count: text.count)
        }
        let own = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 64)
        own.update(from: text.base, count: text.count)
        overflow.append(own)
        return Bytes(base: own, count: text.count)
    }

    mutating func removeAll() {
        used = 0
        for text in overflow { text.deallocate() }
        overflow.removeAll()
    }
}
