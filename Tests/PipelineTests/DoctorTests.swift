import Catalogues
import Foundation
import Reports
import Testing

@testable import Pipeline

/// What `specsync doctor` finds.
@Suite struct DoctorTests {
    private let folder: Folder
    private static let now = Moment(seconds: 1_793_500_000)

    init() throws {
        folder = try Folder()
        try folder.write("shop.csv", Sample.shop)
        try folder.write("supplier.csv", Sample.supplier)
    }

    /// The checks of a workspace with these lines in its supplier and below it.
    private func checks(
        supplier: String = "feed: supplier.csv", more: String = "",
        _ change: (inout Doctor) -> Void = { _ in }
    ) throws -> [Doctor.Check] {
        let yaml = """
            sources:
              - {name: shop, role: shop, feed: shop.csv}
              - name: A
                role: supplier
                \(supplier)
            \(more)
            """
        var doctor = Doctor(try Workspace.parse(yaml, folder: folder.path), now: Self.now)
        change(&doctor)
        return doctor.checks()
    }

    private static let mail = "mail: {server: localhost, from: a@example.com, to: b@example.com}"

    @Test func allIsWell() throws {
        let checks = try checks(more: Self.mail) { $0.tryMail = { _, _ in .success(()) } }
        #expect(checks.allSatisfy { $0.mark == .good }, "\(Doctor.Check.text(checks, .en, isTerminal: false))")
        #expect(checks.map(\.subject) == ["folder", "shop", "A", "mail"])
        #expect(checks[1].text.en.contains("flat, UTF-8, 1 styles, 2 variants"))
        #expect(checks[3].text.en.contains("localhost:587 (starttls) answers, to b@example.com"))
        #expect(Doctor.Check.text(checks, .en, isTerminal: false).hasSuffix("\nAll is well.\n"))
    }

    @Test func withoutMailItStillRuns() throws {
        let checks = try checks()
        #expect(checks.last?.mark == .advice)
        #expect(!checks.contains { $0.mark == .fault })
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var supplier = "feed: supplier.csv"
        var more = ""
        var subject: String
        var word: String
        var mark = Doctor.Check.Mark.fault
        var testDescription: String { word }
    }

    @Test(arguments: [
        Fault(supplier: "feed: none.csv", subject: "A", word: "the file is not there"),
        Fault(supplier: "feed: none/*.csv", subject: "A", word: "no file fits"),
        Fault(supplier: "feed: broken.xml", subject: "A", word: "breaks off"),
        Fault(supplier: "feed: strange.csv", subject: "A", word: "specsync profiles show flat"),
        Fault(supplier: "feed: bare.csv", subject: "A", word: "codes and barcodes", mark: .advice),
        Fault(supplier: "feed: delta.xml", subject: "A", word: "some of the styles only", mark: .advice),
        Fault(
            supplier: "feed: supplier.csv\n    expected: {by: \"00:00\"}", subject: "A", word: "expected by",
            mark: .advice),
        Fault(
            supplier: "feed: https://example.com/a.csv\n    user: u\n    password from: NOT_SET_ANYWHERE", subject: "A",
            word: "NOT_SET_ANYWHERE"),
        Fault(
            supplier: "feed: https://example.com/a.csv\n    user: u\n    password file: open", subject: "A",
            word: "chmod 600"),
        Fault(
            supplier: "feed: https://example.com/a.csv\n    user: u\n    password file: gone", subject: "A",
            word: "No such file"),
        Fault(more: "words: [none.csv]", subject: "none.csv", word: "No such file"),
        Fault(more: "words: [open]", subject: "open", word: "cannot be used"),
        Fault(more: "decisions: open", subject: "open", word: "supplier_sku"),
        Fault(
            more: "mail: {server: localhost, from: a@example.com, to: b@example.com, certificates: none.pem}",
            subject: "mail", word: "none.pem"),
        Fault(
            more: "mail: {server: localhost, from: a@example.com, to: b@example.com, suppliers too: yes}",
            subject: "mail", word: "no message for: A", mark: .advice),
    ])
    func faults(_ fault: Fault) throws {
        try folder.write("supplier.csv", Sample.supplier, at: 1_700_000_000)
        try folder.write("broken.xml", "<catalogue><style code=\"K1\">")
        try folder.write("strange.csv", "甲,乙,丙\n1,2,3\n")
        try folder.write("bare.csv", "款号,标题,颜色,尺码\nK1,连衣裙,黑色,M\n")
        try folder.write(
            "delta.xml",
            "<catalogue type=\"delta\"><style code=\"K1\"><title>T</title><variant sku=\"K1-1\"><colour>黑色</colour><size>M</size><stock>1</stock><price>3</price></variant></style></catalogue>"
        )
        try folder.write("open", "nonsense,row\n1,2\n")
        let checks = try checks(supplier: fault.supplier, more: fault.more)
        let text = Doctor.Check.text(checks, .en, isTerminal: false)
        let found = checks.first {
            $0.subject == fault.subject && ($0.text.en + ($0.remedy?.en ?? "")).contains(fault.word)
        }
        #expect(found?.mark == fault.mark, "\(text)")
        #expect(found?.remedy != nil, "it says what to do: \(text)")
    }

