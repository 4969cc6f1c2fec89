import Catalogues

/// Copies of cells that must wait, in the order in which they came.
struct HeldRows {
    /// A row that waits.
    struct Held {
        var line: Int
        /// Whom it waits for.
        var key: String
        fileprivate var cells: Range<Int>
    }

    private(set) var rows: [Held] = []
    private var ends: [(start: Int, count: Int)] = []
    private var bytes: [UInt8] = []
    private var first = 0

    var isEmpty: Bool { first == rows.count }
    var next: Held? { isEmpty ? nil : rows[first] }

    mutating func hold(_ cells: [Bytes], line: Int, key: String) {
        let start = ends.count
        for cell in cells {
            ends.append((bytes.count, cell.count))
            bytes.append(contentsOf: cell.buffer)
        }
        rows.append(Held(line: line, key: key, cells: start..<ends.count))
    }

    /// Takes the next row out, and lends its cells.
    mutating func release(_ body: (_ cells: [Bytes], _ held: Held) -> Void) {
        guard let held = next else { return }
        first += 1
        // The slack that `Bytes` promises.
        if bytes.count + 16 > bytes.capacity { bytes.reserveCapacity(bytes.count + 64) }
        bytes.withUnsafeBufferPointer { buffer in
            let cells = ends[held.cells].map { place in
                place.count == 0 ? Bytes.none : Bytes(base: buffer.baseAddress! + place.start, count: place.count)
            }
            body(cells, held)
        }
        if isEmpty {
            rows.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            bytes.removeAll(keepingCapacity: true)
            first = 0
        }
    }
}
