import Catalogues
import Reconciliation

/// What one issue says of its rows, with names and figures.
struct ListingSentence {
    let issue: ListingIssue
    let report: CheckReport
    var language: Language { report.language }

    init(_ issue: ListingIssue, _ report: CheckReport) {
        self.issue = issue
        self.report = report
    }

    /// `黑色/M: “藏青色”, supplier.xml:12 says “黑色”`; without a full stop. Never empty.
    var text: String {
        let known = special
        let head = known.text ?? plain
        let tail = issue.details.filter { !known.used.contains($0.name) && !$0.value.isEmpty }
            .map { "\(Self.detail($0.name, language)) \($0.value)" }
        let comma = Bilingual("，", ", ")[language]
        let whole = ([head] + tail).filter { !$0.isEmpty }.joined(separator: comma)
        return whole.isEmpty ? Texts.title(issue.code, language) : whole
    }

    /// What is written there, and what it is of.
    var plain: String {
        let name = Texts.attribute(issue.attribute, language)
        if issue.found.isEmpty { return spec.isEmpty ? name : "\(spec)\(colon)\(name)" }
        return spec.isEmpty || spec == issue.found
            ? "\(name) \(quoted(issue.found))" : "\(spec)\(colon)\(name) \(quoted(issue.found))"
    }

    /// The words and figures of codes that say more than what is there; which details they have used.
    private var special: (text: String?, used: Set<String>) {
        switch issue.code {
        case .draftContradicts:
            (
                contradiction,
                [
                    "code", "other-code", "spec", "claims", "other-style", "exchanged", "rule", "not-there",
                    "unknown-code",
                ]
            )
        case .draftUnmatched: (unmatched, ["spec", "nearest"])
        case .draftUncertain: (uncertain, ["spec", "candidates", "their-spec", "others", "unknown-code"])
        case .draftLacks: (Bilingual("缺 \(issue.suggestion)", "missing: \(issue.suggestion)")[language], [])
        default: ruled
        }
    }

    // MARK: Drafts

    private var contradiction: String {
        if issue[detail: "exchanged"] != nil {
            let specs = issue.rows.map { report.catalogue.variant($0).words }.joined(separator: comma)
            return Bilingual("\(specs) 的编码互换了", "the codes of \(specs) are exchanged")[language]
        }
        let name = Texts.attribute(issue.attribute, language)
        if let style = issue[detail: "other-style"] {
            return Bilingual(
                "标题是另一款（\(style)）的：\(quoted(issue.found))",
                "the title is that of another style (\(style)): \(quoted(issue.found))")[
                    language]
        }
        if issue.attribute == "sku" {
            if issue[detail: "unknown-code"] != nil {
                return Bilingual(
                    "\(spec)\(colon)货源没有编码 \(issue.found)", "\(spec)\(colon)the supplier has no code \(issue.found)")[
                        language]
            }
            let theirs = issue[detail: "spec"] ?? ""
            var text = Bilingual(
                "\(spec)\(colon)编码 \(issue.found) 是货源的 \(theirs)",
                "\(spec)\(colon)the code \(issue.found) is the supplier's \(theirs)")[language]
            if let claims = issue[detail: "claims"] {
                text += Bilingual("，有 \(claims) 行用它", "; \(claims) rows bear it")[language]
            }
            if issue[detail: "not-there"] != nil {
                text += Bilingual("；货源没有 \(spec)", "; it has no \(spec)")[language]
            }
            return text
        }
        var text = Bilingual(
            "\(spec)\(colon)\(name)\(quoted(issue.found))与货源不同",
            "\(spec)\(colon)\(name) \(quoted(issue.found)) is not what the supplier says")[language]
        if let code = issue[detail: "code"], !code.isEmpty {
            text += Bilingual("（编码 \(code)）", " (code \(code))")[language]
        }
        if let code = issue[detail: "other-code"] {
            text +=
                Bilingual(
                    "；若卖的就是 \(spec)，编码应是 \(code)", "; if \(spec) is what you sell, its code is \(code)")[language]
        }
        return text
    }

    private var unmatched: String {
        if issue.attribute == "style" {
            return Bilingual(
                "货源目录里没有这一款（\(issue.rows.count) 个规格）",
                "the supplier has no such style (\(issue.rows.count) \(issue.rows.count == 1 ? "spec" : "specs"))")[
                    language]
                + (issue[detail: "nearest"].map { Bilingual("；相近的款号：\($0)", "; codes like it: \($0)")[language] } ?? "")
        }
        let words = issue[detail: "spec"] ?? issue.found
        let near = issue[detail: "nearest"].map { Bilingual("；相近的编码：\($0)", "; codes like it: \($0)")[language] } ?? ""
        if issue.attribute == "sku" {
            return Bilingual(
                "\(words)\(colon)货源没有编码 \(issue.found)，也没有这样的规格",
                "\(words)\(colon)the supplier has neither the code \(issue.found) nor such a spec")[language] + near
        }
        return Bilingual("货源没有 \(words)", "the supplier has no \(words)")[language]
    }

    private var uncertain: String {
        let words = issue[detail: "spec"] ?? ""
        let theirs = issue[detail: "their-spec"] ?? ""
        var text: String
        if issue[detail: "unknown-code"] != nil {
            text =
                Bilingual(
                    "\(words)\(colon)货源没有编码 \(issue.found)；看叫法像是 \(theirs)",
                    "\(words)\(colon)the supplier has no code \(issue.found); by its words it is \(theirs)")[language]
        } else if issue.attribute == "barcode" {
            text =
                Bilingual(
                    "\(words)\(colon)条码 \(issue.found) 与货源的 \(issue.suggestion) 不同",
                    "\(words)\(colon)the barcode \(issue.found) is not the supplier's \(issue.suggestion)")[language]
        } else if theirs.isEmpty {
            text = Bilingual("\(words)：不确定是哪个规格", "\(words): it is not certain which spec it is")[language]
        } else {
            text =
                Bilingual("\(words)\(colon)可能是货源的 \(theirs)", "\(words)\(colon)may be the supplier's \(theirs)")[
                    language]
        }
        if let others = issue[detail: "others"] {
            text += Bilingual("，也可能是 \(others)", ", or \(others)")[language]
        }
        return text
    }

    // MARK: Parts

    /// The spec of the first row; empty if it is about the style as a whole.
    var spec: String { issue.rows.first.map { report.catalogue.variant($0).words } ?? "" }

    /// ` (line 12, 15)`: the rows that one place does not tell.
    var lines: String {
        let lines = issue.rows.map { Int(report.catalogue.variants.line[$0]) }
        if lines.count < 2 { return "" }
        let list = lines.prefix(8).map { String($0) }.joined(separator: Bilingual("、", ", ")[language])
        let more = lines.count > 8 ? " …" : ""
        return Bilingual("（第 \(list)\(more) 行）", " (lines \(list)\(more))")[language]
    }

    var colon: String { spec.isEmpty ? "" : Bilingual("：", ": ")[language] }
    var comma: String { Bilingual("、", ", ")[language] }

    func quoted(_ text: String) -> String { "“\(text)”" }

    private static func detail(_ name: String, _ language: Language) -> String {
        switch name {
        case "limit": Bilingual("上限", "limit")[language]
        case "missing": Bilingual("缺", "missing")[language]
        case "other": Bilingual("另见", "see")[language]
        case "length": Bilingual("现有", "has")[language]
        case "margin": Bilingual("毛利 %", "margin %")[language]
        case "cost": Bilingual("供货价", "cost")[language]
        default: name
        }
    }
}
