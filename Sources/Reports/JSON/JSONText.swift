package import Catalogues

/// Writes JSON as it goes, keys in the order in which they are said: two blanks a level, one line an inner record.
package struct JSONText: ~Copyable {
    private var sink: ByteSink
    private var isFirst = true
    private var depth = 0
    /// Records from this depth on stand on one line.
    private var flatFrom = Int.max

    package init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) { sink = ByteSink(write) }

    /// One text as a JSON string, with its quotes.
    package static func quoted(_ text: String) -> String {
        var bytes = ByteBuffer()
        bytes.put(json: text)
        return bytes.string
    }

    package consuming func finish() throws {
        sink.bytes.put(0x0A)
        try sink.finish()
    }

    // MARK: Structure

    package mutating func object(_ key: StaticString? = nil, flat: Bool = false, _ body: (inout JSONText) -> Void) {
        nest(key, 0x7B, 0x7D, flat, body)
    }

    /// A member whose key is data.
    package mutating func object(named key: String, flat: Bool = false, _ body: (inout JSONText) -> Void) {
        begin(nil)
        sink.bytes.put(json: key)
        sink.bytes.put(": ")
        enclose(0x7B, 0x7D, flat, body)
    }

    package mutating func array(_ key: StaticString? = nil, flat: Bool = false, _ body: (inout JSONText) -> Void) {
        nest(key, 0x5B, 0x5D, flat, body)
    }

    private mutating func nest(
        _ key: StaticString?, _ open: UInt8, _ close: UInt8, _ flat: Bool, _ body: (inout JSONText) -> Void
    ) {
        begin(key)
        enclose(open, close, flat, body)
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ flat: Bool, _ body: (inout JSONText) -> Void) {
        let outerFlat = flatFrom
        if flat { flatFrom = min(flatFrom, depth) }
        sink.bytes.put(open)
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { breakLine(depth) }
        sink.bytes.put(close)
        isFirst = false
        flatFrom = outerFlat
        sink.endRecord()
    }

    private mutating func breakLine(_ level: Int) {
        if level >= flatFrom { return }
        sink.bytes.put(0x0A)
        for _ in 0..<level { sink.bytes.put("  ") }
    }

    private mutating func begin(_ key: StaticString?) {
        if depth > 0 {
            if !isFirst { sink.bytes.put(0x2C) }
            if depth > flatFrom {
                if !isFirst { sink.bytes.put(0x20) }
            } else {
                breakLine(depth)
            }
        }
        isFirst = false
        guard let key else { return }
        sink.bytes.put(0x22)
        sink.bytes.put(key)
        sink.bytes.put("\": ")
    }

    /// An element of an array on a line of its own, whose text `write` puts in.
    @inline(__always) mutating func line(_ write: (inout ByteBuffer) -> Void) {
        begin(nil)
        write(&sink.bytes)
        sink.endRecord()
    }

    // MARK: Values

    package mutating func member(_ key: StaticString, _ text: Bytes) {
        begin(key)
        sink.bytes.put(json: text)
    }

    package mutating func member(_ key: StaticString, _ text: String) {
        begin(key)
        sink.bytes.put(json: text)
    }

    package mutating func member(_ key: StaticString, _ number: Int) {
        begin(key)
        sink.bytes.put(decimal: number)
    }

    /// Nil becomes `null`.
    package mutating func member(_ key: StaticString, _ number: Int?) {
        begin(key)
        if let number { sink.bytes.put(decimal: number) } else { sink.bytes.put("null") }
    }

    /// As ISO 8601; nil becomes `null`.
    package mutating func member(_ key: StaticString, _ moment: Moment?) {
        if let moment { member(key, moment.text) } else { null(key) }
    }

    package mutating func null(_ key: StaticString) {
        begin(key)
        sink.bytes.put("null")
    }

    package mutating func member(_ key: StaticString, _ isTrue: Bool) {
        begin(key)
        sink.bytes.put(isTrue ? "true" : "false")
    }

    /// A member whose key is data.
    package mutating func member(named key: String, _ number: Int) {
        begin(nil)
        sink.bytes.put(json: key)
        sink.bytes.put(": ")
        sink.bytes.put(decimal: number)
    }

    package mutating func member(named key: String, _ text: String) {
        begin(nil)
        sink.bytes.put(json: key)
        sink.bytes.put(": ")
        sink.bytes.put(json: text)
    }

    package mutating func element(_ number: Int) {
        begin(nil)
        sink.bytes.put(decimal: number)
    }

    package mutating func element(_ text: String) {
        begin(nil)
        sink.bytes.put(json: text)
    }
}
