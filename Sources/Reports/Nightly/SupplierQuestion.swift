import Catalogues
import Reconciliation

/// One thing that a supplier is asked, before it is a numbered line.
struct SupplierQuestion {
    /// What is asked; those of one kind and style share a line.
    enum Kind: Hashable {
        case held(MismatchCode)
        case meaningChanged, renamed, relisted, styleWithdrawn, variantWithdrawn
        case duplicateCode, duplicateSpec, barcodeInvalid, barcodeDiffers, specIncomplete
        /// Anything else that only they can put right.
        case other(MismatchCode)
    }

    var kind: Kind
    var key: String
    /// The style as they know it: `SHL6101 法式V领连衣裙`.
    var style = ""
    /// `雾霾蓝/XL（S1）`
    var spec = ""
    var sku = ""
    var before = ""
    var after = ""
    /// What a guard found, or the name of the option that is missing.
    var detail = ""
    /// What it can cost; the dearest are asked first.
    var severity: MismatchCode.Severity
    var orders = 0
    var stock = 0

    /// All questions to one source, dearest first: of its files, then of what the shop sells, then of what changed.
    static func all(
        _ report: NightReport, _ changes: [ChangeEntry], of source: String, _ language: Language,
        _ concerns: (ChangeEntry) -> Bool
    ) -> [SupplierQuestion] {
        let files = report.sortedNotices.filter { $0.source == source }.compactMap { of($0, language) }
        // A change knows what the words were before; a finding knows what it can cost.
        var bySubject: [String: ChangeEntry] = [:]
        var order: [String] = []
        for change in changes where change.source == source {
            guard let subject = subject(change), concerns(change) else { continue }
            if bySubject.updateValue(change, forKey: subject) == nil { order.append(subject) }
        }
        var questions: [SupplierQuestion] = []
        for finding in report.findings where finding.source == source && finding.state != .resolved {
            guard let kind = kind(finding) else { continue }
            let change = bySubject.removeValue(forKey: "\(finding.code.name)|\(finding.supplier.sku)")
            // Somebody said to leave it: then nobody is asked.
            if finding.state == .acknowledged { continue }
            var question = SupplierQuestion(finding, kind)
            if let change {
                question.before = change.before
                question.after = change.after
            }
            question.makeKey(finding.code.name)
            questions.append(question)
        }
        for subject in order {
            guard let change = bySubject[subject] else { continue }
            questions.append(SupplierQuestion(change))
        }
        let sorted = questions.enumerated().sorted { a, b in
            (a.element.severity, -a.element.orders, -a.element.stock, a.offset)
                < (b.element.severity, -b.element.orders, -b.element.stock, b.offset)
        }
        return files + sorted.map(\.element)
    }

    /// What a change is about; nil where it asks nothing: a fact is no question.
    private static func subject(_ change: ChangeEntry) -> String? {
        switch change.kind {
        case .specRenamed where change.isSpelling: nil
        case .specRenamed, .meaningChanged, .relisted:
            change.kind.rawValue + "|" + (change.sku.isEmpty ? "\(change.style)|\(change.spec)" : change.sku)
        default: nil
        }
    }

    /// What is asked of a finding; nil where somebody else can put it right.
    private static func kind(_ finding: Finding) -> Kind? {
        if finding.code.isOfSource { return nil }
        switch finding.code {
        case .meaningChanged: return .meaningChanged
        case .relisted: return .relisted
        case .styleWithdrawn: return .styleWithdrawn
        case .variantWithdrawn: return .variantWithdrawn
        case .barcodeDiffers: return .barcodeDiffers
        default: break
        }
        guard finding.who == .supplier || finding.who == .platform else { return nil }
        switch finding.code {
        case .duplicateCode: return .duplicateCode
        case .duplicateSpec: return .duplicateSpec
        case .barcodeInvalid: return .barcodeInvalid
        case .specIncomplete: return .specIncomplete
        default: return .other(finding.code)
        }
    }

    private static func of(_ notice: Notice, _ language: Language) -> SupplierQuestion? {
        if notice.code.severity == .info { return nil }
        var question = SupplierQuestion(kind: .held(notice.code), key: notice.code.name, severity: .critical)
        question.detail = notice.sentence[language]
        // A late or unread file is one question however long it lasts; a held one is asked anew when its figures are.
        switch notice.code {
        case .sourceLate, .sourceUnread: break
        default: question.key += "|" + notice.sentence.en
        }
        return question
    }
}

extension SupplierQuestion {
    private init(_ finding: Finding, _ kind: Kind) {
        self.init(kind: kind, key: "", severity: finding.severity)
        // Their own words and codes; the shop's only where they have none any more.
        style = Self.label(finding.supplier.style, finding.supplier.title)
        if style.isEmpty { style = Self.label(finding.shop.style, finding.shop.title, isShops: true) }
        spec = finding.spec
        sku = finding.supplier.sku.isEmpty ? finding.shop.supplierCode : finding.supplier.sku
        orders = finding.ordersAtRisk ?? 0
        stock = finding.stockAtRisk ?? 0
        detail = finding.field
        switch kind {
        case .meaningChanged:
            before = finding.shop.spec
            after = finding.supplier.spec
            if before == after { before = "" }
        case .relisted:
            before = finding.shop.supplierCode
            after = finding.supplier.sku
        default:
            before = finding.shopValue
            after = finding.supplierValue
        }
    }

    private init(_ change: ChangeEntry) {
        switch change.kind {
        case .meaningChanged: self.init(kind: .meaningChanged, key: "", severity: .critical)
        case .relisted: self.init(kind: .relisted, key: "", severity: .major)
        default: self.init(kind: .renamed, key: "", severity: .minor)
        }
        style = Self.label(change.style, change.title)
        spec = change.spec
        sku = change.sku
        before = change.before
        after = change.after
        makeKey(change.kind.rawValue)
    }

    /// Raw words, so that another edition of the program knows them too; and only such that are the same every night,
    /// so no lines of a file.
    private mutating func makeKey(_ code: String) {
        let who = sku.isEmpty ? "\(style)|\(spec)" : sku
        switch kind {
        case .held, .styleWithdrawn, .variantWithdrawn, .specIncomplete, .duplicateCode, .duplicateSpec:
            key = "\(code)|\(who)"
        // What it was before is known on the first night only.
        case .meaningChanged, .renamed, .relisted: key = "\(code)|\(who)|\(spec.isEmpty ? after : spec)"
        case .barcodeInvalid, .barcodeDiffers, .other: key = "\(code)|\(who)|\(after)|\(before)"
        }
    }

    /// - Parameter isShops: it is the shop's own style; a platform's long number says nothing to a supplier.
    private static func label(_ code: String, _ title: String, isShops: Bool = false) -> String {
        let isNumber = code.utf8.count > 9 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let shortTitle = title == code ? "" : TerminalText.cut(TerminalText.safe(title), 24)
        let shownCode = isShops && isNumber && !shortTitle.isEmpty ? "" : TerminalText.safe(code)
        return [shownCode, shortTitle].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
