/// What a document is read into: it says of each path, once, what it wants of it, and then takes the events in batches.
///
/// A path is a chain of names from the root, such as `catalogue/style/@code`. A document of a million elements has a
/// few dozen paths, so whatever has to be thought about a name is thought once, in `meet`.
public protocol XMLVisitor: ~Copyable {
    /// A path was met for the first time. Paths are numbered from 0 in the order in which they are met.
    mutating func meet(_ path: XMLPath) -> XMLInterest
    /// The events of all paths wanted, in document order; valid until it returns. False stops the reading.
    mutating func take(_ events: XMLEvents) -> Bool
}

/// One chain of names from the root to an element or attribute.
public struct XMLPath: Sendable {
    public let number: Int
    /// The number of the element it stands in; -1 for the root element.
    public let parent: Int
    /// The name as it is written: `g:price`.
    public let name: String
    public let isAttribute: Bool
    /// The line, from 1, on which it was met.
    public let line: Int

    /// The name without its prefix: `price`.
    public var localName: String {
        name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}

/// What a visitor wants to be told of one path.
@frozen public struct XMLInterest: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Where the element starts, with its line.
    public static let start = XMLInterest(rawValue: 1)
    /// Where it ends.
    public static let end = XMLInterest(rawValue: 2)
    /// Its text (or the attribute's value), joined and trimmed, unless there is none but blanks.
    public static let text = XMLInterest(rawValue: 4)
    /// The text belongs to the element around it, as that of `b` in `<title>a <b>new</b> one</title>` does.
    public static let joined = XMLInterest(rawValue: 8)
}

/// One thing that happened at one path.
@frozen public struct XMLEvent: BitwiseCopyable, Sendable {
    @frozen public enum Kind: UInt32, BitwiseCopyable, Sendable { case start, end, value }

    public var kind: Kind
    public var path: UInt32
    /// A value's place in the batch's text; a start's line.
    public var offset: UInt32
    public var count: UInt32

    @inlinable init(_ kind: Kind, path: UInt32, offset: UInt32 = 0, count: UInt32 = 0) {
        self.kind = kind
        self.path = path
        self.offset = offset
        self.count = count
    }

    /// The line, from 1, on which an element's start tag begins.
    @inlinable public var line: Int { Int(offset) }
}

/// Some thousand events, and the text they point into. At least 64 bytes behind each value can be read.
@frozen public struct XMLEvents {
    public let events: UnsafeBufferPointer<XMLEvent>
    public let text: UnsafePointer<UInt8>

    @inlinable init(events: UnsafeBufferPointer<XMLEvent>, text: UnsafePointer<UInt8>) {
        self.events = events
        self.text = text
    }

    /// The bytes of a value event, in UTF-8.
    @inlinable public func value(_ event: XMLEvent) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text + Int(event.offset), count: Int(event.count))
    }
}
