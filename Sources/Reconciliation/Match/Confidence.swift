/// How likely a pair is right, in hundredths: how often pairs of its kind were, on labelled ones. Decisions.md has the
/// figures. It orders what a person sees, and decides nothing: what is accepted is accepted by rules.
enum Confidence {
    /// Of an accepted pair.
    static func accepted(_ evidence: Evidence) -> UInt8 {
        if evidence.contains(.confirmed) { return 100 }
        let isCoded = !evidence.isDisjoint(with: [.sku, .skuSqueezed, .skuPrefixed, .barcode])
        if !isCoded { return evidence.contains(.learnedValue) ? 93 : 95 }
        if !evidence.isDisjoint(with: [.silentWords, .nearWords]) { return 97 }
        return evidence.contains(.sku) ? 100 : 99
    }

    /// Of a candidate that a person is asked about, one of `count` for its row.
    static func candidate(_ evidence: Evidence, among count: Int) -> UInt8 {
        let kind = kinds.first { evidence.isSuperset(of: $0.evidence) }?.share ?? 90
        // A guessed style is wrong now and then, whatever its words say.
        let share = evidence.contains(.styleGuessed) ? kind * 9 / 10 : kind
        return UInt8(max(5, share / max(1, count)))
    }

    /// The first kind that fits tells how often one of the candidates was right.
    private static let kinds: [(evidence: Evidence, share: Int)] = [
        ([.codesConflict, .wordsContradict], 25), (.codesConflict, 50), (.wordsContradict, 25),
        (.meaningChanged, 50), (.breaksOneToOne, 30), (.sizeSystemsDiffer, 50), (.severalCandidates, 90),
        (.unknownCode, 60), (.barcodeDiffers, 80), ([.titleWords, .titlesDiffer], 85), (.titlesDiffer, 50),
        ([.silentWords, .oneSideLacksWords], 40), (.oneSideLacksWords, 75), (.nearWords, 70),
        ([.silentWords, .colour, .size], 60), (.silentWords, 45),
    ]
}
