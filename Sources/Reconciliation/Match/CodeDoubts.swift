import Catalogues
import Lexicons

/// What keeps coded pairs from being accepted, as the other pairs of the family show it.
extension Matcher {
    /// Where the words are silent or near, the family's other coded pairs tell whether this one breaks the one-to-one
    /// of the axis, or is borne out by them.
    mutating func judgeWords() {
        // A pack against a single one ships the wrong number, whatever the code says.
        let pack: UInt8 = 1 << UInt8(Slot.pack.rawValue)
        for index in coded.indices where coded[index].lacking & pack != 0 && !coded[index].isConfirmed {
            coded[index].doubts.formUnion(packDoubt(coded[index]))
        }
        guard coded.contains(where: { $0.silent | $0.near != 0 }) else { return }
        collectValues()
        for index in coded.indices where coded[index].silent | coded[index].near != 0 && !coded[index].isConfirmed {
            for slot in 0..<Slot.count where (coded[index].silent | coded[index].near) >> UInt8(slot) & 1 == 1 {
                coded[index].doubts.formUnion(doubt(coded[index], slot))
            }
        }
    }

    /// A count that one side does not say. One pair, or one box, may be what the other side sells anyway: a second pair of
    /// variants with codes that leave out the same bears it out.
    private mutating func packDoubt(_ pair: CodedPair) -> Evidence {
        let slot = Slot.pack.rawValue
        let value = valuePair(pair, slot)
        guard relation(value.supplier, value.shop) == .near else { return .oneSideLacksWords }
        let alike = coded.count { other in
            let second = valuePair(other, slot)
            return other.never == 0 && !other.doubts.contains(.codesConflict)
                && second.supplier == value.supplier && second.shop == value.shop
                && second.supplierStyle == value.supplierStyle && second.shopStyle == value.shopStyle
        }
        return alike >= 2 ? [] : .nearWords
    }

    /// The value pairs of all coded pairs whose words do not contradict.
    private mutating func collectValues() {
        for pair in coded where pair.never == 0 && !pair.doubts.contains(.codesConflict) {
            for slot in 0..<Slot.count {
                let value = valuePair(pair, slot)
                if value.supplier == 0 || value.shop == 0 { continue }
                if let known = values.firstIndex(where: {
                    $0.slot == value.slot && $0.supplier == value.supplier && $0.shop == value.shop
                        && $0.supplierStyle == value.supplierStyle && $0.shopStyle == value.shopStyle
                }) {
                    values[known].count += 1
                } else {
                    values.append(value)
                }
            }
        }
    }

    func valuePair(_ pair: CodedPair, _ slot: Int) -> ValuePair {
        ValuePair(
            slot: UInt8(slot), supplierStyle: blocks.supplier.variants.style.base[Int(pair.supplier)],
            shopStyle: blocks.shop.variants.style.base[Int(pair.shop)],
            supplier: blocks.supplierWords.meaning(Int(pair.supplier), slot),
            shop: blocks.shopWords.meaning(Int(pair.shop), slot), count: 1)
    }

    private mutating func doubt(_ pair: CodedPair, _ slot: Int) -> Evidence {
        let value = valuePair(pair, slot)
        if isSameAsAnother(value) { return .breaksOneToOne }
        var count = 0
        var distinct = 0
        var anyAgrees = false
        for other in values
        where other.slot == value.slot && other.supplierStyle == value.supplierStyle
            && other.shopStyle == value.shopStyle
        {
            if other.supplier == value.supplier, other.shop == value.shop {
                count = other.count
                distinct += 1
                continue
            }
            if relation(other.supplier, other.shop) == .same {
                anyAgrees = true
            } else {
                distinct += 1
            }
            // Two words of one side for one word of the other, unless they are the same word differently written.
            if other.supplier == value.supplier, relation(other.shop, value.shop) != .same { return .breaksOneToOne }
            if other.shop == value.shop, relation(other.supplier, value.supplier) != .same { return .breaksOneToOne }
        }
        if count >= 2 { return [] }
        if pair.near >> UInt8(slot) & 1 == 1 { return .nearWords }
        // An unknown word beside an agreeing code is no doubt. A size of another system is one, unless the shop writes
        // all its sizes of the style in that system.
        if slot == Slot.size.rawValue, anyAgrees || distinct < 2, !isSystemOfStyle(value) { return .sizeSystemsDiffer }
        return []
    }

    /// Whether one side's word is the same as another word of the other side's style: then it is that one.
    private mutating func isSameAsAnother(_ value: ValuePair) -> Bool {
        for row in blocks.shop.rows(ofStyle: Int(value.shopStyle)) {
            let other = blocks.shopWords.meaning(row, Int(value.slot))
            if other != 0, other != value.shop, relation(value.supplier, other) == .same { return true }
        }
        for row in blocks.supplier.rows(ofStyle: Int(value.supplierStyle)) {
            let other = blocks.supplierWords.meaning(row, Int(value.slot))
            if other != 0, other != value.supplier, relation(other, value.shop) == .same { return true }
        }
        return false
    }

    /// Whether all other sizes of the shop's style can be compared with this one, and there are any.
    private mutating func isSystemOfStyle(_ value: ValuePair) -> Bool {
        var others = 0
        for row in blocks.shop.rows(ofStyle: Int(value.shopStyle)) {
            let other = blocks.shopWords.meaning(row, Slot.size.rawValue)
            if other == 0 || other == value.shop { continue }
            if relation(value.shop, other) == .silent { return false }
            others += 1
        }
        return others > 0
    }

    /// A supplier variant that two shop rows claim with different words.
    mutating func judgeClaims() {
        guard coded.count > 1, isAnyClaimedTwice() else { return }
        let order = coded.indices.sorted { (coded[$0].supplier, coded[$0].shop) < (coded[$1].supplier, coded[$1].shop) }
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, coded[order[end]].supplier == coded[order[start]].supplier { end += 1 }
            if end - start > 1 {
                let first = Int(coded[order[start]].shop)
                let allSame = order[start + 1..<end].allSatisfy { saysTheSame(Int(coded[$0].shop), first) }
                if !allSame {
                    for index in order[start..<end] where !coded[index].isConfirmed {
                        coded[index].doubts.insert(.codesConflict)
                    }
                }
            }
            start = end
        }
    }

    /// Whether two coded pairs of the family name one supplier row. Each row bears the number of the family that claimed
    /// it last, so nothing needs to be cleared.
    private mutating func isAnyClaimedTwice() -> Bool {
        familyNumber += 1
        var isTwice = false
        for pair in coded {
            if claimedBy.base[Int(pair.supplier)] == familyNumber { isTwice = true }
            claimedBy.base[Int(pair.supplier)] = familyNumber
        }
        return isTwice
    }

    /// Whether two shop rows say the same of colour, size and all else.
    mutating func saysTheSame(_ a: Int, _ b: Int) -> Bool {
        if blocks.shopWords.same(a, b) { return true }
        for slot in 0..<Slot.count {
            let x = blocks.shopWords.meaning(a, slot)
            let y = blocks.shopWords.meaning(b, slot)
            if x != y, x == 0 || y == 0 || relation(x, y) != .same { return false }
        }
        return true
    }
}
