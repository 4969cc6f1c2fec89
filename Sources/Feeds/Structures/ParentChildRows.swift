import Catalogues

/// Rows of variations that point to the row of their parent, by its SKU or as `id:123`, as WooCommerce writes them.
///
/// Parents are no variants; styles without variations are one. A variation takes title, brand, category and status from
/// its parent, and stock where it has none. An empty attribute of a variation means "any": that option stays open.
/// Parents may come after their variations: rows wait for them, and leave in the order of the file.
struct ParentChildRows {
    private struct Parent {
        var style: String
        var title: String
        var brand: String
        var category: String
        var status: String
        var stock: String
        var image: String
        /// The allowed values by attribute, as folded names and values.
        var allowed: [String: Set<String>]
        var line: Int
        var isUsed = false
    }

    private enum Kind { case parent, variation, single, ignored }

    private var columns: RowColumns
    private var parents: [Parent] = []
    private var parentsByKey: [String: Int] = [:]
    private var held = HeldRows()
    private let attributes: [(name: Int, value: Int)]

    init(_ columns: RowColumns) {
        self.columns = columns
        let keys = columns.map.headers.map(HeaderKey.fold)
        var attributes: [(Int, Int)] = []
        for number in 1...Self.attributeLimit {
            guard let name = columns.profile.attributeColumn(.attributeName, number, keys),
                let value = columns.profile.attributeColumn(.attributeValue, number, keys)
            else { break }
            attributes.append((name, value))
        }
        self.attributes = attributes
    }

    /// As many attributes as a product can have; all but a few describe it.
    private static let attributeLimit = 50

    mutating func take(_ row: Row, line: Int, sink: inout RecordSink) {
        columns.declare([.styleCode, .option1, .option1Name, .listPrice], sink: &sink)
        switch kind(row) {
        case .ignored: return
        case .parent:
            learn(row, line, &sink)
            releaseWhatCan(&sink)
        case .variation:
            let key = Self.key(row[columns.map.column(.parent)])
            if held.isEmpty, let parent = parentsByKey[key] {
                emitVariation(row, line, parent, &sink)
            } else {
                held.hold(row.cells.map(\.trimmed), line: line, key: key)
            }
        case .single:
            if held.isEmpty {
                emitSingle(row, line, &sink)
            } else {
                held.hold(row.cells.map(\.trimmed), line: line, key: "")
            }
        }
    }

    mutating func finish(sink: inout RecordSink) {
        columns.declare(sink: &sink)
        while held.next != nil { releaseNext(&sink) }
        for parent in parents where !parent.isUsed {
            columns.tell(
                "parent-without-variants", line: parent.line,
                "“\(parent.style.isEmpty ? parent.title : parent.style)” is the parent of no row; it has no variants to compare",
                sink: &sink)
        }
    }

    // MARK: What a row is

    private func kind(_ row: Row) -> Kind {
        if columns.isBlank(row) { return .ignored }
        let profile = columns.profile
        let words = row[columns.map.column(.kind)].string.split(separator: ",").map { HeaderKey.fold(String($0)) }
        if words.contains(where: profile.ignoredKinds.contains) { return .ignored }
        if words.contains(where: profile.variationKinds.contains) { return .variation }
        if words.contains(where: profile.parentKinds.contains) { return .parent }
        return columns.map.column(.kind) == nil && !row[columns.map.column(.parent)].isEmpty ? .variation : .single
    }

    /// How rows refer to a parent: codes without case, ids as `id:123`.
    private static func key(_ reference: Bytes) -> String {
        let text = reference.string.lowercased()
        guard text.hasPrefix("id:") else { return text }
        return "id:" + text.dropFirst(3).drop { $0 == " " }
    }

    private mutating func learn(_ row: Row, _ line: Int, _ sink: inout RecordSink) {
        let map = columns.map
        let sku = row[map.column(.sku)]
        let id = row[map.column(.id)]
        var allowed: [String: Set<String>] = [:]
        for attribute in attributes where !row[attribute.name].isEmpty {
            allowed[HeaderKey.fold(row[attribute.name].string)] = Set(
                Self.list(row[attribute.value].string).map { $0.lowercased() })
        }
        let parent = Parent(
            style: sku.isEmpty ? id.string : sku.string, title: row[map.column(.title)].string,
            brand: row[map.column(.brand)].string, category: row[map.column(.category)].string,
            status: row[map.column(.status)].string, stock: row[map.column(.stock)].string,
            image: row[map.column(.image)].string, allowed: allowed, line: line)
        if columns.profile.parentsAreNeverSold,
            Self.isSold(row[map.column(.price)]) || Self.isSold(row[map.column(.stock)])
        {
            tellFault(.parentSellable, line, parent.style, &sink)
            columns.tell(
                "parent-sellable", line: line,
                "the parent “\(parent.style)” has a price or stock of its own, as if it could be bought", sink: &sink)
        }
        parents.append(parent)
        for key in [sku.isEmpty ? "" : Self.key(sku), id.isEmpty ? "" : "id:\(id.string)"] where !key.isEmpty {
            if let other = parentsByKey[key] {
                columns.tell(
                    "duplicate-parent", line: line,
                    "“\(key)” is the parent on line \(parents[other].line), too; its variations are counted to that one",
                    sink: &sink)
            } else {
                parentsByKey[key] = parents.count - 1
            }
        }
    }

