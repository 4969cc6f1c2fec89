package import Catalogues

/// Writes JSON as it goes, keys in the order in which they are said: two blanks a level, one line an inner record.
package struct JSONText: ~Copyable {
    private var sink: ByteSink
    private var isFirst = true
    private var depth = 0
    /// Records from this depth on stand on one line.
    private var flatFrom = Int.max

    package init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) { sink = ByteSink(write) }

    package consuming func finish() throws {
        sink.put(0x0A)
        try sink.finish()
    }

    // MARK: Structure

    package mutating func object(_ key: StaticString? = nil, flat: Bool = false, _ body: (inout JSONText) -> Void) {
        nest(key, 0x7B, 0x7D, flat, body)
    }

    package mutating func array(_ key: StaticString? = nil, flat: Bool = false, _ body: (inout JSONText) -> Void) {
        nest(key, 0x5B, 0x5D, flat, body)
    }

    private mutating func nest(
        _ key: StaticString?, _ open: UInt8, _ close: UInt8, _ flat: Bool, _ body: (inout JSONText) -> Void
    ) {
        begin(key)
        let outerFlat = flatFrom
        if flat { flatFrom = min(flatFrom, depth) }
        sink.put(open)
        depth += 1
        isFirst = true
        body(&self)
        depth -= 1
        if !isFirst { breakLine(depth) }
        sink.put(close)
        isFirst = false
        flatFrom = outerFlat
    }

    private mutating func breakLine(_ level: Int) {
        if level >= flatFrom { return }
        sink.put(0x0A)
        for _ in 0..<level { sink.put("  ") }
    }

    private mutating func begin(_ key: StaticString?) {
        if depth > 0 {
            if !isFirst { sink.put(0x2C) }
            if depth > flatFrom {
                if !isFirst { sink.put(0x20) }
            } else {
                breakLine(depth)
            }
        }
        isFirst = false
        guard let key else { return }
        sink.put(0x22)
        sink.put(key)
        sink.put("\": ")
    }

    // MARK: Values

    package mutating func member(_ key: StaticString, _ text: Bytes) {
        begin(key)
        string(text)
    }

    package mutating func member(_ key: StaticString, _ text: String) {
        begin(key)
        string(text)
    }

    package mutating func member(_ key: StaticString, _ number: Int) {
        begin(key)
        sink.put(decimal: number)
    }

    /// Nil becomes `null`.
    package mutating func member(_ key: StaticString, _ number: Int?) {
        begin(key)
        if let number { sink.put(decimal: number) } else { sink.put("null") }
    }

    package mutating func member(_ key: StaticString, _ isTrue: Bool) {
        begin(key)
        sink.put(isTrue ? "true" : "false")
    }

    /// A member whose key is data.
    package mutating func member(named key: String, _ number: Int) {
        begin(nil)
        string(key)
        sink.put(": ")
        sink.put(decimal: number)
    }

    package mutating func member(named key: String, _ text: String) {
        begin(nil)
        string(key)
        sink.put(": ")
        string(text)
    }

    package mutating func element(_ number: Int) {
        begin(nil)
        sink.put(decimal: number)
    }

    // MARK: Escaping

    package mutating func element(_ text: String) {
        begin(nil)
        string(text)
    }

    private mutating func string(_ text: Bytes) {
        // Whatever a catalogue holds, what leaves here is valid UTF-8.
        if text.buffer.contains(where: { $0 >= 0x80 }), UTF8Span.isInvalid(text) { return string(text.string) }
        sink.put(0x22)
        escape(text.buffer)
        sink.put(0x22)
    }

    private mutating func string(_ text: String) {
        var text = text
        sink.put(0x22)
        text.withUTF8 { escape($0) }
        sink.put(0x22)
    }

    private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for at in bytes.indices {
            let byte = bytes[at]
            if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F { continue }
            sink.put(UnsafeBufferPointer(rebasing: bytes[start..<at]))
            start = at + 1
            sink.put(0x5C)
            switch byte {
            case 0x22, 0x5C: sink.put(byte)
            case 0x0A: sink.put(0x6E)
            case 0x0D: sink.put(0x72)
            case 0x09: sink.put(0x74)
            default:
                sink.put("u00")
                sink.put(Self.hex[Int(byte >> 4)])
                sink.put(Self.hex[Int(byte & 15)])
            }
        }
        sink.put(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private static let hex = Array("0123456789abcdef".utf8)
}

extension UTF8Span {
    /// Whether bytes are no UTF-8.
    fileprivate static func isInvalid(_ text: Bytes) -> Bool {
        (try? UTF8Span(validating: Span(_unsafeElements: text.buffer))) == nil
    }
}
