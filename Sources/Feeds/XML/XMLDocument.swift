import Catalogues
import Glibc
import XMLStreams

/// A file that is read as XML, with its errors in words that a person can act on.
final class XMLDocument {
    let name: String
    private let input: XMLInput
    private let encoding: String?
    private let descriptor: Int32
    private let digestSoFar = FileDigest()

    init(descriptor: Int32, name: String, encoding: String?) {
        self.descriptor = descriptor
        input = XMLInput { [digestSoFar] in Self.fetch(descriptor, $0, digestSoFar) }
        self.name = name
        self.encoding = encoding
    }

    private static func fetch(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer, _ digest: FileDigest) -> Int {
        while true {
            let got = Glibc.read(descriptor, room.baseAddress, room.count)
            if got < 0, errno == EINTR { continue }
            if got > 0 { digest.add(room.baseAddress!, got) }
            return got
        }
    }

    /// The digest of the file, of which no more is wanted: the rest of it, if any, is passed over.
    func digest() -> FileDigest {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 64) { room in
            while Self.fetch(descriptor, room, digestSoFar) > 0 {}
        }
        return digestSoFar
    }

    /// The encoding it is read in, and why.
    var encodingFound: (name: String, reason: String) {
        encoding.map { ($0, "as you said") } ?? (
            XMLStream.declaredEncoding(input), "as the document declares, or by default"
        )
    }

    /// Whether the last look at the beginning reached the end.
    var isWhole: Bool { input.isWhole }

    /// What stands in the first `count` bytes.
    func outline(_ count: Int) throws(FeedError) -> XMLOutline {
        var outline = XMLOutline()
        try readBeginning(count, into: &outline)
        return outline
    }

    /// Reads the first `count` bytes, which are read again later. That they break off somewhere is no error.
    func readBeginning<Visitor: XMLVisitor & ~Copyable>(_ count: Int, into visitor: inout Visitor) throws(FeedError) {
        let bytes = [UInt8](input.peek(count))
        do {
            try XMLStream.parse(XMLInput(bytes: bytes), encoding: encoding, into: &visitor)
        } catch {
            if input.failure != 0 { throw FeedFile.unreadable(name, input.failure) }
            if input.isWhole { throw feedError(error, bytes) }
        }
    }

    /// Reads the whole document. Can be done once.
    func read<Visitor: XMLVisitor & ~Copyable>(into visitor: inout Visitor) throws(FeedError) {
        do {
            try XMLStream.parse(input, encoding: encoding, into: &visitor)
        } catch {
            if input.failure != 0 { throw FeedFile.unreadable(name, input.failure) }
            throw feedError(error, [])
        }
    }

    /// Well-formed, but nothing in it is a variant.
    func nothingKnown(of elements: [String]?, profile: Profile? = nil) -> FeedError {
        let seen = (elements ?? []).prefix(12).map { "<\($0)>" }.joined(separator: " ")
        let more = (elements ?? []).count > 12 ? " …" : ""
        let records = profile?.records ?? []
        let what =
            records.isEmpty
            ? "no element in it looks like a variant (one that has a code, options, a stock or a price, and repeats)"
            : "there is no " + records.map { "<\($0)>" }.joined(separator: " or ")
                + " in it, which the profile “\(profile?.name ?? "")” reads"
        return FeedError(
            Place(file: name), what + (seen.isEmpty ? "" : "; its elements are \(seen)\(more)"),
            remedy:
                "Name the elements in a profile of your own: “specsync profiles show nested” prints one to begin with.")
    }

    private func feedError(_ error: XMLError, _ beginning: [UInt8]) -> FeedError {
        FeedError(
            Place(file: name, line: error.line, column: error.column), error.message,
            remedy: isWebPage(beginning)
                ? "This is a web page: the address wants a log-in, or has moved." : Self.remedy(error.kind))
    }

    private func isWebPage(_ beginning: [UInt8]) -> Bool {
        let text = String(decoding: beginning.prefix(300), as: UTF8.self).lowercased()
        return text.contains("<html") || text.contains("<!doctype html")
    }

    private static func remedy(_ kind: XMLError.Kind) -> String {
        switch kind {
        case .empty: "Export it again; nothing was compared."
        case .unreadable: "Check the disk or network drive it lies on."
        case .truncated:
            "Fetch or export it again: a file that breaks off is not compared, since what is missing would count as withdrawn."
        case .unescapedAmpersand: "Have the supplier write it as &amp; (or put the text into <![CDATA[ ]]>)."
        case .unknownEntity: "Have the supplier write the character itself, or its number such as &#160;."
        case .entityDeclared:
            "Have the supplier leave out the <!ENTITY …> declarations; such files are never read, since they can be made to steal files or fill the memory."
        case .undeclaredPrefix:
            "Have the supplier declare it at the root element, such as xmlns:g=\"http://base.google.com/ns/1.0\"."
        case .mismatchedTag:
            "Have the supplier close each element by its own name; look at the line for a missing end tag."
        case .tooDeep: "No catalogue is built like this; check what the address delivers."
        case .tooLong: "Look near the line for a quote, CDATA section or comment that is never closed."
        case .tooManyNames: "Values stand where names should; such a document cannot be read as a catalogue."
        case .badCharacter: "Have the supplier remove control characters from the texts."
        case .badEncoding: "Say which encoding it is with --supplier-encoding or --shop-encoding (for example GB18030)."
        case .malformed: "Check the line; an XML editor or “xmllint --noout FILE” shows the same place."
        }
    }
}
