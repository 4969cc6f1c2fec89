import Catalogues
import Testing

@testable import Ledgers

/// Which file of a source was taken for true when, and what came for it.
@Suite struct VersionTests {
    private static func version(_ digest: String, _ day: Int) -> VersionRecord {
        VersionRecord(
            digest: digest, feed: "a.csv", profile: "flat", encoding: "UTF-8", styles: 2, variants: 8,
            stated: Nights.moment(day, "01:00"), firstSeen: Nights.moment(day))
    }

    @Test func inForce() throws {
        let nights = try Nights()
        #expect(try nights.versionInForce("A厂") == nil, "it never had one")
        for (day, digest) in [(1, "one"), (2, nil), (3, "two")] {
            try nights.night(day) { tonight in
                for source in ["A厂", "B厂"] {
                    let number = try tonight.source(source)
                    // B厂's first file stays.
                    if let digest, source == "A厂" || day == 1 {
                        let version = Self.version("\(source) \(digest)", day)
                        _ = try tonight.entry.putInForce(version, source: number, run: tonight.run)
                    }
                }
            }
        }
        let version = try #require(try nights.versionInForce("A厂"))
        #expect(version.digest == "A厂 two" && version.variants == 8 && version.styles == 2)
        #expect(version.stated == Nights.moment(3, "01:00"))
        #expect(version.firstSeen == Nights.moment(3), "by its run")
        let digests = try nights.ledger.read { try $0.digestsInForce() }
        #expect(digests == ["A厂 two", "B厂 one"])
        #expect(
            try nights.table("version").map { [$0["digest"], $0["first_run"], $0["last_run"]] } == [
                ["A厂 one", "1", "2"], ["B厂 one", "1", ""], ["A厂 two", "3", ""],
            ])
    }

    /// One file for each night from the 1st on: its content, and the hour at which it was written; `-` = nothing came.
    /// Then: what came last, in which night it was first seen, and which night was before that.
    @Test(
        arguments: [
            (["a 01"], "a", 1, nil),
            // It lies there.
            (["a 01", "a 01", "a 01"], "a", 1, nil),
            // It was sent again: a file came, there is nothing new in it.
            (["a 01", "a 02", "a 02"], "a", 2, 1), (["a 01", "b 02", "b 02"], "b", 2, 1),
            // Nobody came through; that says nothing of the file that lies there.
            (["a 01", "-", "a 01"], "a", 1, nil), (["a 01", "b 02", "-"], "b", 2, 1),
            // An old file again.
            (["a 01", "b 02", "a 03"], "a", 3, 2), (["a 01", "a 02", "a 01"], "a", 3, 2),
            (["a 01", "b 02", "a 01"], "a", 3, 2),
            // From a server that says no time.
            (["a", "a"], "a", 1, nil), (["a", "b", "a", "a"], "a", 3, 2),
            // It came and could not be read.
            (["a 01", "? 02", "? 02"], "", 2, 1),
        ] as [([String], String, Int, Int?)])
    func newestArrival(_ files: [String], _ digest: String, _ seen: Int, _ before: Int?) throws {
        let nights = try Nights()
        for (index, file) in files.enumerated() {
            try nights.night(index + 1) { tonight in
                let words = file.split(separator: " ").map(String.init)
                let content = "-?".contains(words[0]) ? "" : words[0]
                let modified = words.count > 1 ? Moment("2026-11-01T\(words[1]):00") : nil
                let verdict = InputRecord(content.isEmpty ? .unread : .taken, digest: content, modified: modified)
                try tonight.entry.note(verdict, source: try tonight.source("A厂"), version: nil, run: tonight.run)
            }
        }
        let newest = try #require(try nights.newestArrival("A厂"))
        #expect(newest.digest == digest)
        #expect(newest.seen == Nights.moment(seen))
        #expect(newest.runBefore == before.map { Nights.moment($0) })
    }

    @Test func nothingCameYet() throws {
        let nights = try Nights()
        #expect(try nights.newestArrival("A厂") == nil)
        try nights.night(1) { tonight in
            let source = try tonight.source("A厂")
            try tonight.entry.note(InputRecord(.unread, digest: ""), source: source, version: nil, run: tonight.run)
        }
        #expect(try nights.newestArrival("A厂") == nil)
    }

    /// Who let a held file through, and why.
    @Test func released() throws {
        let nights = try Nights()
        try nights.night(1) { tonight in
            var verdict = InputRecord(.released, digest: "a")
            (verdict.by, verdict.reason) = ("小王", "新一季")
            try tonight.entry.note(verdict, source: try tonight.source("A厂"), version: nil, run: tonight.run)
        }
        let row = try nights.table("input")[0]
        #expect([row["verdict"], row["by"], row["reason"]] == ["released", "小王", "新一季"])
        let inputs = try nights.ledger.read { try $0.inputs(ofRun: 1) }
        #expect(inputs.map { "\($0.source) \($0.verdict)" } == ["A厂 released"])
    }

    @Test func notices() throws {
        let nights = try Nights()
        for (day, code) in [(1, "format-drift"), (2, "source-late"), (3, "format-drift")] {
            try nights.night(day) { tonight in
                let notice = NoticeRecord(source: "A厂", code: code, isHeld: day == 3, zh: "第\(day)天", en: "day \(day)")
                try tonight.entry.add(notice, source: try tonight.source("A厂"), run: tonight.run)
            }
        }
        let found = try nights.ledger.read { try $0.notices(ofSource: "A厂", code: "format-drift") }
        #expect(found.map(\.en) == ["day 1", "day 3"])
        #expect(found.map(\.zh) == ["第1天", "第3天"])
        #expect(found.map(\.at) == [Nights.moment(1), Nights.moment(3)])
        #expect(found.map(\.isHeld) == [false, true])
    }
}
