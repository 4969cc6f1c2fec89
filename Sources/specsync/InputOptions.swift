import ArgumentParser
import Catalogues
import Feeds
import Pipeline
import Reports

/// What commands that compare two files have in common: which files, and how to read and understand them.
struct InputOptions: ParsableArguments {
    @Argument(help: "The supplier's catalogue (CSV or XML).") var supplier: String
    @Argument(help: "The shop's own export (CSV or XML).") var shop: String
    @Option(
        help: ArgumentHelp("A built-in profile (see “specsync profiles list”) or a YAML file.", valueName: "name|file"))
    var supplierProfile: String?
    @Option(help: ArgumentHelp("The same for the shop's file.", valueName: "name|file")) var shopProfile: String?
    @Option(help: "The encoding of the supplier's file, such as GB18030, if it is not recognised.")
    var supplierEncoding: TextEncoding?
    @Option(help: "The encoding of the shop's file.") var shopEncoding: TextEncoding?
    @Option(
        name: .customLong("lexicon"),
        help: ArgumentHelp(
            "A CSV of your own words (kind,label,canonical); they come before the built-in ones.", valueName: "file"))
    var lexicons: [String] = []
    @Option(
        help: ArgumentHelp(
            "A CSV of what people confirmed or rejected: supplier_sku,shop_sku,decision, or a mapping.csv.",
            valueName: "file"))
    var decisions: String?
    @Option(help: "The language of reports and messages: zh or en.") var language = Language.en
    @Flag(help: "The supplier's file holds some of the styles only, so that nothing counts as withdrawn.") var partial =
        false

    var job: Job {
        var theirs = FeedOptions(leg: .supplier)
        theirs.profile = supplierProfile
        theirs.encoding = supplierEncoding
        theirs.isPartial = partial
        var ours = FeedOptions(leg: .shop)
        ours.profile = shopProfile
        ours.encoding = shopEncoding
        var job = Job(supplier: .init(supplier, theirs), shop: .init(shop, ours))
        job.lexicons = lexicons
        job.decisions = decisions
        job.language = language
        return job
    }
}
