package import Catalogues
import Ledgers
import Reconciliation
import Reports

/// Questions to a workspace's ledger, answered as text or JSON.
package struct History {
    let workspace: Workspace
    let ledger: Ledger

    package init(_ workspace: Workspace) throws {
        self.workspace = workspace
        let path = workspace.ledgerPath
        guard Folders.exists(path) else {
            throw RunError("\(path): error: there is no ledger yet\n  “specsync run” makes it.")
        }
        ledger = try Ledger(path: path)
        // A run that was cut off between the ledger and its files is brought to an end, unless one is at work now.
        if let lock = try? WorkspaceLock(folder: workspace.path(".specsync")) {
            let publication = Publication(folder: workspace.path("reports"))
            try ledger.read { try publication.recover($0) }
            withExtendedLifetime(lock) {}
        }
    }

    // MARK: Runs

    package func runs(_ count: Int, columns: Int) throws -> String {
        HistoryText.runs(try runs(count), workspace.language, columns: columns)
    }

    func runs(_ count: Int) throws -> [HistoryRun] {
        try ledger.read { entry in
            try entry.runs(atMost: count).map { run in
                let inputs = try entry.inputs(ofRun: run.id)
                let held = inputs.filter { [.held, .refused, .unread].contains($0.verdict) }.map(\.source)
                return HistoryRun(
                    run: run.name, at: run.at, sources: inputs.count, held: held, new: run.new, open: run.open,
                    resolved: run.resolved)
            }
        }
    }

    // MARK: Mismatches

    package func open(at now: Moment, columns: Int) throws -> String {
        HistoryText.findings(try findings(), at: now, workspace.language, columns: columns)
    }

    func findings() throws -> [Finding] {
        try ledger.read { entry in
            try entry.mismatches(since: entry.lastRun()?.at).filter { $0.state != .resolved }.map(Finding.init)
        }.sorted { ($0.code.severity, $0.id) < ($1.code.severity, $1.id) }
    }

    package func mismatch(_ id: String, columns: Int) throws -> String {
        let (record, events) = try find(id)
        return HistoryText.life(Finding(record), events.map(FindingEvent.init), workspace.language, columns: columns)
    }

    func find(_ id: String) throws -> (MismatchRecord, [MismatchEvent]) {
        guard let number = Int64(id.drop { $0 == "#" }), let found = try ledger.read({ try $0.mismatch(number) }) else {
            throw RunError(
                "error: there is no mismatch \(id)\n  “specsync history open” lists those that are open, with their numbers."
            )
        }
        return found
    }

    /// - Returns: one line that says what was noted.
    package func acknowledge(_ id: String, by: String, reason: String, until: Moment?, at now: Moment) throws -> String
    {
        let (record, _) = try find(id)
        if let until, until <= now {
            throw RunError(
                "error: \(until.date) is not ahead: nothing would be silent\n  Name the day on which it is to be told again, or none."
            )
        }
        guard
            try ledger.write({ try $0.acknowledge(record.id, by: by, reason: reason, until: until, at: now) })
        else {
            throw RunError("error: mismatch #\(record.id) is resolved already\n  There is nothing to acknowledge.")
        }
        let end =
            until.map { Bilingual("到 \($0.date)", "until \($0.date)") } ?? Bilingual("直到解决", "until it is resolved")
        return "#\(record.id) \(record.code.name) \(end[workspace.language])\n"
    }

    // MARK: As of a day

    package func asof(_ day: Moment, _ code: String) throws -> String {
        let (meanings, mappings) = try answers(day, code)
        let language = workspace.language
        if meanings.isEmpty, mappings.isEmpty {
            return Bilingual(
                "\(day.date)：账本里这一天没有编码 \(code)", "\(day.date): the ledger has no code \(code) on that day")[
                    language] + "\n"
        }
        let lines =
            meanings.map { meaning in
                "\(meaning.source)  \(meaning.sku) = \(meaning.spec)  \(meaning.style) \(meaning.title)  (\(span(meaning.from, meaning.until)))"
            }
            + mappings.map { pair in
                "\(pair.source) \(pair.supplierSKU) \(pair.supplierSpec)  =  \(pair.shopSKU) \(pair.shopStyle) \(pair.shopSpec)  \(pair.decision): \(pair.evidence)  (\(span(pair.from, pair.until)))"
            }
        return lines.map { $0 + "\n" }.joined()
    }

    func answers(_ day: Moment, _ code: String) throws -> ([Meaning], [MappingRecord]) {
        try ledger.read { (try $0.meanings(ofCode: code, on: day), try $0.mapping(ofCode: code, on: day)) }
    }

    private func span(_ from: Moment, _ until: Moment?) -> String { "\(from.date) – \(until?.date ?? "")" }

    // MARK: Everything

    /// Writes each table as a CSV file.
    ///
    /// - Returns: how many there are.
    package func export(to folder: String) throws -> Int {
        try ledger.read { entry in
            for table in LedgerEntry.tables {
                try Folders.make(folder)
                try OutputFolder.replace("\(folder)/\(table).csv") { sink in
                    var output = CSVOutput(sink)
                    try entry.each(rowOf: table) { cells in
                        for cell in cells { output.cell(cell) }
                        output.endRow()
                    }
                    try output.finish()
                }
            }
            return LedgerEntry.tables.count
        }
    }
}

extension FindingEvent {
    init(_ event: MismatchEvent) {
        let state: Finding.State =
            switch event.kind {
            case "opened": .new
            case "back": .back
            case "acknowledged": .acknowledged
            case "resolved": .resolved
            default: .open
            }
        self.init(at: event.at, state: state, note: event.detail)
    }
}
