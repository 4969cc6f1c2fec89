package import Catalogues

/// Why a source could not be read at all. Odd rows are diagnostics; this ends the run.
package struct FeedError: Error, Sendable {
    package var place: Place
    /// What is wrong, in one sentence.
    package var message: String
    /// What to do about it, in one sentence.
    package var remedy: String

    package init(_ place: Place, _ message: String, remedy: String) {
        self.place = place
        self.message = message
        self.remedy = remedy
    }

    /// `feed.xml:12: error: … — what to do`
    package var description: String { "\(place.description): error: \(message)\n  \(remedy)" }
}
