import Foundation
import Testing

/// `init`, `doctor` and `schedule`, as a newcomer uses them.
@Suite struct WorkspaceTests {
    private static let demo = Program.repository.appending(path: "fixtures/demo").path

    /// A workspace beside the demo's files, which are a folder of their own.
    private static func start(_ folder: TemporaryFolder, _ more: [String] = []) throws -> Program.Answer {
        for file in ["supplier.xml", "platform.csv", "shop.csv", "orders.csv"] {
            try FileManager.default.copyItem(atPath: "\(demo)/\(file)", toPath: folder.path(file))
        }
        return try Program.run(
            [
                "init", "--supplier", folder.path("supplier.xml"), "--platform", folder.path("platform.csv"), "--shop",
                folder.path("shop.csv"), "--orders", folder.path("orders.csv"), folder.path("shop"),
            ] + more)
    }

    @Test func fromAnEmptyFolder() throws {
        let folder = try TemporaryFolder()
        let made = try Self.start(folder)
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.text.contains("specsync run --dry-run --workspace"))
        #expect(try folder.names("shop") == ["specsync.yaml"])
        let doctor = try Program.run(["doctor", "--workspace", folder.path("shop")])
        #expect(doctor.code == 0, "\(doctor.text)\(doctor.errors)")
        #expect(doctor.text.contains("114"), "the supplier's variants: \(doctor.text)")
        #expect(try folder.names("shop") == ["specsync.yaml"], "it leaves nothing behind")

        // Again: what is there stays.
        try folder.write("shop/specsync.yaml", "mine")
        let again = try Program.run(
            ["init", "--supplier", folder.path("supplier.xml"), "--shop", folder.path("shop.csv"), folder.path("shop")])
        #expect(again.code == 2)
        #expect(again.errors.contains("--force"))
        #expect(try folder.bytes("shop/specsync.yaml") == Array("mine".utf8))
    }

    @Test func aFileThatCannotBeReadWritesNothing() throws {
        let folder = try TemporaryFolder()
        let shop = try folder.write("shop.csv", "款号,商家编码,颜色,尺码\nK1,K1-1,黑色,M\n")
        let answer = try Program.run([
            "init", "--supplier", folder.path("none.csv"), "--shop", shop, folder.path("new"),
        ])
        #expect(answer.code == 2)
        #expect(answer.errors.hasPrefix(folder.path("none.csv") + ": error: "))
        #expect(try folder.names() == ["shop.csv"], "not even the folder is made")
    }

    @Test(arguments: [
        ["init", "--shop", "shop.csv"], ["init", "--supplier", "a.csv"],
        ["schedule", "install", "--at", "2 o'clock"], ["schedule", "install", "--print", "--cron"],
    ])
    func wrongUsage(_ arguments: [String]) throws { #expect(try Program.run(arguments).code == 64) }

    @Test(arguments: [["doctor"], ["schedule", "install", "--print"]]) func noWorkspace(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        let answer = try Program.run(command + ["--workspace", folder.path("none")])
        #expect(answer.code == 2)
        #expect(answer.errors.contains("specsync init"))
    }

    @Test func somethingToMend() throws {
        let folder = try TemporaryFolder()
        _ = try Self.start(folder, ["--language", "en"])
        try FileManager.default.removeItem(atPath: folder.path("supplier.xml"))
        let doctor = try Program.run(["doctor", "--workspace", folder.path("shop")])
        #expect(doctor.code == 1)
        #expect(doctor.text.contains("mend supplier"))
        #expect(doctor.text.contains("1 to mend"))
    }

    /// A password that stands in the file is refused, and not shown.
    @Test func passwordsAreNotForTheFile() throws {
        let folder = try TemporaryFolder()
        _ = try Self.start(folder)
        let yaml = String(decoding: try folder.bytes("shop/specsync.yaml"), as: UTF8.self)
        try folder.write(
            "shop/specsync.yaml", yaml.replacing("role: supplier\n", with: "role: supplier\n    password: hunter2\n"))
        let doctor = try Program.run(["doctor", "--workspace", folder.path("shop")])
        #expect(doctor.code == 2)
        #expect(doctor.errors.contains("specsync.yaml:") && doctor.errors.contains("password from"))
        #expect(!doctor.errors.contains("hunter"))
    }

    @Test func aTimerAndALineForCron() throws {
        let folder = try TemporaryFolder()
        _ = try Self.start(folder)
        let units = try Program.run([
            "schedule", "install", "--at", "3:15", "--print", "--workspace", folder.path("shop"),
        ])
        #expect(units.code == 0)
        #expect(units.text.contains("OnCalendar=*-*-* 03:15:00"))
        #expect(units.text.contains("ExecStart=\"/"))
        #expect(units.text.contains(" run --workspace \"\(folder.path("shop"))\""))
        let cron = try Program.run([
            "schedule", "install", "--at", "3:15", "--cron", "--workspace", folder.path("shop"),
        ])
        #expect(cron.text.hasPrefix("15 3 * * *  /"))
        #expect(cron.text.hasSuffix("specsync run --workspace \(folder.path("shop"))\n"))
    }
}
