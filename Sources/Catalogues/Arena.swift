import Glibc

/// Where a text lies in its catalogue's arena: offset and length in one word. Zero means that there is none.
@frozen public struct TextRef: BitwiseCopyable, Hashable, Sendable {
    /// Length (22 bits) above offset (42 bits); the offset of a text is never 0.
    public let bits: UInt64

    @inlinable public init(offset: Int, count: Int) { bits = UInt64(count) << 42 | UInt64(offset) }
    @inlinable init() { bits = 0 }
    @inlinable init(bits: UInt64) { self.bits = bits }

    public static var none: TextRef { TextRef() }
    @inlinable public var isNone: Bool { bits == 0 }
    @inlinable public var offset: Int { Int(bits & (1 << 42 - 1)) }
    @inlinable public var count: Int { Int(bits >> 42) }

    /// Longer texts are cut here; no code, title or spec of a real catalogue comes near it.
    public static var longest: Int { 1 << 20 }
}

/// The texts that a catalogue keeps, one behind the other.
@frozen public struct Arena: ~Copyable, Sendable {
    public var bytes: Column<UInt8>

    public init(likely: Int = 0) {
        bytes = Column(capacity: max(likely * 4, 1 << 16), likely: likely)
        for _ in 0..<16 { bytes.append(0) }
    }

    /// Keeps a copy of `text`. An empty text is none.
    @inlinable public mutating func add(_ text: Bytes) -> TextRef {
        if text.count == 0 { return .none }
        let count = min(text.count, TextRef.longest)
        bytes.reserve(count + 16)
        let offset = bytes.count
        text.prefix(count).copy(to: bytes.base + offset)
        bytes.count += count
        return TextRef(offset: offset, count: count)
    }

    @inlinable public subscript(text: TextRef) -> Bytes { Bytes(base: bytes.base + text.offset, count: text.count) }
}
