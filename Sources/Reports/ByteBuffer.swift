import Catalogues

/// Bytes put together for output, in memory that grows as they need it.
///
/// Behind the last byte there is slack that may be read and written: short texts are copied as whole words, without a
/// call and without a loop over their bytes, and what the last word brings too much is overwritten by what follows.
struct ByteBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var room: Int
    private static let slack = 32

    init(room: Int = 256) {
        self.room = room
        base = .allocate(capacity: room + Self.slack)
    }

    deinit { base.deallocate() }

    /// Valid until more is put in.
    var bytes: Bytes { Bytes(base: base, count: count) }

    var string: String { bytes.string }

    mutating func removeAll() { count = 0 }

    /// Takes back what was put in since there were `count` bytes; or takes over what was written behind them.
    @inline(__always) mutating func setCount(_ count: Int) { self.count = count }

    /// Makes room for `more` bytes and the slack behind them.
    @inline(__always) mutating func reserve(_ more: Int) {
        if more > room - count { grow(more) }
    }

    @inline(never) private mutating func grow(_ more: Int) {
        room = max(room * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room + Self.slack)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    @inline(__always) mutating func put(_ byte: UInt8) {
        reserve(1)
        putIntoSlack(byte)
    }

    /// A byte for which no room was made: the one behind a text, for which the slack is enough.
    @inline(__always) mutating func putIntoSlack(_ byte: UInt8) {
        base[count] = byte
        count += 1
    }

    /// Copies a text 16 bytes at a time.
    @inline(__always) mutating func put(_ text: Bytes) {
        _ = put(text) { _ in SIMDMask(repeating: false) }
    }

    @inline(__always) mutating func put(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        (base + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    mutating func put(string text: String) {
        var text = text
        text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return }
            reserve(bytes.count)
            (base + count).update(from: start, count: bytes.count)
            count += bytes.count
        }
    }

    /// A text in valid UTF-8: what of it is none becomes U+FFFD.
    mutating func put(repaired text: Bytes) {
        if text.isUTF8 { put(text) } else { put(string: text.string) }
    }

    /// Copies a text 16 bytes at a time and gathers what `look` says of them, so that a text is read once for both.
    ///
    /// - Returns: whether `look` found anything. It may have found it in the bytes behind the text, which are whatever
    ///   they are: nothing found is a proof, something found a suspicion.
    @inline(__always)
    mutating func put(_ text: Bytes, lookingFor look: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Bool {
        reserve(text.count)
        let source = UnsafeRawPointer(text.base)
        let target = UnsafeMutableRawPointer(base + count)
        var found = SIMDMask<SIMD16<Int8>>(repeating: false)
        var at = 0
        while at < text.count {
            let part = source.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
            target.storeBytes(of: part, toByteOffset: at, as: SIMD16<UInt8>.self)
            found = found .| look(part)
            at += 16
        }
        count += text.count
        return unsafeBitCast(found, to: SIMD2<UInt64>.self) != .zero
    }
}

extension Bytes {
    /// Whether the bytes are valid UTF-8.
    var isUTF8: Bool {
        for byte in buffer where byte >= 0x80 {
            return (try? UTF8Span(validating: Span(_unsafeElements: buffer))) != nil
        }
        return true
    }
}
