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

    /// Takes away all copies that are not among `digests`.
    func prune(keeping digests: Set<String>) {
        for source in Folders.names(in: folder) {
            let kept = Set(digests.map { path(source, $0) })
            for name in Folders.names(in: folder + "/" + source) {
                let file = folder + "/" + source + "/" + name
                if !kept.contains(file) { unlink(file) }
            }
        }
    }
}
