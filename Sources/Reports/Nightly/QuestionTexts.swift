import Reconciliation

extension SupplierQuestion {
    /// The numbered lines: questions of one kind and style share a line, a few of them each.
    static func lines(_ questions: [SupplierQuestion], _ language: Language) -> [SupplierMessage.Item] {
        struct Subject: Hashable {
            var kind: Kind
            var style: String
        }
        var groups: [[SupplierQuestion]] = []
        var open: [Subject: Int] = [:]
        for question in questions {
            let subject = Subject(kind: question.kind, style: question.style)
            if question.sharesLine, let group = open[subject], groups[group].count < SupplierMessage.groupLimit {
                groups[group].append(question)
            } else {
                open[subject] = groups.count
                groups.append([question])
            }
        }
        return groups.map { group in
            let (sentence, answers) = text(group)
            return SupplierMessage.Item(
                keys: group.map(\.key), sentence: sentence[language], answers: answers.map { $0[language] })
        }
    }

    private var sharesLine: Bool {
        switch kind {
        case .meaningChanged, .renamed, .relisted, .variantWithdrawn, .barcodeInvalid, .specIncomplete: true
        default: false
        }
    }

    private static let goods = [
        Bilingual("改名", "renamed"), Bilingual("换货", "other goods"), Bilingual("停产", "discontinued"),
    ]
    private static let gone = [
        Bilingual("停产", "discontinued"), Bilingual("缺货", "sold out"), Bilingual("漏传", "left out by mistake"),
    ]
    private static let yesOrNo = [Bilingual("是", "yes"), Bilingual("不是", "no")]
    private static let mended = [Bilingual("已改", "mended")]
    private static let barcode = [Bilingual("吊牌条码", "the barcode on the tag")]

    /// The sentence of one line, and what one may answer.
    private static func text(_ group: [SupplierQuestion]) -> (Bilingual, [Bilingual]) {
        let first = group[0]
        let style = first.style.isEmpty ? "" : first.style + " "
        let isOne = group.count == 1
        switch first.kind {
        case .held(let code): return ofFile(code, first.detail)
        case .meaningChanged:
            let steps = list(group) { $0.step }
            return (
                Bilingual(
                    "\(style)\(isOne ? "编码 " : "这几个编码的规格变了：")\(steps.zh)，是改名、换货还是停产？",
                    "\(style)\(isOne ? "code " : "these codes changed: ")\(steps.en): renamed, other goods, or discontinued?"
                ), goods
            )
        case .renamed:
            let steps = list(group) { $0.step }
            return (
                Bilingual(
                    "\(style)规格改了写法：\(steps.zh)，\(isOne ? "" : "都")只是改名、货没变吗？（是／不是）",
                    "\(style)words changed: \(steps.en). Only renamed, the same goods? (yes / no)"), yesOrNo
            )
        case .relisted:
            let steps = list(group) { $0.newCode }
            return (
                Bilingual(
                    "\(style)\(steps.zh)，\(isOne ? "" : "都")还是原来的货吗？（是／不是）",
                    "\(style)\(steps.en). The same goods as before? (yes / no)"), yesOrNo
            )
        case .styleWithdrawn:
            return (
                Bilingual(
                    "\(style)整款不在新目录里了，是停产、缺货还是漏传？",
                    "\(style)is no longer in your catalogue: discontinued, sold out, or left out by mistake?"),
                gone
            )
        case .variantWithdrawn:
            let specs = list(group) { $0.named }
            return (
                Bilingual(
                    "\(style)\(specs.zh)不在新目录里了，是停产、缺货还是漏传？",
                    "\(style)\(specs.en) \(isOne ? "is" : "are") no longer in your catalogue: discontinued, sold out, or left out by mistake?"
                ), gone
            )
        case .duplicateCode:
            return (
                Bilingual(
                    "\(style)几个规格共用一个编码 \(first.after)，请给每个规格单独编码。",
                    "\(style)several specs share the code \(first.after): please give each its own."), mended
            )
        case .duplicateSpec:
            return (
                Bilingual(
                    "\(style)同一个规格有好几行：\(first.after)，请只留一行；若不是同一个，请写明区别。",
                    "\(style)the same spec stands on several rows: \(first.after). Please keep one, or say how they differ."
                ), mended
            )
        case .barcodeInvalid:
            let codes = list(group) { question in
                let value = question.after.isEmpty ? question.before : question.after
                return Bilingual(
                    "\(question.named.zh)\(question.named.zh.hasSuffix("）") ? "" : " ")\(value)",
                    "\(question.named.en) \(value)")
            }
            return (
                Bilingual(
                    "\(style)条码有错（校验位不对）：\(codes.zh)，请按吊牌发正确的。",
                    "\(style)wrong barcode (check digit): \(codes.en). Please send what is on the tag."), barcode
            )
        case .barcodeDiffers:
            return (
                Bilingual(
                    "\(style)\(first.named.zh)的条码，您写 \(first.after)，我们是 \(first.before)，请看吊牌发正确的。",
                    "\(style)\(first.named.en): your barcode is \(first.after), ours \(first.before). Please send what is on the tag."
                ),
                barcode
            )
        case .specIncomplete:
            let specs = list(group) { $0.named }
            let axis = first.detail
            return (
                Bilingual(
                    "\(style)\(specs.zh)没写\(axis.isEmpty || axis == "spec" ? "全规格" : axis)，请补上。",
                    "\(style)\(specs.en) \(isOne ? "lacks" : "lack") \(axis.isEmpty || axis == "spec" ? "an option" : axis): please fill it in."
                ), mended
            )
        case .other(.specDiffers):
            return (
                Bilingual(
                    "\(style)\(first.sku.isEmpty ? "" : TerminalText.safe(first.sku) + " ")您这里写“\(TerminalText.safe(first.after))”，别家都是“\(TerminalText.safe(first.before))”，请核对改正。",
                    "\(style)\(first.sku.isEmpty ? "" : TerminalText.safe(first.sku) + " ")says “\(TerminalText.safe(first.after))” with you and “\(TerminalText.safe(first.before))” everywhere else: please check and correct it."
                ), mended
            )
        case .other(let code):
            let texts = code.texts
            let action = texts.supplierAction ?? texts.action
            return (
                Bilingual(
                    "\(style)\(first.named.zh) \(texts.title.zh)\(first.values)：\(action.zh)",
                    "\(style)\(first.named.en) \(texts.title.en)\(first.values): \(action.en)"), mended
            )
        }
    }

