import Catalogues
import Feeds
import Glibc
import Reports

extension WorkspaceFile {
    static let sourceKeys =
        ["name", "role", "feed"] + credentialKeys + [
            "profile", "encoding", "complete", "expected", "contact", "cooperation", "notes", "guards",
        ]
    static let arrivalKeys = ["by", "on"]
    static let contactKeys = ["name", "wechat", "email", "phone", "language"]

    func readSources(into workspace: inout Workspace) throws(FeedError) {
        workspace.language = try language(top, "language") ?? workspace.language
        let guards = try Self.guards(top.filledTable("guards"), GuardSettings())
        guard let tables = try top.tables("sources"), !tables.isEmpty else {
            throw Self.wrong(
                top, "sources", "there are no sources",
                "Write “sources:” and below it one “- name: …” with role and feed for the shop and for each supplier.")
        }
        for table in tables {
            let source = try source(table, guards, workspace.folder)
            if let twin = workspace.sources.first(where: { SourceName.areAlike($0.name, source.name) }) {
                throw Self.wrong(
                    table, "name", "there are two sources of the name “\(twin.name)”",
                    "Names become the names of files: give each source its own; capital letters make no difference.")
            }
            if source.leg == .shop, let other = workspace.sources.first(where: { $0.leg == .shop }) {
                throw Self.wrong(
                    table, "role", "“\(source.name)” is a second shop, beside “\(other.name)”",
                    "A workspace is one shop's: make another folder for the other one.")
            }
            workspace.sources.append(source)
        }
        guard let shop = workspace.sources.first(where: { $0.leg == .shop }) else {
            throw Self.wrong(top, "sources", "no source has “role: shop”", "Say which file is the shop's own export.")
        }
        guard workspace.sources.contains(where: { $0.leg == .supplier || $0.leg == .platform }) else {
            throw Self.wrong(
                top, "sources", "no source has “role: supplier” or “role: platform”",
                "The shop is compared with at least one of them.")
        }
        workspace.shop = try top.filledText("shop") ?? shop.name
        try Self.refuseControls(in: workspace.shop, top, "shop")
    }

