import Catalogues
import Glibc
import Lexicons

/// The built-in words, and a user's own from CSV files (`kind,label,canonical`).
package enum LexiconFiles {
    static func load(_ paths: [String]) throws -> (Lexicon, [Diagnostic]) {
        let lexicon = Lexicon()
        var problems: [Diagnostic] = []
        for path in paths {
            let name = String(path.split(separator: "/").last ?? "")
            for problem in lexicon.addWords(csv: try bytes(of: path)) {
                problems.append(
                    Diagnostic(Place(file: name, line: problem.line), code: "lexicon-word", problem.message))
            }
        }
        return (lexicon, problems)
    }

    /// Which words a run was made with: the built-in tables and the user's files.
    static func fingerprint(_ paths: [String]) throws -> String {
        var hash = Lexicon.fingerprint
        for path in paths { for byte in try bytes(of: path) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
        return "fnv1a:" + String(hash, radix: 16)
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        guard let bytes = Folders.bytes(of: path) else {
            throw RunError(
                "\(path): error: the word list cannot be read: \(String(cString: strerror(errno)))\n  Check --lexicon.")
        }
        return bytes
    }
}

extension Lexicon {
    fileprivate func addWords(csv bytes: [UInt8]) -> [WordProblem] {
        bytes.withUnsafeBufferPointer { addWords(csv: $0) }
    }
}
