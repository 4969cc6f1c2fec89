import Foundation
import Testing

/// `check`, as a lister uses it.
@Suite struct CheckTests {
    private static let demo = Program.repository.appending(path: "fixtures/demo").path

    /// The issues that `--format csv` names: code, severity, spec, attribute, line, what to write instead.
    private struct Row: Equatable {
        var code, severity, spec, attribute, suggestion: String
        var line: Int
    }

    private func rows(_ answer: Program.Answer) -> [Row] {
        let table = Table(answer.output)
        return table.rows.map { row in
            Row(
                code: row["code"], severity: row["severity"], spec: row["spec"], attribute: row["attribute"],
                suggestion: row["suggestion"], line: Int(row["line"]) ?? 0)
        }
    }

    /// Ten faults in a draft that otherwise says what the supplier says: each is found, and nothing else.
    @Test func tenFaultsAreTen() throws {
        let folder = try TemporaryFolder()
        let feed = DraftFeed(styles: 12)
        let supplier = try folder.write("supplier.xml", feed.xml)
        var draft = feed
        // The same goods and other bytes.
        for index in draft.items.indices { draft.items[index].price = "99.00 EUR" }
        let same = try folder.write("same.xml", draft.xml)
        let quiet = try Program.run(["check", supplier, "--draft", same, "--fail-on", "note"])
        #expect(quiet.code == 0, "\(quiet.text)\(quiet.errors)")
        #expect(quiet.text.hasSuffix("all 12 styles may be listed: 0 errors, 0 warnings, 0 notes\n"))

        func at(_ id: String) -> Int { draft.index(id) }
        draft.items[at("v0-red-s")].colour = "Green"
        draft.items[at("v1-red-s")].size = "5XL"
        let (a, b) = (at("v2-red-s"), at("v2-navy-m"))
        (draft.items[a].id, draft.items[b].id) = (draft.items[b].id, draft.items[a].id)
        (draft.items[a].barcode, draft.items[b].barcode) = (draft.items[b].barcode, draft.items[a].barcode)
        let barcode = draft.items[at("v3-red-s")].barcode
        draft.items[at("v3-red-s")].barcode = String(barcode.dropLast()) + (barcode.hasSuffix("1") ? "2" : "1")
        draft.items.remove(at: at("v4-red-s"))
        draft.items[at("v5-red-s")].price = "1.00 EUR"
        draft.items.insert(draft.items[at("v6-red-s")], at: at("v6-red-s"))
        draft.items[at("v7-red-s")].id = "x7-none"
        draft.items[at("v8-red-s")].title = draft.items[at("v9-red-s")].title
        draft.items[at("v10-red-s")].size = "S 2 pack"
        let bad = try folder.write("draft.xml", draft.xml)

        let answer = try Program.run(["check", supplier, "--draft", bad, "--format", "csv"])
        #expect(answer.code == 1, "\(answer.errors)")
        let found = rows(answer)
        let expected = [
            ("draft-contradicts", "error", "Green/S", "colour", "Red"),
            ("draft-contradicts", "error", "Red/5XL", "size", "S"),
            ("draft-contradicts", "error", "Navy/M", "sku", "v2-navy-m, v2-red-s"),
            ("barcode-invalid", "error", "Red/S", "barcode", barcode),
            ("draft-lacks", "note", "", "spec", "v4-red-s Red/S"),
            ("price-below-cost", "warning", "Red/S", "price", "≥ 25.00"),
            ("duplicate-spec", "error", "Red/S", "spec", ""),
            ("draft-contradicts", "error", "Red/S", "sku", "v7-red-s"),
            ("draft-contradicts", "error", "Red/S", "title", feed.items[feed.index("v8-red-s")].title),
            ("draft-contradicts", "error", "Red/S 2 pack", "pack", "Red/S"),
        ]
        #expect(found.count == expected.count, "\(answer.text)")
        for (row, wanted) in zip(found, expected) {
            #expect(row.code == wanted.0 && row.severity == wanted.1, "\(row)")
            #expect(row.spec == wanted.2 && row.attribute == wanted.3 && row.suggestion == wanted.4, "\(row)")
        }
    }

    /// The lister's way through the demo: the supplier's style, then the draft of it.
    @Test func theDemosStyle() throws {
        let supplier = "\(Self.demo)/supplier.xml"
        let style = try Program.run(["check", supplier, "--style", "SHL6101", "--target", "shopify"])
        #expect(style.code == 0, "\(style.text)\(style.errors)")
        #expect(style.text.contains("SHL6101 may be listed: 0 errors"))
        let draft = try Program.run(
            ["check", supplier, "--draft", "\(Self.demo)/shop.csv", "--style", "SHL6101", "--language", "zh"])
        #expect(draft.code == 1)
        #expect(draft.text.contains("shop.csv:5:6  黑色/XL、藏青/XL 的编码互换了"), "\(draft.text)")
        #expect(draft.text.hasSuffix("3701845520916832001 不能上架：1 处错误，0 处注意，0 处提示\n"))
    }

    @Test func failsOnWhatItIsTold() throws {
        let arguments = ["check", "\(Self.demo)/supplier.xml", "--style", "SHL6101"]
        #expect(try Program.run(arguments).code == 0)
        #expect(try Program.run(arguments + ["--fail-on", "note"]).code == 1)
    }

