import Catalogues
import Lexicons

// What a platform asks: counts, lengths, names, what must be there. A value is told once, however many rows have it.

extension ListingRules {
    mutating func check(against target: ListingTarget) {
        checkCounts(target)
        checkLengths(target)
        checkNames(target)
        checkAllowed(target)
        checkUnique(target)
        checkBarcodes(target)
        for required in target.required { check(required.attribute, required.rule, .error, target) }
        for advised in target.advised { check(advised.attribute, advised.rule, .note, target) }
    }

    private mutating func tell(
        _ code: ListingCode, _ attribute: String, _ limit: ListingTarget.Limit, _ target: ListingTarget, count: Int,
        name: String = "count", rows: [Int] = [], found: String = "", more: [(name: String, value: String)] = []
    ) {
        report(
            code, .error, attribute, rows: rows, found: found,
            details: [
                ("target", target.name), ("limit", "\(limit.value)"), (name, "\(count)"), ("unit", limit.unit.rawValue),
            ]
                + more,
            who: .shop, rule: limit.rule)
    }

    private mutating func checkCounts(_ target: ListingTarget) {
        if let limit = target.options, axes.count > limit.value {
            tell(
                .tooManyOptions, "option", limit, target, count: axes.count,
                found: axes.map { catalogue.word($0.name) }.joined(separator: ", "))
        }
        if let limit = target.valuesPerOption {
            for axis in axes where axis.values.count > limit.value {
                tell(
                    .tooManyValues, attribute(axis), limit, target, count: axis.values.count,
                    found: catalogue.word(axis.name))
            }
        }
        if let limit = target.variants, rows.count > limit.value {
            tell(.tooManyVariants, "variant", limit, target, count: rows.count)
        }
        guard let limit = target.coloursPerValue, let place = axis(.colour) else { return }
        for value in axes[place].values {
            let colours = Self.colours(catalogue.words[value.word])
            guard colours > limit.value else { continue }
            tell(
                .tooManyValues, "colour", limit, target, count: colours, rows: rows(with: value, place),
                found: text(value),
                more: [("of", "value")])
        }
    }

    /// How many colours `Red/Blue/Green` names: a comma stands in `RAL 9010, matt`, too.
    private static func colours(_ text: Bytes) -> Int { text.buffer.split(separator: 0x2F).count }

    // MARK: Lengths

    private mutating func checkLengths(_ target: ListingTarget) {
        if let limit = target.titleLength {
            let title = catalogue.arena[catalogue.styles.title.base[style]]
            if let length = limit.excess(title) {
                tell(.titleTooLong, "title", limit, target, count: length, name: "length", found: title.string)
            }
            // Titles that variants have of their own are listed with them.
            for row in rows where !catalogue.variants.title.base[row].isNone {
                let own = catalogue.arena[catalogue.variants.title.base[row]]
                guard let length = limit.excess(own) else { continue }
                tell(
                    .titleTooLong, "title", limit, target, count: length, name: "length", rows: [row], found: own.string
                )
            }
        }
        for (place, axis) in axes.enumerated() {
            if let limit = target.optionNameLength, let length = limit.excess(catalogue.words[axis.name]) {
                tell(
                    .nameTooLong, attribute(axis), limit, target, count: length, name: "length",
                    found: catalogue.word(axis.name))
            }
            let own = target.valueLengths.first { Self.isNamed($0.option, axis, catalogue.word(axis.name)) }
            guard let limit = own?.limit ?? target.optionValueLength else { continue }
            for value in axis.values {
                guard let length = limit.excess(catalogue.words[value.word]) else { continue }
                tell(
                    .valueTooLong, attribute(axis), limit, target, count: length, name: "length",
                    rows: rows(with: value, place), found: text(value))
            }
        }
        if let limit = target.styleCodeLength {
            let code = catalogue.arena[catalogue.styles.code.base[style]]
            if let length = limit.excess(code) {
                tell(.codeTooLong, "style", limit, target, count: length, name: "length", found: code.string)
            }
        }
        guard let limit = target.codeLength else { return }
        let long = rows.filter { limit.excess(catalogue.code($0)) != nil }
        guard let first = long.first else { return }
        tell(
            .codeTooLong, "sku", limit, target, count: limit.excess(catalogue.code(first))!, name: "length", rows: long,
            found: catalogue.code(first).string, more: [("count", "\(long.count)")])
    }

    // MARK: Names and signs

