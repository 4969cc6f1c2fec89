import Catalogues
import Reconciliation

extension ListingSentence {
    /// What the listing rules say; which details are used in it. Nil = what is there says enough.
    var ruled: (text: String?, used: Set<String>) {
        (sentence, Self.ruledDetails)
    }

    private static let ruledDetails: Set<String> = [
        "by", "count", "code", "shared", "other", "other-style", "other-spec", "specs", "of", "axis", "values",
        "kind",
        "why", "variants", "price", "cost", "margin", "least", "price-rule", "limit", "missing", "colour", "more",
        "letters", "numbers", "now", "later", "target", "unit", "length", "sign", "allowed", "names", "line",
        "parent",
        "swapped",
    ]

    private func say(_ zh: String, _ en: String) -> String { Bilingual(zh, en)[language] }

    private func value(_ name: String) -> String { issue[detail: name] ?? "" }

    /// `3 of 12`, or nothing where it is not said.
    private var share: String {
        let (count, all) = (value("count"), value("of"))
        if count.isEmpty { return "" }
        if all.isEmpty || count == all { return say("\(count) 个规格", count == "1" ? "1 spec" : "\(count) specs") }
        return say("\(all) 个里 \(count) 个", "\(count) of \(all)")
    }

    private var sentence: String? {
        switch issue.code {
        case .duplicateSpec:
            let written = issue[detail: "specs"].map { say("（写作 \($0)）", " (written \($0))") } ?? ""
            return say(
                "\(words(issue.found)) 有 \(issue.rows.count) 行\(written)\(lines)",
                "\(words(issue.found)) stands in \(issue.rows.count) rows\(written)\(lines)")
        case .sharedCode: return sharedCode
        case .missingCode:
            // Of a draft's row the supplier's code is known.
            if !issue.suggestion.isEmpty { return say("\(spec)\(colon)没有货源的编码", "\(spec)\(colon)no supplier's code") }
            if value("shared") == "style" {
                return say(
                    "全款只有一个编码 \(issue.found)，规格没有自己的", "the style has one code, \(issue.found), and its specs have none"
                )
            }
            if let shared = issue[detail: "shared"] {
                let name = Texts.attribute(shared, language)
                return say(
                    "编码（如 \(value("code"))）只到\(name)，规格没有自己的",
                    "codes such as \(value("code")) are those of a \(name), not of a spec")
            }
            return say("\(share)没有编码\(lines)", "\(share) without a code\(lines)")
        case .optionMissing:
            if value("variants") == "0" { return say("一个规格也没有", "there is no spec of it at all") }
            if issue.attribute == "option" {
                return say("\(share)，却没有颜色、尺码等属性", "\(share), and no option that tells them apart")
            }
            let axis = axisName
            return say(
                "\(share)没写\(axis)\(lines)；其他的有 \(value("values"))",
                "\(share) without \(axis)\(lines); the others have \(value("values"))")
        case .optionUnnamed:
            return say("没有名字的属性，值是 \(value("values"))", "an option without a name, of the values \(value("values"))")
        case .barcodeInvalid:
            let why =
                switch value("why") {
                case "digits": say("平台不收这个位数的条码", "the platform takes no number of so many digits")
                case "refused": say("平台不收这个号段的条码", "the platform takes no number that begins so")
                case "rounded": say("被表格舍入了", "a spreadsheet rounded it")
                case "house":
                    say("文件里的号码多半过不了校验，当作自编码", "most numbers of the file fail, so they are the supplier's own")
                default: say("校验位不对", "the check digit is wrong")
                }
            return "\(spec)\(colon)\(quoted(issue.found))\(say("，", ": "))\(why)"
        case .priceMissing:
            if !issue.found.isEmpty {
                return say("\(share)的价格是 \(issue.found)\(lines)", "\(share) at \(issue.found)\(lines)")
            }
            return say("\(share)没有价格\(lines)", "\(share) without a price\(lines)")
        case .priceBelowCost, .marginLow: return margin
        case .outOfStock:
            if issue[detail: "count"] == nil {
                let offered = issue.found.isEmpty ? "" : say("草稿有 \(issue.found)，", "the draft offers \(issue.found), ")
                return "\(spec)\(colon)\(offered)" + say("货源没货", "the supplier has none")
            }
            if value("count") == "1", value("of") == "1" { return say("没货", "it is sold out") }
            return issue.rows.isEmpty
                ? say("\(share)都没货", "all \(share) are sold out")
                : say("\(share)没货：\(issue.found)", "\(share) are sold out: \(issue.found)")
        case .wordUnknown:
            return say("\(axisName) \(quoted(issue.found)) 不在词库里", "\(axisName) \(quoted(issue.found)) is not known")
        default: return further
        }
    }

