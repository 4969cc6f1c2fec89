/// How the shop's price should stand to the supplier's.
public enum PriceRule: Hashable, Sendable {
    /// The shop sells at the supplier's price.
    case equal
    /// The shop does not sell below it.
    case floor
    /// The shop's price is the supplier's times `factor` (in thousandths), give or take `tolerance` (of the factor,
    /// in thousandths).
    case markup(factor: Int, tolerance: Int)

    /// Reads `equal`, `floor`, `markup:1.35`, `markup:1.35+-0.05`.
    public init?(_ text: String) {
        switch text {
        case "equal": self = .equal
        case "floor": self = .floor
        default:
            guard text.hasPrefix("markup:") else { return nil }
            let rest = text.dropFirst(7)
            let parts: [Substring]
            if let sign = rest.firstRange(ofText: "+-") {
                parts = [rest[..<sign.lowerBound], rest[sign.upperBound...]]
            } else if let sign = rest.firstIndex(of: "±") {
                parts = [rest[..<sign], rest[rest.index(after: sign)...]]
            } else {
                parts = [rest]
            }
            guard let factor = Self.thousandths(parts[0]), factor > 0 else { return nil }
            guard parts.count == 1 || Self.thousandths(parts[1]) != nil else { return nil }
            self = .markup(factor: factor, tolerance: parts.count > 1 ? Self.thousandths(parts[1]) ?? 0 : 0)
        }
    }

    /// As it is written on the command line.
    public var description: String {
        switch self {
        case .equal: "equal"
        case .floor: "floor"
        case let .markup(factor, 0): "markup:\(Self.decimal(factor))"
        case let .markup(factor, tolerance): "markup:\(Self.decimal(factor))+-\(Self.decimal(tolerance))"
        }
    }

    private static func decimal(_ thousandths: Int) -> String {
        var digits = String(thousandths % 1000 + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return digits.isEmpty ? "\(thousandths / 1000)" : "\(thousandths / 1000).\(digits)"
    }

    private static func thousandths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int(parts[0]), whole >= 0, whole < 10_000 else { return nil }
        guard parts.count == 2 else { return whole * 1000 }
        guard parts[1].count <= 3, let part = Int(parts[1] + String(repeating: "0", count: 3 - parts[1].count)),
            part >= 0
        else { return nil }
        return whole * 1000 + part
    }
}

extension Substring {
    /// Where `text` first stands (the standard library has this only with Foundation).
    fileprivate func firstRange(ofText text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
