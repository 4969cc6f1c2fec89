/// What an e-mail address looks like, as far as it can be told without sending.
enum MailAddress {
    /// `wang@example.com`
    static func isBare(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && !parts[1].contains("..")
            && parts[1].first != "." && parts[1].last != "."
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x7F && !"<>,;:\"()[]\\".unicodeScalars.contains($0)
                    && !$0.properties.isWhitespace
            }
    }

    /// `SpecSync <specsync@example.com>`, or an address alone.
    static func isNamed(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { return false }
        guard text.last == ">", let open = text.lastIndex(of: "<") else { return isBare(text) }
        let name = text[..<open]
        return !name.contains("<") && !name.contains(">") && isBare(String(text[text.index(after: open)...].dropLast()))
    }
}
