import Catalogues
import Lexicons

/// Finds which variant of the newer version is which of the older one.
///
/// Codes come first, then words; what names several rows names none. Whatever is found holds both ways: the versions
/// exchanged, the same pairs come out.
final class VariantPairing {
    let old: Version
    let new: Version
    let words: WordReading
    /// Whether a row of the newer version came under another code, and how many did.
    let isRelisted: Column<Bool>
    private(set) var relistedCount = 0
    var groups = Groups()
    /// Styles without a code that share a title with others.
    var namesakes: [(old: [UInt32], new: [UInt32])] = []
    /// Those of words, which are made while others are gone through.
    var wordGroups = Groups()
    private var census: CodeCensus?

    init(_ old: Version, _ new: Version, _ words: WordReading) {
        self.old = old
        self.new = new
        self.words = words
        isRelisted = Column(zeros: new.catalogue.variantCount)
    }

    /// - Parameter isComplete: what the newer version does not have is gone, so that it may have come back under another
    ///   code.
    func run(isComplete: Bool) {
        pairStylesByCode()
        pairStylesByTitle()
        for style in 0..<new.catalogue.styleCount { pairByCode(inStyle: style) }
        for (before, after) in namesakes { pairByCode(old.rows(ofStyles: before), new.rows(ofStyles: after)) }
        pairByCodeAnywhere()
        for style in pairStylesByVariants() { pairByCode(inStyle: style) }
        for style in 0..<new.catalogue.styleCount { pairByWords(inStyle: style) }
        for (before, after) in namesakes { pairByWords(old.openRows(ofStyles: before), new.openRows(ofStyles: after)) }
        pairStylesOfNamesakes()
        if !isComplete { return }
        relistInStyles()
        relistStyles()
    }

    func pair(_ oldRow: UInt32, _ newRow: UInt32) {
        old.partners.base[Int(oldRow)] = newRow + 1
        new.partners.base[Int(newRow)] = oldRow + 1
    }

    // MARK: By code

    /// The same code in a style and its partner.
    private func pairByCode(inStyle style: Int) {
        let partner = Int(new.stylePartners.base[style]) - 1
        guard partner >= 0 else { return }
        let (before, after) = (old.catalogue.rows(ofStyle: partner), new.catalogue.rows(ofStyle: style))
        if !pairAsTheyStand(before, after) { pairByCode(before, after) }
    }

    func pairByCode(_ before: some Sequence<Int>, _ after: some Sequence<Int>) {
        for row in before where old.codes.base[row] != 0 && old.isOpen(row) {
            groups.addOld(UInt32(row), old.codes.base[row])
        }
        for row in after where new.codes.base[row] != 0 && new.isOpen(row) {
            groups.addNew(UInt32(row), new.codes.base[row])
        }
        groups.takeShared { before, after in
            guard old.isSameCode(Int(before.first!.index), new, Int(after.first!.index)) else { return }
            if before.count == 1, after.count == 1 {
                pair(before.first!.index, after.first!.index)
            } else {
                // One code for several variants: their words tell them apart.
                pairSameWords(before.map(\.index), after.map(\.index), keepingRepeats: true)
            }
        }
    }

    /// On most nights the rows of a style stand as they stood; true if they did, and are paired.
    private func pairAsTheyStand(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
        guard before.count == after.count, before.count <= 64 else { return false }
        let codes = (old.codes.base + before.lowerBound, new.codes.base + after.lowerBound)
        for index in 0..<before.count {
            let code = codes.0[index]
            if code == 0 || !old.isOpen(before.lowerBound + index)
                || !old.isSameCode(before.lowerBound + index, new, after.lowerBound + index)
            {
                return false
            }
            for other in 0..<index where codes.0[other] == code { return false }
        }
        for index in 0..<before.count {
            pair(UInt32(before.lowerBound + index), UInt32(after.lowerBound + index))
        }
        return true
    }

    /// A code that each version has once, in whatever style.
    private func pairByCodeAnywhere() {
        census = CodeCensus(old, new)
        census?.pairsOfUnique { oldRow, newRow in
            if old.isSameCode(Int(oldRow), new, Int(newRow)) { pair(oldRow, newRow) }
        }
    }

    // MARK: By words

    /// In a style and its partner, what has no code in one version or the other: a supplier may begin to give codes.
    private func pairByWords(inStyle style: Int) {
        let partner = Int(new.stylePartners.base[style]) - 1
        guard partner >= 0 else { return }
        pairByWords(old.openRows(ofStyle: partner), new.openRows(ofStyle: style))
    }

    func pairByWords(_ olds: [UInt32], _ news: [UInt32]) {
        var (before, after) = (olds, news)
        guard !before.isEmpty, !after.isEmpty else { return }
        func isCoded(_ version: Version) -> (UInt32) -> Bool { { version.hasSKU(Int($0)) } }
        let coded = (old: before.filter(isCoded(old)), new: after.filter(isCoded(new)))
        if coded.old.count == before.count, coded.new.count == after.count { return }
        before.removeAll(where: isCoded(old))
        after.removeAll(where: isCoded(new))
        pairSameWords(before, after, keepingRepeats: true)
        pairSameWords(before.filter(isUnpaired(old)), coded.new, keepingRepeats: false)
        pairSameWords(coded.old, after.filter(isUnpaired(new)), keepingRepeats: false)
    }

    private func isUnpaired(_ version: Version) -> (UInt32) -> Bool {
        { version.isOpen(Int($0)) && !version.repeats.contains($0) }
    }

    private func pairSameWords(_ before: [UInt32], _ after: [UInt32], keepingRepeats: Bool) {
        for (oldRow, newRow) in sameWords(before, after, keepingRepeats: keepingRepeats) { pair(oldRow, newRow) }
    }

    // MARK: Under another code

    /// In a style and its partner: a code is gone, and a code that was nowhere has the same words.
    private func relistInStyles() {
        guard let census, census.hasBoth else { return }
        for style in 0..<new.catalogue.styleCount {
            let partner = Int(new.stylePartners.base[style]) - 1
            guard partner >= 0 else { continue }
            relist(
                sameWords(
                    old.openRows(ofStyle: partner).filter { old.hasSKU(Int($0)) && isRenumbered(old, $0) },
                    new.openRows(ofStyle: style).filter { new.hasSKU(Int($0)) && isRenumbered(new, $0) },
                    keepingRepeats: false))
        }
    }

    private func relist(_ pairs: [(UInt32, UInt32)]) {
        for (oldRow, newRow) in pairs {
            pair(oldRow, newRow)
            isRelisted.base[Int(newRow)] = true
        }
        relistedCount += pairs.count
    }

    /// No row of the other version has the row's code.
    private func isRenumbered(_ version: Version, _ row: UInt32) -> Bool {
        !version.hasSKU(Int(row)) || census?.isOnlyIn(version === old, version.codes.base[Int(row)]) ?? true
    }

    /// A style that is gone and one that is new, of the same title or article number, with mostly the same words.
    private func relistStyles() {
        for (oldStyle, newStyle) in renamedStyles() {
            let before = old.openRows(ofStyle: oldStyle)
            let after = new.openRows(ofStyle: newStyle)
            let found = sameWords(
                before.filter { isRenumbered(old, $0) }, after.filter { isRenumbered(new, $0) }, keepingRepeats: false)
            guard found.count * 2 > max(before.count, after.count) else { continue }
            pair(styles: oldStyle, newStyle)
            relist(found)
        }
    }
}
