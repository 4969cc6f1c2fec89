import CSpecData

/// What each character becomes, from the embedded `folding.csv`.
///
/// One number a character of the basic plane: 0 unchanged, a code point, or (with `isSequence`) a place in `sequences`.
/// The few folded characters above that plane (mathematical letters) are looked up in `high`.
struct FoldingTable: Sendable {
    static let shared = FoldingTable()
    static let isSequence: UInt32 = 1 << 31

    let plane: [UInt32]
    /// Count, then that many code points.
    let sequences: [UInt32]
    let high: [UInt32: UInt32]
    /// Letter and combining mark (`letter << 32 | mark`) to the one letter they make.
    let composed: [UInt64: UInt32]

    init() {
        var plane = [UInt32](repeating: 0, count: 0x10000)
        var sequences: [UInt32] = []
        var high: [UInt32: UInt32] = [:]
        var composed: [UInt64: UInt32] = [:]
        high.reserveCapacity(2048)
        composed.reserveCapacity(512)
        let bytes = UnsafeBufferPointer(start: specsync_lexicon_folding.bytes, count: specsync_lexicon_folding.length)
        var at = 0
        while at < bytes.count, bytes[at] == 35 { at = Self.skipLine(bytes, at) }  // whence the data come
        at = Self.skipLine(bytes, at)
        plane.withUnsafeMutableBufferPointer { plane in
            while at < bytes.count {
                let (first, second) = Self.pair(bytes, &at)
                at += 1  // the comma
                let start = sequences.count
                var single: UInt32 = 0
                var count: UInt32 = 0
                while at < bytes.count, bytes[at] != 10 {
                    if bytes[at] == 32 { at += 1 }
                    let code = Self.hex(bytes, &at)
                    if count == 0 {
                        single = code
                    } else {
                        if count == 1 { sequences.append(0); sequences.append(single) }
                        sequences.append(code)
                    }
                    count += 1
                }
                at += 1
                var value = single
                if count != 1 {
                    if count == 0 { sequences.append(0) }
                    sequences[start] = count
                    value = Self.isSequence | UInt32(start)
                }
                if second != 0 {
                    composed[UInt64(first) << 32 | UInt64(second)] = value
                } else if first < 0x10000 {
                    plane[Int(first)] = value
                } else {
                    high[first] = value
                }
            }
        }
        self.plane = plane
        self.sequences = sequences
        self.high = high
        self.composed = composed
    }

    private static func skipLine(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
        var at = from
        while at < bytes.count, bytes[at] != 10 { at += 1 }
        return at + 1
    }

    private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> (UInt32, UInt32) {
        let first = hex(bytes, &at)
        guard bytes[at] == 32 else { return (first, 0) }
        at += 1
        return (first, hex(bytes, &at))
    }

    private static func hex(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
        var value: UInt32 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte >= 48, byte <= 57 {
                value = value << 4 | UInt32(byte - 48)
            } else if byte >= 65, byte <= 70 {
                value = value << 4 | UInt32(byte - 55)
            } else {
                break
            }
            at += 1
        }
        return value
    }
}
