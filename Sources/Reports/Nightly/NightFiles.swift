/// How the files of a run are called.
package enum NightFiles {
    package static let page = "report.html"
    package static let mismatches = "mismatches.csv"
    package static let changes = "changes.csv"
    package static let sources = "sources.csv"
    package static let report = "report.json"
    package static let messages = "messages"

    /// The name of a source's own files without their ending: the source's name, with what a file system may refuse as
    /// `%2F`. Two sources never get the same one, and none gets that of the run's own report.
    package static func stem(_ source: String) -> String {
        if source == "report" { return "%72eport" }
        var stem = ""
        for (index, scalar) in source.unicodeScalars.enumerated() {
            let isRefused =
                scalar.value < 0x20 || scalar.value == 0x7F || "/\\:*?\"<>|%".unicodeScalars.contains(scalar)
            if isRefused || index == 0 && scalar == "." {
                stem += escaped(scalar)
            } else {
                stem.unicodeScalars.append(scalar)
            }
        }
        return stem
    }

    /// The address of a source's page as a link says it.
    static func link(_ source: String) -> String {
        (stem(source) + ".html").utf8.reduce(into: "") { link, byte in
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E:
                link.unicodeScalars.append(Unicode.Scalar(byte))
            default: link += escaped(Unicode.Scalar(byte))
            }
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "%" + (hex.count < 2 ? "0" : "") + hex
    }
}
