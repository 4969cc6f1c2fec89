import Catalogues
import Glibc

/// The variants of the style that is being read, until all that is said of the style is known.
///
/// Row 0 is the style's own, the others are its variants. A row has a place for each field; the texts lie in one piece
/// of memory, and stay there until they are forgotten: they are lent to the sink.
struct RecordHold: ~Copyable {
    /// Where a text lies: its offset, and its length (24 bits) below the rank of the name it came by.
    struct Slot: BitwiseCopyable {
        var offset: UInt32 = 0
        var bits: UInt32 = 0

        var count: Int { Int(bits & 0xFF_FFFF) }
        var rank: UInt8 { UInt8(truncatingIfNeeded: bits >> 24) }
    }

    /// The name and value of an option or attribute.
    struct Pair {
        var row: Int
        var name: Slot
        var value: Slot
        var isOption: Bool
    }

    private static let stride = 32
    /// With more text than this, it is time to have the sink take what was lent to it.
    static let fullText = 128 << 10
    private var slots: UnsafeMutablePointer<Slot>
    private var lines: UnsafeMutablePointer<UInt32>
    private var room = 64
    private var text: UnsafeMutablePointer<UInt8>
    private var textRoom = 2 * Self.fullText
    private(set) var textCount = 0
    /// Where texts lay before they outgrew it.
    private var outgrown: [UnsafeMutablePointer<UInt8>] = []
    /// Rows so far, the style's among them.
    private(set) var rows = 1
    var pairs: [Pair] = []

    init() {
        precondition(Field.count <= Self.stride)
        slots = .allocate(capacity: room * Self.stride)
        slots.initialize(repeating: Slot(), count: room * Self.stride)
        lines = .allocate(capacity: room)
        text = .allocate(capacity: textRoom + 64)
        text.initialize(repeating: 0, count: textRoom + 64)
    }

    deinit {
        slots.deallocate()
        lines.deallocate()
        text.deallocate()
        for room in outgrown { room.deallocate() }
    }

    /// Forgets the variants, not their texts; the style's row stays if `keepingStyle`.
    mutating func clear(keepingStyle: Bool = false) {
        rows = 1
        pairs.removeAll(keepingCapacity: true)
        if !keepingStyle { clear(row: 0) }
    }

    /// Uses the memory of all texts again. Nobody may still read them.
    mutating func forgetTexts() {
        precondition(rows == 1 && pairs.isEmpty, "there is something whose texts would be forgotten")
        textCount = 0
        for room in outgrown { room.deallocate() }
        outgrown.removeAll()
    }

    private func clear(row: Int) {
        memset(slots + row * Self.stride, 0, Self.stride * MemoryLayout<Slot>.stride)
    }

    /// Adds a variant that stands on `line`.
    mutating func addRow(line: Int) {
        if rows == room { grow() }
        clear(row: rows)
        lines[rows] = UInt32(clamping: line)
        rows += 1
    }

    func line(_ row: Int) -> Int { Int(lines[row]) }
    func setStyleLine(_ line: Int) { lines[0] = UInt32(clamping: line) }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Slot>.allocate(capacity: room * 2 * Self.stride)
        larger.update(from: slots, count: room * Self.stride)
        slots.deallocate()
        slots = larger
        let moreLines = UnsafeMutablePointer<UInt32>.allocate(capacity: room * 2)
        moreLines.update(from: lines, count: room)
        lines.deallocate()
        lines = moreLines
        room *= 2
    }

    @inline(__always) func slot(_ row: Int, _ field: Field) -> Slot { slots[row * Self.stride + Int(field.rawValue)] }

    @inline(__always) func bytes(_ slot: Slot) -> Bytes { Bytes(base: text + Int(slot.offset), count: slot.count) }

    /// Keeps a copy of a text, cut after 1 MiB.
    @inline(__always) mutating func keep(_ value: Bytes, rank: UInt8) -> Slot {
        let count = min(value.count, 1 << 20)
        if textCount + count > textRoom { growText(count) }
        value.prefix(count).copy(to: text + textCount)
        let slot = Slot(offset: UInt32(textCount), bits: UInt32(rank) << 24 | UInt32(count))
        textCount += count
        return slot
    }

    @inline(never) private mutating func growText(_ more: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: (textRoom + more) * 2 + 64)
        memcpy(larger, text, textCount)
        outgrown.append(text)
        text = larger
        textRoom = (textRoom + more) * 2
    }

    /// Gives a row a field. The better name wins, of equals the first; further barcodes are added behind a comma, and a
    /// price that a promotional one beats is the list price.
    @inline(__always) mutating func set(_ row: Int, _ field: Field, _ value: Bytes, rank: UInt8) {
        let at = row * Self.stride + Int(field.rawValue)
        if slots[at].bits == 0 { slots[at] = keep(value, rank: rank) } else { setAgain(row, field, value, rank) }
    }

    @inline(never) private mutating func setAgain(_ row: Int, _ field: Field, _ value: Bytes, _ rank: UInt8) {
        let at = row * Self.stride + Int(field.rawValue)
        let old = slots[at]
        if field == .barcode { return addBarcode(at, value) }
        if rank < old.rank { slots[at] = keep(value, rank: rank) }
        guard field == .price, min(rank, old.rank) < XMLWords.promotional, max(rank, old.rank) >= XMLWords.promotional
        else { return }
        let list = row * Self.stride + Int(Field.listPrice.rawValue)
        if slots[list].bits == 0 {
            slots[list] =
                rank < old.rank ? Slot(offset: old.offset, bits: old.bits | 0xFF << 24) : keep(value, rank: 0xFF)
        }
    }

    private mutating func addBarcode(_ at: Int, _ value: Bytes) {
        let old = slots[at]
        if bytes(old).string.split(separator: ",").contains(where: { $0 == value.string }) { return }
        guard old.count + value.count < 1000 else { return }
        if textCount + old.count + value.count + 1 > textRoom { growText(old.count + value.count + 1) }
        memcpy(text + textCount, text + Int(old.offset), old.count)
        text[textCount + old.count] = 0x2C
        memcpy(text + textCount + old.count + 1, value.base, value.count)
        let count = old.count + 1 + value.count
        slots[at] = Slot(offset: UInt32(textCount), bits: old.bits & 0xFF00_0000 | UInt32(count))
        textCount += count
    }
}
