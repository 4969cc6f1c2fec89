import Catalogues
package import Feeds
import Lexicons
import Reports

/// What is understood of one file, for `specsync inspect`.
package struct Inspection {
    private let name: String
    private let understanding: FeedUnderstanding
    private let catalogue: Catalogue
    private let axes: [Axis]

    private struct Axis {
        var name: String
        var kind: String
        var values: [(text: String, count: Int)]
    }

    private static let shownValues = 12

    package init(_ path: String, _ options: FeedOptions) throws(FeedError) {
        (catalogue, understanding) = try Feed.read(path, options)
        name = catalogue.source.name
        axes = Self.axes(of: catalogue)
    }

    /// The axes by how many styles have them, their values by how many variants have them.
    private static func axes(of catalogue: Catalogue) -> [Axis] {
        let lexicon = Lexicon()
        // How many variants have a value on an axis, by the number of the axis' name and that of the value.
        var counts = [[Int]](repeating: [], count: catalogue.words.count)
        for style in 0..<catalogue.styleCount {
            for position in 0..<catalogue.axisCount {
                let name = Int(catalogue.styles.axis(style, position))
                let values = catalogue.variants.option(position)
                for row in catalogue.rows(ofStyle: style) where values[row] != 0 {
                    if counts[name].isEmpty { counts[name] = Array(repeating: 0, count: catalogue.words.count) }
                    counts[name][Int(values[row])] += 1
                }
            }
        }
        let axes = counts.enumerated().filter { !$0.element.isEmpty }
            .map { (name: UInt32($0.offset), counts: $0.element, total: $0.element.reduce(0, +)) }
        return axes.sorted { ($1.total, $0.name) < ($0.total, $1.name) }.map { axis in
            let kind = axis.name == 0 ? AxisKind.unknown : lexicon.axisKind(ofName: catalogue.words[axis.name].buffer)
            let values = axis.counts.enumerated().filter { $0.element > 0 }
                .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
            return Axis(
                name: catalogue.word(axis.name), kind: "\(kind)",
                values: values.map { (catalogue.word(UInt32($0.offset)), $0.element) })
        }
    }

    // MARK: Text

    package func text(columns: Int) -> String {
        var lines = [name]
        func say(_ label: String, _ text: String) {
            if text.isEmpty { return }
            lines.append(
                "  " + TerminalText.fitted(label, 10) + TerminalText.cut(TerminalText.safe(text), columns - 12))
        }
        let encoding = [understanding.encoding, understanding.encodingReason].filter { !$0.isEmpty }.joined(
            separator: ": ")
        say(
            "format",
            understanding.format.uppercased()
                + (understanding.delimiter.isEmpty
                    ? ""
                    : ", fields separated by “\(understanding.delimiter)”, header on line \(understanding.headerLine)"))
        say("encoding", encoding)
        say(
            "profile",
            understanding.profile + (understanding.profileReason.isEmpty ? "" : ": \(understanding.profileReason)"))
        say("variant", understanding.recordElement)
        say("style", understanding.styleElement)
        say(
            "holds",
            "\(catalogue.styleCount) styles, \(catalogue.variantCount) variants\(catalogue.source.isComplete ? "" : ", partial")"
        )
        lines += columnLines(columns)
        if !axes.isEmpty { lines += ["", "  axes"] }
        for axis in axes {
            let values = axis.values.prefix(Self.shownValues).map { "\($0.text) (\($0.count))" }.joined(separator: ", ")
            let more = axis.values.count > Self.shownValues ? ", … \(axis.values.count) in all" : ""
            let label = (axis.name.isEmpty ? "(unnamed)" : axis.name) + " [\(axis.kind)]"
            lines.append(
                "    " + TerminalText.fitted(TerminalText.safe(label), 22) + " "
                    + TerminalText.cut(TerminalText.safe(values + more), columns - 28))
        }
        if !catalogue.diagnostics.isEmpty { lines += ["", "  oddities"] }
        for diagnostic in catalogue.diagnostics.kept {
            lines.append("    " + TerminalText.cut(TerminalText.safe(diagnostic.description), columns - 4))
        }
        for (code, count) in catalogue.diagnostics.counts.sorted(by: { $0.key < $1.key })
        where count > Diagnostics.keptPerCode {
            lines.append("    \(count - Diagnostics.keptPerCode) more of [\(code)]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func columnLines(_ columns: Int) -> [String] {
        let read = understanding.columns.filter { !$0.field.isEmpty }
        let unread = understanding.columns.filter { $0.field.isEmpty && !$0.name.isEmpty }.map(\.name)
        guard !read.isEmpty else { return [] }
        let nameWidth = min(36, read.map { TerminalText.width($0.name) }.max() ?? 0)
        let fieldWidth = read.map { TerminalText.width($0.field) }.max() ?? 0
        var lines = ["", "  read as"]
        for column in read {
            let line =
                "    " + TerminalText.fitted(column.name, nameWidth) + "  → "
                + TerminalText.fitted(column.field, fieldWidth)
            lines.append(TerminalText.cut(line + "  " + TerminalText.safe(column.sample), columns))
        }
        if !unread.isEmpty {
            lines.append("    " + TerminalText.cut("not read: " + unread.joined(separator: ", "), columns - 4))
        }
        return lines
    }

    // MARK: JSON

    package func writeJSON(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
        var json = JSONText(write)
        json.object {
            $0.member("schema", "specsync.inspect/1")
            $0.member("name", name)
            $0.member("format", understanding.format)
            $0.member("encoding", understanding.encoding)
            $0.member("delimiter", understanding.delimiter)
            $0.member("header_line", understanding.headerLine)
            $0.member("profile", understanding.profile)
            $0.member("profile_reason", understanding.profileReason)
            $0.array("also_fits", flat: true) { json in for name in understanding.alsoFits { json.element(name) } }
            $0.member("record", understanding.recordElement)
            $0.member("style", understanding.styleElement)
            $0.member("styles", catalogue.styleCount)
            $0.member("variants", catalogue.variantCount)
            $0.array("columns") { json in
                for column in understanding.columns {
                    json.object(flat: true) {
                        $0.member("name", column.name)
                        $0.member("field", column.field)
                        $0.member("sample", column.sample)
                    }
                }
            }
            $0.array("axes") { json in
                for axis in axes {
                    json.object(flat: true) {
                        $0.member("name", axis.name)
                        $0.member("kind", axis.kind)
                        $0.array("values") { json in for value in axis.values { json.element(value.text) } }
                    }
                }
            }
            $0.array("diagnostics") { json in
                for diagnostic in catalogue.diagnostics.kept {
                    json.object(flat: true) {
                        $0.member("line", diagnostic.place.line)
                        $0.member("severity", diagnostic.severity.rawValue)
                        $0.member("code", diagnostic.code)
                        $0.member("message", diagnostic.message)
                        $0.member("count", catalogue.diagnostics.counts[diagnostic.code] ?? 1)
                    }
                }
            }
        }
        try json.finish()
    }
}
