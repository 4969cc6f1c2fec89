package import Catalogues
package import Reconciliation

/// All that the outputs of `specsync check` show, as values; they look nothing up.
package struct CheckReport: Sendable {
    package var language: Language
    /// What the check was told: `("target", "shopify")`, `("price-rule", "floor")`.
    package var settings: [(name: String, value: String)]
    /// The supplier's file, and the draft's if there is one.
    package var sources: [SourceFacts]
    /// What is checked: the draft if there is one, else the supplier's catalogue.
    package var catalogue: Catalogue
    /// With a draft: the supplier's catalogue that it was compared with.
    package var supplier: Catalogue?
    package var targets: [ListingTarget]
    /// The name of the target that each rule is of.
    package var ruleOwners: [ListingTarget.Rule: String]
    /// The styles that were looked at, in the order of the file.
    package var styles: [CheckedStyle]
    /// In which column (from 1) the file that is checked says what, by attribute; XML has none.
    package var columns: [String: Int]

    package init(
        language: Language, settings: [(name: String, value: String)], sources: [SourceFacts], catalogue: Catalogue,
        supplier: Catalogue? = nil, targets: [ListingTarget] = [], ruleOwners: [ListingTarget.Rule: String] = [:],
        styles: [CheckedStyle], columns: [String: Int] = [:]
    ) {
        self.language = language
        self.settings = settings
        self.sources = sources
        self.catalogue = catalogue
        self.supplier = supplier
        self.targets = targets
        self.ruleOwners = ruleOwners
        self.styles = styles
        self.columns = columns
    }
}

/// One style with what speaks against listing it.
package struct CheckedStyle: Sendable {
    /// Its index in the catalogue that is checked.
    package var index: Int
    /// Gravest first.
    package var issues: [ListingIssue]
    /// What the workspace knows of it.
    package var history: [StyleFact]

    package init(_ index: Int, _ issues: [ListingIssue], history: [StyleFact] = []) {
        self.index = index
        self.issues = issues
        self.history = history
    }

    /// Whether there is no error.
    package var mayBeListed: Bool { !issues.contains { $0.severity == .error } }

    func count(_ severity: ListingIssue.Severity) -> Int { issues.count { $0.severity == severity } }
}

/// One thing that the workspace knows of a style: a change, an open mismatch, a late source, another supplier's offer.
package struct StyleFact: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case renamed, withdrawn, relisted, codeMeaning = "code-meaning", mismatch, late, offer
    }

    package var kind: Kind
    /// When it happened; nil = it holds today.
    package var at: Moment?
    /// The source that it is about.
    package var source: String
    package var text: Bilingual

    package init(_ kind: Kind, at: Moment?, source: String, _ text: Bilingual) {
        self.kind = kind
        self.at = at
        self.source = source
        self.text = text
    }
}

extension CheckReport {
    package func count(_ severity: ListingIssue.Severity) -> Int { styles.reduce(0) { $0 + $1.count(severity) } }

    package var mayBeListed: Bool { styles.allSatisfy(\.mayBeListed) }

    /// Where an issue stands: its first row, or the row where its style begins.
    func place(of issue: ListingIssue) -> Place {
        // A row that is no variant, such as a parent, says its line itself.
        let own = issue.rows.isEmpty ? issue[detail: "line"].flatMap { Int($0) } : nil
        let line = own ?? issue.rows.first.map { Int(catalogue.variants.line[$0]) } ?? catalogue.style(issue.style).line
        return Place(file: catalogue.source.name, line: line, column: column(of: issue.attribute))
    }

    /// The column of an attribute, from 1; 0 where there is none of it.
    func column(of attribute: String) -> Int {
        columns[attribute]
            ?? (["colour", "size", "pack", "promise", "option"].contains(attribute) ? columns["spec"] ?? 0 : 0)
    }

    /// The lines of an issue's further rows, from 1.
    func furtherLines(of issue: ListingIssue) -> [Int] {
        issue.rows.dropFirst().map { Int(catalogue.variants.line[$0]) }
    }

    /// Where the supplier says what the draft should.
    func supplierPlaces(of issue: ListingIssue) -> [Place] {
        guard let supplier else { return [] }
        return issue.supplierRows.map { Place(file: supplier.source.name, line: Int(supplier.variants.line[$0])) }
    }

    /// The name of the target whose rule an issue is of; empty = the trade's own.
    func target(of issue: ListingIssue) -> String { issue.rule.flatMap { ruleOwners[$0] } ?? "" }

    /// What people call the targets.
    var targetNames: [String] {
        targets.map { language == .zh && !$0.titleInChinese.isEmpty ? $0.titleInChinese : $0.title }
    }

    /// The page that explains an issue: the target's own, or this program's.
    func link(of issue: ListingIssue) -> String {
        if let source = issue.rule?.source, !source.isEmpty { return source }
        return "Check.md#\(issue.code.rawValue)"
    }
}
