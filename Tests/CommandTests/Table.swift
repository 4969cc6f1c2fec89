import Foundation

/// A CSV file that the program wrote, read again by other code than its own.
struct Table {
    /// A record: the cells by their headers.
    struct Row {
        var cells: [String: String]
        subscript(column: String) -> String { cells[column] ?? "" }
    }

    var columns: [String]
    var rows: [Row]

    init(_ bytes: [UInt8]) {
        var records = Self.records(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
        columns = records.isEmpty ? [] : records.removeFirst()
        let columns = columns
        rows = records.map { Row(cells: Dictionary(zip(columns, $0), uniquingKeysWith: { first, _ in first })) }
    }

    /// RFC 4180 and nothing else: the program's own files keep it.
    static func records(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell: [UInt8] = []
        var inQuotes = false
        var at = 0
        func endCell() {
            // The apostrophe that keeps a spreadsheet from running the cell as a formula.
            if cell.count > 1, cell[0] == 0x27, "=+-@\t\r".utf8.contains(cell[1]) { cell.removeFirst() }
            record.append(String(decoding: cell, as: UTF8.self))
            cell = []
        }
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if inQuotes {
                if byte != 0x22 {
                    cell.append(byte)
                } else if at < bytes.count, bytes[at] == 0x22 {
                    cell.append(0x22)
                    at += 1
                } else {
                    inQuotes = false
                }
                continue
            }
            switch byte {
            case 0x22: inQuotes = true
            case 0x2C: endCell()
            case 0x0D: break
            case 0x0A:
                endCell()
                records.append(record)
                record = []
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !record.isEmpty {
            endCell()
            records.append(record)
        }
        return records
    }
}

extension Table.Row {
    /// How a README names the variant on one side (`supplier` or `shop`) of a row of `mapping.csv` or
    /// `mismatches.csv`: by its SKU, or `style spec` where it has none; `-` if there is nobody.
    func name(_ side: String) -> String {
        let sku = self[side + "_sku"]
        if !sku.isEmpty { return sku }
        if self[side + "_line"].isEmpty { return "-" }
        return "\(self[side + "_style"]) \(self[side + "_spec"])".trimmingCharacters(in: .whitespaces)
    }
}
