import Catalogues
import Reconciliation
import Testing

@testable import Ledgers

/// The life of a mismatch: it is found, its values change, somebody knows of it, it is found no more, it comes back.
@Suite struct MismatchLifeTests {
    /// `黑/M` of the supplier against the shop, with the values that a night found.
    private static func mismatch(_ values: String, sku: String = "K1-1") -> MismatchRecord {
        var mismatch = MismatchRecord(
            source: "A厂", code: .priceBelowCost, who: .shop, key: RowKey("A厂", "price-below-cost", sku))
        mismatch.supplier.sku = sku
        let sides = values.split(separator: "≠").map(String.init)
        (mismatch.supplierValue, mismatch.shopValue) = (sides[0], sides[1])
        return mismatch
    }

    /// A night each from 1 November on: what it found (`-` = nothing, `?` = nobody looked), and as what it was told.
    struct Life: Sendable, CustomTestStringConvertible {
        var nights: [(found: String, told: String)]
        var events: [String]
        var testDescription: String { nights.map(\.found).joined(separator: ", ") }

        init(_ nights: [(String, String)], _ events: [String]) {
            self.nights = nights.map { (found: $0.0, told: $0.1) }
            self.events = events
        }
    }

    @Test(arguments: [
        Life([("39≠35", "new"), ("39≠35", "open"), ("39≠35", "open")], ["1 opened 39 ≠ 35"]),
        // It stays the same one when its values change.
        Life([("39≠35", "new"), ("42≠35", "open")], ["1 opened 39 ≠ 35", "2 changed 42 ≠ 35"]),
        // What was put right is told once.
        Life([("39≠35", "new"), ("-", "resolved"), ("-", "")], ["1 opened 39 ≠ 35", "2 resolved "]),
        Life(
            [("39≠35", "new"), ("-", "resolved"), ("39≠36", "back"), ("39≠36", "open")],
            ["1 opened 39 ≠ 35", "2 resolved ", "3 back 39 ≠ 36"]),
        // Where nobody looked nothing is put right: the source was not read.
        Life([("39≠35", "new"), ("?", "open"), ("39≠35", "open")], ["1 opened 39 ≠ 35"]),
        Life([("-", ""), ("39≠35", "new")], ["2 opened 39 ≠ 35"]),
    ])
    func life(_ life: Life) throws {
        let nights = try Nights()
        for (index, night) in life.nights.enumerated() {
            let day = index + 1
            let told = try nights.night(day) { tonight in
                _ = try tonight.source("A厂")
                let found = night.found.contains("≠") ? [Self.mismatch(night.found)] : []
                try tonight.entry.update(found, run: tonight.run, at: tonight.at) { _ in night.found == "?" }
                return try tonight.entry.mismatches(since: day == 1 ? nil : Nights.moment(day - 1))
            }
            #expect(told.map(\.state.rawValue) == (night.told.isEmpty ? [] : [night.told]), "night \(day)")
        }
        let (_, events) = try #require(try nights.mismatch(1))
        #expect(events.map { "\($0.at.date.suffix(1)) \($0.kind) \($0.detail)" } == life.events)
    }

    /// Found on the 2nd and put right on the 3rd, back on the 4th, with another that is there from the 2nd on.
    private func fourNights() throws -> Nights {
        let nights = try Nights()
        for (day, found) in [(1, []), (2, ["K1-1", "K1-2"]), (3, ["K1-2"]), (4, ["K1-1", "K1-2"])] as [(Int, [String])]
        {
            try nights.night(day) { tonight in
                _ = try tonight.source("A厂")
                let found = found.map { Self.mismatch("39≠35", sku: $0) }
                try tonight.entry.update(found, run: tonight.run, at: tonight.at) { _ in false }
            }
        }
        return nights
    }

    /// New is what came after the last report that anybody read, whatever night that was.
    @Test(
        arguments: [
            (nil, ["back", "new"]), (1, ["back", "new"]), (2, ["back", "open"]), (3, ["back", "open"]),
            (4, ["open", "open"]),
        ] as [(Int?, [String])])
    func newSince(_ day: Int?, _ states: [String]) throws {
        let nights = try fourNights()
        let told = try nights.ledger.read { try $0.mismatches(since: day.map { Nights.moment($0) }) }
        #expect(told.map(\.supplier.sku) == ["K1-1", "K1-2"])
        #expect(told.map(\.state.rawValue) == states)
    }

