import Catalogues
package import Reconciliation

extension SpecTableStyle {
    /// The styles of a joined table as plain values, with a remark on each row that is out of step.
    ///
    /// - Parameter outcomes: each leg compared with the shop, the supplier's first.
    package static func styles(_ table: SpecTable, _ outcomes: [Outcome], _ language: Language) -> [SpecTableStyle] {
        guard let first = outcomes.first else { return [] }
        let columns = columns(outcomes)
        let legs = columns.map(\.leg)
        var styles: [SpecTableStyle] = []
        for row in table.rows {
            let shopVariant = first.shop.variant(row.shop)
            let style = Int(first.shop.variants.style[row.shop])
            if styles.last?.shopStyle != style {
                styles.append(
                    SpecTableStyle(
                        code: row.styleCode(outcomes) ?? "", title: shopVariant.style.title, shopStyle: style,
                        supplierStyle: row.supplierStyle(outcomes), legs: legs, rows: []))
            }
            let cells = columns.map { column -> SpecTableCell? in
                guard let cell = row.cell(ofOutcome: column.outcome) else { return nil }
                let variant = catalogue(cell, outcomes).variant(cell.row)
                return SpecTableCell(variant.words, line: variant.line, disagrees: cell.isOutOfStep)
            }
            styles[styles.count - 1].rows.append(
                SpecTableRow(name: shopVariant.specName, cells: cells, remark: remark(row, outcomes, language)))
        }
        return styles
    }

    /// The columns of the table: the suppliers, the platform, the shop, the order system, as far as they are there.
    static func columns(_ outcomes: [Outcome]) -> [(leg: Source.Leg, outcome: Int?)] {
        Source.Leg.allCases.flatMap { leg -> [(leg: Source.Leg, outcome: Int?)] in
            if leg == .shop { return [(leg, nil)] }
            return outcomes.indices.filter { outcomes[$0].supplier.source.leg == leg }.map { (leg, $0) }
        }
    }

    static func catalogue(_ cell: SpecTable.Cell, _ outcomes: [Outcome]) -> Catalogue {
        cell.outcome.map { outcomes[$0].supplier } ?? outcomes[0].shop
    }

    /// The leg by its full name, as the columns of specs.csv call it.
    private static func name(_ leg: Source.Leg, _ language: Language) -> String {
        leg == .orders ? Bilingual("订单传递系统", "order system")[language] : Texts.name(leg, language)
    }

    /// Which leg is out of step, and where that stands: `订单传递系统 与其他不符（orders.csv:4）`.
    static func remark(_ row: SpecTable.Row, _ outcomes: [Outcome], _ language: Language) -> String {
        let odd = row.cells.filter(\.isOutOfStep)
        if odd.isEmpty { return "" }
        let places = odd.map { cell in
            let catalogue = catalogue(cell, outcomes)
            return "\(name(cell.leg, language)) \(catalogue.source.name):\(catalogue.variants.line[cell.row])"
        }
        let list = places.joined(separator: language == .zh ? "，" : ", ")
        return row.isUndecided
            ? Bilingual("各方说法不一：\(list)", "the legs contradict each other: \(list)")[language]
            : Bilingual("与其他各方不符：\(list)", "out of step: \(list)")[language]
    }
}

extension SpecTable.Row {
    fileprivate func supplierStyle(_ outcomes: [Outcome]) -> Int? {
        cell(ofOutcome: 0).map { Int(outcomes[0].supplier.variants.style[$0.row]) }
    }

    /// 款式: the supplier's code of the style, or else the shop's.
    func styleCode(_ outcomes: [Outcome]) -> String? {
        let theirs = supplierStyle(outcomes).map { outcomes[0].supplier.style($0).code }
        return [theirs, outcomes[0].shop.variant(shop).style.code].compactMap(\.self).first { !$0.isEmpty }
    }
}