    private var further: String? {
        switch issue.code {
        case .valueOnWrongAxis:
            let kind = Texts.attribute(value("kind"), language)
            if value("swapped") == "all" { return say("颜色和尺码整个写反了", "colour and size are exchanged throughout") }
            return say(
                "\(quoted(issue.found)) 是\(kind)，却写在 \(value("axis")) 里",
                "\(quoted(issue.found)) is a \(kind), and stands under \(value("axis"))")
        case .sizeGap:
            let place = issue[detail: "colour"] ?? issue.found
            let more =
                value("more").isEmpty || value("more") == "0"
                ? "" : say("（还有 \(value("more")) 处）", " (and \(value("more")) more)")
            return say("\(place)：缺 \(value("missing"))\(more)", "\(place): \(value("missing")) is missing\(more)")
        case .sizesMixed:
            return say("\(value("letters")) 与 \(value("numbers")) 混用", "\(value("letters")) beside \(value("numbers"))")
        case .titleNamesAbsentValue:
            return say(
                "标题里有 \(quoted(issue.found))，规格只有 \(value("values"))",
                "the title says \(quoted(issue.found)); there are only \(value("values"))")
        case .promiseMixed:
            return value("now").isEmpty
                ? say("\(value("later")) 一个值里两种说法", "\(value("later")) says both")
                : say("现货：\(value("now"))；预售：\(value("later"))", "at once: \(value("now")); later: \(value("later"))")
        case .imageMissing: return say("没有图：\(issue.found)", "without an image: \(issue.found)")
        case .valueSpelledTwice: return say("\(axisName)：\(issue.found)", "\(axisName): \(issue.found)")
        case .tooManyOptions, .tooManyValues, .tooManyVariants:
            let found = issue.found.isEmpty ? "" : " \(quoted(issue.found))"
            return say(
                "现有 \(value("count"))，上限 \(value("limit"))\(found)",
                "there are \(value("count")), the limit is \(value("limit"))\(found)")
        case .nameTooLong, .valueTooLong, .titleTooLong, .codeTooLong:
            let unit = unit
            return say(
                "\(quoted(issue.found)) 长 \(value("length"))，上限 \(value("limit")) \(unit)",
                "\(quoted(issue.found)) has \(value("length")), the limit is \(value("limit")) \(unit)")
        case .reservedName:
            return say("\(quoted(issue.found)) 是平台的保留词", "\(quoted(issue.found)) is the platform's own word")
        case .signNotAllowed:
            return say(
                "\(quoted(issue.found)) 里的 \(value("sign")) 不许用", "\(quoted(issue.found)) has a “\(value("sign"))”")
        case .optionNotAllowed:
            return say(
                "\(quoted(issue.found))（\(value("values"))）；只许 \(value("allowed"))",
                "\(quoted(issue.found)) (\(value("values"))); allowed are \(value("allowed"))")
        case .requiredMissing:
            let name = Texts.attribute(issue.attribute, language)
            return say("\(share)没有\(name)\(lines)", "\(share) without \(name)\(lines)")
        case .groupInconsistent:
            return say("同一属性有几个名字：\(value("names"))", "one option under several names: \(value("names"))")
        case .orphanChild, .parentMissing, .parentSellable:
            let parent = value("parent")
            let name = value("code").isEmpty ? parent : value("code")
            return issue.code == .parentMissing
                ? say("\(name)：文件里没有父商品 \(parent)", "\(name): the file has no parent \(parent)")
                : issue.code == .orphanChild
                    ? say("\(name) 没写父商品", "\(name) names no parent")
                    : say("父行 \(name) 有价格或库存", "the parent \(name) has a price or stock")
        default: return nil
        }
    }

    private var sharedCode: String {
        let name = Texts.attribute(issue.attribute, language)
        if value("shared") == "style" {
            return say("全款共用一个\(name) \(issue.found)", "all specs share the \(name) \(issue.found)")
        }
        if let other = issue[detail: "other-style"] {
            return say(
                "\(name) \(issue.found) 另一款也在用：\(other) \(value("other-spec"))（\(value("other"))）",
                "the \(name) \(issue.found) is also that of \(other) \(value("other-spec")) (\(value("other")))")
        }
        return say(
            "\(name) \(issue.found)：\(value("specs"))\(lines)", "\(name) \(issue.found): \(value("specs"))\(lines)")
    }

    /// What is asked, what it costs, what is left of it.
    private var margin: String? {
        let cost = value("cost")
        if cost.isEmpty {
            return say(
                "\(spec)\(colon)价格 \(issue.found) 低于供货价",
                "\(spec)\(colon)the price \(issue.found) is below the supplier's")
        }
        let price = issue[detail: "price"] ?? issue.found
        var text = say("\(spec)\(colon)价格 \(price)，供货价 \(cost)", "\(spec)\(colon)price \(price), cost \(cost)")
        if !value("margin").isEmpty { text += say("，毛利 \(value("margin"))%", ", margin \(value("margin"))%") }
        if let least = issue[detail: "least"] { text += say("（要求 \(least)%）", " (asked: \(least)%)") }
        if let rule = issue[detail: "price-rule"] { text += say("（规则 \(rule)）", " (rule \(rule))") }
        if let count = issue[detail: "count"], count != "1" { text += say("；共 \(share)", "; \(share) in all") }
        return text
    }

    private var axisName: String {
        issue[detail: "axis"].flatMap { $0.isEmpty ? nil : $0 } ?? Texts.attribute(issue.attribute, language)
    }

    private var unit: String {
        switch value("unit") {
        case "bytes": say("字节", "bytes")
        case "halfwidth": say("字节（汉字算 2）", "bytes (a Chinese character counts two)")
        default: say("字", "characters")
        }
    }

    /// A spec without the names of its options.
    private func words(_ found: String) -> String { spec.isEmpty ? found : spec }
}
