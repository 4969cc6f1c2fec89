import Catalogues
import Reconciliation

/// One mismatch on one line: the code of the variant, what disagrees, and where.
struct SummaryItem {
    private let code: String
    private let values: String
    private let places: String

    init(_ mismatch: Mismatch, _ outcome: Outcome, _ language: Language) {
        let details = MismatchDetails(mismatch, outcome, language)
        let theirs = mismatch.supplier == Mismatch.nobody ? nil : outcome.supplier.variant(Int(mismatch.supplier))
        let ours = mismatch.shop == Mismatch.nobody ? nil : outcome.shop.variant(Int(mismatch.shop))
        let theirStyle =
            mismatch.supplierStyle == Mismatch.nobody ? nil : outcome.supplier.style(Int(mismatch.supplierStyle))
        let ourStyle = mismatch.shopStyle == Mismatch.nobody ? nil : outcome.shop.style(Int(mismatch.shopStyle))
        // The codes that both sides know come before the shop's own numbers.
        let known = [theirs?.sku, ours?.supplierCode, theirStyle?.code, ourStyle?.article, ours?.sku, ourStyle?.code]
            .compactMap(\.self).first { !$0.isEmpty }
        code = TerminalText.safe(known ?? "")

        let values = [details.supplierValue, details.shopValue].filter { !$0.isEmpty }
            .map { Texts.value(TerminalText.safe($0), language) }.joined(separator: " ≠ ")
        let spec = TerminalText.safe((theirs ?? ours)?.words ?? "")
        switch details.field {
        case "price", "stock", "barcode", "sku", "title":
            self.values = [spec, Texts.field(details.field, language), values].filter { !$0.isEmpty }.joined(
                separator: " ")
        default:
            self.values = values
        }

        var places: [String] = []
        if let line = theirs?.line ?? Self.line(mismatch.supplierStyle, outcome.supplier) {
            places.append("\(outcome.supplier.source.name):\(line)")
        }
        if let line = ours?.line ?? Self.line(mismatch.shopStyle, outcome.shop) {
            places.append("\(outcome.shop.source.name):\(line)")
        }
        self.places = TerminalText.safe(places.joined(separator: " "))
    }

    /// The line of a style as a whole.
    private static func line(_ style: UInt32, _ catalogue: Catalogue) -> Int? {
        style == Mismatch.nobody ? nil : catalogue.style(Int(style)).line
    }

    struct Widths {
        var code: Int
        var values: Int
        var places: Int
    }

    /// Columns that all lines share: the places stay whole as long as half the line is left for the rest.
    static func widths(of items: [SummaryItem], columns: Int) -> Widths {
        let free = columns - 2 - 4
        let places = min(items.map { TerminalText.width($0.places) }.max() ?? 0, free / 2)
        let code = min(items.map { TerminalText.width($0.code) }.max() ?? 0, 20)
        let values = min(items.map { TerminalText.width($0.values) }.max() ?? 0, free - places - code)
        return Widths(code: code, values: max(values, 8), places: places)
    }

    func line(_ widths: Widths) -> String {
        "  " + TerminalText.fitted(code, widths.code) + "  " + TerminalText.fitted(values, widths.values) + "  "
            + TerminalText.cut(places, widths.places)
    }
}
