import Catalogues
import Transport

/// What came for a source tonight, before anybody looked into it.
struct Arrival {
    /// The file's name, or the address without what may be secret in it.
    var name: String
    /// When it was written, by the file system's or a server's word.
    var modified: Moment?
    /// When it was made, by a server's word; a local file's own time says only when somebody copied it here.
    var stated: Moment?

    /// Gets the newest file of a source into the workspace's store.
    ///
    /// - Throws: a `FeedProblem` for what is wrong with this source alone.
    static func fetch(_ settings: SourceSettings, _ workspace: Workspace, to path: String) throws -> Arrival {
        let place = workspace.place(of: settings)
        do {
            if let found = try place.newest() {
                try Folders.copy(found.path, to: path)
                return Arrival(
                    name: String(found.path.split(separator: "/").last ?? ""), modified: found.modified, stated: nil)
            }
            let password = try settings.credentials.password(in: workspace.folder, of: settings.name)
            let fetched = try FeedFetch(settings.feed, user: settings.credentials.user, password: password).fetch(
                to: path)
            let modified = fetched.modified.map { Moment(system: Int($0)) }
            return Arrival(name: place.shown, modified: modified, stated: modified)
        } catch let error as TransportError {
            throw FeedProblem(error.description)
        } catch let error as RunError {
            throw FeedProblem(error.description)
        }
    }
}
