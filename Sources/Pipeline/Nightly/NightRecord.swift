import Catalogues
import Ledgers
import Lexicons
import Reconciliation
import Reports

/// What one night writes into the ledger, in the order in which the one needs the other.
struct NightRecord {
    let night: NightRun
    let entry: LedgerEntry
    private(set) var sources: [TonightsSource]
    let compared: Comparisons
    let lexicon: Lexicon
    /// The run as it will stand in the ledger; its name is its folder's, too.
    private(set) var run: RunRecord
    /// What the report calls new came after this.
    let since: Moment?
    /// Everything that is open once the run is written, and what was resolved since the last report.
    private(set) var mismatches: [MismatchRecord] = []
    /// The run's changes, with their numbers.
    private(set) var changes: [ChangeEntry] = []

    var name: String { run.name }
    var workspace: Workspace { night.workspace }

    init(
        _ night: NightRun, _ entry: LedgerEntry, _ sources: [TonightsSource], _ compared: Comparisons,
        _ lexicon: Lexicon
    ) throws {
        self.night = night
        self.entry = entry
        self.sources = sources
        self.compared = compared
        self.lexicon = lexicon
        run = RunRecord(
            name: try Self.name(night.now, entry), at: night.now, program: Program.version,
            lexicon: try LexiconFiles.fingerprint(night.workspace.lexicons.map(night.workspace.path)),
            settings: Self.settings(night.workspace))
        // Without mail the last report is the last run's; with it, the one that was mailed.
        since = try entry.lastRun(told: night.workspace.mail == nil ? .no : night.isDry ? .dry : .sent)?.at
    }

    /// `2026-11-03T0230`, and with a number behind it if there is a run of that name.
    private static func name(_ now: Moment, _ entry: LedgerEntry) throws -> String {
        let name = now.date + "T" + String(now.time.filter { $0 != ":" })
        var number = 1
        while try entry.hasRun(named: number == 1 ? name : "\(name)-\(number)") { number += 1 }
        return number == 1 ? name : "\(name)-\(number)"
    }

    /// What the run was told, for the manifest.
    private static func settings(_ workspace: Workspace) -> String {
        let words = workspace.lexicons.isEmpty ? "" : ", words \(workspace.lexicons.joined(separator: " "))"
        return "price \(workspace.priceRule?.description ?? "default")\(words)"
    }

    mutating func write() throws {
        run.id = try entry.begin(run)
        for index in sources.indices {
            sources[index].number = try entry.source(sources[index].name, sources[index].settings.leg)
        }
        for source in sources {
            try writeInput(source)
            try writeMeanings(source)
            try writeChanges(source)
            for notice in source.notices {
                let record = NoticeRecord(
                    source: source.name, code: notice.code.name, isHeld: notice.isHeld, zh: notice.sentence.zh,
                    en: notice.sentence.en)
                try entry.add(record, source: source.number, run: run.id)
            }
        }
        try writeTravels()
        try writeMismatches()
        try writeMappings()
        try entry.remember(compared.decisions, run: run.id)
        mismatches = try entry.mismatches(since: since)
    }

    /// Writes how the run ended.
    mutating func finish(_ report: NightReport, told: RunRecord.Told) throws {
        run.matched = report.matched
        run.inReview = report.inReview
        run.unmatched = report.unmatched
        func count(_ states: Finding.State...) -> Int { report.findings.count { states.contains($0.state) } }
        run.new = count(.new, .back)
        run.open = count(.open, .acknowledged)
        run.resolved = count(.resolved)
        run.worst = report.findings.filter { $0.state != .resolved }.map(\.code.severity).min()?.name ?? ""
        run.told = told
        try entry.finish(run)
    }

    // MARK: What came, and what it says

    private func writeInput(_ source: TonightsSource) throws {
        var version = source.before?.id
        if let taken = source.taken { version = try entry.putInForce(taken, source: source.number, run: run.id) }
        try entry.note(source.verdict, source: source.number, version: version, run: run.id)
    }

    private func writeMeanings(_ source: TonightsSource) throws {
        guard source.taken != nil, let catalogue = source.catalogue else { return }
        let meanings = (0..<catalogue.variantCount).lazy.map { row in
            let variant = catalogue.variant(row)
            return Meaning(style: variant.style.code, sku: variant.sku, spec: variant.spec, title: variant.title)
        }
        try entry.remember(
            meanings, source: source.number, isComplete: catalogue.source.isComplete, run: run.id)
    }

    private mutating func writeChanges(_ source: TonightsSource) throws {
        let numbers = try entry.add(source.changes, source: source.number, run: run.id)
        for (change, number) in zip(source.changes, numbers) {
            var change = change
            change.id = number
            changes.append(change)
        }
    }

