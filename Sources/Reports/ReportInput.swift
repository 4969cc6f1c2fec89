package import Catalogues
package import Reconciliation

/// All that a report shows, as values; the reports look nothing up.
package struct ReportInput: Sendable {
    package var language: Language
    /// What the run was told, in the order in which it is shown: `("price-rule", "floor")`.
    package var settings: [(name: String, value: String)]
    /// The files that were compared: supplier, platform, shop, orders.
    package var sources: [SourceFacts]
    /// The supplier's catalogue against the shop's.
    package var outcome: Outcome
    /// Styles over all legs, of those whose legs disagree. Empty when there are but two files: the report then makes
    /// its tables from the outcome.
    package var specTable: [SpecTableStyle]

    package init(
        language: Language, settings: [(name: String, value: String)], sources: [SourceFacts], outcome: Outcome,
        specTable: [SpecTableStyle] = []
    ) {
        self.language = language
        self.settings = settings
        self.sources = sources
        self.outcome = outcome
        self.specTable = specTable
    }
}

/// One file that was compared.
package struct SourceFacts {
    /// The file's name, without its folder.
    package var name: String
    package var leg: Source.Leg
    package var profile: String
    package var encoding: String
    /// Of the file's bytes, in lower-case hexadecimal.
    package var digest: String
    package var isComplete: Bool
    package var styles: Int
    package var variants: Int
    package var diagnostics: Diagnostics

    package init(
        name: String, leg: Source.Leg, profile: String, encoding: String, digest: String, isComplete: Bool = true,
        styles: Int, variants: Int, diagnostics: Diagnostics = Diagnostics()
    ) {
        self.name = name
        self.leg = leg
        self.profile = profile
        self.encoding = encoding
        self.digest = digest
        self.isComplete = isComplete
        self.styles = styles
        self.variants = variants
        self.diagnostics = diagnostics
    }
}

extension Diagnostics {
    /// The counts by code, most frequent first, then by name.
    var byCount: [(code: String, count: Int)] {
        counts.map { (code: $0.key, count: $0.value) }.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }
}

/// One style over the legs, as plain values.
package struct SpecTableStyle {
    /// 款式: the style as the shop knows it, or as the leg that has it does.
    package var code: String
    package var title: String
    /// The style's index in the shop's and the supplier's catalogue, so that the table finds its mismatches.
    package var shopStyle: Int?
    package var supplierStyle: Int?
    /// The legs of the columns, in the order of the cells.
    package var legs: [Source.Leg]
    package var rows: [SpecTableRow]

    package init(
        code: String, title: String, shopStyle: Int? = nil, supplierStyle: Int? = nil, legs: [Source.Leg],
        rows: [SpecTableRow]
    ) {
        self.code = code
        self.title = title
        self.shopStyle = shopStyle
        self.supplierStyle = supplierStyle
        self.legs = legs
        self.rows = rows
    }
}

/// One spec over the legs.
package struct SpecTableRow {
    /// 规格名称; empty where the shop's own words say it already.
    package var name: String
    /// One a leg; nil where the leg is absent or has nothing here.
    package var cells: [SpecTableCell?]
    /// 备注: which leg is out of step, and in what.
    package var remark: String
    /// Whether anything about it is wrong; the others are folded away.
    package var disagrees: Bool

    package init(name: String = "", cells: [SpecTableCell?], remark: String = "", disagrees: Bool? = nil) {
        self.name = name
        self.cells = cells
        self.remark = remark
        self.disagrees = disagrees ?? (!remark.isEmpty || cells.contains { $0?.disagrees == true })
    }
}

/// What one leg says of a spec.
package struct SpecTableCell {
    package var text: String
    /// The line of the leg's file, from 1; 0 = not known.
    package var line: Int
    /// Whether it is the one out of step.
    package var disagrees: Bool

    package init(_ text: String, line: Int = 0, disagrees: Bool = false) {
        self.text = text
        self.line = line
        self.disagrees = disagrees
    }
}
