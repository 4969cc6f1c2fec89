import Reconciliation
import Reports

extension Guards {
    /// Whether too much of the stock or of the prices changed at once. Only what both versions have is compared, so that
    /// a file that shrank is not told of twice.
    static func volatility(_ figures: CatalogueChanges.Figures, _ limits: GuardSettings) -> [Objection] {
        var objections: [Objection] = []
        func object(
            _ part: Int, of whole: Int, above limit: Int, _ sentence: (_ share: String, _ counts: String) -> Bilingual
        ) {
            guard whole >= limits.minimum, Figure.isAbove(part, of: whole, limit) else { return }
            let counts = "\(Figure.text(part)) / \(Figure.text(whole))"
            objections.append(
                Objection(.sourceVolatile, .hold, sentence(Figure.share(part, of: whole, up: true), counts)))
        }
        object(figures.stockChanged, of: figures.stockCompared, above: limits.stock) { share, counts in
            Bilingual(
                "\(share) 的库存数变了（\(counts) 个规格），超过 \(limits.stock) %",
                "\(share) of the stock figures changed (\(counts) specs), above \(limits.stock) %")
        }
        object(figures.wentOutOfStock, of: figures.wasInStock, above: limits.soldOut) { share, counts in
            Bilingual(
                "\(share) 的在售规格一下子断货（\(counts) 个规格），超过 \(limits.soldOut) %",
                "\(share) of what was in stock is sold out at once (\(counts) specs), above \(limits.soldOut) %")
        }
        object(figures.pricesJumped, of: figures.pricesCompared, above: limits.prices) { share, counts in
            Bilingual(
                "\(share) 的价格涨跌超过 \(limits.priceStep) %（\(counts) 个规格），超过 \(limits.prices) %",
                "\(share) of the prices moved by more than \(limits.priceStep) % (\(counts) specs), above \(limits.prices) %"
            )
        }
        return objections
    }
}
