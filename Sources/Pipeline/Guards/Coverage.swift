import Reconciliation
import Reports

extension Guards {
    /// How much of the variants must still be there under their codes or words, in per cent.
    ///
    /// A change of season replaces styles by others, so that as many variants come as before, and many of them new ones.
    /// It mostly goes on for weeks: a night on which a fifth is exchanged is no fault, and the log of changes tells each
    /// style. If more than half is exchanged in one night, it may be a season after all, but as well another shop's
    /// export or a test file; and since all that is gone would be taken off sale at once, one look is worth it. So it is
    /// held, not refused, and the limit for shrinking (80) is not used unless it is lower: it would hold every larger
    /// delivery.
    static let leastKept = 50

    /// Whether a complete file holds enough of what was there before.
    static func coverage(
        _ figures: CatalogueChanges.Figures, _ limits: GuardSettings, isComplete: Bool
    ) -> Objection? {
        let (before, now) = (figures.oldVariants, figures.newVariants)
        if now == 0 {
            return Objection(
                .sourceShrunk, .refuse,
                before == 0
                    ? Bilingual("里面一个规格也没有", "there is not one spec in it")
                    : Bilingual(
                        "里面一个规格也没有（上次 \(Figure.text(before)) 个），拒收",
                        "there is not one spec in it (last time \(Figure.text(before))): refused"))
        }
        guard isComplete, before > 0 else { return nil }
        let share = Figure.share(now, of: before, up: false)
        let counts = Bilingual(
            "\(Figure.text(now)) / \(Figure.text(before)) 个规格", "\(Figure.text(now)) of \(Figure.text(before)) specs")
        if Figure.isBelow(now, of: before, limits.refuse) {
            return Objection(
                .sourceShrunk, .refuse,
                Bilingual(
                    "只有上次的 \(share)（\(counts.zh)），低于 \(limits.refuse) %，拒收",
                    "only \(share) of last time (\(counts.en)), below \(limits.refuse) %: refused"))
        }
        guard before >= limits.minimum else { return nil }
        if Figure.isBelow(now, of: before, limits.hold) {
            return Objection(
                .sourceShrunk, .hold,
                Bilingual(
                    "只有上次的 \(share)（\(counts.zh)），低于 \(limits.hold) %",
                    "only \(share) of last time (\(counts.en)), below \(limits.hold) %"))
        }
        // What came under another code is still there; that so many codes changed is another guard's.
        let kept = figures.kept + figures.relisted
        let leastKept = min(leastKept, limits.hold)
        guard Figure.isBelow(kept, of: before, leastKept) else { return nil }
        let left = Figure.share(kept, of: before, up: false)
        return Objection(
            .sourceShrunk, .hold,
            Bilingual(
                "规格数差不多，但上次的只剩 \(left)（\(Figure.text(kept)) / \(Figure.text(before)) 个规格），低于 \(leastKept) %：像是换了一份目录",
                "as many specs as before, but only \(left) of last time's are left (\(Figure.text(kept)) of \(Figure.text(before))), below \(leastKept) %: it looks like another catalogue"
            ))
    }

    /// Whether too many variants came under another code.
    static func churn(_ figures: CatalogueChanges.Figures, _ limits: GuardSettings) -> Objection? {
        let before = figures.oldVariants
        guard before >= limits.minimum, Figure.isAbove(figures.relisted, of: before, limits.newCodes) else {
            return nil
        }
        let share = Figure.share(figures.relisted, of: before, up: true)
        return Objection(
            .sourceRenumbered, .hold,
            Bilingual(
                "\(share) 的规格换了编码、规格没变（\(Figure.text(figures.relisted)) / \(Figure.text(before)) 个），超过 \(limits.newCodes) %",
                "\(share) of the specs have the same words under another code (\(Figure.text(figures.relisted)) of \(Figure.text(before))), above \(limits.newCodes) %"
            ))
    }
}
