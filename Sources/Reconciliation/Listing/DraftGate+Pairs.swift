import Catalogues
import Lexicons

/// What a mismatch of a draft's row with the supplier means before it is listed.
extension DraftGate {
    /// - Returns: nil where it does not speak against listing, or where another issue tells it.
    mutating func issue(_ mismatch: Mismatch, _ row: Int) -> ListingIssue? {
        let found = mismatch.supplier == Mismatch.nobody ? nil : supplier.variant(Int(mismatch.supplier))
        if mismatch.code == .duplicateSpec { return mismatch.isShopSide ? doubled(mismatch, row) : nil }
        guard let theirs = found else { return nil }
        switch mismatch.code {
        case .specDiffers, .meaningChanged: return contradicted(mismatch, row, theirs)
        case .codeConflict: return claimed(row, theirs)
        case .ambiguousMatch: return uncertain(row, mismatch.code)
        case .barcodeDiffers:
            if outcome.shopDecisions[row] == .review { return uncertain(row, mismatch.code) }
            return draft.gtin(row)?.isValid == false ? nil : barcode(.draftContradicts, row, theirs)
        case .barcodeInvalid: return mismatch.isShopSide ? barcode(.barcodeInvalid, row, theirs) : nil
        case .priceBelowCost, .priceDiffers: return price(mismatch, row, theirs)
        case .soldOutAtSupplier:
            return issue(.outOfStock, .error, "stock", row, theirs, draft.stockText(row), "0")
        case .stockDiffers:
            return issue(
                .draftContradicts, .warning, "stock", row, theirs, draft.stockText(row), theirs.stock.description)
        case .attributeDiffers:
            return issue(
                .draftContradicts, .error, "title", row, theirs, draft.variant(row).title, theirs.title)
        case .promiseChanged:
            return issue(
                .draftContradicts, .warning, "promise", row, theirs, promise(draft.variant(row)), promise(theirs))
        default: return nil
        }
    }

    func issue(
        _ code: ListingCode, _ severity: ListingIssue.Severity, _ attribute: String, _ row: Int, _ theirs: Variant,
        _ found: String, _ suggestion: String, _ details: [(name: String, value: String)] = []
    ) -> ListingIssue {
        ListingIssue(
            code, severity, attribute: attribute, style: Int(draft.variants.style[row]), rows: [row],
            supplierRows: [theirs.row], found: found, suggestion: suggestion, details: details, who: .shop)
    }

    // MARK: Words

    private mutating func contradicted(_ mismatch: Mismatch, _ row: Int, _ theirs: Variant) -> ListingIssue {
        let ours = draft.variant(row)
        let (attribute, kind): (String, AxisKind?) =
            switch mismatch.slots {
            case 1: ("colour", .colour)
            case 2: ("size", .size)
            case 8: ("pack", nil)
            default: ("spec", nil)
            }
        let word = kind.flatMap { value(of: ours, $0) }
        let theirWord = kind.flatMap { value(of: theirs, $0) }
        let isOneWord = word != nil && theirWord != nil
        // What the draft says may be another variant's, so that it is the code which is wrong.
        let meant = variant(saying: ours, of: theirs.style, butNot: theirs.row)
        return issue(
            .draftContradicts, .error, attribute, row, theirs, isOneWord ? word! : ours.words,
            isOneWord ? theirWord! : theirs.words,
            [("code", theirs.sku)] + (meant.map { [("other-code", $0.sku)] } ?? []))
    }

    /// The value on the one axis of a kind; nil if there is no such axis, or there are two.
    private func value(of variant: Variant, _ kind: AxisKind) -> String? {
        let values = variant.options.filter { axis, _ in
            let bytes = Array(axis.utf8)
            return bytes.withUnsafeBufferPointer { lexicon.axisKind(ofName: $0) } == kind
        }
        return values.count == 1 ? values[0].value : nil
    }

    /// The one variant of a supplier's style that means what the draft's row says.
    private mutating func variant(saying ours: Variant, of style: Style, butNot row: Int) -> Variant? {
        if ours.options.isEmpty { return nil }
        var found: Variant?
        for other in style.rows where other != row {
            let variant = supplier.variant(other)
            if !reader.saySame(variant, ours) { continue }
            if found != nil { return nil }
            found = variant
        }
        return found
    }

    /// Several rows of the draft that claim one variant, of which those are wrong whose words are not its; or a row whose
    /// code and barcode name two.
    private mutating func claimed(_ row: Int, _ theirs: Variant) -> ListingIssue {
        let ours = draft.variant(row)
        let code = ours.codeForSupplier
        let claims = draft.rows(ofStyle: ours.style.index).filter { draft.variant($0).codeForSupplier == code }
        if claims.count < 2, !ours.barcode.isEmpty, reader.saySame(theirs, ours), ours.barcode != theirs.barcode {
            return barcode(.draftContradicts, row, theirs)
        }
        let wrong = claims.filter { !reader.saySame(theirs, draft.variant($0)) }
        let rows = wrong.isEmpty || wrong.count == claims.count ? claims : wrong
        var details = [("spec", theirs.words)]
        if claims.count > 1 { details.append(("claims", "\(claims.count)")) }
        var meant: Variant?
        if rows.count == 1 {
            meant = variant(saying: draft.variant(rows[0]), of: theirs.style, butNot: theirs.row)
            if meant == nil, wrong == rows { details.append(("not-there", "")) }
        }
        var issue = issue(.draftContradicts, .error, "sku", rows[0], theirs, code, meant?.sku ?? "", details)
        issue.rows = rows
        return issue
    }

