import Catalogues

/// Writes down what changed, in the order of the newer file.
struct ChangeList {
    private(set) var changes: [CatalogueChanges.Change] = []
    private(set) var figures = CatalogueChanges.Figures()

    private let old: Version
    private let new: Version
    private let pairing: VariantPairing
    private let isComplete: Bool
    private var comparison: VariantComparison
    /// Styles that are told as a whole.
    private var isAdded: [Bool] = []
    private var isWithdrawn: [Bool] = []

    init(_ pairing: VariantPairing, isComplete: Bool, priceStep: Int) {
        self.pairing = pairing
        self.isComplete = isComplete
        (old, new) = (pairing.old, pairing.new)
        comparison = VariantComparison(old.catalogue, new.catalogue, priceStep: priceStep)
        isAdded = Self.wholeStyles(new)
        isWithdrawn = isComplete ? Self.wholeStyles(old) : Array(repeating: false, count: old.catalogue.styleCount)
        figures.oldVariants = old.catalogue.variantCount
        figures.newVariants = new.catalogue.variantCount
        figures.relisted = pairing.relistedCount
        figures.kept = old.repeats.count
        write()
    }

    /// Styles without a partner of which at least half of the variants have none either: the others moved, and are told
    /// on their own.
    private static func wholeStyles(_ version: Version) -> [Bool] {
        (0..<version.catalogue.styleCount).map { style in
            guard version.isOpen(style: style) else { return false }
            let rows = version.catalogue.rows(ofStyle: style)
            if rows.isEmpty { return true }
            let open = version.openRows(ofStyle: style).count
            return open > 0 && open * 2 >= rows.count
        }
    }

    private mutating func write() {
        let (chains, rest) = gone()
        var nextStyle = 0
        for index in 0..<new.catalogue.variantCount {
            let row = new.catalogue.row(inFileOrder: index)
            let style = new.style(of: row)
            // Styles come in the order in which the file names them; those without variants stand between.
            while nextStyle <= style {
                if isAdded[nextStyle] { changes.append(.init(.styleAdded, newStyle: nextStyle)) }
                nextStyle += 1
            }
            tell(row, ofStyle: style)
            var next = chains.isEmpty ? 0 : chains.first[row]
            while next != 0 {
                tellGone(Int(next) - 1)
                next = chains.next[Int(next) - 1]
            }
        }
        while nextStyle < new.catalogue.styleCount {
            if isAdded[nextStyle] { changes.append(.init(.styleAdded, newStyle: nextStyle)) }
            nextStyle += 1
        }
        writeRest(rest)
    }

    // MARK: What the newer version has

    private mutating func tell(_ row: Int, ofStyle style: Int) {
        let partner = Int(new.partners.base[row]) - 1
        guard partner >= 0 else {
            if isAdded[style] || new.repeats.contains(UInt32(row)) { return }
            changes.append(
                .init(.specAdded, oldStyle: self.partner(of: style, in: new), newStyle: style, newRow: row))
            return
        }
        let isRelisted = pairing.isRelisted.base[row]
        func add(_ kind: ChangeKind) {
            changes.append(
                .init(kind, oldStyle: old.style(of: partner), newStyle: style, oldRow: partner, newRow: row))
        }
        if !isRelisted { figures.kept += 1 }
        switch pairing.words.verdict(partner, row) {
        case .same: break
        case .renamed: add(.specRenamed)
        case .changed: add(.meaningChanged)
        }
        if isRelisted { add(.relisted) }
        let price = comparison.price(partner, row)
        if price == .changed || price == .jumped { add(.priceChanged) }
        let was = VariantComparison.isInStock(old.catalogue, partner)
        let isNow = VariantComparison.isInStock(new.catalogue, row)
        if was == true, isNow == false { add(.soldOut) }
        if was == false, isNow == true { add(.backInStock) }
        if isRelisted { return }

        if price != .unknown { figures.pricesCompared += 1 }
        if price == .jumped { figures.pricesJumped += 1 }
        let stock = (old.catalogue.variants.stock.base[partner], new.catalogue.variants.stock.base[row])
        if !stock.0.isUnknown, !stock.1.isUnknown {
            figures.stockCompared += 1
            if stock.0 != stock.1 { figures.stockChanged += 1 }
        }
        if was == true {
            figures.wasInStock += 1
            if isNow == false { figures.wentOutOfStock += 1 }
        }
    }

    private func partner(of style: Int, in version: Version) -> Int? {
        let partner = Int(version.stylePartners.base[style])
        return partner == 0 ? nil : partner - 1
    }

    // MARK: What it has no more

    /// Rows that hang behind rows of the newer version, each chain in the order of the older file.
    private struct Chains {
        /// For each row of the newer version the first one, and for each row of the older one the next; plus one.
        var first: [UInt32] = []
        var next: [UInt32] = []
        var isEmpty: Bool { first.isEmpty }
    }

    /// The rows that are gone: behind the last row that their style has in the newer file, or else, in the order of the
    /// older file, at the end.
    private func gone() -> (Chains, rest: [Int]) {
        var chains = Chains()
        var rest: [Int] = []
        if !isComplete { return (chains, rest) }
        for index in (0..<old.catalogue.variantCount).reversed() {
            let row = old.catalogue.row(inFileOrder: index)
            guard old.isOpen(row), !old.repeats.contains(UInt32(row)) else { continue }
            let style = old.style(of: row)
            guard let partner = partner(of: style, in: old), let last = new.catalogue.rows(ofStyle: partner).last
            else {
                rest.append(row)
                continue
            }
            if chains.isEmpty {
                chains.first = Array(repeating: 0, count: new.catalogue.variantCount)
                chains.next = Array(repeating: 0, count: old.catalogue.variantCount)
            }
            chains.next[row] = chains.first[last]
            chains.first[last] = UInt32(row + 1)
        }
        return (chains, rest.reversed())
    }

    private mutating func tellGone(_ row: Int) {
        let style = old.style(of: row)
        if isWithdrawn[style] { return }
        changes.append(
            .init(.specRemoved, oldStyle: style, newStyle: partner(of: style, in: old), oldRow: row))
    }

    /// Withdrawn styles, and what is gone of others that have no place in the newer file.
    private mutating func writeRest(_ rows: [Int]) {
        var nextStyle = 0
        func add(upTo style: Int) {
            while nextStyle <= style {
                if isWithdrawn[nextStyle] { changes.append(.init(.styleWithdrawn, oldStyle: nextStyle)) }
                nextStyle += 1
            }
        }
        for row in rows {
            add(upTo: old.style(of: row))
            tellGone(row)
        }
        add(upTo: old.catalogue.styleCount - 1)
    }
}
