/// Markup that escapes what is put into it: a literal is markup, an interpolated `String` is text.
///
/// `let row: HTML = "<td>\(title)</td>"` is safe whatever `title` holds, and forgetting to escape does not compile into
/// anything. That is why there is no template engine here: its dictionaries of `Any` would turn a misspelt key into an
/// empty cell, where the compiler now complains.
struct HTML: ExpressibleByStringInterpolation, Sendable {
    fileprivate(set) var text: String

    init(stringLiteral value: String) { text = value }
    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Markup from a trusted place, such as an embedded style sheet.
    init(trusted text: String) { self.text = text }

    var isEmpty: Bool { text.isEmpty }

    static func + (a: HTML, b: HTML) -> HTML { HTML(trusted: a.text + b.text) }
    static func += (a: inout HTML, b: HTML) { a.text += b.text }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ html: HTML) { text += html.text }
        mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ string: String) { HTML.escape(string, into: &text) }
    }

    /// Fit for text and for quoted attributes. Control characters, which HTML forbids, become U+FFFD.
    fileprivate static func escape(_ string: String, into text: inout String) {
        let special = string.utf8.contains {
            $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 || $0 == 0x7F
        }
        if !special { return text += string }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\t", "\n", "\r": text += " "
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Sequence where Element == HTML {
    func joined(_ separator: HTML = "") -> HTML { HTML(trusted: map(\.text).joined(separator: separator.text)) }
}
