import Catalogues
import Glibc

/// When a workspace's nightly run starts, as the texts that systemd and cron take.
package struct Schedule: Sendable {
    /// The workspace's folder, from `/`.
    package let folder: String
    /// The program, from `/`.
    package let program: String
    /// Seconds after midnight.
    package let at: Int64

    /// - Throws: a `RunError` if a path holds a line break, which no unit file and no crontab can.
    package init(folder: String, program: String, at: Int64) throws(RunError) {
        self.folder = FilePath.absolute(folder)
        self.program = program
        self.at = at
        for path in [self.folder, program]
        where path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw RunError(
                "error: the path \(Shell.quoted(path)) holds a line break or another control character\n  Rename the folder."
            )
        }
    }

    /// `specsync-shop-1f0c2a9b`: the folder's name as far as systemd takes it, and a mark of its whole path, so that two
    /// folders of one name have a timer each.
    package var name: String {
        let last = String(folder.split(separator: "/").last ?? "")
        let plain = last.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.prefix(40)
        var mark: UInt32 = 2_166_136_261
        for byte in folder.utf8 { mark = (mark ^ UInt32(byte)) &* 16_777_619 }
        let digits = String(mark, radix: 16)
        return "specsync-" + (plain.isEmpty ? "" : plain + "-") + String(repeating: "0", count: 8 - digits.count)
            + digits
    }

    package var service: String {
        """
        # Written by “specsync schedule install”.
        [Unit]
        Description=SpecSync, nightly run of \(Self.specifiersKept(folder))

        [Service]
        Type=oneshot
        WorkingDirectory=\(Self.specifiersKept(folder))
        EnvironmentFile=-\(Self.specifiersKept(Self.globKept(folder)))/specsync.env
        ExecStart=\(Self.word(program, isProgram: true)) run --workspace \(Self.word(folder))
        # 1 says that there are mismatches: the run itself went well.
        SuccessExitStatus=1
        Nice=10

        """
    }

    package var timer: String {
        """
        # Written by “specsync schedule install”.
        [Unit]
        Description=SpecSync, nightly run of \(Self.specifiersKept(folder))

        [Timer]
        OnCalendar=*-*-* \(Moment(seconds: at).time):00
        # A night that the machine slept through is made up for.
        Persistent=true

        [Install]
        WantedBy=timers.target

        """
    }

    /// The line of a crontab.
    package var crontab: String {
        let command = "\(Shell.quoted(program)) run --workspace \(Shell.quoted(folder))"
        // To cron a bare % is a line break.
        let kept = command.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\\%")
        return "\(at / 60 % 60) \(at / 3600) * * *  \(kept)\n"
    }

    // MARK: What systemd takes

    /// `%` begins a specifier everywhere in a unit.
    private static func specifiersKept(_ text: String) -> String {
        text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    }

    /// The path of an environment file is a pattern.
    private static func globKept(_ text: String) -> String {
        String(text.flatMap { "*?[]\\".contains($0) ? ["\\", $0] : [$0] })
    }

    /// A word of a command line, in quotes. `$` begins a variable in all words but the first.
    private static func word(_ text: String, isProgram: Bool = false) -> String {
        var quoted = ""
        for character in specifiersKept(text) {
            switch character {
            case "\"", "\\": quoted += "\\" + String(character)
            case "$" where !isProgram: quoted += "$$"
            default: quoted.append(character)
            }
        }
        return "\"" + quoted + "\""
    }
}
