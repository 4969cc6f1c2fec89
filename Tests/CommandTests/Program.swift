import Foundation

/// The release program, run as a person or a cron job runs it.
enum Program {
    /// The folder that holds `Package.swift`.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let path = repository.appending(path: ".build/release/specsync").path

    /// What a run left behind.
    struct Answer {
        /// The exit code; nil if a signal ended the program, as a crash does.
        var code: Int32?
        var output: [UInt8]
        var errors: String
        /// The most memory that it held at one time, in bytes.
        var peakMemory: Int
        var isTimedOut: Bool

        var text: String { String(decoding: output, as: UTF8.self) }
        var errorLines: [String] { errors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    struct NotBuilt: Error, CustomStringConvertible {
        var description: String { "\(Program.path) is not there: run “make build” first" }
    }

    /// Runs `specsync` with these arguments, and ends it after `limit` seconds: then it hangs.
    static func run(_ arguments: [String], limit: Int = 30) throws -> Answer {
        guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt() }
        let folder = try TemporaryFolder()
        let output = folder.path("stdout")
        let errors = folder.path("stderr")

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        let words = ([path] + arguments).map { strdup($0) }
        // A crash should show as one, not as a back trace that takes its time.
        let environment = ["SWIFT_BACKTRACE=enable=no", "PATH=/usr/bin:/bin", "LANG=C.UTF-8"]
        let settings = environment.map { (setting: String) in strdup(setting) }
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, path, &actions, nil, words + [nil], settings + [nil])
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }

        let deadline = ContinuousClock.now + .seconds(limit)
        var status: Int32 = 0
        var usage = rusage()
        var isTimedOut = false
        while wait4(process, &status, WNOHANG, &usage) == 0 {
            if ContinuousClock.now > deadline {
                isTimedOut = true
                kill(process, SIGKILL)
            }
            usleep(2000)
        }
        return Answer(
            code: status & 0x7F == 0 ? status >> 8 & 0xFF : nil, output: try folder.bytes("stdout"),
            errors: String(decoding: try folder.bytes("stderr"), as: UTF8.self),
            peakMemory: usage.ru_maxrss * 1024, isTimedOut: isTimedOut)
    }
}

/// A folder that is gone when the test is.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "specsync-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: name))) }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: url.appending(path: name))
        return path(name)
    }

    /// The names in it or in a folder inside it, sorted.
    func names(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
    }
}
