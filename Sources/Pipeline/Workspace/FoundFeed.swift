package import Catalogues
import Glibc

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
            throw RunError("\(path): error: \(reason)\n  Put it there, or name another as the feed.")
        case .pattern(let pattern):
            let found = Self.fitting(pattern).compactMap { Self.look($0) }.filter { !$0.isFolder }
            guard
                let newest = found.max(by: {
                    ($0.seconds, $0.nanoseconds, $0.file.path) < ($1.seconds, $1.nanoseconds, $1.file.path)
                })
            else {
                throw RunError(
                    "\(pattern): error: no file fits this pattern\n  Put one there, or name another pattern as the feed."
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
                return Folders.names(in: folder.isEmpty ? "." : folder).filter {
                    !$0.hasPrefix(".") && fits($0[...], part)
                }
                .map { folder + $0 }
            }.map { $0 + "/" }
        }
        return paths.map { String($0.dropLast()) }
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
