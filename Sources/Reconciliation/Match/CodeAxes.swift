import Catalogues
import Lexicons

extension Understanding {
    /// Lets shade and model codes meet that one side writes on an axis called Colour and the other on one called Shade or
    /// Model (N20, 408#).
    ///
    /// A style moves as a whole, and only if every colour of it is a code, nothing stands in the other slot, and the other
    /// side says at least one of these codes as another option and none as a colour. A code stays a code: sizes and counts
    /// are known words and never move.
    mutating func moveCodes(
        of catalogue: Catalogue, toMeet other: borrowing Understanding, _ otherCount: Int, _ lexicon: Lexicon
    ) {
        let met = other.saidAlone(otherCount, lexicon.meaningCount)
        if met.isEmpty { return }
        let colour = Slot.colour.rawValue
        let option = Slot.other.rawValue
        for style in 0..<catalogue.styleCount {
            let rows = catalogue.rows(ofStyle: style)
            // The first row turns nearly every style away.
            guard let first = rows.first, meaning(first, colour) != 0, meaning(first, option) == 0,
                rows.allSatisfy({ meaning($0, option) == 0 })
            else { continue }
            var isMet = false
            let mayMove = rows.allSatisfy { row in
                let id = MeaningID(number: meaning(row, colour))
                if met[Int(id.number)] & 1 != 0 { return false }
                // What was moved here a moment ago is newer than the table.
                if let there = lexicon.codeAsOther(id), Int(there.number) < met.count, met[Int(there.number)] & 2 != 0 {
                    isMet = true
                }
                return lexicon.isCode(id)
            }
            guard mayMove, isMet else { continue }
            for row in rows {
                guard let moved = lexicon.movedToOther(MeaningID(number: meaning(row, colour))) else { continue }
                put(moved.number, row, option)
                put(0, row, colour)
            }
        }
    }

    /// For each meaning whether a row says it as its colour and no other option (1), or as another option and no colour (2);
    /// empty if no row does the latter.
    private func saidAlone(_ count: Int, _ meanings: Int) -> [UInt8] {
        var said = [UInt8](repeating: 0, count: meanings)
        var isAny = false
        for row in 0..<count {
            let colour = Int(meaning(row, Slot.colour.rawValue))
            let option = Int(meaning(row, Slot.other.rawValue))
            if colour != 0, option == 0 { said[colour] |= 1 }
            if option != 0, colour == 0 {
                said[option] |= 2
                isAny = true
            }
        }
        return isAny ? said : []
    }
}
