import Catalogues
import Testing

@testable import Pipeline

/// Where feeds come from: one file, the newest of many, or a server.
@Suite struct FeedPlaceTests {
    @Test(
        arguments: [
            ("a.csv", "*.csv", true), (".csv", "*.csv", true), ("a.csv.part", "*.csv", false),
            ("a.CSV", "*.csv", false),
            ("stock-2026-11-03.xml", "stock-*.xml", true), ("stock-.xml", "stock-*.xml", true),
            ("stock.xml", "stock-*.xml", false), ("abcabc", "a*c", true), ("abcab", "a*c", false),
            ("ab", "ab*b", false),
            ("义乌-11月.csv", "*月.csv", true), ("a-b-c.csv", "*-*-*.csv", true), ("a-b.csv", "*-*-*.csv", false),
            ("anything", "*", true), ("aXbXc", "a*X*c", true), ("a[1].csv", "a[1].csv", true),
            ("a1.csv", "a[1].csv", false),
        ])
    func namesFitPatterns(_ name: String, _ pattern: String, _ fits: Bool) {
        #expect(FeedPlace.fits(name[...], pattern[...]) == fits)
    }

    @Test func theNewestOfAPatternCounts() throws {
        let folder = try Folder()
        try folder.write("feeds/9.csv", "old", at: 1_000)
        try folder.write("feeds/1.csv", "newest", at: 3_000)
        try folder.write("feeds/5.csv", "between", at: 2_000)
        try folder.write("feeds/6.xml", "another kind", at: 9_000)
        try folder.write("feeds/.7.csv", "hidden: it is still being written", at: 9_000)
        try folder.write("feeds/8.csv/inside", "a folder")
        let found = try FeedPlace("\(folder.path)/feeds/*.csv").newest()
        #expect(found?.path == "\(folder.path)/feeds/1.csv")
        #expect(found?.bytes == 6)
        #expect(found?.modified == Moment(system: 3_000))
    }

    @Test func ofTwoAsNewTheLastByNameCounts() throws {
        let folder = try Folder()
        for name in ["b", "c", "a"] { try folder.write("\(name).csv", "", at: 5_000) }
        #expect(try FeedPlace("\(folder.path)/*.csv").newest()?.path == "\(folder.path)/c.csv")
    }

    @Test func aStarMayStandInAFoldersName() throws {
        let folder = try Folder()
        try folder.write("2026-11-02/feed.csv", "", at: 2_000)
        try folder.write("2026-11-03/feed.csv", "", at: 1_000)
        try folder.write("2026-11-03/other.csv", "", at: 9_000)
        #expect(try FeedPlace("\(folder.path)/2026-*/feed.csv").newest()?.path == "\(folder.path)/2026-11-02/feed.csv")
    }

    @Test(arguments: ["none.csv", "*.csv", "nowhere/*.csv", "*/a.csv"]) func nothingThere(_ feed: String) throws {
        let folder = try Folder()
        let error = #expect(throws: RunError.self) { _ = try FeedPlace("\(folder.path)/\(feed)").newest() }
        #expect(error?.description.hasPrefix("\(folder.path)/\(feed): error: ") == true)
        #expect(error?.description.contains("as the feed") == true)
    }

    @Test(arguments: ["http://a/b", "https://a/b*", "FTP://a/b", "ftps://a", "sftp://a/b.csv"])
    func addressesAreRemote(_ feed: String) throws {
        #expect(FeedPlace(feed) == .remote(feed))
        #expect(FeedPlace.fault(feed) == nil)
        let found = try FeedPlace(feed).newest()
        #expect(found == nil)
    }

    @Test(
        arguments: [
            ("data/shop.csv", "data/shop.csv"), ("https://example.com/a.xml", "https://example.com/a.xml"),
            ("https://example.com/a.xml?token=hunter2", "https://example.com/a.xml?…"),
            ("https://u:hunter2@example.com/a.xml", "https://example.com/a.xml"),
            ("https://example.com/a@b.xml", "https://example.com/a@b.xml"),
        ])
    func secretsAreNotShown(_ feed: String, _ shown: String) { #expect(FeedPlace(feed).shown == shown) }
}

/// When a file is late.
@Suite struct ArrivalTests {
    // 2026-11-02 was a Monday.
    @Test(
        arguments: [
            // Expected daily by 02:00: the file of this night is there, in time or not.
            ("2026-11-03 01:30", "2026-11-03 02:30", [1, 2, 3, 4, 5, 6, 7], false),
            ("2026-11-03 02:20", "2026-11-03 02:30", [1, 2, 3, 4, 5, 6, 7], false),
            // It is not: the last one came the night before.
            ("2026-11-02 01:30", "2026-11-03 02:30", [1, 2, 3, 4, 5, 6, 7], true),
            ("2026-11-02 01:30", "2026-11-03 01:59", [1, 2, 3, 4, 5, 6, 7], false),
            // Nothing is expected on a Sunday; Friday's file will do.
            ("2026-10-30 01:30", "2026-11-01 02:30", [1, 2, 3, 4, 5], false),
            ("2026-10-30 01:30", "2026-11-02 02:30", [1, 2, 3, 4, 5], true),
            // Once a week.
            ("2026-10-26 01:00", "2026-11-01 23:00", [1], false),
            ("2026-10-26 01:00", "2026-11-02 02:00", [1], true),
        ])
    func lateness(_ file: String, _ now: String, _ days: [Int], _ isLate: Bool) throws {
        let arrival = SourceSettings.Arrival(by: 7200, weekdays: Set(days))
        #expect(arrival.isLate(try #require(Moment(file)), now: try #require(Moment(now))) == isLate)
    }

    @Test func neverExpectedIsNeverLate() throws {
        let arrival = SourceSettings.Arrival(by: 7200, weekdays: [])
        #expect(!arrival.isLate(try #require(Moment("2020-01-01")), now: try #require(Moment("2026-11-02"))))
    }
}
