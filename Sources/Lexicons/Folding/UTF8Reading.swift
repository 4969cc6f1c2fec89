/// Code points read from and written to UTF-8 bytes.
enum UTF8Reading {
    /// The code point at `at` and its length in bytes; length 0 if there is none.
    @inline(__always)
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (code: UInt32, length: Int) {
        let first = UInt32(bytes[at])
        if first < 0x80 { return (first, 1) }
        func tail(_ offset: Int) -> UInt32? {
            guard at + offset < bytes.count else { return nil }
            let byte = bytes[at + offset]
            return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
        }
        if first >= 0xC2, first < 0xE0, let a = tail(1) { return ((first & 0x1F) << 6 | a, 2) }
        if first >= 0xE0, first < 0xF0, let a = tail(1), let b = tail(2) {
            let code = (first & 0x0F) << 12 | a << 6 | b
            return code < 0x800 || (code >= 0xD800 && code < 0xE000) ? (0, 0) : (code, 3)
        }
        if first >= 0xF0, first < 0xF5, let a = tail(1), let b = tail(2), let c = tail(3) {
            let code = (first & 0x07) << 18 | a << 12 | b << 6 | c
            return code < 0x10000 || code > 0x10FFFF ? (0, 0) : (code, 4)
        }
        return (0, 0)
    }

    static func append(_ code: UInt32, to bytes: inout [UInt8]) {
        if code < 0x80 {
            bytes.append(UInt8(code))
        } else if code < 0x800 {
            bytes.append(UInt8(0xC0 | code >> 6))
            bytes.append(UInt8(0x80 | code & 0x3F))
        } else if code < 0x10000 {
            bytes.append(UInt8(0xE0 | code >> 12))
            bytes.append(UInt8(0x80 | (code >> 6) & 0x3F))
            bytes.append(UInt8(0x80 | code & 0x3F))
        } else {
            bytes.append(UInt8(0xF0 | code >> 18))
            bytes.append(UInt8(0x80 | (code >> 12) & 0x3F))
            bytes.append(UInt8(0x80 | (code >> 6) & 0x3F))
            bytes.append(UInt8(0x80 | code & 0x3F))
        }
    }

    /// Whether words of this script are written without blanks between them (Han, kana).
    @inline(__always)
    static func isHan(_ code: UInt32) -> Bool {
        (code >= 0x2E80 && code < 0xA000 && !(code >= 0x3000 && code < 0x3005)) || (code >= 0xF900 && code < 0xFB00)
            || (code >= 0x20000 && code < 0x32000)
    }
}
