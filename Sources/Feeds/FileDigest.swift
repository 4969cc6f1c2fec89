import CXXHash

/// A fingerprint of a file's bytes, so that a report can say what it was made from.
///
/// XXH64, as `xxhsum -H64` prints it: it tells files apart at memory speed, where SHA-256 would cost as much as all of
/// the reading. It does not protect against forgery, and nothing here relies on that. Whoever reads the file adds its
/// bytes as they come, so that it is read once.
final class FileDigest {
    private let state = XXH64_createState()
    /// How many bytes it is of.
    private(set) var bytes = 0

    init() { XXH64_reset(state, 0) }

    deinit { XXH64_freeState(state) }

    func add(_ text: UnsafeRawPointer, _ count: Int) {
        XXH64_update(state, text, count)
        bytes += count
    }

    var text: String {
        let digits = String(XXH64_digest(state), radix: 16)
        return "xxh64:" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}
