package import Catalogues

/// What was understood of a file, for `inspect` and for the report's list of inputs.
package struct FeedUnderstanding: Sendable {
    package struct Column: Sendable {
        /// The header, or the path of an element or attribute.
        package var name: String
        /// What it was taken for; empty = it is not read.
        package var field: String
        /// A value of it.
        package var sample: String
        /// XML: fewer than half of the elements around it have it, so that its absence from a file says little.
        package var isRare = false

        package init(name: String, field: String, sample: String = "", isRare: Bool = false) {
            self.name = name
            self.field = field
            self.sample = sample
            self.isRare = isRare
        }
    }

    package var format = ""
    package var encoding = ""
    package var encodingReason = ""
    /// CSV: `,` `;` `TAB` `|`.
    package var delimiter = ""
    /// CSV: the line of the headers, from 1.
    package var headerLine = 0
    /// XML: the element that holds a variant, and the one that holds a style.
    package var recordElement = ""
    package var styleElement = ""
    package var profile = ""
    package var profileReason = ""
    package var alsoFits: [String] = []
    package var columns: [Column] = []
    /// A fingerprint of the file's bytes: `xxh64:` and 16 hexadecimal digits.
    package var digest = ""
    package var bytes = 0
    /// When the feed was made, by its own word; nil = it does not say.
    package var statedTime: Moment?

    package init() {}

    mutating func note(_ digest: FileDigest) { (self.digest, bytes) = (digest.text, digest.bytes) }
}

/// How a file is to be read.
package struct FeedOptions: Sendable {
    package var leg: Source.Leg
    /// A built-in profile's name or a file; nil = recognised from the file.
    package var profile: String?
    package var encoding: TextEncoding?
    /// The file holds some of the styles only, so that nothing is withdrawn by being absent.
    package var isPartial = false
    /// Pictures are read, too; only the look before listing needs them.
    package var readsImages = false
    /// The name to show; nil = the file's own, without its folder.
    package var name: String?
    /// By how many seconds the clock on the wall is ahead of UTC, for the time that a feed states.
    package var localOffset = 0

    package init(leg: Source.Leg) { self.leg = leg }
}
