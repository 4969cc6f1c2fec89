package import Catalogues
import GRDB

/// One accepted pair at a time: the sources' own words on both sides.
package struct MappingRecord: Sendable {
    package var source = ""
    package var supplierStyle: String
    package var supplierSKU: String
    package var supplierSpec: String
    package var shopStyle: String
    package var shopSKU: String
    package var shopSpec: String
    package var decision: String
    package var evidence: String
    package var from = Moment(seconds: 0)
    package var until: Moment?

    package init(
        supplierStyle: String, supplierSKU: String, supplierSpec: String, shopStyle: String, shopSKU: String,
        shopSpec: String, decision: String, evidence: String
    ) {
        self.supplierStyle = supplierStyle
        self.supplierSKU = supplierSKU
        self.supplierSpec = supplierSpec
        self.shopStyle = shopStyle
        self.shopSKU = shopSKU
        self.shopSpec = shopSpec
        self.decision = decision
        self.evidence = evidence
    }

    init(_ row: Row) {
        self.init(
            supplierStyle: row["supplier_style"], supplierSKU: row["supplier_sku"], supplierSpec: row["supplier_spec"],
            shopStyle: row["shop_style"], shopSKU: row["shop_sku"], shopSpec: row["shop_spec"],
            decision: row["decision"], evidence: row["evidence"])
        source = row["source_name"]
        from = Moment(row["begun"]) ?? from
        until = (row["ended"] as String?).flatMap { Moment($0) }
    }

    /// The evidence may change without the pair being another one.
    package func key(source: Int64) -> RowKey {
        RowKey("\(source)", supplierStyle, supplierSKU, supplierSpec, shopStyle, shopSKU, shopSpec)
    }
}

extension LedgerEntry {
    private static var dated: String {
        """
        SELECT source.name AS source_name, mapping.*, begun.at AS begun, ended.at AS ended FROM mapping
        JOIN source ON source.id = mapping.source JOIN run AS begun ON begun.id = first_run
        LEFT JOIN run AS ended ON ended.id = last_run
        """
    }

    /// Brings the mapping of a source up to the pairs that were accepted in this run.
    ///
    /// - Parameter stays: whether an open pair that was not found again stays: it is held, or not in a partial catalogue.
    package func remember(
        _ pairs: some Sequence<MappingRecord>, source: Int64, run: Int64,
        unlessAbsent stays: (_ supplierStyle: String, _ supplierSKU: String, _ shopStyle: String) -> Bool
    ) throws {
        var open = try openRows("mapping", source: source)
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO mapping (source, supplier_style, supplier_sku, supplier_spec, shop_style, shop_sku,
                    shop_spec, decision, evidence, key, first_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for pair in pairs {
            let key = pair.key(source: source).number
            if open.updateValue(Self.isHere, forKey: key) != nil { continue }
            try insert.execute(arguments: [
                source, pair.supplierStyle, pair.supplierSKU, pair.supplierSpec, pair.shopStyle, pair.shopSKU,
                pair.shopSpec, pair.decision, pair.evidence, key, run,
            ])
        }
        let gone = try open.values.filter { id in
            if id == Self.isHere { return false }
            let row = try Row.fetchOne(
                database, sql: "SELECT supplier_style, supplier_sku, shop_style FROM mapping WHERE id = ?",
                arguments: [id])
            return row.map { !stays($0[0], $0[1], $0[2]) } ?? true
        }
        try close("mapping", gone, run: run)
    }

    /// The pairs that were last accepted for some of a supplier's codes: what was sent for them until now. Also those that
    /// a doubt has ended since.
    ///
    /// - Parameter stillHolding: only those in whose place no other pair has been accepted for the shop's variant.
    package func lastMapping(
        ofSource name: String, supplierSKUs: some Sequence<String>, stillHolding: Bool
    ) throws -> [MappingRecord] {
        let statement = try database.makeStatement(
            sql: """
                \(Self.dated) WHERE source.name = ?1 AND supplier_sku = ?2
                    AND NOT EXISTS (SELECT 1 FROM mapping AS later WHERE later.source = mapping.source
                        AND later.shop_style = mapping.shop_style AND later.shop_sku = mapping.shop_sku
                        AND later.shop_spec = mapping.shop_spec AND later.id > mapping.id
                        \(stillHolding ? "" : "AND later.supplier_sku = ?2"))
                ORDER BY mapping.id
                """)
        // Without a code it is no code that anything was sent for.
        return try supplierSKUs.filter { !$0.isEmpty }.flatMap { sku in
            try Row.fetchAll(statement, arguments: [name, sku]).map(MappingRecord.init)
        }
    }

    /// The same of a variant that has no code: it is known by its style and its words.
    package func lastMapping(ofSource name: String, style: String, spec: String) throws -> [MappingRecord] {
        try Row.fetchAll(
            database,
            sql: """
                \(Self.dated) WHERE source.name = ?1 AND supplier_style = ?2 AND supplier_sku = '' AND supplier_spec = ?3
                    AND last_run IS NOT NULL ORDER BY mapping.id
                """, arguments: [name, style, spec]
        ).map(MappingRecord.init)
    }

    /// What a code of the shop's or of a supplier's was mapped to on a day.
    package func mapping(ofCode code: String, on day: Moment) throws -> [MappingRecord] {
        let end = Moment(seconds: Int64(day.day + 1) * 86_400).text
        return try Row.fetchAll(
            database,
            sql: """
                \(Self.dated) WHERE (shop_sku = ?1 OR supplier_sku = ?1) AND begun.at < ?2
                    AND (last_run IS NULL OR (SELECT min(at) FROM run WHERE id > last_run) >= ?2)
                ORDER BY mapping.source, mapping.id
                """, arguments: [code, end]
        ).map(MappingRecord.init)
    }

    /// The shop's variants that a source was ever mapped to, as keys of their style, SKU and spec.
    package func shopVariantsEverMapped(toSource name: String) throws -> Set<RowKey> {
        var keys: Set<RowKey> = []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT shop_style, shop_sku, shop_spec FROM mapping JOIN source ON source.id = mapping.source
                WHERE source.name = ?
                """, arguments: [name])
        while let row = try rows.next() { keys.insert(RowKey(row[0], row[1], row[2])) }
        return keys
    }

    /// Those of some supplier's codes that the shop sells or sold something under.
    package func codesOnSale(ofSource name: String, _ codes: some Sequence<String>) throws -> Set<String> {
        let statement = try database.makeStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM mapping JOIN source ON source.id = mapping.source
                    WHERE source.name = ? AND supplier_sku = ?)
                """)
        return try Set(Set(codes).filter { try Bool.fetchOne(statement, arguments: [name, $0]) ?? false })
    }
}
