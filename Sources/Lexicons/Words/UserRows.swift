/// The rows of a user's CSV file: quotes, doubled quotes, CRLF and a byte order mark are understood.
struct UserRows {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var line = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
    }

    /// The next row with the line it starts on, from 1.
    mutating func next() -> (line: Int, cells: [[UInt8]])? {
        guard at < bytes.count else { return nil }
        let start = line
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var quoted = false
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == 10 { line += 1 }
            if quoted {
                if byte != 34 {
                    cell.append(byte)
                } else if at < bytes.count, bytes[at] == 34 {
                    cell.append(34)
                    at += 1
                } else {
                    quoted = false
                }
            } else if byte == 34, cell.isEmpty {
                quoted = true
            } else if byte == 44 {
                cells.append(cell)
                cell = []
            } else if byte == 10 {
                break
            } else if byte != 13 {
                cell.append(byte)
            }
        }
        cells.append(cell)
        return (start, cells)
    }
}
