import Catalogues
import Feeds
import Glibc
package import Reconciliation
import Reports

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
            if let said = PersonDecision.Verdict(word: word) {
                verdict = said
            } else if word.isEmpty, !saysVerdict {
                verdict = .confirmed
            } else if ["auto", "review", "none", ""].contains(word) {
                // A mapping file also holds what nobody decided.
                return nil
            } else {
                throw RunError(
                    "\(name):\(table.lines[row]): error: “\(word)” is no decision\n  Write confirmed or rejected (or leave auto, review, none as they are)."
                )
            }
            return PersonDecision(
                verdict, supplier: table[row, "supplier"], supplierStyle: table[row, "supplier_style"],
                supplierSKU: table[row, "supplier_sku"],
                supplierSpec: table[row, "supplier_spec"], shopStyle: table[row, "shop_style"],
                shopSKU: table[row, "shop_sku"], shopSpec: table[row, "shop_spec"], by: table[row, "by"],
                at: table[row, "at"].isEmpty ? table[row, "confirmed_at"] : table[row, "at"], note: table[row, "note"],
                line: table.lines[row])
        }
    }

    /// Adds decisions to a file, which is made if it is not there; a later decision of the same pair replaces the earlier.
    ///
    /// - Returns: how many decisions the file holds then.
    package static func add(_ decisions: [PersonDecision], to path: String) throws -> Int {
        var all = access(path, F_OK) == 0 ? try read(path) : []
        for decision in decisions {
            all.removeAll {
                $0.supplierSKU == decision.supplierSKU && $0.shopSKU == decision.shopSKU
                    && $0.supplierSpec == decision.supplierSpec && $0.shopSpec == decision.shopSpec
            }
            all.append(decision)
        }
        try OutputFolder.replace(path) { sink in
            var output = CSVOutput(sink)
            for column in columns { output.cell(column) }
            output.endRow()
            for decision in all {
                for cell in [
                    decision.supplier, decision.supplierStyle, decision.supplierSKU, decision.supplierSpec,
                    decision.shopStyle,
                    decision.shopSKU, decision.shopSpec, decision.verdict.rawValue, decision.by, decision.at,
                    decision.note,
                ] { output.cell(cell) }
                output.endRow()
            }
            try output.finish()
        }
        return all.count
    }
}
