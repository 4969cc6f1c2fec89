import Catalogues
import Ledgers
import Reconciliation
import Reports

/// What `specs.csv` adds to a row out of memory: since when a leg is behind, how long a change took to arrive at the
/// others, and which of several suppliers has the spec in stock for least.
struct SpecMemory {
    let record: NightRecord
    private var language: Language { record.workspace.language }

    init(_ record: NightRecord) { self.record = record }

    /// Remarks by the shop's row.
    func remarks(_ table: SpecTable, _ outcomes: [Outcome]) throws -> [Int: [String]] {
        let travelled = try travels()
        var remarks: [Int: [String]] = [:]
        for row in table.rows {
            var ofRow: [String] = []
            for cell in row.cells where cell.leg == .supplier {
                guard let outcome = cell.outcome.map({ outcomes[$0] }) else { continue }
                let variant = outcome.supplier.variant(cell.row)
                ofRow += travelled[RowKey(outcome.supplier.source.name, variant.sku)] ?? []
            }
            if let cheapest = cheapest(row, outcomes) { ofRow.append(cheapest) }
            if !ofRow.isEmpty { remarks[row.shop] = ofRow }
        }
        return remarks
    }

    /// `11-03 起改名：代发 2 天后跟上，店铺 第 5 天还没改`, by supplier and code.
    private func travels() throws -> [RowKey: [String]] {
        let now = record.night.now
        let month = Moment(seconds: now.seconds - 30 * 86_400)
        let renamed = try record.entry.changes(since: month, [.specRenamed, .meaningChanged, .relisted])
        let arrivals = try record.entry.arrivals(ofChanges: renamed.map(\.id))
        var remarks: [RowKey: [String]] = [:]
        for change in renamed {
            let legs = (arrivals[change.id] ?? []).map { leg -> String in
                if let at = leg.at {
                    let days = at.days(since: change.at)
                    return Bilingual(
                        "\(leg.source) \(days == 0 ? "当天" : "\(days) 天后")跟上",
                        "\(leg.source) followed \(days == 0 ? "the same day" : "after \(days) days")")[language]
                }
                let days = now.days(since: change.at)
                if days == 0 { return Bilingual("\(leg.source) 还没跟上", "\(leg.source) has yet to follow")[language] }
                return Bilingual(
                    "\(leg.source) \(days) 天还没跟上", "\(leg.source) has not followed for \(days) days")[language]
            }
            if legs.isEmpty { continue }
            let list = legs.joined(separator: Bilingual("，", ", ")[language])
            remarks[RowKey(change.source, change.sku), default: []].append(
                Bilingual(
                    "\(change.source) \(change.at.date) 由“\(change.before)”改为“\(change.after)”：\(list)",
                    "\(change.at.date) \(change.source) changed “\(change.before)” to “\(change.after)”: \(list)")[
                        language])
        }
        return remarks
    }

    /// Of several suppliers the one with the lowest price that has it in stock.
    private func cheapest(_ row: SpecTable.Row, _ outcomes: [Outcome]) -> String? {
        let offers = row.cells.compactMap { cell -> (source: String, price: Amount)? in
            guard cell.leg == .supplier, let outcome = cell.outcome.map({ outcomes[$0] }) else { return nil }
            let variant = outcome.supplier.variant(cell.row)
            let price = variant.cost.isAbsent ? variant.price : variant.cost
            let isThere = variant.stock.quantity.map { $0 > 0 } ?? (variant.availability != .outOfStock)
            return isThere && !price.isAbsent ? (outcome.supplier.source.name, price) : nil
        }
        guard row.cells.count(where: { $0.leg == .supplier }) > 1, let best = offers.min(by: { $0.price < $1.price })
        else { return nil }
        return Bilingual(
            "有货最便宜：\(best.source) \(best.price.description)",
            "cheapest in stock: \(best.source) \(best.price.description)")[
                language]
    }
}