    /// What is asked of a file as a whole.
    private static func ofFile(_ code: MismatchCode, _ found: String) -> (Bilingual, [Bilingual]) {
        let detail = TerminalText.safe(found)
        switch code {
        case .sourceShrunk:
            return (
                Bilingual("今晚的文件\(detail)，是整份吗？（整份／不是）", "Tonight's file: \(detail). Is it all of it? (all / not all)"),
                [Bilingual("整份", "all"), Bilingual("不是", "not all")]
            )
        case .sourceVolatile:
            return (
                Bilingual(
                    "今晚的文件\(detail)，数字没错吗？（没错／重发）",
                    "Tonight's file: \(detail). Are these figures right? (right / new file)"),
                [Bilingual("没错", "right"), Bilingual("重发", "new file")]
            )
        case .sourceRenumbered:
            return (
                Bilingual(
                    "今晚的文件\(detail)，编码是整批换了吗？请发一份新旧编码对照表。",
                    "Tonight's file: \(detail). Did you renumber? Please send a table of old and new codes."),
                [Bilingual("换了，已发", "yes, sent"), Bilingual("没换", "no")]
            )
        case .formatDrift:
            return (
                Bilingual(
                    "今晚文件的格式和以前不同：\(detail)，是改了格式吗？（改了／弄错了）",
                    "The file looks different: \(detail). Is that the new format? (new / mistake)"),
                [Bilingual("改了", "new"), Bilingual("弄错了", "mistake")]
            )
        case .sourceLate:
            return (
                Bilingual("还没有收到更新（\(detail)），请发一下新文件。", "We have no new file yet (\(detail)): please send it."),
                [Bilingual("已发", "sent")]
            )
        // Why it could not be read is told in words for those who run this program, with paths of theirs.
        default:
            return (
                Bilingual(
                    "今晚的文件我们没能读到，请看一下是否正常，再发一次。", "We could not read tonight's file: please check it and send it again."
                ),
                [Bilingual("已重发", "sent again")]
            )
        }
    }

    // MARK: Parts

    private static func list(_ group: [SupplierQuestion], _ text: (SupplierQuestion) -> Bilingual) -> Bilingual {
        let texts = group.map(text)
        return Bilingual(texts.map(\.zh).joined(separator: "、"), texts.map(\.en).joined(separator: ", "))
    }

    /// `雾霾蓝/XL（S1）`
    private var named: Bilingual {
        let spec = TerminalText.safe(self.spec)
        let sku = TerminalText.safe(self.sku)
        if spec.isEmpty || sku.isEmpty || spec == sku {
            return Bilingual(spec + (spec == sku ? "" : sku), spec + (spec == sku ? "" : sku))
        }
        return Bilingual("\(spec)（\(sku)）", "\(spec) (\(sku))")
    }

    /// `S1 “雾霾蓝/XL”→“灰蓝/2XL”`
    private var step: Bilingual {
        let code = sku.isEmpty ? "" : TerminalText.safe(sku) + " "
        let (old, new) = (TerminalText.safe(before), TerminalText.safe(after))
        if old.isEmpty { return Bilingual("\(code)现在写的是“\(new)”", "\(code)now says “\(new)”") }
        return Bilingual("\(code)“\(old)”→“\(new)”", "\(code)“\(old)” → “\(new)”")
    }

    /// `“雾霾蓝/XL”的编码由 S1 换成 S9`
    private var newCode: Bilingual {
        let (old, new, spec) = (TerminalText.safe(before), TerminalText.safe(after), TerminalText.safe(spec))
        if old.isEmpty || old == new { return Bilingual("“\(spec)”换成了新编码 \(new)", "“\(spec)” has the new code \(new)") }
        return Bilingual("“\(spec)”的编码由 \(old) 换成 \(new)", "“\(spec)” went from code \(old) to \(new)")
    }

    private var values: String {
        let values = [after, before].filter { !$0.isEmpty }.map { TerminalText.safe($0) }.joined(separator: " ≠ ")
        return values.isEmpty ? "" : " \(values)"
    }
}
