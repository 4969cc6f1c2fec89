import Catalogues
import Feeds
import Ledgers
import Lexicons
import Reconciliation
import Reports

/// What a workspace knows of the styles of one supplier's file: their changes, what is open of them, whether the source
/// comes late, who else offers them. It is told beside the issues, and never decides.
struct StyleHistory {
    private let workspace: Workspace
    private let supplier: SyncRun.Ingested
    private let lexicon: Lexicon
    private let ledger: Ledger?

    /// Of more styles than this nobody wants to hear each time that the source was late.
    private static let fewStyles = 20
    private static let kinds: [ChangeKind] = [
        .styleWithdrawn, .specRenamed, .meaningChanged, .relisted, .specRemoved,
    ]

    init(_ workspace: Workspace, of supplier: SyncRun.Ingested, lexicon: Lexicon) throws {
        self.workspace = workspace
        self.supplier = supplier
        self.lexicon = lexicon
        // A workspace that never ran has no ledger, and a check makes none.
        let path = workspace.ledgerPath
        ledger = Folders.exists(path) ? try Ledger(path: path) : nil
    }

    /// Adds what is known to each style of `catalogue`.
    func tell(_ styles: inout [CheckedStyle], of catalogue: Catalogue, _ outcome: Outcome?) throws {
        let own = try source()
        let supplierStyles = Self.supplierStyles(outcome)
        if let ledger {
            let late = styles.count <= Self.fewStyles ? try own.flatMap { try lateness($0, ledger) } : nil
            try ledger.read { entry in
                for index in styles.indices {
                    let codes = codes(of: styles[index].index, in: catalogue, outcome, supplierStyles)
                    for code in codes { styles[index].history += try facts(code, entry) }
                    if let late { styles[index].history.append(late) }
                }
            }
        }
        let offers = OtherOffers(of: styles.map(\.index), in: catalogue, lexicon)
        for other in workspace.sources where other.leg == .supplier && other.name != own?.name {
            guard let read = try self.catalogue(of: other) else { continue }
            for (style, fact) in offers.offers(of: read, named: other.name) {
                if let index = styles.firstIndex(where: { $0.index == style }) { styles[index].history.append(fact) }
            }
        }
    }

    // MARK: Which styles

    /// The supplier's styles that each style of a draft lists.
    private static func supplierStyles(_ outcome: Outcome?) -> [Int: [Int]] {
        guard let outcome else { return [:] }
        var styles: [Int: [Int]] = [:]
        for pair in outcome.pairs.values where pair.decision.isAccepted {
            let ours = Int(outcome.shop.variants.style[Int(pair.shop)])
            let theirs = Int(outcome.supplier.variants.style[Int(pair.supplier)])
            if styles[ours]?.contains(theirs) != true { styles[ours, default: []].append(theirs) }
        }
        return styles
    }

