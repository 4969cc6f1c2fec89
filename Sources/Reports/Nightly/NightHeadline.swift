import Reconciliation

/// What an operator must know in the morning, in one sentence, and how grave it is.
struct NightHeadline {
    var sentence: String
    /// What comes after it; may be empty.
    var further: String
    /// The class of the page's head: a severity's name, or `none` for good news.
    var tone: String

    init(_ report: NightReport, _ counts: NightCounts) {
        let language = report.language
        let held = Set(report.notices.filter { $0.isHeld || $0.code == .sourceUnread }.map(\.source)).count
        // What else guards say: of a source that is late, nobody knows how it is tonight.
        let doubts = report.notices.filter { !$0.isHeld && $0.code.severity < .info && $0.code != .sourceUnread }
        let doubted = Set(doubts.map(\.source)).count
        let doubt =
            doubts.allSatisfy { $0.code == .sourceLate }
            ? Bilingual("\(doubted) 个来源没按时更新", "\(doubted) \(doubted == 1 ? "source is" : "sources are") late")
            : Bilingual("\(doubted) 个来源要看一下", "\(doubted) \(doubted == 1 ? "source" : "sources") to look at")
        let open = counts.count(.open)
        let urgent = counts.count(.open, .critical)
        let worst = MismatchCode.Severity.allCases.first { counts.fresh($0) > 0 }
        var told = 0
        var isDoubtTold = false
        if let worst {
            let count = counts.fresh(worst)
            told = count
            tone = worst.name
            switch worst {
            case .critical:
                sentence =
                    Bilingual(
                        "新的 \(count) 处会发错货或亏本：先改\(count == 1 ? "它" : "这 \(count) 处")",
                        count == 1
                            ? "1 new thing would ship wrong or lose money: fix it first"
                            : "\(count) new things would ship wrong or lose money: fix these first")[language]
            case .major:
                sentence =
                    Bilingual(
                        "新的 \(count) 处在卖可能没有的货：先处理\(count == 1 ? "它" : "这 \(count) 处")",
                        count == 1
                            ? "1 new thing is on sale that may not be there: see to it first"
                            : "\(count) new things are on sale that may not be there: see to them first")[language]
            case .minor, .info:
                sentence =
                    Bilingual(
                        "没有要紧的：新的 \(count) 处小问题，有空再改",
                        "Nothing urgent: \(count) new small \(count == 1 ? "thing" : "things") to mend when you can")[
                        language]
            }
        } else if held > 0 {
            tone = "major"
            sentence =
                Bilingual(
                    "没有新的不符，但有 \(held) 个来源没用上新文件",
                    "Nothing new, but \(held) \(held == 1 ? "source has" : "sources have") no new file in use")[
                    language]
        } else if urgent > 0 {
            tone = "critical"
            sentence =
                Bilingual(
                    "没有新的，但还有 \(urgent) 处紧急的没改",
                    "Nothing new, but \(urgent) critical \(urgent == 1 ? "one still waits" : "ones still wait")")[
                    language]
        } else if open > 0 {
            tone = "minor"
            sentence = Bilingual("没有新的不符；还有 \(open) 处没解决", "Nothing new; \(open) still open")[language]
        } else if doubted > 0 {
            tone = "minor"
            sentence = Bilingual("没有不符；\(doubt.zh)", "Nothing is wrong; \(doubt.en)")[language]
            isDoubtTold = true
        } else {
            tone = "none"
            sentence = Bilingual("一切正常，没有要处理的", "All is well: nothing to do")[language]
        }

        var parts: [String] = []
        func add(_ count: Int, _ text: Bilingual) { if count > 0 { parts.append(text[language]) } }
        let others = counts.fresh - told
        let resolved = counts.count(.resolved)
        add(others, Bilingual("另有新的 \(others) 处", "\(others) more new"))
        if worst != nil {
            add(
                held,
                Bilingual("\(held) 个来源没用上新文件", "\(held) \(held == 1 ? "source" : "sources") without a new file in use"))
        }
        if !isDoubtTold { add(doubted, doubt) }
        if worst != nil || held > 0 || urgent > 0 {
            add(open, Bilingual("以前的还有 \(open) 处没解决", "\(open) still open from before"))
        }
        add(resolved, Bilingual("\(resolved) 处已解决", "\(resolved) resolved"))
        if parts.isEmpty, worst == nil, report.matched > 0 {
            parts.append(
                Bilingual(
                    "核对了 \(report.sources.count) 个来源，\(report.matched) 个规格对得上",
                    "\(report.sources.count) sources compared, \(report.matched) specs agree")[language])
        }
        further =
            parts.isEmpty ? "" : parts.joined(separator: Bilingual("，", ", ")[language]) + Bilingual("。", ".")[language]
    }
}
