import Feeds
import Reconciliation
import Reports
import Catalogues

enum Guards {
    enum Verdict { case take, hold, refuse }
    static func repeated(_ source: String) -> [Notice] { [] }
    static func judge(
        _ figures: CatalogueChanges.Figures, _ settings: SourceSettings, old: FeedUnderstanding, new: FeedUnderstanding,
        isComplete: Bool, inForceSince: Moment
    ) -> (verdict: Verdict, notices: [Notice]) { (.take, []) }
    static func late(
        _ source: String, _ arrival: SourceSettings.Arrival, newest: Moment, runBefore: Moment?, now: Moment
    ) -> [Notice] { [] }
}
extension FeedUnderstanding { func statedTime(localOffset: Int) -> Moment? { nil } }
