import Catalogues
import Ledgers
import Reconciliation
import Reports

/// The files of one run, written into its folder.
struct NightFolder {
    let report: NightReport
    let compared: Comparisons
    let record: NightRecord

    init(_ report: NightReport, _ compared: Comparisons, _ record: NightRecord) {
        self.report = report
        self.compared = compared
        self.record = record
    }

    func write(to folder: String) throws {
        let language = report.language
        var open = report
        open.findings = record.everythingOpen
        let table = try record.specTable()
        let all = compared.all
        let suppliers = compared.suppliers
        let memory = try SpecMemory(record).remarks(table, all)
        let changes = record.changes
        let (report, everything) = (report, open)
        var files: [(name: String, write: @Sendable (_ sink: @escaping OutputFolder.Sink) throws -> Void)] = [
            ("mapping.csv", { try MappingCSV.write(suppliers, $0) }),
            (NightFiles.mismatches, { try NightCSV.mismatches(everything, infos: [], $0) }),
            (NightFiles.page, { try NightHTML.write(report, $0) }),
            (NightFiles.changes, { try NightCSV.changes(changes, $0) }),
            (NightFiles.sources, { try NightCSV.sources(report, $0) }),
            (
                "specs.csv",
                { sink in try SpecsCSV.write(table, all, language, memory: { memory[$0.shop] ?? [] }, sink) }
            ),
            (NightFiles.report, { try NightJSON.write(report, $0) }),
        ]
        for outcome in suppliers {
            let page = supplierPage(outcome)
            files.append((NightFiles.stem(outcome.supplier.source.name) + ".html", { try HTMLReport.write(page, $0) }))
        }
        try OutputFolder.write(to: folder, files)
    }

    /// The style-by-style report of one supplier, as `diff` writes it.
    private func supplierPage(_ outcome: Outcome) -> ReportInput {
        let name = outcome.supplier.source.name
        let facts = record.sources.filter { $0.name == name || $0.settings.leg == .shop }.compactMap { $0.feed?.facts }
        return ReportInput(
            language: report.language,
            settings: [("price-rule", record.workspace.priceRule?.description ?? "default")],
            sources: facts.sorted { $0.leg.rawValue > $1.leg.rawValue }, outcome: outcome)
    }
}
