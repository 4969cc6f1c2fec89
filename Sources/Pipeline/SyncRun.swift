package import Catalogues
package import Feeds
import Dispatch
import Lexicons
package import Reconciliation
package import Reports
import Synchronization

/// One run, from files to reports. This is the whole of it, a stage a line; the stages do not know each other.
package struct SyncRun {
    package let job: Job
    /// Called as each stage begins.
    package var progress: (Stage) -> Void = { _ in }

    package enum Stage: String { case ingest, understand, match, reconcile, report, deliver }

    package init(_ job: Job) { self.job = job }

    package func run() throws -> Result {
        progress(.ingest)
        let sources = try ingest([job.supplier, job.shop] + job.legs)
        let (supplier, shop, legs) = (sources[0], sources[1], Array(sources[2...]))

        progress(.understand)
        let (lexicon, wordProblems) = try LexiconFiles.load(job.lexicons)

        let decisions = try job.decisions.map(DecisionFile.read) ?? []

        progress(.match)
        let outcome = diff(
            supplier.catalogue, with: shop.catalogue, lexicon: lexicon, decisions: decisions, settings: job.settings)

        progress(.reconcile)
        let outcomes =
            [outcome] + legs.map { diff($0.catalogue, with: shop.catalogue, lexicon: lexicon, settings: job.settings) }
        let table = SpecTable(outcomes, lexicon: lexicon)

        progress(.report)
        let all = [supplier] + legs + [shop]
        let report = ReportInput(
            language: job.language, settings: settings, sources: all.map(\.facts), outcome: outcome,
            specTable: legs.isEmpty ? [] : SpecTableStyle.styles(table, outcomes, job.language))
        if let folder = job.folder { try deliver(report, table, outcomes, to: folder) }
        return Result(
            sources: all, outcome: outcome, notes: notes(supplier, shop, outcome) + wordProblems, report: report)
    }

    /// The same line as far as the match, and then one question about it in place of the reports.
    package func explain(_ question: Explanation.Question) throws -> Explanation {
        progress(.ingest)
        let sources = try ingest([job.supplier, job.shop])
        let (supplier, shop) = (sources[0], sources[1])

        progress(.understand)
        let (lexicon, wordProblems) = try LexiconFiles.load(job.lexicons)

        let decisions = try job.decisions.map(DecisionFile.read) ?? []

        progress(.match)
        let (outcome, inquiry) = examine(
            supplier.catalogue, with: shop.catalogue, lexicon: lexicon, decisions: decisions, settings: job.settings)
        return try Explanation(
            question, outcome, inquiry, notes: notes(supplier, shop, outcome) + wordProblems, job.language)
    }

    private func notes(_ supplier: Ingested, _ shop: Ingested, _ outcome: Outcome) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        if outcome.lostDecisions > 0, let file = job.decisions {
            notes.append(
                Diagnostic(
                    Place(file: String(file.split(separator: "/").last ?? "")), code: "lost-decision",
                    "\(outcome.lostDecisions) decisions are about variants that are not in the files, or there more than once"
                ))
        }
        guard supplier.understanding.digest == shop.understanding.digest else { return notes }
        return notes + [
            Diagnostic(
                Place(file: shop.catalogue.source.name), code: "same-file",
                "both sides are the same file, byte for byte: it is compared with itself")
        ]
    }

    private func deliver(_ report: ReportInput, _ table: SpecTable, _ outcomes: [Outcome], to folder: String) throws {
        progress(.deliver)
        let language = job.language
        // The longest first: two threads then end at about the same time.
        try OutputFolder.write(
            to: folder,
            [
                ("mapping.csv", { try MappingCSV.write([report.outcome], $0) }),
                ("report.json", { try JSONReport.write(report, $0) }),
                ("mismatches.csv", { try MismatchesCSV.write(report.outcome, language, $0) }),
                ("report.html", { try HTMLReport.write(report, $0) }),
                ("specs.csv", { try SpecsCSV.write(table, outcomes, language, $0) }),
            ])
    }

    /// What the run was told, as reports show it.
    private var settings: [(name: String, value: String)] {
        let words = job.lexicons.map { String($0.split(separator: "/").last ?? "") }
        return [("price-rule", job.settings.priceRule?.description ?? "default")]
            + (words.isEmpty ? [] : [("lexicon", words.joined(separator: ", "))])
    }

    /// Reads the sources beside each other, since they have nothing to do with one another; of several that cannot be
    /// read, the first is told.
    private func ingest(_ inputs: [Job.Input]) throws -> [Ingested] {
        let read = Mutex<[Int: Swift.Result<Ingested, FeedError>]>([:])
        DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
            let result = Swift.Result { () throws(FeedError) in
                let (catalogue, understanding) = try Feed.read(inputs[index].path, inputs[index].options)
                return Ingested(catalogue: catalogue, understanding: understanding)
            }
            read.withLock { $0[index] = result }
        }
        let results = read.withLock { $0 }
        return try inputs.indices.compactMap { try results[$0]?.get() }
    }

    /// A source as it was read.
    package struct Ingested: Sendable {
        package var catalogue: Catalogue
        package var understanding: FeedUnderstanding
    }

    package struct Result {
        /// Supplier, further legs, shop.
        package var sources: [Ingested]
        package var outcome: Outcome
        /// What is odd about the run as a whole: the same file twice, lines of word files that could not be used.
        package var notes: [Diagnostic]
        package var report: ReportInput

        package var diagnostics: [Diagnostics] { sources.map(\.catalogue.diagnostics) }
    }
}

extension SyncRun.Ingested {
    /// What reports say of the source.
    var facts: SourceFacts {
        SourceFacts(
            name: catalogue.source.name, leg: catalogue.source.leg, profile: understanding.profile,
            encoding: understanding.encoding, digest: understanding.digest, isComplete: catalogue.source.isComplete,
            styles: catalogue.styleCount, variants: catalogue.variantCount, diagnostics: catalogue.diagnostics)
    }
}
