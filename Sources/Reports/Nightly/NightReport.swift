package import Catalogues
package import Reconciliation

/// All that the reports and mails of one nightly run say, as values: nothing is looked up by whoever writes them.
package struct NightReport: Sendable {
    /// The shop's name, as the workspace gives it.
    package var shop: String
    package var language: Language
    /// The run's name, which is also its folder's: `2026-11-03T0230`.
    package var run: String
    package var at: Moment
    /// What is `new` came after this: the run that was told last. nil = nothing was told before.
    package var since: Moment?
    /// What guards say of sources, gravest first; it stands on top of every report.
    package var notices: [Notice] = []
    /// The registry of sources, in the workspace's order.
    package var sources: [SourceEntry] = []
    /// Supplier variants that are mapped, that a person must look at, that have no counterpart; of all suppliers.
    package var matched = 0
    package var inReview = 0
    package var unmatched = 0
    /// All findings that are not info: new and come back first, then open, then acknowledged, then resolved since
    /// `since`; within each what can cost most first.
    package var findings: [Finding] = []
    /// How many findings of `info` are open: they are in mismatches.csv only.
    package var infos = 0
    /// What changed in the sources since `since`, by source in the workspace's order, then as the file has it.
    package var changes: [ChangeEntry] = []

    package init(shop: String, language: Language, run: String, at: Moment, since: Moment? = nil) {
        self.shop = shop
        self.language = language
        self.run = run
        self.at = at
        self.since = since
    }
}

/// One mismatch with its life so far.
package struct Finding: Sendable {
    package enum State: String, CaseIterable, Sendable { case new, back, open, acknowledged, resolved }

    /// Its number in the ledger, under which `specsync history mismatch` finds it.
    package var id = 0
    package var state = State.new
    package var code: MismatchCode
    package var who: MismatchCode.Who
    /// The source it is about, by its name in the workspace.
    package var source: String
    package var supplier = VariantFacts()
    package var shop = VariantFacts()
    /// As in mismatches.csv: `price`, `stock`, `colour`, `spec` …
    package var field = ""
    package var supplierValue = ""
    package var shopValue = ""
    /// What to do, in the report's language.
    package var action = ""
    package var evidence = ""
    package var firstSeen: Moment
    package var lastSeen: Moment
    /// When it was resolved; nil = it is not.
    package var resolved: Moment?
    /// Why somebody acknowledged it, and until when; empty where nobody did.
    package var reason = ""
    package var until: Moment?
    /// Pieces that the shop offers of the variant or style, and orders that hang on it; nil = not known.
    package var stockAtRisk: Int?
    package var ordersAtRisk: Int?

    package init(code: MismatchCode, who: MismatchCode.Who, source: String, firstSeen: Moment, lastSeen: Moment) {
        self.code = code
        self.who = who
        self.source = source
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}

/// What a guard, or the fetching of a feed, says of a source.
package struct Notice: Sendable {
    package var code: MismatchCode
    package var source: String
    /// The source's new file is not used; what was in force before still is.
    package var isHeld: Bool
    /// What happened, with its figures: `只有上次的 43 %（1,240 / 2,880 个规格）`.
    package var sentence: Bilingual
    /// Since when the version in force is in force; nil = there is none, and the source is left out.
    package var inForceSince: Moment?
    /// Whether the report that was told last did not say it yet.
    package var isNew: Bool
    /// Where the file that is held back lies, for whoever wants to look at it; nil = it is not kept.
    package var file: String?

    package init(
        _ code: MismatchCode, source: String, isHeld: Bool, _ sentence: Bilingual, inForceSince: Moment? = nil,
        isNew: Bool = true
    ) {
        self.code = code
        self.source = source
        self.isHeld = isHeld
        self.sentence = sentence
        self.inForceSince = inForceSince
        self.isNew = isNew
    }
}

/// A row of the registry of sources.
package struct SourceEntry: Sendable {
    /// 名称
    package var name: String
    /// 角色
    package var leg: Source.Leg
    /// 合作情况
    package var cooperation = ""
    /// 联系方式
    package var contact = ""
    /// The file's name or the feed's address without credentials, and how it was read.
    package var feed = ""
    package var profile = ""
    package var digest = ""
    package var styles = 0
    package var variants = 0
    /// Whether the version in force is the one that came tonight.
    package var isFresh = true
    /// 最近更新: when the version in force was made, by the feed's own word, or first seen.
    package var updated: Moment?
    /// 新款式发布时间: when its newest style appeared.
    package var lastNewStyle: Moment?
    /// 规格调整时间: when specs were last added, removed or renamed.
    package var lastSpecChange: Moment?
    /// 系统/规则调整: typed notes, and drifts of the format as they were found; oldest first.
    package var notes: [(at: Moment?, text: String)] = []
    /// 备注 有延迟: how many specs are behind the others, and since when the oldest is; nil = it is in step.
    package var delay: (specs: Int, since: Moment)?

    package init(name: String, leg: Source.Leg) {
        self.name = name
        self.leg = leg
    }
}
