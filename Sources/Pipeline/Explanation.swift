package import Catalogues
import Feeds
import Reconciliation
import Reports

/// Why a variant, or a pair of variants, was decided as it was, for `specsync explain`.
package struct Explanation {
    /// Names a variant of one side, by one of both or by both.
    package struct Name: Sendable {
        package var sku: String?
        /// The line where its record begins, from 1.
        package var line: Int?

        package init(sku: String?, line: Int?) {
            self.sku = sku
            self.line = line
        }

        package var isEmpty: Bool { sku == nil && line == nil }
    }

    /// What is asked: a supplier's variant, a shop's, or the pair of both.
    package struct Question: Sendable {
        package var supplier: Name
        package var shop: Name

        package init(supplier: Name, shop: Name) {
            self.supplier = supplier
            self.shop = shop
        }
    }

    /// More candidates of one variant than these are only counted.
    private static let shown = 20

    package let text: String
    package let diagnostics: [Diagnostics]
    package let notes: [Diagnostic]

    init(
        _ question: Question, _ outcome: Outcome, _ inquiry: Inquiry, notes: [Diagnostic], _ language: Language
    ) throws {
        let supplier = try Self.row(question.supplier, outcome.supplier, "--line")
        let shop = try Self.row(question.shop, outcome.shop, "--shop-line")
        var pairs: [(supplier: Int, shop: Int)]
        var isAlone = false
        if let supplier, let shop {
            pairs = [(supplier, shop)]
        } else {
            pairs = outcome.pairs.values.filter { Int($0.supplier) == supplier || Int($0.shop) == shop }
                .sorted { ($1.decision.rawValue, $1.confidence) < ($0.decision.rawValue, $0.confidence) }
                .map { (Int($0.supplier), Int($0.shop)) }
            if pairs.isEmpty, let supplier {
                isAlone = inquiry.isAlone(supplier: supplier)
                pairs = inquiry.closest(toSupplier: supplier).map { (supplier, $0) }
            } else if pairs.isEmpty, let shop {
                isAlone = inquiry.isAlone(shop: shop)
                pairs = inquiry.closest(toShop: shop).map { ($0, shop) }
            }
        }
        text = ExplanationText.text(
            supplier: supplier, shop: shop,
            pairs: pairs.prefix(Self.shown).map { inquiry.witnesses($0.supplier, $0.shop) },
            further: max(0, pairs.count - Self.shown), isAlone: isAlone, outcome, language)
        diagnostics = [outcome.supplier.diagnostics, outcome.shop.diagnostics]
        self.notes = notes
    }

    // MARK: Finding what was named

    /// The one row that is named; nil if none is named at all.
    private static func row(_ name: Name, _ catalogue: Catalogue, _ option: String) throws -> Int? {
        if name.isEmpty { return nil }
        var rows = Array(0..<catalogue.variantCount)
        if let line = name.line {
            rows.removeAll { Int(catalogue.variants.line[$0]) != line }
            guard !rows.isEmpty else { throw noVariant(atLine: line, catalogue) }
        }
        if let sku = name.sku {
            let named = rows.filter { catalogue.text(catalogue.variants.sku[$0]) == sku }
            // A shop's own number comes before the supplier's code that it also bears.
            rows =
                named.isEmpty ? rows.filter { catalogue.text(catalogue.variants.supplierCode[$0]) == sku } : named
            guard !rows.isEmpty else { throw noVariant(sku, name.line, catalogue) }
        }
        guard rows.count == 1 else { throw several(rows, name, catalogue, option) }
        return rows[0]
    }

    private static func noVariant(_ sku: String, _ line: Int?, _ catalogue: Catalogue) -> RunError {
        let place = line.map { "\(catalogue.source.name):\($0)" } ?? catalogue.source.name
        let codes = (0..<catalogue.variantCount).lazy.flatMap {
            [catalogue.text(catalogue.variants.sku[$0]), catalogue.text(catalogue.variants.supplierCode[$0])]
        }
        let near = NearestName.several(sku, among: codes.filter { !$0.isEmpty })
        return RunError(
            "\(place): error: no variant \(line == nil ? "" : "here ")has the code “\(sku)”\n  "
                + (near.isEmpty
                    ? "No code in this file is like it; “specsync inspect” shows what is read as the SKU."
                    : "The nearest codes: \(near.joined(separator: ", "))."))
    }

    private static func noVariant(atLine line: Int, _ catalogue: Catalogue) -> RunError {
        let lines = (0..<catalogue.variantCount).map { Int(catalogue.variants.line[$0]) }
        let before = lines.filter { $0 < line }.max()
        let after = lines.filter { $0 > line }.min()
        let near = [before, after].compactMap { $0.map(String.init) }.joined(separator: " and ")
        return RunError(
            "\(catalogue.source.name):\(line): error: no variant begins on this line\n  "
                + (near.isEmpty ? "The file has no variants." : "The nearest begin on line \(near)."))
    }

    private static func several(_ rows: [Int], _ name: Name, _ catalogue: Catalogue, _ option: String) -> RunError {
        let shown = rows.prefix(5).map { row in
            let variant = catalogue.variant(row)
            return "  line \(variant.line)  \(variant.sku)  \(variant.spec)"
        }
        let what = name.sku.map { "the code “\($0)”" } ?? "this line"
        let hint = name.line == nil ? "Say which by \(option) as well." : "Name it by its code as well."
        return RunError(
            "\(catalogue.source.name): error: \(rows.count) variants share \(what)\n"
                + (shown + ["  \(hint)"]).joined(separator: "\n"))
    }
}
