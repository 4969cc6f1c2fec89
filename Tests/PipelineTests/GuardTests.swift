import Catalogues
import Feeds
import Reconciliation
import Reports
import Testing

@testable import Pipeline

/// Figures at, just above and just below each limit, what becomes of the file, and the words.
@Suite struct GuardTests {
    typealias Figures = CatalogueChanges.Figures

    /// A night on which nothing changed, but for what `change` does.
    static func figures(_ variants: Int = 1000, _ change: (inout Figures) -> Void = { _ in }) -> Figures {
        var figures = Figures()
        (figures.oldVariants, figures.newVariants, figures.kept) = (variants, variants, variants)
        (figures.stockCompared, figures.wasInStock, figures.pricesCompared) = (variants, variants, variants)
        change(&figures)
        return figures
    }

    static func judge(
        _ figures: Figures, isComplete: Bool = true, leg: Source.Leg = .supplier,
        limits: GuardSettings = GuardSettings()
    ) -> (verdict: Guards.Verdict, notices: [Notice]) {
        var settings = SourceSettings(name: "义乌A厂", leg: leg, feed: "a.csv")
        settings.guards = limits
        return Guards.judge(
            figures, settings, old: FeedUnderstanding(), new: FeedUnderstanding(), isComplete: isComplete,
            inForceSince: Moment("2026-11-02"))
    }

    @Test func nothingChanged() {
        let (verdict, notices) = Self.judge(Self.figures())
        #expect(verdict == .take)
        #expect(notices.isEmpty)
    }

    // MARK: Coverage

    @Test(
        arguments: [
            (1000, 1000, .take), (1000, 1400, .take), (1000, 801, .take), (1000, 800, .take), (1000, 799, .hold),
            (1000, 201, .hold), (1000, 200, .hold), (1000, 199, .refuse), (1000, 0, .refuse),
            // Of few variants percentages say nothing, but for most of them being gone.
            (20, 15, .hold), (19, 10, .take), (19, 4, .take), (19, 3, .refuse), (5, 1, .take), (6, 1, .refuse),
            (1, 0, .refuse),
            // The first version of a source.
            (0, 1, .take), (0, 0, .refuse),
        ] as [(Int, Int, Guards.Verdict)])
    func coverage(_ before: Int, _ now: Int, _ verdict: Guards.Verdict) {
        let found = Self.judge(
            Self.figures(before) {
                $0.newVariants = now
                $0.kept = min(before, now)
                $0.stockCompared = $0.kept
                $0.wasInStock = $0.kept
                $0.pricesCompared = $0.kept
            })
        #expect(found.verdict == verdict)
        #expect(found.notices.map(\.code) == (verdict == .take ? [] : [.sourceShrunk]))
        #expect(found.notices.allSatisfy { $0.isHeld && $0.inForceSince == Moment("2026-11-02") })
    }

    /// What a partial file does not name is not gone; orders are others every night.
    @Test func onlyACompleteCatalogueShrinks() {
        let small = Self.figures {
            $0.newVariants = 100
            $0.kept = 100
            $0.relisted = 900
        }
        #expect(Self.judge(small, isComplete: false).verdict == .take)
        #expect(Self.judge(small, leg: .orders).verdict == .take)
        #expect(Self.judge(small).verdict == .refuse)
    }

    /// As many variants as before, and others.
    @Test(arguments: [(1000, Guards.Verdict.take), (500, .take), (499, .hold), (0, .hold)])
    func anotherCatalogue(_ kept: Int, _ verdict: Guards.Verdict) {
        #expect(Self.judge(Self.figures { $0.kept = kept }).verdict == verdict)
    }

    @Test func coverageInWords() throws {
        let shrunk = Self.judge(
            Self.figures(2880) {
                $0.newVariants = 1240
                $0.kept = 1240
            })
        let sentence = try #require(shrunk.notices.first?.sentence)
        #expect(sentence.zh == "只有上次的 43 %（1,240 / 2,880 个规格），低于 80 %")
        #expect(sentence.en == "only 43 % of last time (1,240 of 2,880 specs), below 80 %")
        let refused = Self.judge(Self.figures { $0.newVariants = 12 })
        #expect(refused.notices[0].sentence.zh == "只有上次的 1.2 %（12 / 1,000 个规格），低于 20 %，拒收")
        #expect(refused.notices[0].sentence.en == "only 1.2 % of last time (12 of 1,000 specs), below 20 %: refused")
        let empty = Self.judge(
            Self.figures {
                $0.newVariants = 0
                $0.kept = 0
            })
        #expect(empty.notices[0].sentence.zh == "里面一个规格也没有（上次 1,000 个），拒收")
        let other = Self.judge(Self.figures { $0.kept = 80 })
        #expect(other.notices[0].sentence.zh == "规格数差不多，但上次的只剩 8 %（80 / 1,000 个规格），低于 50 %：像是换了一份目录")
        let nearly = Self.judge(
            Self.figures(100_000) {
                $0.newVariants = 79_999
                $0.kept = 79_999
            })
        #expect(nearly.notices[0].sentence.zh.contains("79.9 %"), "what is below the limit also reads so")
    }

    // MARK: Volatility

    enum Figure: Sendable { case stock, soldOut, prices }

