package import Catalogues

/// Which row of a table is its header, and what it says.
package struct HeaderLine: Sendable {
    /// The row with the headers, from 0 among the rows that were shown.
    package var headerRow: Int
    /// The profile; its `linesAfterHeader` are those of this file.
    package var profile: Profile
    /// What spoke for the profile, in a few words.
    package var reason: String
    /// Other profiles that the file would fit, by name.
    package var alsoFits: [String]
    package var columns: ColumnMap

    package var firstDataRow: Int { headerRow + 1 + profile.linesAfterHeader }

    /// Finds the header among the first rows of a table: the one of which most is understood.
    ///
    /// Lines before it (titles, versions) are preamble. Lines behind it that name fields again, in another language,
    /// are no data.
    ///
    /// - Parameter rows: the first rows, at most 30 are looked at.
    /// - Parameter isAsked: the profiles were named by a person, so that they need not recognise the file.
    /// - Throws: if no row has a header that tells variants apart; the error lists what was seen.
    package static func best(
        rows: [[String]], leg: Source.Leg, file: String, among profiles: [Profile]? = nil, isAsked: Bool = false,
        readsImages: Bool = false
    ) throws(FeedError) -> HeaderLine {
        // A profile that recognises a line is worth more than any number of understood words.
        let recognised = find(rows, leg, withFallback: false, profiles, isAsked)
        guard let best = recognised ?? find(rows, leg, withFallback: true, profiles, isAsked) else {
            throw nothingUnderstood(rows, file)
        }
        var profile = best.choice.profile
        if profile.linesAfterHeader == 0 {
            let behind = rows.prefix(rowLimit).dropFirst(best.row + 1)
            profile.linesAfterHeader = behind.prefix { repeats($0, profile, leg) }.count
        }
        var columns =
            readsImages ? profile.columns(of: rows[best.row], leg: leg, readsImages: true) : best.map
        if profile.structure == .rows {
            let records = rows.dropFirst(best.row + 1 + profile.linesAfterHeader)
            columns.settleStyleCode(records, leftOver: profile.leftOverCodes(columns, leg: leg))
        }
        return HeaderLine(
            headerRow: best.row, profile: profile, reason: best.choice.reason, alsoFits: best.choice.alsoFits,
            columns: columns)
    }

    private static func find(
        _ rows: [[String]], _ leg: Source.Leg, withFallback: Bool, _ profiles: [Profile]?, _ isAsked: Bool
    ) -> (row: Int, choice: ProfileChoice, map: ColumnMap)? {
        var best: (row: Int, choice: ProfileChoice, map: ColumnMap)?
        for (row, cells) in rows.prefix(rowLimit).enumerated() {
            guard
                let choice = ProfileChoice.choose(
                    headers: cells, leg: leg, among: profiles, isAsked: isAsked, withFallback: withFallback)
            else { continue }
            if choice.profile.isFallback, !isAsked, !withFallback { continue }
            let map = choice.profile.columns(of: cells, leg: leg)
            if map.understood > best?.map.understood ?? 0 { best = (row, choice, map) }
        }
        return best
    }

    /// The same for a file with these options: under the profile that they name, or the built-in one that fits.
    package static func best(rows: [[String]], file: String, options: FeedOptions) throws(FeedError) -> HeaderLine {
        let profiles = try options.profile.map { name throws(FeedError) in [try Profile.find(name)] }
        return try best(
            rows: rows, leg: options.leg, file: file, among: profiles, isAsked: profiles != nil,
            readsImages: options.readsImages)
    }

    private static let rowLimit = 30

    /// Whether a row names the columns once more: at least two headers, and nothing but headers in the columns read.
    private static func repeats(_ cells: [String], _ profile: Profile, _ leg: Source.Leg) -> Bool {
        let named = cells.filter { profile.field(of: $0, leg: leg) != nil }.count
        let filled = cells.filter { !HeaderKey.fold($0).isEmpty }.count
        return named >= 2 && named * 2 > filled
    }

    private static func nothingUnderstood(_ rows: [[String]], _ file: String) -> FeedError {
        let first = rows.first { $0.contains { !HeaderKey.fold($0).isEmpty } }
        guard let row = rows.prefix(rowLimit).max(by: { filled($0) < filled($1) }), let first, filled(row) > 0 else {
            return FeedError(
                Place(file: file, line: 1), "the file is empty", remedy: "Export it again, and give the new file.")
        }
        let headers = (filled(first) * 2 > filled(row) ? first : row).filter { !HeaderKey.fold($0).isEmpty }
        let shown = headers.prefix(20).map { "“\(ColumnMap.shown($0).prefix(30))”" }.joined(separator: ", ")
        let more = headers.count > 20 ? " and \(headers.count - 20) more" : ""
        return FeedError(
            Place(file: file, line: 1), "no column could be recognised; the headers are \(shown)\(more)",
            remedy: """
                Write a profile that says which of them is what: a file my.yaml with the lines “name: my”, “based on: flat”, \
                “fields:” and below it, indented, e.g. “sku: \(ColumnMap.shown(headers[0]).prefix(30))”; then name it with \
                --supplier-profile or --shop-profile. “specsync profiles show flat” prints all that a profile can say.
                """)
    }

    private static func filled(_ row: [String]) -> Int { row.filter { !HeaderKey.fold($0).isEmpty }.count }
}
