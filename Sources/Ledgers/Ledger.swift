import GRDB

/// What a workspace remembers from run to run: one SQLite file, `specsync.db`.
///
/// It keeps what sources wrote, word for word; what that means is worked out again each night with the lexicon of the
/// day. All that one run has to say is written in one transaction, so that a run is in it whole or not at all.
package final class Ledger: Sendable {
    private let database: DatabaseQueue

    /// Opens the ledger, makes it if it is not there, and brings an older one up to date.
    package init(path: String) throws {
        do {
            var configuration = Configuration()
            // A reader (`history`) may look on while a run writes; only a second writer must wait.
            configuration.busyMode = .timeout(20)
            configuration.prepareDatabase { database in
                try database.execute(
                    sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536")
            }
            database = try DatabaseQueue(path: path, configuration: configuration)
            // What a newer program wrote may mean something that this one does not know.
            if try database.read(Migrations.all.hasBeenSuperseded) {
                throw LedgerError(
                    path, "a newer specsync wrote it", remedy: "Use that one, or put back a copy of the ledger.")
            }
            try Migrations.all.migrate(database)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(path, error)
        }
        self.path = path
    }

    package let path: String

    /// All of `body`, or nothing of it.
    package func write<Value>(_ body: (LedgerEntry) throws -> Value) throws -> Value {
        do {
            return try database.write { try body(LedgerEntry($0)) }
        } catch let error as DatabaseError {
            throw LedgerError(path, error)
        }
    }

    package func read<Value>(_ body: (LedgerEntry) throws -> Value) throws -> Value {
        do {
            return try database.read { try body(LedgerEntry($0)) }
        } catch let error as DatabaseError {
            throw LedgerError(path, error)
        }
    }
}

/// The ledger within one transaction. What it holds is told in the extensions, a subject each.
package struct LedgerEntry {
    let database: Database

    init(_ database: Database) { self.database = database }
}

/// Why the ledger cannot be used.
package struct LedgerError: Error {
    package var description: String

    init(_ path: String, _ reason: String, remedy: String) {
        description = "\(path): error: the ledger cannot be used: \(reason)\n  \(remedy)"
    }

    init(_ path: String, _ error: any Error) {
        let remedy: String
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_FULL?: remedy = "Free the disk; what was there before is unharmed."
        case .SQLITE_NOTADB?, .SQLITE_CORRUPT?:
            remedy = "Put back a copy of it, or move it away: the next run then begins a new one."
        case .SQLITE_READONLY?, .SQLITE_CANTOPEN?, .SQLITE_PERM?: remedy = "See that you may write it and its folder."
        case .SQLITE_BUSY?: remedy = "Another program holds it; try again when that has ended."
        default: remedy = "See that the disk is sound; what was there before is unharmed."
        }
        self.init(path, "\(error)", remedy: remedy)
    }
}
