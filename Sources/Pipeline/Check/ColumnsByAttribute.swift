import Catalogues
import Feeds
import Lexicons

/// In which column of a CSV file stands what an issue is about.
enum ColumnsByAttribute {
    /// Columns from 1, by attribute; empty for XML, where a record has no columns.
    static func of(_ source: SyncRun.Ingested, _ lexicon: Lexicon) -> [String: Int] {
        guard source.understanding.format == "csv" else { return [:] }
        var columns: [String: Int] = [:]
        let isShop = source.catalogue.source.leg == .shop
        for (index, column) in source.understanding.columns.enumerated() where !column.field.isEmpty {
            for name in attributes(of: column, lexicon) where columns[name] == nil { columns[name] = index + 1 }
        }
        // An order goes by the supplier's code where the file has one, and a supplier's price is what it asks.
        if isShop, let code = columns["supplier code"] { columns["sku"] = code }
        if columns["sku"] == nil, let code = columns["supplier code"] { columns["sku"] = code }
        if let cost = columns["cost"], !isShop || columns["price"] == nil { columns["price"] = cost }
        if columns["stock"] == nil, let column = columns["availability"] { columns["stock"] = column }
        if columns["style"] == nil, let column = columns["article"] { columns["style"] = column }
        return columns
    }

    /// By which names issues may call what a column holds.
    private static func attributes(of column: FeedUnderstanding.Column, _ lexicon: Lexicon) -> [String] {
        let field = column.field
        if field == "style code" { return ["style", field] }
        guard field.hasPrefix("option "), !field.hasSuffix(" name") else { return [field] }
        let names = [String(field.dropFirst(7)), column.name]
        let kinds = names.compactMap { name -> String? in
            let bytes = Array(name.utf8)
            switch bytes.withUnsafeBufferPointer({ lexicon.axisKind(ofName: $0) }) {
            case .colour: return "colour"
            case .size: return "size"
            default: return nil
            }
        }
        return kinds.prefix(1) + names
    }
}
