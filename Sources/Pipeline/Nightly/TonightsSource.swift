import Catalogues
import Feeds
import Ledgers
import Reconciliation
import Reports

/// A source as one night has it: what is in force, and how that came to be.
struct TonightsSource {
    var settings: SourceSettings
    /// What is in force; nil = nothing ever was, and the source is left out.
    var feed: SyncRun.Ingested?
    var verdict: InputRecord
    /// The version that came tonight and was taken; nil = the one before stays in force.
    var taken: VersionRecord?
    /// The version that was in force until now.
    var before: VersionRecord?
    var changes: [ChangeEntry] = []
    var notices: [Notice] = []

    var name: String { settings.name }
    var catalogue: Catalogue? { feed?.catalogue }
    /// Its number in the ledger, once the run is recorded.
    var number: Int64 = 0

    init(_ settings: SourceSettings, _ verdict: InputRecord) {
        self.settings = settings
        self.verdict = verdict
    }
}
