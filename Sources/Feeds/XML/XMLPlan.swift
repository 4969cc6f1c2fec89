import Catalogues
import XMLStreams

/// What each path of a document is, given which elements are variants and styles. Decided once a path, as it is met.
struct XMLPlan {
    enum Level: UInt8 { case outside, style, record }

    enum Role: Equatable {
        /// Above all styles and variants.
        case outside
        case style
        case record
        /// Passed through: what stands in it counts as standing around it.
        case wrapper
        /// Holds a field: as text, or in a child or attribute such as `value`.
        case value
        case pair
        case pairName
        case pairValue
        /// Means nothing; what stands in it counts only if the profile names the whole path (`stock quantity`).
        case opaque
    }

    struct Node {
        var role: Role
        var level: Level
        /// Its own name, folded.
        var key: String
        /// The folded names from the root, each behind a `/` (or `/@`).
        var path: String
        /// The folded names below the style or record, run together.
        var relative: String
        var meaning: XMLWords.Meaning?
        /// It is mark-up inside a text that is read.
        var isInText = false
    }

    let words: XMLWords
    let records: Set<String>
    let styles: Set<String>
    let kinds: PathKinds
    private(set) var nodes: [Node] = []

    /// - Parameters:
    ///   - records: folded names of the elements that hold a variant.
    ///   - styles: folded names of the elements that hold a style with its variants.
    init(_ words: XMLWords, records: Set<String>, styles: Set<String>, kinds: PathKinds) {
        self.words = words
        self.kinds = kinds
        self.records = records
        self.styles = styles
    }

    /// Decides on the next path; paths come in the order of their numbers.
    mutating func add(_ path: XMLPath) {
        let key = HeaderKey.fold(path.localName)
        let isNamespace = path.isAttribute && path.name.hasPrefix("xmlns")
        guard path.parent >= 0 else {
            let role: Role = records.contains(key) ? .record : styles.contains(key) ? .style : .outside
            let level: Level = role == .record ? .record : role == .style ? .style : .outside
            nodes.append(Node(role: role, level: level, key: key, path: "/" + key, relative: ""))
            return
        }
        let parent = nodes[path.parent]
        // Beyond a sensible depth names are not strung together: nothing down there is a field.
        let isDeep = parent.path.utf8.count > 500
        var node = Node(
            role: parent.level == .outside ? .outside : .opaque, level: parent.level, key: key,
            path: isDeep ? parent.path : parent.path + (path.isAttribute ? "/@" : "/") + key,
            relative: isDeep ? parent.relative : parent.relative + key)
        if isNamespace {
            node.role = .opaque
        } else if !path.isAttribute, parent.level != .record, records.contains(key) {
            (node.role, node.level, node.relative) = (.record, .record, "")
            if let axis = axis(of: key) { node.meaning = axis }
        } else if !path.isAttribute, parent.level == .outside, styles.contains(key) {
            (node.role, node.level, node.relative) = (.style, .style, "")
        } else if parent.level == .outside {
            // What the root says of all: `<catalogue currency="CNY">`.
            let meaning = path.isAttribute ? words.meanings(key).first : nil
            if meaning?.field == .currency { (node.role, node.meaning) = (.value, meaning) }
        } else {
            decide(&node, parent, path.isAttribute)
        }
        nodes.append(node)
    }

    /// A variant element that is named after an option holds it: `<size name="XL">`.
    private func axis(of key: String) -> XMLWords.Meaning? {
        words.meanings(key).first { $0.field >= .option1 && $0.field <= .option4 }
    }

