import CByteScan

/// Strict UTF-8, as Unicode's table 3-7 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
    /// The first offset in `base[from..<end]` at which the bytes are no UTF-8, or where a character begins that `end`
    /// cuts off; `end` if there is none.
    ///
    /// 64 bytes are taken at a time, from where a character begins. Blocks of which the marks prove nothing, and what is
    /// left at the end, are looked at character by character.
    static func firstOffence(_ base: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
        var at = from
        while at + 64 <= end {
            if specsync_any_high64(base + at) == 0 {
                at += 64
                continue
            }
            let proven = provenLength(specsync_utf8_marks64(base + at))
            if proven > 0 {
                at += proven
            } else {
                let (reached, isWhole) = walk(base, at, at + 64, end)
                if !isWhole { return reached }
                at = reached
            }
        }
        return walk(base, at, end, end).reached
    }

    /// How many of a block's 64 bytes are whole characters, 0 if that is not plain from its marks.
    ///
    /// A block is valid if behind each lead stand as many followers as it asks for, and no others: one, or two behind a
    /// lead of three. A character that the block's end cuts off is left to the next block.
    @inline(__always)
    private static func provenLength(_ marks: specsync_utf8_marks) -> Int {
        let followers = marks.high & ~marks.lead
        let wanted = marks.lead << 1 | marks.three << 2
        if marks.rare != 0 || followers != wanted { return 0 }
        return marks.lead >> 63 == 1 ? 63 : marks.three >> 62 == 1 ? 62 : 64
    }

    /// Goes from character to character until one begins at `stop` or behind it, or is none.
    private static func walk(
        _ base: UnsafePointer<UInt8>, _ from: Int, _ stop: Int, _ end: Int
    ) -> (reached: Int, isWhole: Bool) {
        var at = from
        while at < stop {
            if base[at] < 0x80 {
                at += 1
                continue
            }
            let length = self.length(base, at, end)
            if length == 0 { return (at, false) }
            at += length
        }
        return (at, true)
    }

    /// Whether what stands at `at` may be a character cut off by `end`.
    static func isCutOff(_ base: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
        let wanted = base[at] >= 0xF0 ? 4 : base[at] >= 0xE0 ? 3 : 2
        return base[at] >= 0xC2 && base[at] <= 0xF4 && end - at < wanted
            && (at + 1..<end).allSatisfy { base[$0] & 0xC0 == 0x80 }
    }

    @inline(__always)
    private static func length(_ base: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
        let lead = base[at]
        if at + 3 <= end, lead & 0xF0 == 0xE0 {
            let second = base[at + 1]
            guard second & 0xC0 == 0x80, base[at + 2] & 0xC0 == 0x80 else { return 0 }
            if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
            return 3
        }
        if at + 2 <= end, lead >= 0xC2, lead <= 0xDF { return base[at + 1] & 0xC0 == 0x80 ? 2 : 0 }
        if at + 4 <= end, lead >= 0xF0, lead <= 0xF4 {
            let second = base[at + 1]
            guard second & 0xC0 == 0x80, base[at + 2] & 0xC0 == 0x80, base[at + 3] & 0xC0 == 0x80 else { return 0 }
            if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
            return 4
        }
        return 0
    }
}
