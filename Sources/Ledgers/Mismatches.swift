package import Catalogues
import GRDB
package import Reconciliation

/// One mismatch as the ledger keeps it, with the stages of its life.
package struct MismatchRecord: Sendable {
    package enum State: String, Sendable { case new, back, open, acknowledged, resolved }

    /// Its number, under which people speak of it.
    package var id: Int64 = 0
    package var source: String
    package var code: MismatchCode
    package var who: MismatchCode.Who
    package var supplier = VariantFacts()
    package var shop = VariantFacts()
    package var field = ""
    package var supplierValue = ""
    package var shopValue = ""
    package var action = ""
    package var evidence = ""
    package var stockAtRisk: Int?
    package var ordersAtRisk: Int?
    /// What makes it the same in the next run.
    package var key: RowKey

    package var state = State.new
    package var firstSeen = Moment(seconds: 0)
    /// When it was found first, or came back last.
    package var opened = Moment(seconds: 0)
    package var lastSeen = Moment(seconds: 0)
    package var resolved: Moment?
    package var acknowledgedBy = ""
    package var reason = ""
    package var until: Moment?

    package init(source: String, code: MismatchCode, who: MismatchCode.Who, key: RowKey) {
        self.source = source
        self.code = code
        self.who = who
        self.key = key
    }

    /// Reads a row of `columns`.
    init?(_ row: Row) {
        var cells = Cells(row)
        let id: Int64 = cells.next()
        let source: String = cells.next()
        guard let code = Self.codes[cells.next() as String] else { return nil }
        self.init(
            source: source, code: code, who: MismatchCode.Who(rawValue: cells.next()) ?? code.who, key: RowKey())
        self.id = id
        supplier = VariantFacts(&cells)
        shop = VariantFacts(&cells)
        field = cells.next()
        supplierValue = cells.next()
        shopValue = cells.next()
        action = cells.next()
        evidence = cells.next()
        stockAtRisk = cells.number()
        ordersAtRisk = cells.number()
        firstSeen = cells.moment() ?? firstSeen
        opened = cells.moment() ?? opened
        lastSeen = cells.moment() ?? lastSeen
        resolved = cells.moment()
        acknowledgedBy = cells.next()
        reason = cells.next()
        until = cells.moment()
        state = resolved != nil ? .resolved : acknowledgedBy.isEmpty ? .open : .acknowledged
    }

    /// In the order in which they are read: by place, since a name is looked for anew in each row.
    static let columns = """
        mismatch.id, source.name, code, who, supplier_style, supplier_title, supplier_sku, '', supplier_spec,
        supplier_line, shop_style, shop_title, shop_sku, shop_code, shop_spec, shop_line, field, supplier_value,
        shop_value, action, evidence, stock_at_risk, orders_at_risk, first.at, opened.at, last.at, ended.at, ack_by,
        ack_reason, ack_until
        """

    private static let codes = Dictionary(uniqueKeysWithValues: MismatchCode.allCases.map { ($0.name, $0) })
}

/// The cells of a row, one after the other.
private struct Cells {
    private let row: Row
    private var place = -1

    init(_ row: Row) { self.row = row }

    mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value {
        place += 1
        return row[place]
    }

    mutating func number() -> Int? {
        place += 1
        return row[place]
    }

    mutating func moment() -> Moment? {
        place += 1
        return (row[place] as String?).flatMap { Moment($0) }
    }
}

extension VariantFacts {
    fileprivate init(_ cells: inout Cells) {
        self.init()
        style = cells.next()
        title = cells.next()
        sku = cells.next()
        supplierCode = cells.next()
        spec = cells.next()
        line = cells.next()
    }
}

/// One thing that happened to a mismatch.
package struct MismatchEvent: Sendable {
    package var at: Moment
    /// opened, changed, acknowledged, resolved, back
    package var kind: String
    package var detail: String
}

extension LedgerEntry {
    static var whole: String {
        """
        SELECT \(MismatchRecord.columns) FROM mismatch
        JOIN source ON source.id = mismatch.source JOIN run AS first ON first.id = first_run
        JOIN run AS opened ON opened.id = opened_run JOIN run AS last ON last.id = last_run
        LEFT JOIN run AS ended ON ended.id = resolved_run
        """
    }

