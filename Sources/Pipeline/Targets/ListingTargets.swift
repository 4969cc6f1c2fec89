import CSpecData
import Catalogues
package import Feeds
import Glibc
package import Reconciliation
import Synchronization

/// The platforms whose rules a listing can be held against: the built-in ones, and a workspace's own in `targets/`.
package enum ListingTargets {
    package static let builtInNames: [String] = (0..<Int(specsync_target_count())).map {
        String(cString: specsync_target($0).pointee.name)
    }

    /// A built-in target, parsed when it is first asked for; nil if there is none of that name.
    package static func named(_ name: String) -> ListingTarget? {
        if let known = parsed.withLock({ $0[name] }) { return known }
        guard let yaml = builtInSource(name) else { return nil }
        do throws(FeedError) {
            let target = try TargetFile.parse(yaml, file: "\(name).yaml")
            parsed.withLock { $0[name] = target }
            return target
        } catch {
            preconditionFailure("the built-in target \(name) is broken: \(error.description)")
        }
    }

    private static let parsed = Mutex<[String: ListingTarget]>([:])

    /// The target that a person names on the command line: one in the workspace's `targets`, a built-in one, or a file.
    package static func find(_ nameOrPath: String, in folder: String) throws(FeedError) -> ListingTarget {
        if let path = try path(nameOrPath, in: folder) {
            return try TargetFile.parse(try TextFile.read(path, name: path), file: path)
        }
        guard let target = named(nameOrPath) else { throw unknown(nameOrPath, folder) }
        return target
    }

    /// The YAML text of a target, as `specsync targets show` prints it.
    package static func source(_ nameOrPath: String, in folder: String) throws(FeedError) -> String {
        if let path = try path(nameOrPath, in: folder) { return try TextFile.read(path, name: path) }
        guard let yaml = builtInSource(nameOrPath) else { throw unknown(nameOrPath, folder) }
        return yaml
    }

    /// The names of a workspace's own targets, `targets/*.yaml`, in order.
    package static func ownNames(in folder: String) -> [String] {
        Folders.names(in: ownFolder(folder))
            .filter { $0.hasSuffix(".yaml") && $0.count > 5 && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
            .sorted()
    }

    private static func ownFolder(_ folder: String) -> String {
        FilePath.relative(FilePath.absolute("targets", from: FilePath.absolute(folder)), to: FilePath.current)
    }

    /// The file that a name means; nil if it means a built-in target or nothing.
    private static func path(_ nameOrPath: String, in folder: String) throws(FeedError) -> String? {
        if nameOrPath.contains("/") || nameOrPath.hasSuffix(".yaml") { return nameOrPath }
        let own = ownFolder(folder) + "/\(nameOrPath).yaml"
        return access(own, F_OK) == 0 ? own : nil
    }

    private static func builtInSource(_ name: String) -> String? {
        guard let index = builtInNames.firstIndex(of: name) else { return nil }
        let yaml = specsync_target(index).pointee.yaml
        return String(decoding: UnsafeBufferPointer(start: yaml.bytes, count: yaml.length), as: UTF8.self)
    }

    private static func unknown(_ name: String, _ folder: String) -> FeedError {
        let names = ownNames(in: folder) + builtInNames
        let near = NearestName.of(name, among: names).map { "Did you mean “\($0)”?" }
        return FeedError(
            Place(file: name), "there is no target of this name",
            remedy: near ?? "There are: \(names.joined(separator: ", ")); or name a file, “./\(name).yaml”.")
    }
}
