package import Catalogues

/// Which profile a file is read under, and why.
package struct ProfileChoice: Sendable {
    package var profile: Profile
    /// In a few words, for `inspect`: what spoke for it.
    package var reason: String
    /// Other profiles that the file would fit, by name.
    package var alsoFits: [String]

    /// Finds the profile for a table with these headers; nil if none understands what tells variants apart.
    ///
    /// Of several that recognise the file it is the one that asks for most, then the one that understands most columns,
    /// then the first. One that only reads what it understands (`flat`) comes last.
    ///
    /// - Parameter among: the profiles to choose from; nil = the built-in ones.
    /// - Parameter isAsked: the profiles were named by a person, so that they need not recognise the file.
    package static func choose(
        headers: [String], leg: Source.Leg, among: [Profile]? = nil, isAsked: Bool = false, withFallback: Bool = true
    ) -> ProfileChoice? {
        let keys = Set(headers.map(HeaderKey.fold))
        let profiles = among ?? Profile.builtIn(for: .csv, keys, withFallback: withFallback)
        let fits = profiles.filter { profile in
            if isAsked { return true }
            guard profile.formats.contains(.csv) else { return false }
            return has(profile.recognisedBy, keys) && (!profile.recognisedBy.isEmpty || profile.isFallback)
        }
        return choose(among: fits, asked: \.recognisedBy, keys, noun: isAsked ? "" : "headers") { profile in
            let map = profile.columns(of: headers, leg: leg)
            return map.identifies || profile.structure == .taobao ? map.understood : nil
        }
    }

    /// Finds the profile for an XML document whose first elements have these names, the root first, without prefixes.
    package static func choose(elements: [String], among: [Profile]? = nil, isAsked: Bool = false) -> ProfileChoice? {
        let keys = Set(elements.map(HeaderKey.fold))
        let profiles = among ?? Profile.builtIn(for: .xml, keys, withFallback: true)
        let fits = profiles.filter { profile in
            if isAsked { return true }
            guard profile.formats.contains(.xml) else { return false }
            let asked = profile.recognisedByElements
            return has(asked, keys) && (!asked.isEmpty || profile.isFallback)
        }
        return choose(among: fits, asked: \.recognisedByElements, keys, noun: isAsked ? "" : "elements") { _ in 0 }
    }

    /// Finds the header line of a table and the profile for it.
    ///
    /// - Parameter rows: the first rows of the file; `lines` says on which line each starts, from 1.
    package static func csv(
        rows: [[String]], lines: [Int], file: String, options: FeedOptions
    ) throws(FeedError) -> HeaderLine {
        try HeaderLine.best(rows: rows, file: file, options: options)
    }

    private static func has(_ asked: [[String]], _ keys: Set<String>) -> Bool {
        asked.allSatisfy { $0.contains { keys.contains(HeaderKey.fold($0)) } }
    }

    private static func choose(
        among profiles: [Profile], asked: KeyPath<Profile, [[String]]>, _ keys: Set<String>, noun: String,
        understood: (Profile) -> Int?
    ) -> ProfileChoice? {
        var rated: [(profile: Profile, asked: Int, understood: Int)] = []
        for profile in profiles {
            guard let columns = understood(profile) else { continue }
            rated.append((profile, profile.isFallback ? -1 : profile[keyPath: asked].count, columns))
        }
        guard var best = rated.first else { return nil }
        for other in rated.dropFirst() where (other.asked, other.understood) > (best.asked, best.understood) {
            best = other
        }
        let alsoFits = rated.filter { $0.profile.name != best.profile.name && !$0.profile.isFallback }.map(
            \.profile.name)

        var reason: String
        if noun.isEmpty {
            reason = "it was asked for"
        } else if best.profile.isFallback || best.asked == 0 {
            reason =
                noun == "headers" ? "\(best.understood) headers are understood" : "no other profile knows its elements"
        } else {
            let found = best.profile[keyPath: asked].compactMap { $0.first { keys.contains(HeaderKey.fold($0)) } }
            reason = "it has the \(noun) \(found.joined(separator: ", "))"
        }
        if !alsoFits.isEmpty, !noun.isEmpty {
            let asks = noun == "headers" ? "asks for most of these headers" : "asks for most of these elements"
            reason += "; it would fit \(alsoFits.joined(separator: ", ")), too, but \(best.profile.name) \(asks)"
        }
        return ProfileChoice(profile: best.profile, reason: reason, alsoFits: alsoFits)
    }
}
