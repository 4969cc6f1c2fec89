import Catalogues
import Feeds
import Reconciliation

/// Reads the YAML text of a target: the file's own shape, resolved into a `ListingTarget`.
struct TargetFile {
    static let help = "“specsync targets show shopee” prints a complete target to start from."
    static let keys = [
        "name", "title", "based on", "note", "rules", "value lengths", "required", "advised", "without",
    ]
    /// What a variant or its style can be asked to have.
    static let attributes = [
        "title", "sku", "style code", "barcode", "price", "stock", "image", "brand", "colour", "size", "size system",
    ]

    let top: YAMLTable
    var target: ListingTarget

    /// - Parameter file: how messages call the file.
    /// - Throws: a `FeedError` with the line of what is wrong and what it can be.
    static func parse(_ yaml: String, file: String) throws(FeedError) -> ListingTarget {
        var reader = try TargetFile(yaml, file: file)
        try reader.leaveOut()
        try reader.readRules()
        return reader.target
    }

    private init(_ yaml: String, file: String) throws(FeedError) {
        top = try YAMLTable.parse(yaml, file: file, what: "the target", help: Self.help)
        try top.allow(Self.keys, in: "a target")
        guard let name = try top.filledText("name") else {
            throw FeedError(Place(file: file, line: 1), "the target has no name", remedy: "Write “name: …” into it.")
        }
        target = ListingTarget(name: name, title: name)
        if let other = try top.filledText("based on") {
            guard let base = ListingTargets.named(other) else {
                let near = NearestName.of(other, among: ListingTargets.builtInNames).map { "Did you mean “\($0)”?" }
                throw FeedError(
                    Place(file: file, line: top.line(of: "based on")), "there is no built-in target “\(other)”",
                    remedy: near ?? "There are: \(ListingTargets.builtInNames.joined(separator: ", ")).")
            }
            target = base
            target.name = name
            target.title = name
            target.titleInChinese = ""
        }
        if let title = try bilingual("title") { (target.title, target.titleInChinese) = title }
        if let note = try bilingual("note") { (target.note, target.noteInChinese) = note }
    }

    /// One text, or `{en: …, zh: …}`.
    private func bilingual(_ key: String) throws(FeedError) -> (String, String)? {
        if let table = try? top.table(key) {
            try table.allow(["en", "zh"], in: "“\(key)”")
            let english = try table.filledText("en")
            let chinese = try table.filledText("zh")
            return (english ?? chinese ?? "", chinese ?? "")
        }
        return try top.filledText(key).map { ($0, "") }
    }

    // MARK: Rules

    /// The rules of the other target that do not hold here.
    private mutating func leaveOut() throws(FeedError) {
        let names = Self.ruleKeys
        for word in try top.texts("without") ?? [] {
            let place = Place(file: top.file, line: top.line(of: "without"))
            let key = try YAMLTable.choose(word, names.map { ($0, $0) }, place, "without")
            if let limit = Self.limits.first(where: { $0.key == key }) { target[keyPath: limit.path] = nil }
            switch key {
            case "reserved names": target.reservedNames = nil
            case "reserved values": target.reservedValues = nil
            case "forbidden signs": target.forbiddenSigns = nil
            case "forbidden title signs": target.forbiddenTitleSigns = nil
            case "allowed options": target.allowedOptions = nil
            case "other options": target.otherOptions = nil
            case "unique codes": target.uniqueCodes = nil
            case "unique values": target.uniqueValues = nil
            case "barcode digits": target.barcodeDigits = nil
            case "refused barcodes": target.refusedBarcodes = nil
            case "value lengths": target.valueLengths = []
            case "required": target.required = []
            case "advised": target.advised = []
            default: break
            }
        }
    }

    private mutating func readRules() throws(FeedError) {
        if let rules = try top.filledTable("rules") {
            try rules.allow(Self.limits.map(\.key) + Self.others, in: "“rules”")
            for limit in Self.limits {
                if let table = try rules.table(limit.key) {
                    target[keyPath: limit.path] = try Self.limit(table, limit.key, isLength: limit.isLength)
                }
            }
            try readOthers(rules)
        }
        if let lengths = try top.filledTable("value lengths") {
            for key in lengths.keys {
                guard let table = try lengths.table(key.name) else { continue }
                let limit = try Self.limit(table, "value length", isLength: true)
                target.valueLengths.removeAll { HeaderKey.fold($0.option) == HeaderKey.fold(key.name) }
                target.valueLengths.append((key.name, limit))
            }
        }
        target.required = try attributes("required", target.required)
        target.advised = try attributes("advised", target.advised)
    }

    private mutating func readOthers(_ rules: YAMLTable) throws(FeedError) {
        if let (values, rule) = try Self.list(rules, "reserved names", "values") {
            target.reservedNames = (values, rule)
        }
        if let (values, rule) = try Self.list(rules, "reserved values", "values") {
            target.reservedValues = (values, rule)
        }
        if let (names, rule) = try Self.list(rules, "allowed options", "names") {
            target.allowedOptions = (names, rule)
        }
        if let (fields, rule) = try Self.list(rules, "other options", "field") {
            target.otherOptions = (fields[0], rule)
        }
        if let (signs, rule) = try Self.list(rules, "forbidden signs", "signs") {
            target.forbiddenSigns = (signs.joined(), rule)
        }
        if let (signs, rule) = try Self.list(rules, "forbidden title signs", "signs") {
            target.forbiddenTitleSigns = (signs.joined(), rule)
        }
        if let (prefixes, rule) = try Self.list(rules, "refused barcodes", "prefixes") {
            target.refusedBarcodes = (try Self.digits(prefixes, rules, "refused barcodes").map(\.text), rule)
        }
        if let (counts, rule) = try Self.list(rules, "barcode digits", "counts") {
            target.barcodeDigits = (try Self.digits(counts, rules, "barcode digits").map(\.number), rule)
        }
        if let table = try rules.table("unique codes") {
            let rule = try Self.rule(table, "unique codes", ["across styles"])
            target.uniqueCodes = (try table.flag("across styles") ?? false, rule)
        }
        if let table = try rules.table("unique values") {
            target.uniqueValues = try Self.rule(table, "unique values", [])
        }
    }
}
