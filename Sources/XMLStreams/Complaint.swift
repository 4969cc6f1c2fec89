import CLibXML2

extension XMLError {
    /// What libxml2 complained of, in our words.
    ///
    /// - Parameter atEnd: there was nothing left to read; then whatever libxml2 misses, the document was cut off.
    init(_ complaint: xmlError, line: Int, column: Int, atEnd: Bool) {
        let code = UInt32(bitPattern: complaint.code)
        let first = Self.quoted(complaint.str1)
        let own = Self.text(complaint.message)
        let kind: Kind
        let message: String
        switch code {
        case XML_ERR_DOCUMENT_EMPTY.rawValue where atEnd:
            (kind, message) = (.empty, "there is no XML element in it")
        case XML_ERR_TAG_NOT_FINISHED.rawValue:
            (kind, message) = (.truncated, "the document ends before <\(first)> is closed")
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
            (kind, message) = (.unknownEntity, "the entity &\(first); is not declared")
        case XML_ERR_INVALID_CHAR.rawValue where own.contains("encoding"), XML_ERR_INVALID_ENCODING.rawValue,
            XML_I18N_CONV_FAILED.rawValue, XML_IO_ENCODER.rawValue:
            (kind, message) = (.badEncoding, "there are bytes that do not belong to the document's encoding")
        case XML_ERR_UNKNOWN_ENCODING.rawValue, XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_I18N_NO_HANDLER.rawValue:
            (kind, message) = (.badEncoding, "the document names an encoding that is not known: \(own)")
        case _ where own.contains("xcessive depth"):
            (kind, message) = (.tooDeep, Self.tooDeepMessage)
        case _ where own.contains("uge input"), XML_ERR_NAME_TOO_LONG.rawValue:
            (kind, message) = (.tooLong, "a text, tag or comment is longer than 10 MB")
        case XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue where own.contains("too long"):
            (kind, message) = (.tooLong, "an attribute is longer than 10 MB")
        case _ where atEnd:
            (kind, message) = (.truncated, "the document ends in the middle")
        case XML_ERR_DOCUMENT_EMPTY.rawValue:
            (kind, message) = (.malformed, "the document does not begin with an XML element")
        case XML_ERR_NAME_REQUIRED.rawValue where own.contains("EntityRef"), XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
            (kind, message) = (.unescapedAmpersand, "there is a bare & in the text")
        case XML_ERR_TAG_NAME_MISMATCH.rawValue:
            let opened = complaint.int1 > 0 ? " of line \(complaint.int1)" : ""
            (kind, message) = (.mismatchedTag, "<\(first)>\(opened) is closed by </\(Self.quoted(complaint.str2))>")
        case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_CHARREF.rawValue:
            (kind, message) = (.badCharacter, "there is a character that XML does not allow (\(own))")
        case XML_ERR_LT_IN_ATTRIBUTE.rawValue:
            (kind, message) = (.malformed, "there is a bare < in an attribute")
        case XML_ERR_ATTRIBUTE_REDEFINED.rawValue:
            (kind, message) = (.malformed, "the attribute \(first) stands twice in one tag")
        case XML_ERR_DOCUMENT_END.rawValue:
            (kind, message) = (.malformed, "there is something behind the end of the root element")
        case XML_ERR_RESERVED_XML_NAME.rawValue:
            (kind, message) = (.malformed, "the XML declaration (<?xml …?>) does not stand at the very beginning")
        default:
            (kind, message) = (.malformed, own)
        }
        self.init(kind, line: line, column: column, message)
    }

    static let tooDeepMessage = "elements are nested more than \(XMLStream.depthLimit) levels deep"

    private static func text(_ message: UnsafePointer<CChar>?) -> String {
        guard let message else { return "not well-formed" }
        let whole = String(cString: message)
        let line = whole.prefix { $0 != "\n" }
        return String(line.prefix(200))
    }

    private static func quoted(_ name: UnsafePointer<CChar>?) -> String {
        name.map { String(String(cString: $0).prefix(80)) } ?? "…"
    }
}
