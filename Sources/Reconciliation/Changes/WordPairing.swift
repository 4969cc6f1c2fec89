import Catalogues
import Lexicons

/// Which of some rows say the same words.
extension VariantPairing {
    /// How alike words are, the likest first.
    private enum Likeness: CaseIterable {
        /// The same words on the same axes; on other axes; other words of the same meaning.
        case words, values, meanings
    }

    /// Pairs of rows, one of each version, that say the same and have no rival that does.
    ///
    /// - Parameter keepingRepeats: rows of one code and the same words are one variant written several times: they are
    ///   paired as far as they go, and the rest are repeats.
    func sameWords(_ before: [UInt32], _ after: [UInt32], keepingRepeats: Bool) -> [(UInt32, UInt32)] {
        var found: [(UInt32, UInt32)] = []
        var (before, after) = (before, after)
        for likeness in Likeness.allCases where !before.isEmpty && !after.isEmpty {
            for row in before { if let key = key(old, row, likeness) { wordGroups.addOld(row, key) } }
            for row in after { if let key = key(new, row, likeness) { wordGroups.addNew(row, key) } }
            var taken: (old: [UInt32], new: [UInt32]) = ([], [])
            wordGroups.takeShared { olds, news in
                if olds.count == 1, news.count == 1 {
                    let (oldRow, newRow) = (olds.first!.index, news.first!.index)
                    guard areAlike(oldRow, newRow, likeness) else { return }
                    found.append((oldRow, newRow))
                    taken.old.append(oldRow)
                    taken.new.append(newRow)
                } else if keepingRepeats, likeness == .words {
                    let (olds, news) = (olds.map(\.index), news.map(\.index))
                    found += pairsOfRepeats(olds, news)
                    taken.old += olds
                    taken.new += news
                }
            }
            // Mostly that is all.
            if taken.old.count == before.count || taken.new.count == after.count { return found }
            if taken.old.isEmpty { continue }
            let (olds, news) = (Set(taken.old), Set(taken.new))
            before.removeAll { olds.contains($0) }
            after.removeAll { news.contains($0) }
        }
        return found + sameInOtherWords(before, after)
    }

    /// The few that are left, where one says the same in more words than the other: `XL` and `180/100A(XL)`.
    private func sameInOtherWords(_ before: [UInt32], _ after: [UInt32]) -> [(UInt32, UInt32)] {
        guard !before.isEmpty, !after.isEmpty, before.count <= Self.fewRows, after.count <= Self.fewRows else {
            return []
        }
        let pairs = before.flatMap { oldRow in
            after.filter { words.meanSame(Int(oldRow), Int($0)) }.map { (oldRow, $0) }
        }
        return pairs.filter { pair in pairs.count { $0.0 == pair.0 || $0.1 == pair.1 } == 1 }
    }

    private static let fewRows = 32

    private func key(_ version: Version, _ row: UInt32, _ likeness: Likeness) -> UInt64? {
        switch likeness {
        case .words: return RowWords(version, Int(row)).hash
        case .values: return RowWords(version, Int(row)).values.hash
        case .meanings: return version === old ? words.key(ofOld: Int(row)) : words.key(ofNew: Int(row))
        }
    }

    /// Whether two rows under one key are alike indeed: a key is but a number, and values may stand on axes that exclude
    /// each other.
    private func areAlike(_ oldRow: UInt32, _ newRow: UInt32, _ likeness: Likeness) -> Bool {
        let (before, after) = (RowWords(old, Int(oldRow)), RowWords(new, Int(newRow)))
        switch likeness {
        case .words where before.hasSpec: return before == after
        case .words: return before == after && !words.titlesContradict(Int(oldRow), Int(newRow))
        case .values: return words.verdict(Int(oldRow), Int(newRow)) == .same
        case .meanings: return words.meanSame(Int(oldRow), Int(newRow))
        }
    }

    // MARK: Repeats

    /// Rows that say the same under one code, paired by what else they say, so that their order makes no difference.
    private func pairsOfRepeats(_ before: [UInt32], _ after: [UInt32]) -> [(UInt32, UInt32)] {
        var olds = before.map { Facts(old.catalogue, $0) }.sorted()
        var news = after.map { Facts(new.catalogue, $0) }.sorted()
        var found: [(UInt32, UInt32)] = []
        for index in olds.indices.reversed() {
            guard let same = news.firstIndex(where: { $0.amounts == olds[index].amounts }) else { continue }
            found.append((olds.remove(at: index).row, news.remove(at: same).row))
        }
        let count = min(olds.count, news.count)
        old.repeats.formUnion(olds[count...].map(\.row))
        new.repeats.formUnion(news[count...].map(\.row))
        return found + zip(olds, news).map { ($0.row, $1.row) }
    }

    /// Price, cost, stock and availability of a row, by which repeats are put in order.
    private struct Facts: Comparable {
        var amounts: [Int64]
        var row: UInt32

        init(_ catalogue: Catalogue, _ row: UInt32) {
            let index = Int(row)
            self.row = row
            let amounts = [catalogue.variants.price.base[index], catalogue.variants.cost.base[index]]
            let stock = catalogue.variants.stock.base[index]
            self.amounts =
                amounts.map { $0.isAbsent ? .min : $0.tenThousandths } + [
                    stock.isUnlimited ? .max : Int64(stock.quantity ?? -1),
                    Int64(catalogue.variants.availability.base[index].rawValue),
                ]
        }

        static func < (a: Facts, b: Facts) -> Bool {
            for (x, y) in zip(a.amounts, b.amounts) where x != y { return x < y }
            return a.row < b.row
        }
    }
}
