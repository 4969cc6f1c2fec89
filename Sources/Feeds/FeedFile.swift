import Catalogues
import Glibc

/// Opening the files of a run, with messages a person can act on.
enum FeedFile {
    static func open(_ path: String, name: String) throws(FeedError) -> (descriptor: Int32, size: Int) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw unreadable(name, errno) }
        var status = stat()
        fstat(descriptor, &status)
        if status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw FeedError(
                Place(file: name), "this is a folder, not a file", remedy: "Name the catalogue file inside it.")
        }
        return (descriptor, Int(status.st_size))
    }

    static func unreadable(_ name: String, _ code: Int32) -> FeedError {
        let message = String(cString: strerror(code))
        let remedy: String
        switch code {
        case ENOENT: remedy = "Check the path; nothing of that name is there."
        case EACCES, EPERM: remedy = "Give yourself permission to read it (chmod u+r), or run as a user who may."
        default: remedy = "Check the disk or network drive it lies on."
        }
        return FeedError(Place(file: name), "cannot be read: \(message)", remedy: remedy)
    }

    /// The first `limit` bytes of a file, and whether that is all of it.
    static func beginning(of path: String, name: String, limit: Int) throws(FeedError) -> (
        bytes: [UInt8], isWhole: Bool
    ) {
        let (descriptor, _) = try open(path, name: name)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var count = 0
        while count < limit {
            let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + count, limit - count) }
            if got < 0 { throw unreadable(name, errno) }
            if got == 0 { break }
            count += got
        }
        bytes.removeLast(limit - count)
        return (bytes, count < limit)
    }
}
