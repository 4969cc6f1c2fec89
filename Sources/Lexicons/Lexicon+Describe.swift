extension Lexicon {
    /// A meaning for people: `navy`, `letter XL`, `EU 41 = US 8`, `black + white`; empty if nothing is said.
    public func describe(_ id: MeaningID) -> String {
        if id.isNone { return "" }
        let form = meanings.form(id)
        let slot = meanings.slot(id)
        let facets = meanings.facets(id)
        let isEither = form.contains(.either) || facets.contains { $0.system == System.grouping }
        let sign = form.contains(.blend) ? "-" : isEither ? " or " : slot == .size ? " = " : " + "
        return facets.filter { $0.system != System.grouping }.map { describe($0) }.joined(separator: sign)
    }

    private func describe(_ facet: Facet) -> String {
        switch facet.system {
        case System.colour:
            var words: [String] = []
            for (bit, name) in vocabulary.modifiers.enumerated() where facet.high & 1 << Int64(bit) != 0 {
                words.append(name)
            }
            let family = facet.high & ColourComposer.family != 0 ? " family" : ""
            return (words + [vocabulary.names[Int(facet.low)]]).joined(separator: " ") + family
        case System.word: return "'\(texts.text(Int(facet.low)))'"
        case System.user: return users.concepts[Int(facet.low)].name
        case System.nothing, System.ask, System.bed, System.fit: return vocabulary.names[Int(facet.low)]
        case System.letters:
            let name = System.names[facet.system] ?? ""
            if facet.system == System.letterPlus { return "\(name) \(facet.low)X" }
            let low = SizePatterns.name(rank: Int(facet.low))
            return facet.high == facet.low
                ? "\(name) \(low)" : "\(name) \(low)–\(SizePatterns.name(rank: Int(facet.high)))"
        case System.oneSize: return "one size"
        case System.bodyType:
            let type = facet.high == 0 ? "" : String(decoding: [UInt8(facet.high) & 0xDF], as: UTF8.self)
            return "\(facet.low / 1_000_000)/\(number(facet.low % 1_000_000))\(type)"
        case System.braCentimetres, System.braInches:
            var cup: [UInt8] = []
            var letters = facet.high
            while letters > 0 {
                cup.append(UInt8(letters & 0xFF) & 0xDF)
                letters >>= 8
            }
            return "\(System.names[facet.system] ?? "") \(number(facet.low))\(String(decoding: cup, as: UTF8.self))"
        case System.measures, System.plainMeasures, System.usualMeasures: return measureTexts[facet.low] ?? "measures"
        case System.signed, System.signedDegrees:
            let sign = facet.low < 0 ? "−" : "+"
            return "\(sign)\(number(abs(facet.low)))\(facet.system == System.signedDegrees ? "°" : "")"
        case System.memory: return "GB \(number(facet.high))+\(number(facet.low))"
        case System.screw: return "M\(number(facet.low))" + (facet.high == 0 ? "" : "x\(number(facet.high))")
        case System.packs..<System.attributes:
            let unit = vocabulary.packUnits[Int(facet.system - System.packs)]
            let holder = facet.high > 0 ? " a \(vocabulary.packUnits[Int(facet.high) - 1])" : ""
            return "\(facet.low) \(unit)\(holder)"
        case System.attributes...: return vocabulary.names[Int(facet.low)]
        default:
            let name = System.names[facet.system] ?? "size"
            return "\(name) \(number(facet.low))" + (facet.low == facet.high ? "" : "–\(number(facet.high))")
        }
    }

    /// Thousandths as a decimal number.
    private func number(_ thousandths: Int64) -> String {
        let rest = thousandths % 1000
        if rest == 0 { return "\(thousandths / 1000)" }
        var digits = String(rest + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(thousandths / 1000).\(digits)"
    }
}
