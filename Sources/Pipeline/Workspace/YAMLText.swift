/// Texts as a YAML file takes them.
enum YAMLText {
    /// A text as a value: plain where nothing in it means anything to YAML, else in double quotes.
    static func value(_ text: String) -> String {
        if isPlain(text) { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xFEFF
                    || (0x2028...0x2029).contains(scalar.value)
                {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }

    /// Letters, digits and a few signs that mean nothing inside a value; no blank at either end.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isPlain(first), last != " "
        else { return false }
        guard text.unicodeScalars.allSatisfy({ isPlain($0) || " -:@+()&".unicodeScalars.contains($0) }) else {
            return false
        }
        // `key: value` and a colon at the end would be a table.
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if before == ":", scalar == " " { return false }
            before = scalar
        }
        return before != ":"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "./_".unicodeScalars.contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber: return true
        default: return false
        }
    }
}
