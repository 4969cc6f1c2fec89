import Catalogues
package import Reconciliation

/// The two values that disagree, as pages show them.
package struct MismatchDetails {
    package let field: String
    package let supplierValue: String
    package let shopValue: String
    /// The lines of the further rows that share the fault, from 1.
    package let supplierLines: [Int]
    package let shopLines: [Int]

    /// - Parameter language: in which further lines are named; the data files keep to English.
    package init(_ mismatch: Mismatch, _ outcome: Outcome, _ language: Language = .en) {
        var values = MismatchValues(outcome, language)
        values.read(mismatch)
        field = values.field.string
        supplierValue = values.supplier.string
        shopValue = values.shop.string
        supplierLines = values.supplierLines
        shopLines = values.shopLines
    }
}
