import Catalogues
import Testing

@testable import Ledgers

/// Which variant was which, on which days.
@Suite struct MappingTests {
    /// `K1-1>9001`: a supplier's code and the shop variant that it was accepted for.
    private static func pair(_ text: String, evidence: String = "sku") -> MappingRecord {
        let codes = text.split(separator: ">").map(String.init)
        return MappingRecord(
            supplierStyle: "K1", supplierSKU: codes[0], supplierSpec: "spec of \(codes[0])", shopStyle: "9",
            shopSKU: codes[1], shopSpec: "spec of \(codes[1])", decision: "auto", evidence: evidence)
    }

    private static func nights(_ pairs: [[String]], evidence: String = "sku") throws -> Nights {
        let nights = try Nights()
        for (index, pairs) in pairs.enumerated() {
            try nights.night(index + 1) { tonight in
                try tonight.entry.remember(
                    pairs.map { pair($0, evidence: index == 0 ? "sku" : evidence) },
                    source: try tonight.source("A厂"), run: tonight.run
                ) { _, _, _ in false }
            }
        }
        return nights
    }

    private static func text(_ records: [MappingRecord]) -> [String] {
        records.map { "\($0.supplierSKU)>\($0.shopSKU)" }
    }

    /// On the 3rd the shop's 9001 goes to another code of the supplier's.
    @Test(arguments: [
        ("9001", 0, []), ("9001", 1, ["K1-1>9001"]), ("9001", 2, ["K1-1>9001"]), ("9001", 3, ["K1-2>9001"]),
        ("9001", 9, ["K1-2>9001"]),
        // The same by the supplier's codes.
        ("K1-1", 2, ["K1-1>9001"]), ("K1-1", 3, []), ("K1-2", 2, []), ("K1-2", 3, ["K1-2>9001"]), ("K9", 3, []),
    ])
    func asof(_ code: String, _ day: Int, _ pairs: [String]) throws {
        let nights = try Self.nights([["K1-1>9001"], ["K1-1>9001"], ["K1-2>9001"]])
        let day = day == 0 ? Moment("2026-10-31")! : Nights.moment(day)
        #expect(try Self.text(nights.mapping(code, day)) == pairs)
    }

    /// Other evidence is no other pair; the first one stays.
    @Test func otherEvidence() throws {
        let nights = try Self.nights([["K1-1>9001"], ["K1-1>9001"]], evidence: "barcode")
        let found = try nights.mapping("9001", Nights.moment(2))
        #expect(found.map(\.evidence) == ["sku"])
        #expect(found.map(\.from) == [Nights.moment(1)])
        #expect(found[0].until == nil && found[0].source == "A厂" && found[0].decision == "auto")
    }

    /// What was sent for a code until now, also where a doubt has ended the pair since; `holding`: only as long as
    /// nothing else is sent in its place.
    @Test(arguments: [
        ([["K1-1>9001"]], ["K1-1>9001"], ["K1-1>9001"]),
        // Ended by a doubt, and nothing else accepted.
        ([["K1-1>9001"], []], ["K1-1>9001"], ["K1-1>9001"]),
        ([["K1-1>9001"], [], []], ["K1-1>9001"], ["K1-1>9001"]),
        // The shop's variant is another code's by now.
        ([["K1-1>9001"], ["K1-2>9001"]], ["K1-1>9001"], []),
        ([["K1-1>9001"], [], ["K1-2>9001"]], ["K1-1>9001"], []),
        // It went away and came back: the newest counts, once.
        ([["K1-1>9001"], [], ["K1-1>9001"]], ["K1-1>9001"], ["K1-1>9001"]),
        // One code for two listings.
        ([["K1-1>9001", "K1-1>9002"], []], ["K1-1>9001", "K1-1>9002"], ["K1-1>9001", "K1-1>9002"]),
        ([["K1-3>9003"]], [], []),
    ])
    func lastMapping(_ pairs: [[String]], _ last: [String], _ holding: [String]) throws {
        let nights = try Self.nights(pairs)
        for (isHolding, wanted) in [(false, last), (true, holding)] {
            let found = try nights.ledger.read {
                try $0.lastMapping(ofSource: "A厂", supplierSKUs: ["K1-1"], stillHolding: isHolding)
            }
            #expect(Self.text(found) == wanted, "still holding: \(isHolding)")
        }
        let another = try nights.ledger.read {
            try $0.lastMapping(ofSource: "B厂", supplierSKUs: ["K1-1"], stillHolding: false)
        }
        #expect(another.isEmpty)
    }

    /// A pair that was not found again stays where its style was not looked at.
    @Test func partial() throws {
        let nights = try Self.nights([["K1-1>9001", "K1-2>9002"]])
        try nights.night(2) { tonight in
            try tonight.entry.remember([MappingRecord](), source: try tonight.source("A厂"), run: tonight.run) {
                style, sku, _ in
                style == "K1" && sku == "K1-1"
            }
        }
        for (code, pairs) in [("9001", ["K1-1>9001"]), ("9002", [])] {
            #expect(try Self.text(nights.mapping(code, Nights.moment(2))) == pairs)
        }
    }

    /// Rows of the shop that say the same are one pair, and end as one.
    @Test func rowsThatRepeat() throws {
        let nights = try Self.nights([
            ["K1-1>9001", "K1-1>9001"], ["K1-1>9001", "K1-1>9001"], ["K1-1>9001", "K1-1>9001"], ["K1-2>9001"],
        ])
        for (day, pairs) in [(3, ["K1-1>9001"]), (4, ["K1-2>9001"])] {
            #expect(try Self.text(nights.mapping("9001", Nights.moment(day))) == pairs)
        }
    }

    /// Who of several suppliers ever delivered a listing, and under which codes something was sold.
    @Test func everMapped() throws {
        let nights = try Self.nights([["K1-1>9001"], ["K1-2>9002"]])
        try nights.ledger.read { (entry) throws in
            #expect(
                try entry.shopVariantsEverMapped(toSource: "A厂") == [
                    RowKey("9", "9001", "spec of 9001"), RowKey("9", "9002", "spec of 9002"),
                ])
            #expect(try entry.shopVariantsEverMapped(toSource: "B厂").isEmpty)
            #expect(try entry.codesOnSale(ofSource: "A厂", ["K1-1", "K1-2", "K1-3"]) == ["K1-1", "K1-2"])
            #expect(try entry.codesOnSale(ofSource: "B厂", ["K1-1"]) == [])
        }
    }
}
