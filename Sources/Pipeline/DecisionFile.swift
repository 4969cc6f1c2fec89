import Catalogues
import Feeds
package import Reconciliation

/// What people decided, as a CSV file: the columns of `mapping.csv` with `decision`, `by`, `at` and `note`. A file with
/// only `supplier_sku,shop_sku` says that the pairs are confirmed.
package enum DecisionFile {
    package static let columns = [
        "supplier", "supplier_style", "supplier_sku", "supplier_spec", "shop_style", "shop_sku", "shop_spec",
        "decision",
        "by", "at", "note",
    ]

    package static func read(_ path: String) throws -> [PersonDecision] {
        let table = try CSVTable.read(path)
        let name = String(path.split(separator: "/").last ?? "")
        guard table.headers.contains("supplier_sku"), table.headers.contains("shop_sku") else {
            throw RunError(
                "\(name):1: error: a file of decisions needs the columns supplier_sku and shop_sku; it has \(table.headers.joined(separator: ", "))\n  Add them; a line confirms a pair, or says confirmed or rejected in a column “decision”."
            )
        }
        let saysVerdict = table.headers.contains("decision")
        return try table.rows.indices.compactMap { row in
            let word = table[row, "decision"].lowercased()
            let verdict: PersonDecision.Verdict
            switch word {
            case "confirmed", "确认": verdict = .confirmed
            case "rejected", "否决", "拒绝": verdict = .rejected
            case "" where !saysVerdict: verdict = .confirmed
            // A mapping file also holds what nobody decided.
            case "auto", "review", "none", "": return nil
            default:
                throw RunError(
                    "\(name):\(table.lines[row]): error: “\(word)” is no decision\n  Write confirmed or rejected (or leave auto, review, none as they are)."
                )
            }
            return PersonDecision(
                verdict, supplierStyle: table[row, "supplier_style"], supplierSKU: table[row, "supplier_sku"],
                supplierSpec: table[row, "supplier_spec"], shopStyle: table[row, "shop_style"],
                shopSKU: table[row, "shop_sku"], shopSpec: table[row, "shop_spec"], by: table[row, "by"],
                at: table[row, "at"].isEmpty ? table[row, "confirmed_at"] : table[row, "at"], note: table[row, "note"],
                line: table.lines[row])
        }
    }
}
