import Catalogues
import Lexicons
import Reconciliation
import Reports

/// Which of some styles another supplier offers, too: by a barcode, or by the same title and the same words.
struct OtherOffers {
    private let catalogue: Catalogue
    private let lexicon: Lexicon
    /// The row of each barcode, and the styles of each title.
    private var byBarcode: [UInt64: Int] = [:]
    private var byTitle: [String: [Int]] = [:]

    init(of styles: [Int], in catalogue: Catalogue, _ lexicon: Lexicon) {
        self.catalogue = catalogue
        self.lexicon = lexicon
        for style in styles {
            let title = catalogue.style(style).title
            if !title.isEmpty { byTitle[title, default: []].append(style) }
            for row in catalogue.rows(ofStyle: style) {
                // Numbers that a house gives itself mean something else in the next.
                if let gtin = catalogue.gtin(row), gtin.isValid, !gtin.isInternal { byBarcode[gtin.number] = row }
            }
        }
    }

    /// What another catalogue offers of the styles, by style.
    func offers(of other: Catalogue, named name: String) -> [(style: Int, fact: StyleFact)] {
        var found: [Int: (rows: Set<Int>, isByBarcode: Bool)] = [:]
        var reader = SpecReader(lexicon: lexicon)
        for row in 0..<other.variantCount {
            guard let gtin = other.gtin(row), let ours = byBarcode[gtin.number] else { continue }
            let style = Int(catalogue.variants.style[ours])
            found[style, default: ([], true)].rows.insert(row)
        }
        for theirs in 0..<other.styleCount {
            for style in byTitle[other.style(theirs).title] ?? [] where found[style] == nil {
                let ours = catalogue.style(style).variants
                let same = other.style(theirs).variants.filter { variant in
                    ours.contains { reader.saySame($0, variant) }
                }
                if !same.isEmpty { found[style] = (Set(same.map(\.row)), false) }
            }
        }
        return found.sorted { $0.key < $1.key }.map { style, match in
            (style, fact(match.rows.sorted().map(other.variant), match.isByBarcode, name))
        }
    }

    private func fact(_ offered: [Variant], _ isByBarcode: Bool, _ name: String) -> StyleFact {
        let low = offered.map { $0.cost.isAbsent ? $0.price : $0.cost }.filter { !$0.isAbsent }.min()
        let stocked = offered.count { $0.stock.quantity.map { $0 > 0 } ?? ($0.availability != .outOfStock) }
        let price = low.map { Bilingual("，\($0.description) 起", ", from \($0.description)") } ?? Bilingual("", "")
        return StyleFact(
            .offer, at: nil, source: name,
            Bilingual(
                "\(name) 也有（\(isByBarcode ? "条码相同" : "标题和规格相同")，\(offered.count) 个规格）\(price.zh)，\(stocked) 个有货",
                "\(name) offers it, too (\(isByBarcode ? "same barcode" : "same title and words"), \(offered.count) \(offered.count == 1 ? "spec" : "specs"))\(price.en), \(stocked) in stock"
            ))
    }
}
