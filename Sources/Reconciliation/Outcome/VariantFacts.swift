/// One side of a finding; empty and 0 where the side has nothing, or the finding is about a whole style.
package struct VariantFacts: Hashable, Sendable {
    package var style = ""
    package var title = ""
    package var sku = ""
    /// Of the shop's side: the code by which it names the supplier's variant (商家编码), which the supplier knows too.
    package var supplierCode = ""
    package var spec = ""
    /// The line of the source's file, from 1; 0 = none.
    package var line = 0

    package init() {}
}
