import Catalogues
import Lexicons

/// What the words of both versions mean; read when the first ones differ, which on most nights are few.
final class WordReading {
    enum Verdict { case same, renamed, changed }

    private let old: Version
    private let new: Version
    private let lexicon: Lexicon
    private lazy var meanings = Meanings(old.catalogue, new.catalogue, lexicon)
    private var titles: [TitlePair: Bool] = [:]

    /// What all words mean, of both versions.
    private final class Meanings {
        let old: Understanding
        let new: Understanding
        var relation: RelationCache

        init(_ before: Catalogue, _ after: Catalogue, _ lexicon: Lexicon) {
            old = Understanding(before, lexicon)
            new = Understanding(after, lexicon)
            relation = RelationCache(lexicon, meanings: lexicon.meaningCount)
        }
    }

    init(_ old: Version, _ new: Version, _ lexicon: Lexicon) {
        self.old = old
        self.new = new
        self.lexicon = lexicon
    }

    /// How the words of two rows under one code stand to each other.
    func verdict(_ oldRow: Int, _ newRow: Int) -> Verdict {
        let (before, after) = (RowWords(old, oldRow), RowWords(new, newRow))
        if !before.hasSpec, !after.hasSpec {
            return titlesContradict(oldRow, newRow) ? .changed : .same
        }
        if before == after { return isMoved(oldRow, newRow) && titlesContradict(oldRow, newRow) ? .changed : .same }
        let meant = relation(oldRow, newRow)
        if meant == .never { return .changed }
        if before.values != after.values { return .renamed }
        // An axis got another name; or two axes exchanged theirs, while each value still means what it meant.
        let isArrangement = before.axes != after.axes || (meant == .same && isOrderless(oldRow, newRow))
        return isArrangement ? .same : .renamed
    }

    /// Whether two rows mean the same, and nothing hangs on which of their words stands where.
    func meanSame(_ oldRow: Int, _ newRow: Int) -> Bool {
        relation(oldRow, newRow) == .same && isOrderless(oldRow, newRow)
    }

    /// Each word says another part of the spec: a red top with blue trousers is no blue top with red ones.
    private func isOrderless(_ oldRow: Int, _ newRow: Int) -> Bool {
        func parts(_ understood: borrowing Understanding, _ row: Int) -> Int {
            var count = 0
            for slot in 0..<Slot.count where understood.meaning(row, slot) != 0 { count += 1 }
            return count
        }
        return parts(meanings.old, oldRow) >= RowWords(old, oldRow).count
            && parts(meanings.new, newRow) >= RowWords(new, newRow).count
    }

    /// Whether the variant went to another style.
    private func isMoved(_ oldRow: Int, _ newRow: Int) -> Bool {
        Int(old.stylePartners.base[old.style(of: oldRow)]) != new.style(of: newRow) + 1
    }

    /// How the meanings of two rows stand to each other, over all parts of a spec: `same` only if all that one says the
    /// other says too.
    func relation(_ oldRow: Int, _ newRow: Int) -> Relation {
        var result = Relation.silent
        for slot in 0..<Slot.count {
            let before = meanings.old.meaning(oldRow, slot)
            let after = meanings.new.meaning(newRow, slot)
            if before == 0, after == 0 { continue }
            switch meanings.relation(before, after) {
            case .never: return .never
            case .same: if result == .silent { result = .same }
            case .near, .silent: result = .near
            }
        }
        return result
    }

    /// A key under which rows lie that say the same; nil where a row says nothing that is understood.
    func key(ofOld row: Int) -> UInt64? {
        key { meanings.old.meaning(row, $0) }
    }

    func key(ofNew row: Int) -> UInt64? {
        key { meanings.new.meaning(row, $0) }
    }

    private func key(_ meaning: (Int) -> UInt32) -> UInt64? {
        var hash: UInt64 = 0
        var isEmpty = true
        for slot in 0..<Slot.count {
            if meaning(slot) != 0 { isEmpty = false }
            hash = CodeIndex.mixed(hash &+ UInt64(meaning(slot)))
        }
        return isEmpty ? nil : hash
    }

    /// Whether what the titles of two rows name excludes that they are one product.
    func titlesContradict(_ oldRow: Int, _ newRow: Int) -> Bool {
        let (before, after) = (old.title(of: oldRow), new.title(of: newRow))
        if before.isEmpty || after.isEmpty || before == after { return false }
        let pair = TitlePair(theirs: UInt(bitPattern: before.base), ours: UInt(bitPattern: after.base))
        if let known = titles[pair] { return known }
        let contradict =
            relation(oldRow, newRow) == .never
            || lexicon.names(ofTitle: before.buffer).contradicts(lexicon.names(ofTitle: after.buffer), strictly: false)
            || attributesContradict(before, after)
        titles[pair] = contradict
        return contradict
    }

    /// Fleece-lined and not, men's and women's; what both titles name is no contradiction.
    private func attributesContradict(_ before: Bytes, _ after: Bytes) -> Bool {
        let a = lexicon.attributes(ofTitle: before.buffer)
        let b = a.isEmpty ? [] : lexicon.attributes(ofTitle: after.buffer)
        return a.contains { x in
            !b.contains(x) && b.contains { y in !a.contains(y) && lexicon.relation(x, y) == .never }
        }
    }
}
