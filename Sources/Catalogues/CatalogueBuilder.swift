/// Takes records batch by batch and makes a catalogue of them.
public struct CatalogueBuilder: ~Copyable {
    var variants: VariantColumns
    var styles: StyleColumns
    var words: WordTable
    var arena: Arena
    public var diagnostics = Diagnostics()
    public var rowFaults: [RowFault] = []
    let source: Source
    let rules: ReadingRules
    var written: VariantColumnSet = []
    var fields: Set<Field> = []
    var styleTable: KeyTable
    var heads: Column<StyleHead>
    /// Rows whose style is the one above, since code and title are blank: the further rows of merged cells.
    var carried: [UInt32] = []
    var lastStyle = -1
    let sought = SoughtStyles()
    /// Plain numbers among the marks of unlimited stock, such as 9999.
    let unlimitedQuantities: [Int]
    /// The names of the axes that the columns' headers say; 0 = they do not.
    let fixedAxes: [UInt32]
    /// No record has named an axis itself: an axis is where its column is, and the styles' axes are noted in the end.
    var axesAreFixed: Bool
    let fixedCurrency: UInt32
    /// Variants so far.
    public internal(set) var count = 0

    /// - Parameter expectedBytes: the size of the source, from which the columns' address space is reserved.
    public init(source: Source, rules: ReadingRules, expectedBytes: Int) {
        self.source = source
        self.rules = rules
        // No record is shorter than 16 bytes in the long run; a usual one has some 200.
        let capacity = expectedBytes / 16 + 1024
        let likely = expectedBytes / 200
        variants = VariantColumns(capacity: capacity, likely: likely)
        styles = StyleColumns(capacity: capacity, likely: likely / 8)
        arena = Arena(likely: expectedBytes / 8)
        styleTable = KeyTable(capacity: 1024)
        heads = Column(capacity: capacity, likely: likely / 8)
        var known = WordTable()
        var axes: [UInt32] = []
        for name in rules.axisNames { axes.append(Self.word(name, &known)) }
        unlimitedQuantities = rules.unlimited.compactMap { Int($0) }.filter { $0 >= 0 }
        fixedAxes = axes
        let named = axes.filter { $0 != 0 }
        axesAreFixed = Set(named).count == named.count
        fixedCurrency = Self.word(rules.currency, &known)
        words = known
    }

    static func word(_ text: String, _ words: inout WordTable) -> UInt32 {
        var padded = Array(text.utf8)
        let count = padded.count
        padded += Array(repeating: 0, count: 16)
        return padded.withUnsafeBufferPointer { words.number(of: Bytes(base: $0.baseAddress!, count: count)) }
    }

    /// Takes all records of a batch, one field after the other, and leaves the batch empty.
    public mutating func take(_ batch: inout RecordBatch) {
        let rows = batch.count
        if rows == 0 { return }
        let start = count
        count += rows
        variants.setCount(count)
        for field in Field.allCases where batch.has(field) { fields.insert(field) }

        assignStyles(batch, start)
        (variants.line.base + start).update(from: batch.lines, count: rows)
        if batch.has(.sku) { takeCodes(batch.column(.sku), rows, variants.sku.base + start, .sku) }
        if batch.has(.supplierCode) {
            takeCodes(batch.column(.supplierCode), rows, variants.supplierCode.base + start, .supplierCode)
        }
        if batch.has(.barcode) { takeBarcodes(batch.column(.barcode), rows, variants.barcode.base + start) }
        if (0..<axisLimit).contains(where: { batch.has(.optionName($0)) }) { unfixAxes(ofRowsBefore: start) }
        for position in 0..<axisLimit where batch.has(.option(position)) { takeOptions(batch, position, start) }
        if batch.has(.spec) { takeWords(batch.column(.spec), rows, variants.spec.base + start, .spec) }
        if batch.has(.specName) { takeWords(batch.column(.specName), rows, variants.specName.base + start, .specName) }
        if batch.has(.promise) { takeWords(batch.column(.promise), rows, variants.promise.base + start, .promise) }
        if batch.has(.currency) { takeWords(batch.column(.currency), rows, variants.currency.base + start, .currency) }
        if batch.has(.price) { takePrices(batch, .price, variants.price.base + start, start, .price) }
        if batch.has(.listPrice) { takePrices(batch, .listPrice, variants.listPrice.base + start, start, .listPrice) }
        if batch.has(.cost) { takePrices(batch, .cost, variants.cost.base + start, start, .cost) }
        if batch.has(.availability) { takeAvailability(batch, start) }
        if batch.has(.stock) { takeStock(batch, start) }
        if batch.has(.status) { takeStatus(batch, start) }
        if batch.has(.image) { takeImages(batch.column(.image), rows, start) }
        if batch.has(.styleImage) { takeStyleImages(batch.column(.styleImage), rows, start) }
        batch.count = 0
    }
}
