import Catalogues
import XMLStreams

/// The paths of the beginning of a document: how often each occurs, and what stands there.
struct XMLOutline: XMLVisitor, ~Copyable {
    struct Node {
        var path: XMLPath
        /// The names from the root as they are written: `rss/channel/item/g:id`.
        var name: String
        var count = 0
        /// How many of them have a text (or a value) that is not blank.
        var texts = 0
        var hasElements = false
        var sample = ""
    }

    private(set) var nodes: [Node] = []

    mutating func meet(_ path: XMLPath) -> XMLInterest {
        let around = path.parent < 0 ? "" : nodes[path.parent].name + "/"
        let name = around.utf8.count > 1000 ? around : around + (path.isAttribute ? "@" : "") + path.name
        nodes.append(Node(path: path, name: name))
        if path.parent >= 0, !path.isAttribute { nodes[path.parent].hasElements = true }
        return path.isAttribute ? [.text] : [.start, .text]
    }

    mutating func take(_ events: XMLEvents) -> Bool {
        for event in events.events {
            let path = Int(event.path)
            if event.kind == .start {
                nodes[path].count += 1
                continue
            }
            nodes[path].texts += 1
            if nodes[path].path.isAttribute { nodes[path].count += 1 }
            if nodes[path].sample.isEmpty {
                let value = events.value(event)
                let shown = String(decoding: value.prefix(120), as: UTF8.self)
                nodes[path].sample = String(shown.prefix(60)) + (value.count > 120 || shown.count > 60 ? "…" : "")
            }
        }
        return true
    }

    /// Whether the root says that the document holds changes only: `type="delta"`, CommerceML's
    /// `СодержитТолькоИзменения="true"`. Such a document withdraws nothing by its silence.
    var saysPartial: Bool {
        nodes.contains { node in
            guard node.path.isAttribute, node.path.parent >= 0, nodes[node.path.parent].path.parent < 0 else {
                return false
            }
            let value = node.sample.lowercased()
            switch node.path.localName.lowercased() {
            case "type", "mode", "content", "feed_type", "feedtype": return Self.partialWords.contains(value)
            case "содержиттолькоизменения", "onlychanges", "partial", "delta": return value == "true" || value == "1"
            default: return false
            }
        }
    }

    private static let partialWords: Set<String> = ["delta", "partial", "changes", "update", "incremental", "增量"]

    /// The local names of the elements, the root first, each once.
    var elementNames: [String] {
        var seen = Set<String>()
        return nodes.filter { !$0.path.isAttribute }.map(\.path.localName).filter { seen.insert($0).inserted }
    }
}
