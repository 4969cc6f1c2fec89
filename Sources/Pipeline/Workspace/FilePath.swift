import Glibc

/// Paths as texts; no disk is asked, so that a link stays the link that somebody named.
enum FilePath {
    /// The whole path from `/` without `.` and `..`.
    static func absolute(_ path: String, from folder: String = current) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// A path as it counts from a folder where it lies below or beside it, else whole.
    static func relative(_ path: String, to folder: String) -> String {
        let path = absolute(path)
        let folder = absolute(folder)
        if let below = inside(path, folder) { return below }
        let parent = absolute("..", from: folder)
        if parent != "/", let beside = inside(path, parent) { return "../" + beside }
        return path
    }

    private static func inside(_ path: String, _ folder: String) -> String? {
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        return path.hasPrefix(start) && path != start ? String(path.dropFirst(start.count)) : nil
    }

    static var current: String {
        guard let buffer = getcwd(nil, 0) else { return "/" }
        defer { free(buffer) }
        return String(cString: buffer)
    }

    /// The last part of a path or address, without what follows its last dot.
    static func stem(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
        return String(name[..<dot])
    }
}
