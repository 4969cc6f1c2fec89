import Catalogues
import Feeds
import Foundation
import Reconciliation
import Reports
import Testing

@testable import Pipeline

/// Guards.md: every code that is about a source, every limit with its default, and sentences that the guards really say.
@Suite struct GuardPageTests {
    private static let page = Documents.page("Guards")

    @Test func everyCodeOfASource() {
        let sections = Self.page.matches(of: /(?m)^### (.+)$/).map { String($0.1) }
        #expect(sections.sorted() == MismatchCode.allCases.filter(\.isOfSource).map(\.name).sorted())
        for section in sections {
            #expect(Self.page.section("### \(section)")?.contains("What to do: ") == true, "\(section): what to do?")
        }
    }

    @Test func everyLimitAndItsDefault() {
        for (name, _, path) in WorkspaceFile.guardKeys {
            let value = GuardSettings()[keyPath: path]
            #expect(
                Self.page.contains("| `\(name)` | `\(value)` |")
                    || Self.page.contains("(`\(name)`, default `\(value)`)"),
                "Guards.md must say “\(name)” and its default \(value)")
        }
        #expect(Self.page.contains("fewer than \(Guards.leastKept) % of the\nold variants"))
    }

    /// The sentences in quotes, in the order of the page.
    private static let quoted = page.split(separator: "\n").filter { $0.hasPrefix("> ") }.map {
        String($0.dropFirst(2))
    }

    private static func said(_ change: (inout CatalogueChanges.Figures) -> Void) -> [Bilingual] {
        var figures = CatalogueChanges.Figures()
        (figures.oldVariants, figures.newVariants, figures.kept) = (2880, 2880, 2880)
        (figures.stockCompared, figures.wasInStock, figures.pricesCompared) = (2000, 2000, 2000)
        change(&figures)
        return Guards.judge(
            figures, SourceSettings(name: "A", leg: .supplier, feed: "a.csv"), old: FeedUnderstanding(),
            new: FeedUnderstanding(), isComplete: true, inForceSince: nil
        ).notices.map(\.sentence)
    }

    @Test func theSentencesAreTheGuards() {
        var old = FeedUnderstanding()
        old.columns = [
            FeedUnderstanding.Column(name: "款号", field: "style code"),
            FeedUnderstanding.Column(name: "条码", field: "barcode"),
        ]
        var new = FeedUnderstanding()
        new.columns = [old.columns[0], FeedUnderstanding.Column(name: "链接", field: "")]
        (old.format, new.format) = ("csv", "csv")
        let late = Guards.late(
            "A", SourceSettings.Arrival(by: 9 * 3600, weekdays: [1, 2, 3, 4, 5]), newest: Moment("2026-11-03 02:30")!,
            runBefore: Moment("2026-11-02 02:30"), now: Moment("2026-11-04 02:30")!)
        var sentences: [Bilingual] = []
        sentences += Self.said {
            $0.newVariants = 1240
            $0.kept = 1240
        }
        sentences += Self.said { $0.kept = 230 }
        sentences += Self.said { $0.wentOutOfStock = 1240 }
        sentences += Self.said { $0.stockChanged = 1001 }
        sentences += Self.said { $0.pricesJumped = 900 }
        sentences += Self.said {
            $0.relisted = 1020
            $0.kept = 1860
        }
        sentences += [FormatDrift(from: old, to: new).objection?.sentence].compactMap(\.self)
        sentences += (late + Guards.repeated("A")).map(\.sentence)
        #expect(Self.quoted == sentences.flatMap { [$0.zh, $0.en] })
    }
}
