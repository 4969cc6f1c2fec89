/// How two texts of one kind stand to each other.
public enum Relation: UInt8, Sendable {
    /// Both say the same.
    case same
    /// They may say the same; a person decides.
    case near
    /// Both are known, and they say different things.
    case never
    /// They cannot be compared: an unknown word, another size system, or nothing said.
    case silent
}

/// What an option name speaks of: 颜色, Colour and Farbe of the colour, 尺码 and Size of the size.
public enum AxisKind: UInt8, Sendable, CaseIterable {
    case unknown, colour, size, other, pack
    /// As `other`, but EU, UK … alone are plugs.
    case plug
}

/// What a text means in one slot (colour, size, other, pack), as a number within one `Lexicon`.
///
/// Two texts with the same number mean exactly the same; 0 is *nothing said*. Numbers depend on the order in which
/// texts were understood and must not leave the process.
@frozen public struct MeaningID: Hashable, Sendable, BitwiseCopyable {
    public let number: UInt32

    /// Nothing said.
    public static let none = MeaningID(number: 0)

    @inlinable public init(number: UInt32) { self.number = number }

    @inlinable public var isNone: Bool { number == 0 }
}

/// Two meanings, in whichever order they were named.
struct MeaningPair: Hashable {
    private let low: UInt32
    private let high: UInt32

    init(_ a: MeaningID, _ b: MeaningID) {
        low = min(a.number, b.number)
        high = max(a.number, b.number)
    }
}

/// One option value text, split into what it says.
@frozen public struct Understood: Sendable, BitwiseCopyable {
    public var colour = MeaningID.none
    public var size = MeaningID.none
    public var other = MeaningID.none
    public var pack = MeaningID.none
    /// What else the text says, as a set of the bits below.
    public var facts: UInt32 = 0

    @inlinable public init() {}

    /// A delivery promise of any kind: 现货, 预售7天, ready stock.
    public static let promise: UInt32 = 1 << 0
    /// The promise says: in stock now (现货).
    public static let stockNow: UInt32 = 1 << 1
    /// The promise says: sold before it is there (预售, pre-order).
    public static let preorder: UInt32 = 1 << 2
    /// Advice on who it fits: 建议130-145斤.
    public static let advice: UInt32 = 1 << 3
    /// A gift comes with it: 送袜子, 赠品.
    public static let gift: UInt32 = 1 << 4
    /// Praise without meaning: 热卖, 爆款.
    public static let hype: UInt32 = 1 << 5
    /// The text stands for no particular value: 如图, random.
    public static let nothing: UInt32 = 1 << 6
    /// A leading index or code was left aside: 01黑, #3 深蓝.
    public static let index: UInt32 = 1 << 7
    /// Some part is a word that the lexicon does not know.
    public static let unknownWord: UInt32 = 1 << 8
    /// Some part is a word of which charts disagree (中码), or states two values for one thing.
    public static let ambiguous: UInt32 = 1 << 9
}
