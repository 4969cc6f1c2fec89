/// Why a feed could not be fetched, or a mail not be handed over.
package struct TransportError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// It is no address, its scheme is none of ours, or it holds a password.
        case unsupportedAddress
        /// No such host, or nobody answers there.
        case unreachable
        /// It took too long.
        case timedOut
        /// The connection was lost.
        case disconnected
        /// Nothing lies at the address.
        case notFound
        /// User and password were wanted or were not accepted.
        case refusedLogin
        /// The server's certificate is not one that is trusted.
        case certificate
        /// No encryption could be agreed on; nothing is said in clear in its place.
        case encryption
        /// The SSH server's key is not known, or is another than the one known.
        case unknownHost
        case tooLarge
        /// Less came than was announced.
        case truncated
        case tooManyRedirects
        /// The server said no, with this status.
        case server(Int)
        /// The disk did not take what came.
        case cannotWrite
        /// A file that the settings name cannot be read, or the settings contradict each other.
        case badSettings
        /// A text is no mail address.
        case badMailAddress
        /// Anything else, with libcurl's code.
        case unexpected(Int)
    }

    package var kind: Kind
    /// What it is about: an address without credentials, a mail server, a file.
    package var place: String
    /// What is wrong, in one sentence without a full stop.
    package var message: String
    /// What to do about it.
    package var remedy: String

    package init(_ kind: Kind, _ place: String, _ message: String, remedy: String) {
        self.kind = kind
        self.place = place
        self.message = message
        self.remedy = remedy
    }

    package var description: String { "\(place): error: \(message)\n  \(remedy)" }
}

extension TransportError {
    /// A text of a server or a library, fit for one line of a message.
    ///
    /// - Parameter password: servers are known to repeat it.
    static func quoted(_ text: String, without password: String?) -> String {
        var line = HeaderText.oneLine(text)
        if let password, !password.isEmpty { line = line.replacing(password, with: "***") }
        while line.hasSuffix(".") { line.removeLast() }
        return String(line.prefix(300))
    }
}
