import Catalogues
import Feeds
import Reconciliation
import Reports

/// The styles that a check is about.
struct StyleSelection {
    /// Their indices in the catalogue that is checked, in the order of its file.
    let indices: [Int]
    /// As the rules take them; empty = all.
    let codes: [String]

    /// - Throws: a `RunError` that names the nearest codes, where a code is not in the file.
    init(_ wanted: [String], in catalogue: Catalogue, _ outcome: Outcome?) throws {
        guard !wanted.isEmpty else {
            indices = Self.inFileOrder(0..<catalogue.styleCount, catalogue)
            codes = []
            return
        }
        var byCode: [String: [Int]] = [:]
        for style in 0..<catalogue.styleCount {
            let named = catalogue.style(style)
            for code in Set([named.code, named.article]) where !code.isEmpty { byCode[code, default: []].append(style) }
        }
        // A draft's style is also known by the code of the supplier's style that it lists.
        if let outcome {
            for pair in outcome.pairs.values where pair.decision.isAccepted {
                let code = outcome.supplier.variant(Int(pair.supplier)).style.code
                let style = Int(catalogue.variants.style[Int(pair.shop)])
                if !code.isEmpty, byCode[code]?.contains(style) != true { byCode[code, default: []].append(style) }
            }
        }
        var found: Set<Int> = []
        for code in wanted {
            guard let styles = byCode[code] else { throw Self.notThere(code, catalogue, byCode.keys.sorted()) }
            found.formUnion(styles)
        }
        indices = Self.inFileOrder(found, catalogue)
        codes = indices.map { index in
            let named = catalogue.style(index)
            return named.code.isEmpty ? named.article : named.code
        }.filter { !$0.isEmpty }
    }

    private static func inFileOrder(_ styles: some Sequence<Int>, _ catalogue: Catalogue) -> [Int] {
        styles.sorted { (catalogue.styles.line[$0], $0) < (catalogue.styles.line[$1], $1) }
    }

    private static func notThere(_ code: String, _ catalogue: Catalogue, _ codes: [String]) -> RunError {
        let near = NearestName.several(code, among: codes)
        let advice =
            near.isEmpty
            ? "“specsync inspect” shows how the file is understood." : "Did you mean \(near.joined(separator: ", "))?"
        return RunError("\(catalogue.source.name): error: there is no style \(code)\n  \(advice)")
    }

    /// Each selected style with its issues; those of other styles are left out.
    func styles(with issues: [ListingIssue]) -> [CheckedStyle] {
        var byStyle: [Int: [ListingIssue]] = [:]
        for issue in issues { byStyle[issue.style, default: []].append(issue) }
        return indices.map { CheckedStyle($0, byStyle[$0] ?? []) }
    }
}
