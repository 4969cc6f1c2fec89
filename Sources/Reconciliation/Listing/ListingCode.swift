/// What can be wrong with a style that is about to be listed. The names are a promise to whoever reads the outputs.
///
/// Each case says what its issue carries: `found` (what stands there), `suggestion` (what to write instead), and by name
/// the `details`. Figures are plain numbers; lists for people are joined by `, `. `count` and `of` are always how many
/// variants of how many in the style. `rows` are the variants it is about; empty = the style as a whole. Where a target
/// says so there are also `target` (its name) and the issue's `rule`.
public enum ListingCode: String, CaseIterable, Sendable {
    // What would sell the wrong thing, or cannot be listed

    /// One spec stands twice in the style. An error; a warning where the titles of the rows differ.
    ///
    /// `found`: the spec. `by`: `words` (written alike) or `meaning` (2XL and XXL; then `specs`: as they are written);
    /// `count`; `code`: the SKU, if all of the rows have the same one.
    case duplicateSpec = "duplicate-spec"
    /// One SKU or barcode (`attribute` sku or barcode) on several specs, or on two styles. `found`: the code.
    ///
    /// Within the style: `count`, `specs`; `shared` = style: a warning, the barcode is that of all its variants. With
    /// another style: `other` (`line 12`), `other-style` (its code, else its title), `other-spec`, `count` (of codes); a
    /// warning where the titles agree or the code is the style's own. With a target also where it may not be used twice.
    case sharedCode = "shared-code"
    /// Variants without a code of their own. `count`, `of`: a note if none has one, else a warning.
    ///
    /// `shared` = style (a note; `found`: the one code of all), colour or another attribute (a warning; `code`: one of
    /// them): there are codes, but not those of variants.
    case missingCode = "missing-code"
    /// Variants lack a value that their siblings have: an error, a warning where most lack it or titles differ. `axis`: its name as written, `values` of the siblings,
    /// `count`, `of`.
    ///
    /// `attribute` option: several variants and no option at all (`count`, `of`; a warning where their titles differ, or
    /// the file has no options at all);
    /// `variants` = 0: a style of which no variant is listed.
    case optionMissing = "option-missing"
    /// An option has no name, or a number for one (`found`). `kind`: colour, size, other or unknown, as its values read;
    /// `values`. Where the file names none it is a note once a style, with the kinds of all its options.
    case optionUnnamed = "option-unnamed"
    /// `found`: the barcode. `why`: `check-digit`; `rounded` (6.9E+12, as Excel leaves it); `house` (a note once a style,
    /// with `count`: most numbers of the file fail, so they are no GTINs).
    case barcodeInvalid = "barcode-invalid"
    /// No price, or zero (`found`). `count`, `of`.
    case priceMissing = "price-missing"
    /// What is asked lies below what it costs; told once a style, for the worst variant: `price`, `cost`, `margin` (per
    /// cent of the price, may be negative), `count`, `of`, `least` (the margin asked for), `price-rule`.
    /// `suggestion`: the least price that keeps margin and rule.
    case priceBelowCost = "price-below-cost"
    /// The margin or the price rule is not kept. As `price-below-cost`.
    case marginLow = "margin-low"
    /// All variants are sold out (an error), or some (a note; `found`: their specs). `count`, `of`.
    case outOfStock = "out-of-stock"

    // What a buyer would stumble over

    /// `found`: a value that the lexicon does not know, beside values that it knows. A note. `axis`.
    case wordUnknown = "word-unknown"
    /// `found`: a value that belongs on another axis. `axis`: where it stands, `other`: the name of the axis where it
    /// belongs (empty = the style has none), `kind`: what it is, size or colour. `swapped` = all: the two axes are
    /// exchanged throughout.
    case valueOnWrongAxis = "value-on-wrong-axis"
    /// A size is missing in the middle of a run. `missing`: the sizes, `axis`. `found`: the run in order; or, where
    /// `colour` is there, the one colour that lacks what all others have (`more`: how many more colours than are told).
    case sizeGap = "size-gap"
    /// `letters` and `numbers`: the sizes of two systems on one `axis`; `found`: the fewer ones.
    case sizesMixed = "sizes-mixed"
    /// `found`: the part of the title. `kind`: colour or size; `axis`, `values`: what there is.
    case titleNamesAbsentValue = "title-names-absent-value"
    /// The file has titles, this style has none. An error.
    case titleMissing = "title-missing"
    /// `now`: values promised at once (现货), `later`: those promised for later (预售); `now` is empty where one value
    /// says both. `found`: as `later`.
    case promiseMixed = "promise-mixed"
    /// `found`: the colours without a picture of their own, `count`, `of` (colours), `axis`.
    case imageMissing = "image-missing"
    /// `found`: the spellings, joined by ` / `; `suggestion`: the most frequent; `axis`. `rows` are those of the others.
    case valueSpelledTwice = "value-spelled-twice"

    // What the target does not take: errors, with `target`, `limit`, `unit` (of lengths) and `length` or `count`

    /// `found`: the names of the options.
    case tooManyOptions = "too-many-options"
    /// `found`: the axis. `of` = value: one value names too many colours; then `found` is the value.
    case tooManyValues = "too-many-values"
    case tooManyVariants = "too-many-variants"
    /// `found`: the name.
    case nameTooLong = "name-too-long"
    /// `found`: the value; once a value.
    case valueTooLong = "value-too-long"
    /// `found`: the title.
    case titleTooLong = "title-too-long"
    /// `found`: the first of them; `count`: how many.
    case codeTooLong = "code-too-long"
    /// `found`: a name or value (`kind`: name, value) that the target keeps for itself.
    case reservedName = "reserved-name"
    /// `found`: the name or value, `sign`: the first sign that is not taken.
    case signNotAllowed = "sign-not-allowed"
    /// `found`: the axis, `allowed`: the attributes that are, `values`.
    case optionNotAllowed = "option-not-allowed"
    /// `attribute`: what must be there; `count`, `of`.
    case requiredMissing = "required-missing"
    /// The variants of one style name one axis in two ways (Color and Colour). `names`; `suggestion`: the more frequent.
    case groupInconsistent = "group-inconsistent"

    // What relations between rows of a flat file say: errors, with `line`, `parent` (as written), `code` (the row's SKU)

    /// A variation that names no parent.
    case orphanChild = "orphan-child"
    /// A variation whose parent is not in the file; `found`: the parent.
    case parentMissing = "parent-missing"
    /// A parent with a price or stock, as if it could be bought; `line` is its own, and it is no variant.
    case parentSellable = "parent-sellable"

    // A draft against the supplier
    case draftUnmatched = "draft-unmatched"
    case draftContradicts = "draft-contradicts"
    case draftUncertain = "draft-uncertain"
    case draftLacks = "draft-lacks"
}
