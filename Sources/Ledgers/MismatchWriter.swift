import Catalogues
import GRDB
import Reconciliation

/// Writes the mismatches of one run, with statements that are prepared once.
struct MismatchWriter {
    private let database: Database
    private let run: Int64
    private let at: Moment
    private let insertion: Statement
    private let change: Statement
    private let event: Statement
    private let resolution: Statement
    private let voice: Statement

    init(_ database: Database, run: Int64, at: Moment) throws {
        self.database = database
        self.run = run
        self.at = at
        insertion = try database.makeStatement(
            sql: """
                INSERT INTO mismatch (source, code, severity, who, supplier_style, supplier_title, supplier_sku,
                    supplier_spec, supplier_line, shop_style, shop_title, shop_sku, shop_code, shop_spec, shop_line, field,
                    supplier_value, shop_value, action, evidence, stock_at_risk, orders_at_risk, key, first_run,
                    opened_run, last_run)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        change = try database.makeStatement(
            sql: """
                UPDATE mismatch SET who = ?, supplier_style = ?, supplier_sku = ?, shop_style = ?, shop_sku = ?,
                    supplier_title = ?, supplier_spec = ?, supplier_line = ?, shop_title = ?,
                    shop_code = ?, shop_spec = ?, shop_line = ?, supplier_value = ?, shop_value = ?, action = ?, evidence = ?,
                    stock_at_risk = ?, orders_at_risk = ?, last_run = ?, resolved_run = NULL,
                    opened_run = CASE WHEN resolved_run IS NULL THEN opened_run ELSE ? END
                WHERE id = ?
                """)
        event = try database.makeStatement(
            sql: "INSERT INTO event (mismatch, run, at, kind, detail) VALUES (?, ?, ?, ?, ?)")
        voice = try database.makeStatement(
            sql: """
                UPDATE mismatch SET opened_run = ?, ack_by = '', ack_reason = '', ack_until = NULL WHERE id = ?
                """)
        resolution = try database.makeStatement(
            sql: """
                UPDATE mismatch SET resolved_run = ?, ack_by = '', ack_reason = '', ack_until = NULL WHERE id = ?
                """)
    }

    func open(_ mismatch: MismatchRecord, source: Int64) throws {
        try insertion.execute(arguments: [
            source, mismatch.code.name, mismatch.code.severity.name, mismatch.who.rawValue, mismatch.supplier.style,
            mismatch.supplier.title, mismatch.supplier.sku, mismatch.supplier.spec, mismatch.supplier.line,
            mismatch.shop.style, mismatch.shop.title, mismatch.shop.sku, mismatch.shop.supplierCode, mismatch.shop.spec,
            mismatch.shop.line,
            mismatch.field, mismatch.supplierValue, mismatch.shopValue, mismatch.action, mismatch.evidence,
            mismatch.stockAtRisk, mismatch.ordersAtRisk, mismatch.key.number, run, run, run,
        ])
        try tell(database.lastInsertedRowID, "opened", values(mismatch))
    }

    /// One that is known is found again.
    func again(
        _ id: Int64, _ mismatch: MismatchRecord, wasOpen: Bool, isSame: Bool, isAcknowledged: Bool
    ) throws {
        try change.execute(arguments: [
            mismatch.who.rawValue, mismatch.supplier.style, mismatch.supplier.sku, mismatch.shop.style,
            mismatch.shop.sku, mismatch.supplier.title, mismatch.supplier.spec, mismatch.supplier.line,
            mismatch.shop.title, mismatch.shop.supplierCode, mismatch.shop.spec, mismatch.shop.line,
            mismatch.supplierValue,
            mismatch.shopValue,
            mismatch.action, mismatch.evidence, mismatch.stockAtRisk, mismatch.ordersAtRisk, run, run, id,
        ])
        if !wasOpen {
            try tell(id, "back", values(mismatch))
        } else if !isSame {
            try tell(id, "changed", values(mismatch))
            // Who acknowledged that the wrong goods may be sent did so of other goods.
            if mismatch.code.severity == .critical, isAcknowledged { try speakAgain(id, values(mismatch)) }
        }
    }

    /// What somebody acknowledged is open again.
    func speakAgain(_ id: Int64, _ detail: String) throws {
        try voice.execute(arguments: [run, id])
        try tell(id, "back", detail)
    }

    func resolve(_ id: Int64) throws {
        try resolution.execute(arguments: [run, id])
        try tell(id, "resolved", "")
    }

    private func tell(_ id: Int64, _ kind: String, _ detail: String) throws {
        try event.execute(arguments: [id, run, at.text, kind, detail])
    }

    /// `39.00 ≠ 35.00`
    private func values(_ mismatch: MismatchRecord) -> String {
        [mismatch.supplierValue, mismatch.shopValue].filter { !$0.isEmpty }.joined(separator: " ≠ ")
    }
}
