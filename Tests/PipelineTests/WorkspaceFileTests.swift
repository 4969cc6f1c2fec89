import Catalogues
import Feeds
import Foundation
import Reconciliation
import Reports
import Testing

@testable import Pipeline

/// `specsync.yaml`: what each key means, and what is said of each mistake.
@Suite struct WorkspaceFileTests {
    private static let whole = """
        shop: 我的小店
        language: zh
        sources:
          - name: shop
            role: shop
            feed: data/shop.csv
          - name: 义乌A厂
            role: supplier
            feed: https://example.com/feed.xml
            user: u
            password from: YIWU_PASSWORD
            profile: nested
            encoding: GB18030
            complete: no
            expected: {by: "02:00", on: [mon, fri]}
            contact: {name: 王姐, wechat: wangjie88, email: w@example.com, phone: 138, language: en}
            cooperation: 一件代发，48 小时发货
            notes:
              - 2026-10-01 换了新系统
              - 2026-10-02 08:30 条码改了
              - 只收微信
            guards: {hold below: 70 %, fewest variants: 5}
          - name: 代发
            role: platform
            feed: feeds/*.csv
          - name: 订单
            role: orders
            feed: orders.csv
        rules: {price: "markup:1.35+-0.05", stock below: 5, fail on: major}
        words: [words.csv]
        decisions: decided.csv
        guards: {hold below: 75, refuse below: 10, stock changed above: 1, sold out above: 2, prices changed above: 3, price step: 4, new codes above: 5}
        mail:
          server: smtp.example.com:2525
          security: tls
          user: me
          password file: mail.secret
          from: SpecSync <specsync@example.com>
          to: [me@example.com, you@example.com]
          suppliers too: yes
          when nothing changed: yes
          certificates: ca.pem
        keep reports: 0
        """

    @Test func readsEveryKey() throws {
        let workspace = try Workspace.parse(Self.whole, folder: "/srv/shop")
        #expect(workspace.shop == "我的小店")
        #expect(workspace.language == .zh)
        #expect(workspace.sources.map(\.name) == ["shop", "义乌A厂", "代发", "订单"])
        #expect(workspace.sources.map(\.leg) == [.shop, .supplier, .platform, .orders])
        #expect(workspace.priceRule == .markup(factor: 1350, tolerance: 50))
        #expect(workspace.lowStock == 5)
        #expect(workspace.failOn == .major)
        #expect(workspace.lexicons == ["words.csv"])
        #expect(workspace.decisions == "decided.csv")
        #expect(workspace.keptReports == 0)

        let supplier = workspace.sources[1]
        #expect(supplier.feed == "https://example.com/feed.xml")
        #expect(supplier.credentials.user == "u")
        #expect(supplier.credentials.passwordVariable == "YIWU_PASSWORD")
        #expect(supplier.profile == "nested")
        #expect(supplier.encoding == "GB18030")
        #expect(!supplier.isComplete)
        #expect(supplier.arrival?.by == 7200)
        #expect(supplier.arrival?.weekdays == [1, 5])
        #expect(supplier.contact.name == "王姐")
        #expect(supplier.contact.wechat == "wangjie88")
        #expect(supplier.contact.email == "w@example.com")
        #expect(supplier.contact.phone == "138")
        #expect(supplier.contact.language == .en)
        #expect(supplier.cooperation == "一件代发，48 小时发货")
        #expect(supplier.notes.map { $0.at?.text } == ["2026-10-01T00:00:00", "2026-10-02T08:30:00", nil])
        #expect(supplier.notes.map(\.text) == ["换了新系统", "条码改了", "只收微信"])

        var guards = GuardSettings()
        (guards.hold, guards.refuse, guards.stock, guards.soldOut) = (75, 10, 1, 2)
        (guards.prices, guards.priceStep, guards.newCodes) = (3, 4, 5)
        #expect(workspace.sources[2].guards == guards, "those of the workspace")
        (guards.hold, guards.minimum) = (70, 5)
        #expect(supplier.guards == guards, "the source's own come before")

        let mail = try #require(workspace.mail)
        #expect(mail.host == "smtp.example.com")
        #expect(mail.port == 2525)
        #expect(mail.security == .tls)
        #expect(mail.credentials.user == "me")
        #expect(mail.credentials.passwordFile == "mail.secret")
        #expect(mail.from == "SpecSync <specsync@example.com>")
        #expect(mail.operators == ["me@example.com", "you@example.com"])
        #expect(mail.toSuppliers)
        #expect(!mail.isQuiet)
        #expect(mail.certificates == "ca.pem")
    }

