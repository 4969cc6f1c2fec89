/// One header of a mail: its words are folded so that no line is longer than 76 characters where it can be helped.
struct HeaderText {
    private static let width = 76
    /// Letters of one encoded word at most; with it, the longest name of a header of ours fits into the first line.
    private static let wordBytes = 36

    private(set) var bytes: [UInt8]
    private var column: Int

    /// - Parameter name: `Subject`
    init(_ name: String) {
        bytes = Array(name.utf8) + [0x3A]
        column = bytes.count
    }

    /// Adds text that a person wrote, in RFC 2047's encoded words if it is not plain ASCII.
    mutating func add(text: String) {
        let line = Self.oneLine(text)
        if line.isEmpty { return }
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        if line.utf8.allSatisfy({ $0 < 0x80 }), !line.contains("=?"), !words.contains(where: { $0.utf8.count > 60 }) {
            for word in words { add(word: word.utf8) }
        } else {
            for part in Self.parts(of: line, limit: Self.wordBytes) {
                add(word: Array("=?UTF-8?B?".utf8) + Base64.encoded(part[...]) + Array("?=".utf8))
            }
        }
    }

    /// Adds what must not be taken apart, behind a blank or at the beginning of a new line.
    mutating func add(word: some Collection<UInt8>) {
        if column + 1 + word.count > Self.width, column > 0 {
            bytes += [0x0D, 0x0A]
            column = 0
        }
        bytes.append(0x20)
        bytes += word
        column += 1 + word.count
    }

    /// With CR LF at its end.
    var line: [UInt8] { bytes + [0x0D, 0x0A] }

    /// The text without line ends and control characters, with which one could write headers of one's own.
    static func oneLine(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl =
                scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
            if !isControl, scalar != " " {
                result.append(scalar)
            } else if let last = result.last, last != " " {
                result.append(" ")
            }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// The text in pieces of at most `limit` bytes, none of which ends within a character.
    static func parts(of text: String, limit: Int) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var part: [UInt8] = []
        func add(_ bytes: [UInt8]) {
            if part.count + bytes.count > limit, !part.isEmpty {
                parts.append(part)
                part = []
            }
            part += bytes
        }
        for character in text {
            let bytes = Array(character.utf8)
            // A letter under a heap of accents is taken apart between these.
            if bytes.count <= limit {
                add(bytes)
            } else {
                for scalar in character.unicodeScalars { add(Array(scalar.utf8)) }
            }
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }
}