    private mutating func checkNames(_ target: ListingTarget) {
        if let forbidden = target.forbiddenTitleSigns {
            let title = catalogue.arena[catalogue.styles.title.base[style]].string
            checkSigns(title, "title", [], target, forbidden)
        }
        for (place, axis) in axes.enumerated() {
            let name = catalogue.word(axis.name)
            if let reserved = target.reservedNames, Self.contains(reserved.values, name) {
                report(
                    .reservedName, .error, attribute(axis), found: name,
                    details: [("target", target.name), ("kind", "name")], who: .shop, rule: reserved.rule)
            }
            checkSigns(name, attribute(axis), [], target, target.forbiddenSigns)
            guard target.reservedValues != nil || target.forbiddenSigns != nil else { continue }
            for value in axis.values {
                let written = text(value)
                if let reserved = target.reservedValues, Self.contains(reserved.values, written) {
                    report(
                        .reservedName, .error, attribute(axis), rows: rows(with: value, place), found: written,
                        details: [("target", target.name), ("kind", "value")], who: .shop, rule: reserved.rule)
                }
                // The rows of a value are looked up only where there is something to tell of it.
                if Self.sign(in: written, target.forbiddenSigns) != nil {
                    checkSigns(written, attribute(axis), rows(with: value, place), target, target.forbiddenSigns)
                }
            }
        }
    }

    private static func contains(_ reserved: [String], _ text: String) -> Bool {
        !text.isEmpty && reserved.contains { $0.lowercased() == text.lowercased() }
    }

    private mutating func checkSigns(
        _ text: String, _ attribute: String, _ rows: [Int], _ target: ListingTarget,
        _ forbidden: (signs: String, rule: ListingTarget.Rule)?
    ) {
        guard let forbidden, let sign = Self.sign(in: text, forbidden) else { return }
        report(
            .signNotAllowed, .error, attribute, rows: rows, found: text,
            details: [("target", target.name), ("sign", String(Character(sign)))], who: .shop, rule: forbidden.rule)
    }

    /// The first sign of a text that is forbidden.
    private static func sign(
        in text: String, _ forbidden: (signs: String, rule: ListingTarget.Rule)?
    ) -> Unicode.Scalar? {
        guard let forbidden else { return nil }
        return text.unicodeScalars.first { forbidden.signs.unicodeScalars.contains($0) }
    }

    /// Google and Amazon: the variants of one group may differ in these attributes only.
    private mutating func checkAllowed(_ target: ListingTarget) {
        guard let allowed = target.allowedOptions else { return }
        let names = Set(allowed.names.map(Self.plain))
        for axis in axes where axis.values.count > 1 {
            let kind: [String] = axis.kind == .colour ? ["colour", "color"] : axis.kind == .size ? ["size"] : []
            let name = catalogue.word(axis.name)
            guard names.isDisjoint(with: kind + [Self.plain(name)]) else { continue }
            if let other = target.otherOptions {
                // It has a place of its own there.
                report(
                    .optionNotAllowed, .note, attribute(axis), found: name, suggestion: other.field,
                    details: [
                        ("target", target.name), ("allowed", (allowed.names + [other.field]).joined(separator: ", ")),
                        ("values", list(axis.values)),
                    ],
                    who: .shop, rule: other.rule)
                continue
            }
            report(
                .optionNotAllowed, .error, attribute(axis), found: name,
                details: [
                    ("target", target.name), ("allowed", allowed.names.joined(separator: ", ")),
                    ("values", list(axis.values)),
                ],
                who: .shop, rule: allowed.rule)
        }
    }

    /// `Age group` as `age_group`.
    private static func plain(_ name: String) -> String {
        String(name.lowercased().unicodeScalars.filter { $0 != " " && $0 != "_" && $0 != "-" }.map(Character.init))
    }

    /// A code that the trade's own rules let pass (a style's or colour's) may not be used twice on this target.
    private mutating func checkUnique(_ target: ListingTarget) {
        guard let unique = target.uniqueCodes else { return }
        var groups: [Int: [Int]] = [:]
        for row in rows { if let group = codes.group(row) { groups[group, default: []].append(row) } }
        let told = Set(
            issues.filter {
                $0.style == style && $0.severity == .error && ($0.code == .sharedCode || $0.code == .duplicateSpec)
            }.flatMap(\.rows))
        for (group, same) in groups.sorted(by: { $0.key < $1.key }) {
            let other = codes.other(ofGroup: group, than: style, catalogue)
            guard same.count > 1 || (unique.acrossStyles && other != nil) else { continue }
            let code = catalogue.code(same[0]).string
            if same.contains(where: told.contains) { continue }
            var details = [("target", target.name), ("count", "\(same.count)"), ("specs", specs(same))]
            if same.count == 1, let other {
                let style = catalogue.variants.style.base[other]
                details += [
                    ("other", "line \(catalogue.variants.line.base[other])"),
                    ("other-style", catalogue.style(Int(style)).name), ("other-spec", catalogue.variant(other).spec),
                ]
            }
            report(.sharedCode, .error, "sku", rows: same, found: code, details: details, rule: unique.rule)
        }
    }