    /// The least that a workspace can be, and keys with nothing behind them.
    @Test(arguments: [
        "", "language:\nmail:\nrules:\nguards:\nwords:\ndecisions:\nkeep reports:\n", "rules: {price: , stock below: }",
    ])
    func whatIsNotSaidIsTheDefault(_ more: String) throws {
        let workspace = try Workspace.parse(Self.least + more, folder: ".")
        #expect(workspace.shop == "店", "the shop's source's name")
        #expect(workspace.language == .en)
        #expect(workspace.priceRule == nil)
        #expect(workspace.lowStock == nil)
        #expect(workspace.failOn == .minor)
        #expect(workspace.lexicons == [])
        #expect(workspace.decisions == "decisions.csv")
        #expect(workspace.mail == nil)
        #expect(workspace.keptReports == 60)
        #expect(workspace.sources.map(\.isComplete) == [true, true])
        #expect(workspace.sources[1].guards == GuardSettings())
        #expect(workspace.sources[1].arrival == nil)
    }

    private static let least = """
        sources:
          - {name: 店, role: shop, feed: shop.csv}
          - {name: A, role: supplier, feed: a.csv}

        """

    // MARK: Mistakes

    struct Mistake: CustomTestStringConvertible, Sendable {
        var yaml: String
        var line: Int
        /// What must stand in the message and in the advice.
        var message: String
        var advice: String
        var testDescription: String { message }

        init(_ yaml: String, line: Int, _ message: String, _ advice: String) {
            (self.yaml, self.line, self.message, self.advice) = (yaml, line, message, advice)
        }

        /// One more line in a source that is right otherwise.
        static func source(_ line: String, _ message: String, _ advice: String, shift: Int = 0) -> Mistake {
            let yaml =
                "sources:\n  - {name: 店, role: shop, feed: shop.csv}\n  - name: A\n    role: supplier\n    feed: a.csv\n    \(line)\n"
            return Mistake(yaml, line: 6 + shift, message, advice)
        }

        static func mail(_ lines: String, line: Int, _ message: String, _ advice: String) -> Mistake {
            Mistake(WorkspaceFileTests.least + "mail:\n  " + lines, line: line, message, advice)
        }

        static func top(_ line: String, _ message: String, _ advice: String) -> Mistake {
            Mistake(WorkspaceFileTests.least + line, line: 4, message, advice)
        }
    }

    private static let good = "server: s.example.com\n  from: a@example.com\n  to: b@example.com\n  "

