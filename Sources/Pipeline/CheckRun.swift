package import Catalogues
import Feeds
import Lexicons
package import Reconciliation
package import Reports

/// What one check is asked: which file, which styles of it, for which platforms, against which draft.
package struct CheckJob: Sendable {
    package var supplier: Job.Input
    /// A draft listing, in the shop's own form.
    package var draft: Job.Input?
    /// The codes of the styles to look at; empty = all.
    package var styles: [String] = []
    /// Names of targets, or files that describe one.
    package var targets: [String] = []
    package var lexicons: [String] = []
    package var decisions: String?
    package var priceRule: PriceRule?
    /// In per cent of the price; nil = not asked.
    package var leastMargin: Int?
    package var language = Language.en
    /// The workspace whose ledger and other suppliers are asked about each style.
    package var workspace: Workspace?

    package init(supplier: Job.Input) { self.supplier = supplier }

    /// Takes over a workspace's words, decisions, price rule and language, as far as nothing else was said.
    package mutating func take(_ workspace: Workspace) {
        self.workspace = workspace
        lexicons = workspace.lexicons.map(workspace.path) + lexicons
        let decided = workspace.path(workspace.decisions)
        if decisions == nil, Folders.exists(decided) { decisions = decided }
        priceRule = priceRule ?? workspace.priceRule
        language = workspace.language
    }
}

/// One check before listing: ingest → understand → listing rules; with a draft also match, read as a gate.
package struct CheckRun {
    package let job: CheckJob
    /// Called as each stage begins.
    package var progress: (Stage) -> Void = { _ in }

    package enum Stage: String { case ingest, understand, match, rules, history }

    package init(_ job: CheckJob) { self.job = job }

    package func run() throws -> Result {
        let targets = try job.targets.map { try ListingTargets.find($0, in: job.workspace?.folder ?? ".") }

        progress(.ingest)
        let supplier = try read(job.supplier)
        let draft = try job.draft.map(read)

        progress(.understand)
        let (lexicon, wordProblems) = try LexiconFiles.load(job.lexicons)
        let decisions = try job.decisions.map(DecisionFile.read) ?? []

        progress(.match)
        let outcome = draft.map {
            diff(
                supplier.catalogue, with: $0.catalogue, lexicon: lexicon, decisions: decisions,
                settings: CheckedDraft.settings(job, supplier.catalogue))
        }
        let checked = draft ?? supplier
        let selection = try StyleSelection(job.styles, in: checked.catalogue, outcome)

        progress(.rules)
        var settings = ListingSettings()
        settings.targets = targets
        settings.priceRule = job.priceRule
        settings.leastMargin = job.leastMargin
        settings.styles = selection.codes
        let issues =
            outcome.map { CheckedDraft($0, lexicon: lexicon, settings).issues }
            ?? checkListing(supplier.catalogue, lexicon: lexicon, settings: settings)

        progress(.history)
        var styles = selection.styles(with: issues.inOrder)
        if let workspace = job.workspace {
            try StyleHistory(workspace, of: supplier, lexicon: lexicon).tell(&styles, of: checked.catalogue, outcome)
        }

        let report = CheckReport(
            language: job.language, settings: told, sources: [supplier.facts] + (draft.map { [$0.facts] } ?? []),
            catalogue: checked.catalogue, supplier: draft == nil ? nil : supplier.catalogue, targets: targets,
            ruleOwners: Self.owners(of: targets), styles: styles, columns: ColumnsByAttribute.of(checked, lexicon))
        return Result(
            sources: [supplier] + (draft.map { [$0] } ?? []), outcome: outcome,
            notes: notes(supplier, draft, outcome) + wordProblems, report: report)
    }

    /// The target of each rule.
    private static func owners(of targets: [ListingTarget]) -> [ListingTarget.Rule: String] {
        var owners: [ListingTarget.Rule: String] = [:]
        for target in targets {
            for (rule, _) in target.statements where owners[rule] == nil { owners[rule] = target.name }
        }
        return owners
    }

    private func read(_ input: Job.Input) throws -> SyncRun.Ingested {
        var options = input.options
        options.readsImages = true
        let (catalogue, understanding) = try Feed.read(input.path, options)
        return SyncRun.Ingested(catalogue: catalogue, understanding: understanding)
    }

    /// What the check was told, as outputs show it.
    private var told: [(name: String, value: String)] {
        var told: [(name: String, value: String)] = []
        if !job.targets.isEmpty { told.append(("target", job.targets.map(Self.fileName).joined(separator: ", "))) }
        if let rule = job.priceRule { told.append(("price-rule", rule.description)) }
        if let margin = job.leastMargin { told.append(("margin", "\(margin)")) }
        if !job.lexicons.isEmpty {
            told.append(("lexicon", job.lexicons.map(Self.fileName).joined(separator: ", ")))
        }
        return told
    }

    private static func fileName(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    private func notes(_ supplier: SyncRun.Ingested, _ draft: SyncRun.Ingested?, _ outcome: Outcome?) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        if let outcome, outcome.lostDecisions > 0, let file = job.decisions {
            notes.append(
                Diagnostic(
                    Place(file: Self.fileName(file)), .note, code: "lost-decision",
                    "\(outcome.lostDecisions) decisions are about variants that are not in the files, or there more than once"
                ))
        }
        if let draft, draft.understanding.digest == supplier.understanding.digest {
            notes.append(
                Diagnostic(
                    Place(file: draft.catalogue.source.name), code: "same-file",
                    "the draft is the supplier's own file, byte for byte: it is compared with itself"))
        }
        return notes
    }

    package struct Result {
        /// The supplier's file, and the draft.
        package var sources: [SyncRun.Ingested]
        /// How the draft stands to the supplier's catalogue; nil without a draft.
        package var outcome: Outcome?
        package var notes: [Diagnostic]
        package var report: CheckReport

        package var diagnostics: [Diagnostics] { sources.map(\.catalogue.diagnostics) }
    }
}
