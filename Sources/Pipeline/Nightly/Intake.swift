import Catalogues
import Feeds
import Ledgers
import Lexicons
import Reconciliation
import Reports

/// Gets tonight's file of each source, reads it, and decides whether it is taken: what changed since the version in
/// force, and whether a guard speaks against it.
struct Intake {
    let run: NightRun
    let ledger: Ledger
    let store: FeedStore
    let lexicon: Lexicon

    init(_ run: NightRun, _ ledger: Ledger, _ lexicon: Lexicon) {
        self.lexicon = lexicon
        self.run = run
        self.ledger = ledger
        store = FeedStore(run.workspace)
    }

    /// All sources, in the workspace's order. Without a shop there is nothing to compare.
    func sources() throws -> [TonightsSource] {
        let sources = try run.workspace.sources.map(source)
        guard sources.contains(where: { $0.settings.leg == .shop && $0.feed != nil }) else {
            throw RunError(
                "error: the shop's file could not be read, and there is no earlier one\n  \(sources.first { $0.settings.leg == .shop }?.notices.first?.sentence.en ?? "See its feed in specsync.yaml.")"
            )
        }
        guard sources.contains(where: { $0.settings.leg != .shop && $0.feed != nil }) else {
            throw RunError(
                "error: no source besides the shop could be read, and there are no earlier files\n  \(sources.first { $0.settings.leg != .shop }?.notices.first?.sentence.en ?? "See their feeds in specsync.yaml.")"
            )
        }
        return sources
    }

    private func source(_ settings: SourceSettings) throws -> TonightsSource {
        let before = try ledger.read { try $0.versionInForce(ofSource: settings.name) }
        var tonight = TonightsSource(settings, InputRecord(.unread, digest: ""))
        tonight.before = before
        do {
            let arrival = try Arrival.fetch(settings, run.workspace, to: try store.incoming(settings.name))
            tonight.verdict.modified = arrival.modified
            let feed = try read(try store.incoming(settings.name), settings)
            try judge(feed, arrival, &tonight)
        } catch let problem as FeedProblem {
            tonight.notices.append(problem.notice(for: settings.name, before))
        }
        if tonight.feed == nil, let before {
            // The version in force, as it lies in the store.
            do {
                tonight.feed = try read(store.path(settings.name, before.digest), settings)
            } catch let problem as FeedProblem {
                // Nothing is left to go by: that is all there is to say.
                tonight.notices = [problem.notice(for: settings.name, nil)]
            }
        }
        tellIfLate(&tonight)
        for index in tonight.notices.indices where tonight.notices[index].isHeld {
            tonight.notices[index].inForceSince = before.map { $0.stated ?? $0.firstSeen }
        }
        return tonight
    }

    /// What the file says, under the source's name; what it cannot be read for is a problem of this source alone.
    private func read(_ path: String, _ settings: SourceSettings) throws -> SyncRun.Ingested {
        var options = run.workspace.options(for: settings)
        options.name = settings.name
        options.localOffset = run.localOffset
        do {
            let (catalogue, understanding) = try Feed.inWorkspace(path, options)
            return SyncRun.Ingested(catalogue: catalogue, understanding: understanding)
        } catch {
            throw FeedProblem(error.description)
        }
    }

    /// Compares what came with what is in force, and takes it unless a guard speaks against it.
    private func judge(_ feed: SyncRun.Ingested, _ arrival: Arrival, _ tonight: inout TonightsSource) throws {
        let digest = feed.understanding.digest
        if let before = tonight.before, before.digest == digest {
            tonight.verdict = InputRecord(.repeated, digest: digest, modified: arrival.modified)
            tonight.feed = feed
            if !store.has(tonight.name, digest) { try store.keep(tonight.name, digest) }
            // Where news were promised, and a file came in which there are none. What only lies there since last time
            // was not sent again.
            let last = try ledger.read { try $0.newestArrival(ofSource: tonight.name) }
            if tonight.settings.arrival != nil, let modified = arrival.modified, let before = last?.modified,
                modified > before
            {
                tonight.notices += Guards.repeated(tonight.name)
            }
            return
        }
        let stated = feed.understanding.statedTime ?? arrival.stated
        let version = VersionRecord(
            digest: digest, feed: arrival.name, profile: feed.understanding.profile,
            encoding: feed.understanding.encoding, styles: feed.catalogue.styleCount,
            variants: feed.catalogue.variantCount, stated: stated, firstSeen: run.now)
        var verdict = InputRecord(.taken, digest: digest, modified: arrival.modified)
        if let before = tonight.before {
            let weighed = weigh(feed, against: before, tonight.settings, at: stated)
            tonight.notices += weighed.notices
            if weighed.verdict != .take {
                verdict.verdict = weighed.verdict == .hold ? .held : .refused
                if let release = run.releases.first(where: { $0.source == tonight.name }) {
                    verdict.verdict = .released
                    (verdict.by, verdict.reason) = (release.by, release.reason)
                    // A person looked, and said that it is right.
                    tonight.notices.removeAll { $0.isHeld }
                }
            }
            if verdict.verdict != .held, verdict.verdict != .refused { tonight.changes = weighed.changes }
        } else if feed.catalogue.variantCount == 0 {
            throw FeedProblem("\(tonight.name): the file has no goods in it")
        }
        tonight.verdict = verdict
        if verdict.verdict == .held || verdict.verdict == .refused {
            let path = try store.hold(tonight.name)
            for index in tonight.notices.indices where tonight.notices[index].isHeld {
                tonight.notices[index].file = path
            }
            return
        }
        try store.keep(tonight.name, digest)
        tonight.feed = feed
        tonight.taken = version
    }

