/// Headers as they are compared: `Variant SKU`, `variant_sku` and `ＶＡＲＩＡＮＴ　ＳＫＵ` are one.
package enum HeaderKey {
    /// `header` without case, blanks, punctuation, byte order mark and the legends that stand in brackets behind a name.
    ///
    /// `单位\n(1：件，2：条...)` is `单位`. A text that is nothing but a legend keeps it, and so does the header of a
    /// Shopify metafield, whose own name says little: `Title (product.metafields.custom.title)` is no title.
    package static func fold(_ header: String) -> String {
        if let plain = foldASCII(header) { return plain }
        let scalars = Array(header.unicodeScalars)
        let open = scalars.contains { closing($0) != nil }
        let folded = fold(open ? withoutLegends(scalars) : scalars)
        return folded.isEmpty && open ? fold(scalars) : folded
    }

    /// The common case, letters, digits and blanks only; nil for whatever is written otherwise.
    private static func foldASCII(_ header: String) -> String? {
        var result = ""
        for byte in header.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: result.unicodeScalars.append(Unicode.Scalar(byte))
            case 0x41...0x5A: result.unicodeScalars.append(Unicode.Scalar(byte + 0x20))
            case 0x28, 0x29, 0x5B, 0x5D, 0x80...: return nil
            default: break
            }
        }
        return result
    }

    private static func fold(_ scalars: [Unicode.Scalar]) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            if (0x3400...0x9FFF).contains(scalar.value) {
                result.append(scalar)
                continue
            }
            let half = halfWidth(scalar)
            if half.value < 0x80 {
                switch half {
                case "a"..."z", "0"..."9": result.append(half)
                case "A"..."Z": result.append(Unicode.Scalar(UInt8(half.value) + 0x20))
                default: break
                }
                continue
            }
            switch half.properties.generalCategory {
            case .uppercaseLetter, .titlecaseLetter:
                result.append(contentsOf: half.properties.lowercaseMapping.unicodeScalars)
            case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
                .nonspacingMark, .spacingMark:
                result.append(half)
            default: break
            }
        }
        return String(result)
    }

    private static func withoutLegends(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var at = 0
        while at < scalars.count {
            guard let close = closing(scalars[at]), let end = scalars[at...].firstIndex(of: close) else {
                result.append(scalars[at])
                at += 1
                continue
            }
            let legend = String(String.UnicodeScalarView(scalars[at...end]))
            if legend.contains("metafields") { result += scalars[at...end] }
            at = end + 1
        }
        return result
    }

    /// The bracket that closes a legend which `open` begins.
    private static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar? {
        switch open {
        case "(": ")"
        case "[": "]"
        case "（": "）"
        case "【": "】"
        case "［": "］"
        default: nil
        }
    }

    /// Full-width letters, digits and punctuation as plain ones.
    static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        default: scalar
        }
    }
}
