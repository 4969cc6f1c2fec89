import Catalogues
import Reconciliation

/// The cells that name a variant in every CSV output: style, SKU, spec and line.
struct VariantCells: ~Copyable {
    private let catalogue: Catalogue
    private var spec: SpecText

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        spec = SpecText(catalogue)
    }

    mutating func write(_ row: Int, _ output: inout CSVOutput) {
        writeStyle(Int(catalogue.variants.style.base[row]), &output)
        output.cell(catalogue.arena[catalogue.variants.sku.base[row]])
        output.cell(spec.text(of: row))
        output.number(Int(catalogue.variants.line.base[row]))
    }

    /// A style is known by its code, or else by its title.
    func writeStyle(_ style: Int, _ output: inout CSVOutput) {
        let code = catalogue.styles.code.base[style]
        output.cell(catalogue.arena[code.isNone ? catalogue.styles.title.base[style] : code])
    }
}

/// What a variant's spec is in outputs: the packed text as it was written, or the option values joined by `/`.
struct SpecText: ~Copyable {
    private let catalogue: Catalogue
    private var room: Int
    private var joined: UnsafeMutablePointer<UInt8>
    private static let slack = 32

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        room = 1024
        joined = .allocate(capacity: room + Self.slack)
    }

    deinit { joined.deallocate() }

    /// Valid until the next text is asked for.
    mutating func text(of row: Int) -> Bytes {
        let packed = catalogue.variants.spec.base[row]
        if packed != 0 { return catalogue.words[packed] }
        var count = 0
        for position in 0..<catalogue.axisCount {
            let value = catalogue.variants.option(position)[row]
            if value == 0 { continue }
            let word = catalogue.words[value]
            if count + word.count + 1 > room { grow(to: count + word.count + 1, keeping: count) }
            if count > 0 {
                joined[count] = 0x2F
                count += 1
            }
            word.copy(to: joined + count)
            count += word.count
        }
        return count == 0 ? .none : Bytes(base: joined, count: count)
    }

    private mutating func grow(to wanted: Int, keeping count: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted * 2 + Self.slack)
        larger.update(from: joined, count: count)
        joined.deallocate()
        joined = larger
        room = wanted * 2
    }
}

/// The names of evidence, each combination spelt once.
struct EvidenceNames: ~Copyable {
    private var known: [Evidence: [UInt8]] = [:]
    private var last: Evidence = []
    private var lastName: [UInt8] = []

    mutating func write(_ evidence: Evidence, _ output: inout CSVOutput) {
        if evidence.isEmpty { return output.emptyCells(1) }
        if evidence != last || lastName.isEmpty {
            // 16 bytes of slack behind the name, as `Bytes` promises.
            let name = known[evidence] ?? Array(evidence.text.utf8) + Array(repeating: 0, count: 16)
            known[evidence] = name
            last = evidence
            lastName = name
        }
        lastName.withUnsafeBufferPointer { output.cell(Bytes(base: $0.baseAddress!, count: $0.count - 16)) }
    }
}