    @Test func itsDays() throws {
        let told = try fourNights().ledger.read { try $0.mismatches(since: nil) }
        let (back, open) = (told[0], told[1])
        #expect(back.firstSeen == Nights.moment(2) && back.opened == Nights.moment(4), "first seen stays")
        #expect(open.firstSeen == Nights.moment(2) && open.opened == Nights.moment(2))
        #expect(open.lastSeen == Nights.moment(4))
    }

    /// One who knows of it is not told again until the day that they named.
    @Test(
        arguments: [
            // Nobody named a day: silent for good.
            (nil, ["acknowledged", "acknowledged", "acknowledged"]), (4, ["acknowledged", "back", "open"]),
            (5, ["acknowledged", "acknowledged", "back"]),
        ] as [(Int?, [String])])
    func silentUntilItsDay(_ until: Int?, _ states: [String]) throws {
        let nights = try Nights()
        var told: [String] = []
        for day in 1...5 {
            let state = try nights.night(day) { tonight in
                _ = try tonight.source("A厂")
                try tonight.entry.update([Self.mismatch("39≠35")], run: tonight.run, at: tonight.at) { _ in false }
                return try tonight.entry.mismatches(since: Nights.moment(day - 1 == 0 ? 30 : day - 1))[0].state
            }
            if day > 2 { told.append(state.rawValue) }
            if day == 2 {
                let isNoted = try nights.ledger.write {
                    try $0.acknowledge(
                        1, by: "小王", reason: "改价中", until: until.map { Nights.moment($0, "00:00") },
                        at: Nights.moment(2, "09:00"))
                }
                #expect(isNoted)
            }
        }
        #expect(told == states)
        let (_, events) = try #require(try nights.mismatch(1))
        #expect(events.map(\.kind) == ["opened", "acknowledged"] + (until == nil ? [] : ["back"]))
        #expect(events[1].detail == "小王, 改价中" + (until.map { ", → 2026-11-0\($0)" } ?? ""))
    }

    /// What comes back is told, whatever somebody said of it before it was put right.
    @Test func backIsNoLongerAcknowledged() throws {
        let nights = try Nights()
        for (day, isThere) in [(1, true), (2, false), (3, true)] {
            try nights.night(day) { tonight in
                _ = try tonight.source("A厂")
                let found = isThere ? [Self.mismatch("39≠35")] : []
                try tonight.entry.update(found, run: tonight.run, at: tonight.at) { _ in false }
            }
            let isNoted = try nights.ledger.write {
                try $0.acknowledge(1, by: "小王", reason: "改价中", until: nil, at: Nights.moment(day, "09:00"))
            }
            #expect(isNoted == isThere, "only what is open can be acknowledged")
            if day == 3 { break }
        }
        let (record, events) = try #require(try nights.mismatch(1))
        #expect(events.map(\.kind) == ["opened", "acknowledged", "resolved", "back", "acknowledged"])
        #expect(record.reason == "改价中")
        #expect(try nights.mismatch(2) == nil, "there is no such number")
    }

    /// Two rows of one night that say the same are one mismatch, of the first.
    @Test func twoAlikeAreOne() throws {
        let nights = try Nights()
        try nights.night(1) { tonight in
            _ = try tonight.source("A厂")
            let found = [Self.mismatch("39≠35"), Self.mismatch("40≠35"), Self.mismatch("39≠35", sku: "K1-2")]
            try tonight.entry.update(found, run: tonight.run, at: tonight.at) { _ in false }
        }
        let told = try nights.ledger.read { try $0.mismatches(since: nil) }
        #expect(told.map { "\($0.supplier.sku) \($0.supplierValue)" } == ["K1-1 39", "K1-2 39"])
    }

    /// Codes whose pair is held until somebody has said what they mean by now.
    @Test func codesInDoubt() throws {
        let nights = try Nights()
        for (day, found) in [(1, true), (2, false)] {
            try nights.night(day) { tonight in
                _ = try tonight.source("A厂")
                var mismatch = Self.mismatch("黑≠白", sku: "K1-9")
                mismatch.code = .meaningChanged
                let all = [Self.mismatch("39≠35")] + (found ? [mismatch] : [])
                try tonight.entry.update(all, run: tonight.run, at: tonight.at) { _ in false }
            }
            #expect(try nights.codesInDoubt("A厂") == (found ? ["K1-9"] : []))
        }
        #expect(try nights.codesInDoubt("B厂") == [])
    }
}
