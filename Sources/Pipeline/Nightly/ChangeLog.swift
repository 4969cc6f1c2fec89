import Catalogues
import Ledgers
import Reconciliation

/// Turns what changed between two versions of a source into the ledger's own words.
struct ChangeLog {
    let old: Catalogue
    let new: Catalogue
    let source: String
    /// When it changed: by the feed's own word, or when it was first seen.
    let at: Moment
    let isDatedByFeed: Bool
    var reader: SpecReader

    mutating func record(_ change: CatalogueChanges.Change) -> ChangeEntry {
        var record = ChangeEntry(source: source, kind: change.kind, at: at, isDatedByFeed: isDatedByFeed)
        let before = change.oldRow.map(old.variant)
        let after = change.newRow.map(new.variant)
        let style = (after ?? before)?.style ?? change.newStyle.map(new.style) ?? change.oldStyle.map(old.style)
        if let style {
            record.style = style.code
            record.title = style.title
            record.line = style.line
        }
        if let variant = after ?? before {
            record.sku = variant.sku
            record.spec = variant.spec
            record.line = variant.line
        }
        switch change.kind {
        case .styleAdded, .styleWithdrawn, .specAdded, .specRemoved: break
        case .specRenamed, .meaningChanged:
            (record.before, record.after) = (before?.wordsOrTitle ?? "", after?.wordsOrTitle ?? "")
            if let before, let after { record.isSpelling = reader.saySame(before, after) }
        case .relisted: (record.before, record.after) = (before?.sku ?? "", after?.sku ?? "")
        case .priceChanged:
            (record.before, record.after) = (before?.costOrPrice ?? "", after?.costOrPrice ?? "")
        case .soldOut, .backInStock:
            (record.before, record.after) = (before?.stock.description ?? "", after?.stock.description ?? "")
        }
        return record
    }
}

extension Variant {
    /// What it says of itself: its spec, or its title where it has no options.
    var wordsOrTitle: String { spec.isEmpty ? title : spec }

    fileprivate var costOrPrice: String { cost.isAbsent ? price.description : cost.description }
}
