/// Which hashes are looked for, by a bit each: it may say yes wrongly, but never no.
struct CodeFilter {
    private var bits: [UInt64]
    private let shift: UInt64

    /// With sixteen bits or more for each of `count` hashes, one in sixteen or fewer of the others are let through.
    init(expecting count: Int = 1 << 14) {
        var size = 18
        while size < 30, 1 << size < count * 16 { size += 1 }
        bits = [UInt64](repeating: 0, count: 1 << (size - 6))
        shift = UInt64(64 - size)
    }

    /// FNV-1a, for texts that are hashed byte by byte as they are thinned out.
    static var hashSeed: UInt64 { 0xCBF2_9CE4_8422_2325 }
    @inline(__always) static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    mutating func add(_ hash: UInt64) { bits[Int(hash >> (shift + 6))] |= 1 << (hash >> shift & 63) }

    func mayHold(_ hash: UInt64) -> Bool { bits[Int(hash >> (shift + 6))] >> (hash >> shift & 63) & 1 == 1 }
}
