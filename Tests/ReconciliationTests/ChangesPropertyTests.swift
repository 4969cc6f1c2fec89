import Catalogues
import Reconciliation
import Testing

/// What must hold of the changes between any two catalogues.
@Suite struct ChangesPropertyTests {
    private static let fields: [Field] = [.styleCode, .title, .sku, .barcode, .option1, .option2, .price, .stock]

    /// Numbers that look random and are the same in each run.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    private struct Row {
        var style: Int
        var sku: String
        var colour: String
        var size: String
        var price: Int
        var stock: Int

        /// Some styles have no code, and some no title either.
        var text: String {
            "\(style % 7 == 0 ? "" : "K\(style)")|\(style % 14 == 0 ? "" : "款式\(style)")|\(sku)||\(colour)|\(size)|\(price)|\(stock)"
        }
    }

    private static func catalogue(_ dice: inout Dice) -> [Row] {
        var rows: [Row] = []
        for style in 1...(3 + dice.roll(12)) {
            for colour in ["黑色", "白色", "藏青", "远山"].prefix(1 + dice.roll(4)) {
                for size in ["S", "M", "L", "XXL"].prefix(1 + dice.roll(4)) {
                    // Some without a code, some with another's, some with the style's.
                    let sku =
                        switch dice.roll(12) {
                        case 0: ""
                        case 1: "K\(style)"
                        case 2: "S1"
                        default: "S\(style)-\(colour)-\(size)"
                        }
                    rows.append(
                        Row(
                            style: style, sku: sku, colour: colour, size: size, price: 10 + dice.roll(3),
                            stock: dice.roll(3)))
                    if dice.roll(15) == 0 { rows.append(rows.last!) }
                }
            }
        }
        return rows
    }

    /// The next night: rows gone, new, renamed, with other codes, prices and stock; a style under another number.
    private static func nextNight(_ rows: [Row], _ dice: inout Dice) -> [Row] {
        var next: [Row] = []
        let (moved, gone) = (1 + dice.roll(8), 1 + dice.roll(20))
        for var row in rows where row.style != gone {
            if row.style == moved { row.style += 100 }
            switch dice.roll(12) {
            case 0: continue
            case 1: row.colour = "红色"
            case 2: row.sku += "x"
            case 3: row.size = row.size == "XXL" ? "2XL" : "XL"
            case 4: row.price += 5
            case 5: row.stock = 0
            case 6:
                next.append(
                    Row(style: row.style, sku: "N\(next.count)", colour: "绿色", size: row.size, price: 9, stock: 1))
            default: break
            }
            next.append(row)
        }
        return next
    }

    private static func text(_ rows: [Row]) -> String { rows.map(\.text).joined(separator: "\n") }

    private static func shuffled(_ rows: [Row], _ dice: inout Dice) -> [Row] {
        var rows = rows
        for index in rows.indices.reversed() { rows.swapAt(index, dice.roll(index + 1)) }
        return rows
    }

    @Test(arguments: 1...40) func againstItselfNothing(_ seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let rows = Self.catalogue(&dice)
        for other in [rows, Self.shuffled(rows, &dice)] {
            let nights = Nights(Self.text(rows), Self.text(other), fields: Self.fields)
            #expect(nights.told == [])
            #expect(nights.changes.figures.kept == rows.count)
            #expect(nights.changes.figures.stockChanged + nights.changes.figures.pricesJumped == 0)
        }
    }

    @Test(arguments: 1...40) func shuffledRowsChangeNothingButTheOrder(_ seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let rows = Self.catalogue(&dice)
        let next = Self.nextNight(rows, &dice)
        let nights = Nights(Self.text(rows), Self.text(next), fields: Self.fields)
        let shuffled = Nights(
            Self.text(Self.shuffled(rows, &dice)), Self.text(Self.shuffled(next, &dice)), fields: Self.fields)
        #expect(!nights.told.isEmpty)
        #expect(shuffled.toldInAnyOrder == nights.toldInAnyOrder)
        #expect("\(shuffled.changes.figures)" == "\(nights.changes.figures)")
    }

    @Test(arguments: 1...40) func theWayBackMirrorsTheWayThere(_ seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let rows = Self.catalogue(&dice)
        let next = Self.nextNight(rows, &dice)
        let there = Nights(Self.text(rows), Self.text(next), fields: Self.fields).changes
        let back = Nights(Self.text(next), Self.text(rows), fields: Self.fields).changes
        func counts(_ changes: CatalogueChanges) -> [ChangeKind: Int] {
            changes.changes.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
        }
        let mirror: [ChangeKind: ChangeKind] = [
            .styleAdded: .styleWithdrawn, .styleWithdrawn: .styleAdded, .specAdded: .specRemoved,
            .specRemoved: .specAdded, .soldOut: .backInStock, .backInStock: .soldOut,
        ]
        let mirrored = counts(there).reduce(into: [:]) { $0[mirror[$1.key] ?? $1.key] = $1.value }
        #expect(mirrored == counts(back))
        #expect(there.figures.relisted == back.figures.relisted)
    }

    /// Nothing is told twice, and the changes of a variant stand together.
    @Test(arguments: 1...40) func eachChangeOnce(_ seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let rows = Self.catalogue(&dice)
        let changes = Nights(Self.text(rows), Self.text(Self.nextNight(rows, &dice)), fields: Self.fields).changes
            .changes
        let keys = changes.map {
            "\($0.kind) \($0.oldRow ?? -1) \($0.newRow ?? -1) \($0.oldStyle ?? -1) \($0.newStyle ?? -1)"
        }
        #expect(Set(keys).count == keys.count)
        let rowsTold = changes.compactMap(\.newRow)
        let runs = zip(rowsTold, rowsTold.dropFirst()).filter { $0 != $1 }.map(\.1)
        #expect(Set(runs).count == runs.count)
    }
}
