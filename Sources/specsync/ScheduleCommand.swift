import ArgumentParser
import Pipeline

struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Starts the run every night: a systemd timer of your own, or a line for cron.",
        subcommands: [Install.self, Show.self, Remove.self])

    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a timer and its service into your systemd folder, and says how to start it.")

        @OptionGroup var workspace: WorkspaceOption
        @Option(help: ArgumentHelp("Hour and minute, by the machine's clock.", valueName: "hh:mm")) var at = "02:30"
        @Flag(help: "Print the two files, and write nothing.") var print = false
        @Flag(help: "Print the line for a crontab, and write nothing.") var cron = false
        @Flag(help: "Start the timer, too: runs systemctl.") var enable = false

        func validate() throws {
            if TimeOfDay.seconds(at) == nil { throw ValidationError("“\(at)” is no time of day. Write --at 02:30.") }
            if [print, cron, enable].count(where: { $0 }) > 1 {
                throw ValidationError("Of --print, --cron and --enable one at a time.")
            }
        }

        func run() throws {
            try Console.answering {
                _ = try workspace.read()
                let schedule = try Schedule(
                    folder: workspace.folder, program: Programs.own(), at: TimeOfDay.seconds(at) ?? 0)
                if cron { return Console.print(schedule.crontab) }
                if print {
                    return Console.print(
                        "# \(schedule.name).timer\n\(schedule.timer)\n# \(schedule.name).service\n\(schedule.service)")
                }
                let files = try TimerFiles(of: schedule)
                try files.write(schedule)
                Console.print("written: \(files.timer)\nwritten: \(files.service)\n")
                let commands = [
                    ["systemctl", "--user", "daemon-reload"],
                    ["systemctl", "--user", "enable", "--now", "\(schedule.name).timer"],
                ]
                if enable {
                    for command in commands { try start(command) }
                    Console.print("started: every night at \(at)\n")
                } else {
                    Console.print(
                        "\nStart it:\n" + commands.map { "  " + $0.joined(separator: " ") + "\n" }.joined())
                }
                Console.print(
                    """

                    It runs while you are logged in; to have it run always:
                      loginctl enable-linger
                    Passwords go into \(schedule.folder)/specsync.env, a line NAME=… each; then: chmod 600 specsync.env

                    """)
            }
        }

        private func start(_ command: [String]) throws {
            guard let code = Programs.run(command) else {
                throw RunError(
                    "error: there is no systemctl here\n  Use a line for cron: specsync schedule install --cron")
            }
            guard code == 0 else {
                throw RunError(
                    "error: “\(command.joined(separator: " "))” did not succeed (\(code))\n  The files are written; run it yourself in a session of yours, or use --cron."
                )
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints the timer of a workspace, if it has one.")

        @OptionGroup var workspace: WorkspaceOption

        func run() throws {
            try Console.answering {
                let files = try timer(of: workspace.folder)
                guard files.state.isThere else {
                    return Console.print("There is no timer for this workspace: specsync schedule install --at 02:30\n")
                }
                Console.print(try files.text())
                if !files.state.isEnabled {
                    Console.print("\nIt is not started: systemctl --user enable --now \(files.name).timer\n")
                }
            }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Removes the timer and the service of a workspace.")

        @OptionGroup var workspace: WorkspaceOption

        func run() throws {
            try Console.answering {
                let files = try timer(of: workspace.folder)
                let gone = try files.remove()
                if gone.isEmpty { return Console.print("There is no timer for this workspace.\n") }
                for path in gone { Console.print("removed: \(path)\n") }
                Console.print(
                    "\nStop it:\n  systemctl --user stop \(files.name).timer\n  systemctl --user daemon-reload\n")
            }
        }
    }
}

private func timer(of folder: String) throws -> TimerFiles {
    try TimerFiles(of: Schedule(folder: folder, program: "/", at: 0))
}
