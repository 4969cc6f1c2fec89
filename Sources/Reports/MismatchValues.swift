import Catalogues
import Reconciliation

/// The two values that disagree, as every report shows them: in valid UTF-8, and in memory that serves one mismatch
/// after the other.
struct MismatchValues: ~Copyable {
    /// What the values are of, a word that stays the same in every language: `spec`, `colour`, `size`, `pack`, `sku`,
    /// `barcode`, `price`, `stock`, `style`, `title`, `promise`, or the name of the missing option.
    private(set) var field = ByteBuffer()
    /// Empty where the supplier says nothing. Further rows of a group follow in brackets: `SHT6801-10-M (line 843)`.
    private(set) var supplier = ByteBuffer()
    private(set) var shop = ByteBuffer()
    /// The lines of the further rows that share the fault, from 1.
    private(set) var supplierLines: [Int] = []
    private(set) var shopLines: [Int] = []

    private let outcome: Outcome
    private let language: Language

    /// - Parameter language: in which further lines are named; the data files keep to English.
    init(_ outcome: Outcome, _ language: Language = .en) {
        self.outcome = outcome
        self.language = language
    }

    /// Reads the values of a mismatch; those of the one before are gone.
    mutating func read(_ mismatch: Mismatch) {
        field.removeAll()
        supplier.removeAll()
        shop.removeAll()
        supplierLines.removeAll()
        shopLines.removeAll()
        switch mismatch.code {
        case .specDiffers:
            say(Self.part(mismatch.slots), .words, mismatch)
        case .ambiguousMatch, .meaningChanged, .relisted, .variantNotListed, .variantWithdrawn, .duplicateSpec:
            say("spec", .words, mismatch)
        case .codeConflict:
            conflict(mismatch)
        case .duplicateCode:
            let isBarcode = mismatch.evidence.contains(.barcode)
            say(isBarcode ? "barcode" : "sku", isBarcode ? .barcode : .sku, mismatch)
            shop.removeAll()
        case .styleWithdrawn, .styleNotListed:
            field.put("style")
            if mismatch.supplierStyle != Mismatch.nobody {
                supplier.put(repaired: outcome.supplier.title(ofStyle: Int(mismatch.supplierStyle)))
            }
            if mismatch.shopStyle != Mismatch.nobody {
                shop.put(repaired: outcome.shop.title(ofStyle: Int(mismatch.shopStyle)))
            }
        case .priceBelowCost, .priceDiffers:
            prices(mismatch)
        case .soldOutAtSupplier, .stockDiffers, .stockLow:
            say("stock", .stock, mismatch)
        case .barcodeDiffers, .barcodeInvalid:
            say("barcode", .barcode, mismatch)
        case .attributeDiffers:
            say("title", .title, mismatch)
        case .promiseChanged:
            let isSaid = bothSides(mismatch) { $0.variants.promise[$1] != 0 }
            say("promise", isSaid ? .promise : .words, mismatch)
        case .specIncomplete:
            let isOurs = mismatch.shop != Mismatch.nobody
            let row = isOurs ? mismatch.shop : mismatch.supplier
            let side = isOurs ? outcome.shop : outcome.supplier
            let axis = row == Mismatch.nobody ? nil : side.missingAxis(of: Int(row))
            if let axis { field.put(repaired: axis) }
            say(axis == nil ? "spec" : "", .words, mismatch)
        case .sourceUnread, .sourceShrunk, .sourceVolatile, .sourceRenumbered, .formatDrift, .sourceLate,
            .sourceRepeated:
            // About no variant: what a guard found says it itself.
            break
        }
        if mismatch.group != Mismatch.nobody { name(outcome.groups[Int(mismatch.group)], mismatch) }
    }

    /// What each of the two variants that there are says.
    private mutating func say(_ field: StaticString, _ value: VariantValue, _ mismatch: Mismatch) {
        self.field.put(field)
        if mismatch.supplier != Mismatch.nobody {
            supplier.put(value, of: Int(mismatch.supplier), in: outcome.supplier)
        }
        if mismatch.shop != Mismatch.nobody { shop.put(value, of: Int(mismatch.shop), in: outcome.shop) }
    }

