import Catalogues
import Lexicons

/// Which of the supplier's variants a listing can hold at all.
extension Matcher {
    /// The supplier's variants among which those of the shop's style are: a style that it certainly is, or the variants
    /// of one design within a collection, of which the listing's title names one.
    func counterpart(ofShopStyle shopStyle: Int) -> (style: Int, rows: [Int], tie: Evidence)? {
        let certain = certainStyle(ofShopStyle: shopStyle)
        if let (style, tie) = certain, tie != .styleGuessed,
            tie != .styleSiblings || !titlesVary(blocks.supplier.rows(ofStyle: style).lowerBound)
        {
            return (style, Array(blocks.supplier.rows(ofStyle: style)), tie)
        }
        let confirmed = coded.first {
            $0.isConfirmed && $0.doubts.isEmpty && blocks.shop.variants.style.base[Int($0.shop)] == shopStyle
        }
        guard let named = confirmed.map({ Int($0.supplier) }) ?? blocks.ties.titles.variants[shopStyle] else {
            return certain.map { ($0.style, Array(blocks.supplier.rows(ofStyle: $0.style)), $0.tie) }
        }
        let style = Int(blocks.supplier.variants.style.base[named])
        var tokens = TitleTokens()
        let design = design(named, &tokens)
        let rows = blocks.supplier.rows(ofStyle: style).filter { $0 == named || self.design($0, &tokens) == design }
        return (style, rows, confirmed == nil ? .skuInTitle : .styleConfirmed)
    }

    /// A variant's title without its style's name and its own options: what its siblings of other colours share.
    private func design(_ row: Int, _ tokens: inout TitleTokens) -> Set<UInt32> {
        let supplier = blocks.supplier
        let style = Int(supplier.variants.style.base[row])
        let own = supplier.variants.title.base[row]
        var title: Set<UInt32> = []
        tokens.add(supplier.arena[own.isNone ? supplier.styles.title.base[style] : own], to: &title)
        var known: Set<UInt32> = []
        tokens.add(supplier.arena[supplier.styles.code.base[style]], to: &known)
        for position in 0..<supplier.axisCount {
            let value = supplier.variants.option(position)[row]
            if value != 0 { tokens.add(supplier.words[value], to: &known) }
        }
        if let colour = TitleColour.part(of: supplier, row) { tokens.add(colour, to: &known) }
        return title.subtracting(known)
    }

    /// The supplier style that the shop style certainly is: tied by code or title, or by two variants that codes name
    /// while none names another style's.
    private func certainStyle(ofShopStyle shopStyle: Int) -> (style: Int, tie: Evidence)? {
        let partner = Int(blocks.ties.partner.base[shopStyle]) - 1
        // Codes that name another style's variants speak against any tie.
        let pointsElsewhere = coded.contains {
            $0.doubts.isEmpty && blocks.shop.variants.style.base[Int($0.shop)] == shopStyle
                && blocks.supplier.variants.style.base[Int($0.supplier)] != partner
        }
        if partner >= 0, pointsElsewhere { return nil }
        switch blocks.ties.tie.base[shopStyle] {
        case .code: return (partner, .styleCode)
        case .title: return (partner, .styleTitle)
        case .name: return (partner, .styleName)
        case .codeInTitle: return (partner, .codeInTitle)
        case .guess: return (partner, .styleGuessed)
        case .none: break
        }
        var styles: Set<UInt32> = []
        var rows: Set<UInt32> = []
        for pair in coded where blocks.shop.variants.style.base[Int(pair.shop)] == shopStyle {
            styles.insert(blocks.supplier.variants.style.base[Int(pair.supplier)])
            if pair.doubts.isEmpty { rows.insert(pair.supplier) }
        }
        guard styles.count == 1, rows.count >= 2 else { return nil }
        return (Int(styles.first!), .styleSiblings)
    }
}
