import Dispatch
import Glibc
import Synchronization

/// The folder that a run's files go to: the set is written whole or not at all.
///
/// They are written into a fresh sub-folder and then renamed one by one, `report.json` last: whoever sees that file's
/// new version sees the others', too. Only files of these names are ever replaced.
package enum OutputFolder {
    package typealias Sink = (UnsafeRawBufferPointer) throws -> Void
    package typealias Write = (_ sink: @escaping Sink) throws -> Void

    /// Writes the files beside each other, since none needs another; of several that fail, the first is told.
    package static func write(
        to folder: String,
        _ files: [(name: String, write: @Sendable (_ sink: @escaping Sink) throws -> Void)]
    ) throws {
        try Folders.make(folder) { failure("the output folder \($0) cannot be made") }
        let fresh = folder + "/.specsync-\(getpid())"
        guard mkdir(fresh, 0o755) == 0 else { throw failure("the output folder \(folder) cannot be written") }
        let names = files.map(\.name)
        do {
            let errors = Mutex<[Int: any Error]>([:])
            DispatchQueue.concurrentPerform(iterations: files.count) { index in
                do {
                    try file(fresh + "/" + files[index].name, files[index].write)
                } catch {
                    errors.withLock { $0[index] = error }
                }
            }
            if let first = errors.withLock({ errors in errors.min { $0.key < $1.key }?.value }) { throw first }
            for name in names where isFolder(folder + "/" + name) {
                errno = EISDIR
                throw failure("\(folder)/\(name) cannot be replaced")
            }
            for name in names.filter({ $0 != "report.json" }) + names.filter({ $0 == "report.json" }) {
                guard rename(fresh + "/" + name, folder + "/" + name) == 0 else {
                    throw failure("\(folder)/\(name) cannot be replaced")
                }
            }
        } catch {
            for name in names { unlink(fresh + "/" + name) }
            rmdir(fresh)
            throw error
        }
        rmdir(fresh)
    }

    /// Writes one file beside its place and puts it there when it is whole.
    package static func replace(_ path: String, _ write: Write) throws {
        let fresh = path + ".specsync-\(getpid())"
        try file(fresh, write)
        guard rename(fresh, path) == 0 else {
            unlink(fresh)
            throw failure("\(path) cannot be replaced")
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func file(_ path: String, _ write: Write) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("\(path) cannot be written") }
        do {
            try write { bytes in
                guard writeAll(bytes, to: descriptor) else { throw failure("\(path) cannot be written") }
            }
        } catch {
            close(descriptor)
            unlink(path)
            throw error
        }
        guard close(descriptor) == 0 else { throw failure("\(path) cannot be written") }
    }

    private static func failure(_ message: String) -> RunError {
        RunError(
            "error: \(message): \(String(cString: strerror(errno)))\n  Choose another folder with --out, or free the disk."
        )
    }
}