    /// `Blue, Green\, dark, Red`
    static func list(_ text: String) -> [String] {
        var items: [String] = []
        var item = ""
        var escaped = false
        for character in text {
            if character == ",", !escaped {
                items.append(item)
                item = ""
            } else if character == "\\", !escaped {
                escaped = true
                continue
            } else {
                if escaped, character != "," { item.append("\\") }
                item.append(character)
            }
            escaped = false
        }
        items.append(item)
        return items.map { PackedText($0).text }.filter { !$0.isEmpty }
    }

    // MARK: Waiting rows

    private mutating func releaseWhatCan(_ sink: inout RecordSink) {
        while let next = held.next, next.key.isEmpty || parentsByKey[next.key] != nil { releaseNext(&sink) }
    }

    private mutating func releaseNext(_ sink: inout RecordSink) {
        var rows = held
        held = HeldRows()
        rows.release { cells, row in
            if row.key.isEmpty, columns.map.column(.kind) == nil || kind(Row(cells: cells)) == .single {
                emitSingle(Row(cells: cells), row.line, &sink)
            } else {
                emitVariation(Row(cells: cells), row.line, parentsByKey[row.key], &sink)
            }
        }
        held = rows
    }

    // MARK: Variants

    private mutating func emitSingle(_ row: Row, _ line: Int, _ sink: inout RecordSink) {
        sink.begin(line: line)
        for (field, column) in columns.fields where !Self.isOption(field) { sink.set(field, row[column]) }
        let sku = row[columns.map.column(.sku)]
        sink.set(.styleCode, sku.isEmpty ? row[columns.map.column(.id)] : sku)
        columns.complete(row, sink: &sink)
        sink.commit()
    }

    private func tellFault(_ kind: RowFault.Kind, _ line: Int, _ parent: String, _ sink: inout RecordSink) {
        sink.builder.rowFaults.append(RowFault(kind, line: line, parent: parent))
    }

    /// Whether a cell says that there is something to be had for it: a price or quantity that is not zero.
    private static func isSold(_ cell: Bytes) -> Bool { cell.buffer.contains { (0x31...0x39).contains($0) } }

    private mutating func emitVariation(_ row: Row, _ line: Int, _ number: Int?, _ sink: inout RecordSink) {
        sink.begin(line: line)
        for (field, column) in columns.fields where !Self.isOption(field) && field != .title {
            sink.set(field, row[column])
        }
        let reference = row[columns.map.column(.parent)]
        if let number {
            parents[number].isUsed = true
            let parent = parents[number]
            sink.set(.styleCode, parent.style)
            if columns.map.column(.title) != nil { sink.set(.title, parent.title) }
            inherit(.brand, parent.brand, &sink)
            inherit(.category, parent.category, &sink)
            if !columns.profile.parentsAreNeverSold { inherit(.stock, parent.stock, &sink) }
            if columns.map.column(.image) != nil { sink.set(.styleImage, parent.image) }
            if columns.profile.rules.statusWords[parent.status.lowercased()] == .offSale {
                sink.set(.status, parent.status)
            }
        } else {
            sink.set(.styleCode, reference)
            tellFault(reference.isEmpty ? .orphan : .parentMissing, line, reference.string, &sink)
            columns.tell(
                "missing-parent", line: line,
                reference.isEmpty
                    ? "the variation names no parent; it stands alone"
                    : "there is no parent “\(RowColumns.shown(reference))”; its variations are a style without a title",
                sink: &sink)
        }
        for (field, column) in columns.fields where attributes.isEmpty && Self.isOption(field) {
            sink.set(field, row[column])
        }
        setOptions(row, line, number.map { parents[$0].allowed } ?? [:], &sink)
        columns.complete(row, sink: &sink)
        sink.commit()
    }

    private func inherit(_ field: Field, _ text: String, _ sink: inout RecordSink) {
        if !text.isEmpty, sink.value(field).isEmpty { sink.set(field, text) }
    }

    private func setOptions(_ row: Row, _ line: Int, _ allowed: [String: Set<String>], _ sink: inout RecordSink) {
        var position = 0
        for attribute in attributes {
            let name = row[attribute.name]
            let value = row[attribute.value]
            if name.isEmpty && value.isEmpty { continue }
            if position < axisLimit {
                sink.set(.optionName(position), name)
                sink.set(.option(position), value)
            }
            position += 1
            if !value.isEmpty, let values = allowed[HeaderKey.fold(name.string)], !values.isEmpty,
                !values.contains(value.string.lowercased()),
                !values.contains(Self.list(value.string).joined(separator: ",").lowercased())
            {
                columns.tell(
                    "value-not-in-list", line: line,
                    "“\(RowColumns.shown(value))” is no value that the parent allows for “\(RowColumns.shown(name))”",
                    sink: &sink)
            }
        }
    }

    private static func isOption(_ field: Field) -> Bool {
        (0..<axisLimit).contains { field == .option($0) || field == .optionName($0) }
    }
}
