import CByteScan
import Catalogues
import Reconciliation

extension Catalogue {
    /// How many rows are touched together: what they bring must still be near when the last of them is written.
    static var batch: Int { 32 }

    /// Touches all that the cells of some variants are written from.
    ///
    /// Rows in the order of the other side's file lie anywhere in memory. Touched together before the first is written,
    /// a batch waits for memory once, and not several times a row. Each step reads what the one before has brought.
    @inline(__always)
    func touch<Element>(_ batch: UnsafeBufferPointer<Element>, _ row: (Element) -> UInt32) {
        for element in batch where row(element) != Mismatch.nobody { touchValues(Int(row(element))) }
        for element in batch where row(element) != Mismatch.nobody { touchTexts(Int(row(element))) }
        for element in batch where row(element) != Mismatch.nobody { touchName(Int(row(element))) }
    }

    @inline(__always) private func touchValues(_ row: Int) {
        specsync_touch(variants.style.base + row)
        specsync_touch(variants.sku.base + row)
        specsync_touch(variants.spec.base + row)
        specsync_touch(variants.option1.base + row)
        specsync_touch(variants.option2.base + row)
        specsync_touch(variants.line.base + row)
    }

    @inline(__always) private func touchTexts(_ row: Int) {
        specsync_touch(styles.code.base + Int(variants.style.base[row]))
        touch(arena[variants.sku.base[row]])
    }

    @inline(__always) private func touchName(_ row: Int) { touch(arena[name(ofStyle: Int(variants.style.base[row]))]) }

    /// The first 16 bytes of a text, which may lie across a border of what memory hands over at a time.
    @inline(__always) private func touch(_ text: Bytes) {
        specsync_touch(text.base)
        specsync_touch(text.base + 15)
    }

    /// The numbers that two variants most often disagree in.
    @inline(__always)
    fileprivate func touchNumbers(_ batch: UnsafeBufferPointer<Mismatch>, _ row: (Mismatch) -> UInt32) {
        for mismatch in batch where row(mismatch) != Mismatch.nobody {
            specsync_touch(variants.price.base + Int(row(mismatch)))
            specsync_touch(variants.stock.base + Int(row(mismatch)))
        }
    }
}

extension Outcome {
    /// Every mismatch in its order, a batch of them touched ahead.
    @inline(__always) func eachMismatch(_ body: (Mismatch) -> Void) {
        for start in stride(from: 0, to: mismatches.count, by: Catalogue.batch) {
            let end = min(start + Catalogue.batch, mismatches.count)
            let batch = UnsafeBufferPointer(rebasing: mismatches.values[start..<end])
            supplier.touch(batch) { $0.supplier }
            shop.touch(batch) { $0.shop }
            supplier.touchNumbers(batch) { $0.supplier }
            shop.touchNumbers(batch) { $0.shop }
            for mismatch in batch { body(mismatch) }
        }
    }
}
