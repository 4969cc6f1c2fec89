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
    gate.tellSharedCodes()
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
    /// The supplier's rows that share a code with others of its own.
    private let ambiguous: Set<Int>

    var supplier: Catalogue { outcome.supplier }
    var draft: Catalogue { outcome.shop }

    init(_ outcome: Outcome, lexicon: Lexicon, settings: ListingSettings) {
        self.outcome = outcome
        self.lexicon = lexicon
        self.settings = settings
        links = DraftLinks(outcome)
        reader = SpecReader(lexicon: lexicon)
        ambiguous = Set(
            outcome.mismatches.values.filter { $0.code == .duplicateCode && $0.group != Mismatch.nobody }
                .flatMap { outcome.groups[Int($0.group)].supplier.map { Int($0) } })
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
        checkCodes(style)
    }

    /// Codes that the supplier does not have, on rows whose words tell well enough what they are: an order goes by the code.
    private mutating func checkCodes(_ style: Int) {
        let names: Evidence = [.sku, .skuSqueezed, .skuPrefixed, .confirmed, .skuInTitle, .codeInTitle]
        let accepted = draft.rows(ofStyle: style).compactMap { row in
            links.pairs(ofShopRow: row).first { $0.decision.isAccepted }.map { (row: row, pair: $0) }
        }
        let unnamed = accepted.filter { $0.pair.evidence.isDisjoint(with: names) }
        // Where no row bears a supplier's code, the codes are the shop's own.
        let bearsTheirs = unnamed.count * 2 < accepted.count
        for (row, pair) in unnamed {
            let (ours, theirs) = (draft.variant(row), supplier.variant(Int(pair.supplier)))
            let code = ours.codeForSupplier
            guard bearsTheirs || !ours.supplierCode.isEmpty, !theirs.sku.isEmpty, !ambiguous.contains(theirs.row),
                ![theirs.style.code, theirs.barcode].contains(code)
            else { continue }
            if code.isEmpty {
                issues.append(issue(.missingCode, .warning, "sku", row, theirs, "", theirs.sku))
                continue
            }
            issues.append(
                issue(.draftContradicts, .error, "sku", row, theirs, code, theirs.sku, [("unknown-code", "")]))
        }
    }

    /// Codes that the supplier gave to several variants of a listed style: an order cannot tell them apart.
    mutating func tellSharedCodes() {
        for mismatch in outcome.mismatches.values where mismatch.code == .duplicateCode {
            guard mismatch.group != Mismatch.nobody, !mismatch.evidence.contains(.barcode) else { continue }
            let theirs = outcome.groups[Int(mismatch.group)].supplier.map { Int($0) }
            guard let first = theirs.first, theirs.contains(where: { lists(supplierRow: $0) }),
                let style = links.draftStyle(ofSupplierStyle: Int(supplier.variants.style[first]))
            else { continue }
            let rows = draft.rows(ofStyle: style).filter { row in
                links.pairs(ofShopRow: row).contains { theirs.contains(Int($0.supplier)) }
            }
            issues.append(
                ListingIssue(
                    .sharedCode, .error, attribute: "sku", style: style, rows: rows, supplierRows: theirs,
                    found: supplier.variant(first).sku,
                    details: [("specs", theirs.map { supplier.variant($0).words }.joined(separator: ", "))]))
        }
    }

    private func lists(supplierRow row: Int) -> Bool {
        links.draftStyle(ofSupplierStyle: Int(supplier.variants.style[row])) != nil
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
            rows: [row], found: code.isEmpty ? variant.words : code, details: [("spec", variant.words)], who: .shop)
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
                    suggestion: [variant.sku, variant.words].filter { !$0.isEmpty }.joined(separator: " "), who: .shop))
        }
    }
}

extension Variant {
    /// The code under which a draft's row would be ordered from the supplier: its own, where the file has no other.
    var codeForSupplier: String { catalogue.fields.contains(.supplierCode) ? supplierCode : sku }
}

extension [ListingIssue] {
    /// By style, then gravest first, then by row, then in the order of the codes.
    public var inOrder: [ListingIssue] {
        // Whole issues are large: places are sorted, by small numbers.
        let ranks = Dictionary(uniqueKeysWithValues: ListingCode.allCases.enumerated().map { ($1, $0) })
        let keyed = indices.map { index in
            let issue = self[index]
            return SIMD8(
                issue.style, Int(issue.severity.rawValue), issue.rows.first ?? .max, ranks[issue.code] ?? 0, index, 0,
                0, 0)
        }
        return keyed.sorted { a, b in
            for part in 0..<5 where a[part] != b[part] { return a[part] < b[part] }
            return false
        }.map { self[$0[4]] }
    }
}
