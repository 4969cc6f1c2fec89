import Glibc

/// How long each stage of a run took, for who looks after its speed.
final class StageTimings {
    /// Since the start of the program's own work.
    private struct Reading {
        var wall: ContinuousClock.Instant
        /// Of all threads, user and system together.
        var processor: Duration

        static var now: Reading {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Reading(
                wall: .now, processor: .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec))
        }
    }

    private var begun: [(stage: String, at: Reading)] = []

    func begin(_ stage: String) { begun.append((stage, .now)) }

    /// A line a stage: its name, wall time and processor time. The last one begun ends now.
    func text() -> String {
        let ends = begun.dropFirst().map(\.at) + [.now]
        return zip(begun, ends).map { stage, end in
            let name = stage.stage + String(repeating: " ", count: max(0, 12 - stage.stage.count))
            let wall = Self.milliseconds(end.wall - stage.at.wall)
            let processor = Self.milliseconds(end.processor - stage.at.processor)
            return "\(name)\(wall) ms  \(processor) ms CPU"
        }.joined(separator: "\n")
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let number = String(Int((duration / .milliseconds(1)).rounded()))
        return String(repeating: " ", count: max(0, 7 - number.count)) + number
    }
}
