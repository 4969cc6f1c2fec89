import Catalogues
import Testing

@testable import Ledgers

/// What a code meant on which days, in the source's own words.
@Suite struct MeaningTests {
    private static func remember(
        _ meanings: [(sku: String, spec: String)], _ tonight: Nights.Night, isComplete: Bool = true
    ) throws {
        try tonight.entry.remember(
            meanings.map { Meaning(style: "K1", sku: $0.sku, spec: $0.spec, title: "连衣裙") },
            source: try tonight.source("A厂"), isComplete: isComplete, run: tonight.run)
    }

    private static func specs(_ nights: Nights, _ day: Int, _ code: String = "K1-1") throws -> [String] {
        try nights.meanings(code, Nights.moment(day, "00:00")).map(\.spec)
    }

    /// Runs on the 2nd, 4th, 6th and 8th; on the 6th the code means something else, on the 8th nothing any more.
    @Test(arguments: [
        (1, []), (2, ["黑色/M"]), (3, ["黑色/M"]), (4, ["黑色/M"]),
        // The day before the change, the day of it, and the day after.
        (5, ["黑色/M"]), (6, ["白色/M"]), (7, ["白色/M"]), (8, []), (9, []),
    ])
    func asof(_ day: Int, _ specs: [String]) throws {
        let nights = try Nights()
        for (day, spec) in [(2, "黑色/M"), (4, "黑色/M"), (6, "白色/M"), (8, nil)] {
            try nights.night(day) { tonight in
                try Self.remember([("K1-2", "黑色/L")] + (spec.map { [("K1-1", $0)] } ?? []), tonight)
            }
        }
        #expect(try Self.specs(nights, day) == specs)
        #expect(try Self.specs(nights, day, "K1-2") == (day < 2 ? [] : ["黑色/L"]))
    }

    /// A meaning says from when to when it was seen.
    @Test func itsDays() throws {
        let nights = try Nights()
        for (day, spec) in [(2, "黑色/M"), (4, "黑色/M"), (6, "白色/M")] {
            try nights.night(day) { try Self.remember([("K1-1", spec)], $0) }
        }
        let old = try #require(try nights.meanings("K1-1", Nights.moment(5)).first)
        #expect(old.source == "A厂" && old.style == "K1" && old.title == "连衣裙")
        #expect(old.from == Nights.moment(2) && old.until == Nights.moment(4))
        let new = try #require(try nights.meanings("K1-1", Nights.moment(6)).first)
        #expect(new.from == Nights.moment(6) && new.until == nil)
    }

    /// Of two runs on one day the later one says what the day was.
    @Test func twiceADay() throws {
        let nights = try Nights()
        for (time, spec) in [("02:30", "黑色/M"), ("14:30", "白色/M")] {
            try nights.night(2, time) { try Self.remember([("K1-1", spec)], $0) }
        }
        #expect(try Self.specs(nights, 2) == ["白色/M"])
    }

    /// What a partial catalogue does not name still means what it meant; what it names otherwise does not.
    @Test func partial() throws {
        let nights = try Nights()
        try nights.night(2) { try Self.remember([("K1-1", "黑色/M"), ("K1-2", "黑色/L")], $0) }
        try nights.night(3) { try Self.remember([("K1-1", "白色/M")], $0, isComplete: false) }
        #expect(try Self.specs(nights, 3) == ["白色/M"])
        #expect(try Self.specs(nights, 3, "K1-2") == ["黑色/L"])
    }

    /// A code that stands for two variants keeps the one that the partial catalogue still says.
    @Test func partialOfTwo() throws {
        let nights = try Nights()
        try nights.night(2) { try Self.remember([("K1-1", "黑色/M"), ("K1-1", "黑色/L")], $0) }
        try nights.night(3) { try Self.remember([("K1-1", "黑色/M"), ("K1-1", "黑色/XL")], $0, isComplete: false) }
        #expect(try Self.specs(nights, 3) == ["黑色/M", "黑色/XL"])
    }

    /// Each source has meanings of its own; the same code of two is told of both.
    @Test func twoSources() throws {
        let nights = try Nights()
        try nights.night(2) { tonight in
            for (source, spec) in [("A厂", "黑色/M"), ("B厂", "白色/M")] {
                try tonight.entry.remember(
                    [Meaning(style: "K1", sku: "K1-1", spec: spec, title: "")], source: try tonight.source(source),
                    isComplete: true, run: tonight.run)
            }
        }
        #expect(try Self.specs(nights, 2) == ["黑色/M", "白色/M"])
    }

    /// A row that stands twice in a file is one meaning, however many nights it stands there, and ends as one.
    @Test func rowsThatRepeat() throws {
        let nights = try Nights()
        for day in 2...4 { try nights.night(day) { try Self.remember([("K1-1", "黑色/M"), ("K1-1", "黑色/M")], $0) } }
        #expect(try Self.specs(nights, 4) == ["黑色/M"])
        try nights.night(5) { try Self.remember([("K1-1", "白色/M")], $0) }
        #expect(try Self.specs(nights, 5) == ["白色/M"])
    }
}
