import Logging
import Reports

/// Log lines as JSON on standard error, one object a line, for whoever collects them.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Console.tell(
            "{\"level\":\"\(event.level)\",\"logger\":\"specsync\",\"message\":\(JSONText.quoted("\(event.message)"))}")
    }
}
