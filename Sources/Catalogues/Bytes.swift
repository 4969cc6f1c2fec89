import CByteScan
public import Glibc

/// A run of bytes that somebody else owns: a cell of a feed, a text of an arena.
///
/// At least 16 bytes behind the last one can be read (they may hold anything): every owner keeps that slack, so that
/// short keys are loaded as two words without a loop.
@frozen public struct Bytes: BitwiseCopyable, @unchecked Sendable {
    public let base: UnsafePointer<UInt8>
    public let count: Int

    @inlinable public init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    /// No bytes at all.
    public static let none = Bytes(base: emptyBytes.base, count: 0)

    @inlinable public var isEmpty: Bool { count == 0 }

    /// Asks memory for the bytes, so that they are near when they are read.
    public func prefetch() { specsync_prefetch(base) }

    @inlinable public subscript(index: Int) -> UInt8 { base[index] }

    @inlinable public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// The bytes as text, for a person; invalid UTF-8 is repaired.
    public var string: String { String(decoding: buffer, as: UTF8.self) }

    @inlinable public static func == (a: Bytes, b: Bytes) -> Bool {
        if a.count != b.count { return false }
        // Codes are mostly of 8 to 16 bytes: two words, which may overlap, and no call.
        if a.count > 16 { return memcmp(a.base, b.base, a.count) == 0 }
        if a.count >= 8 { return a.word(0) == b.word(0) && a.word(a.count - 8) == b.word(a.count - 8) }
        return (a.word(0) ^ b.word(0)) & a.mask(a.count) == 0
    }

    public static func == (a: Bytes, b: StaticString) -> Bool {
        a.count == b.utf8CodeUnitCount && memcmp(a.base, b.utf8Start, a.count) == 0
    }

    /// Without blanks (space, tab, line ends) at both ends.
    @inlinable public var trimmed: Bytes {
        if count == 0 || (base[0] > 0x20 && base[count - 1] > 0x20) { return self }
        var start = 0
        var end = count
        while start < end, base[start] <= 0x20 { start += 1 }
        while end > start, base[end - 1] <= 0x20 { end -= 1 }
        return Bytes(base: base + start, count: end - start)
    }

    /// Whether no byte has its high bit set: eight at a time.
    @inlinable public var isASCII: Bool {
        var all: UInt64 = 0
        var at = 0
        while at < count {
            all |= word(at) & mask(count - at)
            at += 8
        }
        return all & 0x8080_8080_8080_8080 == 0
    }

    /// Whether any of the bytes is one of `a`, `b`, `c`, `d`: eight at a time.
    @inlinable public func containsAny(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Bool {
        let low: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        var at = 0
        while at < count {
            let left = count - at
            // Bytes beyond the end are made 0xFF, which none of the four is.
            let eight = left >= 8 ? word(at) : word(at) | ~mask(left)
            let (x, y, z, w) = (
                eight ^ low &* UInt64(a), eight ^ low &* UInt64(b), eight ^ low &* UInt64(c), eight ^ low &* UInt64(d)
            )
            let found = (x &- low) & ~x | (y &- low) & ~y | (z &- low) & ~z | (w &- low) & ~w
            if found & high != 0 { return true }
            at += 8
        }
        return false
    }

    /// Copies the bytes to `target`, behind which 16 more must be writable: short ones without a call.
    @inlinable public func copy(to target: UnsafeMutablePointer<UInt8>) {
        if count <= 32 {
            var at = 0
            while at < count {
                UnsafeMutableRawPointer(target + at).storeBytes(of: word(at), as: UInt64.self)
                at += 8
            }
        } else {
            target.update(from: base, count: count)
        }
    }

    /// The bytes with full-width letters, digits and signs (U+FF01 to U+FF5E) in their usual width.
    public var halfWide: [UInt8] {
        var half: [UInt8] = []
        half.reserveCapacity(count)
        var at = 0
        while at < count {
            if self[at] == 0xEF, at + 2 < count, self[at + 1] == 0xBC || self[at + 1] == 0xBD,
                !(self[at + 1] == 0xBD && self[at + 2] > 0x9E), !(self[at + 1] == 0xBC && self[at + 2] == 0x80)
            {
                half.append(self[at + 2] - 0x80 + (self[at + 1] == 0xBC ? 0x20 : 0x60))
                at += 3
            } else {
                half.append(self[at])
                at += 1
            }
        }
        return half
    }

    @inlinable public func dropFirst(_ number: Int) -> Bytes { Bytes(base: base + number, count: count - number) }

    @inlinable public func prefix(_ number: Int) -> Bytes { Bytes(base: base, count: min(number, count)) }

    /// A hash of the bytes under `seed`: two words at a time, in the manner of wyhash.
    @inlinable public func hash(seed: UInt64) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var at = 0
        while count - at > 16 {
            state = mix(word(at) ^ state, word(at + 8) ^ 0xE703_7ED1_A0B4_28DB)
            at += 16
        }
        let left = count - at
        if left == 0 { return mix(state, 0x8EBC_6AF0_9C88_C6E3) }
        let low = left >= 8 ? word(at) : word(at) & mask(left)
        let high = left > 8 ? word(at + 8) & mask(left - 8) : 0
        return mix(low ^ state, high ^ 0xE703_7ED1_A0B4_28DB)
    }

    @inlinable public func word(_ at: Int) -> UInt64 { UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self) }

    @inlinable public func mask(_ bytes: Int) -> UInt64 { bytes >= 8 ? ~0 : (1 << (UInt64(bytes) * 8)) - 1 }

    @inlinable public func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}

private struct EmptyBytes: @unchecked Sendable {
    let base: UnsafePointer<UInt8>
    init() {
        let room = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
        room.initialize(repeating: 0, count: 64)
        base = UnsafePointer(room)
    }
}

private let emptyBytes = EmptyBytes()

/// The seed of every hash table of this process. A fixed one would let a hostile catalogue choose colliding keys.
public let tableSeed: UInt64 = UInt64.random(in: .min ... .max)
