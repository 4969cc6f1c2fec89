import Catalogues
import Feeds
import Ledgers
import Reconciliation
import Reports

extension NightRecord {
    /// What the run has to say, once all of it is in the ledger.
    func report() throws -> NightReport {
        var report = NightReport(
            shop: workspace.shop, language: workspace.language, run: name, at: night.now, since: since)
        report.notices = notices(mismatches)
        report.sources = try sources.map(registryEntry)
        for (index, outcome) in compared.suppliers.enumerated() {
            let inReview = compared.inReview(ofOutcome: index)
            report.matched += outcome.summary.accepted
            report.inReview += inReview
            report.unmatched += outcome.summary.unmatched + outcome.summary.inReview - inReview
        }
        // What guards say stands on top as long as it holds; among the findings stands only that it is over.
        report.findings = mismatches.filter {
            $0.code.severity < .info && !($0.code.isOfSource && $0.state != .resolved)
        }
        .map(Finding.init).sorted(by: Finding.isWorse)
        report.infos = mismatches.count { $0.code.severity == .info && $0.state != .resolved && !$0.code.isOfSource }
        report.changes = try entry.changes(since: since)
        return report
    }

    /// Everything that is open, for `mismatches.csv`: also what guards say and what is good to know only.
    var everythingOpen: [Finding] { mismatches.filter { $0.state != .resolved }.map(Finding.init) }

    private func notices(_ mismatches: [MismatchRecord]) -> [Notice] {
        let known = Set(
            mismatches.filter { $0.state == .open || $0.state == .acknowledged }.map { RowKey($0.source, $0.code.name) }
        )
        return sources.flatMap(\.notices).map { notice in
            var notice = notice
            notice.isNew = !known.contains(RowKey(notice.source, notice.code.name))
            return notice
        }
    }

    /// What the registry says of a source.
    private func registryEntry(_ source: TonightsSource) throws -> SourceEntry {
        let settings = source.settings
        var entry = SourceEntry(name: source.name, leg: settings.leg)
        entry.cooperation = settings.cooperation
        entry.contact = settings.contact.shown
        entry.feed = workspace.place(of: settings).shown
        entry.profile = source.feed?.understanding.profile ?? ""
        entry.digest = source.feed?.understanding.digest ?? ""
        entry.styles = source.catalogue?.styleCount ?? 0
        entry.variants = source.catalogue?.variantCount ?? 0
        entry.isFresh = source.taken != nil
        let version = source.taken ?? source.before
        entry.updated = version.map { $0.stated ?? $0.firstSeen }
        entry.lastNewStyle = try self.entry.lastChange(ofSource: source.name, [.styleAdded])
        entry.lastSpecChange = try self.entry.lastChange(
            ofSource: source.name, [.specAdded, .specRemoved, .specRenamed, .meaningChanged, .relisted])
        let drifts = try self.entry.notices(ofSource: source.name, code: MismatchCode.formatDrift.name)
        entry.notes =
            settings.notes + drifts.map { (at: $0.at, text: workspace.language == .zh ? $0.zh : $0.en) }
        let behind = try self.entry.changesOnTheirWay(toSource: source.name)
        if let oldest = behind.map(\.at).min() { entry.delay = (specs: behind.count, since: oldest) }
        return entry
    }
}

extension SourceSettings.Contact {
    /// `王姐 微信 wangjie88 w@example.com`
    fileprivate var shown: String {
        [name, wechat.isEmpty ? "" : "微信 \(wechat)", phone, email].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Finding {
    init(_ record: MismatchRecord) {
        self.init(
            code: record.code, who: record.who, source: record.source, firstSeen: record.firstSeen,
            lastSeen: record.lastSeen)
        id = Int(record.id)
        state =
            switch record.state {
            case .new: .new
            case .back: .back
            case .open: .open
            case .acknowledged: .acknowledged
            case .resolved: .resolved
            }
        supplier = record.supplier
        shop = record.shop
        field = record.field
        supplierValue = record.supplierValue
        shopValue = record.shopValue
        action = record.action
        evidence = record.evidence
        resolved = record.resolved
        reason = record.reason
        until = record.until
        stockAtRisk = record.stockAtRisk
        ordersAtRisk = record.ordersAtRisk
    }

    /// New before old, grave before light, and of two alike first what can cost more.
    fileprivate static func isWorse(_ a: Finding, _ b: Finding) -> Bool {
        (a.rank, a.code.severity, -(a.ordersAtRisk ?? 0), -(a.stockAtRisk ?? 0), a.id)
            < (b.rank, b.code.severity, -(b.ordersAtRisk ?? 0), -(b.stockAtRisk ?? 0), b.id)
    }

    private var rank: Int {
        switch state {
        case .new, .back: 0
        case .open: 1
        case .acknowledged: 2
        case .resolved: 3
        }
    }
}
