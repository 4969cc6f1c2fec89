import Catalogues

/// Bytes on their way out, handed on some quarter of a megabyte at a time.
struct ByteSink: ~Copyable {
    /// What was not yet handed on.
    var bytes = ByteBuffer(room: ByteSink.load + 4096)
    private let write: (UnsafeRawBufferPointer) throws -> Void
    private var failure: (any Error)?
    private static let load = 256 << 10

    /// - Parameter write: takes the bytes in pieces; what it throws comes out of `finish`.
    init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.write = write }

    /// Hands the rest on, and throws the first error that writing met.
    consuming func finish() throws {
        handOn()
        if let failure { throw failure }
    }

    /// To be called between two records: only here are bytes handed on, so that a record can be put together in place.
    @inline(__always) mutating func endRecord() {
        if bytes.count >= Self.load { handOn() }
    }

    @inline(never) private mutating func handOn() {
        if failure == nil, bytes.count > 0 {
            do { try write(UnsafeRawBufferPointer(bytes.bytes.buffer)) } catch { failure = error }
        }
        bytes.removeAll()
    }
}