    /// What guards say of a file, and what changed in it since the version in force.
    private func weigh(
        _ feed: SyncRun.Ingested, against before: VersionRecord, _ settings: SourceSettings, at stated: Moment?
    ) -> (verdict: Guards.Verdict, notices: [Notice], changes: [ChangeEntry]) {
        let isComplete = feed.catalogue.source.isComplete
        let inForceSince = before.stated ?? before.firstSeen
        guard let old = try? read(store.path(settings.name, before.digest), settings) else {
            // The copy is lost: how much there was is in the ledger, and what it was is not.
            var figures = CatalogueChanges.Figures()
            figures.oldVariants = before.variants
            figures.newVariants = feed.catalogue.variantCount
            figures.kept = min(figures.oldVariants, figures.newVariants)
            let judgement = Guards.judge(
                figures, settings, old: feed.understanding, new: feed.understanding, isComplete: isComplete,
                inForceSince: inForceSince)
            return (judgement.verdict, judgement.notices, [])
        }
        let changes = CatalogueChanges(
            from: old.catalogue, to: feed.catalogue, lexicon: lexicon, isComplete: isComplete,
            priceStep: settings.guards.priceStep)
        let judgement = Guards.judge(
            changes.figures, settings, old: old.understanding, new: feed.understanding, isComplete: isComplete,
            inForceSince: inForceSince)
        // What was ordered is another selection every night, and no change of anything.
        if settings.leg == .orders { return (judgement.verdict, judgement.notices, []) }
        var log = ChangeLog(
            old: old.catalogue, new: feed.catalogue, source: settings.name, at: stated ?? run.now,
            isDatedByFeed: stated != nil, reader: SpecReader(lexicon: lexicon))
        return (judgement.verdict, judgement.notices, changes.changes.map { log.record($0) })
    }

    private func tellIfLate(_ tonight: inout TonightsSource) {
        guard let arrival = tonight.settings.arrival,
            let newest = try? ledger.read({ try $0.newestArrival(ofSource: tonight.name) })
        else { return }
        // What came tonight for the first time is not late, whatever becomes of it.
        if !tonight.verdict.digest.isEmpty, tonight.verdict.digest != newest.digest { return }
        if let modified = tonight.verdict.modified, modified != newest.modified { return }
        tonight.notices += Guards.late(
            tonight.name, arrival, newest: newest.seen, runBefore: newest.runBefore, now: run.now)
    }
}

/// Why a source has no file tonight that can be read. The night goes on without it.
struct FeedProblem: Error {
    var description: String

    init(_ description: String) { self.description = description }

    func notice(for source: String, _ before: VersionRecord?) -> Notice {
        let lines = description.split(separator: "\n").map { $0.drop { $0 == " " } }
        let whole = lines.joined(separator: " ")
        let reason = whole.hasSuffix(".") ? String(whole.dropLast()) : whole
        let since = before.map { ($0.stated ?? $0.firstSeen).date }
        return Notice(
            .sourceUnread, source: source, isHeld: true,
            Bilingual(
                "今晚的文件读不到：\(reason)" + (since.map { "。沿用 \($0) 的版本" } ?? "。没有可沿用的版本，先不比对它"),
                "tonight's file could not be read: \(reason)"
                    + (since.map { "; the version of \($0) stays in force" }
                        ?? "; there is no earlier one, so it is left out")))
    }
}
