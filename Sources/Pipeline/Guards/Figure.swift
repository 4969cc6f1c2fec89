/// Counts and shares, as guards compare and write them.
enum Figure {
    static func isBelow(_ part: Int, of whole: Int, _ limit: Int) -> Bool { part * 100 < whole * limit }
    static func isAbove(_ part: Int, of whole: Int, _ limit: Int) -> Bool { part * 100 > whole * limit }

    /// `43 %`, `50.1 %`: rounded down, or up, to a tenth, so that what is below a limit, or above it, also reads so.
    static func share(_ part: Int, of whole: Int, up: Bool) -> String {
        let tenths = whole == 0 ? 0 : (part * 1000 + (up ? whole - 1 : 0)) / whole
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }

    /// `1,240`
    static func text(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
