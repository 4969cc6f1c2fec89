import Reconciliation

/// What to do first, in one sentence that needs no knowledge of the program.
struct Headline {
    var sentence: String
    /// What it rests on, or what comes next; may be empty.
    var further: String

    init(_ summary: Summary, _ language: Language) {
        let wrong = summary.count(.specDiffers) + summary.count(.codeConflict)
        let loss = summary.count(.priceBelowCost)
        let major = summary.count(.major)
        let minor = summary.count(.minor)
        let info = summary.count(.info)

        if summary.accepted == 0, summary.inReview == 0, summary.supplierVariants > 0, summary.shopVariants > 0 {
            sentence =
                Bilingual(
                    "一个规格都没对上：先看看是不是拿错了文件", "Nothing matched: check first whether these two files belong together")[
                    language]
        } else if wrong > 0 {
            sentence =
                Bilingual(
                    "有 \(wrong) 处会发错货：先改这 \(wrong) 处",
                    wrong == 1
                        ? "1 wrong parcel waiting to happen: fix this first"
                        : "\(wrong) wrong parcels waiting to happen: fix these first")[language]
        } else if loss > 0 {
            sentence =
                Bilingual(
                    "有 \(loss) 个规格在亏本卖：先改价",
                    "\(loss) \(loss == 1 ? "spec sells" : "specs sell") at a loss: mend the price first")[language]
        } else if major > 0 {
            sentence =
                Bilingual(
                    "有 \(major) 处在卖可能没有的货：先处理这 \(major) 处",
                    "\(major) \(major == 1 ? "thing is" : "things are") on sale that may not be there: see to \(major == 1 ? "it" : "them") first"
                )[language]
        } else if minor > 0 {
            sentence =
                Bilingual(
                    "没有要紧的：有 \(minor) 处小问题，有空再改",
                    "Nothing urgent: \(minor) small \(minor == 1 ? "thing" : "things") to mend when you can")[language]
        } else if info > 0 {
            sentence =
                Bilingual(
                    "在卖的都对得上：只有 \(info) 条提示", "All that is on sale agrees: \(info) \(info == 1 ? "note" : "notes") only"
                )[language]
        } else {
            sentence = Bilingual("全部对得上，没有要处理的", "Everything agrees: nothing to do")[language]
        }

        var parts: [String] = []
        if wrong > 0, loss > 0 {
            parts.append(
                Bilingual("\(loss) 个规格在亏本卖", "\(loss) \(loss == 1 ? "spec sells" : "specs sell") at a loss")[language])
        }
        if wrong + loss > 0, major > 0 {
            parts.append(Bilingual("\(major) 处在卖可能没有的货", "\(major) on sale that may not be there")[language])
        }
        if wrong + loss + major > 0, minor > 0 {
            parts.append(Bilingual("\(minor) 处不急的", "\(minor) that can wait")[language])
        }
        if parts.isEmpty {
            further = ""
        } else {
            further =
                Bilingual("然后是：", "Then: ")[language] + parts.joined(separator: Bilingual("，", ", ")[language])
                + Bilingual("。", ".")[language]
        }
    }
}
