import GRDB
package import Reconciliation

extension LedgerEntry {
    /// Keeps what people decided, from the run that first saw it to the one that saw it last.
    package func remember(_ decisions: [PersonDecision], run: Int64) throws {
        var open: [Int64: Int64] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT key, id FROM decision WHERE last_run IS NULL")
        while let row = try rows.next() { open[row[0]] = row[1] }
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO decision (verdict, supplier_style, supplier_sku, supplier_spec, shop_style, shop_sku,
                    shop_spec, by, at, note, key, first_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for decision in decisions {
            let parts = [
                decision.verdict.rawValue, decision.supplierStyle, decision.supplierSKU, decision.supplierSpec,
                decision.shopStyle, decision.shopSKU, decision.shopSpec, decision.by, decision.at, decision.note,
            ]
            var key = RowKey()
            for part in parts { key.add(part) }
            if open.removeValue(forKey: key.number) != nil { continue }
            try insert.execute(arguments: StatementArguments(parts) + [key.number, run])
        }
        try close("decision", open.values, run: run)
    }
}
