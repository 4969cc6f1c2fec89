import Catalogues

/// Bytes on their way out, handed on a quarter of a megabyte at a time.
struct ByteSink: ~Copyable {
    private let buffer: UnsafeMutablePointer<UInt8>
    private var used = 0
    private let write: (UnsafeRawBufferPointer) throws -> Void
    private var failure: (any Error)?
    private static let room = 256 << 10

    /// - Parameter write: takes the bytes in pieces; what it throws comes out of `finish`.
    init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        buffer = .allocate(capacity: Self.room)
        self.write = write
    }

    deinit { buffer.deallocate() }

    /// Hands the rest on, and throws the first error that writing met.
    consuming func finish() throws {
        flush()
        if let failure { throw failure }
    }

    private mutating func flush() {
        if failure == nil, used > 0 {
            do { try write(UnsafeRawBufferPointer(start: buffer, count: used)) } catch { failure = error }
        }
        used = 0
    }

    @inline(__always) mutating func put(_ byte: UInt8) {
        if used == Self.room { flush() }
        buffer[used] = byte
        used += 1
    }

    mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.count <= Self.room - used, let start = bytes.baseAddress {
            (buffer + used).update(from: start, count: bytes.count)
            used += bytes.count
            return
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            if used == Self.room { flush() }
            let piece = rest.prefix(Self.room - used)
            (buffer + used).update(from: UnsafeBufferPointer(rebasing: piece).baseAddress!, count: piece.count)
            used += piece.count
            rest = rest.dropFirst(piece.count)
        }
    }

    mutating func put(_ text: StaticString) {
        put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { put($0) }
    }

    /// A number in decimal digits.
    mutating func put(decimal value: Int) {
        // 19 digits and a sign.
        if Self.room - used < 20 { flush() }
        if value < 0 { put(0x2D) }
        var rest = value.magnitude
        var digits = 1
        var limit: UInt = 10
        while digits < 20, rest >= limit {
            digits += 1
            limit = limit.multipliedReportingOverflow(by: 10).partialValue
        }
        for place in stride(from: used + digits - 1, through: used, by: -1) {
            buffer[place] = UInt8(rest % 10 + 48)
            rest /= 10
        }
        used += digits
    }
}