    @Test func writesAFileWhole() throws {
        let folder = try TemporaryFolder()
        let page = folder.path("check.html")
        let answer = try Program.run(
            ["check", "\(Self.demo)/supplier.xml", "--format", "html", "--out", page, "--language", "zh"])
        #expect(answer.code == 1)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.hasSuffix("款里 2 款不能上架，12 款可以：2 处错误，1 处注意，4 处提示\n"), "\(answer.errors)")
        #expect(String(decoding: try folder.bytes("check.html"), as: UTF8.self).hasPrefix("<!doctype html>"))
        #expect(try folder.names() == ["check.html"])
        let no = try Program.run(
            ["check", "\(Self.demo)/supplier.xml", "--out", folder.path("none") + "/check.txt"])
        #expect(no.code == 2)
        #expect(try folder.names() == ["check.html"])
    }

    // MARK: Wrong input

    @Test func aStyleThatIsNotThere() throws {
        let answer = try Program.run(["check", "\(Self.demo)/supplier.xml", "--style", "SHL6110"])
        #expect(answer.code == 2)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.contains("supplier.xml: error: there is no style SHL6110\n  Did you mean SHL6101"))
    }

    @Test func aTargetThatIsNotThere() throws {
        let answer = try Program.run(["check", "\(Self.demo)/supplier.xml", "--target", "shopfy"])
        #expect(answer.code == 2)
        #expect(answer.errors.contains("shopify"), "\(answer.errors)")
    }

    @Test func aFileThatIsNotThere() throws {
        let folder = try TemporaryFolder()
        for arguments in [
            [folder.path("none.xml")], ["\(Self.demo)/supplier.xml", "--draft", folder.path("none.xml")],
        ] {
            let answer = try Program.run(["check"] + arguments)
            #expect(answer.code == 2)
            #expect(answer.errors.contains("none.xml: error: cannot be read"))
        }
    }

    @Test func halfAFile() throws {
        let folder = try TemporaryFolder()
        let whole = try String(contentsOfFile: "\(Self.demo)/supplier.xml", encoding: .utf8)
        let half = try folder.write("half.xml", String(whole.prefix(whole.count / 2)))
        let answer = try Program.run(["check", half, "--format", "html", "--out", folder.path("page.html")])
        #expect(answer.code == 2)
        #expect(answer.errors.contains("half.xml:"))
        #expect(try folder.names() == ["half.xml"], "nothing is written")
        let draft = try Program.run(["check", "\(Self.demo)/supplier.xml", "--draft", half])
        #expect(draft.code == 2)
    }

    @Test func theSupplierAsItsOwnDraft() throws {
        let answer = try Program.run(["check", "\(Self.demo)/supplier.xml", "--draft", "\(Self.demo)/supplier.xml"])
        #expect(answer.errors.contains("[same-file]"))
        #expect(answer.code == 1, "what is wrong in it is still told")
    }

    @Test(arguments: [
        ["--margin", "100"], ["--draft-profile", "flat"], ["--fail-on", "minor"], ["--price-rule", "x"],
    ])
    func wrongUsage(_ arguments: [String]) throws {
        #expect(try Program.run(["check", "\(Self.demo)/supplier.xml"] + arguments).code == 64)
    }

    // MARK: A workspace

    /// Two suppliers and a shop, three nights: what the ledger knows of a style stands beside its issues.
    @Test func theWorkspaceKnowsTheStyle() throws {
        let folder = try TemporaryFolder()
        func catalogue(_ colour: String, _ barcode: String = "6990617110107") -> String {
            "款号,标题,商家编码,颜色,尺码,条码,供货价,库存\nK1,连衣裙,K1-1,\(colour),M,\(barcode),68.00,9\nK1,连衣裙,K1-2,白色,M,,68.00,9\n"
        }
        try folder.write("a.csv", catalogue("黑色"))
        try folder.write("b.csv", catalogue("黑色").replacing("K1", with: "B9").replacing("68.00", with: "61.00"))
        try folder.write(
            "shop.csv", "商品ID,商品名称,规格ID,颜色,尺码,商家编码,售价,库存\n1,连衣裙,11,黑色,M,K1-1,99.00,5\n1,连衣裙,12,白色,M,K1-2,60.00,5\n")
        try folder.write(
            "specsync.yaml",
            """
            language: en
            sources:
              - name: first
                role: supplier
                feed: a.csv
              - name: second
                role: supplier
                feed: b.csv
              - name: shop
                role: shop
                feed: shop.csv

            """)
        let workspace = folder.path("")
        for night in ["2026-11-03T02:30", "2026-11-04T02:30"] {
            let run = try Program.run(["run", "--workspace", workspace, "--now", night])
            #expect(run.code != 2, "\(run.errors)")
            try folder.write("a.csv", catalogue("墨绿色"))
        }
        let before = try folder.names()
        let answer = try Program.run(
            ["check", folder.path("a.csv"), "--style", "K1", "--workspace", workspace])
        #expect(answer.code == 0, "\(answer.text)\(answer.errors)")
        #expect(answer.text.contains("What the workspace knows"), "\(answer.text)")
        #expect(answer.text.contains("“黑色/M”") && answer.text.contains("“墨绿色/M”"), "\(answer.text)")
        #expect(answer.text.contains("open #"), "\(answer.text)")
        #expect(
            answer.text.contains("second offers it, too (same barcode, 1 spec), from 61.00, 1 in stock"),
            "\(answer.text)")
        #expect(try folder.names() == before)
    }

    @Test func aWorkspaceThatNeverRan() throws {
        let folder = try TemporaryFolder()
        let none = try Program.run(["check", "\(Self.demo)/supplier.xml", "--workspace", folder.path("none")])
        #expect(none.code == 2)
        #expect(none.errors.contains("specsync init"))
        #expect(try folder.names() == [])
    }
}
