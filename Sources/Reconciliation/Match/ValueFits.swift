import Catalogues
import Lexicons

/// How two values of one slot stand to each other within a pair of styles.
enum Fit: UInt8 { case exact, near, silent, never }

/// How each value of the supplier's style stands to each of the shop's, slot by slot.
struct ValueFits {
    var theirs: [[UInt32]] = []
    var ours: [[UInt32]] = []
    var table: [[Fit]] = []
    var learned: [[Bool]] = []
}

/// How a supplier row's words fit a shop row's.
struct RowFit {
    var exact: UInt8 = 0
    var near: UInt8 = 0
    var silent: UInt8 = 0
    var lacking: UInt8 = 0
    var isNever = false
    var isLearned = false

    var isExact: Bool { !isNever && near | silent | lacking == 0 && exact != 0 }
}

extension Matcher {
    mutating func fits(_ supplierStyle: Int, _ shopStyle: Int, _ theirRows: [Int]) -> ValueFits {
        var fits = ValueFits()
        for slot in 0..<Slot.count {
            var theirs: [UInt32] = []
            var ours: [UInt32] = []
            for row in theirRows {
                let value = blocks.supplierWords.meaning(row, slot)
                if value != 0, !theirs.contains(value) { theirs.append(value) }
            }
            for row in blocks.shop.rows(ofStyle: shopStyle) {
                let value = blocks.shopWords.meaning(row, slot)
                if value != 0, !ours.contains(value) { ours.append(value) }
            }
            var table = [Fit](repeating: .silent, count: theirs.count * ours.count)
            var learned = [Bool](repeating: false, count: theirs.count * ours.count)
            for (i, x) in theirs.enumerated() {
                for (j, y) in ours.enumerated() {
                    switch relation(x, y) {
                    case .same: table[i * ours.count + j] = .exact
                    case .near: table[i * ours.count + j] = .near
                    case .never: table[i * ours.count + j] = .never
                    case .silent: break
                    }
                }
            }
            learn(slot, supplierStyle, shopStyle, theirs, ours, &table, &learned)
            // One to one: what has an exact partner has no other.
            for i in theirs.indices {
                for j in ours.indices where table[i * ours.count + j] == .exact {
                    for k in ours.indices where k != j && table[i * ours.count + k] != .exact {
                        table[i * ours.count + k] = .never
                    }
                    for k in theirs.indices where k != i && table[k * ours.count + j] != .exact {
                        table[k * ours.count + j] = .never
                    }
                }
            }
            fits.theirs.append(theirs)
            fits.ours.append(ours)
            fits.table.append(table)
            fits.learned.append(learned)
        }
        return fits
    }

    /// A value pair that accepted coded siblings establish holds for the uncoded ones, unless it is a `never`.
    private mutating func learn(
        _ slot: Int, _ supplierStyle: Int, _ shopStyle: Int, _ theirs: [UInt32], _ ours: [UInt32], _ table: inout [Fit],
        _ learned: inout [Bool]
    ) {
        for pair in coded where pair.doubts.isEmpty && (pair.silent | pair.near) >> UInt8(slot) & 1 == 1 {
            guard blocks.shop.variants.style.base[Int(pair.shop)] == shopStyle,
                blocks.supplier.variants.style.base[Int(pair.supplier)] == supplierStyle,
                let i = theirs.firstIndex(of: blocks.supplierWords.meaning(Int(pair.supplier), slot)),
                let j = ours.firstIndex(of: blocks.shopWords.meaning(Int(pair.shop), slot))
            else { continue }
            table[i * ours.count + j] = .exact
            learned[i * ours.count + j] = true
        }
    }

    func fit(_ supplierRow: Int, _ shopRow: Int, _ fits: ValueFits) -> RowFit {
        var fit = RowFit()
        for slot in 0..<Slot.count {
            let x = blocks.supplierWords.meaning(supplierRow, slot)
            let y = blocks.shopWords.meaning(shopRow, slot)
            let bit: UInt8 = 1 << UInt8(slot)
            if x == 0, y == 0 { continue }
            if x == 0 || y == 0 {
                // No word of a pack is a pack of one, which none of several is.
                if slot == Slot.pack.rawValue {
                    fit.isNever = true
                    return fit
                }
                fit.lacking |= bit
                continue
            }
            let index =
                fits.theirs[slot].firstIndex(of: x)! * fits.ours[slot].count + fits.ours[slot].firstIndex(of: y)!
            switch fits.table[slot][index] {
            case .exact:
                fit.exact |= bit
                if fits.learned[slot][index] { fit.isLearned = true }
            case .near: fit.near |= bit
            case .silent: fit.silent |= bit
            case .never:
                fit.isNever = true
                return fit
            }
        }
        return fit
    }
}
