package import Catalogues
import Glibc

/// Where a source's feed comes from, as its setting says it.
package enum FeedPlace: Hashable, Sendable {
    /// One file of this machine.
    case file(String)
    /// The newest of the files whose names fit; `*` stands for any signs but `/`.
    case pattern(String)
    /// http, https, ftp, ftps or sftp.
    case remote(String)

    private static let schemes = ["http", "https", "ftp", "ftps", "sftp"]

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

/// A file of this machine that a feed's setting leads to.
package struct FoundFeed: Hashable, Sendable {
    package var path: String
    /// When it was last written, by the clock on the wall.
    package var modified: Moment
    package var bytes: Int
}

extension FeedPlace {
    /// The file that counts now: of a pattern the one that was written last, of several the last by name. Files whose
    /// names begin with a dot, and folders, do not count.
    ///
    /// - Throws: a `RunError` if there is none.
    /// - Returns: nil for a remote feed.
    package func newest() throws(RunError) -> FoundFeed? {
        switch self {
        case .remote: return nil
        case .file(let path):
            if let found = Self.look(path) { return found.file }
            let reason =
                errno == ENOENT ? "the file is not there" : "cannot be read: \(String(cString: strerror(errno)))"
            throw RunError("\(path): error: \(reason)\n  Put it there, or mend “feed” in \(Workspace.fileName).")
        case .pattern(let pattern):
            let found = Self.fitting(pattern).compactMap { Self.look($0) }.filter { !$0.isFolder }
            guard
                let newest = found.max(by: {
                    ($0.seconds, $0.nanoseconds, $0.file.path) < ($1.seconds, $1.nanoseconds, $1.file.path)
                })
            else {
                throw RunError(
                    "\(pattern): error: no file fits this pattern\n  Put one there, or mend “feed” in \(Workspace.fileName)."
                )
            }
            return newest.file
        }
    }

    private static func look(_ path: String) -> (file: FoundFeed, seconds: Int, nanoseconds: Int, isFolder: Bool)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let time = status.st_mtim
        return (
            FoundFeed(path: path, modified: Moment(system: time.tv_sec), bytes: Int(status.st_size)), time.tv_sec,
            time.tv_nsec, status.st_mode & S_IFMT == S_IFDIR
        )
    }

    /// The paths that fit a pattern. A `*` may stand in any part of it.
    private static func fitting(_ pattern: String) -> [String] {
        var paths = [pattern.hasPrefix("/") ? "/" : ""]
        for part in pattern.split(separator: "/") {
            paths = paths.flatMap { folder -> [String] in
                guard part.contains("*") else { return [folder + part] }
                return names(in: folder.isEmpty ? "." : folder).filter { !$0.hasPrefix(".") && fits($0[...], part) }
                    .map { folder + $0 }
            }.map { $0 + "/" }
        }
        return paths.map { String($0.dropLast()) }
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
                })
        }
        return names
    }

    static func fits(_ name: Substring, _ pattern: Substring) -> Bool {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return name == pattern }
        guard name.hasPrefix(first), name.dropFirst(first.count).hasSuffix(last) else { return false }
        var rest = name.dropFirst(first.count).dropLast(last.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            while !rest.hasPrefix(piece) {
                if rest.isEmpty { return false }
                rest.removeFirst()
            }
            rest.removeFirst(piece.count)
        }
        return true
    }
}
