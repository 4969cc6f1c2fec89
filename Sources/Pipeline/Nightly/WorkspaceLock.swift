import Glibc

/// Sees that one run at a time works in a workspace. The system lets go of it when the program ends, however it ends.
final class WorkspaceLock {
    private let descriptor: Int32

    init(folder: String) throws {
        try Folders.make(folder)
        let path = folder + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Folders.failure("\(path) cannot be opened") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw RunError(
                "error: another run is at work in this workspace\n  Wait until it has ended; it is the process that holds \(path)."
            )
        }
    }

    deinit { close(descriptor) }
}
