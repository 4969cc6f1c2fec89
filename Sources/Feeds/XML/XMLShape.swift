import Catalogues
import XMLStreams

/// Which elements of a document are variants and styles, found from its beginning or named by the profile.
struct XMLShape {
    /// The elements that hold a variant, folded.
    var records: Set<String>
    /// The elements that hold a style with its variants, folded; empty = variants stand alone.
    var styles: Set<String>
    var kinds: PathKinds
    /// Where the first variant and style stand, as they are written.
    var recordPath = ""
    var stylePath = ""

    /// How many paths and elements are thought about: a document with more is odd, and must not take for ever.
    private static let longest = 2000
    private static let mostTried = 100

    /// What speaks for an element being the variant.
    private struct Candidate {
        var key: String
        var node: Int
        var count: Int
        var score: Double
        var hasOptions: Bool
        /// It has a code of its own, not just an `id`.
        var hasCode: Bool
        var fields: Set<Field>
    }

    /// Finds the shape; nil if nothing in the outline is a variant.
    init?(_ outline: borrowing XMLOutline, _ words: XMLWords) {
        let profile = words.profile
        records = Set(profile.records.map(HeaderKey.fold))
        styles = Set(profile.styles.map(HeaderKey.fold))
        let keys = outline.nodes.map { HeaderKey.fold($0.path.localName) }
        kinds = Self.kinds(outline, keys, words)
        if records.isEmpty {
            guard let best = Self.bestRecord(outline, keys, words, kinds) else { return nil }
            records = [best.key]
            if styles.isEmpty, let style = Self.bestStyle(outline, keys, words, kinds, best) { styles = [keys[style]] }
        }
        let plan = Self.plan(outline, words, records, styles, kinds)
        guard let record = plan.nodes.firstIndex(where: { $0.role == .record }) else { return nil }
        recordPath = outline.nodes[record].name
        if let style = plan.nodes.firstIndex(where: { $0.role == .style }) { stylePath = outline.nodes[style].name }
    }

    private static func kinds(_ outline: borrowing XMLOutline, _ keys: [String], _ words: XMLWords) -> PathKinds {
        let paths = plan(outline, words, [], [], PathKinds()).nodes.map(\.path)
        var kinds = PathKinds()
        for (index, node) in outline.nodes.prefix(longest).enumerated() {
            if node.hasElements, node.texts == 0 { kinds.containers.insert(paths[index]) }
            if node.path.parent >= 0, words.isPairName(keys[index]) { kinds.named.insert(paths[node.path.parent]) }
        }
        return kinds
    }

    static func plan(
        _ outline: borrowing XMLOutline, _ words: XMLWords, _ records: Set<String>, _ styles: Set<String>,
        _ kinds: PathKinds
    ) -> XMLPlan {
        var plan = XMLPlan(words, records: records, styles: styles, kinds: kinds)
        for node in outline.nodes.prefix(longest) { plan.add(node.path) }
        return plan
    }

    private static func bestRecord(
        _ outline: borrowing XMLOutline, _ keys: [String], _ words: XMLWords, _ kinds: PathKinds
    ) -> Candidate? {
        let hasAttributes = Set(outline.nodes.prefix(longest).lazy.filter(\.path.isAttribute).map(\.path.parent))
        var tried = Set<String>()
        var candidates: [Candidate] = []
        for (index, node) in outline.nodes.prefix(longest).enumerated() where !node.path.isAttribute {
            guard tried.count < mostTried, node.hasElements || hasAttributes.contains(index),
                tried.insert(keys[index]).inserted
            else { continue }
            let plan = plan(outline, words, [keys[index]], [], kinds)
            let candidate = rate(outline, plan, index, keys[index])
            if candidate.score >= 3, candidate.fields.count + (candidate.hasOptions ? 1 : 0) >= 2 {
                candidates.append(candidate)
            }
        }
        guard var best = candidates.max(by: { ($0.score, $0.count) < ($1.score, $1.count) }) else { return nil }
        // A style may say more than each of its variants: what repeats inside it and has options is the variant.
        while let inner = candidates.filter({ isInner($0, best, outline) }).max(by: { $0.score < $1.score }) {
            best = inner
        }
        return best
    }

