import Catalogues
import Lexicons

// Codes and barcodes: whether each variant has one, its own, and a real one.

extension ListingRules {
    mutating func checkCodes() {
        guard catalogue.fields.contains(.sku) || catalogue.fields.contains(.supplierCode) else { return }
        let without = rows.filter { catalogue.code($0).isEmpty }
        // A style of one variant can be ordered by its own code.
        let isKnownByStyle = rows.count == 1 && !catalogue.styles.code[style].isNone
        if !without.isEmpty, !isKnownByStyle {
            let isAll = without.count == rows.count
            report(
                .missingCode, isAll ? .note : .warning, "sku", rows: isAll ? [] : without,
                details: [("count", "\(without.count)"), ("of", "\(rows.count)")])
        }
        var groups: [Int: [Int]] = [:]
        for row in rows { if let group = codes.group(row) { groups[group, default: []].append(row) } }
        if groups.isEmpty { return }
        let sharing = groups.sorted { $0.key < $1.key }
        let isStyleCode = sharing.count == 1 && rows.count > 1 && sharing[0].value.count == rows.count
        if !isStyleCode, !tellColourCodes(sharing.map(\.value)) {
            for (_, rows) in sharing { tellShared(rows, "sku") }
        } else if isStyleCode, rows.contains(where: { values($0) != values(rows.lowerBound) }) {
            report(
                .missingCode, .note, "sku", found: catalogue.code(rows.lowerBound).string,
                details: [("count", "\(rows.count)"), ("of", "\(rows.count)"), ("shared", "style")])
        }
        tellElsewhere(
            sharing.compactMap { group, rows in
                codes.other(ofGroup: group, than: style, catalogue).map { (rows, $0) }
            }, "sku", isStyleCode: isStyleCode)
    }

    /// The codes are those of colours: all sizes of one have the same, and no two colours do.
    private mutating func tellColourCodes(_ groups: [[Int]]) -> Bool {
        guard axes.count > 1, groups.count > 1, groups.allSatisfy({ $0.count > 1 }),
            groups.reduce(0, { $0 + $1.count }) == rows.count
        else { return false }
        for place in axes.indices {
            let ofGroups = groups.map { Set($0.map { value($0, place) }) }
            guard ofGroups.allSatisfy({ $0.count == 1 && $0.first! != nil }),
                Set(ofGroups).count == groups.count, axes[place].values.count == groups.count
            else { continue }
            report(
                .missingCode, .warning, "sku",
                details: [
                    ("count", "\(rows.count)"), ("of", "\(rows.count)"), ("shared", attribute(axes[place])),
                    ("code", catalogue.code(groups[0][0]).string),
                ])
            return true
        }
        return false
    }

    /// One code on several specs of the style. A spec that stands twice with its code is told as that.
    private mutating func tellShared(_ rows: [Int], _ attribute: String) {
        guard rows.count > 1, !axes.isEmpty, rows.contains(where: { values($0) != values(rows[0]) }) else { return }
        let code = attribute == "sku" ? catalogue.code(rows[0]).string : catalogue.variant(rows[0]).barcode
        report(
            .sharedCode, .error, attribute, rows: rows, found: code,
            details: [("count", "\(rows.count)"), ("specs", specs(rows))])
    }

    /// Codes that variants of another style have, too: told once for each of those styles.
    private mutating func tellElsewhere(_ shared: [(rows: [Int], other: Int)], _ attribute: String, isStyleCode: Bool) {
        var byStyle: [UInt32: [(rows: [Int], other: Int)]] = [:]
        for pair in shared { byStyle[catalogue.variants.style.base[pair.other], default: []].append(pair) }
        for (other, pairs) in byStyle.sorted(by: { $0.key < $1.key }) {
            let first = pairs[0]
            let isSameTitle =
                catalogue.arena[catalogue.styles.title.base[style]]
                == catalogue.arena[
                    catalogue.styles.title.base[Int(other)]]
            // The same thing listed twice, or a code that is the style's own: somebody should look. A barcode names
            // the thing itself, which may well be sold alone and in a choice.
            let isHarmless = isSameTitle || isStyleCode || attribute == "barcode"
            let code =
                attribute == "sku" ? catalogue.code(first.rows[0]).string : catalogue.variant(first.rows[0]).barcode
            report(
                .sharedCode, isHarmless ? .warning : .error, attribute, rows: pairs.flatMap(\.rows), found: code,
                details: [
                    ("count", "\(pairs.count)"), ("other", "line \(catalogue.variants.line.base[first.other])"),
                    ("other-style", catalogue.style(Int(other)).name),
                    ("other-spec", catalogue.variant(first.other).spec),
                ])
        }
    }

