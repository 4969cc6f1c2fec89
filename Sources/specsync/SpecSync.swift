import ArgumentParser
import Pipeline

/// The command line: arguments in, exit code out. One file a command.
@main
struct SpecSync: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "specsync",
        abstract: "Keeps the styles (款式) and specs (规格) of a shop in step with its suppliers' catalogues.",
        version: Program.version,
        subcommands: [
            DiffCommand.self, CheckCommand.self, ExplainCommand.self, InspectCommand.self, ProfilesCommand.self,
            TargetsCommand.self,
            LexiconCommand.self, MappingCommand.self, InitCommand.self, DoctorCommand.self, RunCommand.self,
            ScheduleCommand.self,
            HistoryCommand.self, AsofCommand.self, AcknowledgeCommand.self, ExportCommand.self,
        ])

    /// Exit codes that scripts build on (wrong usage is 64, given by the argument parser).
    enum Exit {
        static let mismatches = ExitCode(1)
        static let couldNotRun = ExitCode(2)
    }
}
