import ArgumentParser
import Pipeline

struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "What the words of a spec mean.", subcommands: [Explain.self])

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says how a text is understood; with a second text, how the two stand to each other.",
            discussion: "A text that begins with a dash goes behind “--”: specsync lexicon explain -- -3.00 -2.75")

        @Argument(help: "An option value or packed spec: “深藏青/XL(建议130-145斤)”.") var text: String
        @Argument(help: "A second one to compare it with.") var other: String?
        @Flag(help: "The texts are product titles: say what they name.") var title = false
        @Option(help: ArgumentHelp("The name of the axis it stands on: 颜色, Size …", valueName: "name")) var axis = ""
        @Option(
            name: .customLong("lexicon"),
            help: ArgumentHelp("A CSV of your own words (kind,label,canonical).", valueName: "file"))
        var lexicons: [String] = []

        func run() throws {
            try Console.answering {
                let reader = try WordExplanation(lexicons: lexicons)
                if title {
                    Console.print(other.map { reader.compareTitles(text, $0) } ?? reader.explainTitle(text))
                } else {
                    Console.print(
                        other.map { reader.compare(text, $0, axis: axis) } ?? reader.explain(text, axis: axis))
                }
            }
        }
    }
}
