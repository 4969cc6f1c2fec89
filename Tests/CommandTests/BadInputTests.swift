import Foundation
import Testing

/// Input that cannot be worked with: a message that names the file, the line where there is one, and the next step;
/// exit code 2; nothing half-written; no crash, within 30 s and 4 GB.
@Suite struct BadInputTests {
    /// A file that must be refused, and what the message must say.
    struct Bad: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        /// The line that the message must name; nil if no line is at fault.
        var line: Int?
        /// A word of the message or of its next step.
        var word: String
        var testDescription: String { word + " in " + name }

        init(_ name: String, _ text: String, line: Int? = nil, _ word: String) {
            self.init(name, Array(text.utf8), line: line, word)
        }

        init(_ name: String, _ bytes: [UInt8], line: Int? = nil, _ word: String) {
            (self.name, self.bytes, self.line, self.word) = (name, bytes, line, word)
        }
    }

    private static let xmlBegin = "<?xml version=\"1.0\"?>\n<catalogue>\n  <style code=\"K1\">\n"
    private static let xmlEnd =
        "    <variant sku=\"K1-1\"><colour>黑色</colour><size>M</size></variant>\n  </style>\n</catalogue>\n"
    private static let goodXML = xmlBegin + xmlEnd
    private static let goodCSV = "款号,商家编码,颜色,尺码\nK1,K1-1,黑色,M\nK1,K1-2,黑色,L\n"

    private static func withDoctype(_ doctype: String, _ entity: String) -> String {
        "<?xml version=\"1.0\"?>\n\(doctype)\n<catalogue><style code=\"K1\"><title>\(entity)</title>\n" + xmlEnd
    }

    private static let billionLaughs =
        "<!DOCTYPE c [\n<!ENTITY a0 \"ha\">\n"
        + (1...12).map { level in
            "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">\n"
        }.joined() + "]>"

    static let files: [Bad] = [
        Bad("nothing.csv", "", "empty"), Bad("nothing.xml", "", "empty"),
        Bad("mark.csv", [0xEF, 0xBB, 0xBF], "empty"), Bad("blank.csv", "\n\n  \n\n", "empty"),
        Bad("header.csv", "款号,商家编码,颜色,尺码\n", line: 1, "header"),
        Bad("header-open.csv", "款号,商家编码,颜色,尺码", line: 1, "header"),
        Bad("root.xml", "<?xml version=\"1.0\"?>\n<catalogue>\n</catalogue>\n", "variant"),
        // No encoding has these bytes in this order.
        Bad(
            "strange.csv",
            Array("款号,商家编码\n".utf8) + [0x4B, 0xFF, 0xFE, 0x81, 0x00, 0xFF, 0xC0, 0xC1, 0x2C, 0x31, 0x0A], "encoding"),
        Bad(
            "late.csv", Array((goodCSV + "K1,K1-3,").utf8) + [0xFF, 0xFE, 0xFF, 0x81] + Array(",S\n".utf8), line: 4,
            "encoding"),
        Bad("zeros.csv", "款号,商家编码,颜色,尺码\nK1,K1-1,黑色,M\nK1,K1-\u{0}2,黑色,L\n", line: 3, "NUL"),
        Bad("twice.csv", "款号,商家编码,颜色,尺码,商家编码\nK1,K1-1,黑色,M,K1-9\n", line: 1, "商家编码"),
        Bad("unknown.csv", "甲,乙,丙\n1,2,3\n", line: 1, "甲"),
        Bad("cut-off.csv", "款号,商家编码,颜色,尺码\nK1,K1-1,黑色,M\nK1,K1-2,\"黑色,L\nK1,K1-3,黑色,XL\n", line: 3, "quote"),
        Bad("cut-off-at-once.csv", "款号,商家编码,颜色,尺码\nK1,\"K1-1", line: 2, "quote"),
        Bad("workbook.csv", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00], "CSV"),
        Bad("truncated.xml", String(goodXML.prefix(goodXML.count - 30)), line: 4, "breaks off"),
        Bad("truncated-tag.xml", xmlBegin + "    <variant sku=\"K1", line: 4, "breaks off"),
        Bad("ampersand.xml", xmlBegin + "    <title>T & S</title>\n" + xmlEnd, line: 4, "&amp;"),
        Bad("prefix.xml", xmlBegin + "    <g:title>T</g:title>\n" + xmlEnd, line: 4, "xmlns"),
        Bad("wrong-end.xml", xmlBegin + "    <title>T</titel>\n" + xmlEnd, line: 4, "title"),
        Bad("two-roots.xml", goodXML + "<catalogue></catalogue>\n", line: 7, "root"),
        Bad("wrong-bytes.xml", Array(xmlBegin.utf8) + [0xFF, 0xFE, 0x3C] + Array(xmlEnd.utf8), line: 4, "encoding"),
        Bad(
            "xxe.xml", withDoctype("<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"), line: 2, "entit"),
        Bad(
            "xxe-parameter.xml",
            withDoctype("<!DOCTYPE c [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]>", "T"), line: 2, "entit"),
        Bad("billion-laughs.xml", withDoctype(billionLaughs, "&a12;"), line: 3, "entit"),
        Bad(
            "quadratic.xml",
            withDoctype(
                "<!DOCTYPE c [<!ENTITY a \"\(String(repeating: "a", count: 100_000))\">]>",
                String(repeating: "&a;", count: 10_000)), line: 2, "entit"),
        Bad(
            "deep.xml",
            "<c>\n" + String(repeating: "<d>", count: 200_000) + String(repeating: "</d>", count: 200_000) + "</c>\n",
            line: 2, "deep"),
    ]

    @Test(arguments: files, ["supplier", "shop"]) func isRefused(_ bad: Bad, as leg: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(bad.name, bad.bytes)
        try expectRefusal(of: path, as: leg, in: folder, line: bad.line, word: bad.word)
    }

    /// Runs `diff` with a bad file on one side and a good one on the other, and checks all that a refusal owes.
    private func expectRefusal(of path: String, as leg: String, in folder: TemporaryFolder, line: Int?, word: String)
        throws
    {
        let good = try folder.write("good.csv", Self.goodCSV)
        try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
        try folder.write("out/mapping.csv", "yesterday's")
        let files = leg == "supplier" ? [path, good] : [good, path]
        let answer = try Program.run(["diff"] + files + ["--out", folder.path("out")])

        #expect(!answer.isTimedOut, "it took more than 30 s")
        #expect(answer.code == 2, "\(answer.errors.prefix(2000))")
        #expect(answer.text == "", "nothing was compared, so there is no answer")
        #expect(answer.peakMemory < 4 << 30)
        #expect(answer.errors.count < 4000, "a message is read by a person")
        let name = String(path.split(separator: "/").last ?? "")
        let place = line.map { "\(name):\($0)" } ?? name
        let index = try #require(
            answer.errorLines.firstIndex { $0.hasPrefix(place) && $0.contains(": error: ") },
            "\(answer.errors.prefix(2000))")
        let message = answer.errorLines[index]
        #expect(message.dropFirst(place.count).first.map { ": ".contains($0) } == true, "another line: \(message)")
        let step = index + 1 < answer.errorLines.count ? answer.errorLines[index + 1] : ""
        #expect(step.hasPrefix("  ") && step.count > 15, "what to do about it: “\(step)”")
        #expect((message + step).contains(word), "\(message)\n\(step)")
        #expect(try folder.names("out") == ["mapping.csv"])
        #expect(try folder.bytes("out/mapping.csv") == Array("yesterday's".utf8), "what was there stays")
    }

    @Test(arguments: ["supplier", "shop"]) func aFolder(_ leg: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("feeds.csv"), withIntermediateDirectories: true)
        try expectRefusal(of: folder.path("feeds.csv"), as: leg, in: folder, line: nil, word: "folder")
    }

    @Test(arguments: ["supplier", "shop"]) func nothingOfThatName(_ leg: String) throws {
        let folder = try TemporaryFolder()
        try expectRefusal(of: folder.path("gone.csv"), as: leg, in: folder, line: nil, word: "path")
    }

    /// Without permission; root may read everything, but not this.
    @Test(arguments: ["supplier", "shop"]) func unreadable(_ leg: String) throws {
        let folder = try TemporaryFolder()
        if getuid() == 0 {
            return try expectRefusal(of: "/proc/self/mem", as: leg, in: folder, line: nil, word: "cannot be read")
        }
        let path = try folder.write("secret.csv", Self.goodCSV)
        try #require(chmod(path, 0) == 0)
        try expectRefusal(of: path, as: leg, in: folder, line: nil, word: "permission")
    }

    @Test func anEncodingThatTheBytesAreNot() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write("good.csv", Self.goodCSV)
        let bad = try folder.write("big5.csv", Array("style,sku,colour\nK1,K1-1,".utf8) + [0xFF, 0xFF, 0x0A])
        let answer = try Program.run(["diff", bad, good, "--supplier-encoding", "BIG5"])
        #expect(answer.code == 2)
        #expect(
            answer.errors.hasPrefix("big5.csv:2: error: ") && answer.errors.contains("--supplier-encoding"),
            "\(answer.errors)")
    }

    /// 150 MB without a line end: no header, no rows.
    @Test func aSingleLineOf150MB() throws {
        let folder = try TemporaryFolder()
        let cell = Array("K1,K1-1,黑色,M,".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(151 << 20)
        while bytes.count < 150 << 20 { bytes += cell }
        let path = try folder.write("line.csv", bytes)
        bytes = []
        try expectRefusal(of: path, as: "supplier", in: folder, line: 1, word: "line")
    }

    /// One cell of 150 MB, in quotes and closed, in a file that is otherwise good: no record is that long.
    @Test func aCellOf150MB() throws {
        let folder = try TemporaryFolder()
        let head = Array("款号,商家编码,颜色,尺码,描述\nK1,K1-1,黑色,M,\"".utf8)
        let end = Array("\"\nK1,K1-2,黑色,L,b\n".utf8)
        let path = try folder.write("cell.csv", head + Array(repeating: 0x61, count: 150 << 20) + end)
        try expectRefusal(of: path, as: "supplier", in: folder, line: 2, word: "record")
    }

    /// XML may well be one line; a long one is read or refused, but never half read.
    @Test func xmlInOneLineOf150MB() throws {
        let folder = try TemporaryFolder()
        let variant = Array(
            "<variant sku=\"K1-1\"><colour>黑色</colour><size>M</size><description>aaaaaaaaaaaaaaaaaaaa</description></variant>"
                .utf8)
        var bytes = Array("<c><style code=\"K1\">".utf8)
        bytes.reserveCapacity(151 << 20)
        while bytes.count < 150 << 20 { bytes += variant }
        let path = try folder.write("line.xml", bytes)
        bytes = []
        try expectRefusal(of: path, as: "supplier", in: folder, line: 1, word: "breaks off")
    }

    /// The same file on both sides is said, and not refused.
    @Test func theSameFileTwice() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("good.csv", Self.goodCSV)
        let copy = try folder.write("copy.csv", Self.goodCSV)
        for (shop, name) in [(path, "good.csv"), (copy, "copy.csv")] {
            let answer = try Program.run(["diff", path, shop])
            #expect(answer.code == 0)
            #expect(answer.errors.contains("same") && answer.errors.contains(name), "\(answer.errors)")
        }
        let other = try folder.write("other.csv", Self.goodCSV + "K2,K2-1,黑色,M\n")
        #expect(!(try Program.run(["diff", path, other]).errors.contains("same")))
    }

    /// A folder that cannot be made or written; root may write everywhere, but not below a file.
    @Test(arguments: ["file/out", "file"]) func outIsNotWritable(_ out: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "a file, no folder")
        let good = try folder.write("good.csv", Self.goodCSV)
        let answer = try Program.run(["diff", good, good, "--out", folder.path(out)])
        #expect(answer.code == 2)
        #expect(answer.text == "")
        #expect(answer.errors.contains(folder.path("file")) && answer.errors.contains("--out"), "\(answer.errors)")
        #expect(try folder.names() == ["file", "good.csv"])
    }

    @Test func anOutFolderWithoutPermission() throws {
        if getuid() == 0 { return }
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("locked"), withIntermediateDirectories: true)
        try #require(chmod(folder.path("locked"), 0o555) == 0)
        let good = try folder.write("good.csv", Self.goodCSV)
        let answer = try Program.run(["diff", good, good, "--out", folder.path("locked")])
        #expect(answer.code == 2 && answer.errors.contains("--out"))
        #expect(try folder.names("locked").isEmpty)
    }

    /// One file of the set cannot be put in its place, so none of it is.
    @Test func aFileOfOursThatCannotBeReplaced() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write("good.csv", Self.goodCSV)
        try FileManager.default.createDirectory(
            atPath: folder.path("out/specs.csv/full"), withIntermediateDirectories: true)
        let answer = try Program.run(["diff", good, good, "--out", folder.path("out")])
        #expect(answer.code == 2)
        #expect(answer.errors.contains("specs.csv") && answer.errors.contains("--out"), "\(answer.errors)")
        #expect(try folder.names("out") == ["specs.csv"], "all or nothing")
    }

    /// A file of somebody else's in the output folder is not ours to touch.
    @Test func otherFilesInOutStay() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write("good.csv", Self.goodCSV)
        try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
        try folder.write("out/notes.txt", "mine")
        #expect(try Program.run(["diff", good, good, "--out", folder.path("out")]).code == 0)
        #expect(try folder.bytes("out/notes.txt") == Array("mine".utf8))
        #expect(try folder.names("out").count == 6)
    }

    /// A word list that is not there.
    @Test func noSuchLexicon() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write("good.csv", Self.goodCSV)
        let answer = try Program.run(["diff", good, good, "--lexicon", folder.path("words.csv")])
        #expect(
            answer.code == 2 && answer.errors.contains("words.csv") && answer.errors.contains("--lexicon"),
            "\(answer.errors)")
    }
}
