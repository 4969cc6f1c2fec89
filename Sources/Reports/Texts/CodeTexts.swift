import Reconciliation

/// The texts of one mismatch code.
struct CodeTexts {
    var title: Bilingual
    var meaning: Bilingual
    var action: Bilingual
    /// What to do where the fault lies in the supplier's own catalogue, said to the supplier.
    var supplierAction: Bilingual?
}

extension MismatchCode {
    var texts: CodeTexts {
        switch self {
        case .specDiffers:
            CodeTexts(
                title: Bilingual("编码对上了，规格却不是同一个", "Same code, different spec"),
                meaning: Bilingual(
                    "商家编码指向货源的这个规格，两边写的颜色、尺码等却不同，照此传单会发错货。",
                    "The code points at this supplier spec, but colour, size or pack say otherwise: orders would ship the wrong one."
                ),
                action: Bilingual(
                    "核对实物，把店铺这行的商家编码改成真正在卖的规格的编码。",
                    "Give this shop row the code of the spec it really sells."))
        case .codeConflict:
            CodeTexts(
                title: Bilingual("编码互相矛盾", "Codes contradict each other"),
                meaning: Bilingual(
                    "商家编码和条码指向两个规格，或两行不同的规格用了同一个编码，发哪个全凭运气。",
                    "SKU and barcode name two specs, or two different shop rows share one code: which one ships is a matter of luck."
                ),
                action: Bilingual(
                    "核对实物，改正商家编码或条码，让一行只指向一个规格。",
                    "Check the goods; make each row's codes name one spec."))
        case .priceBelowCost:
            CodeTexts(
                title: Bilingual("售价低于供货价", "Sold below the supplier's price"),
                meaning: Bilingual(
                    "店铺售价低于供货价，卖一件亏一件。", "The shop's price is below the supplier's: every order loses money."),
                action: Bilingual("把售价改到供货价以上；来不及就先下架。", "Raise the price, or take it off sale until you have."))
        case .soldOutAtSupplier:
            CodeTexts(
                title: Bilingual("货源断货，店铺还在卖", "Sold out at the supplier, still on sale"),
                meaning: Bilingual(
                    "货源库存为 0，店铺还能下单，接了单发不出货。", "The supplier has none left, yet the shop still takes orders."),
                action: Bilingual("把店铺库存改为 0，货源补货后再恢复。", "Set the shop's stock to 0 until it is back."))
        case .styleWithdrawn:
            CodeTexts(
                title: Bilingual("货源已撤款", "Style withdrawn by the supplier"),
                meaning: Bilingual(
                    "货源的完整目录里已没有这个款，店铺还挂着。",
                    "The supplier's complete catalogue no longer has this style; the shop still lists it."),
                action: Bilingual("整款下架；若货源只是换了款号，把新编码填进店铺。", "Take it off sale; if only its code is new, enter that."))
        case .variantWithdrawn:
            CodeTexts(
                title: Bilingual("货源已撤规格", "Spec withdrawn by the supplier"),
                meaning: Bilingual(
                    "这个款还在，但货源的完整目录里已没有这个规格。",
                    "The style is still there, but the supplier's complete catalogue no longer has this spec."),
                action: Bilingual("下架这个规格；若只是改名或换码，改成新的商家编码。", "Take it off sale; if only its code is new, enter that.")
            )
        case .duplicateCode:
            CodeTexts(
                title: Bilingual("货源一码多用", "One supplier code for several specs"),
                meaning: Bilingual(
                    "货源的几个规格共用一个编码，传单过去分不清发哪个。",
                    "Several specs of the supplier share one code: an order cannot tell them apart."),
                action: Bilingual("请给每个规格单独编码，改好后告知店铺。", "Please give each spec its own code; then tell the shop."))
        case .stockDiffers:
            CodeTexts(
                title: Bilingual("店铺库存多于货源", "Shop offers more than there is"),
                meaning: Bilingual(
                    "店铺的可售数量比货源实有的多，可能超卖。", "The shop offers more pieces than the supplier has: it may oversell."),
                action: Bilingual("把店铺库存调到不超过货源的数量。", "Lower the shop's stock to what the supplier has."))
        case .ambiguousMatch:
            CodeTexts(
                title: Bilingual("不确定对应哪个规格", "Not sure which spec it is"),
                meaning: Bilingual(
                    "有几个可能的对应，或两边的叫法只是相近，程序不替人决定。",
                    "Several specs fit, or the words are only near: the program does not guess."),
                action: Bilingual(
                    "看候选，选定一个，把它的编码填进店铺这行的商家编码。", "Pick the right one and enter its code in this shop row."))
        case .duplicateSpec:
            CodeTexts(
                title: Bilingual("同款规格重复", "Same spec listed twice"),
                meaning: Bilingual(
                    "同一款里有几行写的是同一个规格，库存和订单会算乱。",
                    "Several rows of one style are the same spec: stock and orders get mixed up."),
                action: Bilingual(
                    "只留一行，其余删掉；若本是不同规格，把区别写进规格名。", "Keep one row; if they do differ, say so in their specs."),
                supplierAction: Bilingual("请合并重复的规格；若确有不同，请写明区别。", "Please merge these rows, or say how they differ."))
        case .barcodeDiffers:
            CodeTexts(
                title: Bilingual("条码不一致", "Barcodes differ"),
                meaning: Bilingual(
                    "编码和规格都对得上，两边的条码却不同。", "Code and spec agree, but the two sides carry different barcodes."),
                action: Bilingual("看吊牌，把店铺条码改成货源的。", "Check the tag, then take over the supplier's barcode."))
        case .barcodeInvalid:
            CodeTexts(
                title: Bilingual("条码有错", "Barcode is wrong"),
                meaning: Bilingual(
                    "条码的校验位不对，多半是抄错或被表格改过。",
                    "The check digit does not fit: it was probably mistyped, or changed by a spreadsheet."),
                action: Bilingual("照吊牌重新录入店铺的条码。", "Type the barcode again from the tag."),
                supplierAction: Bilingual("请核对并更正这个条码。", "Please check and correct this barcode."))
        case .priceDiffers:
            CodeTexts(
                title: Bilingual("价格不符合定价规则", "Price does not follow the rule"),
                meaning: Bilingual(
                    "按所选的定价规则，店铺售价与货源价格对不上。",
                    "Under the chosen price rule the shop's price does not fit the supplier's."),
                action: Bilingual("按规则改店铺售价；若是有意定价，调整规则。", "Set the price by the rule, or change the rule if meant."))
        case .attributeDiffers:
            CodeTexts(
                title: Bilingual("商品说法不一致", "Listing says something else"),
                meaning: Bilingual(
                    "两边对同一特征的说法相反（如加绒与不加绒），买家会退货投诉。",
                    "The two sides contradict each other on a feature (fleece-lined or not): buyers will complain."),
                action: Bilingual("以货源为准，改店铺的标题和详情。", "Make title and description say what the supplier says."))
        case .meaningChanged:
            CodeTexts(
                title: Bilingual("编码换了意思", "A code means something else now"),
                meaning: Bilingual(
                    "这个编码以前对上过（或有人确认过），现在写的却是别的规格；旧的对应不再照用，以免发错。",
                    "This code was matched (or confirmed) before, and says another spec now; the old link is no longer obeyed."
                ),
                action: Bilingual(
                    "核对实物：只是改名就确认这一对，换了货就改商家编码。",
                    "Check the goods; confirm anew, or correct the code."))
        case .promiseChanged:
            CodeTexts(
                title: Bilingual("现货/预售说法不一致", "Delivery promise differs"),
                meaning: Bilingual(
                    "两边对现货、预售的说法不同，会影响发货时效。", "The two sides promise different delivery: in stock now, or pre-sale."),
                action: Bilingual(
                    "把店铺的发货承诺改成和货源一致；拿不准先问货源。", "Make the shop's promise the supplier's; ask if in doubt."))
        case .specIncomplete:
            CodeTexts(
                title: Bilingual("规格没写全", "Spec is incomplete"),
                meaning: Bilingual(
                    "同款其他行都写了的属性（如尺码），这一行是空的。", "This row lacks an option that all its siblings have, such as the size."
                ),
                action: Bilingual("在店铺补上缺的属性。", "Fill in the missing option in the shop."),
                supplierAction: Bilingual("请补全这个规格缺的属性。", "Please fill in the missing option of this spec."))
        case .variantNotListed:
            CodeTexts(
                title: Bilingual("货源有，店铺没上的规格", "Spec not listed in the shop"),
                meaning: Bilingual("店铺有这个款，没有这个规格。", "The shop lists the style, but not this spec."),
                action: Bilingual("想卖就在店铺加上这个规格，并填商家编码。", "Add it to the listing with its code, if you want it."))
        case .styleNotListed:
            CodeTexts(
                title: Bilingual("货源有，店铺没上的款", "Style not listed in the shop"),
                meaning: Bilingual("货源有这个款，店铺没有。", "The supplier has this style; the shop does not list it."),
                action: Bilingual("想卖就上架；不卖可以不管。", "List it if you want to sell it; otherwise leave it."))
        case .stockLow:
            CodeTexts(
                title: Bilingual("货源快断货", "Supplier runs low"),
                meaning: Bilingual("货源剩的不多了，随时可能断货。", "The supplier has few left and may run out any day."),
                action: Bilingual("调低店铺库存，或先停止推广。", "Lower the shop's stock, or stop promoting it."))
        case .relisted:
            CodeTexts(
                title: Bilingual("货源换了编码重新上架", "Relisted under a new code"),
                meaning: Bilingual(
                    "货源撤了旧编码，同样的规格换了新编码；店铺还写着旧编码，传单会找不到货。",
                    "The supplier lists the same spec under a new code; the shop still has the old one, which nobody finds any more."
                ),
                action: Bilingual("确认是同一个货，再把店铺的商家编码改成新的。", "Make sure it is the same goods; then enter the new code."))
        case .sourceUnread:
            CodeTexts(
                title: Bilingual("来源读不到", "Source could not be read"),
                meaning: Bilingual(
                    "文件取不到，或取到了读不懂；照上一个好的版本核对，今晚的变化看不到。",
                    "The feed could not be fetched or understood; the last good version was used, so tonight's changes are not in it."
                ),
                action: Bilingual(
                    "看提示里的原因：改好地址，或请对方重发文件。", "See the reason: mend the address, or ask for the file again.")
            )
        case .sourceShrunk:
            CodeTexts(
                title: Bilingual("目录突然变小", "Catalogue shrank"),
                meaning: Bilingual(
                    "完整目录比上次少了很多规格，多半是只传了一半；照用会把没撤的货都当成撤了。",
                    "A complete catalogue lost many specs at once, mostly because half a file came: used as it is, it would withdraw goods that are still there."
                ),
                action: Bilingual("问对方是不是整份；真撤了这么多，就放行。", "Ask whether it is all of it; if so, let it through.")
            )
        case .sourceVolatile:
            CodeTexts(
                title: Bilingual("库存或价格大面积变动", "Stock or prices jumped"),
                meaning: Bilingual(
                    "一次更新里变了的库存、断了的货或跳了的价格太多，可能是对方系统出错。",
                    "One update changed too many stock figures or prices, or emptied too much stock: it may be a fault of theirs."
                ),
                action: Bilingual("抽几款向对方核实，没错就放行。", "Check a few with them; if right, let it through."))
        case .sourceRenumbered:
            CodeTexts(
                title: Bilingual("编码大面积更换", "Many codes are new"),
                meaning: Bilingual(
                    "很多规格没变，编码却换了；照用会断掉这些规格和店铺的对应。",
                    "Many specs are the same under other codes: used as it is, their links to the shop would break."
                ),
                action: Bilingual("要一份新旧编码对照表，改好店铺编码再放行。", "Ask for a table of old and new codes first.")
            )
        case .formatDrift:
            CodeTexts(
                title: Bilingual("文件格式变了", "File format changed"),
                meaning: Bilingual(
                    "列改了名、换了位置或少了，价格、库存等可能读错了列。",
                    "Columns were renamed, moved or lost: prices, stock or codes may be read from the wrong one."),
                action: Bilingual(
                    "用 specsync inspect 看读得对不对，不对就改格式。", "See with specsync inspect if it reads right."))
        case .sourceLate:
            CodeTexts(
                title: Bilingual("来源没有按时更新", "Source is late"),
                meaning: Bilingual(
                    "过了约定的时间还没有新文件，核对用的是旧数据。", "No new file came by the agreed time; older data were compared."),
                action: Bilingual("催对方发新文件。", "Ask them for the new file."))
        case .sourceRepeated:
            CodeTexts(
                title: Bilingual("文件和上次一模一样", "The same file again"),
                meaning: Bilingual(
                    "新文件和上一次逐字节相同，什么都没变。", "The file is the same as last time, byte for byte: nothing changed."),
                action: Bilingual("不用处理；一连几天都这样，就问问对方。", "Nothing; ask if it goes on for days."))
        }
    }
}