    static let mistakes: [Mistake] = [
        Mistake("", line: 1, "empty", "specsync init"),
        Mistake("- a\n", line: 1, "no table", "specsync init"),
        Mistake("shop: [\n", line: 2, "no YAML", "specsync init"),
        Mistake("shop: a\nshop: b\n", line: 2, "twice", "specsync init"),
        Mistake(
            least + "  - name: B\n    role: supplier\n    feed: b.csv\n    contact: {name: C}\n    name: D\n", line: 8,
            "twice (name)",
            "specsync init"),
        Mistake("shop: a\n", line: 1, "no sources", "- name:"),
        Mistake("shop: a\nsources:\n", line: 2, "no sources", "- name:"),
        Mistake("sources: shop.csv\n", line: 1, "list of tables", "specsync init"),
        Mistake("sources:\n  - {name: A, role: supplier, feed: a.csv}\n", line: 1, "role: shop", "export"),
        Mistake("sources:\n  - {name: A, role: shop, feed: a.csv}\n", line: 1, "role: supplier", "compared"),
        Mistake(
            "sources:\n  - {name: A, role: shop, feed: a.csv}\n  - {name: O, role: orders, feed: o.csv}\n", line: 1,
            "role: platform", "compared"),
        Mistake(
            least + "  - {name: B, role: shop, feed: b.csv}\n", line: 4, "“B” is a second shop, beside “店”",
            "another folder"),
        Mistake(
            least + "  - {name: a, role: platform, feed: b.csv}\n", line: 4, "two sources of the name “A”", "capital"),
        Mistake(least + "  - {role: supplier, feed: b.csv}\n", line: 4, "no “name”", "name: …"),
        Mistake(
            least + "  - {name: B, feed: b.csv}\n", line: 4, "“B” has no “role”", "supplier, platform, shop, orders"),
        Mistake(
            least + "  - {name: B, role: suplier, feed: b.csv}\n", line: 4, "“suplier”", "Did you mean “supplier”?"),
        Mistake(least + "  - {name: B, role: supplier}\n", line: 4, "“B” has no “feed”", "feeds/*.csv"),
        // Names are names of files.
        Mistake(least + "  - {name: a/b, role: supplier, feed: b.csv}\n", line: 4, "a “/” in it", "none of"),
        Mistake(least + "  - {name: .a, role: supplier, feed: b.csv}\n", line: 4, "begins with “.”", "neither a dot"),
        Mistake(least + "  - {name: -a, role: supplier, feed: b.csv}\n", line: 4, "begins with “-”", "dash"),
        Mistake(
            least + "  - {name: \"a\\nb\", role: supplier, feed: b.csv}\n", line: 4, "cannot be seen", "line break"),
        Mistake(
            least + "  - {name: \"a\\u202Eb\", role: supplier, feed: b.csv}\n", line: 4, "cannot be seen", "letters"),
        Mistake(least + "  - {name: Report, role: supplier, feed: b.csv}\n", line: 4, "run's own", "name"),
        Mistake(
            least + "  - {name: \(String(repeating: "厂", count: 61)), role: supplier, feed: b.csv}\n", line: 4,
            "too long",
            "up to 60"),
        // Values of a source.
        .source("complte: yes", "no key “complte”", "Did you mean “complete”?"),
        .source("colour: red", "no key “colour”", "It can have: name, role, feed"),
        .source("complete: maybe", "“complete” must be yes or no", "specsync init"),
        .source("profile: shopfy", "no profile “shopfy”", "Did you mean “shopify”?"),
        .source("encoding: KOI-9", "“KOI-9”", "UTF-8, "),
        .source("expected: {on: mon}", "no “by”", "02:00"),
        .source("expected: {by: \"25:00\"}", "“25:00” is no time of day", "02:00"),
        .source("expected: {by: \"2\"}", "“2” is no time of day", "02:00"),
        .source("expected: {by: \"02:00\", on: [mon, funday]}", "“funday”", "mon, tue"),
        .source("expected: {at: \"02:00\"}", "no key “at”", "by, on"),
        .source("expected: 02:00", "no table", "specsync init"),
        .source("contact: {wechaat: x}", "no key “wechaat”", "Did you mean “wechat”?"),
        .source("contact: {email: wang}", "“wang” is no e-mail address", "wang@example.com"),
        .source("contact: {email: \"a@b.c, d@e.f\"}", "no e-mail address", "one address"),
        .source("contact: {language: de}", "“de”", "zh, en"),
        .source("notes:\n      - 规则: 改了", "list of texts", "specsync init", shift: 1),
        .source("guards: {hold below: 101}", "“hold below” is not per cent", "hold below: 80"),
        .source("guards: {hold below: many}", "from 0 to 100", "hold below: 80"),
        .source("guards: {hold below: 10}", "“refuse below” (20) is above “hold below” (10)", "refused"),
        .source("guards: {hold under: 10}", "no key “hold under”", "hold below"),
        .source("guards: {fewest variants: -1}", "number of variants", "fewest variants: 20"),
        // Passwords.
        .source("password: hunter2", "a password must not stand in this file", "password from: NAME"),
        .source("密码: hunter2", "a password must not stand in this file", "password from: NAME"),
        .source("password from: hunter-2", "not the name of an environment variable", "YIWU_PASSWORD"),
        .source("password from: YIWU", "there is a password and no user", "user: …"),
        .source(
            "user: u\n    password from: A\n    password file: b", "both", "Keep one", shift: 2),
        // Feeds.
        Mistake(
            least + "  - {name: B, role: supplier, feed: \"https://u:hunter2@example.com/x\"}\n", line: 4,
            "the address holds a password", "password from: NAME"),
        Mistake(
            least + "  - {name: B, role: supplier, feed: \"ftp://u@example.com/x\"}\n", line: 4, "user's name",
            "user: …"),
        Mistake(least + "  - {name: B, role: supplier, feed: \"s3://bucket/x\"}\n", line: 4, "“s3://”", "https://"),
        Mistake(least + "  - {name: B, role: supplier, feed: \"https:///x\"}\n", line: 4, "no server", "example.com"),
        Mistake(
            least + "  - {name: B, role: supplier, feed: \"sftp://example.com/*.csv\"}\n", line: 4, "pattern",
            "one file"),
        // The rest.
        .top("langauge: zh", "no key “langauge”", "Did you mean “language”?"),
        .top("language: 中文", "“中文”", "zh, en"),
        .top("password: hunter2", "a password must not stand in this file", "password from: NAME"),
        .top("rules: {price: double}", "“double” is no price rule", "markup:1.35"),
        .top("rules: {stock below: few}", "“stock below” must be a number", "specsync init"),
        .top("rules: {fail on: horrible}", "“horrible”", "critical, major, minor, info"),
        .top("rules: {fail: minor}", "no key “fail”", "fail on"),
        .top("keep reports: all", "“keep reports” must be a number", "specsync init"),
        .mail("server: a.example.com", line: 5, "no “from”", "SpecSync <"),
        .mail("from: a@example.com", line: 5, "no “server”", "smtp.example.com:587"),
        .mail("server: a.example.com\n  from: a@example.com", line: 5, "no “to”", "to: ["),
        .mail("server: \"smtp://a.example.com\"", line: 5, "no server with its port", "587"),
        .mail("server: \"a.example.com:0\"", line: 5, "no server with its port", "587"),
        .mail("server: \"u:hunter2@a.example.com\"", line: 5, "no server with its port", "keys of their own"),
        .mail(good + "security: ssl", line: 8, "“ssl”", "starttls, tls, none"),
        .mail(good + "security: none\n  user: u\n  password from: P", line: 8, "cross the network", "starttls, tls"),
        .mail(good + "pasword file: x", line: 8, "no key “pasword file”", "Did you mean “password file”?"),
        .mail(good + "password: hunter2", line: 8, "a password must not stand in this file", "password from: NAME"),
        .mail(
            "server: a.example.com\n  from: SpecSync\n  to: b@example.com", line: 6, "“SpecSync” is no sender",
            "SpecSync <"),
        .mail(
            "server: a.example.com\n  from: \"A\\n<a@example.com>\"\n  to: b@example.com", line: 6, "no sender",
            "SpecSync <"),
        .mail(
            "server: a.example.com\n  from: a@example.com\n  to: [Me <b@example.com>]", line: 7, "no e-mail address",
            "alone"),
    ]

