import CByteScan
import Catalogues

/// Finds the field ends of one window of CSV text.
///
/// The fast way takes 64 bytes at a time as bit masks and *proves* as it goes that the window keeps RFC 4180: an
/// opening quote stands behind a separator or a closing quote, and behind a closing quote stands a separator, a quote
/// or a CR. A window that fails the proof goes through the state machine, where a stray quote is a letter.
struct CSVScanner: ~Copyable {
    /// Where each field of the window ends: the offset of a delimiter or of the line end behind the last field.
    private(set) var ends = Column<UInt32>(capacity: 64 << 10)
    /// How many records these fields make up.
    private(set) var records = 0
    /// A line end stands inside a field, so that records and lines count apart.
    private(set) var hasInnerLines = false
    /// The offset of a quote that is opened and not closed before the window's end.
    private(set) var openQuote: Int?

    let delimiter: UInt8
    let lineEnd: UInt8

    init(delimiter: UInt8, lineEnd: UInt8) {
        self.delimiter = delimiter
        self.lineEnd = lineEnd
    }

    /// Scans `base[0..<end]` and returns where the first incomplete record begins.
    ///
    /// At least 64 bytes behind `end` must be readable. With `isLast`, the window's end ends the last record too; a
    /// line end is then written behind it.
    mutating func scan(_ base: UnsafeMutablePointer<UInt8>, end: Int, isLast: Bool) -> Int {
        var end = end
        if isLast, end > 0, base[end - 1] != lineEnd {
            base[end] = lineEnd
            end += 1
        }
        ends.removeAll()
        ends.reserve(end + 64)
        openQuote = nil
        let consumed = fast(base, end) ?? slow(base, end, isLast: isLast)
        return consumed
    }

    /// Nil when the window does not keep RFC 4180.
    private mutating func fast(_ base: UnsafeMutablePointer<UInt8>, _ end: Int) -> Int? {
        let into = ends.base
        var found = 0
        var inQuotes: UInt64 = 0  // all ones inside quotes
        var separatorBefore: UInt64 = 1  // the window begins a record
        var closeBefore: UInt64 = 0
        var returnBefore: UInt64 = 0  // a CR behind a closing quote
        var records = 0
        var innerLines: UInt64 = 0
        var at = 0
        while at < end {
            let valid: UInt64 = end - at >= 64 ? ~0 : (1 << UInt64(end - at)) &- 1
            let quotes = specsync_equal64(base + at, 0x22) & valid
            let delimiters = specsync_equal64(base + at, delimiter) & valid
            let lines = specsync_equal64(base + at, lineEnd) & valid
            var separators = delimiters | lines
            var lineEnds = lines
            if quotes | inQuotes | closeBefore | returnBefore != 0 {
                var inside = quotes  // prefix xor: one bit per byte that lies inside quotes, the opening quote included
                inside ^= inside << 1
                inside ^= inside << 2
                inside ^= inside << 4
                inside ^= inside << 8
                inside ^= inside << 16
                inside ^= inside << 32
                inside ^= inQuotes
                separators &= ~inside
                lineEnds &= ~inside
                let opening = quotes & inside
                let closing = quotes & ~inside
                let returns = specsync_equal64(base + at, 0x0D)
                let behindClosing = closing << 1 | closeBefore
                let closingReturns = behindClosing & returns & ~separators
                let bad =
                    (opening & ~((separators | closing) << 1 | separatorBefore | closeBefore))
                    | (behindClosing & valid & ~(separators | quotes | returns))
                    | ((closingReturns << 1 | returnBefore) & valid & ~separators)
                if bad != 0 { return nil }
                innerLines |= lines & inside
                inQuotes = UInt64(bitPattern: Int64(bitPattern: inside) >> 63)
                closeBefore = closing >> 63
                returnBefore = closingReturns >> 63
            } else {
                closeBefore = 0
                returnBefore = 0
            }
            separatorBefore = separators >> 63
            records &+= lineEnds.nonzeroBitCount
            var left = separators
            let count = left.nonzeroBitCount
            var place = into + found
            // Six at a time without a branch each: a field is rarely shorter than ten bytes.
            while left != 0 {
                for slot in 0..<6 {
                    place[slot] = UInt32(truncatingIfNeeded: at &+ left.trailingZeroBitCount)
                    left &= left &- 1
                }
                place += 6
            }
            found &+= count
            at += 64
        }
        // What stands behind the last record's end is left to the next window.
        while found > 0, base[Int(into[found - 1])] != lineEnd { found -= 1 }
        let consumed = found > 0 ? Int(into[found - 1]) + 1 : 0
        if inQuotes != 0 {
            // The window's end lies inside quotes: what was found before the last record's end stands; a quote that
            // is never closed shows when the window can grow no more, and the state machine then finds where it opened.
            if consumed == 0 { return nil }
        }
        ends.setCount(found)
        self.records = records
        hasInnerLines = innerLines != 0
        return consumed
    }

    /// The state machine: a quote opens a field only as its first byte, and closes it only before a separator (blanks
    /// between them are forgiven); every other quote is a letter.
    private mutating func slow(_ base: UnsafeMutablePointer<UInt8>, _ end: Int, isLast: Bool) -> Int {
        let into = ends.base
        var found = 0
        var complete = 0
        var consumed = 0
        var records = 0
        hasInnerLines = false
        var at = 0
        while at < end {
            // Here a field begins.
            if base[at] == 0x22 {
                let opened = at
                at += 1
                var closed = false
                while at < end {
                    if base[at] == 0x22 {
                        if at + 1 < end, base[at + 1] == 0x22 {
                            at += 2
                            continue
                        }
                        if endsField(base, at + 1, end) {
                            at += 1
                            closed = true
                            break
                        }
                    } else if base[at] == lineEnd {
                        hasInnerLines = true
                    }
                    at += 1
                }
                if !closed {
                    openQuote = opened
                    break
                }
            }
            while at < end, base[at] != delimiter, base[at] != lineEnd { at += 1 }
            if at >= end { break }
            into[found] = UInt32(at)
            found += 1
            if base[at] == lineEnd {
                records += 1
                complete = found
                consumed = at + 1
            }
            at += 1
        }
        ends.setCount(complete)
        self.records = records
        return consumed
    }

    /// Whether at `at` only blanks stand between here and the end of the field.
    private func endsField(_ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end, base[at] == 0x20 || base[at] == 0x0D { at += 1 }
        return at >= end || base[at] == delimiter || base[at] == lineEnd
    }
}
