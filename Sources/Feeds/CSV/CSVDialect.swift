import Catalogues

/// How a CSV file separates its fields and lines, found by evidence.
package struct CSVDialect: Sendable {
    package var delimiter: UInt8
    /// LF, also for CR LF (the CR is then trimmed); CR alone only where a file has no LF at all.
    package var lineEnd: UInt8 = 10
    /// Bytes before the first line that counts: Excel's `sep=;` line.
    var skipped = 0

    /// What people call the delimiter: `,` `;` `TAB` `|`.
    package var delimiterName: String { delimiter == 9 ? "TAB" : String(UnicodeScalar(delimiter)) }

    /// The dialect under which the sample's lines have most evenly the same number of fields, and more than one.
    init(sample: UnsafeMutablePointer<UInt8>, count: Int) {
        let text = UnsafeBufferPointer(start: sample, count: count)
        lineEnd = text.contains(10) || !text.contains(13) ? 10 : 13
        delimiter = 0x2C
        if count >= 6, text.starts(with: Array("sep=".utf8)), [0x2C, 0x3B, 0x09, 0x7C].contains(text[4]) {
            delimiter = text[4]
            skipped = (text.firstIndex(of: lineEnd) ?? count - 1) + 1
            return
        }
        var best = (score: 0.0, fields: 0)
        for candidate: UInt8 in [0x2C, 0x3B, 0x09, 0x7C] {
            let counts = Self.fieldCounts(sample, count, candidate, lineEnd)
            let many = counts.filter { $0 > 1 }
            guard !many.isEmpty else { continue }
            var byCount: [Int: Int] = [:]
            for number in many { byCount[number, default: 0] += 1 }
            let mode = byCount.max { ($0.value, $0.key) < ($1.value, $1.key) }!
            // Blank and preamble lines have one field under every delimiter, so they count a little only.
            let score = Double(mode.value) / (Double(many.count) + 0.3 * Double(counts.count - many.count))
            if score > best.score + 0.05 || (score > best.score - 0.05 && mode.key > best.fields) {
                best = (score, mode.key)
                delimiter = candidate
            }
        }
    }

    private static func fieldCounts(
        _ sample: UnsafeMutablePointer<UInt8>, _ count: Int, _ delimiter: UInt8, _ lineEnd: UInt8
    ) -> [Int] {
        var counts: [Int] = []
        var fields = 1
        var inQuotes = false
        var begins = true
        for at in 0..<count {
            let byte = sample[at]
            if byte == 0x22 {
                if inQuotes {
                    let next = at + 1 < count ? sample[at + 1] : lineEnd
                    if next == delimiter || next == lineEnd || next == 13 { inQuotes = false }
                } else if begins {
                    inQuotes = true
                }
                begins = false
            } else if inQuotes {
                continue
            } else if byte == delimiter {
                fields += 1
                begins = true
            } else if byte == lineEnd {
                counts.append(fields)
                if counts.count == 60 { return counts }
                fields = 1
                begins = true
            } else {
                begins = false
            }
        }
        if fields > 1 || counts.isEmpty { counts.append(fields) }
        return counts
    }
}
