import Glibc

/// The workspace's own copies of its sources' files, `.specsync/feeds/SOURCE/`: the version in force, which tonight's is
/// compared with and which stays in force where tonight's is held back.
struct FeedStore {
    let folder: String

    init(_ workspace: Workspace) { folder = workspace.path(".specsync/feeds") }

    /// Where what comes for a source is put before anybody has looked at it.
    func incoming(_ source: String) throws -> String {
        try Folders.make(folder + "/" + source)
        return folder + "/" + source + "/incoming"
    }

    func path(_ source: String, _ digest: String) -> String {
        folder + "/" + source + "/" + String(digest.map { $0 == ":" ? "-" : $0 })
    }

    func has(_ source: String, _ digest: String) -> Bool { Folders.exists(path(source, digest)) }

    /// Gives what came its lasting name.
    func keep(_ source: String, _ digest: String) throws {
        try Folders.move(try incoming(source), to: path(source, digest))
    }

    /// Keeps what came and was not taken, so that somebody can look at it.
    ///
    /// - Returns: where it lies.
    func hold(_ source: String) throws -> String {
        let path = folder + "/" + source + "/held"
        try Folders.move(try incoming(source), to: path)
        return path
    }

    /// Takes away all copies that are neither among `digests` nor held back at `held` sources.
    func prune(keeping digests: Set<String>, held: Set<String>) {
        for source in Folders.names(in: folder) {
            var kept = Set(digests.map { path(source, $0) })
            if held.contains(source) { kept.insert(folder + "/" + source + "/held") }
            for name in Folders.names(in: folder + "/" + source) {
                let file = folder + "/" + source + "/" + name
                if !kept.contains(file) { unlink(file) }
            }
        }
    }
}
