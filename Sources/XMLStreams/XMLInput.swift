import Glibc

/// The bytes of a document, read once and in order; the beginning can be looked at before.
public final class XMLInput {
    /// Fills the buffer with what comes next: the number of bytes, 0 at the end, -1 with `errno` set if it cannot be read.
    private let fetch: (UnsafeMutableRawBufferPointer) -> Int
    private var block: UnsafeMutableRawPointer
    private var room: Int
    private var start = 0
    private var end = 0
    /// All has been fetched; what is left lies in the block.
    private var hasEnded = false
    /// The `errno` of the read that failed, else 0.
    public private(set) var failure: Int32 = 0

    static let blockSize = 256 << 10

    public init(_ fetch: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
        self.fetch = fetch
        room = Self.blockSize
        block = .allocate(byteCount: room, alignment: 64)
    }

    /// Reads bytes in memory.
    public convenience init(bytes: [UInt8]) {
        var at = 0
        self.init { buffer in
            let count = min(buffer.count, bytes.count - at)
            bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[at..<at + count])) }
            at += count
            return count
        }
    }

    deinit { block.deallocate() }

    /// The next `count` bytes, or all there are, without consuming them; valid until the next call.
    public func peek(_ count: Int) -> UnsafeRawBufferPointer {
        if count > room - start {
            let larger = UnsafeMutableRawPointer.allocate(byteCount: max(count, room), alignment: 64)
            larger.copyMemory(from: block + start, byteCount: end - start)
            block.deallocate()
            block = larger
            room = max(count, room)
            end -= start
            start = 0
        }
        while end - start < count, !hasEnded { fill() }
        return UnsafeRawBufferPointer(start: block + start, count: min(count, end - start))
    }

    /// Whether everything not yet consumed has been looked at by `peek`.
    public var isWhole: Bool { hasEnded }

    private func fill() {
        let got = fetch(UnsafeMutableRawBufferPointer(start: block + end, count: room - end))
        if got > 0 { end += got } else { hasEnded = true }
        if got < 0 { failure = errno == 0 ? EIO : errno }
    }

    /// Copies up to `count` bytes to `target`: the number copied, 0 at the end, -1 if the input cannot be read.
    func next(_ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
        if start == end {
            start = 0
            end = 0
            if !hasEnded { fill() }
            if failure != 0 { return -1 }
        }
        let taken = min(count, end - start)
        target.copyMemory(from: block + start, byteCount: taken)
        start += taken
        return taken
    }

    /// Nothing is left to copy.
    var isExhausted: Bool { hasEnded && start == end }
}
