import Foundation

/// The release program, run as a reader of the documentation runs it.
enum Program {
    struct NotBuilt: Error, CustomStringConvertible {
        var description: String { "the release program is not there: run “make build” first" }
    }

    private static let folder = Documents.repository.appending(path: ".build/release")

    /// What it wrote to standard output and to standard error.
    static func run(_ arguments: [String], in folder: URL? = nil) throws -> (output: String, errors: String) {
        try run(Self.folder.appending(path: "specsync"), arguments, in: folder)
    }

    /// The same of a line, or several, as a reader types them into a shell that finds the program.
    static func shell(_ lines: String, in folder: URL) throws -> (output: String, errors: String) {
        try run(
            URL(filePath: "/bin/sh"), ["-c", "PATH=\"$0:$PATH\"\n" + lines, Self.folder.path], in: folder)
    }

    private static func run(
        _ executable: URL, _ arguments: [String], in folder: URL?
    ) throws -> (output: String, errors: String) {
        let program = Self.folder.appending(path: "specsync")
        guard FileManager.default.isExecutableFile(atPath: program.path) else { throw NotBuilt() }
        return try withFolder { own in
            let output = own.appending(path: "stdout")
            let errors = own.appending(path: "stderr")
            for file in [output, errors] { try Data().write(to: file) }
            let process = Process()
            process.executableURL = executable
            process.arguments = arguments
            process.currentDirectoryURL = folder ?? Documents.repository
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = try FileHandle(forWritingTo: errors)
            try process.run()
            process.waitUntilExit()
            return (try String(contentsOf: output, encoding: .utf8), try String(contentsOf: errors, encoding: .utf8))
        }
    }

    /// Gives a fresh folder that is gone afterwards.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "specsync-docs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
