package import Catalogues
import Feeds
package import Reconciliation

/// A `mapping.csv` that a person has edited in a spreadsheet, read back.
///
/// Rows are found again by their two line numbers, which no spreadsheet damages; everything that says *which* variant is
/// meant is taken from the file as it was written, and only the decision, who, when and why from the edited one.
package struct EditedMapping {
    /// What the person confirmed or rejected, in the order of the edited file.
    package private(set) var decisions: [PersonDecision] = []
    /// What the spreadsheet had damaged and was restored, and what could not be found again.
    package private(set) var notes: [Diagnostic] = []

    private static let keyColumns = [
        "supplier_style", "supplier_sku", "supplier_spec", "shop_style", "shop_sku", "shop_spec",
    ]

    package init(edited path: String, written original: String) throws {
        let edited = try CSVTable.read(path)
        let written = try CSVTable.read(original)
        let name = String(path.split(separator: "/").last ?? "")
        for column in ["supplier_line", "shop_line", "decision"] where !edited.headers.contains(column) {
            throw RunError(
                "\(name):1: error: the column \(column) is gone\n  Keep all columns of mapping.csv; only decision, by, at and note are yours to change."
            )
        }
        var rows: [String: Int] = [:]
        for row in written.rows.indices { rows[Self.key(written, row)] = row }
        for row in edited.rows.indices {
            let verdict = PersonDecision.Verdict(word: edited[row, "decision"])
            guard let verdict else { continue }
            let place = Place(file: name, line: edited.lines[row])
            guard let same = rows[Self.key(edited, row)] else {
                notes.append(
                    Diagnostic(
                        place, code: "unknown-row",
                        "no row of the written file has these two line numbers; the decision is left out"))
                continue
            }
            // An untouched automatic row is no decision of a person's.
            if written[same, "decision"] == edited[row, "decision"], verdict == .confirmed { continue }
            for column in Self.keyColumns where edited[row, column] != written[same, column] {
                notes.append(
                    Diagnostic(
                        place, .note, code: "restored",
                        "\(column) “\(edited[row, column])” was “\(written[same, column])” when it was written\(Self.damage(edited[row, column], written[same, column]))"
                    ))
            }
            decisions.append(
                PersonDecision(
                    verdict, supplierStyle: written[same, "supplier_style"], supplierSKU: written[same, "supplier_sku"],
                    supplierSpec: written[same, "supplier_spec"], shopStyle: written[same, "shop_style"],
                    shopSKU: written[same, "shop_sku"], shopSpec: written[same, "shop_spec"], by: edited[row, "by"],
                    at: edited[row, "at"], note: edited[row, "note"], line: edited.lines[row]))
        }
    }

    private static func key(_ table: CSVTable, _ row: Int) -> String {
        table[row, "supplier_line"] + "/" + table[row, "shop_line"]
    }

    /// What a spreadsheet does to codes, named where it is one of the known ways.
    private static func damage(_ edited: String, _ written: String) -> String {
        if written.hasPrefix("0"), written.drop(while: { $0 == "0" }) == edited[...] { return ": leading zeros lost" }
        if edited.uppercased().contains("E+"), written.allSatisfy(\.isNumber) { return ": turned into a power of ten" }
        if written.contains("-") || written.contains("/"),
            edited.contains(where: { $0 == "月" || $0 == "-" || $0 == "/" || $0.isLetter })
        {
            return ": turned into a date"
        }
        return ""
    }
}

extension PersonDecision.Verdict {
    /// What a person may write for it; nil for everything else.
    package init?(word: String) {
        switch word.lowercased() {
        case "confirmed", "confirm", "yes", "确认", "是": self = .confirmed
        case "rejected", "reject", "no", "否决", "拒绝", "否": self = .rejected
        default: return nil
        }
    }
}
