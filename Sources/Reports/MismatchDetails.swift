import Catalogues
package import Reconciliation

/// The two values that disagree, as every report shows them.
package struct MismatchDetails {
    /// What the values are of, a word that stays the same in every language: `spec`, `colour`, `size`, `pack`, `sku`,
    /// `barcode`, `price`, `stock`, `style`, `title`, `promise`, or the name of the missing option.
    package private(set) var field: String
    /// Empty where the supplier says nothing. Further rows of a group follow in brackets: `SHT6801-10-M (line 843)`.
    package private(set) var supplierValue = ""
    package private(set) var shopValue = ""
    /// The lines of the further rows that share the fault, from 1.
    package private(set) var supplierLines: [Int] = []
    package private(set) var shopLines: [Int] = []

    private let language: Language

    /// - Parameter language: in which further lines are named; the data files keep to English.
    package init(_ mismatch: Mismatch, _ outcome: Outcome, _ language: Language = .en) {
        self.language = language
        let theirs = mismatch.supplier == Mismatch.nobody ? nil : outcome.supplier.variant(Int(mismatch.supplier))
        let ours = mismatch.shop == Mismatch.nobody ? nil : outcome.shop.variant(Int(mismatch.shop))
        field = "spec"
        switch mismatch.code {
        case .specDiffers:
            field = Self.part(mismatch.slots)
            say(theirs?.words, ours?.words)
        case .ambiguousMatch, .meaningChanged, .variantNotListed, .variantWithdrawn:
            say(theirs?.words, ours?.words)
        case .codeConflict:
            conflict(theirs, ours)
        case .duplicateCode:
            let isBarcode = mismatch.evidence.contains(.barcode)
            field = isBarcode ? "barcode" : "sku"
            say(isBarcode ? theirs?.barcode : theirs?.sku, nil)
        case .duplicateSpec:
            say(theirs?.words, ours?.words)
        case .styleWithdrawn, .styleNotListed:
            field = "style"
            supplierValue =
                mismatch.supplierStyle == Mismatch.nobody
                ? "" : outcome.supplier.style(Int(mismatch.supplierStyle)).name
            shopValue = mismatch.shopStyle == Mismatch.nobody ? "" : outcome.shop.style(Int(mismatch.shopStyle)).name
        case .priceBelowCost, .priceDiffers:
            field = "price"
            say(
                theirs.map { Self.comparedPrice(of: $0, with: ours, mismatch.code).description },
                ours?.price.description)
        case .soldOutAtSupplier, .stockDiffers, .stockLow:
            field = "stock"
            say(theirs?.stockText, ours?.stockText)
        case .barcodeDiffers, .barcodeInvalid:
            field = "barcode"
            say(theirs?.barcode, ours?.barcode)
        case .attributeDiffers:
            field = "title"
            say(theirs?.title, ours?.title)
        case .promiseChanged:
            field = "promise"
            let said = theirs?.promise != "" && ours?.promise != ""
            say(said ? theirs?.promise : theirs?.words, said ? ours?.promise : ours?.words)
        case .specIncomplete:
            field = (ours ?? theirs)?.missingAxis ?? "spec"
            say(theirs?.words, ours?.words)
        }
        if mismatch.group != Mismatch.nobody { name(outcome.groups[Int(mismatch.group)], mismatch, outcome) }
    }

    private mutating func say(_ supplier: String?, _ shop: String?) {
        supplierValue = supplier ?? ""
        shopValue = shop ?? ""
    }

    /// The part of a spec that the slots stand for, one bit each: colour, size, other, pack.
    private static func part(_ slots: UInt8) -> String {
        switch slots {
        case 1: "colour"
        case 2: "size"
        case 8: "pack"
        default: "spec"
        }
    }

    /// A barcode that names another variant, or rows with other words that claim the same code.
    private mutating func conflict(_ theirs: Variant?, _ ours: Variant?) {
        guard let theirs, let ours else { return say(theirs?.words, ours?.words) }
        let rivals = ours.rivals
        if rivals.isEmpty, !theirs.barcode.isEmpty, !ours.barcode.isEmpty {
            field = "barcode"
            return say(theirs.barcode, ours.barcode)
        }
        say(theirs.words, ours.words)
        shopLines = rivals.map(\.line)
        if rivals.isEmpty { return }
        // Each of the rows, in the order of the file: which of them is wrong is what nobody knows.
        let claims = (rivals.prefix(3) + [ours]).sorted { $0.line < $1.line }.map { $0.words + at([$0.line]) }
        shopValue = claims.joined(separator: language == .zh ? "，" : ", ") + (rivals.count > 3 ? " …" : "")
    }

    /// The price that the rule looked at. Under `equal` that is the selling price, under the others the cost; what
    /// equals the shop's price cannot be what differs from it.
    private static func comparedPrice(of theirs: Variant, with ours: Variant?, _ code: MismatchCode) -> Amount {
        if theirs.cost.isAbsent { return theirs.price }
        if theirs.price.isAbsent || code == .priceBelowCost { return theirs.cost }
        return theirs.price == ours?.price ? theirs.cost : theirs.price
    }

    private mutating func name(_ group: Outcome.RowGroup, _ mismatch: Mismatch, _ outcome: Outcome) {
        supplierLines = group.supplier.filter { $0 != mismatch.supplier }.map {
            Int(outcome.supplier.variants.line[Int($0)])
        }
        shopLines = group.shop.filter { $0 != mismatch.shop }.map { Int(outcome.shop.variants.line[Int($0)]) }
        supplierValue += at(supplierLines)
        shopValue += at(shopLines)
    }

    /// ` (line 84, 91)`
    private func at(_ lines: [Int]) -> String {
        if lines.isEmpty { return "" }
        let more = lines.count > 20 ? " …" : ""
        let numbers = lines.prefix(20).map(String.init)
        return Bilingual(
            "（第 \(numbers.joined(separator: "、"))\(more) 行）", " (line \(numbers.joined(separator: ", "))\(more))")[
                language]
    }
}

extension Variant {
    /// The option values alone, `黑色/XL`; the packed text where it could not be taken apart.
    var words: String {
        let values = options.map(\.value)
        return values.isEmpty ? spec : values.joined(separator: "/")
    }

    /// The quantity, or a word for what is known instead.
    var stockText: String {
        if !stock.isUnknown { return stock.description }
        switch availability {
        case .inStock, .preorder, .backorder: return "in-stock"
        case .outOfStock: return "sold-out"
        case .unknown: return status == .onSale ? "on-sale" : ""
        }
    }

    /// The first option that the style has and this variant has not.
    var missingAxis: String? {
        let style = Int(catalogue.variants.style[row])
        return (0..<axisLimit).lazy.filter { catalogue.variants.option($0)[row] == 0 }
            .map { catalogue.word(catalogue.styles.axis(style, $0)) }.first { !$0.isEmpty }
    }

    /// Other rows of its style that claim the same supplier code.
    var rivals: [Variant] {
        let code = supplierCode
        if code.isEmpty { return [] }
        return style.rows.lazy.filter { $0 != row }.map { catalogue.variant($0) }.filter { $0.supplierCode == code }
    }
}

extension Style {
    /// What a person calls it.
    var name: String { title.isEmpty ? code : title }
}
