/// What speaks for (or against) a pair: the witnesses, by the names under which `evidence` lists them.
public struct Evidence: OptionSet, BitwiseCopyable, Hashable, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    // Identifiers
    public static let sku = Evidence(rawValue: 1 << 0)
    public static let skuSqueezed = Evidence(rawValue: 1 << 1)
    public static let barcode = Evidence(rawValue: 1 << 2)
    public static let confirmed = Evidence(rawValue: 1 << 3)
    // The style
    public static let styleCode = Evidence(rawValue: 1 << 4)
    public static let styleTitle = Evidence(rawValue: 1 << 5)
    public static let styleSiblings = Evidence(rawValue: 1 << 6)
    public static let styleName = Evidence(rawValue: 1 << 32)
    public static let skuPrefixed = Evidence(rawValue: 1 << 19)
    public static let codeInTitle = Evidence(rawValue: 1 << 7)
    // The words of the spec
    public static let colour = Evidence(rawValue: 1 << 8)
    public static let size = Evidence(rawValue: 1 << 9)
    public static let other = Evidence(rawValue: 1 << 10)
    public static let pack = Evidence(rawValue: 1 << 11)
    public static let noOptions = Evidence(rawValue: 1 << 12)
    public static let learnedValue = Evidence(rawValue: 1 << 13)
    public static let silentWords = Evidence(rawValue: 1 << 14)
    public static let nearWords = Evidence(rawValue: 1 << 15)
    public static let onlyOneLeft = Evidence(rawValue: 1 << 16)
    public static let skuInTitle = Evidence(rawValue: 1 << 17)
    public static let titleWords = Evidence(rawValue: 1 << 18)
    // What keeps it from being accepted
    public static let wordsContradict = Evidence(rawValue: 1 << 20)
    public static let codesConflict = Evidence(rawValue: 1 << 21)
    public static let severalCandidates = Evidence(rawValue: 1 << 22)
    public static let barcodeDiffers = Evidence(rawValue: 1 << 23)
    public static let breaksOneToOne = Evidence(rawValue: 1 << 24)
    public static let sizeSystemsDiffer = Evidence(rawValue: 1 << 25)
    public static let oneSideLacksWords = Evidence(rawValue: 1 << 26)
    public static let titlesDiffer = Evidence(rawValue: 1 << 27)
    public static let meaningChanged = Evidence(rawValue: 1 << 28)
    public static let styleConfirmed = Evidence(rawValue: 1 << 29)
    public static let styleGuessed = Evidence(rawValue: 1 << 30)
    public static let unknownCode = Evidence(rawValue: 1 << 31)

    /// Any identifier that agrees.
    public static let codes: Evidence = [
        .sku, .skuSqueezed, .skuPrefixed, .barcode, .confirmed, .skuInTitle, .codeInTitle,
    ]

    public static let names: [(Evidence, String)] = [
        (.sku, "sku"), (.skuSqueezed, "sku-squeezed"), (.skuPrefixed, "sku-prefixed"), (.barcode, "barcode"),
        (.confirmed, "confirmed"),
        (.styleCode, "style-code"), (.styleTitle, "style-title"), (.styleName, "style-name"),
        (.styleSiblings, "style-siblings"),
        (.styleConfirmed, "style-confirmed"), (.styleGuessed, "!style-guessed"), (.unknownCode, "!unknown-code"),
        (.codeInTitle, "code-in-title"), (.skuInTitle, "sku-in-title"), (.titleWords, "title-words"),
        (.colour, "colour"), (.size, "size"), (.other, "other-option"), (.pack, "pack"), (.noOptions, "no-options"),
        (.learnedValue, "learned-value"), (.silentWords, "words-silent"), (.nearWords, "words-near"),
        (.onlyOneLeft, "only-one-left"), (.wordsContradict, "!words-contradict"), (.codesConflict, "!codes-conflict"),
        (.severalCandidates, "!several-candidates"), (.barcodeDiffers, "!barcode-differs"),
        (.breaksOneToOne, "!breaks-one-to-one"), (.sizeSystemsDiffer, "!size-systems-differ"),
        (.oneSideLacksWords, "!one-side-lacks-words"), (.titlesDiffer, "!titles-differ"),
        (.meaningChanged, "!meaning-changed"),
    ]

    /// `sku+colour+size`; what speaks against the pair begins with `!`.
    public var text: String { Self.names.filter { contains($0.0) }.map(\.1).joined(separator: "+") }
}
