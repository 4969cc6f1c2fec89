/// Folded text under the reader's eye.
struct FoldedText {
    let bytes: UnsafeBufferPointer<UInt8>

    var count: Int { bytes.count }

    /// The byte at a place, 0 behind the end.
    @inline(__always)
    func byte(_ at: Int) -> UInt8 { at >= 0 && at < bytes.count ? bytes[at] : 0 }

    func slice(_ from: Int, _ to: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[from..<to]) }

    func isDigit(_ at: Int) -> Bool { byte(at) >= 48 && byte(at) <= 57 }

    /// Whether a word of letters goes on here: a Latin, Cyrillic … letter, but not Han, whose words stand unspaced.
    func isLetter(_ at: Int) -> Bool {
        let first = byte(at)
        if first < 0x80 { return first >= 97 && first <= 122 }
        let (code, length) = UTF8Reading.decode(bytes, at)
        return length > 0 && code >= 0xC0 && !UTF8Reading.isHan(code) && !(code >= 0x2000 && code < 0x2E80)
            && !(code >= 0x3000 && code < 0x3005)
    }

    /// The place behind the character at `at`.
    func after(_ at: Int) -> Int { at + max(1, UTF8Reading.decode(bytes, at).length) }

    func isHan(_ at: Int) -> Bool {
        byte(at) >= 0xE2 && UTF8Reading.isHan(UTF8Reading.decode(bytes, at).code)
    }

    /// The place of the character before `at`, or −1.
    func before(_ at: Int) -> Int {
        var back = at - 1
        while back > 0, bytes[back] & 0xC0 == 0x80 { back -= 1 }
        return back
    }

    /// Whether a word may end at `at`: no letter or digit goes on.
    func endsWord(_ at: Int) -> Bool {
        guard at < count, at > 0 else { return true }
        let last = before(at)
        let inner = isLetter(last) || isDigit(last)
        return !(inner && (isLetter(at) || isDigit(at))) || isTimes(at)
    }

    /// The `x` of 500mlx6: a sign before a count that ends the word.
    private func isTimes(_ at: Int) -> Bool {
        guard byte(at) == 120, isDigit(at + 1), !isDigit(at - 1), byte(at - 1) != 120 else { return false }
        var end = at + 1
        while isDigit(end), end < at + 5 { end += 1 }
        return !isDigit(end) && !isLetter(end) && byte(end) != 46
    }

    func skipSpaces(_ at: Int) -> Int {
        var at = at
        while byte(at) == 32 { at += 1 }
        return at
    }

    func starts(_ at: Int, _ word: StaticString) -> Bool {
        guard at >= 0, at + word.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[at + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// The longest word of a table that starts here and ends where a word may end: its value and the place behind it.
    ///
    /// `glued` words (size marks) may also end before a digit: `eu41`.
    func longest(_ table: WordTable, _ at: Int, glued: (Int) -> Bool = { _ in false }) -> (value: Int, end: Int)? {
        var hash = WordTable.seed
        var end = at
        var found: (Int, Int)?
        while end < count, end - at < table.longest {
            let next = after(end)
            while end < next, end < count {
                hash = WordTable.step(hash, bytes[end])
                end += 1
            }
            let whole = endsWord(end)
            guard whole || isDigit(end) else { continue }
            if let value = table.find(slice(at, end), hash: hash), whole || glued(value) { found = (value, end) }
        }
        return found
    }
}
