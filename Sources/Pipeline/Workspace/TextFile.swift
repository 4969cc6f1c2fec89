import Catalogues
import Feeds
import Glibc

/// A small text file of the workspace, whole.
enum TextFile {
    /// No file that a person writes comes near it.
    private static let sizeLimit = 1 << 20

    /// Its text without a byte order mark.
    ///
    /// - Throws: a `FeedError` that says why it cannot be read.
    /// - Parameter name: how messages call it.
    static func read(_ path: String, name: String) throws(FeedError) -> String {
        guard let file = fopen(path, "rbe") else {
            throw FeedError(
                Place(file: name), "cannot be read: \(String(cString: strerror(errno)))",
                remedy: "Check the path and the rights of the file.")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 14)
        while bytes.count <= sizeLimit {
            let count = fread(&block, 1, block.count, file)
            if count == 0 { break }
            bytes += block[..<count]
        }
        guard ferror(file) == 0 else {
            throw FeedError(Place(file: name), "cannot be read", remedy: "Give a file, not a folder.")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard bytes.count <= sizeLimit, let text = String(validating: bytes, as: UTF8.self) else {
            throw FeedError(Place(file: name), "this is no text in UTF-8", remedy: "Save it as UTF-8 in your editor.")
        }
        return text
    }

    /// Whether anybody but its owner may read a file; nil if there is no such file.
    static func isOpenToOthers(_ path: String) -> Bool? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return status.st_mode & 0o077 != 0
    }
}
