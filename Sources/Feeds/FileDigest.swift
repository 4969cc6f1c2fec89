import CXXHash
import Catalogues
import Glibc

/// A fingerprint of a file's bytes, so that a report can say what it was made from.
///
/// XXH64, as `xxhsum -H64` prints it: it tells files apart at memory speed, where SHA-256 would cost as much as all of
/// the reading. It does not protect against forgery, and nothing here relies on that.
enum FileDigest {
    static func of(_ path: String, name: String) throws(FeedError) -> (digest: String, bytes: Int) {
        let (descriptor, _) = try FeedFile.open(path, name: name)
        defer { close(descriptor) }
        guard let state = XXH64_createState() else { return ("", 0) }
        defer { XXH64_freeState(state) }
        XXH64_reset(state, 0)
        let room = UnsafeMutableRawPointer.allocate(byteCount: 256 << 10, alignment: 64)
        defer { room.deallocate() }
        var bytes = 0
        while true {
            let got = read(descriptor, room, 256 << 10)
            if got < 0 { throw FeedFile.unreadable(name, errno) }
            if got == 0 { break }
            XXH64_update(state, room, got)
            bytes += got
        }
        let digits = String(XXH64_digest(state), radix: 16)
        return ("xxh64:" + String(repeating: "0", count: 16 - digits.count) + digits, bytes)
    }
}
