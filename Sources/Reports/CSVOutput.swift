package import Catalogues

/// Writes CSV that Excel opens right: UTF-8 with a byte order mark, CR LF, quotes where they are needed, and an
/// apostrophe before a cell that a spreadsheet would run as a formula.
package struct CSVOutput: ~Copyable {
    private var sink: ByteSink
    private var isFirstCell = true
    private var scratch: [UInt8] = []

    /// - Parameter write: takes the bytes in pieces; what it throws comes out of `finish`.
    package init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        sink = ByteSink(write)
        for byte: UInt8 in [0xEF, 0xBB, 0xBF] { sink.put(byte) }
    }

    /// Sends the rest on, and throws the first error that writing met.
    package consuming func finish() throws { try sink.finish() }

    @inline(__always) private mutating func separate() {
        if isFirstCell { isFirstCell = false } else { sink.put(0x2C) }
    }

    package mutating func endRow() {
        sink.put(0x0D)
        sink.put(0x0A)
        isFirstCell = true
    }

    package mutating func emptyCells(_ count: Int) {
        for _ in 0..<count { separate() }
    }

    /// A text that needs neither quotes nor apostrophe.
    package mutating func plain(_ text: Bytes) {
        separate()
        sink.put(text.buffer)
    }

    package mutating func plain(_ text: StaticString) {
        separate()
        sink.put(text)
    }

    package mutating func number(_ value: Int) {
        separate()
        sink.put(decimal: value)
    }

    /// Hundredths, as `0.97` or `1`.
    package mutating func hundredths(_ value: Int) {
        separate()
        if value >= 100 {
            sink.put(0x31)
            return
        }
        sink.put(0x30)
        if value == 0 { return }
        sink.put(0x2E)
        sink.put(UInt8(value / 10 + 48))
        if value % 10 != 0 { sink.put(UInt8(value % 10 + 48)) }
    }

    /// Any text, made safe.
    package mutating func cell(_ text: Bytes) {
        if text.count == 0 { return separate() }
        let quotes = text.containsAny(0x22, 0x2C, 0x0A, 0x0D)
        if !quotes, !Self.beginsFormula(text[0]) { return plain(text) }
        careful(text, isFormula: Self.beginsFormula(text[0]) && !Self.isNumber(text), quotes: quotes)
    }

    package mutating func cell(_ text: String) {
        if text.isEmpty { return separate() }
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: text.utf8)
        cell(scratchOf: scratch.count)
    }

    /// The first bytes of the scratch memory, which then gets the slack that `Bytes` promises.
    private mutating func cell(scratchOf count: Int) {
        scratch.append(contentsOf: repeatElement(0, count: 16))
        var bytes: [UInt8] = []
        swap(&bytes, &scratch)
        bytes.withUnsafeBufferPointer { cell(Bytes(base: $0.baseAddress!, count: count)) }
        swap(&bytes, &scratch)
    }

    /// `=`, `+`, `-`, `@`, TAB and CR make a spreadsheet compute.
    private static func beginsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
        default: false
        }
    }

    private mutating func careful(_ text: Bytes, isFormula: Bool, quotes: Bool) {
        separate()
        if quotes { sink.put(0x22) }
        if isFormula { sink.put(0x27) }
        for byte in text.buffer {
            sink.put(byte)
            if byte == 0x22 { sink.put(byte) }
        }
        if quotes { sink.put(0x22) }
    }

    /// `-1.5`, `+3`: no formula.
    private static func isNumber(_ text: Bytes) -> Bool {
        guard text.count > 1, text[0] == 0x2D || text[0] == 0x2B else { return false }
        var points = 0
        for byte in text.dropFirst(1).buffer {
            if byte == 0x2E { points += 1 } else if byte &- 48 > 9 { return false }
        }
        return points < 2 && text[text.count - 1] != 0x2E
    }
}
