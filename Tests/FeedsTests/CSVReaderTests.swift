import Catalogues
import Testing

@testable import Feeds

@Suite struct CSVReaderTests {
    private static let document =
        "商家编码,颜色,备注\r\nK1-1,黑色,\"两行\r\n说明\"\r\nK1-2,藏青,x\r\nK2-1,白,y\r\n"

    /// However a file is cut off, it is refused, or read as far as it goes: no crash, nothing invented.
    @Test(arguments: ["UTF-8", "GBK", "UTF-16LE", "UTF-16BE"]) func truncationAtEveryByte(_ encoding: String) throws {
        let mark: [UInt8] = encoding == "UTF-16LE" ? [0xFF, 0xFE] : encoding == "UTF-16BE" ? [0xFE, 0xFF] : []
        let bytes = mark + encoded(Self.document, encoding)
        try #require(bytes.count > 60)
        #expect(try read(bytes).catalogue.variantCount == 3)
        var refused = 0
        for length in 0..<bytes.count {
            do {
                let goods = try read(Array(bytes[..<length])).catalogue
                #expect(goods.variantCount <= 3)
                for index in 0..<goods.variantCount {
                    let variant = goods.variant(goods.row(inFileOrder: index))
                    let whole = ["K1-1", "K1-2", "K2-1"][index]
                    #expect(whole.hasPrefix(variant.sku), "\(length) bytes: \(variant.sku)")
                    #expect(variant.line == [2, 4, 5][index], "\(length) bytes")
                    if index + 1 < goods.variantCount { #expect(variant.sku == whole, "\(length) bytes") }
                }
            } catch let error as FeedError {
                refused += 1
                #expect(!error.message.isEmpty && !error.remedy.isEmpty)
            }
        }
        #expect(refused > 10, "cut in the header, in a character, or in the quotes")
    }

    /// What is cut off inside quotes has lost an unknown number of rows.
    @Test func truncationInsideQuotes() throws {
        let bytes = Array(Self.document.utf8)
        let open = try #require(bytes.firstIndex(of: 0x22))
        let close = try #require(bytes.lastIndex(of: 0x22))
        for length in open + 1...close where bytes[length] & 0xC0 != 0x80 {
            #expect("\(length) bytes") { _ = try read(Array(bytes[..<length])) } throws: { error in
                (error as? FeedError)?.place.line == 2
            }
        }
    }

    /// Places are those of the file, whatever stands before or inside the records.
    @Test(arguments: [
        ("sku,colour\na,red\nb,blue\n", [2, 3]), ("\n\nsku,colour\na,red\n\n\nb,blue\n", [4, 7]),
        ("Export of today\n\nsku,colour\na,red\n", [4]), ("sku,colour\n\"a\",\"r\ne\nd\"\nb,blue\n", [2, 5]),
        ("sku,\"col\nour\"\na,red\nb,blue\n", [3, 4]), ("sku,colour\r\na,red\r\n,\r\nb,blue", [2, 4]),
        ("sku,colour\ra,red\rb,blue\r", [2, 3]), ("sep=;\nsku;colour\na;red\n", [3]),
        ("sku,colour\na,red\n   \nb,blue\n", [2, 4]),
    ])
    func lines(_ text: String, _ lines: [Int]) throws {
        let goods = try read(text)
        #expect((0..<goods.variantCount).map { goods.variant(goods.row(inFileOrder: $0)).line } == lines)
    }

    @Test func raggedRowsAreTold() throws {
        let goods = try read("sku,colour,size\na,red,M\nb,blue\nc,green,L,more\nd,white,S,,\n")
        #expect(goods.diagnostics.kept.map(\.place.line) == [3, 4])
        #expect(goods.diagnostics.counts == ["ragged-row": 2])
        #expect(
            (0..<4).map { goods.variant($0).options.map(\.value) } == [
                ["red", "M"], ["blue"], ["green", "L"], ["white", "S"],
            ])
    }

    /// A file of more than one block: no record is lost, doubled or given a wrong line where two blocks meet.
    @Test(arguments: ["\n", "\r\n"]) func blocksMeetWithoutLoss(_ ending: String) throws {
        var text = "sku,colour,note" + ending
        var lines: [Int] = []
        var line = 2
        for number in 0..<20_000 {
            lines.append(line)
            let hasBreak = number % 97 == 0
            text += "sku-\(number),red," + (hasBreak ? "\"a\nb\"" : "plain \"\(number)\" text") + ending
            line += hasBreak ? 2 : 1
        }
        let goods = try read(text)
        #expect(text.utf8.count > 2 * ByteSource.blockSize)
        try #require(goods.variantCount == 20_000)
        #expect((0..<20_000).allSatisfy { goods.variant($0).sku == "sku-\($0)" && goods.variant($0).line == lines[$0] })
    }

    /// A single record longer than a block.
    @Test func aLongRecord() throws {
        let long = String(repeating: "very long, ", count: 60_000)
        let goods = try read("sku,colour,note\na,red,\"\(long)\"\nb,blue,x\n")
        #expect((0..<2).map { goods.variant($0).sku } == ["a", "b"])
    }

    @Test func backslashesAreLetters() throws {
        let goods = try read("sku,colour,size\na\\,red,M\n\"b\\\",blue,L\n")
        #expect((0..<2).map { goods.variant($0).sku } == ["a\\", "b\\"])
    }

    @Test func noRecognisableColumn() {
        #expect {
            _ = try read("甲,乙,丙\n1,2,3\n")
        } throws: { error in
            guard let error = error as? FeedError else { return false }
            return error.message.contains("甲") && error.remedy.contains("--supplier-profile")
        }
    }
}
