import CLibXML2
import Glibc

/// The one door to libxml2: a document is read as a stream of events, and never stands in memory as a whole.
///
/// Nothing of a document is trusted. Entities are refused where they are declared, a document type is never fetched,
/// nothing goes to the network, and depth, lengths and the number of names are limited.
public enum XMLStream {
    /// How deep elements may be nested.
    public static let depthLimit = 256
    /// How long one text or attribute may be, in bytes.
    public static let textLimit = 10_000_000

    /// Reads `input` to its end into `visitor`.
    ///
    /// - Parameters:
    ///   - encoding: the encoding to use in place of the one that the document declares.
    ///   - isBeginning: it will break off, and all up to there is wanted.
    /// - Throws: the first thing that is wrong. Whatever the visitor has taken by then is no document.
    public static func parse<Visitor: XMLVisitor & ~Copyable>(
        _ input: XMLInput, encoding: String? = nil, isBeginning: Bool = false, into visitor: inout Visitor
    ) throws(XMLError) {
        // A failure of the read is told here, since libxml2 takes it for an empty document.
        if input.peek(1).isEmpty {
            if input.failure != 0 { throw unreadable(input) }
            throw XMLError(.empty, "the file is empty")
        }
        let state = UnsafeMutablePointer<ParserState>.allocate(capacity: 1)
        state.initialize(to: ParserState(input: input))
        defer {
            state.deinitialize(count: 1)
            state.deallocate()
        }
        withUnsafeMutablePointer(to: &visitor) { visitor in
            state.pointee.meet = { visitor.pointee.meet($0) }
            state.pointee.take = { visitor.pointee.take($0) }
            run(state, encoding ?? wider(input))
            state.pointee.flush(alsoAfterFailure: isBeginning)
            state.pointee.meet = nil
            state.pointee.take = nil
        }
        if input.failure != 0 { throw unreadable(input) }
        if let failure = state.pointee.failure { throw failure }
    }

    private static func unreadable(_ input: XMLInput) -> XMLError {
        XMLError(.unreadable, "cannot be read: \(String(cString: strerror(input.failure)))")
    }

    private static func run(_ state: UnsafeMutablePointer<ParserState>, _ encoding: String?) {
        _ = preparation
        var handlers = saxHandlers()
        let read: xmlInputReadCallback = { context, buffer, count in
            context!.assumingMemoryBound(to: ParserState.self).pointee.read(buffer!, count)
        }
        guard let parser = xmlCreateIOParserCtxt(&handlers, state, read, nil, state, XML_CHAR_ENCODING_NONE) else {
            state.pointee.failure = XMLError(.malformed, "the parser could not be set up (out of memory)")
            return
        }
        state.pointee.parser = parser
        defer {
            // libxml2 makes a document of its own to keep declared entities in.
            if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
            parser.pointee.myDoc = nil
            xmlFreeParserCtxt(parser)
            state.pointee.parser = nil
        }
        // A table that does not call itself SAX2 makes libxml2 leave namespaces to us. (XML_PARSE_SAX1 would do the same,
        // and put its own handlers into the table, which take our state for their parser.)
        parser.pointee.sax.pointee.initialized = 1
        // Such a table has no handler for complaints; the thread has. Those of the encoder come only there anyway.
        xmlSetStructuredErrorFunc(state, complain)
        defer { xmlSetStructuredErrorFunc(nil, nil) }

        var options = Int32(XML_PARSE_NONET.rawValue)
        if encoding != nil { options |= Int32(XML_PARSE_IGNORE_ENC.rawValue) }
        xmlCtxtUseOptions(parser, options)
        if let encoding {
            guard let handler = xmlFindCharEncodingHandler(encoding), xmlSwitchToEncoding(parser, handler) == 0 else {
                state.pointee.failure = XMLError(.badEncoding, "there is no encoding “\(encoding)”")
                return
            }
        }
        xmlParseDocument(parser)
        // A stopped parse stays "well-formed": what counts is the error number.
        if state.pointee.failure == nil, !state.pointee.wasStopped,
            parser.pointee.wellFormed == 0 || parser.pointee.errNo != 0
        {
            state.pointee.failure = XMLError(
                .malformed, line: state.pointee.line, "the document is not well-formed (error \(parser.pointee.errNo))")
        }
    }

    /// What a document that declares GB2312 or GBK is read as: its authors mean whatever Windows writes under that name.
    private static func wider(_ input: XMLInput) -> String? {
        ["gb2312", "gbk", "x-gbk", "cp936"].contains(declaredEncoding(input).lowercased()) ? "GB18030" : nil
    }

    /// The encoding that a document declares, as it is written; UTF-16 if its first bytes say so, else UTF-8.
    public static func declaredEncoding(_ input: XMLInput) -> String {
        let head = input.peek(200)
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(2).contains(0) {
            return "UTF-16"
        }
        let text = String(decoding: head, as: UTF8.self)
        guard let start = text.firstRange(of: "<?xml"), let end = text.firstRange(of: "?>"),
            start.upperBound < end.lowerBound,
            let at = text[start.upperBound..<end.lowerBound].firstRange(of: "encoding")
        else { return "UTF-8" }
        let name = text[at.upperBound..<end.lowerBound].drop { " =\"'\t".contains($0) }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
        return name.isEmpty ? "UTF-8" : String(name)
    }

    /// Once a process: set libxml2 up, and let nothing that a document names be loaded.
    private static let preparation: Void = {
        xmlInitParser()
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
