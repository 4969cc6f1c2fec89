import Glibc

/// Sees that one run at a time works in a workspace. The system lets go of it when the program ends, however it ends.
final class WorkspaceLock {
    private let descriptor: Int32

    /// - Parameter patience: seconds to wait for one that looks into the workspace for a moment only.
    init(folder: String, patience: Int = 0) throws {
        try Folders.make(folder)
        let path = folder + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Folders.failure("\(path) cannot be opened") }
        var left = patience * 20
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if left > 0 {
                left -= 1
                usleep(50_000)
                continue
            }
            close(descriptor)
            throw RunError(
                "error: another run is at work in this workspace\n  Wait until it has ended; it is the process that holds \(path)."
            )
        }
    }

    deinit { close(descriptor) }
}
