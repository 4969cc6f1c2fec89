package import Catalogues

/// Writes CSV that Excel opens right: UTF-8 with a byte order mark, CR LF, quotes where they are needed, and an
/// apostrophe before a cell that a spreadsheet would run as a formula.
///
/// A cell brings the comma behind it, and the end of a row takes the last one back.
package struct CSVOutput: ~Copyable {
    private var sink: ByteSink

    var bytes: ByteBuffer {
        @inline(__always) _read { yield sink.bytes }
        @inline(__always) _modify { yield &sink.bytes }
    }

    /// - Parameter write: takes the bytes in pieces; what it throws comes out of `finish`.
    package init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        sink = ByteSink(write)
        bytes.put("\u{FEFF}")
    }

    /// Sends the rest on, and throws the first error that writing met.
    package consuming func finish() throws { try sink.finish() }

    package mutating func endRow() {
        bytes.setCount(bytes.count - 1)
        bytes.put("\r\n")
        sink.endRecord()
    }

    package mutating func emptyCells(_ count: Int) {
        for _ in 0..<count { bytes.put(0x2C) }
    }

    /// A text that needs neither quotes nor apostrophe.
    package mutating func plain(_ text: StaticString) {
        bytes.put(text)
        bytes.put(0x2C)
    }

    package mutating func number(_ value: Int) {
        bytes.put(decimal: value)
        bytes.putIntoSlack(0x2C)
    }

    /// Any text, made safe.
    package mutating func cell(_ text: Bytes) { bytes.put(cell: text) }

    package mutating func cell(_ text: String) { bytes.put(cell: text) }

    /// Cells that were made before, each with its comma.
    @inline(__always) mutating func cells(_ made: Bytes) { bytes.put(made) }
}