    private func writeMappings() throws {
        for outcome in compared.suppliers {
            guard let source = sources.first(where: { $0.name == outcome.supplier.source.name }) else { continue }
            let pairs = outcome.pairs.values.lazy.filter { $0.decision.isAccepted }.map { pair in
                let theirs = outcome.supplier.variant(Int(pair.supplier))
                let ours = outcome.shop.variant(Int(pair.shop))
                return MappingRecord(
                    supplierStyle: theirs.style.code, supplierSKU: theirs.sku, supplierSpec: theirs.spec,
                    shopStyle: ours.style.code, shopSKU: ours.sku, shopSpec: ours.spec, decision: pair.decision.name,
                    evidence: pair.evidence.text)
            }
            let absent = AbsentStyles(outcome.supplier)
            let shopAbsent = AbsentStyles(outcome.shop)
            try entry.remember(pairs, source: source.number, run: run.id) { style, _, shopStyle in
                absent.mayBeThere(style) || shopAbsent.mayBeThere(shopStyle)
            }
        }
    }

    // MARK: How changes travel, and what does not agree

    private func writeTravels() throws {
        let travels = travels
        for leg in sources where leg.settings.leg != .supplier && leg.feed != nil {
            let begun = changes.filter { change in
                sources.contains { $0.name == change.source && $0.settings.leg == .supplier }
            }
            let known = try entry.changesOnTheirWay(toSource: leg.name)
            for (changes, isNew) in [(begun, true), (known, false)] {
                let standings = try travels.standings(of: changes, at: leg.name, former: former)
                let here = zip(changes, standings).filter { $0.1 != .elsewhere }
                if isNew { try entry.expect(here.map(\.0.id), atSource: leg.number) }
                // What a leg no longer carries needs not arrive there any more.
                let done = zip(changes, standings).filter { isNew ? $0.1 == .arrived : $0.1 != .underWay }
                try entry.arrived(done.map(\.0.id), atSource: leg.number, at: night.now)
            }
        }
    }

    var travels: Travels {
        func byName(_ outcomes: [Outcome]) -> [String: Outcome] {
            Dictionary(outcomes.map { ($0.supplier.source.name, $0) }) { first, _ in first }
        }
        return Travels(
            lexicon: lexicon, suppliers: byName(compared.suppliers), others: byName(compared.others),
            shop: compared.shop.source.name)
    }

    /// The specs of all legs side by side, also where a leg has not followed a change yet.
    func specTable() throws -> SpecTable {
        let travels = travels
        var behind: [Int: Set<Int?>] = [:]
        for leg in sources where leg.settings.leg != .supplier && leg.feed != nil {
            let changes = try entry.changesOnTheirWay(toSource: leg.name)
            let outcome = compared.all.firstIndex { $0.supplier.source.name == leg.name }
            for row in travels.rowsBehind(changes) { behind[row, default: []].insert(outcome) }
        }
        return behind.isEmpty ? compared.table : SpecTable(compared.all, lexicon: lexicon, behind: behind)
    }

    /// What the shop sold under the code that a change is about, until then.
    func former(_ change: ChangeEntry) throws -> [MappingRecord] {
        let code = change.kind == .relisted ? change.before : change.sku
        if code.isEmpty {
            return try entry.lastMapping(ofSource: change.source, style: change.style, spec: change.spec)
        }
        return try entry.lastMapping(ofSource: change.source, supplierSKUs: [code], stillHolding: false)
    }

    private func writeMismatches() throws {
        let found = try NightMismatches(self).all()
        let absent = Dictionary(
            sources.map { ($0.name, $0.catalogue.map(AbsentStyles.init)) }, uniquingKeysWith: { first, _ in first })
        let shopAbsent = AbsentStyles(compared.shop)
        try entry.update(found, run: run.id, at: night.now) { record in
            // About a source itself tonight's guards have spoken.
            if record.code.isOfSource { return false }
            if !record.shop.style.isEmpty, shopAbsent.mayBeThere(record.shop.style) { return true }
            switch absent[record.source] {
            case nil: return false
            case .some(nil): return true
            case let .some(.some(absent)):
                return !record.supplier.style.isEmpty && absent.mayBeThere(record.supplier.style)
            }
        }
    }
}

/// Which styles a catalogue does not speak of although they may be there: in a partial one all that it has not.
private struct AbsentStyles {
    private let present: Set<String>?

    init(_ catalogue: Catalogue) {
        present =
            catalogue.source.isComplete
            ? nil
            : Set(
                (0..<catalogue.styleCount).map { index in
                    let style = catalogue.style(index)
                    return style.code.isEmpty ? style.title : style.code
                })
    }

    func mayBeThere(_ style: String) -> Bool { present.map { !$0.contains(style) } ?? false }
}
