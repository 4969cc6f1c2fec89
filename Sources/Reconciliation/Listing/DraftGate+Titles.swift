import Catalogues
import Lexicons

/// Titles of a draft that are those of other goods, and margins.
extension DraftGate {
    /// Looks at the titles of all accepted pairs; each wrong title is told once a style of the draft.
    mutating func checkTitles() {
        let isTitled = supplier.fields.contains(.title) && draft.fields.contains(.title)
        guard isTitled || settings.leastMargin != nil else { return }
        var owners: [String: Int]?
        var told: [TitleAt: Int] = [:]
        for pair in outcome.pairs.values where pair.decision.isAccepted {
            let (theirRow, row) = (Int(pair.supplier), Int(pair.shop))
            checkMargin(row, theirRow)
            guard isTitled, !(supplier.titleBytes(theirRow) == draft.titleBytes(row)) else { continue }
            let title = draft.variant(row).title
            if title.isEmpty { continue }
            if owners == nil { owners = titleOwners() }
            let ownStyle = Int(supplier.variants.style[theirRow])
            guard let owner = owners?[title], owner != ownStyle, !isTitle(title, ofStyle: ownStyle) else { continue }
            let key = TitleAt(title: title, style: Int(draft.variants.style[row]))
            if let known = told[key] {
                issues[known].rows.append(row)
                issues[known].supplierRows.append(theirRow)
                continue
            }
            told[key] = issues.count
            let theirs = supplier.variant(theirRow)
            issues.append(
                issue(
                    .draftContradicts, .error, "title", row, theirs, title, theirs.title,
                    [("other-style", supplier.style(owner).code)]))
        }
    }

    private struct TitleAt: Hashable {
        var title: String
        var style: Int
    }

    /// Which style of the supplier each title is of; of several the first.
    private func titleOwners() -> [String: Int] {
        var owners: [String: Int] = [:]
        for style in 0..<supplier.styleCount {
            let title = supplier.style(style).title
            if !title.isEmpty, owners[title] == nil { owners[title] = style }
        }
        for row in 0..<supplier.variantCount where !supplier.variants.title[row].isNone {
            let title = supplier.text(supplier.variants.title[row])
            if owners[title] == nil { owners[title] = Int(supplier.variants.style[row]) }
        }
        return owners
    }

    private func isTitle(_ title: String, ofStyle style: Int) -> Bool {
        supplier.style(style).title == title
            || supplier.rows(ofStyle: style).contains { supplier.variant($0).title == title }
    }

    /// The margin that the draft's price leaves over the supplier's cost.
    private mutating func checkMargin(_ row: Int, _ theirRow: Int) {
        guard let least = settings.leastMargin else { return }
        let theirs = supplier.variant(theirRow)
        let cost = theirs.cost.isAbsent ? theirs.price : theirs.cost
        let price = draft.variants.price[row]
        guard !cost.isAbsent, !price.isAbsent, price.tenThousandths > 0, price >= cost,
            least < 100, price.tenThousandths < .max / 1000
        else { return }
        let margin = (price.tenThousandths - cost.tenThousandths) * 100 / price.tenThousandths
        if margin >= Int64(least) { return }
        // The lowest price that leaves it, to the hundredth.
        let share = Int64(100 - least)
        let wanted = (cost.tenThousandths * 100 + share * 100 - 1) / (share * 100) * 100
        issues.append(
            issue(
                .marginLow, .error, "price", row, theirs, price.description,
                Amount(tenThousandths: wanted).description,
                [("margin", "\(margin)"), ("least", "\(least)"), ("cost", cost.description)]))
    }
}

extension Catalogue {
    fileprivate func titleBytes(_ row: Int) -> Bytes {
        let own = variants.title[row]
        return arena[own.isNone ? styles.title[Int(variants.style[row])] : own]
    }
}
