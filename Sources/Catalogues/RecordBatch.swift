/// Some hundred records as a reader found them: for each mapped field one cell a record.
///
/// Readers fill batches, the builder empties them field by field: what a field means is decided once a batch, and a
/// module border is crossed once a batch. The cells point into the reader's memory, which must stay until then.
@frozen public struct RecordBatch: ~Copyable {
    /// How many records a batch holds: so few that the cells of a column stay near until it is taken.
    public static var capacity: Int { 256 }

    @usableFromInline let cells: UnsafeMutablePointer<Bytes>
    /// The line on which each record starts, from 1.
    public let lines: UnsafeMutablePointer<UInt32>
    /// The line on which each record's style starts, where that is another one; 0 = not known.
    public let styleLines: UnsafeMutablePointer<UInt32>
    /// How many records are in it now.
    public var count = 0
    /// The fields that the source has, one bit each. A field it has not differs from one with empty cells.
    public private(set) var fields: UInt64

    public init(fields: [Field]) {
        cells = .allocate(capacity: Field.count * Self.capacity)
        cells.initialize(repeating: .none, count: Field.count * Self.capacity)
        lines = .allocate(capacity: Self.capacity)
        styleLines = .allocate(capacity: Self.capacity)
        styleLines.initialize(repeating: 0, count: Self.capacity)
        self.fields = fields.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }

    deinit {
        cells.deallocate()
        lines.deallocate()
        styleLines.deallocate()
    }

    @inlinable public var isFull: Bool { count == Self.capacity }

    @inlinable public func has(_ field: Field) -> Bool { fields >> UInt64(field.rawValue) & 1 == 1 }

    /// Declares a field that was met only now; the records before have nothing there.
    public mutating func declare(_ field: Field) {
        if has(field) { return }
        fields |= 1 << UInt64(field.rawValue)
        for row in 0..<Self.capacity { column(field)[row] = .none }
    }

    /// The cells of one field, one a record.
    @inlinable public func column(_ field: Field) -> UnsafeMutablePointer<Bytes> {
        cells + Int(field.rawValue) * Self.capacity
    }

    /// Makes the next record empty, so that only what it has needs to be set.
    @inlinable public func clear(row: Int) {
        styleLines[row] = 0
        var left = fields
        while left != 0 {
            cells[left.trailingZeroBitCount * Self.capacity + row] = .none
            left &= left - 1
        }
    }
}
