package import Catalogues
import XMLStreams

/// What was understood of an XML document, for `inspect`.
package struct XMLUnderstanding: Sendable {
    /// An element or attribute below a variant or style.
    package struct Path: Sendable {
        /// From the root, as it is written: `catalogue/style/variant/@sku`.
        package var name: String
        /// What it is read as; nil = not read.
        package var field: Field?
        /// It names an option or an attribute (`param`).
        package var isParameter = false
        /// How often it occurs in what was looked at.
        package var count: Int
        package var sample: String
        /// Fewer than half of the elements around it have it.
        package var isRare = false
    }

    package var root: String
    /// The path of the element that holds a variant.
    package var record: String
    /// The path of the element that holds a style; empty = variants stand alone.
    package var style: String
    package var paths: [Path] = []
    /// Names of parameters that differ within a style, folded, so that they are options.
    package var varying: [String] = []
    /// Variants in the whole document.
    package var records = 0
    /// Counts and samples are of all of the document, not only of its beginning.
    package var isFromWholeDocument = false

    package var mapped: [Path] { paths.filter { $0.field != nil || $0.isParameter } }
    package var unmapped: [Path] { paths.filter { $0.field == nil && !$0.isParameter } }
    var hasParameters: Bool { paths.contains(where: \.isParameter) }

    init(_ outline: borrowing XMLOutline, _ shape: XMLShape, _ words: XMLWords) {
        root = outline.nodes.first?.name ?? ""
        record = shape.recordPath
        style = shape.stylePath
        let plan = XMLShape.plan(outline, words, shape.records, shape.styles, shape.kinds)
        for (index, node) in plan.nodes.enumerated() {
            let seen = outline.nodes[index]
            let isField = node.role == .value || (node.role == .record && node.meaning != nil)
            let isPart = node.role == .pairName || node.role == .pairValue || node.role == .pair
            if node.level == .outside, !isField { continue }
            // Elements that only hold others say nothing by themselves.
            if seen.texts == 0, node.role != .pair, seen.hasElements || node.role == .record || node.role == .style {
                continue
            }
            if isPart, node.role != .pair { continue }
            paths.append(
                Path(
                    name: seen.name, field: isField ? node.meaning?.field : nil, isParameter: node.role == .pair,
                    count: seen.count, sample: seen.sample,
                    isRare: seen.path.parent >= 0 && seen.count * 2 < outline.nodes[seen.path.parent].count))
        }
    }

    func describe(_ understanding: inout FeedUnderstanding) {
        understanding.format = "xml"
        understanding.recordElement = record
        understanding.styleElement = style
        understanding.columns = paths.map { path in
            FeedUnderstanding.Column(
                name: path.name, field: path.isParameter ? "option or attribute" : path.field?.words ?? "",
                sample: path.sample, isRare: path.isRare)
        }
    }
}
