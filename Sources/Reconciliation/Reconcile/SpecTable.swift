public import Catalogues
public import Lexicons

/// What each leg calls the same spec, joined by the shop's variant: 货源规格, 代发规格, 店铺规格, 订单传递系统规格.
public struct SpecTable: Sendable {
    /// What one leg says of a variant.
    public struct Cell: Sendable {
        public var leg: Source.Leg
        /// Which of the outcomes it comes from; nil = it is the shop's own.
        public var outcome: Int?
        /// Row of that source's catalogue.
        public var row: Int
        /// Its words are not those of the others.
        public var isOutOfStep = false
    }

    /// One shop variant over all legs; legs without a counterpart have no cell.
    public struct Row: Sendable {
        public var shop: Int
        public var cells: [Cell]

        public var disagrees: Bool { cells.contains { $0.isOutOfStep } }
        /// The legs out of step, as far as a majority tells.
        public var outOfStep: [Source.Leg] { cells.filter(\.isOutOfStep).map(\.leg) }
        /// Two legs contradict each other and no third one tells who is right.
        public var isUndecided = false

        /// The first cell of a leg: several suppliers have one each.
        public func cell(_ leg: Source.Leg) -> Cell? { cells.first { $0.leg == leg } }
        public func cell(ofOutcome outcome: Int?) -> Cell? { cells.first { $0.outcome == outcome } }
    }

    /// Of each style of the shop in which legs disagree, all rows; styles and rows in the order of the shop's catalogue.
    public let rows: [Row]

    /// - Parameters:
    ///   - outcomes: each leg compared with the shop; all with the same shop catalogue.
    ///   - behind: rows of the shop at which a source (an outcome; nil = the shop) is known not to have followed a change
    ///     yet, though its words do not contradict the others'.
    public init(_ outcomes: [Outcome], lexicon: Lexicon, behind: [Int: Set<Int?>] = [:]) {
        guard let shop = outcomes.first?.shop else {
            rows = []
            return
        }
        var reader = WordReader(lexicon: lexicon)
        var isInQuestion = Self.stylesInQuestion(outcomes, count: shop.styleCount)
        for row in behind.keys { isInQuestion[Int(shop.variants.style[row])] = true }
        let partners = outcomes.map { Self.partners($0, in: isInQuestion) }
        var rows: [Row] = []
        for style in 0..<shop.styleCount where isInQuestion[style] {
            var ofStyle: [Row] = []
            for row in shop.rows(ofStyle: style) {
                var cells = [Cell(leg: .shop, row: row)]
                for (index, partners) in partners.enumerated() {
                    if let partner = partners[row] {
                        cells.append(Cell(leg: outcomes[index].supplier.source.leg, outcome: index, row: partner))
                    }
                }
                var judged = Self.judged(Row(shop: row, cells: cells), outcomes, shop, &reader)
                if !judged.disagrees, let late = behind[row] {
                    for index in judged.cells.indices where late.contains(judged.cells[index].outcome) {
                        judged.cells[index].isOutOfStep = true
                    }
                }
                ofStyle.append(judged)
            }
            if ofStyle.contains(where: \.disagrees) { rows += ofStyle.filter { $0.cells.count > 1 } }
        }
        self.rows = rows
    }

    /// The shop's styles in which legs may disagree: a pair's words contradict, or are silent while there is a third leg.
    private static func stylesInQuestion(_ outcomes: [Outcome], count: Int) -> [Bool] {
        let odd: Evidence =
            outcomes.count > 1
            ? [.wordsContradict, .codesConflict, .oneSideLacksWords, .silentWords, .nearWords, .learnedValue]
            : [.wordsContradict, .codesConflict, .oneSideLacksWords]
        var styles = [Bool](repeating: false, count: count)
        for outcome in outcomes {
            for pair in outcome.pairs.values where !pair.evidence.isDisjoint(with: odd) {
                styles[Int(outcome.shop.variants.style.base[Int(pair.shop)])] = true
            }
        }
        return styles
    }

    /// The leg's variant for each shop row: the accepted one, or the one its code names though the words contradict.
    private static func partners(_ outcome: Outcome, in styles: [Bool]) -> [Int: Int] {
        let pairs = outcome.pairs.values.filter { styles[Int(outcome.shop.variants.style.base[Int($0.shop)])] }
        var partners: [Int: Int] = [:]
        for codes: Evidence in [.barcode, .skuPrefixed, .skuSqueezed, .sku] {
            for pair in pairs where !pair.decision.isAccepted && pair.evidence.contains(codes) {
                partners[Int(pair.shop)] = Int(pair.supplier)
            }
        }
        for pair in pairs where pair.decision.isAccepted { partners[Int(pair.shop)] = Int(pair.supplier) }
        return partners
    }

    /// Marks the cells out of step: those that contradict the largest group of legs that agree.
    private static func judged(_ row: Row, _ outcomes: [Outcome], _ shop: Catalogue, _ reader: inout WordReader) -> Row
    {
        var row = row
        let meanings = row.cells.map { cell in
            reader.read(cell.outcome.map { outcomes[$0].supplier } ?? shop, cell.row)
        }
        var against = Array(repeating: 0, count: row.cells.count)
        for a in row.cells.indices {
            for b in row.cells.indices where b != a && reader.contradict(meanings[a], meanings[b]) { against[a] += 1 }
        }
        guard against.contains(where: { $0 > 0 }) else { return row }
        // Who is contradicted by more legs than stand with it is out of step.
        for index in row.cells.indices where against[index] * 2 > row.cells.count - 1 && against[index] > 0 {
            row.cells[index].isOutOfStep = true
        }
        guard !row.cells.contains(where: \.isOutOfStep) || row.cells.filter(\.isOutOfStep).count * 2 >= row.cells.count
        else { return row }
        // A tie. The supplier and the platform that ships for it know the goods; the order system repeats the shop.
        for index in row.cells.indices { row.cells[index].isOutOfStep = against[index] > 0 }
        let suppliers = row.cells.indices.filter { row.cells[$0].leg == .supplier }
        if let platform = row.cells.firstIndex(where: { $0.leg == .platform }),
            let supplier = suppliers.first(where: { !reader.contradict(meanings[$0], meanings[platform]) })
        {
            row.cells[supplier].isOutOfStep = false
            row.cells[platform].isOutOfStep = false
        } else {
            row.isUndecided = true
        }
        return row
    }
}
