import Catalogues
import Reconciliation

/// The mismatches of `report.json`, each one line: there may be a million of them, so that what comes again in every
/// line is made once.
enum JSONMismatches {
    static func write(_ outcome: Outcome, _ language: Language, _ json: inout JSONText) {
        var values = MismatchValues(outcome)
        let supplier = Side(outcome.supplier, "supplier")
        let shop = Side(outcome.shop, "shop")
        let field = JSONKey("field")
        let supplierValue = JSONKey("supplier_value")
        let shopValue = JSONKey("shop_value")
        let supplierLines = JSONKey("supplier_lines")
        let shopLines = JSONKey("shop_lines")
        var begins = MadeTexts()
        var actions = MadeTexts()
        var evidence = MadeTexts()
        outcome.eachMismatch { mismatch in
            values.read(mismatch)
            json.line { line in
                line.put(begins.text(UInt64(mismatch.code.rawValue)) { $0.put(beginOf: mismatch, outcome) })
                supplier.write(mismatch.supplierStyle, mismatch.supplier, &line)
                shop.write(mismatch.shopStyle, mismatch.shop, &line)
                line.put(field)
                line.put(validJSON: values.field.bytes)
                line.put(supplierValue)
                line.put(validJSON: values.supplier.bytes)
                line.put(shopValue)
                line.put(validJSON: values.shop.bytes)
                line.put(actions.text(mismatch.kind) { $0.put(actionOf: mismatch, language) })
                line.put(evidence.text(UInt64(mismatch.evidence.rawValue)) { $0.put(evidenceOf: mismatch) })
                // The further rows of a group; not written where there are none.
                if !values.supplierLines.isEmpty { line.put(supplierLines, values.supplierLines) }
                if !values.shopLines.isEmpty { line.put(shopLines, values.shopLines) }
                line.put(0x7D)
            }
        }
    }

    /// Writes what names one side of a mismatch: a variant, a style as a whole, or nobody.
    private struct Side: ~Copyable {
        private let catalogue: Catalogue
        private let style, sku, spec, line: JSONKey

        init(_ catalogue: Catalogue, _ leg: String) {
            self.catalogue = catalogue
            style = JSONKey(leg + "_style")
            sku = JSONKey(leg + "_sku")
            spec = JSONKey(leg + "_spec")
            line = JSONKey(leg + "_line")
        }

        @inline(__always) func write(_ styleIndex: UInt32, _ row: UInt32, _ bytes: inout ByteBuffer) {
            let isVariant = row != Mismatch.nobody
            let isStyle = styleIndex != Mismatch.nobody
            let index = isVariant ? catalogue.variants.style[Int(row)] : styleIndex
            bytes.put(style)
            bytes.put(json: isVariant || isStyle ? catalogue.arena[catalogue.name(ofStyle: Int(index))] : .none)
            bytes.put(sku)
            bytes.put(json: isVariant ? catalogue.arena[catalogue.variants.sku[Int(row)]] : .none)
            bytes.put(spec)
            if isVariant { bytes.put(jsonSpec: Int(row), of: catalogue) } else { bytes.put("\"\"") }
            bytes.put(line)
            if isVariant {
                bytes.put(decimal: Int(catalogue.variants.line[Int(row)]))
            } else if isStyle {
                bytes.put(decimal: Int(catalogue.styles.line[Int(index)]))
            } else {
                bytes.put("null")
            }
        }
    }
}

/// The key of a member with all that stands between it and the member before: `, "shop_sku": `.
private struct JSONKey: ~Copyable {
    fileprivate var text = ByteBuffer(room: 32)

    init(_ name: String) {
        text.put(", ")
        text.put(json: name)
        text.put(": ")
    }
}

extension ByteBuffer {
    @inline(__always) fileprivate mutating func put(_ key: borrowing JSONKey) { put(key.text.bytes) }

    fileprivate mutating func put(_ key: borrowing JSONKey, _ lines: [Int]) {
        put(key)
        put(0x5B)
        for (index, line) in lines.enumerated() {
            if index > 0 { put(", ") }
            put(decimal: line)
        }
        put(0x5D)
    }

    /// The first members of a mismatch, which its code decides.
    fileprivate mutating func put(beginOf mismatch: Mismatch, _ outcome: Outcome) {
        put("{\"code\": ")
        put(json: mismatch.code.name)
        put(JSONKey("severity"))
        put(json: mismatch.code.severity.name)
        put(JSONKey("supplier"))
        put(json: outcome.supplier.source.name)
    }

    fileprivate mutating func put(actionOf mismatch: Mismatch, _ language: Language) {
        put(JSONKey("who"))
        put(json: mismatch.who.rawValue)
        put(JSONKey("action"))
        put(json: Texts.action(mismatch, language))
        put(JSONKey("first_seen"))
        put(json: "")
    }

    fileprivate mutating func put(evidenceOf mismatch: Mismatch) {
        put(JSONKey("evidence"))
        put(json: mismatch.evidence.text)
    }
}
