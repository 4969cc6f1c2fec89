import Catalogues
import Feeds
import Foundation
import Reconciliation
import Reports
import Testing

@testable import Pipeline

/// What `specsync init` writes, read back.
@Suite struct DraftTests {
    @Test func whatIsWrittenIsReadBack() throws {
        let folder = try Folder("我的小店")
        try folder.write("shop.csv", Sample.shop)
        try folder.write("feeds/supplier.csv", Sample.supplier)
        try folder.write("../orders.csv", Sample.shop)
        let draft = try WorkspaceDraft(
            folder: folder.path,
            [
                .init(.shop, "\(folder.path)/shop.csv"), .init(.supplier, "\(folder.path)/feeds/*.csv"),
                .init(.supplier, "https://example.com/feed.xml"), .init(.orders, "\(folder.path)/../orders.csv"),
            ])
        try draft.write(isForced: false)
        let workspace = try Workspace.read(folder: folder.path)
        #expect(workspace.shop == "我的小店")
        #expect(workspace.language == .zh)
        #expect(workspace.sources.map(\.name) == ["shop", "feeds", "example.com", "orders"])
        #expect(workspace.sources.map(\.leg) == [.shop, .supplier, .supplier, .orders])
        #expect(
            workspace.sources.map(\.feed) == [
                "shop.csv", "feeds/*.csv", "https://example.com/feed.xml", "../orders.csv",
            ])
        #expect(workspace.sources.map(\.profile) == ["flat", "flat", nil, "flat"])
        #expect(workspace.sources.map(\.isComplete) == [true, true, true, false])
        #expect(workspace.mail == nil)
        #expect(draft.summary.contains("specsync run --dry-run"))
    }

    /// Whoever takes all the # away from what is offered has a file that is read.
    @Test(arguments: ["zh", "en"]) func whatIsOfferedIsRight(_ language: String) throws {
        let folder = try Folder()
        try folder.write("shop.csv", Sample.shop)
        try folder.write("supplier.csv", Sample.supplier)
        let draft = try WorkspaceDraft(
            folder: folder.path,
            [.init(.shop, "\(folder.path)/shop.csv"), .init(.supplier, "\(folder.path)/supplier.csv")],
            language: language == "zh" ? .zh : .en)
        let text = draft.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let bare = line.drop { $0 == " " }
            guard bare.first == "#", !bare.hasPrefix("# ") || bare.hasPrefix("#  ") else { return String(line) }
            return String(line.prefix { $0 == " " }) + bare.dropFirst()
        }.joined(separator: "\n")
        let workspace = try Workspace.parse(text, folder: folder.path)
        #expect(workspace.mail?.host == "smtp.example.com")
        #expect(workspace.mail?.isQuiet == true)
        #expect(workspace.priceRule == .floor)
        #expect(workspace.lowStock == 5)
        #expect(workspace.lexicons == ["words.csv"])
        #expect(workspace.sources[1].arrival?.weekdays == [1, 2, 3, 4, 5])
        #expect(workspace.sources[1].contact.wechat == "wang88")
        #expect(workspace.sources[1].notes.first?.at == Moment("2026-10-01"))
        #expect(workspace.sources[1].guards == GuardSettings(), "what the guards' line says is the default")
        #expect(workspace.language.rawValue == language)
    }

    @Test(arguments: [(Sample.shop, "zh"), (Sample.english, "en")])
    func theLanguageIsThatOfTheShopsTitles(_ shop: String, _ language: String) throws {
        let folder = try Folder()
        try folder.write("shop.csv", shop)
        try folder.write("supplier.csv", Sample.supplier)
        let draft = try WorkspaceDraft(
            folder: folder.path,
            [.init(.supplier, "\(folder.path)/supplier.csv"), .init(.shop, "\(folder.path)/shop.csv")])
        #expect(draft.language.rawValue == language)
    }

    @Test func theEncodingIsNotNailedDown() throws {
        let folder = try Folder()
        try folder.write("shop.csv", Sample.shop)
        try folder.write("supplier.csv", Sample.supplier)
        let draft = try WorkspaceDraft(
            folder: folder.path,
            [.init(.shop, "\(folder.path)/shop.csv"), .init(.supplier, "\(folder.path)/supplier.csv")])
        #expect(draft.text.contains("    #encoding: UTF-8\n"))
        #expect(try Workspace.parse(draft.text, folder: folder.path).sources.allSatisfy { $0.encoding == nil })
    }

    @Test func itNeverReplacesUnlessTold() throws {
        let folder = try Folder()
        try folder.write("shop.csv", Sample.shop)
        try folder.write("supplier.csv", Sample.supplier)
        try folder.write("specsync.yaml", "mine")
        let draft = try WorkspaceDraft(
            folder: folder.path,
            [.init(.shop, "\(folder.path)/shop.csv"), .init(.supplier, "\(folder.path)/supplier.csv")])
        let error = #expect(throws: RunError.self) { try draft.write(isForced: false) }
        #expect(error?.description.contains("--force") == true)
        #expect(try folder.text("specsync.yaml") == "mine")
        try draft.write(isForced: true)
        #expect(try folder.text("specsync.yaml") == draft.text)
    }

    @Test(arguments: ["none.csv", "https://u:hunter2@example.com/x", "broken.xml", "*.tsv"])
    func whatCannotBeReadWritesNothing(_ feed: String) throws {
        let folder = try Folder()
        try folder.write("shop.csv", Sample.shop)
        try folder.write("broken.xml", "<catalogue><style>")
        let path = feed.contains("://") ? feed : "\(folder.path)/\(feed)"
        let error = #expect(throws: (any Error).self) {
            _ = try WorkspaceDraft(
                folder: folder.path, [.init(.shop, "\(folder.path)/shop.csv"), .init(.supplier, path)])
        }
        #expect(!"\(String(describing: error))".contains("hunter"))
        #expect(!folder.has("specsync.yaml"))
    }

    @Test(
        arguments: [
            ("/srv/shop/a.csv", "/srv/shop", "a.csv"), ("/srv/shop/feeds/a.csv", "/srv/shop", "feeds/a.csv"),
            ("/srv/feeds/a.csv", "/srv/shop", "../feeds/a.csv"), ("/data/a.csv", "/srv/shop", "/data/a.csv"),
            ("/a.csv", "/srv", "/a.csv"), ("/srv/shopping/a.csv", "/srv/shop", "../shopping/a.csv"),
            ("/srv/./shop/x/../a.csv", "/srv/shop/", "a.csv"), ("/srv/shop", "/srv/shop", "../shop"),
        ])
    func paths(_ path: String, _ folder: String, _ relative: String) {
        #expect(FilePath.relative(path, to: folder) == relative)
    }

    /// What a name or a path may be comes back as it was.
    @Test(
        arguments: [
            "plain", "我的小店", "two words", " a ", "a: b", "a #b", "#a", "- a", "a:", "yes", "null", "~", "\"q\"", "'q'",
            "back\\slash", "{a}", "[a]", "&a", "*a", "!a", "%a", "@a", "a\tb", "é", "😀", "C:\\x", "1:30", "0x10", "---",
            "...",
            "a\u{A0}b", "a\u{2028}b", "a\u{FEFF}b", "a\u{7F}b", "https://example.com/a?b=c&d=e#f", "a, b", "?x", "|",
            ">",
        ])
    func valuesAreReadBack(_ text: String) throws {
        let table = try YAMLTable.parse("key: \(YAMLText.value(text))\nmore: 1\n", file: "x.yaml")
        #expect(try table.text("key") == text)
    }

    @Test(
        arguments: [
            ("supplier", [], "supplier"), ("supplier", ["supplier"], "supplier 2"),
            ("supplier", ["Supplier", "supplier 2"], "supplier 3"), ("a/b:c", [], "a-b-c"), (".hidden", [], "hidden"),
            ("", [], "source"), ("report", [], "report 1"), ("义乌A厂", [], "义乌A厂"), ("a\u{202E}b", [], "a-b"),
        ] as [(String, [String], String)])
    func namesAreMade(_ text: String, _ others: [String], _ name: String) {
        let made = SourceName.made(from: text, unlike: others)
        #expect(made == name)
        #expect(SourceName.fault(made) == nil)
    }
}