    /// Whether `isTrue` holds of each of the two variants that there are.
    private func bothSides(_ mismatch: Mismatch, _ isTrue: (Catalogue, Int) -> Bool) -> Bool {
        (mismatch.supplier == Mismatch.nobody || isTrue(outcome.supplier, Int(mismatch.supplier)))
            && (mismatch.shop == Mismatch.nobody || isTrue(outcome.shop, Int(mismatch.shop)))
    }

    /// The part of a spec that the slots stand for, one bit each: colour, size, other, pack.
    private static func part(_ slots: UInt8) -> StaticString {
        switch slots {
        case 1: "colour"
        case 2: "size"
        case 8: "pack"
        default: "spec"
        }
    }

    /// The price that the rule looked at. Under `equal` that is the selling price, under the others the cost; what
    /// equals the shop's price cannot be what differs from it.
    private mutating func prices(_ mismatch: Mismatch) {
        field.put("price")
        let ours = mismatch.shop == Mismatch.nobody ? nil : outcome.shop.variants.price[Int(mismatch.shop)]
        if let ours { shop.put(ours) }
        if mismatch.supplier == Mismatch.nobody { return }
        let price = outcome.supplier.variants.price[Int(mismatch.supplier)]
        let cost = outcome.supplier.variants.cost[Int(mismatch.supplier)]
        let isCost = price.isAbsent || mismatch.code == .priceBelowCost || price == ours
        supplier.put(isCost && !cost.isAbsent ? cost : price)
    }

    /// A barcode that names another variant, or rows with other words that claim the same code.
    private mutating func conflict(_ mismatch: Mismatch) {
        guard mismatch.supplier != Mismatch.nobody, mismatch.shop != Mismatch.nobody else {
            return say("spec", .words, mismatch)
        }
        let ours = outcome.shop.variant(Int(mismatch.shop))
        let rivals = ours.rivals
        if rivals.isEmpty, bothSides(mismatch, { !$0.variants.barcode[$1].isNone }) {
            return say("barcode", .barcode, mismatch)
        }
        say("spec", .words, mismatch)
        if rivals.isEmpty { return }
        shopLines = rivals.map(\.line)
        // Each of the rows, in the order of the file: which of them is wrong is what nobody knows.
        shop.removeAll()
        for claim in (rivals.prefix(3) + [ours]).sorted(by: { $0.line < $1.line }) {
            if shop.count > 0 { shop.put(language == .zh ? "，" : ", ") }
            shop.put(.words, of: claim.row, in: claim.catalogue)
            shop.put(lines: [claim.line], language)
        }
        if rivals.count > 3 { shop.put(" …") }
    }

    private mutating func name(_ group: Outcome.RowGroup, _ mismatch: Mismatch) {
        supplierLines = group.supplier.filter { $0 != mismatch.supplier }
            .map { Int(outcome.supplier.variants.line[Int($0)]) }
        shopLines = group.shop.filter { $0 != mismatch.shop }.map { Int(outcome.shop.variants.line[Int($0)]) }
        supplier.put(lines: supplierLines, language)
        shop.put(lines: shopLines, language)
    }
}

extension ByteBuffer {
    /// ` (line 84, 91)`
    fileprivate mutating func put(lines: [Int], _ language: Language) {
        if lines.isEmpty { return }
        put(language == .zh ? "（第 " : " (line ")
        for (index, line) in lines.prefix(20).enumerated() {
            if index > 0 { put(language == .zh ? "、" : ", ") }
            put(decimal: line)
        }
        if lines.count > 20 { put(" …") }
        put(language == .zh ? " 行）" : ")")
    }
}

extension Variant {
    /// Other rows of its style that claim the same supplier code.
    fileprivate var rivals: [Variant] {
        let code = supplierCode
        if code.isEmpty { return [] }
        return style.rows.lazy.filter { $0 != row }.map { catalogue.variant($0) }.filter { $0.supplierCode == code }
    }
}
