import Foundation
import Testing

@testable import Pipeline

/// The texts that systemd and cron take: what means something to them is kept from doing so.
@Suite struct ScheduleTests {
    private static func schedule(_ folder: String, program: String = "/usr/bin/specsync", at: String = "02:30") throws
        -> Schedule
    {
        try Schedule(folder: folder, program: program, at: try #require(TimeOfDay.seconds(at)))
    }

    @Test(
        arguments: [
            ("/srv/shop", "/srv/shop", "/srv/shop", "\"/srv/shop\""),
            ("/srv/my shop", "/srv/my shop", "/srv/my shop", "\"/srv/my shop\""),
            ("/srv/100%", "/srv/100%%", "/srv/100%%", "\"/srv/100%%\""),
            ("/srv/$HOME", "/srv/$HOME", "/srv/$HOME", "\"/srv/$$HOME\""),
            ("/srv/a\"b\\c", "/srv/a\"b\\c", "/srv/a\"b\\\\c", "\"/srv/a\\\"b\\\\c\""),
            ("/srv/[1]*", "/srv/[1]*", "/srv/\\[1\\]\\*", "\"/srv/[1]*\""),
            ("/srv/我的小店", "/srv/我的小店", "/srv/我的小店", "\"/srv/我的小店\""),
        ])
    func servicesQuotePaths(_ folder: String, _ plain: String, _ pattern: String, _ word: String) throws {
        let lines = try Self.schedule(folder).service.split(separator: "\n").map(String.init)
        #expect(lines.contains("WorkingDirectory=\(plain)"))
        #expect(lines.contains("EnvironmentFile=-\(pattern)/specsync.env"))
        #expect(lines.contains("ExecStart=\"/usr/bin/specsync\" run --workspace \(word)"))
        #expect(lines.contains("SuccessExitStatus=1"))
    }

    /// `$` begins no variable in the first word.
    @Test func theProgramsOwnPath() throws {
        let service = try Self.schedule("/srv", program: "/opt/my $tools 1%/specsync").service
        #expect(service.contains("ExecStart=\"/opt/my $tools 1%%/specsync\" run"))
    }

    @Test(arguments: [("02:30", "02:30:00"), ("0:00", "00:00:00"), ("23:59", "23:59:00")])
    func timersSayWhen(_ at: String, _ calendar: String) throws {
        let timer = try Self.schedule("/srv/shop", at: at).timer
        #expect(timer.contains("\nOnCalendar=*-*-* \(calendar)\n"))
        #expect(timer.contains("\nPersistent=true\n"))
        #expect(timer.contains("\nWantedBy=timers.target\n"))
    }

    @Test(
        arguments: [
            ("/srv/shop", "02:30", "30 2 * * *  /usr/bin/specsync run --workspace /srv/shop\n"),
            ("/srv/my shop", "0:05", "5 0 * * *  /usr/bin/specsync run --workspace '/srv/my shop'\n"),
            ("/srv/100%", "02:30", "30 2 * * *  /usr/bin/specsync run --workspace '/srv/100\\%'\n"),
            ("/srv/it's", "02:30", "30 2 * * *  /usr/bin/specsync run --workspace '/srv/it'\\''s'\n"),
            ("/srv/$HOME;x", "02:30", "30 2 * * *  /usr/bin/specsync run --workspace '/srv/$HOME;x'\n"),
            ("/srv/我的小店", "02:30", "30 2 * * *  /usr/bin/specsync run --workspace /srv/我的小店\n"),
        ])
    func crontabs(_ folder: String, _ at: String, _ line: String) throws {
        #expect(try Self.schedule(folder, at: at).crontab == line)
    }

    /// What the shell makes of a quoted word is the word.
    @Test(arguments: ["a b", "it's", "$HOME", "`x`", "\"", "\\", "", "*", "~", "店 铺", "-n", "a\nb"])
    func theShellTakesWordsAsTheyAre(_ word: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "printf '%s' " + Shell.quoted(word)]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: output, as: UTF8.self) == word)
    }

    @Test(arguments: ["/srv/a\nb", "/srv/a\u{7F}"]) func lineBreaksAreRefused(_ folder: String) {
        #expect(throws: RunError.self) { _ = try Schedule(folder: folder, program: "/x", at: 0) }
    }

    /// systemd takes ASCII only in names of units.
    @Test(arguments: ["/srv/shop", "/srv/我的小店", "/srv/my shop", "/", "/srv/\(String(repeating: "x", count: 300))"])
    func namesAreOnesThatSystemdTakes(_ folder: String) throws {
        let name = try Self.schedule(folder).name
        #expect(name.hasPrefix("specsync-"))
        #expect(name.utf8.count < 200)
        #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
    }

    @Test func twoFoldersOfOneNameHaveTwoTimers() throws {
        #expect(try Self.schedule("/srv/a/shop").name != Self.schedule("/srv/b/shop").name)
        #expect(try Self.schedule("/srv/a/shop").name == Self.schedule("/srv/a/./b/../shop/").name)
    }

    @Test func filesComeAndGo() throws {
        let folder = try Folder()
        let schedule = try Self.schedule("/srv/shop")
        let files = TimerFiles(folder: folder.path + "/systemd/user", name: schedule.name)
        #expect(!files.state.isThere)
        try files.write(schedule)
        #expect(files.state.isThere && !files.state.isEnabled)
        #expect(try files.text().contains(schedule.timer))
        // What `systemctl enable` would leave: a link that points nowhere once the timer is gone.
        try folder.write("systemd/user/timers.target.wants/.keep", "")
        try FileManager.default.createSymbolicLink(
            atPath: "\(files.folder)/timers.target.wants/\(schedule.name).timer", withDestinationPath: files.timer)
        #expect(files.state.isEnabled)
        #expect(try files.remove().count == 3)
        #expect(!files.state.isThere && !files.state.isEnabled)
        #expect(try files.remove() == [])
    }
}
