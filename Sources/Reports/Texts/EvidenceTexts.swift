import Reconciliation

extension Texts {
    /// Evidence in words: what speaks for a pair, and what against it.
    static func evidence(_ evidence: Evidence, _ language: Language) -> (pro: [String], con: [String]) {
        (
            pro: witnesses.filter { evidence.contains($0.0) }.map { $0.1[language] },
            con: doubts.filter { evidence.contains($0.0) }.map { $0.1[language] }
        )
    }

    private static let witnesses: [(Evidence, Bilingual)] = [
        (.confirmed, Bilingual("人工确认过", "confirmed by a person")),
        (.sku, Bilingual("商家编码相同", "same SKU")),
        (.skuSqueezed, Bilingual("商家编码去掉符号后相同", "same SKU but for its punctuation")),
        (.skuPrefixed, Bilingual("去掉店铺前缀后商家编码相同", "same SKU behind a prefix")),
        (.barcode, Bilingual("条码相同", "same barcode")),
        (.styleCode, Bilingual("款号相同", "same style code")),
        (.styleTitle, Bilingual("标题相同", "same title")),
        (.styleName, Bilingual("标题说的是同一个型号或球衣", "the titles name the same model or kit")),
        (.styleSiblings, Bilingual("同款其他规格已对上", "other specs of the style match")),
        (.styleConfirmed, Bilingual("同款有人工确认过的规格", "a person confirmed a spec of the style")),
        (.codeInTitle, Bilingual("标题里有这个款号", "the title names the style code")),
        (.skuInTitle, Bilingual("标题里有这个商家编码", "the title names the SKU")),
        (.titleWords, Bilingual("标题和规格说的完全一样", "title and options say the same")),
        (.colour, Bilingual("颜色相符", "colour agrees")),
        (.size, Bilingual("尺码相符", "size agrees")),
        (.other, Bilingual("其他属性相符", "other option agrees")),
        (.pack, Bilingual("件数相符", "pack agrees")),
        (.noOptions, Bilingual("两边都没有规格词", "neither side has options")),
        (.learnedValue, Bilingual("同款里这两个叫法已知对应", "these words stand for each other in this style")),
        (.onlyOneLeft, Bilingual("两边都只剩这一个（仅供参考）", "only these two are left (no proof)")),
    ]

    private static let doubts: [(Evidence, Bilingual)] = [
        (.wordsContradict, Bilingual("规格写的不是同一个", "the specs contradict")),
        (.codesConflict, Bilingual("编码指向不止一个规格", "codes name more than one spec")),
        (.severalCandidates, Bilingual("有几个都符合", "several fit")),
        (.barcodeDiffers, Bilingual("条码不同", "barcodes differ")),
        (.breaksOneToOne, Bilingual("与同款其他规格的对应矛盾", "breaks the one-to-one of the style")),
        (.sizeSystemsDiffer, Bilingual("尺码体系不同，不换算", "size systems differ")),
        (.oneSideLacksWords, Bilingual("有一边没写全", "one side does not say")),
        (.titlesDiffer, Bilingual("标题不同", "titles differ")),
        (.meaningChanged, Bilingual("确认之后规格文字变了", "the words have changed since it was confirmed")),
        (.unknownCode, Bilingual("店铺写的商家编码货源没有", "the shop's code is none of the supplier's")),
        (.styleGuessed, Bilingual("款式只是推测", "the style is a guess")),
        (.nearWords, Bilingual("叫法相近，不一定相同", "words are near, not the same")),
        (.silentWords, Bilingual("有的词认不出，无法比较", "some words cannot be compared")),
    ]
}
