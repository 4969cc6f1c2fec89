import Foundation
import Ledgers
import Reconciliation
import Reports
import Testing

/// Nightly.md, and what README.md says of the nightly run: names of files, tables and columns are those that two nights of
/// the demo leave, and the commands do what the text shows.
@Suite struct NightPageTests {
    private static let page = Documents.page("Nightly")

    /// Two nights as `make demo` plays them, and what it prints of them.
    private static func withNights<Result>(_ body: (_ folder: URL, _ printed: String) throws -> Result) throws -> Result
    {
        try Program.withFolder { folder in
            let night = folder.appending(path: "night")
            let tool = Documents.repository.appending(path: "Tools/demo-night").path
            let printed = try Program.shell("'\(tool)' '\(night.path)'", in: folder)
            #expect(printed.errors.isEmpty)
            return try body(night, printed.output)
        }
    }

    private static func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// README.md shows the two lines, and then what further commands answer, one after the other.
    @Test func readmeShowsWhatTheNightsPrint() throws {
        try Self.withNights { night, printed in
            let section = try #require(Documents.readme.section("## Every night"))
            #expect(section.blocks("text").first == printed, "the nights print something else: run Tools/update-readme")
            let shown = try #require(section.blocks("console").first).split(
                separator: "\n", omittingEmptySubsequences: false)
            var answers: [(command: String, answer: [Substring])] = []
            for line in shown.dropLast() {
                if line.hasPrefix("$ ") {
                    answers.append((String(line.dropFirst(2)), []))
                } else {
                    answers[answers.count - 1].answer.append(line)
                }
            }
            #expect(answers.count >= 4)
            for (command, answer) in answers {
                let really = try Program.shell(command, in: night)
                #expect(really.errors.isEmpty)
                #expect(answer.map { $0 + "\n" }.joined() == really.output, "\(command)")
            }
        }
    }

    /// The first five minutes of README.md, literally; of the mail settings the lines are only uncommented.
    @Test func theFirstFiveMinutesWork() throws {
        try Program.withFolder { folder in
            let demo = folder.appending(path: "fixtures")
            try FileManager.default.createDirectory(at: demo, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: Documents.repository.appending(path: "fixtures/demo"), to: demo.appending(path: "demo"))
            let steps = try #require(Documents.readme.section("### The first five minutes")).blocks("sh")
            #expect(steps.count == 5)
            let made = try Program.shell(steps[0], in: folder)
            #expect(made.errors.isEmpty)
            let shop = folder.appending(path: "out/myshop")
            let path = shop.appending(path: "specsync.yaml")
            let text = try String(contentsOf: path, encoding: .utf8)
            let mail = try #require(text.range(of: "#mail:"))
            let uncommented =
                text[..<mail.lowerBound]
                + text[mail.lowerBound...].replacing(/(?m)^#(mail:|  )/) { $0.1 }
            try String(uncommented).write(to: path, atomically: true, encoding: .utf8)
            #expect(try Program.shell(steps[1], in: shop).errors.isEmpty)
            try "SMTP_PASSWORD=secret\n".write(
                to: shop.appending(path: "specsync.env"), atomically: false, encoding: .utf8)
            let night = try Program.shell(steps[3], in: shop)
            #expect(night.output.contains("supplier taken"), "\(night.errors)")
            for file in ["specsync.db", "reports/latest/report.html", "reports/latest/messages/supplier.txt"] {
                #expect(FileManager.default.fileExists(atPath: shop.appending(path: file).path), "\(file)")
            }
            let outbox = try Self.names(shop.appending(path: "outbox"))
            #expect(outbox.count == 1 && outbox[0].hasSuffix("-operators.eml"))
            let line = try Program.shell("specsync schedule install --at 02:30 --cron", in: shop).output
            let shown = try #require(Documents.readme.section("### The first five minutes")?.blocks("cron").first)
            #expect(
                line.split(separator: " ").map { $0.contains("/") ? "PATH" : String($0) }
                    == shown.split(separator: " ").map { $0.contains("/") ? "PATH" : String($0) })
        }
    }

    @Test func namesEveryFile() throws {
        let places = try #require(Self.page.section("## What lies where"))
        try Self.withNights { night, _ in
            // `feeds` is the demo's own, and of the database only the file itself stays.
            for name in try Self.names(night) where name != "feeds" {
                #expect(places.contains("| `\(name)`") || places.contains("| `\(name)/"), "\(name)")
            }
            for name in try Self.names(night.appending(path: "reports/latest")) {
                let general =
                    name == "supplier.html" ? "SOURCE.html" : name == "messages" ? "messages/SOURCE.txt" : name
                #expect(places.contains("| `\(general)` |"), "\(name)")
            }
            for name in try Self.names(night.appending(path: "reports"))
                + Self.names(night.appending(path: ".specsync"))
            where !name.hasPrefix("2026-") {
                #expect(places.contains("/\(name)"), "\(name)")
            }
        }
    }

    @Test func namesEveryTableAndNoOtherColumn() throws {
        let section = try #require(Self.page.section("## The ledger"))
        #expect(section.namesInTables == LedgerEntry.tables)
        try Self.withNights { night, _ in
            #expect(try Program.shell("specsync export ledger --out ledger", in: night).errors.isEmpty)
            let folder = night.appending(path: "ledger")
            #expect(try Self.names(folder) == LedgerEntry.tables.map { "\($0).csv" }.sorted())
            for table in LedgerEntry.tables {
                let file = try String(contentsOf: folder.appending(path: "\(table).csv"), encoding: .utf8)
                let header = file.prefix { !$0.isNewline }.drop { $0 == "\u{FEFF}" }
                let columns = Set(header.split(separator: ",").map(String.init))
                let row = try #require(section.split(separator: "\n").first { $0.hasPrefix("| `\(table)` | ") })
                let named = row.split(separator: "|").dropFirst(2).joined().matches(of: /`([a-z_]+)`/).map {
                    String($0.1)
                }
                #expect(!named.isEmpty)
                #expect(Set(named).subtracting(columns).isEmpty, "\(table) has the columns \(columns.sorted())")
            }
        }
    }

    @Test func namesEveryChange() throws {
        let section = try #require(Self.page.section("## Changes, and delays"))
        let kinds = section.namesInTables.prefix(ChangeKind.allCases.count)
        #expect(Array(kinds) == ChangeKind.allCases.map(\.rawValue))
    }

    @Test func namesEveryStateAndEveryCodeOfASource() throws {
        let states = try #require(Self.page.section("## New, open, resolved")).namesInTables
        #expect(Set(states) == Set(Finding.State.allCases.map(\.rawValue)))
        let codes = try #require(Self.page.section("## The sources' own codes")).namesInTables
        #expect(Set(codes) == Set(MismatchCode.allCases.filter(\.isOfSource).map(\.name)))
    }
}
