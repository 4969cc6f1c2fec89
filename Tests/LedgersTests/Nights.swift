import Catalogues
import Reconciliation

@testable import Ledgers

/// A ledger in memory that is written into once a night, at half past two.
final class Nights {
    let ledger: Ledger

    init() throws { ledger = try Ledger(path: ":memory:") }

    /// Half past two on a day of November 2026, or another time of that day.
    static func moment(_ day: Int, _ time: String = "02:30") -> Moment {
        Moment("2026-11-\(day < 10 ? "0" : "")\(day)T\(time)")!
    }

    /// One run, with the numbers that writing into the ledger takes.
    struct Night {
        let entry: LedgerEntry
        let run: Int64
        let at: Moment

        /// The number of a source.
        func source(_ name: String, _ leg: Source.Leg = .supplier) throws -> Int64 { try entry.source(name, leg) }
    }

    func night<Value>(_ day: Int, _ time: String = "02:30", _ body: (Night) throws -> Value) throws -> Value {
        let at = Self.moment(day, time)
        return try ledger.write { entry in
            let name = "\(at.date)T\(at.time)"
            let record = RunRecord(name: name, at: at, program: "0", lexicon: "", settings: "")
            return try body(Night(entry: entry, run: try entry.begin(record), at: at))
        }
    }

    /// A table as it is exported: its rows by the names of their columns.
    func table(_ name: String) throws -> [[String: String]] {
        var records: [[String]] = []
        try ledger.read { try $0.each(rowOf: name) { records.append($0) } }
        return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(records[0], $0)) }
    }
}

/// The ledger's questions, each in a transaction of its own.
extension Nights {
    func mismatch(_ id: Int64) throws -> (MismatchRecord, [MismatchEvent])? {
        try ledger.read { try $0.mismatch(id) }
    }

    func codesInDoubt(_ source: String) throws -> Set<String> {
        try ledger.read { try $0.codesInDoubt(ofSource: source) }
    }

    func meanings(_ code: String, _ day: Moment) throws -> [Meaning] {
        try ledger.read { try $0.meanings(ofCode: code, on: day) }
    }

    func mapping(_ code: String, _ day: Moment) throws -> [MappingRecord] {
        try ledger.read { try $0.mapping(ofCode: code, on: day) }
    }

    func versionInForce(_ source: String) throws -> VersionRecord? {
        try ledger.read { try $0.versionInForce(ofSource: source) }
    }

    func newestArrival(_ source: String) throws -> (
        digest: String, modified: Moment?, seen: Moment, runBefore: Moment?
    )? {
        try ledger.read { try $0.newestArrival(ofSource: source) }
    }

    func waitingMails() throws -> [MailRecord] { try ledger.read { try $0.waitingMails() } }
}
