import Catalogues
import Reconciliation

/// The sentences that pages, mails and the terminal share.
struct NightSentences {
    let report: NightReport
    private var language: Language { report.language }

    init(_ report: NightReport) { self.report = report }

    func label(_ label: NightLabel) -> String { label.text[language] }

    /// `，` between the parts of a sentence.
    var comma: String { Bilingual("，", ", ")[language] }
    var colon: String { Bilingual("：", ": ")[language] }

    func days(_ count: Int) -> String { Bilingual("\(count) 天", count == 1 ? "1 day" : "\(count) days")[language] }

    // MARK: Sources

    /// What was found of a source, and what it means for tonight: `义乌A厂 的新文件被扣住，沿用 11-02 的版本：只有上次的 43 %`.
    func notice(_ notice: Notice) -> String { standing(of: notice) + colon + notice.sentence[language] }

    /// The part of a notice before its figures.
    func standing(of notice: Notice) -> String {
        let source = notice.source
        switch notice.code {
        case .sourceUnread:
            return Bilingual(
                "\(source) 的文件读不到\(inForce(notice))", "\(source): the feed could not be read\(inForce(notice))")[
                    language]
        case _ where notice.isHeld:
            return Bilingual(
                "\(source) 的新文件被扣住\(inForce(notice))", "\(source): the new file is held back\(inForce(notice))")[
                    language]
        default:
            return Bilingual(
                "\(source) \(Texts.title(notice.code, .zh))", "\(source): \(Texts.title(notice.code, .en))")[language]
        }
    }

    /// Which version is used instead.
    private func inForce(_ notice: Notice) -> String {
        guard let since = notice.inForceSince else {
            return Bilingual("，又没有以前的版本，这次没有核对它", ", and there is none before it: it was left out")[language]
        }
        let day = report.day(since)
        return Bilingual("，沿用 \(day) 的版本", ", that of \(day) stays in force")[language]
    }

    /// How an operator lets a held file through; nil where there is none to let through.
    func release(_ notice: Notice) -> String? {
        guard notice.isHeld, notice.code != .sourceUnread else { return nil }
        let reason = Bilingual("看过，没问题", "checked")[language]
        let name = Bilingual("名字", "NAME")[language]
        return "specsync run --release \(Self.shellWord(notice.source)) --by \(name) --reason \"\(reason)\""
    }

    /// A word as a shell takes it.
    /// The command that shows how a held file is read; nil where it is not kept.
    func look(_ notice: Notice) -> String? {
        notice.file.map { "specsync inspect \(Self.shellWord($0))" }
    }

