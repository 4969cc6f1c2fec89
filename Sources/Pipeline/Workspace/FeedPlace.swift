/// Where a source's feed comes from, as its setting says it.
package enum FeedPlace: Hashable, Sendable {
    /// One file of this machine.
    case file(String)
    /// The newest of the files whose names fit; `*` stands for any signs but `/`.
    case pattern(String)
    /// http, https, ftp, ftps, ftpes or sftp.
    case remote(String)

    private static let schemes = ["http", "https", "ftp", "ftps", "ftpes", "sftp"]

    /// - Parameter feed: the setting, its path already complete (see `Workspace.place(of:)`).
    package init(_ feed: String) {
        if Self.scheme(feed) != nil {
            self = .remote(feed)
        } else {
            self = feed.contains("*") ? .pattern(feed) : .file(feed)
        }
    }

    /// Why a setting is no feed, and what to do; nil if it is one. No password is repeated.
    static func fault(_ feed: String) -> (message: String, remedy: String)? {
        if feed.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return ("“feed” holds a line break or another control character", "Write it on one line.")
        }
        guard let scheme = scheme(feed) else { return nil }
        guard schemes.contains(scheme) else {
            return (
                "feeds cannot be fetched over “\(scheme)://”",
                "It can be: a path, a pattern (feeds/*.csv), \(schemes.map { $0 + "://" }.joined(separator: ", "))."
            )
        }
        let rest = feed.dropFirst(scheme.count + 3)
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if host.contains("@") {
            return (
                host.contains(":") && host.firstIndex(of: ":")! < host.firstIndex(of: "@")!
                    ? "the address holds a password, which must not stand in this file"
                    : "the address holds a user's name",
                "Take it out of the address, and write “user: …” and “password from: NAME” (an environment variable, or a line NAME=… in specsync.env)."
            )
        }
        if host.isEmpty || rest.contains(where: \.isWhitespace) {
            return ("the address names no server, or has blanks in it", "Write it as in https://example.com/feed.xml.")
        }
        if !scheme.hasPrefix("http"), rest.contains("*") {
            return (
                "a pattern finds files of this machine only, not of a server",
                "Name one file, or have the files copied here."
            )
        }
        return nil
    }

    /// The part before `://` in small letters; nil for a path.
    private static func scheme(_ feed: String) -> String? {
        let scheme = feed.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        return !scheme.isEmpty && feed.dropFirst(scheme.count).hasPrefix("://") ? scheme.lowercased() : nil
    }

    /// The address without what may be secret in it: user, password, and all behind `?`. A path is shown as it is.
    package var shown: String {
        switch self {
        case .file(let path), .pattern(let path): return path
        case .remote(let address):
            guard let scheme = Self.scheme(address) else { return address }
            var rest = address.dropFirst(scheme.count + 3)
            let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            if let at = host.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
            let plain = rest.prefix { $0 != "?" && $0 != "#" }
            return scheme + "://" + plain + (plain.count < rest.count ? "?…" : "")
        }
    }
}
