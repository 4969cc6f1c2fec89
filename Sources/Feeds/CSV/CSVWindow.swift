import Catalogues

/// The records of one scanned window: where each begins, and its cells.
struct CSVWindow: ~Copyable {
    /// The index of each record's first field among the scanner's field ends; one more entry than records.
    private var firsts = Column<UInt32>(capacity: 8 << 10)
    /// The line on which each record starts.
    private var lines = Column<UInt32>(capacity: 8 << 10)
    private(set) var count = 0
    /// All records have this many fields; 0 = they differ, and `firsts` tells.
    private var fields = 0
    private var firstLine = 0
    private var hasInnerLines = false

    /// Looks at what the scanner found in `base`.
    ///
    /// - Parameters:
    ///   - expected: how many fields the header has.
    ///   - firstLine: the line on which the window's first record starts.
    /// - Returns: how many lines the window spans.
    mutating func index(
        _ scanner: borrowing CSVScanner, _ base: UnsafeMutablePointer<UInt8>, expected: Int, firstLine: Int,
        consumed: Int
    ) -> Int {
        count = scanner.records
        self.firstLine = firstLine
        hasInnerLines = scanner.hasInnerLines
        let ends = scanner.ends.base
        fields = Self.isRectangular(ends, scanner.ends.count, base, scanner.lineEnd, expected, count) ? expected : 0
        if fields > 0, !hasInnerLines { return count }

        firsts.removeAll()
        lines.removeAll()
        var line = firstLine
        var offset = 0
        var begins = true
        for index in 0..<scanner.ends.count {
            if begins {
                firsts.append(UInt32(index))
                lines.append(UInt32(clamping: line))
                begins = false
            }
            let end = Int(ends[index])
            if hasInnerLines {
                for at in offset..<end where base[at] == scanner.lineEnd { line += 1 }
            }
            if base[end] == scanner.lineEnd {
                line += 1
                begins = true
            }
            offset = end + 1
        }
        firsts.append(UInt32(scanner.ends.count))
        return line - firstLine
    }

    /// Proved once a window: so many ends, and every `expected`-th is a line end.
    private static func isRectangular(
        _ ends: UnsafeMutablePointer<UInt32>, _ count: Int, _ base: UnsafeMutablePointer<UInt8>, _ lineEnd: UInt8,
        _ expected: Int, _ records: Int
    ) -> Bool {
        // With one column a blank line has as many fields as any other, and must still be told apart.
        guard expected > 1, count == records * expected else { return false }
        var start = 0
        for record in 0..<records {
            let end = Int(ends[record * expected + expected - 1])
            // A record of nothing but separators is blank, and must be looked at.
            if base[end] != lineEnd || end - start <= expected { return false }
            start = end + 1
        }
        return true
    }

    @inline(__always) func first(_ record: Int) -> Int { fields > 0 ? record * fields : Int(firsts.base[record]) }

    func fieldCount(_ record: Int) -> Int {
        fields > 0 ? fields : Int(firsts.base[record + 1]) - Int(firsts.base[record])
    }

    @inline(__always) func line(_ record: Int) -> UInt32 {
        fields > 0 && !hasInnerLines ? UInt32(firstLine + record) : lines.base[record]
    }

    /// Whether a record may be ragged or blank, so that it must be looked at on its own.
    var isRegular: Bool { fields > 0 }
}

/// One field's bytes, without its quotes; a doubled quote is made single in `room`.
@inline(__always)
func csvCell(
    _ base: UnsafeMutablePointer<UInt8>, _ ends: UnsafeMutablePointer<UInt32>, _ field: Int, _ room: inout TextRoom
) -> Bytes {
    let start = field == 0 ? 0 : Int(ends[field - 1]) + 1
    let raw = Bytes(base: base + start, count: Int(ends[field]) - start)
    return raw.count > 0 && raw[0] == 0x22 ? unquoted(raw, &room) : raw
}

@inline(never)
private func unquoted(_ raw: Bytes, _ room: inout TextRoom) -> Bytes {
    let text = raw.trimmed
    guard text.count >= 2, text[text.count - 1] == 0x22 else { return raw }
    let inner = Bytes(base: text.base + 1, count: text.count - 2)
    guard inner.buffer.contains(0x22) else { return inner }
    let copy = room.keep(inner)
    let bytes = UnsafeMutablePointer(mutating: copy.base)
    var count = 0
    var at = 0
    while at < copy.count {
        bytes[count] = bytes[at]
        count += 1
        at += bytes[at] == 0x22 && at + 1 < copy.count && bytes[at + 1] == 0x22 ? 2 : 1
    }
    return Bytes(base: copy.base, count: count)
}
