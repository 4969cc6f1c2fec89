import CByteScan
import Glibc

/// What a file's bytes say about its encoding. The order is: byte order mark, strict UTF-8, strict GB18030 that is
/// mostly common Han, Windows-1252 where high bytes are rare and alone; else nothing, and a person is asked.
struct EncodingGuess {
    var encoding: TextEncoding
    /// Bytes of a byte order mark to pass over.
    var markLength = 0
    /// Why, for `inspect`.
    var reason: String
    /// The line (from 1) that made a guess of it; nil where the bytes prove the encoding.
    var doubtfulLine: Int?

    /// - Parameter isWhole: the sample is the whole file, so that no character of it is cut off.
    init?(sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
        guard let base = sample.baseAddress, sample.count > 0 else {
            self = EncodingGuess(.utf8, reason: "empty")
            return
        }
        let count = sample.count
        func begins(_ bytes: [UInt8]) -> Bool {
            count >= bytes.count && bytes.indices.allSatisfy { base[$0] == bytes[$0] }
        }
        if begins([0xEF, 0xBB, 0xBF]) {
            self = EncodingGuess(.utf8, markLength: 3, reason: "byte order mark")
            return
        }
        if begins([0xFF, 0xFE]) {
            self = EncodingGuess(.utf16LE, markLength: 2, reason: "byte order mark")
            return
        }
        if begins([0xFE, 0xFF]) {
            self = EncodingGuess(.utf16BE, markLength: 2, reason: "byte order mark")
            return
        }
        if let wide = Self.wide(base, min(count, 4096)) {
            self = EncodingGuess(wide, reason: "every second byte is zero")
            return
        }
        let offence = UTF8Check.firstOffence(base, 0, count)
        if offence == count || (!isWhole && UTF8Check.isCutOff(base, offence, count)) {
            self = EncodingGuess(.utf8, reason: "valid UTF-8")
            return
        }
        if Self.isGB18030(base, count, isWhole: isWhole) {
            self = EncodingGuess(.gb18030, reason: "valid GB18030, mostly common Han")
            return
        }
        if Self.isWesternEuropean(base, count) {
            self = EncodingGuess(.windows1252, reason: "no UTF-8; high bytes are rare and alone")
            doubtfulLine = Self.lineThatIsNotUTF8(sample)
            return
        }
        return nil
    }

    init(_ encoding: TextEncoding, markLength: Int = 0, reason: String) {
        self.encoding = encoding
        self.markLength = markLength
        self.reason = reason
    }

    /// The line (from 1) of the first bytes that are no UTF-8.
    static func lineThatIsNotUTF8(_ sample: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = sample.baseAddress else { return 0 }
        let offence = UTF8Check.firstOffence(base, 0, sample.count)
        return 1 + (0..<offence).count { base[$0] == 10 }
    }

    private static func wide(_ base: UnsafePointer<UInt8>, _ count: Int) -> TextEncoding? {
        guard count >= 8 else { return nil }
        var zeros = (even: 0, odd: 0)
        for at in 0..<count where base[at] == 0 {
            if at % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd * 4 > count, zeros.even == 0 { return .utf16LE }
        if zeros.even * 4 > count, zeros.odd == 0 { return .utf16BE }
        return nil
    }

    /// Every sequence is one of GB18030's (one, two or four bytes), and most two-byte ones are symbols or the 3,755
    /// common characters of GB 2312's first level.
    private static func isGB18030(_ base: UnsafePointer<UInt8>, _ count: Int, isWhole: Bool) -> Bool {
        var at = 0
        var common = 0
        var pairs = 0
        while at < count {
            let lead = base[at]
            if lead < 0x80 {
                at += 1
                continue
            }
            if lead == 0x80 || lead == 0xFF { return false }
            if at + 1 >= count { return !isWhole && pairs > 0 && common * 10 >= pairs * 7 }
            let trail = base[at + 1]
            if trail >= 0x30, trail <= 0x39 {
                if at + 3 >= count { break }
                guard base[at + 2] >= 0x81, base[at + 2] <= 0xFE, base[at + 3] >= 0x30, base[at + 3] <= 0x39 else {
                    return false
                }
                at += 4
                continue
            }
            guard trail >= 0x40, trail != 0x7F, trail <= 0xFE else { return false }
            pairs += 1
            if trail >= 0xA1, (lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3) { common += 1 }
            at += 2
        }
        return pairs > 0 && common * 10 >= pairs * 7
    }

    /// High bytes are rare, most are letters of Western Europe, and no more than three stand together (`Größe`).
    private static func isWesternEuropean(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var high = 0
        var letters = 0
        var run = 0
        for at in 0..<count {
            let byte = base[at]
            if byte < 0x80 {
                run = 0
                continue
            }
            if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { return false }
            high += 1
            run += 1
            if byte >= 0xC0 { letters += 1 }
            if run > 3 { return false }
        }
        return high * 10 <= count && letters * 10 >= high * 7
    }
}
