package import Reconciliation

extension ListingTarget {
    /// Every rule of the target and what it says, in few signs: `2`, `255 characters`, `Default Title, Default`.
    package var statements: [(rule: Rule, says: String)] {
        var result: [(Rule, String)] = []
        for limit in TargetFile.limits {
            guard let found = self[keyPath: limit.path] else { continue }
            result.append((found.rule, Self.says(found, isLength: limit.isLength)))
        }
        for (option, limit) in valueLengths {
            result.append((limit.rule, "\(option): \(Self.says(limit, isLength: true))"))
        }
        for (values, rule) in [reservedNames, reservedValues].compactMap(\.self) {
            result.append((rule, values.joined(separator: ", ")))
        }
        if let allowedOptions { result.append((allowedOptions.rule, allowedOptions.names.joined(separator: ", "))) }
        if let otherOptions { result.append((otherOptions.rule, otherOptions.field)) }
        for (signs, rule) in [forbiddenSigns, forbiddenTitleSigns].compactMap(\.self) { result.append((rule, signs)) }
        if let uniqueCodes {
            result.append((uniqueCodes.rule, uniqueCodes.acrossStyles ? "in the whole shop" : "in a style"))
        }
        if let uniqueValues { result.append((uniqueValues, "in a style")) }
        if let barcodeDigits {
            result.append((barcodeDigits.rule, barcodeDigits.counts.map(String.init).joined(separator: ", ")))
        }
        if let refusedBarcodes {
            result.append((refusedBarcodes.rule, refusedBarcodes.prefixes.map { $0 + "…" }.joined(separator: ", ")))
        }
        result += (required + advised).map { ($0.rule, $0.attribute) }
        return result
    }

    private static func says(_ limit: Limit, isLength: Bool) -> String {
        isLength ? "\(limit.value) \(limit.unit.rawValue)" : "\(limit.value)"
    }
}
