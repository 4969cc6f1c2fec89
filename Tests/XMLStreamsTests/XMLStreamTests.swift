import Testing

@testable import XMLStreams

@Suite struct XMLStreamTests {
    @Test func tellsPathsLinesAndTexts() throws {
        let document = """
            <?xml version="1.0"?>
            <a xmlns:g="x" cur="A &amp; B&#38;#38;">
             <b
               id="1"> x <![CDATA[<y>]]> &amp; z
             </b><g:c>t</g:c><d>  </d>
            </a>
            """
        #expect(
            try Listing.of(document) == [
                "start a 2", "a/@xmlns:g = x", "a/@cur = A & B&#38;", "start a/b 3", "a/b/@id = 1", "a/b = x <y> & z",
                "end a/b",
                "start a/g:c 5", "a/g:c = t", "end a/g:c", "start a/d 5", "end a/d", "end a",
            ])
    }

    @Test func aTextEndsWhereAnotherBegins() throws {
        #expect(try Listing.of("<a>one<b k='v'>two</b>three</a>").contains("a = one"))
    }

    @Test func joinsMarkUpToTheTextAround() throws {
        #expect(try Listing.of("<a>one <i k='v'>two</i> three</a>", joined: ["i"]).contains("a = one two three"))
    }

    @Test func keepsTextsAcrossBatches() throws {
        let inner = String(repeating: "<b c='12345678'>87654321</b>", count: 60_000)
        let lines = try Listing.of("<a>before\(inner)behind</a>")
        #expect(lines.count == 4 * 60_000 + 3)
        #expect(lines.contains("a = before"))
        #expect(lines.filter { $0 == "a/b = 87654321" }.count == 60_000)
    }

    @Test(
        arguments: [
            ("", XMLError.Kind.empty, 0), ("  \n", .empty, 0), ("<a><b>x & y</b></a>", .unescapedAmpersand, 1),
            ("<a>\n<b>AT&T</b></a>", .unescapedAmpersand, 2), ("<a>&nbsp;</a>", .unknownEntity, 1),
            ("<!DOCTYPE a SYSTEM 'x.dtd'><a>&nbsp;</a>", .unknownEntity, 1),
            ("<a>\n<q:b/></a>", .undeclaredPrefix, 2), ("<a q:b=''/>", .undeclaredPrefix, 1),
            ("<a><b xmlns:q='x'/><q:b/></a>", .undeclaredPrefix, 1), ("<a><b>x</c></a>", .mismatchedTag, 1),
            ("<a><b>x</b>", .truncated, 1), ("<a", .truncated, 1), ("<a>\u{1}</a>", .badCharacter, 1),
            ("<a>\0</a>", .badCharacter, 1), ("<a b=1/>", .malformed, 1), ("<a/><b/>", .malformed, 1),
            ("sku,price\n", .malformed, 1), ("\n<?xml version='1.0'?><a/>", .malformed, 2),
            ("<?xml version='1.0' encoding='no-such'?><a/>", .badEncoding, 1),
            ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", .entityDeclared, 1),
            ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", .entityDeclared, 1),
            ("<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1/'> %x;]><a/>", .entityDeclared, 1),
        ] as [(String, XMLError.Kind, Int)])
    func refuses(_ document: String, _ kind: XMLError.Kind, _ line: Int) throws {
        let error = #expect(throws: XMLError.self) { try Listing.of(document) }
        #expect(error?.kind == kind)
        if line > 0 { #expect(error?.line == line) }
        #expect(error?.message.isEmpty == false)
    }

    @Test func refusesLaughter() {
        var document = "<!DOCTYPE a [<!ENTITY l0 'lol'>"
        for level in 1...9 {
            document += "<!ENTITY l\(level) '" + String(repeating: "&l\(level - 1);", count: 10) + "'>"
        }
        #expect(#expect(throws: XMLError.self) { try Listing.of(document + "]><a>&l9;</a>") }?.kind == .entityDeclared)
        let long = String(repeating: "x", count: 100_000)
        let many = String(repeating: "&x;", count: 20_000)
        let quadratic = "<!DOCTYPE a [<!ENTITY x '\(long)'>]><a>\(many)</a>"
        #expect(#expect(throws: XMLError.self) { try Listing.of(quadratic) }?.kind == .entityDeclared)
    }

    @Test func refusesDepthAndNamesWithoutEnd() throws {
        let deep = String(repeating: "<a>", count: 200_000)
        #expect(#expect(throws: XMLError.self) { try Listing.of(deep) }?.kind == .tooDeep)
        let most = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
        #expect(try Listing.of(most).count == 512)
        let names = (0...PathTable.limit).map { "<n\($0)/>" }.joined()
        #expect(#expect(throws: XMLError.self) { try Listing.of("<a>\(names)</a>") }?.kind == .tooManyNames)
        let long = String(repeating: "x", count: XMLStream.textLimit + 10)
        #expect(#expect(throws: XMLError.self) { try Listing.of("<a>\(long)</a>") }?.kind == .tooLong)
        #expect(#expect(throws: XMLError.self) { try Listing.of("<a b='\(long)'/>") }?.kind == .tooLong)
    }

    @Test func acceptsADocumentTypeItDoesNotFetch() throws {
        #expect(try Listing.of("<!DOCTYPE a SYSTEM 'shops.dtd'><a>x</a>").contains("a = x"))
        #expect(try Listing.of("<!DOCTYPE a [<!ELEMENT a ANY>]><a>x</a>").contains("a = x"))
    }

    @Test func readsEncodings() throws {
        let declared = Array("<?xml version='1.0' encoding='gb2312'?><a>".utf8)
        // 镕 is in GBK, not in GB2312.
        #expect(try Listing.of(declared + [0xE9, 0x46] + Array("</a>".utf8)).contains("a = 镕"))
        let wide = Array("\u{FEFF}<a>é</a>".utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(try Listing.of(wide).contains("a = é"))
        let latin = Array("<a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try Listing.of(latin, encoding: "ISO-8859-1").contains("a = é"))
        #expect(try Listing.of(wide, encoding: "UTF-16LE").contains("a = é"))
        #expect(try Listing.of(Array("\u{FEFF}<a>é</a>".utf8), encoding: "UTF-8").contains("a = é"))
        #expect(
            try Listing.of(Array("<a>".utf8) + [0xE9, 0x46] + Array("</a>".utf8), encoding: "GB18030").contains("a = 镕")
        )
        let wrong = Array("<?xml version='1.0' encoding='utf-8'?><a>".utf8) + [0xE9, 0x46] + Array("</a>".utf8)
        #expect(try Listing.of(wrong, encoding: "GB18030").contains("a = 镕"))
        #expect(#expect(throws: XMLError.self) { try Listing.of(latin) }?.kind == .badEncoding)
        #expect(#expect(throws: XMLError.self) { try Listing.of(declared + [0xFF, 0xFF, 0xFF]) }?.kind == .badEncoding)
        #expect(#expect(throws: XMLError.self) { try Listing.of(latin, encoding: "no-such") }?.kind == .badEncoding)
    }

    @Test func tellsThatTheInputCannotBeRead() {
        var reads = 0
        let input = XMLInput { buffer in
            reads += 1
            if reads > 1 { return -1 }
            buffer.copyBytes(from: Array("<a>".utf8))
            return 3
        }
        var listing = Listing()
        #expect(#expect(throws: XMLError.self) { try XMLStream.parse(input, into: &listing) }?.kind == .unreadable)
    }

    @Test func stopsWhenTheVisitorHasEnough() throws {
        var listing = Listing(stops: true)
        try XMLStream.parse(
            XMLInput(bytes: Array("<a>\(String(repeating: "<b/>", count: 50_000))".utf8)), into: &listing)
        #expect(listing.batches == 1)
    }
}

/// A document as lines that a person can read.
struct Listing: XMLVisitor {
    var lines: [String] = []
    var batches = 0
    var joined: Set<String> = []
    var stops = false
    private var paths: [String] = []

    init(joined: Set<String> = [], stops: Bool = false) {
        self.joined = joined
        self.stops = stops
    }

    static func of(_ document: String, joined: Set<String> = []) throws -> [String] {
        try of(Array(document.utf8), joined: joined)
    }

    static func of(_ bytes: [UInt8], joined: Set<String> = [], encoding: String? = nil) throws -> [String] {
        var listing = Listing(joined: joined)
        try XMLStream.parse(XMLInput(bytes: bytes), encoding: encoding, into: &listing)
        return listing.lines
    }

    mutating func meet(_ path: XMLPath) -> XMLInterest {
        let name = (path.isAttribute ? "@" : "") + path.name
        paths.append(path.parent < 0 ? name : paths[path.parent] + "/" + name)
        if joined.contains(path.name) { return [.joined] }
        return path.isAttribute && joined.contains { paths[path.parent].hasSuffix($0) } ? [] : [.start, .end, .text]
    }

    mutating func take(_ events: XMLEvents) -> Bool {
        batches += 1
        for event in events.events {
            let path = paths[Int(event.path)]
            switch event.kind {
            case .start: lines.append("start \(path) \(event.line)")
            case .end: lines.append("end \(path)")
            case .value: lines.append("\(path) = \(String(decoding: events.value(event), as: UTF8.self))")
            }
        }
        return !stops
    }
}
