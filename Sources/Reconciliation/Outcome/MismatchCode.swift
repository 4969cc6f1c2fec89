/// The kinds of disagreement, worst first. The names are a promise to whoever reads the CSV.
public enum MismatchCode: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    case specDiffers, codeConflict, meaningChanged, priceBelowCost
    case soldOutAtSupplier, styleWithdrawn, variantWithdrawn, duplicateCode, stockDiffers, relisted
    case sourceUnread, sourceShrunk, sourceVolatile, sourceRenumbered, formatDrift
    case ambiguousMatch, duplicateSpec, barcodeDiffers, barcodeInvalid, priceDiffers, attributeDiffers, promiseChanged
    case specIncomplete, sourceLate
    case variantNotListed, styleNotListed, stockLow, sourceRepeated

    public enum Severity: UInt8, CaseIterable, Comparable, Sendable {
        /// Would ship the wrong thing or lose money.
        case critical
        /// Sells what is not there.
        case major
        case minor
        case info

        public var name: String {
            switch self {
            case .critical: "critical"
            case .major: "major"
            case .minor: "minor"
            case .info: "info"
            }
        }

        /// The graver is the smaller.
        public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    }

    /// Whether it is about a source as a whole, so that no variant bears it.
    public var isOfSource: Bool {
        switch self {
        case .sourceUnread, .sourceShrunk, .sourceVolatile, .sourceRenumbered, .formatDrift, .sourceLate,
            .sourceRepeated:
            true
        default: false
        }
    }

    /// Who can put it right.
    public enum Who: String, Sendable { case shop, supplier, platform, reviewer }

    public var name: String {
        switch self {
        case .specDiffers: "spec-differs"
        case .codeConflict: "code-conflict"
        case .meaningChanged: "meaning-changed"
        case .priceBelowCost: "price-below-cost"
        case .soldOutAtSupplier: "sold-out-at-supplier"
        case .styleWithdrawn: "style-withdrawn"
        case .variantWithdrawn: "variant-withdrawn"
        case .duplicateCode: "duplicate-code"
        case .stockDiffers: "stock-differs"
        case .ambiguousMatch: "ambiguous-match"
        case .duplicateSpec: "duplicate-spec"
        case .barcodeDiffers: "barcode-differs"
        case .barcodeInvalid: "barcode-invalid"
        case .priceDiffers: "price-differs"
        case .attributeDiffers: "attribute-differs"
        case .promiseChanged: "promise-changed"
        case .specIncomplete: "spec-incomplete"
        case .variantNotListed: "variant-not-listed"
        case .styleNotListed: "style-not-listed"
        case .stockLow: "stock-low"
        case .relisted: "relisted"
        case .sourceUnread: "source-unread"
        case .sourceShrunk: "source-shrunk"
        case .sourceVolatile: "source-volatile"
        case .sourceRenumbered: "source-renumbered"
        case .formatDrift: "format-drift"
        case .sourceLate: "source-late"
        case .sourceRepeated: "source-repeated"
        }
    }

    public var severity: Severity {
        switch self {
        case .specDiffers, .codeConflict, .meaningChanged, .priceBelowCost: .critical
        case .soldOutAtSupplier, .styleWithdrawn, .variantWithdrawn, .duplicateCode, .stockDiffers, .relisted,
            .sourceUnread, .sourceShrunk, .sourceVolatile, .sourceRenumbered, .formatDrift:
            .major
        case .ambiguousMatch, .duplicateSpec, .barcodeDiffers, .barcodeInvalid, .priceDiffers, .attributeDiffers,
            .promiseChanged, .specIncomplete, .sourceLate:
            .minor
        case .variantNotListed, .styleNotListed, .stockLow, .sourceRepeated: .info
        }
    }

    public var who: Who {
        switch self {
        case .duplicateCode, .sourceUnread, .sourceShrunk, .sourceVolatile, .sourceRenumbered, .formatDrift,
            .sourceLate, .sourceRepeated:
            .supplier
        case .codeConflict, .ambiguousMatch, .meaningChanged, .specDiffers: .reviewer
        default: .shop
        }
    }
}
