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
    /// A word that makes another model or edition, wherever it stands: pro, mini, player version, kids.
    case mark
    /// A word that makes another model beside a maker or a series, and elsewhere only describes: note, air, 限量版.
    case series
    /// A product type: tee, dress, table. Behind a colon stands its family (`product:upper`), within which sellers
    /// call one thing by several names.
    case product
    /// A part or an accessory of something: strap, filter, phone case.
    case part
    /// Says that it belongs to something else: a case for an iPhone.
    case `for`
    /// What it is made of: cotton, silk.
    case material
    /// A word that describes, and may tell two products apart: loose, knitted, waterproof. Behind a colon stands what it
    /// describes (`trait:waist`), where one thing has only one of them.
    case trait
    /// A word that describes as every seller would: breathable, casual.
    case praise
    /// A word that sellers use for two things: 第三客场 is the third kit or the fourth.
    case unsure
    /// A word that says nothing of which product it is: 新款, official.
    case plain

    /// iphone14, note8.
    var mayRunIntoNumber: Bool { self == .maker || self == .line || self == .mark || self == .series }
}
