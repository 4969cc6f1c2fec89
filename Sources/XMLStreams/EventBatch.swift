import Glibc

/// The events that wait to be taken, and their text, in memory that is used again.
struct EventBatch: ~Copyable {
    private var events: UnsafeMutablePointer<XMLEvent>
    private var count = 0
    private var room: Int
    private var text: UnsafeMutablePointer<UInt8>
    private var textRoom: Int
    /// Bytes of text so far.
    private(set) var used = 0

    /// How much of it was kept from the batch before.
    private var kept = 0

    /// Bytes that can be read behind the last value.
    static let slack = 64
    private static let likelyEvents = 4096
    private static let likelyText = 256 << 10

    init() {
        room = Self.likelyEvents + 512
        events = .allocate(capacity: room)
        textRoom = Self.likelyText * 2
        text = .allocate(capacity: textRoom + Self.slack)
        text.initialize(repeating: 0, count: textRoom + Self.slack)
    }

    deinit {
        events.deallocate()
        text.deallocate()
    }

    var isEmpty: Bool { count == 0 }
    var isFilling: Bool { count >= Self.likelyEvents || used - kept >= Self.likelyText }
    var view: XMLEvents { XMLEvents(events: UnsafeBufferPointer(start: events, count: count), text: text) }

    /// Makes room for the next batch; texts that must stay are then kept one by one, in their order.
    mutating func removeEvents() {
        count = 0
        used = 0
    }

    /// Moves a text of the batch before to the front, and returns where it begins now.
    mutating func keep(from start: Int, to end: Int) -> Int {
        if start != used, end > start { memmove(text + used, text + start, end - start) }
        used += end - start
        return used - (end - start)
    }

    mutating func noteKept() { kept = used }

    @inline(__always) private mutating func add(_ event: XMLEvent) {
        if count == room { growEvents() }
        events[count] = event
        count += 1
    }

    mutating func addStart(_ path: Int, line: Int) {
        add(XMLEvent(.start, path: UInt32(path), offset: UInt32(clamping: line)))
    }

    mutating func addEnd(_ path: Int) { add(XMLEvent(.end, path: UInt32(path))) }

    /// A value that lies in the text already; blanks at its ends are left out, and a blank one altogether.
    mutating func addText(_ path: Int, from start: Int, to end: Int) {
        var start = start
        var end = end
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        if start < end { add(XMLEvent(.value, path: UInt32(path), offset: UInt32(start), count: UInt32(end - start))) }
    }

    /// An attribute's value. libxml2 leaves each `&` of it as `&#38;` for a next parser to read.
    mutating func addAttribute(_ path: Int, _ value: UnsafePointer<UInt8>, _ length: Int) {
        let start = used
        append(value, length)
        if memchr(value, 0x26, length) != nil { unescape(from: start) }
        addText(path, from: start, to: used)
    }

    private mutating func unescape(from start: Int) {
        var to = start
        var at = start
        while at < used {
            text[to] = text[at]
            let isEscaped = text[at] == 0x26 && at + 5 <= used && memcmp(text + at, "&#38;", 5) == 0
            at += isEscaped ? 5 : 1
            to += 1
        }
        used = to
    }

    @inline(__always) mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        if used + length > textRoom { growText(length) }
        memcpy(text + used, bytes, length)
        used += length
    }

    @inline(never) private mutating func growText(_ more: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: (textRoom + more) * 2 + Self.slack)
        memcpy(larger, text, used)
        text.deallocate()
        text = larger
        textRoom = (textRoom + more) * 2
    }

    @inline(never) private mutating func growEvents() {
        let larger = UnsafeMutablePointer<XMLEvent>.allocate(capacity: room * 2)
        larger.update(from: events, count: count)
        events.deallocate()
        events = larger
        room *= 2
    }
}
