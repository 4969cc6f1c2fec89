import Catalogues
import Feeds
import Lexicons
import Reconciliation

/// What speaks against listing a draft: what the supplier says otherwise, and what the rules say of the draft itself.
struct CheckedDraft {
    private(set) var issues: [ListingIssue]

    /// The comparison's own settings: a shop sells for more than its supplier, so that without a rule only a price below
    /// the supplier's is wrong.
    static func settings(_ job: CheckJob, _ supplier: Catalogue) -> DiffSettings {
        var settings = DiffSettings()
        settings.priceRule = job.priceRule ?? .floor
        return settings
    }

    init(_ outcome: Outcome, lexicon: Lexicon, _ settings: ListingSettings) {
        issues = checkDraft(outcome, lexicon: lexicon, settings: settings)
        // Prices and stock were compared with the supplier's: the rules would only compare the draft with itself.
        var own = settings
        own.priceRule = nil
        own.leastMargin = nil
        var told: Set<Told> = []
        for issue in issues { for row in issue.rows { told.insert(Told(code: issue.code, row: row)) } }
        for var issue in checkListing(outcome.shop, lexicon: lexicon, settings: own) {
            if Self.answered.contains(issue.code)
                || issue.rows.contains(where: { told.contains(Told(code: issue.code, row: $0)) })
            {
                continue
            }
            if issue.code == .missingCode, issue.hasSupplierCode(outcome.shop) { continue }
            // It is the draft that is mended.
            if issue.who == .supplier { issue.who = .shop }
            issues.append(issue)
        }
        suggestNearest(outcome)
    }

    /// What the comparison answers better: a size that is missing, a word that nobody knows and the supplier uses, too.
    private static let answered: Set<ListingCode> = [.outOfStock, .sizeGap, .wordUnknown]

    private struct Told: Hashable {
        var code: ListingCode
        var row: Int
    }

    /// Codes that the supplier does not have are mostly misspelt. Where a row has words, they would have found the one
    /// that was meant.
    private mutating func suggestNearest(_ outcome: Outcome) {
        let open = issues.indices.filter { index in
            issues[index].code == .draftUnmatched
                && (issues[index].attribute == "style" || issues[index][detail: "spec"]?.isEmpty == true)
        }
        let supplier = outcome.supplier
        // Who has dozens of them has the wrong file, and looking through all codes for each would take long.
        if open.count * supplier.variantCount > 200_000 { return }
        for index in open where !issues[index].found.isEmpty {
            let found = issues[index].found
            let near =
                issues[index].attribute == "style"
                ? NearestName.several(
                    found, among: (0..<supplier.styleCount).lazy.map { supplier.text(supplier.styles.code[$0]) })
                : NearestName.several(
                    found, among: (0..<supplier.variantCount).lazy.map { supplier.text(supplier.variants.sku[$0]) })
            let codes = near.filter { !$0.isEmpty }
            if !codes.isEmpty { issues[index].details.append(("nearest", codes.joined(separator: ", "))) }
        }
    }
}

extension ListingIssue {
    /// Whether its rows bear the supplier's code, which is what an order goes by.
    fileprivate func hasSupplierCode(_ catalogue: Catalogue) -> Bool {
        rows.allSatisfy { !catalogue.variants.supplierCode[$0].isNone }
    }
}
