package import Catalogues
import Glibc
import XMLStreams

/// Reads an XML document under a profile: a look at its beginning, then one pass through all of it.
package enum XMLReader {
    /// How much of a document is looked at to find its shape; more if there is no variant in it.
    static let firstLook = 1 << 20
    static let longestLook = 64 << 20

    /// Reads the whole document into a catalogue, under the profile asked for or the one that knows its elements.
    package static func read(
        path: String, name: String, options: FeedOptions, understanding: inout FeedUnderstanding
    ) throws(FeedError) -> Catalogue {
        let (descriptor, size) = try FeedFile.open(path, name: name)
        defer { close(descriptor) }
        let document = XMLDocument(descriptor: descriptor, name: name, encoding: options.encoding?.rawValue)
        (understanding.encoding, understanding.encodingReason) = document.encodingFound
        let beginning = try document.outline(Self.firstLook)
        var profile: Profile?
        var choice: ProfileChoice?
        if let asked = options.profile {
            let found = try Profile.find(asked)
            guard found.formats.contains(.xml) else {
                throw FeedError(
                    Place(file: name), "this is XML, which the profile “\(found.name)” does not read",
                    remedy: "Leave the profile out, or choose one that “specsync profiles list” shows for XML.")
            }
            profile = found
        } else {
            choice = ProfileChoice.choose(elements: beginning.elementNames)
            profile = choice?.profile
        }
        guard let profile else { throw document.nothingKnown(of: nil) }
        var rules = profile.rules
        rules.axisNames = axisNames(profile)
        let isComplete = profile.isComplete && !options.isPartial && !beginning.saysPartial
        var sink = RecordSink(
            builder: CatalogueBuilder(
                source: Source(leg: options.leg, name: name, isComplete: isComplete), rules: rules, expectedBytes: size)
        )
        let understood = try read(
            document, profile: profile, leg: options.leg, readsImages: options.readsImages, sink: &sink)
        understood.describe(&understanding)
        understanding.profile = profile.name
        understanding.profileReason = choice?.reason ?? "as you said"
        understanding.alsoFits = choice?.alsoFits ?? []
        understanding.note(document.digest())
        return sink.finish()
    }

    /// Reads a document into a sink, under a profile. Throws for whatever is not a whole document; what the sink has
    /// taken by then must be thrown away.
    package static func read(
        path: String, displayName: String, profile: Profile, leg: Source.Leg, encoding: String? = nil,
        sink: inout RecordSink
    ) throws(FeedError) -> XMLUnderstanding {
        let (descriptor, _) = try FeedFile.open(path, name: displayName)
        defer { close(descriptor) }
        let document = XMLDocument(descriptor: descriptor, name: displayName, encoding: encoding)
        return try read(document, profile: profile, leg: leg, sink: &sink)
    }

    /// The names of the option axes, for the builder's rules.
    package static func axisNames(_ profile: Profile) -> [String] {
        (0..<axisLimit).map { $0 < profile.axes.count ? profile.axes[$0].name : "" }
    }

    private static func read(
        _ document: XMLDocument, profile: Profile, leg: Source.Leg, readsImages: Bool = false, sink: inout RecordSink
    ) throws(FeedError) -> XMLUnderstanding {
        let words = XMLWords(profile, leg: leg, readsImages: readsImages)
        var look = Self.firstLook
        var found: XMLShape?
        var outline = try document.outline(look)
        while true {
            found = XMLShape(outline, words)
            if found != nil || document.isWhole || look >= Self.longestLook { break }
            look *= 8
            outline = try document.outline(look)
        }
        guard let shape = found else {
            // A document that is broken further on is told as such.
            var rest = XMLOutline()
            try document.read(into: &rest)
            throw document.nothingKnown(of: outline.elementNames, profile: profile)
        }
        var understanding = XMLUnderstanding(outline, shape, words)
        understanding.isFromWholeDocument = document.isWhole

        var varying = Set<String>()
        if understanding.hasParameters {
            var probe = RecordAssembler(shape, words, varying: [], sink: nil, file: document.name)
            try document.readBeginning(look, into: &probe)
            varying = probe.varying
        }
        understanding.varying = varying.sorted()
        understanding.records = try withUnsafeMutablePointer(to: &sink) { sink throws(FeedError) in
            var assembler = RecordAssembler(shape, words, varying: varying, sink: sink, file: document.name)
            try document.read(into: &assembler)
            assembler.handOn()
            return assembler.count
        }
        return understanding
    }
}
