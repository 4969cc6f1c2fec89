import ArgumentParser
import Catalogues
import Glibc
import Pipeline

/// Which workspace a command is about.
struct WorkspaceOption: ParsableArguments {
    @Option(
        name: .customLong("workspace"),
        help: ArgumentHelp("The folder with specsync.yaml; the current one by default.", valueName: "dir"))
    var folder = "."

    func read() throws -> Workspace { try Workspace.read(folder: folder) }
}

/// A time as somebody says it on the command line, or as the clock shows it.
struct WallClock: ExpressibleByArgument {
    var moment: Moment

    init?(argument: String) {
        guard let moment = Moment(argument) else { return nil }
        self.moment = moment
    }

    static var now: Moment { Moment(system: time(nil)) }

    /// How many seconds the clock on the wall is ahead of UTC.
    static var localOffset: Int {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return parts.tm_gmtoff
    }
}
