import Catalogues
package import Reconciliation

/// What one supplier or platform must answer, short and numbered, ready to paste into 微信 or 旺旺.
///
/// It asks only what nobody else can know, what can cost most first. What was asked within the last days is left out as
/// long as its values are the same.
package struct SupplierMessage: Sendable {
    /// One numbered line.
    package struct Item: Sendable {
        /// What it asks, so that it is not asked again tomorrow: `meaning-changed|S1|灰蓝/2XL`. A line that
        /// asks of several specs has a key for each.
        package let keys: [String]
        package let sentence: String
        /// What one may answer, in the order in which the sentence says it.
        let answers: [String]
    }

    package let source: String
    /// Of the mail that carries it.
    package let subject: String
    package let text: String
    package let items: [Item]
    /// How many questions there was no room for; they are asked next time.
    package let left: Int

    /// The keys of all that it asks: what the caller remembers with the date.
    package var keys: [String] { items.flatMap(\.keys) }

    /// How many lines a message has at most, and how many specs of one style a line asks of.
    package static let limit = 20
    static let groupLimit = 4

    /// - Parameters:
    ///   - source: the source's name in the workspace.
    ///   - contact: the name of the person who reads it; may be empty.
    ///   - language: the contact's.
    ///   - asked: keys of what was asked not long ago, and is not asked again.
    ///   - changes: what changed in the sources; those of a few days, so that what there was no room for gets its turn.
    ///     Nil = the report's.
    ///   - concerns: whether a change is worth a question: of what the shop does not sell nobody asks.
    /// - Returns: nil where there is nothing to ask.
    package init?(
        _ report: NightReport, source: String, contact: String = "", language: Language, asked: Set<String> = [],
        changes: [ChangeEntry]? = nil, concerns: (ChangeEntry) -> Bool = { _ in true }
    ) {
        let questions = SupplierQuestion.all(report, changes ?? report.changes, of: source, language, concerns).filter {
            !asked.contains($0.key)
        }
        let lines = SupplierQuestion.lines(questions, language)
        if lines.isEmpty { return nil }
        self.source = source
        items = Array(lines.prefix(Self.limit))
        left = questions.count - items.reduce(0) { $0 + $1.keys.count }
        subject = Self.subject(report, items.count, language)
        text = Self.text(report, items, left: left, contact, language)
    }

    private static func subject(_ report: NightReport, _ count: Int, _ language: Language) -> String {
        let shop = TerminalText.cut(TerminalText.safe(report.shop), 40)
        let day = report.day(report.at)
        return Bilingual(
            "[\(shop)] 有 \(count) 个问题请确认（\(day)）",
            "[\(shop)] \(count) \(count == 1 ? "question" : "questions") about your catalogue (\(day))")[language]
    }

    private static func text(
        _ report: NightReport, _ items: [Item], left: Int, _ contact: String, _ language: Language
    ) -> String {
        let name = TerminalText.safe(contact)
        let day = report.day(report.at)
        let greeting = Bilingual(
            "\(name.isEmpty ? "" : name + "，")您好！\(day) 核对目录，有 \(items.count) 点请您确认：",
            "Hello\(name.isEmpty ? "" : " " + name), comparing your catalogue on \(day) left us with \(items.count) \(items.count == 1 ? "question" : "questions"):"
        )[language]
        var lines = [greeting, ""]
        for (number, item) in items.enumerated() { lines.append("\(number + 1). \(item.sentence)") }
        lines.append("")
        if left > 0 { lines.append(Bilingual("还有 \(left) 点，下次再问。", "\(left) more another time.")[language]) }
        // Real answers to the first two, each another one, so that the example fits and leads nobody.
        let first = items[0].answers.first.map { "1 \($0)" } ?? ""
        let second = items.count > 1 ? items[1].answers.last.map { "2 \($0)" } : nil
        let example = [first, second ?? ""].filter { !$0.isEmpty }.joined(separator: Bilingual("；", "; ")[language])
        lines.append(
            Bilingual("请按编号回复，例如：\(example)。谢谢！", "Please answer by number, for example: \(example). Thank you!")[
                language])
        lines.append("—— " + TerminalText.safe(report.shop))
        return lines.map { $0 + "\n" }.joined()
    }
}