    private func decide(_ node: inout Node, _ parent: Node, _ isAttribute: Bool) {
        switch parent.role {
        case .value, .pair, .pairName, .pairValue: node.isInText = true
        default: node.isInText = parent.isInText
        }
        switch parent.role {
        case .style, .record, .wrapper:
            if parent.role == .wrapper, isAttribute { return }
            decideDirect(&node, parent, isAttribute)
        case .value:
            decideWithin(&node, parent, isAttribute)
        case .pair, .pairValue:
            if words.isPairValue(node.key) || (parent.role == .pairValue && words.isPairName(node.key)) {
                node.role = .pairValue
            } else if parent.role == .pair, words.isPairName(node.key) {
                node.role = .pairName
            }
        case .opaque:
            let isOneOfSeveral = !isAttribute && parent.key == node.key + "s"
            if isOneOfSeveral || !meanings(node.relative).isEmpty {
                setValue(&node, meaning(isOneOfSeveral ? node.key : node.relative, node.level))
            }
        case .outside, .pairName: break
        }
    }

    private func decideDirect(_ node: inout Node, _ parent: Node, _ isAttribute: Bool) {
        let isContainer = !isAttribute && kinds.containers.contains(node.path)
        let meaning = meaning(node.key, node.level)
        if parent.role == .record, let axis = parent.meaning, XMLWords.valueRank(node.key) != nil {
            setValue(&node, axis)
        } else if !isAttribute, words.isPair(node.key, in: parent.key),
            meaning == nil || kinds.named.contains(node.path)
        {
            node.role = .pair
        } else if !isAttribute, isContainer, XMLWords.isWrapper(node.key) {
            node.role = .wrapper
        } else if meaning != nil {
            setValue(&node, meaning)
        } else if !isAttribute, XMLWords.isWrapper(node.key) {
            node.role = .wrapper
        }
    }

    /// Inside an element that is named as a field: `<price currency="EUR"><amount>12.90</amount></price>`.
    private func decideWithin(_ node: inout Node, _ parent: Node, _ isAttribute: Bool) {
        guard let outer = parent.meaning else { return }
        if let whole = meanings(node.relative).first(where: { $0.field == outer.field }) {
            setValue(&node, whole)
        } else if let rank = XMLWords.valueRank(node.key)
            ?? meanings(node.key).first(where: { $0.field == outer.field })?.rank
        {
            setValue(&node, XMLWords.Meaning(field: outer.field, rank: max(outer.rank, min(100, rank) + 150)))
        } else if let currency = meanings(node.key).first(where: { $0.field == .currency }), outer.field == .price {
            setValue(&node, currency)
        } else if !isAttribute, words.isPair(node.key, in: parent.key) {
            node.role = .pair
        } else if let whole = meanings(node.relative).first {
            setValue(&node, whole)
        }
    }

    private func setValue(_ node: inout Node, _ meaning: XMLWords.Meaning?) {
        guard let meaning else { return }
        (node.role, node.meaning) = (.value, meaning)
    }

    private func meanings(_ key: String) -> [XMLWords.Meaning] { words.meanings(key) }

    private func meaning(_ key: String, _ level: Level) -> XMLWords.Meaning? {
        level == .style ? words.ofStyle(key) : words.ofVariant(key, hasStyles: !styles.isEmpty)
    }

    /// What the stream is to tell of the path that was added last.
    func interest(isAttribute: Bool) -> XMLInterest {
        let node = nodes[nodes.count - 1]
        if isAttribute { return node.role == .opaque || node.role == .outside ? [] : [.text] }
        switch node.role {
        case .style: return [.start, .end]
        case .record: return node.meaning == nil ? [.start, .end] : [.start, .end, .text]
        case .value, .pairName, .pairValue: return [.text]
        case .pair: return [.start, .end, .text]
        case .outside, .wrapper: return []
        case .opaque: return node.isInText ? [.joined] : []
        }
    }
}

/// What is known of paths from the beginning of the document, before their meaning is.
struct PathKinds {
    /// Elements that hold elements and no text.
    var containers: Set<String> = []
    /// Elements that have a name, as `param` and its like do.
    var named: Set<String> = []
}

extension Field {
    static func >= (a: Field, b: Field) -> Bool { a.rawValue >= b.rawValue }
    static func <= (a: Field, b: Field) -> Bool { a.rawValue <= b.rawValue }
}
