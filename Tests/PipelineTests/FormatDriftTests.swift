import Catalogues
import Feeds
import Reconciliation
import Reports
import Testing

@testable import Pipeline

/// What became of the columns of a file, and whether it is held back for it.
@Suite struct FormatDriftTests {
    /// `header=field` for each column, separated by blanks; without a field it is not read.
    private func table(_ columns: String, _ change: (inout FeedUnderstanding) -> Void = { _ in }) -> FeedUnderstanding {
        var table = FeedUnderstanding()
        (table.format, table.encoding, table.delimiter, table.profile) = ("csv", "UTF-8", ",", "generic")
        table.columns = columns.split(separator: " ").map { column in
            let parts = column.split(separator: "=")
            return FeedUnderstanding.Column(
                name: String(parts[0]), field: parts.count > 1 ? String(parts[1].replacing("_", with: " ")) : "")
        }
        change(&table)
        return table
    }

    private static let usual = "款号=style_code 商家编码=sku 颜色=option_颜色 条码=barcode 价格=price 备注"

    /// The columns tonight, what is said of them, and whether the file is held.
    @Test(
        arguments: [
            (usual, "", false),
            // Not read, or only moved: told.
            ("款号=style_code 商家编码=sku 颜色=option_颜色 条码=barcode 价格=price", "少了「备注」", false),
            (usual + " 链接", "新列「链接」", false), (usual + " 库存=stock", "新列「库存」，读作库存", false),
            ("图片 " + usual, "新列「图片」", false),
            ("商家编码=sku 款号=style_code 颜色=option_颜色 条码=barcode 价格=price 备注", "「商家编码」从第 2 列移到第 1 列", false),
            ("款号=style_code 颜色=option_颜色 条码=barcode 价格=price 备注 商家编码=sku", "「商家编码」从第 2 列移到第 6 列", false),
            // Another name at the same place, read as the same.
            ("款号=style_code 商家编码=sku 颜色分类=option_颜色 条码=barcode 价格=price 备注", "「颜色」改名「颜色分类」", false),
            ("款号=style_code 商家编码=sku 颜色=option_颜色 条码=barcode 价格=price 说明", "「备注」改名「说明」", false),
            // The same, where another name may mean other figures or codes.
            ("款号=style_code 商家编码=sku 颜色=option_颜色 条码=barcode 零售价=price 备注", "「价格」改名「零售价」", true),
            // A column that variants are known by, or money or stock hangs on, is gone.
            ("款号=style_code 商家编码=sku 颜色=option_颜色 价格=price 备注", "少了「条码」（读作条码）", true),
            ("款号=style_code 商家编码=sku 颜色=option_颜色 条码=barcode 备注", "少了「价格」（读作价格）", true),
            ("款号=style_code 商家编码=sku 条码=barcode 价格=price 备注", "少了「颜色」（读作规格 颜色）", true),
            ("款号=style_code 商家编码=sku 颜色=option_颜色 条码 价格=price 备注", "「条码」不再读作条码", true),
            // A field comes from another column.
            (
                "款号=style_code 颜色=option_颜色 条码=barcode 价格=price 备注 编码=sku", "规格编码原读「商家编码」，现读「编码」", true
            ),
            (
                "款号=style_code 商家编码 颜色=option_颜色 条码=barcode 价格=price 备注=sku", "规格编码原读「商家编码」，现读「备注」", true
            ),
            (
                "款号=sku 商家编码=style_code 颜色=option_颜色 条码=barcode 价格=price 备注",
                "「款号」原读作款号，现读作规格编码；「商家编码」原读作规格编码，现读作款号", true
            ),
            // The grave first.
            (
                "款号=style_code 商家编码=sku 颜色=option_颜色 价格=price 备注 链接", "少了「条码」（读作条码）；新列「链接」", true
            ),
        ])
    func columns(_ tonight: String, _ said: String, _ isHeld: Bool) {
        let objection = FormatDrift(from: table(Self.usual), to: table(tonight)).objection
        #expect(objection?.sentence.zh ?? "" == said)
        #expect((objection?.verdict == .hold) == isHeld)
        #expect(objection.map(\.code) ?? .formatDrift == .formatDrift)
    }

