import Catalogues
import Glibc

/// A file as blocks of valid UTF-8, whatever its encoding: one reused block, refilled behind what is not yet consumed.
struct ByteSource: ~Copyable {
    /// The text at hand. Before `base` and behind `end` lie at least 64 bytes that may be read and written.
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var end = 0
    /// All of the file has been handed out; what is at hand is its end.
    private(set) var isAtEnd = false
    let name: String
    let encoding: TextEncoding
    let fileSize: Int
    /// Of what was read so far.
    let digest = FileDigest()

    private let descriptor: Int32
    private var room: Int
    private var block: UnsafeMutablePointer<UInt8>
    private let decoder: Decoder?
    private var checked = 0
    /// Line ends before the block at hand, for messages.
    var linesBefore = 0

    /// How much text is at hand at once, unless a record is longer.
    static let blockSize = 256 << 10
    /// A single record longer than this is no record.
    static let longestRecord = 16 << 20

    init(path: String, name: String, encoding: TextEncoding, skipping mark: Int) throws(FeedError) {
        (descriptor, fileSize) = try FeedFile.open(path, name: name)
        self.name = name
        self.encoding = encoding
        room = Self.blockSize
        block = .allocate(capacity: room + 192)
        block.initialize(repeating: 0, count: room + 192)
        base = block + 64
        decoder = encoding == .utf8 ? nil : Decoder(encoding, name)
        let passed = read(descriptor, block, mark)
        if passed > 0 { digest.add(block, passed) }
    }

    deinit {
        close(descriptor)
        block.deallocate()
    }

    /// Moves what begins at `consumed` to the front and reads more behind it.
    mutating func refill(consumed: Int) throws(FeedError) {
        let left = end - consumed
        if consumed == 0, left == room { try enlarge() }
        memmove(base, base + consumed, left)
        checked = max(0, checked - consumed)
        end = left
        while end < room, !isAtEnd {
            let before = end
            if decoder == nil {
                let got = read(descriptor, base + end, room - end)
                if got < 0 { throw FeedFile.unreadable(name, errno) }
                if got == 0 { isAtEnd = true }
                digest.add(base + end, got)
                end += got
            } else {
                try decode()
            }
            if end == before, !isAtEnd { break }
            if end > before, end >= room / 2 { break }
        }
        try refuseZeros(from: left)
        if decoder == nil { try check() }
    }

    /// A zero byte is no text: the file is damaged, or in another encoding than it seems.
    private func refuseZeros(from start: Int) throws(FeedError) {
        guard end > start, let zero = memchr(base + start, 0, end - start) else { return }
        let offset = base.distance(to: zero.assumingMemoryBound(to: UInt8.self))
        var line = linesBefore + 1
        for at in 0..<offset where base[at] == 10 { line += 1 }
        throw FeedError(
            Place(file: name, line: line),
            "there is a zero (NUL) byte: the file is damaged, or its encoding is not \(encoding.rawValue)",
            remedy:
                "Export it again; if it is UTF-16 without a byte order mark, say so with --supplier-encoding or --shop-encoding."
        )
    }

    private mutating func enlarge() throws(FeedError) {
        guard room < Self.longestRecord else {
            throw FeedError(
                Place(file: name, line: linesBefore + 1), "a single record is longer than 16 MB",
                remedy: "Look for a quote that is opened and never closed, or a wrong line end, near this line.")
        }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room * 4 + 192)
        larger.update(from: block, count: room + 192)
        block.deallocate()
        block = larger
        base = block + 64
        room *= 4
    }

    private mutating func check() throws(FeedError) {
        let offence = UTF8Check.firstOffence(base, checked, end)
        if offence < end, isAtEnd || !UTF8Check.isCutOff(base, offence, end) {
            var lines = linesBefore + 1
            for at in 0..<offence where base[at] == 10 { lines += 1 }
            throw FeedError(
                Place(file: name, line: lines), Self.notUTF8,
                remedy: "Say which encoding it is with --supplier-encoding or --shop-encoding (for example GB18030).")
        }
        // A character that the block's end cuts off is looked at again when the rest of it is there.
        checked = offence
    }

    static let notUTF8 = "the file is not valid UTF-8 here, though it begins as such"

    private mutating func decode() throws(FeedError) {
        guard let decoder else { return }
        let produced = try decoder.decode(
            from: descriptor, into: base + end, room: room - end, line: linesBefore, digest)
        if produced.isAtEnd { isAtEnd = true }
        end += produced.count
    }
}

/// A conversion through glibc's iconv (800 MB/s where Foundation's GB18030 makes 69).
private final class Decoder {
    private let converter: iconv_t
    private var pending: [UInt8] = []
    private let name: String
    private let encoding: TextEncoding
    private var ended = false

    init?(_ encoding: TextEncoding, _ name: String) {
        guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.converter = converter
        self.name = name
        self.encoding = encoding
    }

    deinit { iconv_close(converter) }

    func decode(
        from descriptor: Int32, into output: UnsafeMutablePointer<UInt8>, room: Int, line: Int, _ digest: FileDigest
    ) throws(FeedError) -> (count: Int, isAtEnd: Bool) {
        if !ended, pending.count < 65_536 {
            let old = pending.count
            pending.append(contentsOf: repeatElement(0, count: 65_536))
            let got = pending.withUnsafeMutableBytes { room in
                let got = read(descriptor, room.baseAddress! + old, 65_536)
                if got > 0 { digest.add(room.baseAddress! + old, got) }
                return got
            }
            if got < 0 { throw FeedFile.unreadable(name, errno) }
            pending.removeLast(65_536 - got)
            if got == 0 { ended = true }
        }
        var written = 0
        var consumed = 0
        var failure: Int32 = 0
        pending.withUnsafeMutableBytes { input in
            var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            var to: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(output).assumingMemoryBound(to: CChar.self)
            var space = room
            if iconv(converter, &from, &left, &to, &space) == -1 { failure = errno }
            consumed = input.count - left
            written = room - space
        }
        pending.removeFirst(consumed)
        let cutOff = failure == EINVAL && ended
        if failure == EILSEQ || cutOff {
            var lines = line + 1
            for at in 0..<written where output[at] == 10 { lines += 1 }
            throw FeedError(
                Place(file: name, line: lines),
                "bytes that are no \(encoding.rawValue)\(cutOff ? ": the file ends in the middle of a character" : "")",
                remedy: "Say which encoding it is with --supplier-encoding or --shop-encoding, or get the file again.")
        }
        return (written, ended && pending.isEmpty)
    }
}
