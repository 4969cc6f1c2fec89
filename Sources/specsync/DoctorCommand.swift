import ArgumentParser
import Pipeline

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Checks all that the nightly run needs, and says what to mend.",
        discussion: """
            Reads the workspace, each feed, the files of words and decisions; looks for the passwords, at the age of the \
            feeds, the disk, and the mail server. Nothing is sent, and nothing is changed.

            Exit code: 0 nothing to mend, 1 something to mend, 2 there is no workspace or it cannot be read, 64 wrong usage.
            """)

    @OptionGroup var workspace: WorkspaceOption

    func run() throws {
        try Console.answering {
            let workspace = try workspace.read()
            var doctor = Doctor(workspace, now: WallClock.now)
            doctor.connect()
            let checks = doctor.checks()
            Console.print(Doctor.Check.text(checks, workspace.language, isTerminal: Console.isTerminal))
            if checks.contains(where: { $0.mark == .fault }) { throw SpecSync.Exit.mismatches }
        }
    }
}
