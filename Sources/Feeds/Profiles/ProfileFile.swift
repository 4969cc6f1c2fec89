import Catalogues

/// Reads the YAML text of a profile: the file's own shape, resolved into a `Profile`.
package struct ProfileFile {
    package static let help = "“specsync profiles show flat” prints a complete profile to start from."

    private let top: YAMLTable
    private var profile: Profile

    /// - Parameter file: how messages call the file.
    static func parse(_ yaml: String, file: String) throws(FeedError) -> Profile {
        var reader = try ProfileFile(yaml, file: file)
        try reader.readHeaders()
        try reader.readStructure()
        try reader.readMeanings()
        try reader.readXML()
        reader.profile.learn()
        return reader.profile
    }

    /// What a built-in file says of recognising it, without the rest: a fraction of the time.
    static func sketch(_ yaml: String, file: String) throws(FeedError) -> ProfileSketch {
        var part = ""
        var isWanted = false
        for line in yaml.split(separator: "\n") {
            if let first = line.first, first != " ", first != "#" {
                isWanted = ["name:", "format:", "fallback:", "recognise:"].contains { line.hasPrefix($0) }
            }
            if isWanted { part += line + "\n" }
        }
        let top = try YAMLTable.parse(part, file: file)
        let recognise = try top.table("recognise")
        return ProfileSketch(
            name: try top.text("name") ?? "",
            formats: (try top.texts("format") ?? []).compactMap(Profile.Format.init(rawValue:)),
            isFallback: try top.flag("fallback") ?? false,
            headers: (try recognise?.alternatives("headers") ?? []).map { $0.map(HeaderKey.fold) },
            elements: (try recognise?.alternatives("elements") ?? []).map { $0.map(HeaderKey.fold) })
    }

    private static let topKeys = [
        "name", "title", "based on", "format", "recognise", "fallback", "structure", "style key", "lines after header",
        "fields", "axes",
        "supplier", "shop", "platform", "orders", "ignore", "carry down", "no option", "parent", "lists", "spec",
        "prices",
        "stock", "status", "fixed", "complete", "xml", "property names", "property values",
    ]

    private init(_ yaml: String, file: String) throws(FeedError) {
        top = try YAMLTable.parse(yaml, file: file)
        try top.allow(Self.topKeys, in: "a profile")
        guard let name = try top.text("name"), !name.isEmpty else {
            throw FeedError(Place(file: file, line: 1), "the profile has no name", remedy: "Write “name: …” into it.")
        }
        var base: Profile?
        if let other = try top.text("based on") {
            base = Profile.named(other)
            if base == nil {
                let near = NearestName.of(other, among: Profile.builtInNames).map { "Did you mean “\($0)”?" }
                throw FeedError(
                    Place(file: file, line: top.line(of: "based on")), "there is no built-in profile “\(other)”",
                    remedy: near ?? "There are: \(Profile.builtInNames.joined(separator: ", ")).")
            }
        }
        var formats: [Profile.Format] = []
        for word in try top.texts("format") ?? [] {
            let place = Place(file: file, line: top.line(of: "format"))
            formats.append(
                try YAMLTable.choose(word, Profile.Format.allCases.map { ($0.rawValue, $0) }, place, "format"))
        }
        profile = base ?? Profile(name: name, title: name, format: .csv)
        profile.name = name
        profile.title = name
        profile.titleInChinese = ""
        if !formats.isEmpty { profile.formats = formats }
        if base != nil { profile.isFallback = false }
        if let titles = try? top.table("title") {
            try titles.allow(["en", "zh"], in: "“title”")
            profile.title = try titles.text("en") ?? name
            profile.titleInChinese = try titles.text("zh") ?? ""
        } else if let title = try top.text("title") {
            profile.title = title
        }
    }

    // MARK: Headers

    private mutating func readHeaders() throws(FeedError) {
        profile.isFallback = try top.flag("fallback") ?? profile.isFallback
        if let recognise = try top.table("recognise") {
            try recognise.allow(["headers", "elements"], in: "“recognise”")
            profile.recognisedBy = try recognise.alternatives("headers") ?? profile.recognisedBy
            profile.recognisedByElements = try recognise.alternatives("elements") ?? profile.recognisedByElements
        }
        if let fields = try top.table("fields") {
            let own = try Self.fields(fields, "“fields”", withRoles: true)
            profile.headers.merge(own.fields) { $1 + $0 }
            profile.roles.merge(own.roles) { $1 + $0 }
        }
        for leg in Source.Leg.allCases {
            guard let block = try top.table(leg.rawValue) else { continue }
            let own = try Self.fields(block, "“\(leg.rawValue)”", withRoles: false).fields
            profile.headersByLeg[leg, default: [:]].merge(own) { $1 + $0 }
            profile.ignoredByLeg[leg, default: []] += try block.texts("ignore") ?? []
        }
        profile.ignored += try top.texts("ignore") ?? []
        if let axes = try top.table("axes") {
            for key in axes.keys {
                let headers = try axes.texts(key.name) ?? []
                if let known = profile.axes.firstIndex(where: { HeaderKey.fold($0.name) == HeaderKey.fold(key.name) }) {
                    profile.axes[known].headers.insert(contentsOf: headers, at: 0)
                } else {
                    profile.axes.append(Profile.Axis(name: key.name, headers: headers))
                }
            }
        }
        for position in 0..<axisLimit {
            profile.rules.axisNames[position] = position < profile.axes.count ? profile.axes[position].name : ""
        }
        profile.linesAfterHeader = try top.number("lines after header") ?? profile.linesAfterHeader
    }

    private static func fields(
        _ table: YAMLTable, _ what: String, withRoles: Bool
    ) throws(FeedError) -> (fields: [Field: [String]], roles: [Profile.Role: [String]]) {
        let names = Field.allCases.map(\.words)
        let roles = withRoles ? Profile.Role.allCases.map(\.rawValue) : ["ignore"]
        try table.allow(names + roles, in: what)
        var result: [Field: [String]] = [:]
        for field in Field.allCases { if let texts = try table.texts(field.words) { result[field] = texts } }
        var others: [Profile.Role: [String]] = [:]
        guard withRoles else { return (result, [:]) }
        for role in Profile.Role.allCases { if let texts = try table.texts(role.rawValue) { others[role] = texts } }
        return (result, others)
    }

    // MARK: Rows

    private mutating func readStructure() throws(FeedError) {
        profile.structure = try top.choice("structure", of: Profile.Structure.self) ?? profile.structure
        if let word = try top.text("style key") {
            let place = Place(file: top.file, line: top.line(of: "style key"))
            let keys: [(String, ReadingRules.StyleKey)] = [("code", .code), ("title", .title), ("none", .none)]
            profile.rules.styleKey = try YAMLTable.choose(word, keys, place, "style key")
        }
        let fieldNames = Field.allCases.map { (name: $0.words, choice: $0) }
        if let words = try top.texts("carry down") {
            profile.carried = []
            let place = Place(file: top.file, line: top.line(of: "carry down"))
            for word in words { profile.carried.append(try YAMLTable.choose(word, fieldNames, place, "carry down")) }
        }
        if let words = try top.texts("no option") { profile.noOption = Set(words) }
        if let parent = try top.table("parent") {
            try parent.allow(["parents", "variations", "ignored", "never sold"], in: "“parent”")
            profile.parentKinds = Self.folded(try parent.texts("parents"))
            profile.variationKinds = Self.folded(try parent.texts("variations"))
            profile.ignoredKinds = Self.folded(try parent.texts("ignored"))
            profile.parentsAreNeverSold = try parent.flag("never sold") ?? profile.parentsAreNeverSold
        }
        if let lists = try top.table("lists") {
            try lists.allow(["between", "name ends"], in: "“lists”")
            if let between = try lists.text("between")?.first { profile.listSeparator = between }
            if let suffix = try lists.text("name ends")?.first { profile.listSuffix = suffix }
        }
        if let fixed = try top.table("fixed") {
            try fixed.allow(Field.allCases.map(\.words), in: "“fixed”")
            for field in Field.allCases { if let text = try fixed.text(field.words) { profile.fixed[field] = text } }
        }
        profile.isComplete = try top.flag("complete") ?? profile.isComplete
        profile.propertyNames.merge(try Self.texts(top.table("property names"))) { $1 }
        profile.propertyValues.merge(try Self.texts(top.table("property values"))) { $1 }
    }

    private static func folded(_ words: [String]?) -> Set<String> { Set((words ?? []).map(HeaderKey.fold)) }

    private static func texts(_ table: YAMLTable?) throws(FeedError) -> [String: String] {
        var result: [String: String] = [:]
        for key in table?.keys ?? [] { result[key.name] = try table?.text(key.name) }
        return result
    }

    // MARK: Meanings

    private mutating func readMeanings() throws(FeedError) {
        if let spec = try top.table("spec") {
            try spec.allow(["between", "name ends", "names"], in: "“spec”")
            profile.packed = PackedSpec(
                between: (try spec.texts("between") ?? []).compactMap(\.unicodeScalars.first),
                nameEnds: (try spec.texts("name ends") ?? []).compactMap(\.unicodeScalars.first),
                names: try spec.texts("names") ?? [])
        }
        let packed = profile.packed
        profile.rules.unpack = { packed.parse($0) }
        if let prices = try top.table("prices") {
            try prices.allow(["unit", "currency"], in: "“prices”")
            if let unit = try prices.text("unit") {
                let place = Place(file: top.file, line: prices.line(of: "unit"))
                let units = [("yuan", false), ("fen", true), ("cent", true), ("whole", false)]
                profile.rules.pricesInHundredths = try YAMLTable.choose(unit, units, place, "unit")
            }
            profile.rules.currency = try prices.text("currency") ?? profile.rules.currency
        }
        profile.rules.currency = profile.fixed.removeValue(forKey: .currency) ?? profile.rules.currency
        if let stock = try top.table("stock") {
            let words: [(String, Availability)] = [
                ("in stock", .inStock), ("out of stock", .outOfStock), ("preorder", .preorder),
                ("backorder", .backorder),
            ]
            try stock.allow(["unlimited", "empty is none"] + words.map(\.0), in: "“stock”")
            if let words = try stock.texts("unlimited") { profile.rules.unlimited = Set(words.map { $0.lowercased() }) }
            profile.rules.emptyStockIsZero = try stock.flag("empty is none") ?? profile.rules.emptyStockIsZero
            for (key, availability) in words {
                for word in try stock.texts(key) ?? [] { profile.rules.stockWords[word.lowercased()] = availability }
            }
        }
        if let status = try top.table("status") {
            try status.allow(["on sale", "off sale"], in: "“status”")
            for word in try status.texts("on sale") ?? [] { profile.rules.statusWords[word.lowercased()] = .onSale }
            for word in try status.texts("off sale") ?? [] { profile.rules.statusWords[word.lowercased()] = .offSale }
        }
    }

    private mutating func readXML() throws(FeedError) {
        guard let xml = try top.table("xml") else { return }
        try xml.allow(["records", "styles", "parameters"], in: "“xml”")
        profile.records = try xml.texts("records") ?? profile.records
        profile.styles = try xml.texts("styles") ?? profile.styles
        let inherited = profile.parameters
        profile.parameters = []
        for table in try xml.tables("parameters") ?? [] {
            try table.allow(["element", "name", "value"], in: "a parameter")
            guard let element = try table.text("element"), let name = try table.text("name") else {
                throw FeedError(
                    Place(file: table.file, line: table.line),
                    "a parameter needs its element and where its name stands",
                    remedy: "Write “{element: param, name: \"@name\"}”.")
            }
            profile.parameters.append(
                Profile.Parameter(element: element, name: name, value: try table.text("value") ?? ""))
        }
        profile.parameters += inherited.filter { !profile.parameters.contains($0) }
    }
}
