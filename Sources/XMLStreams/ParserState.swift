import CLibXML2
import Glibc

/// What is known in the middle of a document. libxml2 carries its address; its handlers do nothing but call it.
///
/// A failure is noted, and from then on the input has ended: libxml2 comes to rest by itself. (To stop it from within a
/// handler would free the buffer it is standing in.)
struct ParserState: ~Copyable {
    private struct Level: BitwiseCopyable {
        var path: UInt32 = 0
        var interest: UInt8 = 0
        /// Who collected text when this element began.
        var outer: UInt16 = 0
        var textStart: UInt32 = 0
        /// Where its text was cut off by an inner element's; or `open`.
        var textEnd: UInt32 = 0
        /// How many prefixes it declares.
        var declared: UInt16 = 0
    }
    private static let open = UInt32.max

    var parser: xmlParserCtxtPtr?
    var failure: XMLError?
    /// The visitor has had enough; not a failure.
    private(set) var wasStopped = false
    var meet: ((XMLPath) -> XMLInterest)?
    var take: ((XMLEvents) -> Bool)?

    private let input: XMLInput
    private var paths = PathTable()
    private var prefixes = PrefixScopes()
    private var batch = EventBatch()
    private let levels: UnsafeMutablePointer<Level>
    private var depth = 0
    /// The level that collects text; 0 = none.
    private var collector = 0
    private var halted = false

    init(input: XMLInput) {
        self.input = input
        levels = .allocate(capacity: XMLStream.depthLimit + 1)
        levels.initialize(repeating: Level(), count: XMLStream.depthLimit + 1)
    }

    deinit { levels.deallocate() }

    // MARK: In and out

    mutating func read(_ target: UnsafeMutablePointer<CChar>, _ count: Int32) -> Int32 {
        halted ? 0 : Int32(input.next(target, Int(count)))
    }

    /// Hands on what has been gathered.
    mutating func flush(alsoAfterFailure: Bool = false) {
        guard !halted || alsoAfterFailure && !wasStopped, !batch.isEmpty, let take else { return }
        let oldEnd = batch.used
        if !take(batch.view) {
            wasStopped = true
            halted = true
        }
        batch.removeEvents()
        // Texts that are still gathered move to the front.
        for level in stride(from: 1, through: depth, by: 1) {
            if levels[level].interest & XMLInterest.text.rawValue == 0 { continue }
            let isOpen = levels[level].textEnd == Self.open
            let end = isOpen ? oldEnd : Int(levels[level].textEnd)
            let start = batch.keep(from: Int(levels[level].textStart), to: end)
            levels[level].textStart = UInt32(start)
            if !isOpen { levels[level].textEnd = UInt32(batch.used) }
        }
        batch.noteKept()
    }

    /// The line where libxml2 stands, from 1.
    var line: Int { parser.flatMap { $0.pointee.input }.map { Int($0.pointee.line) } ?? 0 }

    private mutating func fail(_ kind: XMLError.Kind, _ message: String) {
        if halted { return }
        failure = XMLError(kind, line: line, message)
        halted = true
    }

    mutating func refuseEntity(_ name: UnsafePointer<xmlChar>?) {
        let name = name.map { String(String(decodingCString: $0, as: UTF8.self).prefix(80)) } ?? "…"
        fail(.entityDeclared, "the document declares an entity of its own, “\(name)”")
    }

    mutating func complained(_ complaint: xmlError) {
        let code = UInt32(bitPattern: complaint.code)
        let isGrave = complaint.level.rawValue >= XML_ERR_ERROR.rawValue || code == XML_WAR_UNDECLARED_ENTITY.rawValue
        if halted || !isGrave { return }
        var atEnd = input.isExhausted
        if let source = parser?.pointee.input, source.pointee.cur < source.pointee.end {
            atEnd = false
            // libxml2 takes a NUL byte for the end.
            if source.pointee.cur.pointee == 0 {
                return fail(.badCharacter, "there is a NUL byte, which XML does not allow")
            }
        }
        let known = Int(complaint.line)
        failure = XMLError(complaint, line: known > 0 ? known : line, column: Int(complaint.int2), atEnd: atEnd)
        halted = true
    }

    // MARK: Elements

    mutating func start(_ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        if halted { return }
        guard depth < XMLStream.depthLimit else { return fail(.tooDeep, XMLError.tooDeepMessage) }
        let outer = depth == 0 ? 0 : levels[depth].path + 1
        let path = path(name, outer << 1)
        if halted { return }
        depth += 1
        let entry = paths.entries[path]
        levels[depth].path = UInt32(path)
        levels[depth].interest = entry.interest
        levels[depth].outer = UInt16(collector)
        levels[depth].declared = 0
        if entry.interest & XMLInterest.start.rawValue != 0 { batch.addStart(path, line: startLine(attributes != nil)) }
        if let attributes { take(attributes, path) }
        if entry.prefix >= 0, !prefixes.isDeclared(entry.prefix) { return failPrefix(entry.prefix, name) }
        if entry.interest & XMLInterest.text.rawValue != 0 {
            closeText()
            collector = depth
            levels[depth].textStart = UInt32(batch.used)
            levels[depth].textEnd = Self.open
        } else if entry.interest & XMLInterest.joined.rawValue == 0 {
            collector = 0
        }
    }

