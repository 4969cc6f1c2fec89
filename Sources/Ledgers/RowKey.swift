/// What makes a row of the ledger the same from run to run, as 64 bits of FNV-1a over its parts.
///
/// Of a million keys two are alike once in some thirty million ledgers.
package struct RowKey: Hashable, Sendable {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    package init(_ parts: String...) { for part in parts { add(part) } }

    package mutating func add(_ part: String) {
        for byte in part.utf8 { step(byte) }
        // A byte that UTF-8 never holds ends each part, so that "ab","c" is not "a","bc".
        step(0xFF)
    }

    private mutating func step(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// As SQLite holds it.
    package var number: Int64 { Int64(bitPattern: hash) }
}
