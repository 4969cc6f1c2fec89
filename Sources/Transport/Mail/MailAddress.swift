/// Whom a mail is from or goes to: `SpecSync <specsync@example.com>` or the address alone.
package struct MailAddress: Hashable, Sendable {
    /// May be empty.
    package let name: String
    /// `specsync@example.com`
    package let address: String

    /// - Throws: `badMailAddress`, which names the text.
    package init(_ text: String) throws(TransportError) {
        let line = HeaderText.oneLine(text)
        var name = ""
        var address = line[...]
        if line.hasSuffix(">"), let start = line.lastIndex(of: "<") {
            address = line[line.index(after: start)...].dropLast()
            name = HeaderText.oneLine(String(line[..<start]))
            if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") {
                name = Self.withoutEscapes(name.dropFirst().dropLast())
            }
        }
        // A line end in an address is no slip of the pen: it is refused, not mended.
        let isOneLine = !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        guard isOneLine, Self.isAddress(address) else {
            throw TransportError(
                .badMailAddress, "“\(line.prefix(200))”", "this is not a mail address",
                remedy: "Write it as name@example.com or Name <name@example.com>; one address for each entry.")
        }
        self.name = name
        self.address = String(address)
    }

    /// Adds it to a header.
    func add(to header: inout HeaderText, isLast: Bool) {
        let end = isLast ? "" : ","
        if name.isEmpty { return header.add(word: (address + end).utf8) }
        let isPlain = name.utf8.allSatisfy { $0 == 0x20 || Self.isAtom($0) }
        if isPlain || name.utf8.contains(where: { $0 >= 0x80 }) {
            header.add(text: name)
        } else {
            let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            header.add(word: "\"\(escaped)\"".utf8)
        }
        header.add(word: "<\(address)>\(end)".utf8)
    }

    private static func isAddress(_ text: Substring) -> Bool {
        guard let at = text.lastIndex(of: "@") else { return false }
        let local = text[..<at].utf8
        let parts = local.split(separator: 0x2E, omittingEmptySubsequences: false)
        let domain = text[text.index(after: at)...].utf8
        let labels = domain.split(separator: 0x2E, omittingEmptySubsequences: false)
        return local.count <= 64 && domain.count <= 253
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtom) }
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
                    && label.allSatisfy { $0 == 0x2D || isLetterOrDigit($0) }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// A byte that RFC 5322 lets stand outside of quotes.
    private static func isAtom(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func withoutEscapes(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }
}