    /// Brings the mismatches up to what this run found: new ones are opened, those that were resolved and are found
    /// again come back, those that are found no more are resolved.
    ///
    /// - Parameter stays: whether an open one that was not found stays open, because nobody looked: its source was not
    ///   read, or its style is not in a partial catalogue.
    package func update(
        _ found: [MismatchRecord], run: Int64, at: Moment, unlessUnseen stays: (MismatchRecord) -> Bool
    ) throws {
        var known: [Int64: (id: Int64, isOpen: Bool, values: String, isAcknowledged: Bool)] = [:]
        let rows = try Row.fetchCursor(
            database, sql: "SELECT key, id, resolved_run, supplier_value, shop_value, ack_by <> '' FROM mismatch")
        while let row = try rows.next() {
            known[row[0]] = (
                row[1], (row[2] as Int64?) == nil, (row[3] as String) + "\u{1F}" + (row[4] as String), row[5]
            )
        }
        var sources: [String: Int64] = [:]
        let sourceRows = try Row.fetchAll(database, sql: "SELECT name, id FROM source")
        for row in sourceRows { sources[row[0]] = row[1] }
        let write = try MismatchWriter(database, run: run, at: at)
        /// The words of the rows by the keys of this run.
        var seen: [Int64: String] = [:]
        for mismatch in found {
            var mismatch = mismatch
            let words = mismatch.supplier.spec + "\u{1F}" + mismatch.shop.spec
            if let other = seen.updateValue(words, forKey: mismatch.key.number) {
                // Of two alike the first counts; rows that share a code and say something else are told apart by that.
                if other == words { continue }
                seen[mismatch.key.number] = other
                mismatch.key.add(words)
                if seen.updateValue(words, forKey: mismatch.key.number) != nil { continue }
            }
            let key = mismatch.key.number
            guard let source = sources[mismatch.source] else { continue }
            if let row = known[key] {
                let isSame = row.values == mismatch.supplierValue + "\u{1F}" + mismatch.shopValue
                try write.again(
                    row.id, mismatch, wasOpen: row.isOpen, isSame: isSame, isAcknowledged: row.isAcknowledged)
            } else {
                try write.open(mismatch, source: source)
            }
        }
        for row in try Row.fetchAll(
            database, sql: "\(Self.whole) WHERE resolved_run IS NULL AND last_run < ?", arguments: [run])
        {
            guard let record = MismatchRecord(row), !stays(record) else { continue }
            try write.resolve(record.id)
        }
        // What was to stay silent until a day speaks again on it, and is told as if it were back.
        let ended = try Int64.fetchAll(
            database, sql: "SELECT id FROM mismatch WHERE ack_until <= ? AND resolved_run IS NULL ORDER BY id",
            arguments: [at.text])
        for id in ended { try write.speakAgain(id, "") }
    }

    /// The mismatches that are open, and those resolved after a moment, by number.
    ///
    /// - Parameter since: what was opened after it is new, or back; nil = everything open is new.
    package func mismatches(since: Moment?) throws -> [MismatchRecord] {
        var records: [MismatchRecord] = []
        let rows = try Row.fetchCursor(
            database, sql: "\(Self.whole) WHERE resolved_run IS NULL OR ended.at > ? ORDER BY mismatch.id",
            arguments: [since?.text ?? "9999"])
        while let row = try rows.next() {
            guard var record = MismatchRecord(row) else { continue }
            if record.state == .open, since.map({ record.opened > $0 }) ?? true {
                record.state = record.opened > record.firstSeen ? .back : .new
            }
            records.append(record)
        }
        return records
    }

    /// The supplier codes of which somebody must still say what they mean by now.
    package func codesInDoubt(ofSource name: String) throws -> Set<String> {
        try Set(
            String.fetchAll(
                database,
                sql: """
                    SELECT supplier_sku FROM mismatch JOIN source ON source.id = mismatch.source
                    WHERE source.name = ? AND code = ? AND resolved_run IS NULL
                    """, arguments: [name, MismatchCode.meaningChanged.name]))
    }

    /// One mismatch with all that happened to it; nil = there is no such number.
    package func mismatch(_ id: Int64) throws -> (MismatchRecord, [MismatchEvent])? {
        let row = try Row.fetchOne(database, sql: "\(Self.whole) WHERE mismatch.id = ?", arguments: [id])
        guard let record = row.flatMap(MismatchRecord.init) else { return nil }
        let events = try Row.fetchAll(
            database, sql: "SELECT at, kind, detail FROM event WHERE mismatch = ? ORDER BY id", arguments: [id]
        ).map { MismatchEvent(at: Moment($0[0]) ?? Moment(seconds: 0), kind: $0[1], detail: $0[2]) }
        return (record, events)
    }

    /// Notes that somebody knows of a mismatch, and that it stays silent until a day (or for good).
    ///
    /// - Returns: whether there is an open one of that number.
    package func acknowledge(_ id: Int64, by: String, reason: String, until: Moment?, at: Moment) throws -> Bool {
        try database.execute(
            sql: """
                UPDATE mismatch SET ack_by = ?, ack_reason = ?, ack_until = ? WHERE id = ? AND resolved_run IS NULL
                """, arguments: [by, reason, until?.text, id])
        guard database.changesCount > 0 else { return false }
        try database.execute(
            sql: "INSERT INTO event (mismatch, at, kind, detail) VALUES (?, ?, 'acknowledged', ?)",
            arguments: [
                id, at.text, ([by, reason] + (until.map { ["→ \($0.date)"] } ?? [])).joined(separator: ", "),
            ])
        return true
    }
}
