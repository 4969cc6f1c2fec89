/// All that is said for and against one pair of variants, whether it was made or not.
package struct Witnesses {
    /// Rows of the two catalogues.
    package var supplier: Int
    package var shop: Int
    /// What was decided; nil = it was not made a pair, not even as a candidate.
    package var pair: Pair?
    /// What either side says, slot by slot.
    package var words: [WordWitness]
    /// The supplier's SKU beside the code by which the shop's row names the supplier's variant.
    package var sku: CodeWitness
    package var barcode: CodeWitness
    package var style: StyleWitness
    /// The titles name attributes that exclude each other.
    package var titlesContradict: Bool
    /// What either title names, where the titles keep the pair from being accepted.
    package var titleNames: (supplier: String, shop: String)?
    /// Why it is no pair, the gravest first; of a pair in review, what else its two variants may be.
    package var obstacles: [Obstacle]
    /// What does not agree, or keeps it from being accepted, by the indices of the outcome's mismatches.
    package var mismatches: [Int]
}

/// What two variants say in one slot of their specs.
package struct WordWitness {
    package enum Standing: Sendable {
        case same, near, never
        /// An unknown word, or another system.
        case silent
        /// Not the same by themselves, but other rows of the style, tied by codes, put them together.
        case learned
        /// Not contrary by themselves, but one of them has its exact partner elsewhere in the style.
        case taken
        case onlySupplier, onlyShop
    }

    /// `colour`, `size`, `other` or `pack`.
    package var field: String
    /// As written; several values of one variant may say one slot.
    package var supplierTexts: [String]
    package var shopTexts: [String]
    /// What they mean, as `Lexicon.describe` says it; empty = nothing said.
    package var supplierMeaning: String
    package var shopMeaning: String
    package var standing: Standing
}

/// What two variants say by a code.
package struct CodeWitness {
    package enum Standing: Sendable {
        case same, squeezed, prefixed
        /// The shop's code is that of another variant: its supplier row.
        case namesAnother(Int)
        /// Several of the supplier's variants bear the shop's code.
        case namesSeveral
        /// No variant of the supplier's bears the shop's code.
        case namesNobody
        /// The same of a shop's row that has no code of the supplier's, only a number of its own.
        case ownNumber
        /// At least one side has none.
        case silent
    }

    package var supplier: String
    package var shop: String
    package var standing: Standing
}

/// Which of the supplier's styles the shop's style is held for.
package struct StyleWitness {
    /// Nil: nothing ties it to one, as far as words are concerned.
    package var supplierStyle: Int?
    /// How it is tied, as one member of `Evidence`.
    package var tie: Evidence = []
    /// Whether the supplier's variant is of that style, and of the design that the listing is.
    package var isOfStyle = false
    package var isOfDesign = false
}

/// Why two variants were not made a pair, or not accepted as one. Fields are those of `WordWitness`.
package enum Obstacle {
    case rejected
    case codeNames(supplier: Int)
    case barcodeNames(supplier: Int)
    case codeNamesSeveral
    case wordsContradict([String])
    case wordsTaken([String])
    /// Nothing ties the shop's style to any of the supplier's.
    case styleUntied
    /// It is tied to another one.
    case styleIs(supplierStyle: Int)
    /// The style is a collection, and the listing is another design of it.
    case designDiffers
    case supplierTaken(shop: Int, Decision)
    case shopTaken(supplier: Int, Decision)
    case oneSideSilent([String])
    case wordsNear([String])
    case wordsSilent([String])
    /// None of the above: nothing speaks for the pair strongly enough to ask about it.
    case tooLittle
}
