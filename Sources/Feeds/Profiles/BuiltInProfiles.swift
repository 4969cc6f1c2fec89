import CSpecData
import Catalogues
import Glibc
import Synchronization

/// What a profile asks of a file that it recognises; its headers and elements are folded.
struct ProfileSketch: Sendable {
    var name: String
    var formats: [Profile.Format]
    var isFallback: Bool
    var headers: [[String]]
    var elements: [[String]]
}

extension Profile {
    /// The names of the built-in profiles, the most particular first; nothing is parsed for them.
    package static let builtInNames: [String] = (0..<Int(specsync_profile_count())).map {
        String(cString: specsync_profile($0).pointee.name)
    }

    /// All built-in profiles, in the order of `builtInNames`.
    package static var builtIn: [Profile] { builtInNames.compactMap(named) }

    /// A built-in profile, parsed when it is first asked for; nil if there is none of that name.
    package static func named(_ name: String) -> Profile? {
        if let known = parsed.withLock({ $0[name] }) { return known }
        guard let yaml = source(named: name) else { return nil }
        do {
            let profile = try ProfileFile.parse(yaml, file: "\(name).yaml")
            parsed.withLock { $0[name] = profile }
            return profile
        } catch {
            preconditionFailure("the built-in profile \(name) is broken: \(error.description)")
        }
    }

    /// The YAML text of a built-in profile, as `specsync profiles show` prints it.
    package static func source(named name: String) -> String? {
        guard let index = builtInNames.firstIndex(of: name) else { return nil }
        let yaml = specsync_profile(index).pointee.yaml
        return String(decoding: UnsafeBufferPointer(start: yaml.bytes, count: yaml.length), as: UTF8.self)
    }

    static let sketches: [ProfileSketch] = builtInNames.map { name in
        do throws(FeedError) {
            return try ProfileFile.sketch(source(named: name) ?? "", file: "\(name).yaml")
        } catch {
            preconditionFailure("the built-in profile \(name) is broken: \(error.description)")
        }
    }

    /// The built-in profiles that recognise a file by the folded names of its headers or elements; if there is none,
    /// those that read whatever they understand. Only these are parsed.
    static func builtIn(for format: Format, _ keys: Set<String>, withFallback: Bool) -> [Profile] {
        let sketches = sketches.filter { $0.formats.contains(format) }
        let found = sketches.filter { sketch in
            let asked = format == .csv ? sketch.headers : sketch.elements
            return !asked.isEmpty && asked.allSatisfy { $0.contains(where: keys.contains) }
        }
        if found.isEmpty, !withFallback { return [] }
        return (found.isEmpty ? sketches.filter(\.isFallback) : found).compactMap { named($0.name) }
    }

    private static let parsed = Mutex<[String: Profile]>([:])

    /// The profile that a person names on the command line: a built-in name, or else a file.
    package static func find(_ nameOrPath: String) throws(FeedError) -> Profile {
        if let profile = named(nameOrPath) { return profile }
        if !nameOrPath.contains("/"), !nameOrPath.contains("."), access(nameOrPath, R_OK) != 0 {
            let near = NearestName.of(nameOrPath, among: builtInNames)
            throw FeedError(
                Place(file: nameOrPath), "there is no profile of this name, and no file",
                remedy: near.map { "Did you mean “\($0)”?" } ?? "“specsync profiles list” lists the built-in ones.")
        }
        return try load(path: nameOrPath)
    }

    /// A user's profile file.
    package static func load(path: String) throws(FeedError) -> Profile {
        var profile = try ProfileFile.parse(try text(ofFile: path), file: path)
        profile.path = path
        return profile
    }

    private static func text(ofFile path: String) throws(FeedError) -> String {
        guard let file = fopen(path, "rb") else {
            throw FeedError(
                Place(file: path), "the profile cannot be read: \(String(cString: strerror(errno)))",
                remedy: "Give a file that exists, or one of: \(builtInNames.joined(separator: ", ")).")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= sizeLimit {
            let count = fread(&block, 1, block.count, file)
            if count == 0 { break }
            bytes += block[..<count]
        }
        if ferror(file) != 0 {
            throw FeedError(Place(file: path), "the profile cannot be read", remedy: "Give a file, not a folder.")
        }
        guard bytes.count <= sizeLimit, let text = String(validating: bytes, as: UTF8.self) else {
            throw FeedError(Place(file: path), "this is no YAML file in UTF-8", remedy: ProfileFile.help)
        }
        return text
    }

    /// No profile comes near it.
    private static let sizeLimit = 1 << 20
}
