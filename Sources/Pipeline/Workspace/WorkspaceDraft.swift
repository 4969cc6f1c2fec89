package import Catalogues
import Feeds
import Glibc
package import Reports

/// A workspace as `specsync init` writes it: what the files themselves say, and the rest as comments to fill in.
package struct WorkspaceDraft {
    /// A source that was named on the command line.
    package struct Input {
        package var leg: Source.Leg
        /// A file, a pattern, or an address.
        package var feed: String

        package init(_ leg: Source.Leg, _ feed: String) {
            self.leg = leg
            self.feed = feed
        }
    }

    /// A source with what was found out of it.
    struct Found {
        var name: String
        var leg: Source.Leg
        /// As it is written: from the workspace's folder.
        var feed: String
        /// nil = it is not read: it lies on a server.
        var reading: Reading?
    }

    struct Reading {
        var profile: String
        var reason: String
        var format: String
        var encoding: String
        var isComplete: Bool
        var styles: Int
        var variants: Int
        var oddities: Int
    }

    package let folder: String
    package let language: Language
    let shop: String
    let sources: [Found]

    /// Reads each file.
    ///
    /// - Parameters:
    ///   - inputs: in the order in which they shall stand.
    ///   - language: nil = Chinese if the shop's titles mostly are, else English.
    /// - Throws: a `FeedError` or `RunError` for the first that cannot be read.
    package init(folder: String, _ inputs: [Input], language: Language? = nil) throws {
        self.folder = folder
        let path = FilePath.absolute(folder)
        var sources: [Found] = []
        var spoken: Language?
        for input in inputs {
            let (feed, reading, tongue) = try Self.look(input, path)
            if input.leg == .shop { spoken = tongue }
            let name = SourceName.made(from: Self.name(of: input.feed), unlike: sources.map(\.name))
            sources.append(Found(name: name, leg: input.leg, feed: feed, reading: reading))
        }
        self.sources = sources
        self.language = language ?? spoken ?? .en
        let name = String((path.split(separator: "/").last ?? "").filter { !$0.isNewline })
        shop = name.isEmpty ? sources.first { $0.leg == .shop }?.name ?? "shop" : name
    }

    private static func look(
        _ input: Input, _ folder: String
    ) throws -> (feed: String, reading: Reading?, language: Language?) {
        if let (fault, remedy) = FeedPlace.fault(input.feed) {
            throw RunError("\(FeedPlace(input.feed).shown): error: \(fault)\n  \(remedy)")
        }
        let place = FeedPlace(input.feed)
        guard let file = try place.newest() else { return (input.feed, nil, nil) }
        let (catalogue, understanding) = try Feed.inWorkspace(file.path, FeedOptions(leg: input.leg))
        let reading = Reading(
            profile: understanding.profile, reason: understanding.profileReason,
            format: understanding.format.uppercased(), encoding: understanding.encoding,
            isComplete: catalogue.source.isComplete && input.leg != .orders, styles: catalogue.styleCount,
            variants: catalogue.variantCount,
            oddities: catalogue.diagnostics.counts.values.reduce(0, +))
        return (FilePath.relative(input.feed, to: folder), reading, Self.language(of: catalogue))
    }

    /// Chinese if at least a third of the letters of the titles (of the options, where there are none) are; a word of
    /// Latin letters is as long as several of Chinese ones.
    private static func language(of catalogue: Catalogue) -> Language {
        let titles = (0..<min(catalogue.styleCount, 1000)).map { catalogue.text(catalogue.styles.title[$0]) }
        let words = (1..<max(1, min(catalogue.words.count, 1000))).map { catalogue.word(UInt32($0)) }
        for texts in [titles, words] {
            let scalars = texts.joined().unicodeScalars
            let chinese = scalars.count { (0x3400...0x9FFF).contains($0.value) }
            let other = scalars.count { $0.properties.isAlphabetic } - chinese
            if chinese + other > 0 { return chinese * 2 >= other ? .zh : .en }
        }
        return .en
    }

    /// What to call a source by its file or address: a server's name where the file's says nothing.
    private static func name(of feed: String) -> String {
        guard case .remote = FeedPlace(feed) else {
            let stem = FilePath.stem(feed).filter { $0 != "*" }
            return stem.isEmpty ? String(feed.split(separator: "/").dropLast().last ?? "") : stem
        }
        let rest = feed.split(separator: "/").dropFirst()
        return String((rest.first ?? "").prefix { $0 != ":" && $0 != "?" })
    }

    /// Writes the file, and makes the folder if it is not there.
    ///
    /// - Parameter isForced: a file that is there is replaced.
    package func write(isForced: Bool) throws {
        let path = Workspace(folder: folder).path(Workspace.fileName)
        if !isForced, access(path, F_OK) == 0 {
            throw RunError("\(path): error: it is there already\n  Edit it, or replace it with --force.")
        }
        // What is written must be what is read.
        let text = text
        _ = try Workspace.parse(text, folder: folder, name: path)
        try Folders.make(folder)
        try OutputFolder.replace(path) { sink in
            var text = text
            try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
        }
    }
}
