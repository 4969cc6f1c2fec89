import CLibCurl

/// An address as libcurl understands it: whoever reads it otherwise may be led to another host.
struct Address {
    /// In lower case: `https`.
    var scheme: String
    var host: String
    /// nil = the scheme's usual one.
    var port: Int?
    /// A user or a password stands in it.
    var hasCredentials: Bool
    /// The whole of it, with what may not stand in an address (blanks, 中文) percent-encoded.
    var encoded: String
    /// For people: without credentials, and without the query, in which passwords are found, too.
    var shown: String

    /// nil = it is no address.
    init?(_ text: String) {
        guard let parts = curl_url() else { return nil }
        defer { curl_url_cleanup(parts) }
        let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE | CURLU_ALLOW_SPACE)
        guard curl_url_set(parts, CURLUPART_URL, text, flags) == CURLUE_OK,
            let scheme = Self.part(parts, CURLUPART_SCHEME), let encoded = Self.part(parts, CURLUPART_URL)
        else { return nil }
        self.scheme = scheme
        self.encoded = encoded
        host = Self.part(parts, CURLUPART_HOST) ?? ""
        port = Self.part(parts, CURLUPART_PORT).flatMap { Int($0) }
        hasCredentials = Self.part(parts, CURLUPART_USER) != nil || Self.part(parts, CURLUPART_PASSWORD) != nil
        let hasQuery = Self.part(parts, CURLUPART_QUERY) != nil
        for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_QUERY, CURLUPART_FRAGMENT] {
            curl_url_set(parts, part, nil, 0)
        }
        shown = (Self.part(parts, CURLUPART_URL) ?? "\(scheme)://\(host)/…") + (hasQuery ? "?…" : "")
    }

    /// A text that may be an address, as people may see it.
    static func shown(_ text: String) -> String {
        if let address = Address(text) { return address.shown }
        // What libcurl does not understand may still hold a password before the last @.
        guard let end = text.lastIndex(of: "@") else { return String(text.prefix { $0 != "?" }) }
        return "…" + text[end...].prefix { $0 != "?" }
    }

    /// The machine itself: nothing that is said to it leaves it.
    var isLoopback: Bool { Self.isLoopback(host) }

    static func isLoopback(_ host: String) -> Bool {
        if host.lowercased() == "localhost" || host == "::1" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func part(_ parts: OpaquePointer, _ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
