import Catalogues

extension ByteBuffer {
    /// A cell of any text, made safe, with the comma behind it.
    @inline(__always) mutating func put(cell text: Bytes) {
        let start = count
        let isSuspect = put(text, lookingFor: Self.csvMarks)
        endCell(from: start, isSuspect)
    }

    mutating func put(cell text: String) {
        let start = count
        put(string: text)
        endCell(from: start, true)
    }

    /// The bytes that make quotes needed: `"`, `,`, LF, CR.
    @inline(__always) static func csvMarks(_ part: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        (part .== SIMD16(repeating: 0x22)) .| (part .== SIMD16(repeating: 0x2C))
            .| (part .== SIMD16(repeating: 0x0A)) .| (part .== SIMD16(repeating: 0x0D))
    }

    /// Ends a cell whose text was put in as it is since there were `start` bytes.
    ///
    /// - Parameter isSuspect: whether there may be one of `csvMarks` in it. Nearly no cell has any.
    @inline(__always) mutating func endCell(from start: Int, _ isSuspect: Bool) {
        if isSuspect || Self.beginsFormula(base[start]), start < count { makeSafe(from: start) }
        putIntoSlack(0x2C)
    }

    /// `=`, `+`, `-`, `@`, TAB and CR make a spreadsheet compute.
    @inline(__always) private static func beginsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
        default: false
        }
    }

    /// Puts quotes round the text behind `start`, and an apostrophe before it, as far as it needs them: from its end, so
    /// that each byte moves once.
    @inline(never) private mutating func makeSafe(from start: Int) {
        let text = Bytes(base: base + start, count: count - start)
        let quotes = text.containsAny(0x22, 0x2C, 0x0A, 0x0D)
        let isFormula = Self.beginsFormula(text[0]) && !Self.isNumber(text)
        let doubled = quotes ? text.buffer.count { $0 == 0x22 } : 0
        let more = (quotes ? 2 : 0) + doubled + (isFormula ? 1 : 0)
        if more == 0 { return }
        reserve(more)
        var target = count + more
        func place(_ byte: UInt8) {
            target -= 1
            base[target] = byte
        }
        if quotes { place(0x22) }
        for source in stride(from: count - 1, through: start, by: -1) {
            let byte = base[source]
            place(byte)
            if byte == 0x22 { place(byte) }
        }
        if isFormula { place(0x27) }
        if quotes { place(0x22) }
        setCount(count + more)
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