    /// The other way round, the lost are new and the new are lost.
    @Test func theWayBack() {
        let more = table(Self.usual + " 链接")
        #expect(FormatDrift(from: more, to: table(Self.usual)).objection?.sentence.zh == "少了「链接」")
    }

    @Test func headersThatRepeatAreToldApart() {
        let twice = table("编码=style_code 编码=sku 价格=price")
        #expect(FormatDrift(from: twice, to: twice).objection == nil)
        let once = FormatDrift(from: twice, to: table("编码=style_code 价格=price")).objection
        #expect(once?.sentence.zh == "少了「编码」（读作规格编码）")
    }

    @Test func howTheFileIsWritten() {
        let other = table(Self.usual) {
            $0.profile = "taobao"
            $0.encoding = "GB18030"
            $0.delimiter = "TAB"
        }
        let objection = FormatDrift(from: table(Self.usual), to: other).objection
        #expect(objection?.verdict == .take)
        #expect(objection?.sentence.zh == "按 taobao 来读（原来按 generic）；文字编码由 UTF-8 变成 GB18030；分隔符由 , 变成 TAB")
        #expect(
            objection?.sentence.en
                == "read as taobao, no more as generic; the encoding is GB18030, no more UTF-8; the delimiter is TAB, no more ,"
        )
    }

    @Test func anotherFormatAltogether() {
        let document = table("catalogue/style/variant/@sku=sku") { $0.format = "xml" }
        let objection = FormatDrift(from: table(Self.usual), to: document).objection
        #expect(objection?.verdict == .hold)
        #expect(objection?.sentence.zh == "格式由 csv 变成 xml")
    }

    /// Elements have no order, and one that few records have may be absent tonight.
    @Test func elementsOfADocument() {
        func document(_ columns: String, _ rare: Set<String> = [], in record: String = "a/b") -> FeedUnderstanding {
            table(columns) {
                $0.format = "xml"
                $0.recordElement = record
                $0.delimiter = ""
                for index in $0.columns.indices { $0.columns[index].isRare = rare.contains($0.columns[index].name) }
            }
        }
        let usual = document("a/b/sku=sku a/b/size=option_1 a/b/gtin=barcode a/b/note", ["a/b/gtin", "a/b/note"])
        #expect(FormatDrift(from: usual, to: document("a/b/size=option_1 a/b/sku=sku")).objection == nil)
        let gone = FormatDrift(from: usual, to: document("a/b/size=option_1")).objection
        #expect(gone?.sentence.zh == "少了「a/b/sku」（读作规格编码）")
        #expect(gone?.verdict == .hold)
        let moved = FormatDrift(from: usual, to: document("a/c/sku=sku", in: "a/c")).objection
        #expect(moved?.sentence.en == "specs stand in a/c, no more in a/b")
        #expect(moved?.verdict == .hold)
    }

    @Test func manyPartsAreCounted() {
        let objection = FormatDrift(
            from: table(Self.usual), to: table(Self.usual + (1...9).map { " 新\($0)" }.joined())
        ).objection
        #expect(objection?.sentence.zh.hasSuffix("新列「新6」；还有 3 处") == true)
        #expect(objection?.sentence.en.hasSuffix("; and 3 more") == true)
    }

    /// What the readers say of real files is what is compared.
    @Test func readFromFiles() throws {
        let folder = try Folder()
        func understanding(_ text: String) throws -> FeedUnderstanding {
            try Feed.read(try folder.write("a.csv", text), FeedOptions(leg: .supplier)).understanding
        }
        let old = try understanding(Sample.supplier)
        let without = Sample.supplier.replacing(",商家编码", with: "").replacing(",K1-1", with: "").replacing(
            ",K1-2", with: "")
        let objection = FormatDrift(from: old, to: try understanding(without)).objection
        #expect(objection?.verdict == .hold)
        #expect(objection?.sentence.zh.contains("「商家编码」") == true)
        #expect(FormatDrift(from: old, to: try understanding(Sample.supplier)).objection == nil)
    }
}
