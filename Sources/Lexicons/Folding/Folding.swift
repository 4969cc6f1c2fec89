/// Makes texts comparable that differ only in how they were typed.
///
/// Full width becomes half width, capitals small letters, traditional characters simplified ones, ① 1, ㎏ kg, ﬁ fi;
/// the many dashes, quotes and brackets become one of each kind (【 and ［ become `[`, （ and { become `(`), ½ becomes
/// `.5`, and runs of blanks one space, trimmed. Accents stay, written in one piece. Folding a folded text changes nothing.
public enum Folding {
    /// Appends the folded form of UTF-8 text to `folded`. Bytes that are no UTF-8 stay as they are.
    public static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        let start = folded.count
        folded.reserveCapacity(start + bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte >= 0x80 { break }
            append(ascii: byte, to: &folded, from: start)
            at += 1
        }
        if at < bytes.count { foldWide(bytes, from: at, into: &folded, start: start) }
        if folded.count > start, folded.last == 0x20 { folded.removeLast() }
    }

    @inline(__always)
    private static func append(ascii byte: UInt8, to folded: inout [UInt8], from start: Int) {
        if byte >= 0x41, byte <= 0x5A {
            folded.append(byte | 0x20)
        } else if byte == 0x20 || (byte >= 9 && byte <= 13) {
            if folded.count > start, folded[folded.count - 1] != 0x20 { folded.append(0x20) }
        } else if byte == 0x7B {
            folded.append(0x28)
        } else if byte == 0x7D {
            folded.append(0x29)
        } else {
            folded.append(byte)
        }
    }

    private static func foldWide(
        _ bytes: UnsafeBufferPointer<UInt8>, from: Int, into folded: inout [UInt8], start: Int
    ) {
        let table = FoldingTable.shared
        var at = from
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                append(ascii: byte, to: &folded, from: start)
                at += 1
                continue
            }
            let (code, length) = UTF8Reading.decode(bytes, at)
            guard length > 0 else {
                folded.append(byte)
                at += 1
                continue
            }
            at += length
            if code >= 0x300, code < 0x370, folded.count > start {
                if compose(code, table, &folded, start) { continue }
            }
            let value = code < 0x10000 ? table.plane[Int(code)] : table.high[code] ?? 0
            if value == 0 {
                UTF8Reading.append(code, to: &folded)
            } else if value & FoldingTable.isSequence == 0 {
                append(code: value, to: &folded, from: start)
            } else {
                let place = Int(value & ~FoldingTable.isSequence)
                for step in 0..<Int(table.sequences[place]) {
                    append(code: table.sequences[place + 1 + step], to: &folded, from: start)
                }
            }
        }
    }

    private static func append(code: UInt32, to folded: inout [UInt8], from start: Int) {
        if code < 0x80 {
            append(ascii: UInt8(code), to: &folded, from: start)
        } else {
            UTF8Reading.append(code, to: &folded)
        }
    }

    /// Joins a combining mark with the letter before it.
    private static func compose(
        _ mark: UInt32, _ table: FoldingTable, _ folded: inout [UInt8], _ start: Int
    ) -> Bool {
        var back = folded.count - 1
        while back > start, folded[back] & 0xC0 == 0x80 { back -= 1 }
        let (letter, length) = folded.withUnsafeBufferPointer { UTF8Reading.decode($0, back) }
        guard length > 0, back + length == folded.count else { return false }
        guard let whole = table.composed[UInt64(letter) << 32 | UInt64(mark)] else { return false }
        folded.removeSubrange(back...)
        UTF8Reading.append(whole, to: &folded)
        return true
    }
}
