/// What a word of titles.csv does in a product title.
enum TitleRole: String, CaseIterable, Sendable {
    /// A maker's name: 小米, Nike. It tells a product only together with a line or a model.
    case maker
    /// The name of a series: iPhone, Galaxy, Air Max.
    case line
    /// A club or a national team.
    case club
    /// Which shirt of a club: home, away, goalkeeper.
    case kit
    /// A word that makes another model or edition: pro, max, player version.
    case mark
    /// A product type: tee, dress, phone case.
    case product
    /// A word that describes, and may tell two products apart: loose, knitted, waterproof.
    case trait
    /// A word that describes as every seller would: breathable, casual.
    case praise
    /// A word that sellers use for two things: 第三客场 is the third kit or the fourth.
    case unsure
    /// A word that says nothing of which product it is: 新款, official.
    case plain

    /// iphone14, note8.
    var mayRunIntoNumber: Bool { self == .maker || self == .line || self == .mark }
}
