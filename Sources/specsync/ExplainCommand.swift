import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says why a variant was matched with what it was, or with nothing.",
        discussion: """
            Name a supplier's variant, a shop's, or both for the pair of them. Of one variant it explains its counterpart or \
            its candidates, or else what comes closest; of a pair that was not made it says why not.

            Exit code: 0 answered, 2 could not run or no such variant, 64 wrong usage.
            """)

    @OptionGroup var input: InputOptions
    @Option(help: ArgumentHelp("The supplier's variant by its SKU.", valueName: "code")) var sku: String?
    @Option(
        help: ArgumentHelp("The shop's variant by its own SKU, or by the supplier's code on it.", valueName: "code"))
    var shopSku: String?
    @Option(help: ArgumentHelp("The supplier's variant by the line where its record begins.", valueName: "n"))
    var line: Int?
    @Option(help: ArgumentHelp("The shop's variant by the line where its record begins.", valueName: "n"))
    var shopLine: Int?

    private var question: Explanation.Question {
        Explanation.Question(supplier: .init(sku: sku, line: line), shop: .init(sku: shopSku, line: shopLine))
    }

    func validate() throws {
        if question.supplier.isEmpty, question.shop.isEmpty {
            throw ValidationError("Say what to explain: --sku or --line for the supplier's, --shop-sku or --shop-line.")
        }
    }

    func run() throws {
        try Console.answering {
            var sync = SyncRun(input.job)
            let progress = ProgressLine()
            sync.progress = { progress.show($0.rawValue) }
            let explanation = try sync.explain(question)
            progress.clear()
            Console.tell(explanation.diagnostics, explanation.notes)
            Console.print(explanation.text)
        }
    }
}
