package import Catalogues
package import Feeds
import Lexicons
package import Reconciliation
import Reports

/// One run, from files to reports. This is the whole of it, a stage a line; the stages do not know each other.
package struct SyncRun {
    package let job: Job
    /// Called as each stage begins.
    package var progress: (Stage) -> Void = { _ in }

    package enum Stage: String { case ingest, understand, match, reconcile, report, deliver }

    package init(_ job: Job) { self.job = job }

    package func run() throws -> Result {
        progress(.ingest)
        let supplier = try ingest(job.supplier)
        let shop = try ingest(job.shop)
        let legs = try job.legs.map(ingest)

        progress(.understand)
        let (lexicon, wordProblems) = try LexiconFiles.load(job.lexicons)

        progress(.match)
        let outcome = diff(supplier.catalogue, with: shop.catalogue, lexicon: lexicon, settings: job.settings)

        var result = Result(supplier: supplier, shop: shop, legs: legs, outcome: outcome, wordProblems: wordProblems)

        progress(.reconcile)
        result.legOutcomes = legs.map { diff($0.catalogue, with: shop.catalogue, lexicon: lexicon, settings: job.settings) }

        if let folder = job.folder {
            progress(.report)
            try OutputFolder.write(to: folder) { file in
                try file("mapping.csv") { try MappingCSV.write(outcome, $0) }
                try file("mismatches.csv") { try MismatchesCSV.write(outcome, job.language, $0) }
            }
        }
        progress(.deliver)
        return result
    }

    private func ingest(_ input: Job.Input) throws -> Ingested {
        let (catalogue, understanding) = try Feed.read(input.path, input.options)
        return Ingested(catalogue: catalogue, understanding: understanding)
    }

    /// A source as it was read.
    package struct Ingested: Sendable {
        package var catalogue: Catalogue
        package var understanding: FeedUnderstanding
    }

    package struct Result: Sendable {
        package var supplier: Ingested
        package var shop: Ingested
        package var legs: [Ingested]
        package var outcome: Outcome
        /// The same for each further leg.
        package var legOutcomes: [Outcome] = []
        /// Lines of the user's word files that could not be used.
        package var wordProblems: [Diagnostic]

        package var diagnostics: [Diagnostics] { ([supplier, shop] + legs).map(\.catalogue.diagnostics) }
    }
}
