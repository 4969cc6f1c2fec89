package import Catalogues
package import Feeds
package import Reconciliation
package import Reports

/// Whether a file that came is taken for true, before anything is compared with it: what changed since the version in
/// force, measured against the workspace's limits.
///
/// A guard holds back its own source only. It knows no file, clock or ledger: figures go in, a verdict and its words come
/// out.
package enum Guards {
    package enum Verdict: Int, Comparable, Sendable {
        case take
        /// The version in force stays, until somebody lets this one through.
        case hold
        /// The same; and there is so little in it that it is hardly worth a look.
        case refuse

        package static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }
    }

    /// What one guard found.
    struct Objection {
        var code: MismatchCode
        var verdict: Verdict
        var sentence: Bilingual

        init(_ code: MismatchCode, _ verdict: Verdict, _ sentence: Bilingual) {
            self.code = code
            self.verdict = verdict
            self.sentence = sentence
        }
    }

    /// Judges a file that differs from the version in force.
    ///
    /// A source's first version is compared with nothing: it is taken unless there is nothing in it.
    ///
    /// - Parameters:
    ///   - old: how the version in force was understood, read as files of this source are read today.
    ///   - isComplete: what the file does not name is gone.
    ///   - inForceSince: since when the version in force is; nil = there is none.
    /// - Returns: the gravest verdict, and a notice for each guard that has something to say.
    package static func judge(
        _ figures: CatalogueChanges.Figures, _ settings: SourceSettings, old: FeedUnderstanding, new: FeedUnderstanding,
        isComplete: Bool, inForceSince: Moment?
    ) -> (verdict: Verdict, notices: [Notice]) {
        let limits = settings.guards
        // An export of orders names what was ordered, which is something else every night.
        let isWhole = isComplete && settings.leg != .orders
        let coverage = coverage(figures, limits, isComplete: isWhole)
        var objections = coverage.map { [$0] } ?? []
        // Of a fragment nothing else can be said.
        if coverage?.verdict != .refuse, figures.oldVariants > 0 {
            objections += volatility(figures, limits)
            if isWhole, let churn = churn(figures, limits) { objections.append(churn) }
        }
        if figures.oldVariants > 0, let drift = FormatDrift(from: old, to: new).objection { objections.append(drift) }
        let notices = objections.map {
            Notice(
                $0.code, source: settings.name, isHeld: $0.verdict != .take, $0.sentence,
                inForceSince: $0.verdict == .take ? nil : inForceSince)
        }
        return (objections.map(\.verdict).max() ?? .take, notices)
    }

    /// The file is the one in force, byte for byte: good to know, and no more.
    package static func repeated(_ source: String) -> [Notice] {
        [
            Notice(
                .sourceRepeated, source: source, isHeld: false,
                Bilingual("与正在用的文件逐字节相同", "the same byte for byte as the file in force"))
        ]
    }
}
