import Reconciliation

/// The texts of one code of the check before listing.
struct ListingTexts {
    /// A few words that name the fault.
    var title: Bilingual
    /// One sentence on what it means and why it matters.
    var meaning: Bilingual
    /// What to do, said to whoever must.
    var action: Bilingual
}

extension ListingCode {
    var texts: ListingTexts {
        switch self {
        case .duplicateSpec:
            ListingTexts(
                title: Bilingual("同一规格有几行", "The same spec twice"),
                meaning: Bilingual(
                    "同款里几行是同一个规格：平台不收，或者买家下单后分不清发哪一行。",
                    "Several rows of one style are the same spec: a platform refuses it, or nobody can tell which row an order means."
                ),
                action: Bilingual("只留一行；本来不同，就把区别写进规格。", "Keep one row; if they differ, say how in their specs."))
        case .sharedCode:
            ListingTexts(
                title: Bilingual("几个规格共用一个编码", "One code for several specs"),
                meaning: Bilingual(
                    "下单只带编码，共用一个编码就分不清发哪个规格。",
                    "An order carries the code alone: with one code for several specs nobody knows which to send."),
                action: Bilingual("给每个规格单独的编码。", "Give each spec a code of its own."))
        case .missingCode:
            ListingTexts(
                title: Bilingual("没有编码", "No code"),
                meaning: Bilingual(
                    "没有编码的规格只能靠叫法对应，改个叫法就断。",
                    "A spec without a code is known by its words alone: one word changed, and it is lost."),
                action: Bilingual("补上货源的编码。", "Fill in the supplier's code."))
        case .optionMissing:
            ListingTexts(
                title: Bilingual("缺一个属性", "An option is missing"),
                meaning: Bilingual(
                    "同款其他规格都有的属性（如尺码），这一行是空的，买家选不到它。",
                    "It lacks an option that its siblings have, such as the size: a buyer cannot choose it."),
                action: Bilingual("补上这个属性。", "Fill in the option."))
        case .optionUnnamed:
            ListingTexts(
                title: Bilingual("属性没有名字", "An option without a name"),
                meaning: Bilingual(
                    "规格有值，却没说是颜色、尺码还是别的；平台上架要填属性名。",
                    "There are values, but not what they are of: a platform asks for the name, such as Colour or Size."),
                action: Bilingual("给这个属性起名（如 颜色、尺码）。", "Name the option, such as Colour or Size."))
        case .barcodeInvalid:
            ListingTexts(
                title: Bilingual("条码有错", "Barcode is wrong"),
                meaning: Bilingual(
                    "条码的校验位不对，多半是抄错或被表格改过；平台会拒收，或认成别的商品。",
                    "The check digit does not fit, so it was mistyped or changed by a spreadsheet: a platform refuses it, or takes the goods for others."
                ),
                action: Bilingual("照吊牌重新录入；没有条码就留空。", "Type it again from the tag; if there is none, leave it empty."))
        case .priceMissing:
            ListingTexts(
                title: Bilingual("没有价格，或价格是 0", "No price, or 0"),
                meaning: Bilingual(
                    "没有价格的规格卖不了，也算不出利润。", "A spec without a price cannot be sold, nor its margin be known."),
                action: Bilingual("补上价格。", "Fill in the price."))
        case .priceBelowCost:
            ListingTexts(
                title: Bilingual("售价低于供货价", "Below the supplier's price"),
                meaning: Bilingual("卖一件亏一件。", "Every order would lose money."),
                action: Bilingual("把价格改到供货价以上再上架。", "Raise the price before it is listed."))
        case .marginLow:
            ListingTexts(
                title: Bilingual("利润不够", "Margin too low"),
                meaning: Bilingual(
                    "售价减供货价，占售价的比例低于要求的毛利。", "What the price leaves over the cost is less than was asked for."),
                action: Bilingual("提价，或用 --margin 放宽要求。", "Raise the price, or ask for less with --margin."))
        case .outOfStock:
            ListingTexts(
                title: Bilingual("没有库存", "Out of stock"),
                meaning: Bilingual("货源没货，上架后接了单发不出。", "The supplier has none: an order could not be sent."),
                action: Bilingual("等到货再上，或先把库存写 0。", "List it when it is back, or with a stock of 0."))
        case .wordUnknown:
            ListingTexts(
                title: Bilingual("词库里没有的叫法", "A word that is not known"),
                meaning: Bilingual(
                    "程序不认识这个颜色或尺码的叫法，查不出它和别的是不是同一个；也可能是错字。",
                    "The program does not know this word, so it cannot tell it from others; it may be a misspelling."),
                action: Bilingual("错字就改；是自家叫法，写进词表（--lexicon）。", "Correct it, or add it to your words (--lexicon)."))
        case .valueOnWrongAxis:
            ListingTexts(
                title: Bilingual("值写错了属性", "A value of another option"),
                meaning: Bilingual(
                    "尺码写在颜色里，或颜色写在尺码里，买家筛选时找不到。",
                    "A size stands under colour, or a colour under size: a buyer who filters does not find it."),
                action: Bilingual("把它移到该在的属性。", "Move it to the option it belongs to."))
        case .sizeGap:
            ListingTexts(
                title: Bilingual("尺码中间断码", "A size is missing in the run"),
                meaning: Bilingual(
                    "前后的尺码都有，中间缺一个：可能漏了一行，也可能断货。",
                    "There are smaller and larger ones, but not this: a row was forgotten, or it is sold out."),
                action: Bilingual("问货源是漏了还是没货。", "Ask the supplier whether it was forgotten or is gone."))
        case .sizesMixed:
            ListingTexts(
                title: Bilingual("混用几种尺码", "Sizes of several systems"),
                meaning: Bilingual(
                    "同款里既有 M、L 又有 38、40 之类，买家不知怎么选，也不能互换。",
                    "One style has sizes of several systems, such as M and 38: a buyer cannot choose, and they are not converted."
                ),
                action: Bilingual("统一成一种尺码。", "Write all sizes of the style in one system."))
        case .titleNamesAbsentValue:
            ListingTexts(
                title: Bilingual("标题里的颜色或尺码没有", "The title names what is not there"),
                meaning: Bilingual(
                    "标题写了一个没有哪个规格有的颜色或尺码，买家会冲着它下单。",
                    "The title names a colour or size that no spec has: buyers will order for its sake."),
                action: Bilingual("从标题里去掉，或补上这个规格。", "Take it out of the title, or add the spec."))
        case .titleMissing:
            ListingTexts(
                title: Bilingual("没有标题", "No title"),
                meaning: Bilingual("没有标题就没法上架，也搜不到。", "Without a title it cannot be listed, nor found."),
                action: Bilingual("写上标题。", "Give it a title."))
        case .promiseMixed:
            ListingTexts(
                title: Bilingual("现货、预售混在一起", "Several promises of delivery"),
                meaning: Bilingual(
                    "同款里有的写现货、有的写预售，或者天数不同；平台按承诺考核发货。",
                    "Some specs promise stock and others a pre-sale, or other days: a platform holds the shop to each."),
                action: Bilingual("核对发货时间，各规格写一致，或分开上架。", "Make them agree, or list the pre-sale apart."))
        case .imageMissing:
            ListingTexts(
                title: Bilingual("缺图", "An image is missing"),
                meaning: Bilingual("这个颜色没有图，买家看不到它的样子。", "This colour has no image: a buyer cannot see it."),
                action: Bilingual("向货源要图。", "Ask the supplier for the image."))
        case .valueSpelledTwice:
            ListingTexts(
                title: Bilingual("同一个值两种写法", "One value, two spellings"),
                meaning: Bilingual(
                    "XXL 和 2XL、藏青和藏青色这样的两种写法，平台会当成两个选项。",
                    "Two spellings such as XXL and 2XL: a platform makes two choices of them."),
                action: Bilingual("统一成一种写法。", "Use one spelling."))
        case .tooManyOptions:
            ListingTexts(
                title: Bilingual("属性太多", "Too many options"),
                meaning: Bilingual("平台一款最多收这么多个销售属性。", "The platform takes only so many options a style."),
                action: Bilingual("把两个属性合成一个，或拆成几款上。", "Join two options into one, or list it as several styles."))
        case .tooManyValues:
            ListingTexts(
                title: Bilingual("一个属性的值太多", "Too many values of one option"),
                meaning: Bilingual("平台一个属性最多收这么多个值。", "The platform takes only so many values an option."),
                action: Bilingual("拆成几款上。", "List it as several styles."))
        case .tooManyVariants:
            ListingTexts(
                title: Bilingual("规格太多", "Too many specs"),
                meaning: Bilingual("平台一款最多收这么多个规格。", "The platform takes only so many specs a style."),
                action: Bilingual("拆成几款上。", "List it as several styles."))
        case .nameTooLong:
            ListingTexts(
                title: Bilingual("属性名太长", "Option name too long"),
                meaning: Bilingual("超过平台允许的长度，导入会被拒或被截断。", "Longer than the platform takes: it is refused, or cut."),
                action: Bilingual("改短。", "Shorten it."))
        case .valueTooLong:
            ListingTexts(
                title: Bilingual("规格值太长", "Option value too long"),
                meaning: Bilingual(
                    "超过平台允许的长度，导入会被拒或被截断；截断后两个值可能变成一样。",
                    "Longer than the platform takes: it is refused, or cut, and two cut values may become the same."),
                action: Bilingual("改短；说明移到详情里。", "Shorten it; what explains it belongs into the description."))
        case .titleTooLong:
            ListingTexts(
                title: Bilingual("标题太长", "Title too long"),
                meaning: Bilingual("超过平台允许的长度，导入会被拒或被截断。", "Longer than the platform takes: it is refused, or cut."),
                action: Bilingual("改短。", "Shorten it."))
        case .codeTooLong:
            ListingTexts(
                title: Bilingual("编码太长", "Code too long"),
                meaning: Bilingual(
                    "超过平台允许的长度；截断的编码找不到货。", "Longer than the platform takes; a cut code finds no goods."),
                action: Bilingual(
                    "用短一点的编码，并记下它对应货源的哪个编码。", "Use a shorter code, and note which of the supplier's it is."))
        case .reservedName:
            ListingTexts(
                title: Bilingual("平台保留的词", "A word the platform keeps for itself"),
                meaning: Bilingual(
                    "平台自己要用这个词，写了会出错或被当成没有规格。", "The platform uses this word itself, and takes it for something else."),
                action: Bilingual("换一个词。", "Use another word."))
        case .signNotAllowed:
            ListingTexts(
                title: Bilingual("有不许用的符号", "A sign that is not allowed"),
                meaning: Bilingual(
                    "平台拿这个符号分隔规格，写在值里会被拆开或拒收。",
                    "The platform parts specs with this sign: a value with it is split, or refused."),
                action: Bilingual("去掉或换掉这个符号。", "Take it out, or write it otherwise."))
        case .optionNotAllowed:
            ListingTexts(
                title: Bilingual("不能用这个属性区分", "Specs may not differ in this"),
                meaning: Bilingual(
                    "平台只许同款的规格在某些属性上不同。", "The platform lets the specs of one style differ in some options only."),
                action: Bilingual(
                    "拆成几款，或把它写进许可的属性。", "List it as several styles, or say it in an option that is allowed."))
        case .requiredMissing:
            ListingTexts(
                title: Bilingual("缺平台必填的", "What the platform requires is missing"),
                meaning: Bilingual("平台要求每个规格都有这一项。", "The platform asks it of every spec."),
                action: Bilingual("补上。", "Fill it in."))
        case .groupInconsistent:
            ListingTexts(
                title: Bilingual("同款各行说法不一", "Rows of one style disagree"),
                meaning: Bilingual(
                    "同款各行应当一样的（如品牌、标题），写得不一样。",
                    "What all rows of a style must share, such as the brand, differs between them."),
                action: Bilingual("改成一样，或分成两款。", "Make it the same in all rows, or part the style."))
        case .orphanChild:
            ListingTexts(
                title: Bilingual("没写父商品", "No parent is named"),
                meaning: Bilingual(
                    "变体行没写属于哪个父商品，会成为单独的商品，或被拒收。",
                    "A variation does not say whose it is: it becomes a product of its own, or is refused."),
                action: Bilingual("填上父商品的编码。", "Fill in the parent's code."))
        case .parentMissing:
            ListingTexts(
                title: Bilingual("找不到父行", "The parent is not in the file"),
                meaning: Bilingual(
                    "变体指向的父商品不在文件里，导入时会被拒。", "The row names a parent that is not in the file: it is refused."),
                action: Bilingual("补上父行，或改正它指向的父编码。", "Add the parent's row, or correct the parent that it names."))
        case .parentSellable:
            ListingTexts(
                title: Bilingual("父行有价格或库存", "A parent that could be sold"),
                meaning: Bilingual(
                    "父行只是个壳，带了价格、库存就会被当成商品卖。", "A parent is a shell; with a price or stock it is taken for goods."),
                action: Bilingual("清空父行的价格、库存。", "Empty the parent's price and stock."))
        case .draftUnmatched:
            ListingTexts(
                title: Bilingual("货源没有这个规格", "The supplier has no such spec"),
                meaning: Bilingual(
                    "草稿里这一行在货源目录里找不到：上架后接了单没有货可发。",
                    "This row of the draft is nothing that the supplier has: an order for it could not be sent."),
                action: Bilingual("改成货源的编码和叫法；货源没有就删掉。", "Use the supplier's code and words, or take the row out."))
        case .draftContradicts:
            ListingTexts(
                title: Bilingual("草稿与货源说的不一样", "The draft says something else"),
                meaning: Bilingual(
                    "同一个规格，草稿写的和货源说的不同：照此上架会发错货，或者卖的和说的不一样。",
                    "Of this spec the draft says something else than the supplier: the wrong thing would be sent, or not what is promised."
                ),
                action: Bilingual("按“改成”一栏改草稿；货源写错就找货源。", "Write what is suggested; if the supplier is wrong, ask."))
        case .draftUncertain:
            ListingTexts(
                title: Bilingual("不确定是货源的哪个规格", "Not sure which spec it is"),
                meaning: Bilingual(
                    "叫法相近，或有几个都像，程序不替人选；不写清楚，发哪个全凭猜。",
                    "The words are only near, or fit several: the program does not choose, and neither could who packs the order."
                ),
                action: Bilingual("核对后写上货源的编码，或用货源的叫法。", "Look, then enter the supplier's code, or use its words."))
        case .draftLacks:
            ListingTexts(
                title: Bilingual("货源有，草稿没有", "The draft lacks a spec"),
                meaning: Bilingual(
                    "货源的这款还有这个规格，草稿里没有。", "The supplier's style has this spec, too; the draft does not."),
                action: Bilingual("想卖就加上；不卖可以不管。", "Add it if you want to sell it; otherwise leave it."))
        }
    }
}
