import Catalogues
import Feeds

extension Feed {
    /// Reads a file; what is wrong with it comes with advice for a workspace.
    static func inWorkspace(
        _ path: String, _ options: FeedOptions
    ) throws(FeedError) -> (catalogue: Catalogue, understanding: FeedUnderstanding) {
        do throws(FeedError) {
            return try read(path, options)
        } catch {
            throw error.inWorkspace
        }
    }
}

extension FeedError {
    /// The same, with advice for a workspace in place of options that its commands do not have.
    var inWorkspace: FeedError {
        var error = self
        if remedy.mentions("-encoding") {
            error.remedy =
                "Say which encoding it is with the source in \(Workspace.fileName), for example “encoding: GB18030”, or save it as UTF-8."
        } else if remedy.mentions("-profile") {
            error.remedy =
                "Describe its columns in a profile (“specsync profiles show flat” prints one to start from), and write “profile: my.yaml” with the source in \(Workspace.fileName)."
        }
        return error
    }
}

extension String {
    /// Whether `text` stands in it (the standard library has this only with Foundation).
    fileprivate func mentions(_ text: String) -> Bool {
        let sought = Array(text.utf8)
        let bytes = Array(utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: sought) }
    }
}
