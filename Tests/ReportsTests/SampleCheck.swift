import Catalogues
import Lexicons
import Reconciliation
import Reports

/// A draft against a supplier, as the outputs of `check` show it. Rows are those of `SampleRun.fields`.
enum SampleCheck {
    /// Every column of these catalogues, as a CSV file has them.
    static let columns = [
        "style": 1, "title": 2, "sku": 4, "barcode": 5, "colour": 6, "size": 7, "price": 8, "stock": 9,
    ]

    static func report(
        _ supplier: [[String]], draft: [[String]], _ language: Language = .en, history: [StyleFact] = [],
        more: [ListingIssue] = []
    ) -> CheckReport {
        let lexicon = Lexicon()
        let theirs = SampleRun.catalogue(.supplier, supplier)
        let ours = SampleRun.catalogue(.shop, draft)
        var settings = DiffSettings()
        settings.priceRule = .floor
        let outcome = diff(theirs, with: ours, lexicon: lexicon, settings: settings)
        let issues = (checkDraft(outcome, lexicon: lexicon) + more).inOrder
        let styles = (0..<ours.styleCount).map { style in
            CheckedStyle(style, issues.filter { $0.style == style }, history: history)
        }
        let sources = [theirs, ours].map {
            SourceFacts(
                name: $0.source.name, leg: $0.source.leg, profile: "flat", encoding: "UTF-8", digest: "xxh64:0",
                styles: $0.styleCount, variants: $0.variantCount)
        }
        return CheckReport(
            language: language, settings: [("price-rule", "floor")], sources: sources, catalogue: ours,
            supplier: theirs, styles: styles, columns: columns)
    }

    static let supplier = [
        ["K1", "Linen dress", "K1-1", "", "6990617110107", "black", "S", "20.00", "5"],
        ["K1", "Linen dress", "K1-2", "", "", "black", "M", "20.00", "5"],
        ["K1", "Linen dress", "K1-3", "", "", "navy", "S", "20.00", "0"],
        ["K1", "Linen dress", "K1-4", "", "", "navy", "M", "20.00", "9"],
    ]
    /// A colour is another, one spec is sold out, one is too cheap, one is missing.
    static let draft = [
        ["D1", "Linen dress", "1", "K1-1", "6990617110107", "white", "S", "39.00", "5"],
        ["D1", "Linen dress", "2", "K1-2", "", "black", "M", "19.00", "5"],
        ["D1", "Linen dress", "3", "K1-3", "", "navy", "S", "39.00", "4"],
    ]
    /// The supplier's rows as a listing that says the same.
    static let good = supplier.map { row in
        ["D1", row[1], "9" + row[2], row[2], row[4], row[5], row[6], "39.00", row[8]]
    }
}
