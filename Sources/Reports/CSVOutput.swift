package import Catalogues
import Glibc

/// Writes CSV that Excel opens right: UTF-8 with a byte order mark, CR LF, quotes where they are needed, and an
/// apostrophe before a cell that a spreadsheet would run as a formula.
package struct CSVOutput: ~Copyable {
    private let buffer: UnsafeMutablePointer<UInt8>
    private var used = 0
    private let write: (UnsafeRawBufferPointer) throws -> Void
    private var failure: (any Error)?
    private var isFirstCell = true
    private var scratch: [UInt8] = []
    private static let room = 256 << 10

    /// - Parameter write: takes the bytes in pieces; what it throws comes out of `finish`.
    package init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        buffer = .allocate(capacity: Self.room + 64)
        self.write = write
        for byte: UInt8 in [0xEF, 0xBB, 0xBF] { put(byte) }
    }

    deinit { buffer.deallocate() }

    /// Sends the rest on, and throws the first error that writing met.
    package consuming func finish() throws {
        flush()
        if let failure { throw failure }
    }

    private mutating func flush() {
        if failure == nil {
            do { try write(UnsafeRawBufferPointer(start: buffer, count: used)) } catch { failure = error }
        }
        used = 0
    }

    @inline(__always) private mutating func put(_ byte: UInt8) {
        buffer[used] = byte
        used += 1
    }

    @inline(__always) private mutating func separate(_ coming: Int) {
        if used + coming + 8 > Self.room { flush() }
        if isFirstCell { isFirstCell = false } else { put(0x2C) }
    }

    package mutating func endRow() {
        if used + 2 > Self.room { flush() }
        put(0x0D)
        put(0x0A)
        isFirstCell = true
    }

    package mutating func emptyCells(_ count: Int) {
        for _ in 0..<count { separate(0) }
    }

    /// A text that needs neither quotes nor apostrophe.
    package mutating func plain(_ text: Bytes) {
        // A text that the buffer cannot hold goes byte by byte.
        if text.count + 8 > Self.room { return careful(text, isFormula: false, quotes: false) }
        separate(text.count)
        text.copy(to: buffer + used)
        used += text.count
    }

    package mutating func plain(_ text: StaticString) {
        separate(text.utf8CodeUnitCount)
        (buffer + used).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        used += text.utf8CodeUnitCount
    }

    package mutating func number(_ value: Int) {
        separate(20)
        used += decimal(value, buffer + used)
    }

    /// Hundredths, as `0.97` or `1`.
    package mutating func hundredths(_ value: Int) {
        separate(8)
        if value >= 100 {
            put(0x31)
            return
        }
        put(0x30)
        if value == 0 { return }
        put(0x2E)
        put(UInt8(value / 10 + 48))
        if value % 10 != 0 { put(UInt8(value % 10 + 48)) }
    }

    /// Any text, made safe.
    package mutating func cell(_ text: Bytes) {
        if text.count == 0 { return separate(0) }
        let quotes = text.containsAny(0x22, 0x2C, 0x0A, 0x0D)
        if !quotes, !Self.beginsFormula(text[0]) { return plain(text) }
        careful(text, isFormula: Self.beginsFormula(text[0]) && !Self.isNumber(text), quotes: quotes)
    }

    package mutating func cell(_ text: String) {
        if text.isEmpty { return separate(0) }
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
        separate(16)
        if quotes { put(0x22) }
        if isFormula { put(0x27) }
        for byte in text.buffer {
            if used + 8 > Self.room { flush() }
            put(byte)
            if byte == 0x22 { put(byte) }
        }
        if quotes { put(0x22) }
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

/// Writes a number's decimal digits and returns how many.
private func decimal(_ value: Int, _ into: UnsafeMutablePointer<UInt8>) -> Int {
    var rest = value.magnitude
    var digits = 1
    var limit: UInt = 10
    while digits < 20, rest >= limit {
        digits += 1
        limit = limit.multipliedReportingOverflow(by: 10).partialValue
    }
    let sign = value < 0 ? 1 : 0
    if sign == 1 { into[0] = 0x2D }
    for place in stride(from: digits - 1, through: 0, by: -1) {
        into[sign + place] = UInt8(rest % 10 + 48)
        rest /= 10
    }
    return digits + sign
}
