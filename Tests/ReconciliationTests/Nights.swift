import Catalogues
import Lexicons
import Reconciliation

/// A supplier's catalogue on two nights, written as tables, and what changed from one to the other.
struct Nights {
    let changes: CatalogueChanges
    private let old: Catalogue
    private let new: Catalogue

    /// The columns of the tables; cells are separated by `|`, blanks around them do not count.
    static let fields: [Field] = [.styleCode, .title, .sku, .option1, .option2, .price, .stock]

    init(
        _ old: String, _ new: String, fields: [Field] = fields, newFields: [Field]? = nil, isComplete: Bool = true,
        axes: [String] = ["颜色", "尺码", "", ""], newAxes: [String]? = nil, leg: Source.Leg = .supplier
    ) {
        self.old = Comparison.catalogue(leg, fields, old, true, axes)
        self.new = Comparison.catalogue(leg, newFields ?? fields, new, isComplete, newAxes ?? axes)
        changes = CatalogueChanges(from: self.old, to: self.new, lexicon: Lexicon(), isComplete: isComplete)
    }

    /// `kind SKU`, `kind OLD>NEW` where the code is another, `kind STYLE` of a style as a whole. Without a SKU a variant
    /// is known by its style and words, without a code a style by its title.
    var told: [String] { changes.changes.map { "\($0.kind.rawValue) \(name($0))" } }

    /// The same without the order.
    var toldInAnyOrder: [String] { told.sorted() }

    private func name(_ change: CatalogueChanges.Change) -> String {
        if change.oldRow == nil, change.newRow == nil {
            return change.newStyle.map { name(ofStyle: $0, new) } ?? name(ofStyle: change.oldStyle!, old)
        }
        let names = [change.oldRow.map { name(of: $0, old) }, change.newRow.map { name(of: $0, new) }].compactMap(
            \.self)
        return names.count == 2 && names[0] != names[1] ? names.joined(separator: ">") : names[0]
    }

    private func name(of row: Int, _ catalogue: Catalogue) -> String {
        let variant = catalogue.variant(row)
        return variant.sku.isEmpty ? "\(variant.style.code):\(variant.spec)" : variant.sku
    }

    private func name(ofStyle style: Int, _ catalogue: Catalogue) -> String {
        let style = catalogue.style(style)
        return style.code.isEmpty ? style.title : style.code
    }
}
