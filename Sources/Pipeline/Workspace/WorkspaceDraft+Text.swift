import Catalogues
import Reports

extension WorkspaceDraft {
    /// The text of `specsync.yaml`.
    package var text: String {
        var file = DraftFile(language)
        file.say(.whatItIs, .howToRead, .whatNext)
        file.gap()
        file.say(.shop)
        file.put("shop", shop)
        file.say(.language)
        file.put("language", language.rawValue)
        file.gap()
        file.say(.sources)
        file.line("sources:")
        for source in sources { put(source, &file) }
        file.gap()
        file.say(.rules)
        file.offer("rules: {price: floor, stock below: 5, fail on: minor}")
        file.gap()
        file.say(.words)
        file.offer("words: [words.csv]")
        file.say(.decisions)
        file.put("decisions", "decisions.csv")
        file.gap()
        file.say(.guards)
        file.offer("guards: {hold below: 80, refuse below: 20, sold out above: 25}")
        file.gap()
        file.say(.mail, .mailPassword)
        file.offer(
            "mail:", "  server: smtp.example.com:587", "  security: starttls", "  user: me@example.com",
            "  password from: SMTP_PASSWORD", "  from: SpecSync <me@example.com>", "  to: [me@example.com]",
            "  suppliers too: no", "  when nothing changed: no")
        file.gap()
        file.say(.reports)
        file.put("keep reports", "60")
        return file.text
    }

    private func put(_ source: Found, _ file: inout DraftFile) {
        let isFirst = sources.first { $0.leg == .supplier || $0.leg == .platform }?.name == source.name
        file.indent = "  "
        if let reading = source.reading {
            file.comment(DraftTexts.counted(reading)[language])
        } else {
            file.say(.notRead)
        }
        file.line("- name: \(YAMLText.value(source.name))")
        file.indent = "    "
        file.put("role", source.leg.rawValue)
        file.put("feed", source.feed)
        if let reading = source.reading {
            file.put("profile", reading.profile)
            if isFirst { file.say(.encoding) }
            file.offer("encoding: \(reading.encoding.isEmpty ? "GB18030" : reading.encoding)")
            if isFirst { file.say(.complete) }
            file.put("complete", reading.isComplete ? "yes" : "no")
        } else {
            file.say(.credentials)
            file.offer("user: shop", "password from: FEED_PASSWORD")
            file.say(.complete)
            file.put("complete", "yes")
        }
        if source.leg == .shop || source.leg == .orders { return file.indent = "" }
        if isFirst { file.say(.expected) }
        file.offer("expected: {by: \"02:00\", on: [mon, tue, wed, thu, fri]}")
        if isFirst { file.say(.contact) }
        file.offer("contact: {name: 王姐, wechat: wang88, email: wang@example.com, language: \(language.rawValue)}")
        if isFirst { file.say(.cooperation) }
        file.offer("cooperation: \(DraftTexts.cooperation[language])")
        if isFirst { file.say(.notes) }
        file.offer("notes:", "  - \(DraftTexts.note[language])")
        file.indent = ""
    }

    /// What was written and what comes next, for standard output.
    package var summary: String {
        let path = Workspace(folder: folder).path(Workspace.fileName)
        var lines = ["\(path): \(DraftTexts.written(sources.count)[language])"]
        let width = sources.map { TerminalText.width($0.name) }.max() ?? 0
        for source in sources {
            let facts = source.reading.map { DraftTexts.counted($0)[language] } ?? DraftLine.notRead.text[language]
            lines.append(
                "  \(TerminalText.fitted(source.name, width))  \(TerminalText.fitted(source.leg.rawValue, 8))  \(TerminalText.safe(facts))"
            )
        }
        let place = FilePath.absolute(folder) == FilePath.current ? "" : " --workspace \(Shell.quoted(folder))"
        lines.append("")
        lines.append(DraftTexts.next[language])
        lines.append("  specsync doctor\(place)")
        lines.append("  specsync run --dry-run\(place)")
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The lines of a `specsync.yaml` as they grow.
private struct DraftFile {
    private(set) var text = ""
    var indent = ""
    private let language: Language

    init(_ language: Language) { self.language = language }

    mutating func line(_ line: String) { text += indent + line + "\n" }

    mutating func gap() { text += "\n" }

    mutating func comment(_ sentence: String) { line("# " + sentence.filter { !$0.isNewline }) }

    mutating func say(_ lines: DraftLine...) { for line in lines { comment(line.text[language]) } }

    mutating func put(_ key: String, _ value: String) { line("\(key): \(YAMLText.value(value))") }

    /// What could stand here: commented out.
    mutating func offer(_ lines: String...) { for line in lines { self.line("#" + line) } }
}
