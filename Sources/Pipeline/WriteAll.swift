import Glibc

/// Writes all bytes to a descriptor, however many pieces the system takes them in.
///
/// - Returns: whether all went out; if not, `errno` says why.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var left = bytes
    while left.count > 0 {
        let count = write(descriptor, left.baseAddress, left.count)
        if count < 0 {
            if errno == EINTR { continue }
            return false
        }
        left = UnsafeRawBufferPointer(rebasing: left[count...])
    }
    return true
}
