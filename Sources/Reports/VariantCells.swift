import Catalogues
import Reconciliation

/// The cells that name a variant in every CSV output: style, SKU, spec and line.
struct VariantCells: ~Copyable {
    private let catalogue: Catalogue
    private var scratch: [UInt8] = []

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    mutating func write(_ row: Int, _ output: inout CSVOutput) {
        let style = Int(catalogue.variants.style[row])
        writeStyle(style, &output)
        output.cell(catalogue.arena[catalogue.variants.sku.base[row]])
        writeSpec(row, style, &output)
        output.number(Int(catalogue.variants.line.base[row]))
    }

    /// A style is known by its code, or else by its title.
    func writeStyle(_ style: Int, _ output: inout CSVOutput) {
        let code = catalogue.styles.code.base[style]
        output.cell(catalogue.arena[code.isNone ? catalogue.styles.title.base[style] : code])
    }

    private mutating func writeSpec(_ row: Int, _ style: Int, _ output: inout CSVOutput) {
        let packed = catalogue.variants.spec.base[row]
        if packed != 0 { return output.cell(catalogue.words[packed]) }
        scratch.removeAll(keepingCapacity: true)
        for position in 0..<catalogue.axisCount {
            let value = catalogue.variants.option(position)[row]
            if value == 0 { continue }
            if !scratch.isEmpty { scratch.append(0x2F) }
            scratch.append(contentsOf: catalogue.words[value].buffer)
        }
        scratch.withUnsafeBufferPointer { bytes in
            output.cell(bytes.count == 0 ? .none : Bytes(base: bytes.baseAddress!, count: bytes.count))
        }
    }
}

/// The names of evidence, each combination spelt once.
struct EvidenceNames: ~Copyable {
    private var known: [Evidence: [UInt8]] = [:]

    mutating func write(_ evidence: Evidence, _ output: inout CSVOutput) {
        if known[evidence] == nil { known[evidence] = Array(evidence.text.utf8) }
        known[evidence]!.withUnsafeBufferPointer { bytes in
            output.cell(bytes.count == 0 ? .none : Bytes(base: bytes.baseAddress!, count: bytes.count))
        }
    }
}
