/// What a platform asks of the specs of a listing: limits, names it does not take, what must be there.
public struct ListingTarget: Sendable {
    /// What one limit is, where it comes from, and whether that was seen first-hand.
    public struct Rule: Hashable, Sendable {
        /// A stable word: `options`, `variants`, `value-length`.
        public var name: String
        /// The page that states it.
        public var source: String
        /// The page was read when the rule was written down; false = second-hand.
        public var isFirstHand: Bool

        public init(_ name: String, source: String, isFirstHand: Bool) {
            self.name = name
            self.source = source
            self.isFirstHand = isFirstHand
        }
    }

    /// How lengths are counted.
    public enum Unit: String, CaseIterable, Sendable {
        /// Unicode characters as a person counts them.
        case characters
        /// UTF-8 bytes.
        case bytes
        /// A Chinese character counts two, all else one (GBK bytes), as 淘宝 counts.
        case halfwidth
    }

    /// A limit with its rule; nil limits are not checked.
    public struct Limit: Sendable {
        public var value: Int
        public var unit: Unit
        public var rule: Rule

        public init(_ value: Int, _ unit: Unit = .characters, _ rule: Rule) {
            self.value = value
            self.unit = unit
            self.rule = rule
        }
    }

    public var name: String
    /// As people call it: `Shopify`, `淘宝`.
    public var title: String
    public var titleInChinese = ""
    /// What a lister should know of the target as a whole, such as what is not checked; empty = nothing.
    public var note = ""
    public var noteInChinese = ""
    public var options: Limit?
    public var valuesPerOption: Limit?
    public var variants: Limit?
    public var titleLength: Limit?
    public var optionNameLength: Limit?
    public var optionValueLength: Limit?
    /// What holds for the values of one option in place of `optionValueLength`: `colour`, `size` …
    public var valueLengths: [(option: String, limit: Limit)] = []
    /// Of the variant's code.
    public var codeLength: Limit?
    /// Of the code that the variants of a style share.
    public var styleCodeLength: Limit?
    /// Values that a target keeps for itself: `Default Title`.
    public var reservedValues: (values: [String], rule: Rule)?
    public var reservedNames: (values: [String], rule: Rule)?
    /// Signs that names and values must not hold.
    public var forbiddenSigns: (signs: String, rule: Rule)?
    /// Signs that titles must not hold.
    public var forbiddenTitleSigns: (signs: String, rule: Rule)?
    /// The attributes in which the variants of one style may differ, as kinds or axis names; nil = any.
    public var allowedOptions: (names: [String], rule: Rule)?
    /// Where an option goes that is not among `allowedOptions`, `variant_option`: such an option is no error, somebody
    /// only has to put it there; nil = nowhere.
    public var otherOptions: (field: String, rule: Rule)?
    /// What every variant must have: `sku`, `barcode`, `price`, `stock`, `image`, `title`, `brand`, `size system` …
    public var required: [(attribute: String, rule: Rule)] = []
    /// What is better there, and may be missing.
    public var advised: [(attribute: String, rule: Rule)] = []
    /// How many colours one value may name: Google takes up to three, `Red/Blue/Green`.
    public var coloursPerValue: Limit?
    /// Of each single colour in such a value.
    public var colourLength: Limit?
    /// How many digits a barcode may have.
    public var barcodeDigits: (counts: [Int], rule: Rule)?
    /// How a barcode must not begin; the first digit of one with 14 does not count.
    public var refusedBarcodes: (prefixes: [String], rule: Rule)?
    /// Whether codes must differ within the style, or within the whole shop.
    public var uniqueCodes: (acrossStyles: Bool, rule: Rule)?
    /// No two variants of a style may have the same values; nil = the trade's own rule.
    public var uniqueValues: Rule?

    public init(name: String, title: String) {
        self.name = name
        self.title = title
    }
}