    /// Rows whose codes were exchanged are one fault, and one advice.
    mutating func joinExchanged(from first: Int) {
        var index = first
        while index < issues.count {
            let a = issues[index]
            if let code = a[detail: "other-code"],
                let second = issues.indices.first(where: { other in
                    other > index && issues[other][detail: "other-code"] == a[detail: "code"]
                        && issues[other][detail: "code"] == code
                })
            {
                let b = issues.remove(at: second)
                let codes = (a.rows + b.rows).map { draft.variant($0).codeForSupplier }
                var joined = a
                joined.attribute = "sku"
                joined.rows += b.rows
                joined.supplierRows += b.supplierRows
                joined.found = codes.joined(separator: ", ")
                joined.suggestion = "\(code), \(a[detail: "code"] ?? "")"
                joined.details = [("exchanged", "")]
                issues[index] = joined
            }
            index += 1
        }
    }

    private func doubled(_ mismatch: Mismatch, _ row: Int) -> ListingIssue? {
        let group = mismatch.group == Mismatch.nobody ? nil : outcome.groups[Int(mismatch.group)]
        var theirs = (group?.supplier ?? []).map { Int($0) }
        if theirs.isEmpty, mismatch.supplier != Mismatch.nobody { theirs = [Int(mismatch.supplier)] }
        return ListingIssue(
            .duplicateSpec, .error, attribute: "spec", style: Int(draft.variants.style[row]),
            rows: (group?.shop ?? [UInt32(row)]).map { Int($0) }, supplierRows: theirs,
            found: draft.variant(row).words, who: .shop)
    }

    // MARK: What a person must decide

    /// A row that the program is not sure of. Where its code names the variant, what is sold is what the code says; where
    /// none does, nobody knows what would be sent.
    func uncertain(_ row: Int, _ code: MismatchCode) -> ListingIssue {
        let candidates = links.pairs(ofShopRow: row).filter { $0.decision == .review }
            .sorted { ($1.confidence, $0.supplier) < ($0.confidence, $1.supplier) }
        let ours = draft.variant(row)
        let best = candidates.first.map { supplier.variant(Int($0.supplier)) }
        let isCoded = candidates.contains { !$0.evidence.isDisjoint(with: .codes) }
        let others = candidates.dropFirst().prefix(3).map { supplier.variant(Int($0.supplier)) }
        var details = [("spec", ours.words), ("candidates", "\(candidates.count)")]
        if let best { details.append(("their-spec", best.words)) }
        if !others.isEmpty { details.append(("others", others.map(\.nameOrSpec).joined(separator: ", "))) }
        if candidates.first?.evidence.contains(.unknownCode) == true { details.append(("unknown-code", "")) }
        let isOfCode = !isCoded && !ours.codeForSupplier.isEmpty
        return ListingIssue(
            .draftUncertain, isCoded ? .warning : .error,
            attribute: code == .barcodeDiffers ? "barcode" : isOfCode ? "sku" : "spec", style: ours.style.index,
            rows: [row], supplierRows: candidates.prefix(4).map { Int($0.supplier) },
            found: code == .barcodeDiffers ? ours.barcode : isOfCode ? ours.codeForSupplier : ours.words,
            suggestion: (code == .barcodeDiffers ? best?.barcode : isCoded ? best?.words : best?.sku) ?? "",
            details: details, who: .reviewer)
    }

    // MARK: Codes, prices, promises

    private func barcode(_ code: ListingCode, _ row: Int, _ theirs: Variant) -> ListingIssue {
        issue(code, .error, "barcode", row, theirs, draft.variant(row).barcode, theirs.barcode)
    }

    private func price(_ mismatch: Mismatch, _ row: Int, _ theirs: Variant) -> ListingIssue? {
        let ours = draft.variants.price[row]
        let cost = theirs.cost.isAbsent ? theirs.price : theirs.cost
        if mismatch.code == .priceBelowCost {
            // Without a rule, a selling price of the supplier's need not be what one pays.
            let isSure = !theirs.cost.isAbsent || settings.priceRule != nil
            return issue(
                .priceBelowCost, isSure ? .error : .warning, "price", row, theirs, ours.description,
                "≥ \(cost.description)")
        }
        let isEqual = settings.priceRule == .equal
        let wanted =
            isEqual ? (theirs.price.isAbsent ? theirs.cost : theirs.price) : settings.priceRule?.price(for: cost)
        return issue(
            .draftContradicts, .warning, "price", row, theirs, ours.description, wanted?.description ?? "",
            [("rule", settings.priceRule?.description ?? "")])
    }

    private func promise(_ variant: Variant) -> String { variant.promise.isEmpty ? variant.words : variant.promise }
}

extension Variant {
    fileprivate var nameOrSpec: String { sku.isEmpty ? words : sku }
}

extension Catalogue {
    /// How many a row offers; empty where it only says that it is on sale.
    fileprivate func stockText(_ row: Int) -> String { variants.stock[row].description }
}

extension PriceRule {
    /// The price that the rule asks for; nil where it sets only a limit.
    func price(for cost: Amount) -> Amount? {
        guard case let .markup(factor, _) = self, !cost.isAbsent else { return nil }
        let (product, overflow) = cost.tenThousandths.multipliedReportingOverflow(by: Int64(factor))
        if overflow { return nil }
        // To the hundredth, as a price is written.
        return Amount(tenThousandths: (product + 50_000) / 100_000 * 100)
    }
}

extension Variant {
    /// The option values alone, `黑色/XL`; the packed text where it could not be taken apart.
    var words: String {
        let values = options.map(\.value)
        return values.isEmpty ? spec : values.joined(separator: "/")
    }
}