    @Test func secretsOfTheWorkspaceAreItsOwn() throws {
        try folder.write("specsync.env", "A=hunter2\n")
        let checks = try checks()
        let found = checks.first { $0.subject == "specsync.env" }
        #expect(found?.mark == .fault)
        #expect(found?.remedy?.en.contains("chmod 600") == true)
        #expect(!Doctor.Check.text(checks, .en, isTerminal: false).contains("hunter"))
    }

    @Test func serversAreReachedWithThePassword() throws {
        try folder.write("secret", "hunter2\n", mode: 0o600)
        let lines = "feed: http://example.com/feed.csv?key=hunter3\n    user: u\n    password file: secret"
        let fetched = Array(Sample.supplier.utf8)
        let checks = try checks(supplier: lines) {
            $0.reach = { source, password in
                password == "hunter2" && source.name == "A"
                    ? .success(.init(answer: DoctorTexts.same("1.2 MB"), feed: fetched)) : .failure(RunError("wrong"))
            }
        }
        let text = Doctor.Check.text(checks, .en, isTerminal: false)
        #expect(text.contains("http://example.com/feed.csv?…: 1.2 MB"))
        #expect(text.contains("feed.csv?…: flat, UTF-8, 1 styles, 2 variants"))
        #expect(text.contains("for anybody to read"), "http carries the password in the clear")
        #expect(!text.contains("hunter"))

        let refused = try self.checks(supplier: lines) {
            $0.reach = { _, _ in .failure(RunError("A: error: HTTP 401\n  Check user and password.")) }
        }
        let found = refused.first { $0.subject == "A" && $0.mark == .fault }
        #expect(found?.text.en == "A: error: HTTP 401")
        #expect(found?.remedy?.en == "Check user and password.")
    }

    @Test func aMailServerThatRefuses() throws {
        let checks = try checks(more: Self.mail) {
            $0.tryMail = { _, _ in .failure(RunError("mail: error: 535\n  Check user and password.")) }
        }
        #expect(checks.last?.mark == .fault)
    }

    /// Another folder's name must not move the cursor.
    @Test func whatIsShownIsSafe() {
        let check = Doctor.Check(mark: .good, subject: "a\u{1B}[2J", text: DoctorTexts.same("b\u{202E}"))
        let text = Doctor.Check.text([check], .zh, isTerminal: true)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
        #expect(text.hasPrefix("✓ "))
    }

    @Test(arguments: [(0, "0 B"), (1023, "1023 B"), (1024, "1.0 kB"), (1_300_000, "1.2 MB"), (64 << 30, "64 GB")])
    func sizes(_ bytes: Int, _ text: String) { #expect(Doctor.size(bytes) == text) }
}
