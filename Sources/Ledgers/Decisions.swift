import GRDB
package import Reconciliation

extension LedgerEntry {
    /// Keeps what people decided, from the run that first saw it to the one that saw it last.
    package func remember(_ decisions: [PersonDecision], run: Int64) throws {
        var open = try openDecisions()
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO decision (verdict, supplier_style, supplier_sku, supplier_spec, shop_style, shop_sku,
                    shop_spec, by, at, note, key, first_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for decision in decisions {
            let key = decision.key.number
            if open.updateValue((Self.isHere, run), forKey: key) != nil { continue }
            try insert.execute(arguments: StatementArguments(decision.texts) + [key, run])
        }
        try close("decision", open.values.map(\.id).filter { $0 != Self.isHere }, run: run)
    }

    /// Puts into decisions what their codes said when somebody decided: who names two codes has their words of that day
    /// in mind. These are the words of the run before the one that first saw the decision, since that is what lay before
    /// whoever decided; of the first run that saw it where there is no earlier one.
    ///
    /// - Parameters:
    ///   - source: the supplier's name.
    ///   - shop: the shop's.
    package func withWords(
        _ decisions: [PersonDecision], ofSource source: String, shop: String
    ) throws -> [PersonDecision] {
        let known = try openDecisions()
        let next = try (Int64.fetchOne(database, sql: "SELECT max(id) FROM run") ?? 0) + 1
        let statement = try database.makeStatement(
            sql: """
                SELECT spec FROM meaning JOIN source ON source.id = meaning.source
                WHERE source.name = ?1 AND sku = ?2 AND first_run <= ?3 AND (last_run IS NULL OR last_run >= ?3)
                LIMIT 2
                """)
        func words(ofSource name: String, _ sku: String, seen: Int64) throws -> String {
            for run in [seen - 1, seen] {
                let specs = try String.fetchAll(statement, arguments: [name, sku, run])
                // A code that meant two things says nothing.
                if !specs.isEmpty { return specs.count == 1 ? specs[0] : "" }
            }
            return ""
        }
        return try decisions.map { decision in
            var decision = decision
            let seen = known[decision.key.number]?.seen ?? next
            if decision.supplierSpec.isEmpty, !decision.supplierSKU.isEmpty {
                decision.supplierSpec = try words(ofSource: source, decision.supplierSKU, seen: seen)
            }
            if decision.shopSpec.isEmpty, !decision.shopSKU.isEmpty {
                decision.shopSpec = try words(ofSource: shop, decision.shopSKU, seen: seen)
            }
            return decision
        }
    }

    /// The decisions that hold, by their keys: their numbers, and the runs that first saw them.
    private func openDecisions() throws -> [Int64: (id: Int64, seen: Int64)] {
        var open: [Int64: (id: Int64, seen: Int64)] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT key, id, first_run FROM decision WHERE last_run IS NULL")
        while let row = try rows.next() { open[row[0]] = (row[1], row[2]) }
        return open
    }
}

extension PersonDecision {
    /// As the file says it, in the ledger's order.
    fileprivate var texts: [String] {
        [
            verdict.rawValue, supplierStyle, supplierSKU, supplierSpec, shopStyle, shopSKU, shopSpec, by, at, note,
        ]
    }

    fileprivate var key: RowKey {
        var key = RowKey()
        for text in texts { key.add(text) }
        return key
    }
}
