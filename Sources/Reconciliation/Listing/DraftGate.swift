import Catalogues
public import Lexicons

/// Reads the comparison of a draft listing with the supplier's catalogue as a gate: what the draft says that the supplier
/// does not, row by row, and what to write instead.
///
/// - Parameter outcome: the supplier's catalogue compared with the draft, which was read as a shop's.
/// - Returns: what was found; `style` and `rows` are the draft's, `supplierRows` the supplier's. By style of the draft,
///   then gravest first.
public func checkDraft(
    _ outcome: Outcome, lexicon: Lexicon, settings: ListingSettings = ListingSettings()
) -> [ListingIssue] {
    var gate = DraftGate(outcome, lexicon: lexicon, settings: settings)
    for style in 0..<outcome.shop.styleCount { gate.check(style) }
    gate.checkTitles()
    gate.listLacking()
    return gate.issues.inOrder
}

/// The state of one reading of an outcome.
struct DraftGate {
    let outcome: Outcome
    let lexicon: Lexicon
    let settings: ListingSettings
    let links: DraftLinks
    var reader: SpecReader
    var issues: [ListingIssue] = []

    var supplier: Catalogue { outcome.supplier }
    var draft: Catalogue { outcome.shop }

    init(_ outcome: Outcome, lexicon: Lexicon, settings: ListingSettings) {
        self.outcome = outcome
        self.lexicon = lexicon
        self.settings = settings
        links = DraftLinks(outcome)
        reader = SpecReader(lexicon: lexicon)
    }

    mutating func check(_ style: Int) {
        let rows = draft.rows(ofStyle: style)
        if rows.allSatisfy({ outcome.shopDecisions[$0] == .none }) { return issues.append(styleUnknown(style)) }
        let first = issues.count
        var told: Set<UInt32> = []
        for row in rows {
            if outcome.shopDecisions[row] == .none { issues.append(unmatched(row)) }
            var isExplained = false
            for mismatch in links.mismatches(ofShopRow: row) {
                // Rows that claim one code are one fault, told at the supplier's variant.
                if mismatch.code == .codeConflict, !told.insert(mismatch.supplier).inserted {
                    isExplained = true
                    continue
                }
                guard let issue = issue(mismatch, row) else { continue }
                issues.append(issue)
                isExplained = isExplained || [.draftContradicts, .draftUncertain].contains(issue.code)
            }
            if outcome.shopDecisions[row] == .review, !isExplained { issues.append(uncertain(row, .ambiguousMatch)) }
        }
        joinExchanged(from: first)
    }

    // MARK: Without a counterpart

    /// A style of which no row is anything of the supplier's is told once.
    private func styleUnknown(_ style: Int) -> ListingIssue {
        let named = draft.style(style)
        return ListingIssue(
            .draftUnmatched, unmatchedSeverity, attribute: "style", style: style,
            rows: Array(draft.rows(ofStyle: style)),
            found: [named.article, named.code, named.title].first { !$0.isEmpty } ?? "", who: .shop)
    }

    private func unmatched(_ row: Int) -> ListingIssue {
        let variant = draft.variant(row)
        let code = variant.codeForSupplier
        return ListingIssue(
            .draftUnmatched, unmatchedSeverity, attribute: code.isEmpty ? "spec" : "sku", style: variant.style.index,
            rows: [row], found: code.isEmpty ? variant.spec : code, details: [("spec", variant.spec)], who: .shop)
    }

    /// What is absent from a part of a catalogue may be in the rest of it.
    private var unmatchedSeverity: ListingIssue.Severity { supplier.source.isComplete ? .error : .warning }

    /// The supplier's variants of the listed styles that the draft does not have.
    mutating func listLacking() {
        for place in 0..<supplier.variantCount where outcome.pairs(atPlace: place).isEmpty {
            let row = supplier.row(inFileOrder: place)
            guard let style = links.draftStyle(ofSupplierStyle: Int(supplier.variants.style[row])) else { continue }
            let variant = supplier.variant(row)
            issues.append(
                ListingIssue(
                    .draftLacks, .note, attribute: "spec", style: style, supplierRows: [row],
                    suggestion: [variant.sku, variant.spec].filter { !$0.isEmpty }.joined(separator: " "), who: .shop))
        }
    }
}

extension Variant {
    /// The code under which a draft's row would be ordered from the supplier.
    var codeForSupplier: String { supplierCode.isEmpty ? sku : supplierCode }
}

extension [ListingIssue] {
    /// By style, then gravest first, then by row, then in the order of the codes.
    public var inOrder: [ListingIssue] {
        let ranks = Dictionary(uniqueKeysWithValues: ListingCode.allCases.enumerated().map { ($1, $0) })
        return enumerated().sorted { a, b in
            let x = (a.element.style, a.element.severity, a.element.rows.first ?? .max)
            let y = (b.element.style, b.element.severity, b.element.rows.first ?? .max)
            if x != y { return x < y }
            return (ranks[a.element.code] ?? 0, a.offset) < (ranks[b.element.code] ?? 0, b.offset)
        }.map(\.element)
    }
}
