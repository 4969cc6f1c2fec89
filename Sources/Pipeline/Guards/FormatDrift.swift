import Feeds
import Reconciliation
import Reports

/// How the form of a source's file changed from one version to the next.
struct FormatDrift {
    /// One difference, and whether values may be read from the wrong place because of it.
    struct Part: Equatable {
        var isGrave: Bool
        var zh: String
        var en: String

        init(_ isGrave: Bool, _ zh: String, _ en: String) {
            self.isGrave = isGrave
            self.zh = zh
            self.en = en
        }
    }

    /// The grave ones first, each kind in the order of the columns.
    private(set) var parts: [Part] = []

    /// So many are named; the rest is counted.
    private static let named = 6

    init(from old: FeedUnderstanding, to new: FeedUnderstanding) {
        var parts: [Part] = []
        if old.format != new.format {
            parts.append(
                Part(true, "格式由 \(old.format) 变成 \(new.format)", "the format is \(new.format), no more \(old.format)"))
        } else if old.recordElement != new.recordElement {
            parts.append(
                Part(
                    true, "规格原在 \(old.recordElement) 里，现在 \(new.recordElement) 里",
                    "specs stand in \(new.recordElement), no more in \(old.recordElement)"))
        } else {
            parts += ColumnChanges(from: old, to: new).parts
        }
        if old.profile != new.profile {
            parts.append(
                Part(
                    false, "按 \(new.profile) 来读（原来按 \(old.profile)）",
                    "read as \(new.profile), no more as \(old.profile)"))
        }
        if old.encoding != new.encoding {
            parts.append(
                Part(
                    false, "文字编码由 \(old.encoding) 变成 \(new.encoding)",
                    "the encoding is \(new.encoding), no more \(old.encoding)"))
        }
        if old.delimiter != new.delimiter, old.format == new.format {
            parts.append(
                Part(
                    false, "分隔符由 \(old.delimiter) 变成 \(new.delimiter)",
                    "the delimiter is \(new.delimiter), no more \(old.delimiter)"))
        }
        self.parts = parts.filter(\.isGrave) + parts.filter { !$0.isGrave }
    }

    /// Held if anything grave is among it; nil if nothing changed.
    var objection: Guards.Objection? {
        if parts.isEmpty { return nil }
        let more = parts.count - Self.named
        let shown = parts.prefix(Self.named)
        let sentence = Bilingual(
            shown.map(\.zh).joined(separator: "；") + (more > 0 ? "；还有 \(more) 处" : ""),
            shown.map(\.en).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : ""))
        return Guards.Objection(.formatDrift, parts[0].isGrave ? .hold : .take, sentence)
    }
}
