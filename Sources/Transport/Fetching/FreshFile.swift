import Glibc

/// A file that is written beside its place, and put there when it is whole. Until then what stood there stays.
final class FreshFile {
    private let path: String
    /// One name for all attempts: what a crash left is written over by the next one.
    private let fresh: String
    private var descriptor: Int32
    private(set) var count = 0
    /// The `errno` of what failed, else 0.
    private(set) var failure: Int32 = 0

    init(_ path: String) throws(TransportError) {
        self.path = path
        fresh = path + ".part"
        descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        if descriptor < 0 {
            failure = errno
            throw error()
        }
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(fresh)
        }
    }

    /// False if the disk does not take it; `failure` then says why.
    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var written = 0
        while written < bytes.count {
            let step = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
            if step < 0, errno == EINTR { continue }
            if step <= 0 {
                failure = step < 0 ? errno : ENOSPC
                return false
            }
            written += step
        }
        count += written
        return true
    }

    /// Puts the file to its place, where it also is after the machine has lost its power.
    func commit() throws(TransportError) {
        guard fsync(descriptor) == 0, rename(fresh, path) == 0 else {
            failure = errno
            throw error()
        }
        close(descriptor)
        descriptor = -1
    }

    func error() -> TransportError {
        TransportError(
            .cannotWrite, path, "the file cannot be written: \(String(cString: strerror(failure)))",
            remedy: "Free the disk, or give yourself permission to write there.")
    }
}