    // MARK: Barcodes

    mutating func checkBarcodes() {
        guard catalogue.fields.contains(.barcode) else { return }
        var invalid: [Int] = []
        var groups: [Int: [Int]] = [:]
        for row in rows {
            let code = catalogue.variants.barcode.base[row]
            if code.isNone { continue }
            if let gtin = catalogue.gtin(row) {
                if catalogue.hasLengthOfGTIN(row), !gtin.isInternal, !gtin.isValid { invalid.append(row) }
            } else if let text = code.text.map({ catalogue.arena[$0] }), isBroken(text) {
                invalid.append(row)
            }
            if let group = barcodes.group(row) { groups[group, default: []].append(row) }
        }
        if barcodes.areOfTheHouse, !invalid.isEmpty {
            report(
                .barcodeInvalid, .note, "barcode", found: catalogue.variant(invalid[0]).barcode,
                details: [("count", "\(invalid.count)"), ("why", "house")])
        } else {
            for row in invalid {
                let text = catalogue.variant(row).barcode
                let isRounded = text.contains { $0 == "E" || $0 == "e" }
                report(
                    .barcodeInvalid, .error, "barcode", rows: [row], found: text,
                    details: [("why", isRounded ? "rounded" : "check-digit")])
            }
        }
        if groups.isEmpty || barcodes.areOfTheHouse { return }
        let sharing = groups.sorted { $0.key < $1.key }
        let isOfStyle = sharing.count == 1 && rows.count > 1 && sharing[0].value.count == rows.count
        if isOfStyle, rows.contains(where: { values($0) != values(rows.lowerBound) }) {
            report(
                .sharedCode, .warning, "barcode", found: catalogue.variant(rows.lowerBound).barcode,
                details: [("count", "\(rows.count)"), ("shared", "style")])
        } else {
            for (_, rows) in sharing { tellShared(rows, "barcode") }
        }
        tellElsewhere(
            sharing.compactMap { group, rows in
                barcodes.other(ofGroup: group, than: style, catalogue).map { (rows, $0) }
            }, "barcode", isStyleCode: isOfStyle)
    }

    /// 6.90E+12, as Excel leaves a number; or one of several numbers whose check digit fails.
    private func isBroken(_ text: Bytes) -> Bool {
        let digits = text.buffer.count { (0x30...0x39).contains($0) }
        let isPlain = text.buffer.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x2B || $0 == 0x45 || $0 == 0x65
        }
        guard isPlain else { return false }
        let hasExponent = text.containsAny(0x45, 0x65, 0x45, 0x65)
        if hasExponent { return digits > 2 && text.containsAny(0x2B, 0x2E, 0x2B, 0x2E) }
        return text.containsAny(0x2C, 0x2C, 0x2C, 0x2C)
            && text.string.split(separator: ",").contains { part in
                let number = UInt64(part) ?? 0
                guard [8, 12, 13, 14].contains(part.utf8.count), number > 0 else { return false }
                let code = Array(part.utf8) + Array(repeating: 0, count: 16)
                return code.withUnsafeBufferPointer { bytes in
                    let gtin = GTIN(Bytes(base: bytes.baseAddress!, count: part.utf8.count))
                    return gtin.map { !$0.isInternal && !$0.isValid } ?? false
                }
            }
    }
}

extension Style {
    /// Its code, or where it has none its title.
    var name: String { code.isEmpty ? title : code }
}
