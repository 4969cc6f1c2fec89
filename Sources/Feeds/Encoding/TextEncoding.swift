/// The encodings that catalogues come in.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16LE = "UTF-16LE"
    case utf16BE = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "BIG5"
    case windows1252 = "WINDOWS-1252"
    case windows1251 = "WINDOWS-1251"
    case windows1250 = "WINDOWS-1250"
    case latin1 = "ISO-8859-1"
    case latin2 = "ISO-8859-2"
    case latinCyrillic = "ISO-8859-5"
    case latin5 = "ISO-8859-9"
    case latin9 = "ISO-8859-15"
    case shiftJIS = "SHIFT_JIS"

    /// The encoding that people call `name`: `gbk`, `UTF-16`, `latin1`, `cp1252`.
    package init?(named name: String) {
        let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
        let others: [String: TextEncoding] = [
            "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030, "utf16": .utf16LE, "latin1": .latin1,
            "latin2": .latin2, "cp1252": .windows1252, "cp1251": .windows1251, "cp1250": .windows1250,
            "cp950": .big5, "sjis": .shiftJIS, "ansi": .windows1252, "unicode": .utf16LE,
        ]
        let known = Self.allCases.first { $0.rawValue.lowercased().filter { $0.isLetter || $0.isNumber } == key }
        guard let encoding = known ?? others[key] else { return nil }
        self = encoding
    }
}
