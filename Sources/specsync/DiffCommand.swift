import ArgumentParser
import Catalogues
import Feeds
import Pipeline
import Reconciliation
import Reports

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Compares a supplier's catalogue with the shop's listing.")

    @Argument(help: "The supplier's catalogue (CSV or XML).") var supplier: String
    @Argument(help: "The shop's own export (CSV or XML).") var shop: String
    @Option(name: .customLong("out"), help: "The folder for mapping.csv, mismatches.csv, report.html, …") var folder: String?
    @Option(name: .customLong("lexicon"), help: "A CSV of your own words: kind,label,canonical.") var lexicons: [String] = []
    @Option(help: "equal, floor, markup:1.35 or markup:1.35+-0.05.") var priceRule: String?

    func run() throws {
        var job = Job(supplier: .init(supplier, FeedOptions(leg: .supplier)), shop: .init(shop, FeedOptions(leg: .shop)))
        job.lexicons = lexicons
        job.folder = folder
        job.settings.priceRule = priceRule.flatMap { PriceRule($0) }
        do {
            let result = try SyncRun(job).run()
            let summary = result.outcome.summary
            print("accepted \(summary.accepted), review \(summary.inReview), unmatched \(summary.unmatched) / \(summary.shopUnmatched), mismatches \(summary.mismatches)")
            for diagnostics in result.diagnostics { for diagnostic in diagnostics.kept { print(diagnostic.description) } }
        } catch let error as FeedError {
            print(error.description)
            throw SpecSync.Exit.couldNotRun
        }
    }
}
