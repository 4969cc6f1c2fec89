import Glibc
import Ledgers

/// How the files of a run come to light: they are written into a hidden folder, the ledger is written, and only then is
/// the folder given its name.
///
/// Whatever moment the program ends at, the ledger says which runs happened. The next one finishes what a run that
/// happened left undone, and takes away what a run that did not happen left behind.
struct Publication {
    /// The workspace's `reports`.
    let folder: String

    /// Where the files of a run are written.
    func hidden(_ run: String) -> String { folder + "/." + run }

    func shown(_ run: String) -> String { folder + "/" + run }

    /// Begins with nothing.
    func prepare(_ run: String) throws {
        Folders.remove(hidden(run))
        try Folders.make(hidden(run))
    }

    /// Shows the files of a run that is in the ledger, as its own and as the latest.
    func show(_ run: String) throws {
        if Folders.isFolder(hidden(run)) {
            Folders.remove(shown(run))
            try Folders.move(hidden(run), to: shown(run))
        }
        guard Folders.isFolder(shown(run)) else { return }
        let link = folder + "/.latest"
        unlink(link)
        guard symlink(run, link) == 0 else { throw Folders.failure("\(link) cannot be written") }
        // A link is replaced by renaming: there is always one.
        try Folders.move(link, to: folder + "/latest")
    }

    /// Brings the folder to what the ledger says.
    func recover(_ entry: LedgerEntry) throws {
        for name in Folders.names(in: folder) where name.hasPrefix(".") && Self.isRun(name.dropFirst()) {
            let run = String(name.dropFirst())
            if try entry.hasRun(named: run) { try show(run) } else { Folders.remove(hidden(run)) }
        }
        if let last = try entry.lastRun()?.name, target(of: folder + "/latest") != last { try show(last) }
    }

    /// Takes away the oldest runs' files beyond `count`; the ledger keeps what they said.
    func prune(to count: Int) {
        guard count > 0 else { return }
        let runs = Folders.names(in: folder).filter { Self.isRun($0[...]) && Folders.isFolder(shown($0)) }
        for run in runs.dropLast(count) { Folders.remove(shown(run)) }
    }

    /// `2026-11-03T0230`, `2026-11-03T0230-2`: what else lies in the folder is somebody else's.
    private static func isRun(_ name: Substring) -> Bool {
        let digits = name.prefix(15).utf8.enumerated().allSatisfy { index, byte in
            switch index {
            case 4, 7: byte == UInt8(ascii: "-")
            case 10: byte == UInt8(ascii: "T")
            default: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
        }
        let rest = name.dropFirst(15)
        return digits && name.count >= 15 && (rest.isEmpty || rest.first == "-" && Int(rest.dropFirst()) != nil)
    }

    private func target(of link: String) -> String? {
        var bytes = [CChar](repeating: 0, count: 4096)
        let count = readlink(link, &bytes, bytes.count)
        return count < 0 ? nil : String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