    static func shellWord(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && !text.hasPrefix("-")
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x7F || $0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0)
            }
        return isPlain
            ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// 备注: how far a source is behind, and whether its newest file is held back.
    func remark(_ source: SourceEntry) -> String {
        var parts: [String] = []
        if let delay = source.delay {
            let count = max(0, report.at.days(since: delay.since))
            let age = days(count)
            parts.append(
                count == 0
                    ? Bilingual(
                        "有延迟：\(delay.specs) 个规格，今天起",
                        "behind: \(delay.specs) \(delay.specs == 1 ? "spec" : "specs"), since today")[language]
                    : Bilingual(
                        "有延迟：\(delay.specs) 个规格，最久 \(age)",
                        "behind: \(delay.specs) \(delay.specs == 1 ? "spec" : "specs"), the oldest for \(age)")[
                            language])
        }
        for notice in report.sortedNotices where notice.source == source.name {
            if notice.code == .sourceUnread {
                parts.append(Bilingual("文件读不到", "could not be read")[language])
            } else {
                parts.append(
                    notice.isHeld
                        ? Bilingual("新文件被扣住", "new file held back")[language] : Texts.title(notice.code, language))
            }
        }
        return parts.joined(separator: Bilingual("；", "; ")[language])
    }

    /// 系统/规则调整: `11-01 改用新模板；…`
    func notes(_ source: SourceEntry) -> String {
        source.notes.map { note in (note.at.map { report.day($0) + " " } ?? "") + note.text }
            .joined(separator: Bilingual("；", "; ")[language])
    }

    // MARK: Findings

    /// How long it has been there, and who knows: `11-01 起，2 天`.
    func life(_ finding: Finding) -> String {
        let since = report.day(finding.firstSeen)
        let age = days(finding.age(at: report.at))
        switch finding.state {
        case .new:
            return Bilingual(
                "\(report.dayAndTime(finding.firstSeen)) 首次出现", "first seen \(report.dayAndTime(finding.firstSeen))")[
                    language]
        case .back:
            return Bilingual("又出现了，最早 \(since)（\(age)前）", "come back, first seen \(since) (\(age) ago)")[language]
        case .open: return Bilingual("\(since) 起，已 \(age)", "since \(since), \(age)")[language]
        case .acknowledged:
            let until =
                finding.until.map { Bilingual("，到 \(report.day($0)) 为止", ", until \(report.day($0))")[language] } ?? ""
            let reason = finding.reason.isEmpty ? "" : colon + finding.reason
            return Bilingual("\(since) 起，已 \(age)；已知晓", "since \(since), \(age); acknowledged")[language] + until
                + reason
        case .resolved:
            let day = finding.resolved.map { report.day($0) } ?? ""
            return Bilingual("\(day) 解决，存在了 \(age)", "resolved \(day), after \(age)")[language]
        }
    }

    /// What hangs on it, as far as anybody knows: `店铺可售 60 件，3 个订单`.
    func risk(_ finding: Finding) -> String {
        var parts: [String] = []
        if let orders = finding.ordersAtRisk, orders > 0 {
            parts.append(Bilingual("\(orders) 个订单", orders == 1 ? "1 order" : "\(orders) orders")[language])
        }
        if let stock = finding.stockAtRisk, stock > 0 {
            parts.append(Bilingual("店铺可售 \(stock) 件", "\(stock) offered in the shop")[language])
        }
        return parts.joined(separator: comma)
    }

    /// What both sides say: `库存：义乌A厂 0 ≠ 店铺 15`; empty where it is but the name of the spec or style.
    func values(_ finding: Finding) -> String {
        let sides = [
            (finding.source, finding.supplierValue),
            (Texts.name(.shop as MismatchCode.Who, language), finding.shopValue),
        ]
        .filter { !$0.1.isEmpty }
        if sides.isEmpty || sides.count == 1 && [finding.spec, finding.styleTitle].contains(sides[0].1) { return "" }
        let values = sides.map { "\($0) \(Texts.value($1, language))" }.joined(separator: " ≠ ")
        let isPlain = ["", "spec", "style", "title"].contains(finding.field)
        return isPlain ? values : Texts.field(finding.field, language) + colon + values
    }

    /// The sources of both sides with their lines: `义乌A厂:31`, `我的小店:9`.
    func places(_ finding: Finding) -> (supplier: String, shop: String) {
        let shop = report.shopSource?.name ?? Texts.name(.shop as MismatchCode.Who, language)
        return (
            finding.supplier.line > 0 ? place(finding.source, finding.supplier.line) : "",
            finding.shop.line > 0 ? place(shop, finding.shop.line) : ""
        )
    }

    /// A source and the line of its file: `义乌A厂 feed.xml:31`.
    private func place(_ source: String, _ line: Int) -> String {
        guard let file = report.sources.first(where: { $0.name == source }).map({ Self.fileName($0.feed) }),
            !file.isEmpty, file != source
        else { return "\(source):\(line)" }
        return "\(source) \(file):\(line)"
    }

    /// The last part of a path or an address.
    static func fileName(_ feed: String) -> String {
        let path = feed.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").last.map(String.init) ?? ""
    }
}
