import ArgumentParser
import Catalogues
import Feeds
import Glibc
import Ledgers
import Pipeline

/// Standard output and standard error: the answer goes to the one, everything else to the other.
enum Console {
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The terminal's size; 80 × 24 where there is none.
    static var size: (columns: Int, lines: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    static func print(_ text: String) { try? send(text, to: STDOUT_FILENO) }

    static func tell(_ text: String) { try? send(text + "\n", to: STDERR_FILENO) }

    static func write(_ bytes: UnsafeRawBufferPointer) throws { try send(bytes, to: STDOUT_FILENO) }

    private static func send(_ text: String, to descriptor: Int32) throws {
        var text = text
        try text.withUTF8 { try send(UnsafeRawBufferPointer($0), to: descriptor) }
    }

    private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
        guard writeAll(bytes, to: descriptor) else {
            throw RunError("error: the answer cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    /// The diagnostics of all sources, a line each, and how many more there were of each code.
    static func tell(_ sources: [Diagnostics], _ further: [Diagnostic]) {
        for diagnostics in sources {
            for diagnostic in diagnostics.kept { tell(diagnostic.description) }
            for (code, count) in diagnostics.counts.sorted(by: { $0.key < $1.key })
            where count > Diagnostics.keptPerCode {
                tell("\(count - Diagnostics.keptPerCode) more of [\(code)]")
            }
        }
        for diagnostic in further { tell(diagnostic.description) }
    }

    /// Runs `body`; what it throws becomes a message and exit code 2.
    static func answering(_ body: () throws -> Void) throws {
        // A reader that closes the pipe (`| head`) ends the program quietly.
        signal(SIGPIPE, SIG_DFL)
        do {
            try body()
        } catch let error as FeedError {
            tell(error.description)
            throw SpecSync.Exit.couldNotRun
        } catch let error as RunError {
            tell(error.description)
            throw SpecSync.Exit.couldNotRun
        } catch let error as LedgerError {
            tell(error.description)
            throw SpecSync.Exit.couldNotRun
        }
    }
}

/// A line on standard error that says what is going on, if a person looks on and it takes longer than half a second.
final class ProgressLine {
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private var isDirty = false

    func show(_ stage: String) {
        guard isShown, ContinuousClock.now - start > .milliseconds(500) else { return }
        fputs("\r\u{1B}[K\(stage) …", stderr())
        isDirty = true
    }

    func clear() { if isDirty { fputs("\r\u{1B}[K", stderr()) } }

    private func fputs(_ text: String, _ file: Int32) {
        var text = text
        text.withUTF8 { _ = Glibc.write(file, $0.baseAddress, $0.count) }
    }

    private func stderr() -> Int32 { STDERR_FILENO }
}
