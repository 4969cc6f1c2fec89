/// How many of a variant there are: a number, no limit, or unknown. Unlimited and unknown are not zero.
@frozen public struct Stock: BitwiseCopyable, Hashable, Sendable {
    /// 0 = unknown (the zero bits of an untouched column), -1 = unlimited, else the quantity plus one.
    @usableFromInline let raw: Int32

    @inlinable init(raw: Int32) { self.raw = raw }

    public static let unknown = Stock(raw: 0)
    public static let unlimited = Stock(raw: -1)

    /// A quantity; below zero counts as none (reserved more than there is).
    @inlinable public init(quantity: Int) { raw = Int32(clamping: max(0, min(quantity, Int(Int32.max) - 1)) + 1) }

    @inlinable public var quantity: Int? { raw > 0 ? Int(raw) - 1 : nil }
    @inlinable public var isUnknown: Bool { raw == 0 }
    @inlinable public var isUnlimited: Bool { raw < 0 }

    public var description: String { quantity.map(String.init) ?? (isUnlimited ? "unlimited" : "") }

    /// `237`; nil for whatever is written otherwise.
    @inlinable public static func plain(_ text: Bytes) -> Stock? {
        if text.count == 0 || text.count > 9 { return nil }
        var value = 0
        for at in 0..<text.count {
            let digit = text[at] &- 48
            if digit >= 10 { return nil }
            value = value * 10 + Int(digit)
        }
        return Stock(quantity: value)
    }
}

/// Whether a source says that a variant can be had, apart from how many there are.
@frozen public enum Availability: UInt8, BitwiseCopyable, Sendable {
    case unknown, inStock, outOfStock, preorder, backorder
}

/// Whether a listing is on sale, apart from its stock.
@frozen public enum ListingStatus: UInt8, BitwiseCopyable, Sendable {
    case unknown, onSale, offSale
}
