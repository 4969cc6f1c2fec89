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

    /// A run that may still be under way.
    final class Running {
        private let folder: TemporaryFolder
        private var process: pid_t
        private let deadline: ContinuousClock.Instant
        private var isTimedOut = false
        private var answer: Answer?

        /// Starts `specsync` with these arguments.
        ///
        /// - Parameters:
        ///   - limit: seconds after which it is ended: then it hangs.
        ///   - environment: variables besides those of every run.
        ///   - from: the folder that it runs in; nil = the tests' own.
        init(_ arguments: [String], limit: Int, environment: [String: String], from place: String?) throws {
            guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt() }
            folder = try TemporaryFolder()
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, folder.path("stdout"), O_WRONLY | O_CREAT, 0o600)
            posix_spawn_file_actions_addopen(&actions, 2, folder.path("stderr"), O_WRONLY | O_CREAT, 0o600)
            // `env` goes there, and becomes the program.
            let words = ((place.map { ["/usr/bin/env", "-C", $0] } ?? []) + [path] + arguments).map { strdup($0) }
            // A crash should show as one, not as a back trace that takes its time.
            let variables = ["SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
                .merging(environment) { _, new in new }
            let settings = variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
            defer { for word in words + settings { free(word) } }
            process = 0
            deadline = ContinuousClock.now + .seconds(limit)
            let failure = posix_spawn(&process, words[0]!, &actions, nil, words + [nil], settings + [nil])
            guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        }

        deinit { if answer == nil { _ = try? end() } }

        /// What it left behind, if it has ended.
        func look() throws -> Answer? {
            if let answer { return answer }
            if ContinuousClock.now > deadline {
                isTimedOut = true
                kill(process, SIGKILL)
            }
            var status: Int32 = 0
            var usage = rusage()
            guard wait4(process, &status, WNOHANG, &usage) != 0 else { return nil }
            answer = Answer(
                code: status & 0x7F == 0 ? status >> 8 & 0xFF : nil, output: try folder.bytes("stdout"),
                errors: String(decoding: try folder.bytes("stderr"), as: UTF8.self),
                peakMemory: usage.ru_maxrss * 1024, isTimedOut: isTimedOut)
            return answer
        }

        func wait() throws -> Answer {
            while true {
                if let answer = try look() { return answer }
                usleep(2000)
            }
        }

        /// Ends it as a power cut does.
        func end() throws -> Answer {
            kill(process, SIGKILL)
            return try wait()
        }
    }

    /// Runs `specsync` with these arguments, and ends it after `limit` seconds: then it hangs.
    static func run(
        _ arguments: [String], limit: Int = 30, environment: [String: String] = [:], from place: String? = nil
    ) throws -> Answer {
        try Running(arguments, limit: limit, environment: environment, from: place).wait()
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
