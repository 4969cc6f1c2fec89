import Foundation

/// One of the scripts in Tests/Servers, running on loopback until this value is gone or the test crashes.
package final class LoopbackServer {
    package struct NotStarted: Error, CustomStringConvertible {
        package var description: String
    }

    /// Which script.
    package enum Kind: String, Sendable {
        case mail = "smtp_server.py"
        case web = "http_server.py"
        case ftp = "ftp_server.py"
        case sftp = "sftp_server.py"
    }

    package let port: Int
    private let process: pid_t
    /// The server's stdin and stdout. While it is open, the server runs.
    private let lifeline: Int32

    /// Starts the script, and waits until it is ready.
    package init(_ kind: Kind, _ arguments: [String]) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Servers").appending(path: kind.rawValue).path
        // Both are closed in other children, or this server would wait for their end, too.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        var ends: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw NotStarted(description: "no socket: \(String(cString: strerror(errno)))")
        }
        defer { close(ends[1]) }
        lifeline = ends[0]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        let words = (["/usr/bin/python3", script] + arguments).map { (word: String) in strdup(word) }
        let settings = ["PATH=/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE=1"].map { (setting: String) in strdup(setting) }
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, "/usr/bin/python3", &actions, nil, words + [nil], settings + [nil])
        self.process = process
        guard failure == 0 else {
            throw NotStarted(description: "/usr/bin/python3: \(String(cString: strerror(failure)))")
        }
        close(ends[1])
        ends[1] = -1
        port = Self.line(of: lifeline).flatMap { Int($0) } ?? 0
        if port == 0 { throw NotStarted(description: "\(script) did not start; its complaint is on stderr") }
    }

    deinit {
        close(lifeline)
        guard process > 0 else { return }
        kill(process, SIGTERM)
        waitpid(process, nil, 0)
    }

    /// The first line; nil if there is none within half a minute.
    private static func line(of descriptor: Int32) -> String? {
        var bytes: [UInt8] = []
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        var byte: UInt8 = 0
        while poll(&waiting, 1, 30_000) > 0, read(descriptor, &byte, 1) == 1 {
            if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }
}
