import Catalogues
import Lexicons

extension Understanding {
    /// The words by which a variant says each slot, as they were written. They are understood as they were before, so
    /// that a text stands with the slot that it filled.
    static func texts(_ row: Int, of catalogue: Catalogue, _ lexicon: Lexicon) -> [[String]] {
        var texts: [[String]] = Array(repeating: [], count: Slot.count)
        let style = Int(catalogue.variants.style[row])
        let kinds = kinds(ofNames: catalogue, lexicon)
        let isSwapped = !swappedStyles(style..<style + 1, of: catalogue, lexicon, kinds).isEmpty
        for position in 0..<catalogue.axisCount {
            let word = catalogue.variants.option(position)[row]
            if word == 0 { continue }
            var kind = kinds[Int(catalogue.styles.axis(style, position))]
            if isSwapped { kind = kind == .colour ? .size : kind == .size ? .colour : kind }
            let meaning = lexicon.understand(catalogue.words[word].buffer, axis: kind)
            for (slot, part) in [meaning.colour, meaning.size, meaning.other, meaning.pack].enumerated()
            where !part.isNone {
                texts[slot].append(catalogue.word(word))
            }
        }
        let colour = Slot.colour.rawValue
        if texts[colour].isEmpty, let part = TitleColour.part(of: catalogue, row) { texts[colour].append(part.string) }
        return texts
    }
}