    /// So many of those that can be compared: at the limit, one above; and too few to say anything.
    @Test(
        arguments: [
            (.stock, 500, 1000, false), (.stock, 501, 1000, true), (.stock, 19, 19, false), (.stock, 11, 20, true),
            (.soldOut, 250, 1000, false), (.soldOut, 251, 1000, true), (.soldOut, 19, 19, false),
            (.soldOut, 6, 20, true),
            (.prices, 200, 1000, false), (.prices, 201, 1000, true), (.prices, 19, 19, false), (.prices, 5, 20, true),
        ] as [(Figure, Int, Int, Bool)])
    func volatility(_ figure: Figure, _ changed: Int, _ compared: Int, _ isHeld: Bool) {
        let found = Self.judge(
            Self.figures {
                switch figure {
                case .stock:
                    $0.stockChanged = changed
                    $0.stockCompared = compared
                case .soldOut:
                    $0.wentOutOfStock = changed
                    $0.wasInStock = compared
                case .prices:
                    $0.pricesJumped = changed
                    $0.pricesCompared = compared
                }
            })
        #expect(found.verdict == (isHeld ? .hold : .take))
        #expect(found.notices.map(\.code) == (isHeld ? [.sourceVolatile] : []))
    }

    /// Each with its own words and figures; of a partial file, too.
    @Test func volatilityInWords() {
        let found = Self.judge(
            Self.figures(2000) {
                $0.stockChanged = 1001
                $0.wentOutOfStock = 1240
                $0.pricesJumped = 900
            }, isComplete: false)
        #expect(
            found.notices.map(\.sentence.zh) == [
                "50.1 % 的库存数变了（1,001 / 2,000 个规格），超过 50 %", "62 % 的在售规格一下子断货（1,240 / 2,000 个规格），超过 25 %",
                "45 % 的价格涨跌超过 20 %（900 / 2,000 个规格），超过 20 %",
            ])
        #expect(
            found.notices.map(\.sentence.en) == [
                "50.1 % of the stock figures changed (1,001 / 2,000 specs), above 50 %",
                "62 % of what was in stock is sold out at once (1,240 / 2,000 specs), above 25 %",
                "45 % of the prices moved by more than 20 % (900 / 2,000 specs), above 20 %",
            ])
    }

    /// A file in which only stock changed is no smaller one, and one that shrank is not told of twice.
    @Test func stockIsNoCoverage() {
        let stock = Self.judge(Self.figures { $0.stockChanged = 1000 })
        #expect(stock.notices.map(\.code) == [.sourceVolatile])
        let half = Self.judge(
            Self.figures {
                $0.newVariants = 500
                $0.kept = 500
                $0.stockCompared = 500
                $0.stockChanged = 10
                $0.wasInStock = 500
            })
        #expect(half.notices.map(\.code) == [.sourceShrunk])
    }

    /// Of a fragment nothing else can be said.
    @Test func aFragmentIsRefusedAndNoMore() {
        let found = Self.judge(
            Self.figures {
                $0.newVariants = 100
                $0.kept = 100
                $0.stockCompared = 100
                $0.stockChanged = 100
                $0.relisted = 900
            })
        #expect(found.verdict == .refuse)
        #expect(found.notices.map(\.code) == [.sourceShrunk])
    }

    // MARK: New codes

    @Test(arguments: [(200, 1000, false), (201, 1000, true), (1000, 1000, true), (19, 19, false), (5, 20, true)])
    func newCodes(_ relisted: Int, _ variants: Int, _ isHeld: Bool) {
        let found = Self.judge(
            Self.figures(variants) {
                $0.relisted = relisted
                $0.kept = variants - relisted
            })
        #expect(found.verdict == (isHeld ? .hold : .take))
        #expect(found.notices.map(\.code) == (isHeld ? [.sourceRenumbered] : []))
    }

    @Test func newCodesInWords() {
        let found = Self.judge(
            Self.figures {
                $0.relisted = 354
                $0.kept = 646
            })
        #expect(found.notices.map(\.sentence.zh) == ["35.4 % 的规格换了编码、规格没变（354 / 1,000 个），超过 20 %"])
        #expect(
            found.notices.map(\.sentence.en) == [
                "35.4 % of the specs have the same words under another code (354 of 1,000), above 20 %"
            ])
    }

    // MARK: Limits

    /// The workspace's own limits count.
    @Test func limitsAreTheSources() {
        var limits = GuardSettings()
        (limits.hold, limits.refuse, limits.stock, limits.soldOut) = (50, 10, 100, 100)
        (limits.prices, limits.newCodes, limits.minimum) = (100, 100, 2000)
        let wild = Self.figures {
            $0.newVariants = 500
            $0.kept = 250
            $0.relisted = 250
            $0.stockChanged = 1000
            $0.wentOutOfStock = 1000
            $0.pricesJumped = 1000
        }
        #expect(Self.judge(wild, limits: limits).verdict == .take)
        #expect(Self.judge(wild).notices.count == 5)
    }

    @Test func theSameFile() {
        let notices = Guards.repeated("A")
        #expect(notices.map(\.code) == [.sourceRepeated])
        #expect(notices.allSatisfy { !$0.isHeld && $0.code.severity == .info })
    }
}