    private func source(
        _ table: YAMLTable, _ guards: GuardSettings, _ folder: String
    ) throws(FeedError) -> SourceSettings {
        try Self.refusePassword(in: table)
        try table.allow(Self.sourceKeys, in: "a source")
        guard let name = try table.filledText("name") else {
            throw Self.missing(table, "name", of: "a source", "Write “name: …”: reports call it so.")
        }
        if let fault = SourceName.fault(name) {
            throw Self.wrong(table, "name", "“\(name)” cannot be the name of a source: \(fault)", SourceName.rule)
        }
        guard let role = try table.filledText("role") else {
            throw Self.missing(table, "role", of: "“\(name)”", "It can be: supplier, platform, shop, orders.")
        }
        let leg = try YAMLTable.choose(
            role, Source.Leg.allCases.map { ($0.rawValue, $0) }, Self.place(table, "role"), "role")
        guard let feed = try table.filledText("feed") else {
            throw Self.missing(
                table, "feed", of: "“\(name)”", "Write a file, a pattern (feeds/*.csv) or an address (https://…).")
        }
        if let (fault, remedy) = FeedPlace.fault(feed) { throw Self.wrong(table, "feed", fault, remedy) }

        var source = SourceSettings(name: name, leg: leg, feed: feed)
        source.credentials = try Self.credentials(table)
        if let profile = try table.filledText("profile") {
            try Self.check(profile: profile, table, folder)
            source.profile = profile
        }
        if let encoding = try table.filledText("encoding") {
            guard TextEncoding(named: encoding) != nil else {
                throw Self.wrong(
                    table, "encoding", "“\(encoding)” is no encoding that is known",
                    "It can be: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            source.encoding = encoding
        }
        // A list of orders holds what was ordered, not all that there is.
        source.isComplete = try table.filledText("complete") == nil ? leg != .orders : table.flag("complete") ?? true
        source.arrival = try Self.arrival(table)
        source.contact = try contact(table)
        source.cooperation = try table.filledText("cooperation") ?? ""
        source.notes = try (table.texts("notes") ?? []).map(Self.note)
        source.guards = try Self.guards(table.filledTable("guards"), guards)
        return source
    }

    private static func check(profile: String, _ table: YAMLTable, _ folder: String) throws(FeedError) {
        if Profile.builtInNames.contains(profile) { return }
        let path = Workspace(folder: folder).path(profile)
        if profile.contains("/") || profile.contains(".") || access(path, F_OK) == 0 { return }
        let near = NearestName.of(profile, among: Profile.builtInNames).map { "Did you mean “\($0)”?" }
        throw wrong(
            table, "profile", "there is no profile “\(profile)”, and no file of that name",
            near ?? "It can be a file, or: \(Profile.builtInNames.joined(separator: ", ")).")
    }

    // MARK: People and hours

    private func language(_ table: YAMLTable, _ key: String) throws(FeedError) -> Language? {
        guard let word = try table.filledText(key) else { return nil }
        return try YAMLTable.choose(word, Language.allCases.map { ($0.rawValue, $0) }, Self.place(table, key), key)
    }

    private func contact(_ source: YAMLTable) throws(FeedError) -> SourceSettings.Contact {
        var contact = SourceSettings.Contact()
        guard let table = try source.filledTable("contact") else { return contact }
        try table.allow(Self.contactKeys, in: "“contact”")
        contact.name = try table.filledText("name") ?? ""
        contact.wechat = try table.filledText("wechat") ?? ""
        contact.phone = try table.filledText("phone") ?? ""
        contact.language = try language(table, "language")
        if let email = try table.filledText("email") {
            guard MailAddress.isBare(email) else {
                throw Self.wrong(
                    table, "email", "“\(email)” is no e-mail address", "Write one address: wang@example.com.")
            }
            contact.email = email
        }
        return contact
    }

    private static func arrival(_ source: YAMLTable) throws(FeedError) -> SourceSettings.Arrival? {
        guard let table = try source.filledTable("expected") else { return nil }
        try table.allow(arrivalKeys, in: "“expected”")
        guard let text = try table.filledText("by") else {
            throw missing(table, "by", of: "“expected”", "Write by when the file is there: “by: \"02:00\"”.")
        }
        guard let by = TimeOfDay.seconds(text) else {
            throw wrong(table, "by", "“\(text)” is no time of day", "Write hour and minute: “by: \"02:00\"”.")
        }
        var arrival = SourceSettings.Arrival(by: by)
        guard let words = try table.texts("on"), !words.isEmpty else { return arrival }
        arrival.weekdays = []
        for word in words {
            arrival.weekdays.formUnion(try YAMLTable.choose(word, Weekday.words, place(table, "on"), "on"))
        }
        return arrival
    }

    /// `2026-10-01 换了新系统`, or a text without a date.
    private static func note(_ text: String) -> (at: Moment?, text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        for count in [2, 1] where words.count > count {
            if let at = Moment(words[..<count].joined(separator: " ")) {
                return (at, words[count...].joined(separator: " "))
            }
        }
        return (nil, text)
    }

    // MARK: Guards

    /// With the greatest value that makes sense.
    static var guardKeys: [(name: String, limit: Int, path: WritableKeyPath<GuardSettings, Int>)] {
        [
            ("hold below", 100, \.hold), ("refuse below", 100, \.refuse), ("stock changed above", 100, \.stock),
            ("sold out above", 100, \.soldOut), ("prices changed above", 100, \.prices),
            ("price step", 1000, \.priceStep), ("new codes above", 100, \.newCodes),
            ("fewest variants", 1_000_000_000, \.minimum),
        ]
    }

    /// What `table` says, and for all else what `other` says.
    private static func guards(_ table: YAMLTable?, _ other: GuardSettings) throws(FeedError) -> GuardSettings {
        var guards = other
        guard let table else { return guards }
        try table.allow(guardKeys.map(\.name), in: "“guards”")
        for (name, limit, path) in guardKeys {
            guard var text = try table.filledText(name)?[...] else { continue }
            if limit <= 1000, text.last == "%" || text.last == "％" { text.removeLast() }
            while text.last == " " { text.removeLast() }
            guard let number = Int(text), (0...limit).contains(number) else {
                let range = limit > 1000 ? "a number of variants" : "per cent, a whole number from 0 to \(limit)"
                throw wrong(table, name, "“\(name)” is not \(range)", "For example “\(name): \(other[keyPath: path])”.")
            }
            guards[keyPath: path] = number
        }
        if guards.refuse > guards.hold {
            throw wrong(
                table, table.keys.contains { HeaderKey.fold($0.name) == "refusebelow" } ? "refuse below" : "hold below",
                "“refuse below” (\(guards.refuse)) is above “hold below” (\(guards.hold))",
                "What is refused holds even less than what is held.")
        }
        return guards
    }
}
