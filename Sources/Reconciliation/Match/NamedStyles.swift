import Catalogues
import Lexicons

/// Styles whose titles name the same model, or the same shirt of the same club, in whatever language: 小米8 手机 and
/// Xiaomi 8. Only where exactly one style of each catalogue says so.
struct NamedStyles {
    /// Supplier style for a shop style.
    private(set) var styles: [Int: Int] = [:]

    /// - Parameters:
    ///   - openShop: the shop's styles that nothing ties yet; only they are tied, all others are rivals.
    ///   - isTied: which of the supplier's styles something ties already.
    init(_ supplier: Catalogue, _ shop: Catalogue, openShop: [Int], isTied: [Bool], lexicon: Lexicon) {
        var wanted: [Int: TitleNames] = [:]
        for style in openShop {
            let names = Self.names(shop, style, lexicon)
            if names.isDistinguishing { wanted[style] = names }
        }
        guard !wanted.isEmpty else { return }
        let keys = wanted.values.reduce(into: Set<Int>()) { $0.formUnion($1.keys) }
        let theirs = Named(supplier, 0..<supplier.styleCount, keys, lexicon)
        var found: [Int: Int] = [:]
        for (style, names) in wanted {
            if let same = theirs.only(names), !isTied[same] { found[style] = same }
        }
        guard !found.isEmpty else { return }
        let ours = Named(shop, 0..<shop.styleCount, keys, lexicon)
        for (style, same) in found where ours.only(theirs.names[same]!) == style {
            styles[style] = same
        }
    }

    private static func names(_ catalogue: Catalogue, _ style: Int, _ lexicon: Lexicon) -> TitleNames {
        lexicon.names(ofTitle: catalogue.arena[catalogue.styles.title.base[style]].buffer)
    }

    /// The styles of a catalogue that name one of the wanted concepts.
    private struct Named {
        var names: [Int: TitleNames] = [:]
        private var byKey: [Int: [Int]] = [:]

        init(_ catalogue: Catalogue, _ styles: Range<Int>, _ keys: Set<Int>, _ lexicon: Lexicon) {
            for style in styles where !catalogue.rows(ofStyle: style).isEmpty {
                let names = NamedStyles.names(catalogue, style, lexicon)
                let shared = names.keys.intersection(keys)
                if shared.isEmpty { continue }
                self.names[style] = names
                for key in shared { byKey[key, default: []].append(style) }
            }
        }

        /// The one style that says the same; nil if several do. One that says more is no rival of one that says the same.
        func only(_ wanted: TitleNames) -> Int? {
            var same: Int?
            for style in Set(wanted.keys.flatMap { byKey[$0] ?? [] }) where wanted.fit(names[style]!) == .same {
                if same != nil { return nil }
                same = style
            }
            return same
        }
    }
}
