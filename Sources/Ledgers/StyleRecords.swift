import Catalogues
import GRDB
package import Reconciliation

/// What the ledger knows of single styles, found by their codes.
extension LedgerEntry {
    /// The changes of some kinds that styles of a code went through, at whichever source, oldest first.
    package func changes(ofStyle code: String, _ kinds: [ChangeKind]) throws -> [ChangeEntry] {
        let marks = kinds.map { _ in "?" }.joined(separator: ", ")
        return try Row.fetchAll(
            database,
            sql: """
                SELECT change.*, source.name AS source_name FROM change JOIN source ON source.id = change.source
                WHERE style = ? AND kind IN (\(marks)) ORDER BY change.id
                """, arguments: StatementArguments([code] + kinds.map(\.rawValue))
        ).compactMap(ChangeEntry.init)
    }

    /// What is open of a style that the supplier, or the shop, knows under a code; by number.
    package func openMismatches(ofStyle code: String) throws -> [MismatchRecord] {
        try Row.fetchAll(
            database,
            sql: """
                \(Self.whole) WHERE resolved_run IS NULL AND (supplier_style = ?1 OR shop_style = ?1)
                ORDER BY mismatch.id
                """, arguments: [code]
        ).compactMap(MismatchRecord.init)
    }
}
