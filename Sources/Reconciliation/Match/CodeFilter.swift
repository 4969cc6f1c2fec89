/// Which hashes are looked for, as a bit each of 32 KiB: it may say yes wrongly, but never no.
struct CodeFilter {
    private var bits = [UInt64](repeating: 0, count: 1 << 12)

    mutating func add(_ hash: UInt64) { bits[Int(hash >> 52)] |= 1 << (hash >> 46 & 63) }

    func mayHold(_ hash: UInt64) -> Bool { bits[Int(hash >> 52)] >> (hash >> 46 & 63) & 1 == 1 }
}