    private static func isInner(_ inner: Candidate, _ outer: Candidate, _ outline: borrowing XMLOutline) -> Bool {
        guard inner.key != outer.key, inner.hasOptions || inner.fields.contains(.sku) else { return false }
        let around = outline.nodes[inner.node].path.parent
        // One variant a style is enough if the form says that there may be more: `<sizes><size code="…">`.
        let isListed =
            inner.count == outer.count && inner.hasCode && around >= 0
            && XMLWords.isWrapper(HeaderKey.fold(outline.nodes[around].path.localName))
            && !inner.fields.isDisjoint(with: [.stock, .price, .availability])
        if inner.count <= outer.count, !isListed { return false }
        if !inner.hasOptions, outer.hasOptions { return false }
        var at = outline.nodes[inner.node].path.parent
        while at >= 0 {
            if at == outer.node { return true }
            at = outline.nodes[at].path.parent
        }
        return false
    }

    private static func rate(_ outline: borrowing XMLOutline, _ plan: XMLPlan, _ index: Int, _ key: String) -> Candidate
    {
        var best: [Field: Double] = [:]
        var hasPairs = false
        var count = 0
        for (at, node) in plan.nodes.enumerated() where node.level == .record {
            if node.role == .record { count += outline.nodes[at].count }
            if node.role == .pair, outline.nodes[at].count > 0 { hasPairs = true }
            guard node.role == .value || node.role == .record, let meaning = node.meaning, outline.nodes[at].texts > 0
            else { continue }
            best[meaning.field] = max(best[meaning.field] ?? 0, weight(meaning.field, node.key))
        }
        let hasOptions = hasPairs || best.keys.contains { $0 >= .spec && $0 <= .option4 }
        return Candidate(
            key: key, node: index, count: count, score: best.values.reduce(0, +) + (hasPairs ? 1.5 : 0),
            hasOptions: hasOptions, hasCode: best[.sku] ?? 0 >= 3 || best[.supplierCode] ?? 0 >= 3,
            fields: Set(best.keys))
    }

    /// How much a field speaks for its element being a variant.
    private static func weight(_ field: Field, _ key: String) -> Double {
        switch field {
        case .sku, .supplierCode: key == "id" ? 1 : 3
        case .barcode: 3
        case .spec, .option1, .option2, .option3, .option4, .stock: 2
        case .price, .availability, .cost: 1
        case .title: 0.5
        default: 0
        }
    }

    /// The nearest element around the variants that has a code or a title of its own. One that stands there only once
    /// must have both, lest the name of a shop or channel become that of a style; a root's `id` is the document's.
    private static func bestStyle(
        _ outline: borrowing XMLOutline, _ keys: [String], _ words: XMLWords, _ kinds: PathKinds, _ record: Candidate
    ) -> Int? {
        if record.fields.contains(.styleCode) { return nil }
        var at = outline.nodes[record.node].path.parent
        // What holds `<sizes>` or `<variants>` is a style even if it is the only one.
        let holder = at > 0 && XMLWords.isWrapper(keys[at]) ? outline.nodes[at].path.parent : -1
        while at >= 0 {
            let plan = plan(outline, words, [record.key], [keys[at]], kinds)
            var fields = Set<Field>()
            var hasOwnCode = false
            for (index, node) in plan.nodes.enumerated() where node.level == .style && outline.nodes[index].texts > 0 {
                guard let meaning = node.meaning else { continue }
                fields.insert(meaning.field)
                if meaning.field == .styleCode, at > 0 || meaning.rank < XMLWords.makeshift || node.key == "code" {
                    hasOwnCode = true
                }
            }
            let hasTitle = fields.contains(.title)
            let isCategory = words.meanings(keys[at]).contains { $0.field == .category || $0.field == .brand }
            let repeats = outline.nodes[at].count > 1 || at == holder
            let says =
                repeats
                ? fields.contains(.styleCode) || hasTitle && !record.fields.contains(.title) : hasOwnCode && hasTitle
            if says, !isCategory { return at }
            at = outline.nodes[at].path.parent
        }
        return nil
    }
}
