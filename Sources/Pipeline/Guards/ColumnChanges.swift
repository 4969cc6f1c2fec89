import Feeds

/// What became of the columns of a table, or of the elements and attributes of a document.
struct ColumnChanges {
    private(set) var parts: [FormatDrift.Part] = []

    private let old: [Column]
    private let new: [Column]
    private let isTable: Bool

    /// A column with its place, from 0; columns of one name are told apart by their order.
    private struct Column {
        var name: String
        var field: String
        var place: Int
        var key: String

        var isRead: Bool { !field.isEmpty }
    }

    init(from before: FeedUnderstanding, to after: FeedUnderstanding) {
        isTable = after.format == "csv"
        old = Self.columns(before)
        new = Self.columns(after)
        let (oldPlaces, newPlaces) = (places(old), places(new))
        var lost = old.filter { newPlaces[$0.key] == nil }
        var added = new.filter { oldPlaces[$0.key] == nil }

        for column in old {
            guard let place = newPlaces[column.key] else { continue }
            compare(column, new[place])
        }
        for column in lost {
            // Under another name, at its place, and read as the same.
            guard isTable, let index = added.firstIndex(where: { $0.place == column.place && $0.field == column.field })
            else { continue }
            // A 价格 that is called 零售价 by now is read as the same and may be another price. Options show by their
            // values whether they are the same.
            tell(
                Self.matters(column.field) && !column.field.hasPrefix("option"),
                "「\(column.name)」改名「\(added[index].name)」",
                "“\(column.name)” is called “\(added[index].name)”")
            lost.removeAll { $0.key == column.key }
            added.remove(at: index)
        }
        for column in lost { tellLost(column, &added) }
        if isTable { tellMoved(newPlaces) }
        for column in added {
            tell(
                false, "新列「\(column.name)」" + (column.isRead ? "，读作\(Self.zh(column.field))" : ""),
                "new column “\(column.name)”" + (column.isRead ? ", read as \(column.field)" : ""))
        }
    }

    /// Elements that few records have say nothing by being absent.
    private static func columns(_ understanding: FeedUnderstanding) -> [Column] {
        var seen: [String: Int] = [:]
        return understanding.columns.enumerated().filter { !$0.element.isRare }.map { place, column in
            seen[column.name, default: 0] += 1
            return Column(
                name: column.name.isEmpty ? "\(place + 1)" : column.name, field: column.field, place: place,
                key: "\(seen[column.name]!) \(column.name)")
        }
    }

    private func places(_ columns: [Column]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element.key, $0.offset) })
    }

    private mutating func tell(_ isGrave: Bool, _ zh: String, _ en: String) {
        parts.append(FormatDrift.Part(isGrave, zh, en))
    }

    // MARK: Columns of one name

    private mutating func compare(_ before: Column, _ after: Column) {
        if before.field == after.field { return }
        if !after.isRead {
            // Whether another column took its place is told there.
            guard let other = new.first(where: { $0.field == before.field }) else {
                tell(
                    Self.matters(before.field), "「\(before.name)」不再读作\(Self.zh(before.field))",
                    "“\(before.name)” is no more read as \(before.field)")
                return
            }
            tellElsewhere(before, other)
        } else if before.isRead {
            tell(
                true, "「\(before.name)」原读作\(Self.zh(before.field))，现读作\(Self.zh(after.field))",
                "“\(before.name)” was read as \(before.field) and is read as \(after.field)")
        } else if !old.contains(where: { $0.field == after.field }) {
            tell(
                false, "「\(after.name)」现在读作\(Self.zh(after.field))", "“\(after.name)” is now read as \(after.field)")
        }
    }

    private mutating func tellElsewhere(_ before: Column, _ other: Column) {
        tell(
            true, "\(Self.zh(before.field))原读「\(before.name)」，现读「\(other.name)」",
            "\(before.field) was read from “\(before.name)” and is read from “\(other.name)”")
    }

    // MARK: Columns that are gone

    private mutating func tellLost(_ column: Column, _ added: inout [Column]) {
        if column.isRead, let other = new.first(where: { $0.field == column.field }),
            !old.contains(where: { $0.key == other.key && $0.field == other.field })
        {
            tellElsewhere(column, other)
            added.removeAll { $0.key == other.key }
            return
        }
        tell(
            Self.matters(column.field),
            "少了「\(column.name)」" + (column.isRead ? "（读作\(Self.zh(column.field))）" : ""),
            "“\(column.name)” is gone" + (column.isRead ? " (it was read as \(column.field))" : ""))
    }

    /// Whether variants are known by a field, or money and stock hang on it: without it they would not be matched, or
    /// all that is sold out would count as put right.
    private static func matters(_ field: String) -> Bool {
        let fields: Set<String> = [
            "sku", "supplier code", "barcode", "style code", "article", "spec", "price", "cost", "stock",
            "availability",
            "id", "parent",
        ]
        return fields.contains(field) || field.hasPrefix("option")
    }

    // MARK: Columns that stand elsewhere

    /// Of the columns that both have, those that do not stand in the order of the others: one new column in front moves
    /// none.
    private mutating func tellMoved(_ newPlaces: [String: Int]) {
        let order = old.compactMap { column in newPlaces[column.key].map { (column: column, place: $0) } }
        // The longest run of columns that kept their order, after each column the best one that ends with it.
        var best = Array(repeating: 1, count: order.count)
        var previous = Array(repeating: -1, count: order.count)
        for index in order.indices {
            for other in 0..<index where order[other].place < order[index].place && best[other] + 1 > best[index] {
                (best[index], previous[index]) = (best[other] + 1, other)
            }
        }
        guard var last = best.indices.max(by: { (best[$0], -$0) < (best[$1], -$1) }) else { return }
        var kept: Set<Int> = []
        while last >= 0 {
            kept.insert(last)
            last = previous[last]
        }
        for index in order.indices where !kept.contains(index) {
            let (column, place) = (order[index].column, new[order[index].place].place)
            tell(
                false, "「\(column.name)」从第 \(column.place + 1) 列移到第 \(place + 1) 列",
                "“\(column.name)” moved from column \(column.place + 1) to \(place + 1)")
        }
    }

    // MARK: Words

    /// A field as a Chinese reader knows it.
    private static func zh(_ field: String) -> String {
        let names = [
            "style code": "款号", "article": "货号", "title": "标题", "sku": "规格编码", "supplier code": "商家编码", "barcode": "条码",
            "spec": "规格", "price": "价格", "list price": "原价", "cost": "供货价", "currency": "币种", "stock": "库存",
            "availability": "有无货", "status": "上下架", "promise": "发货承诺", "brand": "品牌", "category": "类目",
            "spec name": "规格名", "option or attribute": "规格或属性",
        ]
        if let name = names[field] { return name }
        return field.hasPrefix("option ") ? "规格 \(field.dropFirst(7))" : field
    }
}
