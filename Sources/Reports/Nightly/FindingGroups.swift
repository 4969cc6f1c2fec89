import Reconciliation

/// Findings that follow each other and are the same thing on several specs of one style: one card.
struct FindingGroup {
    var findings: [Finding]
    /// How many more there are of the kind than the page shows.
    var hidden = 0
    var first: Finding { findings[0] }

    /// How many of one kind a card holds.
    static let entryLimit = 12

    /// - Parameter limit: how many findings there may be in all.
    static func groups(_ findings: [Finding], limit: Int) -> (groups: [FindingGroup], shown: Int) {
        var groups: [FindingGroup] = []
        var shown = 0
        for finding in findings {
            if let last = groups.last, last.first.isAlike(finding) {
                if last.findings.count < entryLimit, shown < limit {
                    groups[groups.count - 1].findings.append(finding)
                    shown += 1
                } else {
                    groups[groups.count - 1].hidden += 1
                }
            } else if shown < limit {
                groups.append(FindingGroup(findings: [finding]))
                shown += 1
            } else {
                break
            }
        }
        return (groups, shown)
    }
}

extension Finding {
    fileprivate func isAlike(_ other: Finding) -> Bool {
        code == other.code && source == other.source && who == other.who && state == other.state
            && supplier.style == other.supplier.style && shop.style == other.shop.style && action == other.action
            && supplier.title == other.supplier.title && shop.title == other.shop.title
    }
}