    /// Ends the text that is being gathered, since other text comes in between.
    @inline(__always) private mutating func closeText() {
        if collector != 0, levels[collector].textEnd == Self.open { levels[collector].textEnd = UInt32(batch.used) }
        collector = 0
    }

    mutating func end() {
        if halted || depth == 0 { return }
        let level = levels[depth]
        if level.interest & XMLInterest.text.rawValue != 0 {
            let end = level.textEnd == Self.open ? batch.used : Int(level.textEnd)
            batch.addText(Int(level.path), from: Int(level.textStart), to: end)
        }
        collector = Int(level.outer)
        if collector != 0, levels[collector].textEnd != Self.open { collector = 0 }
        if level.interest & XMLInterest.end.rawValue != 0 { batch.addEnd(Int(level.path)) }
        if level.declared > 0 { prefixes.leave(Int(level.declared)) }
        depth -= 1
        if batch.isFilling { flush() }
    }

    @inline(__always) mutating func characters(_ text: UnsafePointer<xmlChar>, _ count: Int) {
        if collector == 0 || halted { return }
        if batch.used - Int(levels[collector].textStart) + count > XMLStream.textLimit || batch.used > Self.mostText {
            return fail(.tooLong, "a text is longer than \(XMLStream.textLimit / 1_000_000) MB")
        }
        batch.append(text, count)
    }

    private static let mostText = 1 << 28

    /// The line on which the start tag begins. libxml2 stands at its end, which in a tag with attributes may be lines below.
    private func startLine(_ hasAttributes: Bool) -> Int {
        guard let source = parser?.pointee.input else { return 0 }
        var line = Int(source.pointee.line)
        if !hasAttributes { return line }
        var at = source.pointee.cur!
        let base = source.pointee.base!
        while at > base {
            at -= 1
            if at.pointee == 0x3C { return line }
            if at.pointee == 0x0A { line -= 1 }
        }
        return Int(source.pointee.line)
    }

    // MARK: Attributes

    private mutating func take(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ element: Int) {
        var usesPrefixes = false
        var at = 0
        while let name = attributes[at] {
            let path = path(name, UInt32(element + 1) << 1 | 1)
            if halted { return }
            let entry = paths.entries[path]
            if entry.declares >= 0 {
                prefixes.enter(entry.declares)
                levels[depth].declared += 1
            } else if entry.prefix >= 0 {
                usesPrefixes = true
            }
            if entry.interest & XMLInterest.text.rawValue != 0, let value = attributes[at + 1] {
                let count = strlen(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self))
                if count > XMLStream.textLimit || batch.used > Self.mostText {
                    return fail(.tooLong, "an attribute is longer than \(XMLStream.textLimit / 1_000_000) MB")
                }
                // The value goes where the text of the element around is being gathered.
                closeText()
                batch.addAttribute(path, value, count)
            }
            at += 2
        }
        // A prefix may be declared behind its first use in the same tag.
        if usesPrefixes { checkPrefixes(attributes, element) }
    }

    private mutating func checkPrefixes(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ element: Int) {
        var at = 0
        while let name = attributes[at], !halted {
            let entry = paths.entries[paths.find(UInt(bitPattern: name), UInt32(element + 1) << 1 | 1)]
            if entry.prefix >= 0, entry.declares < 0, !prefixes.isDeclared(entry.prefix) {
                failPrefix(entry.prefix, name)
            }
            at += 2
        }
    }

    private mutating func failPrefix(_ prefix: Int16, _ name: UnsafePointer<xmlChar>) {
        fail(
            .undeclaredPrefix,
            "“\(String(decodingCString: name, as: UTF8.self))” has the prefix “\(prefixes.name(prefix))”, which is not declared"
        )
    }

    // MARK: Paths

    @inline(__always) private mutating func path(_ name: UnsafePointer<xmlChar>, _ place: UInt32) -> Int {
        let known = paths.find(UInt(bitPattern: name), place)
        return known >= 0 ? known : newPath(name, place)
    }

    @inline(never) private mutating func newPath(_ name: UnsafePointer<xmlChar>, _ place: UInt32) -> Int {
        guard paths.count < PathTable.limit else {
            fail(.tooManyNames, "there are more than \(PathTable.limit) different elements and attributes")
            return 0
        }
        let number = paths.count
        let text = String(String(decodingCString: name, as: UTF8.self).prefix(200))
        let isAttribute = place & 1 == 1
        let interest = meet?(
            XMLPath(number: number, parent: Int(place >> 1) - 1, name: text, isAttribute: isAttribute, line: line))
        let (prefix, declares) = prefixes.of(text, isAttribute: isAttribute)
        paths.add(
            UInt(bitPattern: name), place,
            PathTable.Entry(interest: interest?.rawValue ?? 0, prefix: prefix, declares: declares))
        return number
    }
}
