import Catalogues
import Lexicons

/// How two values of one slot stand to each other within a pair of styles.
enum Fit: UInt8 { case exact, near, silent, never }

/// How each value of a supplier's style stands to each of a shop's, in one slot. Made anew for each pair of styles, in the
/// same memory.
struct ValueFits {
    /// The distinct values of either style.
    private(set) var theirs: [UInt32] = []
    private(set) var ours: [UInt32] = []
    /// For each row of either style the place of its value among these; −1 = it says nothing.
    private(set) var theirPlaces: [Int32] = []
    private(set) var ourPlaces: [Int32] = []
    private var table: [Fit] = []
    private var learned: [Bool] = []
    /// How each value stands to nothing said; filled for the slot of packs only.
    private(set) var theirsAlone: [Fit] = []
    private(set) var oursAlone: [Fit] = []

    var isEmpty: Bool { theirs.isEmpty && ours.isEmpty }

    subscript(their: Int, our: Int) -> Fit {
        get { table[their * ours.count + our] }
        set { table[their * ours.count + our] = newValue }
    }

    func isLearned(_ their: Int, _ our: Int) -> Bool { learned[their * ours.count + our] }

    mutating func learn(_ their: Int, _ our: Int) {
        self[their, our] = .exact
        learned[their * ours.count + our] = true
    }

    mutating func removeAll() {
        theirs.removeAll(keepingCapacity: true)
        ours.removeAll(keepingCapacity: true)
        theirPlaces.removeAll(keepingCapacity: true)
        ourPlaces.removeAll(keepingCapacity: true)
        table.removeAll(keepingCapacity: true)
        learned.removeAll(keepingCapacity: true)
        theirsAlone.removeAll(keepingCapacity: true)
        oursAlone.removeAll(keepingCapacity: true)
    }

    mutating func add(their value: UInt32) { theirPlaces.append(Self.place(of: value, in: &theirs)) }

    mutating func add(our value: UInt32) { ourPlaces.append(Self.place(of: value, in: &ours)) }

    private static func place(of value: UInt32, in values: inout [UInt32]) -> Int32 {
        if value == 0 { return -1 }
        if let known = values.firstIndex(of: value) { return Int32(known) }
        values.append(value)
        return Int32(values.count - 1)
    }

    /// Fills the table, all values being known.
    mutating func compare(_ fit: (UInt32, UInt32) -> Fit) {
        for their in theirs { for our in ours { table.append(fit(their, our)) } }
        for _ in table { learned.append(false) }
    }

    /// How each value stands to nothing said.
    mutating func compareAlone(_ fit: (UInt32) -> Fit) {
        for their in theirs { theirsAlone.append(fit(their)) }
        for our in ours { oursAlone.append(fit(our)) }
    }

    /// One to one: what has an exact partner has no other.
    mutating func excludeTaken() {
        for i in theirs.indices {
            for j in ours.indices where self[i, j] == .exact {
                for k in ours.indices where k != j && self[i, k] != .exact { self[i, k] = .never }
                for k in theirs.indices where k != i && self[k, j] != .exact { self[k, j] = .never }
            }
        }
    }
}

/// How a supplier row's words fit a shop row's.
struct RowFit {
    var exact: UInt8 = 0
    var near: UInt8 = 0
    var silent: UInt8 = 0
    var lacking: UInt8 = 0
    var isNever = false
}

extension Matcher {
    /// Compares the values of two styles in every slot, by what was learned of them as well (`collectLearned`).
    mutating func compareValues(ofShopStyle shopStyle: Int, _ theirRows: [Int]) {
        for slot in 0..<Slot.count {
            fits[slot].removeAll()
            var isSaid: UInt32 = 0
            for row in theirRows { isSaid |= blocks.supplierWords.meaning(row, slot) }
            for row in blocks.shop.rows(ofStyle: shopStyle) { isSaid |= blocks.shopWords.meaning(row, slot) }
            if isSaid == 0 { continue }
            // Taken out while it is filled, so that nobody else holds its arrays.
            var values = ValueFits()
            swap(&values, &fits[slot])
            for row in theirRows { values.add(their: blocks.supplierWords.meaning(row, slot)) }
            for row in blocks.shop.rows(ofStyle: shopStyle) { values.add(our: blocks.shopWords.meaning(row, slot)) }
            values.compare { their, our in
                switch relation(their, our) {
                case .same: .exact
                case .near: .near
                case .never: .never
                case .silent: .silent
                }
            }
            if slot == Slot.pack.rawValue { values.compareAlone { relation($0, 0) == .near ? .near : .never } }
            for pair in learned where pair.slot == slot {
                if let their = values.theirs.firstIndex(of: pair.supplier),
                    let our = values.ours.firstIndex(of: pair.shop)
                {
                    values.learn(their, our)
                }
            }
            values.excludeTaken()
            swap(&values, &fits[slot])
        }
    }

    /// The value pairs that coded siblings establish: they hold for the uncoded ones, unless they are a `never`.
    mutating func collectLearned(_ supplierStyle: Int, _ shopStyle: Int) {
        learned.removeAll(keepingCapacity: true)
        for pair in coded where pair.doubts.isEmpty && pair.silent | pair.near != 0 {
            guard blocks.shop.variants.style.base[Int(pair.shop)] == shopStyle,
                blocks.supplier.variants.style.base[Int(pair.supplier)] == supplierStyle
            else { continue }
            for slot in 0..<Slot.count where (pair.silent | pair.near) >> UInt8(slot) & 1 == 1 {
                learned.append(valuePair(pair, slot))
            }
        }
    }

    /// How the words of the compared styles' rows fit: the supplier's and the shop's row by their numbers within them.
    func fit(_ their: Int, _ our: Int) -> RowFit {
        var fit = RowFit()
        for slot in 0..<Slot.count where !fits[slot].isEmpty {
            let x = Int(fits[slot].theirPlaces[their])
            let y = Int(fits[slot].ourPlaces[our])
            let bit: UInt8 = 1 << UInt8(slot)
            if x < 0, y < 0 { continue }
            if x < 0 || y < 0 {
                // No word of a pack is one piece, which no pack of several is, and one pair or one box may be.
                if slot == Slot.pack.rawValue {
                    let alone = x < 0 ? fits[slot].oursAlone[y] : fits[slot].theirsAlone[x]
                    if alone == .never {
                        fit.isNever = true
                        return fit
                    }
                    fit.near |= bit
                    continue
                }
                fit.lacking |= bit
                continue
            }
            switch fits[slot][x, y] {
            case .exact: fit.exact |= bit
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
