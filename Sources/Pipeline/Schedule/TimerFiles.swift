import Glibc

/// The files of a schedule in the user's systemd folder.
package struct TimerFiles: Sendable {
    /// `~/.config/systemd/user`
    package let folder: String
    package let name: String

    package init(of schedule: Schedule) throws(RunError) {
        folder = try Self.userFolder()
        name = schedule.name
    }

    package init(folder: String, name: String) {
        self.folder = folder
        self.name = name
    }

    package var service: String { "\(folder)/\(name).service" }
    package var timer: String { "\(folder)/\(name).timer" }
    /// What `systemctl enable` leaves.
    private var link: String { "\(folder)/timers.target.wants/\(name).timer" }

    package func write(_ schedule: Schedule) throws {
        try Folders.make(folder)
        for (path, text) in [(service, schedule.service), (timer, schedule.timer)] {
            try OutputFolder.replace(path) { sink in
                var text = text
                try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
            }
        }
    }

    /// - Returns: the files that were there and are gone now.
    package func remove() throws(RunError) -> [String] {
        var gone: [String] = []
        for path in [link, timer, service] {
            if unlink(path) == 0 {
                gone.append(path)
            } else if errno != ENOENT {
                throw RunError(
                    "\(path): error: cannot be removed: \(String(cString: strerror(errno)))\n  Remove it yourself.")
            }
        }
        return gone
    }

    /// Whether the timer is there; whether it is also enabled.
    package var state: (isThere: Bool, isEnabled: Bool) {
        var status = stat()
        return (access(timer, F_OK) == 0, lstat(link, &status) == 0)
    }

    /// The text of both files, as they are.
    package func text() throws(RunError) -> String {
        "# \(timer)\n" + (try Credentials.text(of: timer)) + "\n# \(service)\n" + (try Credentials.text(of: service))
    }

    /// Where systemd looks for a user's own units.
    private static func userFolder() throws(RunError) -> String {
        if let path = variable("XDG_CONFIG_HOME"), path.hasPrefix("/") { return path + "/systemd/user" }
        if let path = variable("HOME"), path.hasPrefix("/") { return path + "/.config/systemd/user" }
        throw RunError("error: your home folder is not known\n  Set HOME, or use “specsync schedule install --cron”.")
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// The program that runs, and others that it starts.
package enum Programs {
    /// The path of the running program itself.
    package static func own() throws(RunError) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { throw RunError("error: the program does not know where it lies\n  Is /proc mounted?") }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Runs a program that is sought in PATH, and waits for it.
    ///
    /// - Returns: its exit code; nil if it could not be started or was ended by a signal.
    package static func run(_ words: [String]) -> Int32? {
        let copies = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, words[0], nil, nil, copies + [nil], environ) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    }
}
