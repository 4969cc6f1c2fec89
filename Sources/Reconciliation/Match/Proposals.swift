import Catalogues
import Lexicons

/// What is shown to a person and never accepted: what fits nearly, or is all that is left.
extension Matcher {
    /// What fits nearly, or is all that is left, is proposed to a person; never accepted.
    mutating func proposeLeftOvers(
        _ free: [Int], ofShopStyle shopStyle: Int, _ theirs: [Int], _ tie: Evidence
    ) {
        let open = free.filter { shopDecisions.base[$0] == .none }
        let left = theirs.indices.filter { supplierDecisions.base[theirs[$0]] == .none }
        guard !open.isEmpty, !left.isEmpty else { return }
        compareValues(ofShopStyle: shopStyle, theirs)
        let first = blocks.shop.rows(ofStyle: shopStyle).lowerBound
        for row in open {
            var candidates: [(row: Int, rank: Int, evidence: Evidence)] = []
            for index in left {
                let other = theirs[index]
                let fit = fit(index, row - first)
                if fit.isNever || blocks.decided.isRejected(other, row) { continue }
                let only = open.count == 1 && left.count == 1
                // Words that cannot be compared are worth a question only where there are few to ask about.
                let isFew = open.count <= 6 && left.count <= 6
                if fit.exact | fit.near == 0, !only, !(isFew && fit.silent != 0) { continue }
                var evidence: Evidence = tie
                for slot in Slot.allCases where fit.exact >> UInt8(slot.rawValue) & 1 == 1 {
                    evidence.insert(slot.evidence)
                }
                if fit.near != 0 { evidence.insert(.nearWords) }
                if fit.silent != 0 { evidence.insert(.silentWords) }
                if fit.lacking != 0 { evidence.insert(.oneSideLacksWords) }
                if only { evidence.insert(.onlyOneLeft) }
                // The more axes agree, and the fewer one side lacks, the further in front.
                let rank =
                    3 * fit.exact.nonzeroBitCount + 2 * fit.near.nonzeroBitCount
                    - 2 * (fit.silent | fit.lacking).nonzeroBitCount
                candidates.append((other, rank, evidence))
            }
            candidates.sort { ($1.rank, $0.row) < ($0.rank, $1.row) }
            guard let best = candidates.first else { continue }
            for candidate in candidates.prefix(5) {
                review(UInt32(candidate.row), UInt32(row), candidate.evidence, among: candidates.count)
            }
            report(mismatch(.ambiguousMatch, UInt32(best.row), UInt32(row), best.evidence))
        }
    }

    /// A supplier variant in known words that cannot be compared with the shop's (18-24个月 and 90, 250ml and 250g, 如图): it
    /// may be one that another variant was taken for, so a person is asked. Unknown words are simply not listed.
    mutating func askAboutOtherSystems(_ shopStyle: Int, _ theirs: [Int], _ tie: Evidence) {
        let left = theirs.filter {
            supplierDecisions.base[$0] == .none && blocks.supplierWords.facts.base[$0] & Understood.unknownWord == 0
        }
        guard !left.isEmpty, left.count <= 6 else { return }
        for row in left {
            let candidates = blocks.shop.rows(ofStyle: shopStyle).filter { couldBe(row, $0) }
            guard let first = candidates.first, candidates.count <= 6 else { continue }
            let evidence = tie.union(.silentWords)
            for candidate in candidates.prefix(5) {
                review(UInt32(row), UInt32(candidate), evidence, among: candidates.count)
            }
            report(mismatch(.ambiguousMatch, UInt32(row), UInt32(first), evidence))
        }
    }

    /// Whether nothing that both say contradicts, and something cannot be compared.
    private mutating func couldBe(_ supplier: Int, _ shop: Int) -> Bool {
        if blocks.shopWords.facts.base[shop] & Understood.unknownWord != 0 { return false }
        var silent = false
        for slot in 0..<Slot.count {
            let x = blocks.supplierWords.meaning(supplier, slot)
            let y = blocks.shopWords.meaning(shop, slot)
            if x == 0, y == 0 { continue }
            if x == 0 || y == 0 { return false }
            switch relation(x, y) {
            case .same: break
            case .near, .silent: silent = true
            case .never: return false
            }
        }
        return silent && !blocks.decided.isRejected(supplier, shop)
    }
}
