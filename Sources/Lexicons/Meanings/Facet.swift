/// One thing that a meaning says: a value within a system.
///
/// Numbers are held in thousandths (`5.5` is 5500) and ranges as `low…high`; other systems say below what they hold.
struct Facet: Hashable, Sendable {
    var system: UInt32
    var low: Int64
    var high: Int64

    init(_ system: UInt32, _ low: Int64, _ high: Int64) {
        self.system = system
        self.low = low
        self.high = high
    }

    init(_ system: UInt32, _ value: Int64) { self.init(system, value, value) }
}

/// The systems in which values are stated. Values of two systems are not converted into each other.
enum System {
    /// A colour: `low` the concept, `high` its modifiers as a bit set.
    static let colour: UInt32 = 1
    /// An unknown word: `low` its text; `high` the one known colour in it plus 1, or 0.
    static let word: UInt32 = 2
    /// A user's canonical word: `low` its number.
    static let user: UInt32 = 3
    /// A word that stands for no particular value: `low` the concept.
    static let nothing: UInt32 = 4

    /// Letters by rank: S −1, M 0, L 1, XL 2, 2XL 3 … XS −2.
    static let letter: UInt32 = 10
    static let letterEU: UInt32 = 11
    static let letterUS: UInt32 = 12
    static let letterUK: UInt32 = 13
    static let letterAsian: UInt32 = 14
    static let letterYouth: UInt32 = 15
    static let letterWomen: UInt32 = 16
    static let letterPlus: UInt32 = 17
    static let letterJP: UInt32 = 18
    static let letterCN: UInt32 = 19
    static let letterKR: UInt32 = 20
    static let letters: ClosedRange<UInt32> = 10...20
    static let oneSize: UInt32 = 22
    /// A word that asks: 中码, 大码.
    static let ask: UInt32 = 23
    static let bed: UInt32 = 24
    static let fit: UInt32 = 25
    /// A number without a system: 40.
    static let number: UInt32 = 30
    /// A number with the Chinese size mark: 40码, 40#.
    static let mark: UInt32 = 31
    static let eu: UInt32 = 32
    static let uk: UInt32 = 33
    static let us: UInt32 = 34
    static let usWomen: UInt32 = 35
    static let usMen: UInt32 = 36
    static let cn: UInt32 = 37
    static let jp: UInt32 = 38
    static let fr: UInt32 = 39
    static let it: UInt32 = 40
    static let de: UInt32 = 41
    static let au: UInt32 = 42
    static let kr: UInt32 = 43
    static let br: UInt32 = 44
    static let countries: ClosedRange<UInt32> = 32...44
    static let ring: UInt32 = 45
    /// 170/88A: `low` height × 1000 + girth in centimetres, `high` the body type's letter or 0.
    static let bodyType: UInt32 = 50
    static let centimetres: UInt32 = 51
    static let inches: UInt32 = 52
    static let inseam: UInt32 = 53
    /// 2尺1 as 2.1 Chinese feet.
    static let chi: UInt32 = 54
    static let years: UInt32 = 55
    static let months: UInt32 = 56
    static let toddler: UInt32 = 57
    /// `6m`: months or metres.
    static let monthOrMetre: UInt32 = 58
    static let metres: UInt32 = 59
    static let millimetres: UInt32 = 60
    static let feet: UInt32 = 61
    /// 75B: `low` the band, `high` the cup's letters as bytes.
    static let braCentimetres: UInt32 = 62
    static let braInches: UInt32 = 63
    /// 150x200cm: `low` the text of the measures in order, `high` the text of them sorted.
    static let measures: UInt32 = 64
    /// 200x230, without a unit: each side as if in centimetres.
    static let plainMeasures: UInt32 = 65
    /// In milligrams.
    static let weight: UInt32 = 66
    static let bodyWeight: UInt32 = 67
    /// In microlitres.
    static let volume: UInt32 = 68
    /// In megabytes.
    static let storage: UInt32 = 69
    /// `64g`: grams or gigabytes.
    static let gramOrGigabyte: UInt32 = 70
    static let watts: UInt32 = 71
    static let volts: UInt32 = 72
    static let milliampereHours: UInt32 = 73
    static let hertz: UInt32 = 74
    static let pounds: UInt32 = 75
    static let ounces: UInt32 = 76
    static let fluidOunces: UInt32 = 77
    /// A running number or code beside a colour: 01黑, Black-101.
    static let index: UInt32 = 78
    /// Beside two readings of one number: the sign before its last three digits, a comma, a point or a blank.
    static let grouping: UInt32 = 79
    /// Measures without a unit of which none is below 10 or above 400.
    static let usualMeasures: UInt32 = 80
    /// A number with its sign: −2.50, +2.50. `low` and `high` bear the sign.
    static let signed: UInt32 = 81
    /// 150度 of a lens, in hundredths of a dioptre.
    static let degrees: UInt32 = 82
    static let signedDegrees: UInt32 = 83
    /// 8+128GB: `low` the storage, `high` the working memory, as in `storage`.
    static let memory: UInt32 = 84
    /// M8x20: `low` the thread, `high` the length, or 0.
    static let screw: UInt32 = 85

    /// Counts: the system is this plus the unit; `low` the count, `high` what contains it plus 1, or 0.
    static let packs: UInt32 = 100
    /// Attributes: the system is this plus the dimension; `low` the concept.
    static let attributes: UInt32 = 200

    static let names: [UInt32: String] = [
        letter: "letter", letterEU: "EU letter", letterUS: "US letter", letterUK: "UK letter",
        letterAsian: "Asian letter", letterYouth: "youth letter", letterWomen: "women's letter",
        letterPlus: "plus size", letterJP: "JP letter", letterCN: "CN letter", letterKR: "KR letter",
        number: "number", mark: "码", eu: "EU", uk: "UK", us: "US", usWomen: "US women's", usMen: "US men's",
        cn: "CN", jp: "JP", fr: "FR", it: "IT", de: "DE", au: "AU", kr: "KR", br: "BR", ring: "ring",
        bodyType: "号型", centimetres: "cm", inches: "inches", inseam: "inseam", chi: "尺", years: "years",
        months: "months", toddler: "toddler", monthOrMetre: "months or metres", metres: "metres",
        millimetres: "mm", feet: "feet", braCentimetres: "bra (cm)", braInches: "bra (inches)",
        measures: "measures", plainMeasures: "measures", weight: "g", bodyWeight: "body weight g",
        volume: "ml", storage: "GB", gramOrGigabyte: "g or GB", watts: "W", volts: "V",
        milliampereHours: "mAh", hertz: "Hz", pounds: "lb", ounces: "oz",
        fluidOunces: "fl oz", index: "index", degrees: "度",
    ]
}
