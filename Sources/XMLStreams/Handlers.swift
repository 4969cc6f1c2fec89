import CLibXML2

/// libxml2's calls, passed on to the state they carry.
///
/// The table is our own and empty but for these: libxml2's default handlers would take our state for their parser, and
/// with a `getEntity` handler entities would be replaced.
func saxHandlers() -> xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = XML_SAX2_MAGIC
    handlers.startElement = { context, name, attributes in
        state(context).pointee.start(name!, attributes)
    }
    handlers.endElement = { context, _ in state(context).pointee.end() }
    handlers.characters = { context, text, count in state(context).pointee.characters(text!, Int(count)) }
    handlers.ignorableWhitespace = handlers.characters
    handlers.cdataBlock = handlers.characters
    handlers.entityDecl = { context, name, _, _, _, _ in state(context).pointee.refuseEntity(name) }
    handlers.unparsedEntityDecl = { context, name, _, _, _ in state(context).pointee.refuseEntity(name) }
    return handlers
}

@inline(__always) private func state(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ParserState> {
    context!.assumingMemoryBound(to: ParserState.self)
}

let complain: xmlStructuredErrorFunc = { context, complaint in
    guard let context, let complaint else { return }
    state(context).pointee.complained(complaint.pointee)
}
