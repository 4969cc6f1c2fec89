import Catalogues
import Reconciliation
import Testing

@testable import Ledgers

/// What people decided, and what the codes said that they decided about.
@Suite struct DecisionTests {
    /// From the run that first saw it to the last one; a line that stands twice counts once.
    @Test func fromRunToRun() throws {
        let nights = try Nights()
        let first = PersonDecision(.confirmed, supplierSKU: "K1-1", shopSKU: "9001", by: "小王", at: "2026-11-01")
        let second = PersonDecision(.rejected, supplierSKU: "K1-2", shopSKU: "9001")
        for (day, decisions) in [(1, [first, first]), (2, [first, first, second]), (3, [second])] {
            try nights.night(day) { try $0.entry.remember(decisions, run: $0.run) }
        }
        let rows = try nights.table("decision")
        #expect(
            rows.map { [$0["verdict"], $0["supplier_sku"], $0["by"], $0["first_run"], $0["last_run"]] } == [
                ["confirmed", "K1-1", "小王", "1", "2"], ["rejected", "K1-2", "", "2", ""],
            ])
    }

    /// What K1-1 said in each night (`-`: it was not there; two words: it meant two things), the first night that saw
    /// the decision (0 = tonight's is the first), and what the decision is about by that.
    @Test(arguments: [
        (["红"], 0, "红"), (["红", "白"], 0, "白"),
        // It was decided after the first night, over the first night's report.
        (["红", "白"], 2, "红"), (["红", "白", "蓝"], 2, "红"), (["红", "白", "蓝"], 3, "白"),
        // It was there before the workspace was.
        (["红", "白"], 1, "红"),
        // The code came later than the decision about it, or never.
        (["-", "白"], 2, "白"), (["-", "-", "白"], 1, ""), (["红 白"], 0, ""), ([], 0, ""),
    ])
    func theirWords(_ specs: [String], _ seen: Int, _ words: String) throws {
        let nights = try Nights()
        let decision = PersonDecision(.confirmed, supplierSKU: "K1-1", shopSKU: "9001")
        for (index, specs) in specs.enumerated() {
            try nights.night(index + 1) { tonight in
                let shop = Meaning(style: "9", sku: "9001", spec: "Type A", title: "")
                let supplier = specs.split(separator: " ").filter { $0 != "-" }.map {
                    Meaning(style: "K1", sku: "K1-1", spec: String($0), title: "")
                }
                for (source, meanings) in [("店铺", [shop]), ("A厂", supplier)] {
                    let number = try tonight.source(source)
                    try tonight.entry.remember(meanings, source: number, isComplete: true, run: tonight.run)
                }
                if index + 1 == seen { try tonight.entry.remember([decision], run: tonight.run) }
            }
        }
        var said = decision
        said.supplierSpec = "黑"
        let found = try nights.ledger.read { try $0.withWords([decision, said], ofSource: "A厂", shop: "店铺") }
        #expect(found[0].supplierSpec == words)
        #expect(found[0].shopSpec == (specs.isEmpty ? "" : "Type A"))
        #expect(found[1].supplierSpec == "黑", "what was written down counts")
    }
}
