import Catalogues
package import Reconciliation

/// `mapping.csv`: which supplier variant is which shop variant, or may be.
package enum MappingCSV {
    package static let columns: StaticString =
        "supplier,supplier_style,supplier_sku,supplier_spec,supplier_line,shop_style,shop_sku,shop_spec,shop_line,decision,confidence,evidence"

    /// Supplier variants in the order of their file, one row a pair or candidate; then the shop's without counterpart.
    ///
    /// - Parameter outcomes: one a supplier, all with the same shop.
    package static func write(
        _ outcomes: [Outcome], _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var output = CSVOutput(sink)
        output.plain(columns)
        output.endRow()
        for outcome in outcomes { write(outcome, &output) }
        if let shop = outcomes.first?.shop {
            var ours = VariantCells(shop)
            for place in 0..<shop.variantCount {
                let row = shop.row(inFileOrder: place)
                guard outcomes.allSatisfy({ $0.shopDecisions[row] == .none }) else { continue }
                output.emptyCells(5)
                ours.write(row, &output)
                output.plain("none,,")
                output.endRow()
            }
        }
        try output.finish()
    }

    private static func write(_ outcome: Outcome, _ output: inout CSVOutput) {
        let (supplier, shop) = (outcome.supplier, outcome.shop)
        var theirs = VariantCells(supplier)
        var ours = VariantCells(shop)
        var name = ByteBuffer()
        name.put(cell: supplier.source.name)
        var verdicts = MadeTexts()
        for start in stride(from: 0, to: supplier.variantCount, by: Catalogue.batch) {
            let places = start..<min(start + Catalogue.batch, supplier.variantCount)
            shop.touch(outcome.pairs(atPlaces: places)) { $0.shop }
            for place in places {
                let row = supplier.row(inFileOrder: place)
                let pairs = outcome.pairs(atPlaces: place..<place + 1)
                if pairs.isEmpty {
                    output.cells(name.bytes)
                    theirs.write(row, &output)
                    output.plain(",,,,none,,")
                    output.endRow()
                }
                for pair in pairs {
                    output.cells(name.bytes)
                    theirs.write(row, &output)
                    ours.write(Int(pair.shop), &output)
                    output.cells(verdicts.text(pair.verdict) { $0.put(verdictOf: pair) })
                    output.endRow()
                }
            }
        }
    }
}

extension Outcome {
    /// The pairs of the variants at some places of the supplier's file, one behind the other.
    @inline(__always) fileprivate func pairs(atPlaces places: Range<Int>) -> UnsafeBufferPointer<Pair> {
        UnsafeBufferPointer(
            rebasing: pairs.values[Int(firstPair[places.lowerBound])..<Int(firstPair[places.upperBound])])
    }
}

extension Pair {
    /// All that the last three cells say, as one number.
    fileprivate var verdict: UInt64 {
        UInt64(decision.rawValue) << 40 | UInt64(confidence) << 32 | UInt64(evidence.rawValue)
    }
}

extension ByteBuffer {
    /// The last three cells of a pair: decision, confidence and evidence.
    fileprivate mutating func put(verdictOf pair: Pair) {
        put(cell: pair.decision.name)
        put(hundredths: Int(pair.confidence))
        put(0x2C)
        put(cell: pair.evidence.text)
    }
}
