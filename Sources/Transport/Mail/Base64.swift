/// Bytes as letters that every mail server lets through.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// In one line, with `=` at the end.
    static func encoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        append(bytes, to: &result)
        return result
    }

    /// In lines of 76 letters, each with CR LF at its end.
    static func appendLines(_ bytes: [UInt8], to result: inout [UInt8]) {
        result.reserveCapacity(result.count + bytes.count / 57 * 78 + 80)
        var start = 0
        while start < bytes.count {
            let end = min(start + 57, bytes.count)
            append(bytes[start..<end], to: &result)
            result += [0x0D, 0x0A]
            start = end
        }
    }

    private static func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let count = min(3, bytes.endIndex - at)
            var bits = 0
            for step in 0..<3 { bits = bits << 8 | (step < count ? Int(bytes[at + step]) : 0) }
            for step in 0..<4 { result.append(step <= count ? letters[bits >> (18 - 6 * step) & 63] : 0x3D) }
            at += count
        }
    }
}
