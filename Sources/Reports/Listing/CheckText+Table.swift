import Catalogues
import Reconciliation

extension CheckText {
    /// How many lines a list of specs may have.
    private static var listLimit: Int { 20 }

    /// The spec table with a mark in each cell; where it does not fit, the specs that something is said of.
    func table(_ style: CheckedStyle, _ groups: [IssueGroup]) -> [String] {
        let grid = SpecGrid(style, groups, report.catalogue)
        if grid.isGrid, let lines = lines(of: grid) { return [""] + lines }
        return [""] + specs(style, groups)
    }

    private func lines(of grid: SpecGrid) -> [String]? {
        let texts = grid.cells.map { $0.map(text) }
        let names = grid.down.map { $0.isEmpty ? Bilingual("（空）", "(none)")[language] : TerminalText.safe($0) }
        let heads = grid.across.map { $0.isEmpty ? Bilingual("（空）", "(none)")[language] : TerminalText.safe($0) }
        let first = min(24, max(4, names.map(TerminalText.width).max() ?? 0))
        let widths = heads.indices.map { column in
            max(TerminalText.width(heads[column]), texts.map { TerminalText.width($0[column]) }.max() ?? 0)
        }
        if 2 + first + widths.reduce(0, { $0 + $1 + 2 }) > columns { return nil }
        let blank = String(repeating: " ", count: first + 2)
        var lines = [blank + zip(heads, widths).map { "  " + TerminalText.fitted($0, $1) }.joined()]
        for (index, name) in names.enumerated() {
            let cells = zip(grid.cells[index], zip(texts[index], widths)).map { cell, text in
                let filled = TerminalText.fitted(text.0, text.1)
                return "  " + (cell.severity.map { styled(filled, $0.colour) } ?? filled)
            }
            lines.append("  " + TerminalText.fitted(name, first) + cells.joined())
        }
        return lines
    }

    /// `✓ 126`, `✗1 0`, `–` where there is no such spec.
    private func text(_ cell: SpecGrid.Cell) -> String {
        guard let row = cell.rows.first else { return "–" }
        let stock = report.catalogue.variants.stock[row].quantity.map { " \($0)" } ?? ""
        return cell.mark + stock + (cell.rows.count > 1 ? " ×\(cell.rows.count)" : "")
    }

    /// The specs as a list: mark, spec, code, price, stock. Of many, those that something is said of come first.
    private func specs(_ style: CheckedStyle, _ groups: [IssueGroup]) -> [String] {
        let grid = SpecGrid(style, groups, report.catalogue)
        let all = grid.cells.flatMap { $0 }.filter { !$0.rows.isEmpty }
        let marked = all.filter { $0.severity != nil }
        let isLong = all.count > Self.listLimit
        let shown = isLong ? Array(marked.prefix(Self.listLimit)) : all
        let cells = shown.map { cell -> [String] in
            let variant = report.catalogue.variant(cell.rows[0])
            let price = variant.cost.isAbsent ? variant.price : variant.cost
            let words = variant.words.isEmpty ? variant.title : variant.words
            return [
                cell.mark, TerminalText.cut(TerminalText.safe(words), 32),
                TerminalText.cut(TerminalText.safe(variant.codeInLists), 22), price.description,
                variant.stock.description,
            ]
        }
        let widths = (0..<5).map { column in cells.map { TerminalText.width($0[column]) }.max() ?? 0 }
        var lines = zip(shown, cells).map { cell, texts in
            let line = zip(texts, widths).filter { $1 > 0 }.map { TerminalText.fitted($0, $1) }.joined(separator: "  ")
            let cut = "  " + TerminalText.cut(line, columns - 2)
            return cell.severity.map { styled(cut, $0.colour) } ?? cut
        }
        let rest = all.count - shown.count
        if rest > 0 {
            let quiet = all.count - marked.count
            lines.append(
                "  "
                    + (rest == quiet
                    ? Bilingual("✓ 其余 \(rest) 个规格没有问题", "✓ nothing is said of the other \(rest) specs")
                    : Bilingual("……其余 \(rest) 个规格，见 --format csv", "… \(rest) more specs: see --format csv"))[language])
        }
        return lines
    }

    /// Text in lines of at most the terminal's width, broken at blanks or between Chinese characters.
    func wrapped(_ text: String, indent: Int, hanging: Int? = nil) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        var margin = indent
        func end() {
            lines.append(String(repeating: " ", count: margin) + line)
            margin = hanging ?? indent + 2
        }
        for piece in Self.pieces(text) {
            let width = TerminalText.width(piece)
            if used > 0, margin + used + width - (piece.hasSuffix(" ") ? 1 : 0) > columns {
                end()
                line = ""
                used = 0
            }
            line += piece
            used += width
        }
        end()
        return lines
    }

    /// What must not be parted: words with the blanks behind them, and single wide characters with the signs behind.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var last = ""
        for character in text {
            let isWide = TerminalText.width(String(character)) > 1
            let isSign = "，。、：；）”？！".contains(character)
            let wasWide = last.last.map { TerminalText.width(String($0)) > 1 || "”".contains($0) } ?? false
            if !last.isEmpty,
                last.hasSuffix(" ") && character != " "
                    || (!isSign && (isWide || wasWide) && last != "“" && last != "（")
            {
                pieces.append(last)
                last = ""
            }
            last.append(character)
        }
        if !last.isEmpty { pieces.append(last) }
        return pieces
    }
}

extension Variant {
    /// The code under which a list shows it.
    var codeInLists: String { [supplierCode, sku].first { !$0.isEmpty } ?? "" }
}