    // MARK: Barcodes

    /// Numbers that the platform does not take. One that is missing is no fault here.
    private mutating func checkBarcodes(_ target: ListingTarget) {
        guard target.barcodeDigits != nil || target.refusedBarcodes != nil else { return }
        for row in rows where !catalogue.variants.barcode.base[row].isNone {
            let written = catalogue.variant(row).barcode
            if written.contains(",") || !written.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { continue }
            let body = written.count == 14 ? written.dropFirst() : written[...]
            if let digits = target.barcodeDigits, !digits.counts.contains(written.count) {
                report(
                    .barcodeInvalid, .warning, "barcode", rows: [row], found: written,
                    details: [("target", target.name), ("why", "digits")], rule: digits.rule)
            } else if let refused = target.refusedBarcodes, refused.prefixes.contains(where: body.hasPrefix) {
                report(
                    .barcodeInvalid, .warning, "barcode", rows: [row], found: written,
                    details: [("target", target.name), ("why", "refused")], rule: refused.rule)
            }
        }
    }

    private static func isNamed(_ option: String, _ axis: ListingAxis, _ name: String) -> Bool {
        switch plain(option) {
        case "colour", "color": axis.kind == .colour
        case "size": axis.kind == .size
        default: plain(option) == plain(name)
        }
    }

    // MARK: What must be there

    private mutating func check(
        _ attribute: String, _ rule: ListingTarget.Rule, _ severity: ListingIssue.Severity, _ target: ListingTarget
    ) {
        guard let missing = missing(attribute), !missing.isEmpty else { return }
        report(
            .requiredMissing, severity, attribute, rows: missing.count == rows.count ? [] : missing,
            details: [("target", target.name), ("count", "\(missing.count)"), ("of", "\(rows.count)")], rule: rule)
    }

    /// The rows that lack an attribute; nil where the catalogue cannot tell, or another issue says so already.
    private func missing(_ attribute: String) -> [Int]? {
        switch attribute {
        case "sku": return rows.filter { catalogue.code($0).isEmpty }
        case "barcode", "gtin": return rows.filter { catalogue.variants.barcode.base[$0].isNone }
        case "price": return catalogue.priceKinds.isEmpty ? Array(rows) : nil
        case "stock":
            return rows.filter {
                catalogue.variants.stock.base[$0].isUnknown && catalogue.variants.availability.base[$0] == .unknown
            }
        case "title": return catalogue.fields.contains(.title) ? nil : Array(rows)
        case "brand": return catalogue.styles.brand.base[style].isNone ? Array(rows) : nil
        case "image":
            guard catalogue.styles.image.base[style].isNone else { return nil }
            return rows.filter { catalogue.variants.image.base[$0].isNone }
        // On some variants only: told as the missing option that it is.
        case "colour", "color": return axis(.colour) == nil ? Array(rows) : nil
        case "size": return axis(.size) == nil ? Array(rows) : nil
        case "size system": return axis(.size).map { rowsWithoutSystem($0) }
        default: return nil
        }
    }

    /// The rows whose size is a number that does not say of which system.
    private func rowsWithoutSystem(_ place: Int) -> [Int] {
        let isBare = axes[place].values.map { value in
            let step = value.isUnderstood ? lexicon.sizeStep(value.meaning.size) : nil
            return step.map { lexicon.isBareNumber($0) } ?? false
        }
        return rows.filter { row in value(row, place).map { isBare[$0] } ?? false }
    }
}

extension ListingTarget.Limit {
    /// How long a text is, if it is longer than allowed.
    fileprivate func excess(_ text: Bytes) -> Int? {
        // No unit counts more than the bytes.
        if text.count <= value { return nil }
        let length: Int
        switch unit {
        case .bytes: length = text.count
        case .characters: length = text.string.count
        case .halfwidth: length = text.string.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
        }
        return length > value ? length : nil
    }
}