    private func codes(
        of style: Int, in catalogue: Catalogue, _ outcome: Outcome?, _ supplierStyles: [Int: [Int]]
    ) -> [String] {
        let named = catalogue.style(style)
        let theirs = (supplierStyles[style] ?? []).compactMap { outcome?.supplier.style($0).code }
        var seen: Set<String> = []
        return (theirs + [named.code, named.article]).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    // MARK: The ledger

    private func facts(_ code: String, _ entry: LedgerEntry) throws -> [StyleFact] {
        // Other words for the same are no news to a lister.
        let changes = try entry.changes(ofStyle: code, Self.kinds).filter { !$0.isSpelling }
        let mismatches = try entry.openMismatches(ofStyle: code)
        return changes.compactMap(fact) + mismatches.map(fact)
    }

    private func fact(_ change: ChangeEntry) -> StyleFact? {
        let what = [change.sku, change.spec].filter { !$0.isEmpty }.joined(separator: " ")
        let kind: StyleFact.Kind
        let text: Bilingual
        switch change.kind {
        case .styleWithdrawn:
            kind = .withdrawn
            text = Bilingual("\(change.source) 撤过这一款", "\(change.source) withdrew the style")
        case .specRemoved:
            kind = .withdrawn
            text = Bilingual("\(change.source) 撤过规格 \(what)", "\(change.source) withdrew the spec \(what)")
        case .specRenamed:
            kind = .renamed
            text = Bilingual(
                "\(change.source) 把 \(change.sku) 由“\(change.before)”改名为“\(change.after)”",
                "\(change.source) renamed \(change.sku) from “\(change.before)” to “\(change.after)”")
        case .meaningChanged:
            kind = .codeMeaning
            text = Bilingual(
                "\(change.source) 的编码 \(change.sku) 由“\(change.before)”换成了“\(change.after)”",
                "\(change.source) gave the code \(change.sku) of “\(change.before)” to “\(change.after)”")
        case .relisted:
            kind = .relisted
            text = Bilingual(
                "\(change.source) 把 \(change.spec) 换了编码：\(change.before) → \(change.after)",
                "\(change.source) relisted \(change.spec) under another code: \(change.before) → \(change.after)")
        default: return nil
        }
        return StyleFact(kind, at: change.at, source: change.source, text)
    }

    private func fact(_ mismatch: MismatchRecord) -> StyleFact {
        let sides = [mismatch.supplierValue, mismatch.shopValue].filter { !$0.isEmpty }.joined(separator: " ≠ ")
        func text(_ language: Language) -> String {
            let title = Texts.title(mismatch.code, language)
            let colon = language == .zh ? "：" : ": "
            return "#\(mismatch.id) \(title)" + (sides.isEmpty ? "" : colon + sides)
        }
        return StyleFact(
            .mismatch, at: mismatch.opened, source: mismatch.source,
            Bilingual("未解决 " + text(.zh), "open " + text(.en)))
    }

    private func lateness(_ source: SourceSettings, _ ledger: Ledger) throws -> StyleFact? {
        let notices = try ledger.read { try $0.notices(ofSource: source.name, code: MismatchCode.sourceLate.name) }
        guard let last = notices.last else { return nil }
        return StyleFact(
            .late, at: last.at, source: source.name,
            Bilingual(
                "\(source.name) 有 \(notices.count) 晚没按时更新，上一次是这天",
                "\(source.name) was late on \(notices.count) \(notices.count == 1 ? "night" : "nights"), last on this day"
            ))
    }

    // MARK: Sources

    /// The source of the workspace whose file is checked; nil = it is none of them.
    private func source() throws -> SourceSettings? {
        let suppliers = workspace.sources.filter { $0.leg == .supplier }
        if let ledger {
            let inForce = try ledger.read { entry in
                try suppliers.first {
                    try entry.versionInForce(ofSource: $0.name)?.digest == supplier.understanding.digest
                }
            }
            if let inForce { return inForce }
        }
        let file = supplier.catalogue.source.name
        let named = suppliers.filter { source in
            if case .file(let path) = workspace.place(of: source) {
                return path.split(separator: "/").last.map(String.init) == file
            }
            return false
        }
        if named.count == 1 { return named[0] }
        return suppliers.count == 1 ? suppliers[0] : nil
    }

    /// The catalogue of another supplier: its version in force, or else its file. What cannot be read is passed over: it
    /// is not what was asked about.
    private func catalogue(of source: SourceSettings) throws -> Catalogue? {
        var path: String?
        if let version = try ledger?.read({ try $0.versionInForce(ofSource: source.name) }) {
            if version.digest == supplier.understanding.digest { return nil }
            let store = FeedStore(workspace)
            if store.has(source.name, version.digest) { path = store.path(source.name, version.digest) }
        }
        if path == nil, case .file(let file) = workspace.place(of: source) { path = file }
        guard let path, let (read, understanding) = try? Feed.read(path, workspace.options(for: source)) else {
            return nil
        }
        return understanding.digest == supplier.understanding.digest ? nil : read
    }
}
