import CByteScan
import Catalogues
import Reconciliation

extension Catalogue {
    /// How many rows are asked for together.
    static var batch: Int { 64 }

    /// Asks memory for all that the cells of some variants are written from.
    ///
    /// Rows in the order of the other side's file lie anywhere in memory. Asked for together before the first is
    /// written, a batch waits for memory once, and not several times a row. What one step asks for, the next one reads.
    @inline(__always)
    func expect<Element>(_ batch: UnsafeBufferPointer<Element>, _ row: (Element) -> UInt32) {
        for element in batch where row(element) != Mismatch.nobody { expectValues(Int(row(element))) }
        for element in batch where row(element) != Mismatch.nobody { expectTexts(Int(row(element))) }
        for element in batch where row(element) != Mismatch.nobody { expectName(Int(row(element))) }
    }

    @inline(__always) private func expectValues(_ row: Int) {
        specsync_prefetch(variants.style.base + row)
        specsync_prefetch(variants.sku.base + row)
        specsync_prefetch(variants.spec.base + row)
        specsync_prefetch(variants.option1.base + row)
        specsync_prefetch(variants.option2.base + row)
        specsync_prefetch(variants.line.base + row)
    }

    @inline(__always) private func expectTexts(_ row: Int) {
        specsync_prefetch(styles.code.base + Int(variants.style.base[row]))
        specsync_prefetch(arena[variants.sku.base[row]].base)
    }

    @inline(__always) private func expectName(_ row: Int) {
        specsync_prefetch(arena[name(ofStyle: Int(variants.style.base[row]))].base)
    }
}

extension Outcome {
    /// Every mismatch in its order, with the rows of the next ones on their way.
    @inline(__always) func eachMismatch(_ body: (Mismatch) -> Void) {
        for start in stride(from: 0, to: mismatches.count, by: Catalogue.batch) {
            let end = min(start + Catalogue.batch, mismatches.count)
            let batch = UnsafeBufferPointer(rebasing: mismatches.values[start..<end])
            supplier.expect(batch) { $0.supplier }
            shop.expect(batch) { $0.shop }
            for mismatch in batch { body(mismatch) }
        }
    }
}
