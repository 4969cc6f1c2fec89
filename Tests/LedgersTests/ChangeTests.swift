import Catalogues
import Reconciliation
import Testing

@testable import Ledgers

/// What changed at a source, and when each change reached the others.
@Suite struct ChangeTests {
    private static func change(_ kind: ChangeKind, _ sku: String, _ at: Moment, isDatedByFeed: Bool = false)
        -> ChangeEntry
    {
        var change = ChangeEntry(source: "A厂", kind: kind, at: at, isDatedByFeed: isDatedByFeed)
        (change.sku, change.before, change.after) = (sku, "黑色/M", "黑色/大码M")
        return change
    }

    @Test func sinceARun() throws {
        let nights = try Nights()
        for day in 1...3 {
            try nights.night(day) { tonight in
                // By the feed's own word it happened the day before.
                let at = Nights.moment(day, "00:00")
                let changes = [
                    Self.change(.specRenamed, "K\(day)", at, isDatedByFeed: true), Self.change(.soldOut, "S\(day)", at),
                ]
                let numbers = try tonight.entry.add(changes, source: try tonight.source("A厂"), run: tonight.run)
                #expect(numbers == [Int64(day * 2 - 1), Int64(day * 2)])
            }
        }
        try nights.ledger.read { (entry) throws in
            #expect(try entry.changes(since: nil).map(\.sku) == ["K1", "S1", "K2", "S2", "K3", "S3"])
            // What counts is the run that found it.
            #expect(try entry.changes(since: Nights.moment(2)).map(\.sku) == ["K3", "S3"])
            let change = try #require(try entry.changes(since: Nights.moment(2)).first)
            #expect(change.kind == .specRenamed && change.isDatedByFeed && change.at == Nights.moment(3, "00:00"))
            #expect(change.before == "黑色/M" && change.after == "黑色/大码M" && change.source == "A厂")

            #expect(try entry.lastChange(ofSource: "A厂", [.soldOut, .styleAdded]) == Nights.moment(3, "00:00"))
            #expect(try entry.lastChange(ofSource: "A厂", [.styleAdded]) == nil)
            #expect(try entry.lastChange(ofSource: "B厂", [.soldOut]) == nil)
        }
    }

    /// Two renamed specs: the platform follows with one the next night, the shop with none.
    @Test func howTheyTravel() throws {
        let nights = try Nights()
        let numbers = try nights.night(1) { tonight -> [Int64] in
            let changes = ["K1", "K2"].map { Self.change(.specRenamed, $0, tonight.at) }
            let numbers = try tonight.entry.add(changes, source: try tonight.source("A厂"), run: tonight.run)
            for (name, leg) in [("店铺", Source.Leg.shop), ("平台", .platform)] {
                let source = try tonight.source(name, leg)
                try tonight.entry.expect(numbers, atSource: source)
                try tonight.entry.expect(numbers, atSource: source)
            }
            return numbers
        }
        try nights.night(2) { tonight in
            try tonight.entry.arrived([numbers[0]], atSource: try tonight.source("平台", .platform), at: tonight.at)
        }
        try nights.ledger.read { (entry) throws in
            #expect(try entry.changesOnTheirWay(toSource: "平台").map(\.sku) == ["K2"])
            #expect(try entry.changesOnTheirWay(toSource: "店铺").map(\.sku) == ["K1", "K2"])
            let arrivals = try entry.arrivals(ofChanges: numbers + [99])
            #expect(arrivals[numbers[0]]?.map(\.source) == ["店铺", "平台"])
            #expect(arrivals[numbers[0]]?.map(\.at) == [nil, Nights.moment(2)])
            #expect(arrivals[numbers[1]]?.map(\.at) == [nil, nil])
            #expect(arrivals[99]?.isEmpty == true)
        }
    }
}