    @Test(arguments: mistakes) func eachMistakeIsTold(_ mistake: Mistake) throws {
        let error = try #require(throws: FeedError.self) {
            _ = try Workspace.parse(mistake.yaml, folder: "/nowhere")
        }
        #expect(error.place.file == "specsync.yaml")
        #expect(error.place.line == mistake.line, "\(error.description)")
        #expect(error.message.contains(mistake.message), "\(error.description)")
        #expect(error.remedy.contains(mistake.advice), "\(error.description)")
        #expect(!error.description.contains("hunter"), "a password is never repeated")
    }

    // MARK: Values

    @Test(
        arguments: [
            ("smtp.example.com", "starttls", 587), ("smtp.example.com", "tls", 465), ("localhost", "none", 25),
            ("[::1]:2525", "none", 2525), ("smtp.example.com:26", "starttls", 26),
        ])
    func portsAreTheUsualOnes(_ server: String, _ security: String, _ port: Int) throws {
        let yaml =
            Self.least
            + "mail: {server: \"\(server)\", security: \(security), from: a@example.com, to: b@example.com}"
        #expect(try Workspace.parse(yaml, folder: ".").mail?.port == port)
    }

    @Test func port465IsTLS() throws {
        let yaml = Self.least + "mail: {server: \"a.example.com:465\", from: a@example.com, to: b@example.com}"
        #expect(try Workspace.parse(yaml, folder: ".").mail?.security == .tls)
    }

    @Test(
        arguments: [
            ("mon", [1]), ("[sat, sun]", [6, 7]), ("weekdays", [1, 2, 3, 4, 5]), ("[weekend, mon]", [1, 6, 7]),
            ("[]", [1, 2, 3, 4, 5, 6, 7]), ("every day", [1, 2, 3, 4, 5, 6, 7]),
        ])
    func weekdays(_ text: String, _ days: [Int]) throws {
        let yaml = Self.least + "  - {name: B, role: supplier, feed: b.csv, expected: {by: 2：05, on: \(text)}}"
        let arrival = try #require(try Workspace.parse(yaml, folder: ".").sources[2].arrival)
        #expect(arrival.weekdays == Set(days))
        #expect(arrival.by == 7500)
    }

    @Test func pathsCountFromTheFolder() throws {
        let workspace = try Workspace.parse(Self.whole, folder: "/srv/shop")
        #expect(workspace.path("words.csv") == "/srv/shop/words.csv")
        #expect(workspace.path("/etc/words.csv") == "/etc/words.csv")
        #expect(workspace.place(of: workspace.sources[0]) == .file("/srv/shop/data/shop.csv"))
        #expect(workspace.place(of: workspace.sources[1]) == .remote("https://example.com/feed.xml"))
        #expect(workspace.place(of: workspace.sources[2]) == .pattern("/srv/shop/feeds/*.csv"))
        let options = workspace.options(for: workspace.sources[1])
        #expect(options.profile == "nested")
        #expect(options.encoding == .gb18030)
        #expect(options.isPartial)
    }

    @Test func aFolderWithoutTheFileSaysHowToMakeOne() throws {
        let folder = try Folder()
        let error = #expect(throws: FeedError.self) { _ = try Workspace.read(folder: folder.path) }
        #expect(error?.description.contains("specsync init") == true)
    }

    /// Notepad writes a mark first; an old editor writes GBK.
    @Test func theFilesOwnEncoding() throws {
        let folder = try Folder()
        try folder.write("specsync.yaml", "\u{FEFF}" + Self.least)
        #expect(try Workspace.read(folder: folder.path).shop == "店")
        try Data([0x73, 0x3A, 0x20, 0xB5, 0xEA, 0x0A]).write(to: URL(filePath: folder.path + "/specsync.yaml"))
        let error = #expect(throws: FeedError.self) { _ = try Workspace.read(folder: folder.path) }
        #expect(error?.description.contains("UTF-8") == true)
    }
}
