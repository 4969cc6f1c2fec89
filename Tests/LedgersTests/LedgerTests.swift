import Catalogues
import GRDB
import TestSupport
import Testing

@testable import Ledgers

/// The file itself: whole or not at all, open to other programs, and what is said where it cannot be used.
@Suite struct LedgerTests {
    private struct Interruption: Error {}

    /// All that a run writes is in the ledger, or nothing.
    @Test func allOrNothing() throws {
        let nights = try Nights()
        #expect(throws: Interruption.self) {
            try nights.night(1) { tonight in
                let source = try tonight.source("A厂")
                try tonight.entry.remember(
                    [Meaning(style: "K1", sku: "K1-1", spec: "黑色/M", title: "")], source: source, isComplete: true,
                    run: tonight.run)
                throw Interruption()
            }
        }
        for table in LedgerEntry.tables { #expect(try nights.table(table).isEmpty, "\(table)") }
        // Its number is free again: numbers of runs have no gaps, on which “the run before” counts.
        let numbers = [try nights.night(2) { $0.run }, try nights.night(3) { $0.run }]
        #expect(numbers == [1, 2])
    }

    @Test func runs() throws {
        let nights = try Nights()
        for (day, told) in [(1, RunRecord.Told.sent), (2, .no), (3, .dry), (4, .no)] {
            try nights.night(day) { tonight in
                var run = RunRecord(name: "", at: tonight.at, program: "", lexicon: "", settings: "")
                (run.id, run.told, run.new, run.worst) = (tonight.run, told, day, "major")
                try tonight.entry.finish(run)
            }
        }
        try nights.ledger.read { (entry) throws in
            #expect(try entry.runs().map(\.new) == [4, 3, 2, 1], "newest first")
            #expect(try entry.runs(atMost: 2).map(\.name) == ["2026-11-04T02:30", "2026-11-03T02:30"])
            #expect(try entry.lastRun()?.id == 4)
            #expect(try entry.lastRun(told: .dry)?.id == 3)
            #expect(try entry.lastRun(told: .sent)?.id == 1)
            #expect(try entry.hasRun(named: "2026-11-04T02:30"))
            #expect(try !entry.hasRun(named: "2026-11-05T02:30"))
        }
    }

    /// Two runs cannot bear one name, nor two mails one Message-ID.
    @Test func namesAreUnique() throws {
        let nights = try Nights()
        try nights.night(1) { _ in }
        #expect(throws: LedgerError.self) { try nights.night(1) { _ in } }
    }

    /// A source keeps its number, under whatever leg it is called later.
    @Test func sources() throws {
        let nights = try Nights()
        let numbers = try nights.night(1) {
            [try $0.source("A 厂"), try $0.source("B"), try $0.source("A 厂", .platform)]
        }
        #expect(numbers == [1, 2, 1])
        #expect(try nights.table("source").map { $0["leg"] } == ["platform", "supplier"])
    }

    /// Every table there is can be exported, without what is of use to this program only.
    @Test func export() throws {
        let nights = try Nights()
        let there = try nights.ledger.read {
            try String.fetchAll($0.database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        }
        #expect(LedgerEntry.tables.sorted() == there.filter { $0 != "grdb_migrations" })
        for table in LedgerEntry.tables {
            var columns: [String] = []
            try nights.ledger.read { try $0.each(rowOf: table) { columns = $0 } }
            #expect(columns.count > 2)
            #expect(columns.contains("key") == (table == "question"), "\(table)")
            #expect(!columns.contains("content"), "\(table)")
        }
    }

    /// What was written is there when the file is opened again.
    @Test func openedAgain() throws {
        let folder = try TestFolder()
        let path = folder.path("specsync.db")
        for day in 1...2 {
            let ledger = try Ledger(path: path)
            let run = RunRecord(name: "\(day)", at: Nights.moment(day), program: "", lexicon: "", settings: "")
            let number = try ledger.write { try $0.begin(run) }
            #expect(number == Int64(day))
        }
    }

    /// A reader sees what was there before, while a run writes.
    @Test func readersDoNotWait() throws {
        let folder = try TestFolder()
        let (writer, reader) = (
            try Ledger(path: folder.path("specsync.db")), try Ledger(path: folder.path("specsync.db"))
        )
        let run = RunRecord(name: "1", at: Nights.moment(1), program: "", lexicon: "", settings: "")
        try writer.write { entry in
            _ = try entry.begin(run)
            let runs = try reader.read { try $0.runs() }
            #expect(runs.isEmpty)
        }
        let runs = try reader.read { try $0.runs() }
        #expect(runs.count == 1)
    }

    // MARK: What cannot be used

    @Test func noDatabase() throws {
        let folder = try TestFolder()
        let path = try folder.write("specsync.db", Array(String(repeating: "This is a letter.\n", count: 100).utf8))
        let error = #expect(throws: LedgerError.self) { try Ledger(path: path) }
        #expect(error?.description.hasPrefix("\(path): error: ") == true)
        #expect(error?.description.contains("\n  Put back a copy of it, or move it away") == true)
    }

    @Test func noFolder() throws {
        let folder = try TestFolder()
        let error = #expect(throws: LedgerError.self) { try Ledger(path: folder.path("none/specsync.db")) }
        #expect(error?.description.contains("\n  See that you may write it and its folder.") == true)
    }

    /// What a newer program wrote may mean what this one does not know: it keeps its hands off.
    @Test func fromTheFuture() throws {
        let folder = try TestFolder()
        let path = folder.path("specsync.db")
        try Ledger(path: path).write {
            try $0.database.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')")
        }
        let error = #expect(throws: LedgerError.self) { try Ledger(path: path) }
        #expect(error?.description.contains("newer specsync") == true, "\(error?.description ?? "")")
    }

    // MARK: Keys

    @Test func keysOfParts() {
        #expect(RowKey("ab", "c") != RowKey("a", "bc"))
        #expect(RowKey("ab", "c") != RowKey("abc"))
        #expect(RowKey("", "a") != RowKey("a", ""))
        #expect(RowKey("a") != RowKey("a", ""))
        var key = RowKey()
        key.add("藏青")
        key.add("M")
        #expect(key == RowKey("藏青", "M"))
        // It stands in ledgers: another one would make everything new.
        #expect(RowKey("藏青", "M").number == RowKey.mustStay)
    }
}

extension RowKey {
    /// FNV-1a over E8 97 8F E9 9D 92 FF 4D FF.
    fileprivate static let mustStay: Int64 = 6_202_194_009_813_558_780
}
