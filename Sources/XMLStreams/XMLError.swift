/// Why a document cannot be read. The first thing wrong is told; nothing of the document counts then.
public struct XMLError: Error, Equatable, Sendable {
    public enum Kind: Sendable {
        /// There is nothing, or nothing but blanks and comments.
        case empty
        /// The file could not be read: a disk or network fault.
        case unreadable
        /// The document ends before its root element does.
        case truncated
        /// A bare `&` in a text.
        case unescapedAmpersand
        /// A reference to an entity that XML does not know, such as `&nbsp;`.
        case unknownEntity
        /// The document declares entities of its own; that is how files are stolen and memory is filled.
        case entityDeclared
        /// A prefix whose `xmlns:` declaration is missing.
        case undeclaredPrefix
        /// An end tag that does not fit its start tag.
        case mismatchedTag
        /// Elements within elements beyond `XMLStream.depthLimit`.
        case tooDeep
        /// A text, attribute or name that no catalogue has.
        case tooLong
        /// More different elements than a catalogue has.
        case tooManyNames
        /// A character that XML does not allow, such as NUL.
        case badCharacter
        /// Bytes that do not belong to the encoding, or an encoding that is not known.
        case badEncoding
        /// Any other offence against the rules of XML.
        case malformed
    }

    public var kind: Kind
    /// From 1; 0 = not known.
    public var line: Int
    /// From 1; 0 = not known.
    public var column: Int
    /// One sentence without a full stop.
    public var message: String

    init(_ kind: Kind, line: Int = 0, column: Int = 0, _ message: String) {
        self.kind = kind
        self.line = line
        self.column = column
        self.message = message
    }
}
