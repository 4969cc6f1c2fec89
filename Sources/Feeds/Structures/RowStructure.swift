package import Catalogues

/// How the rows of one CSV file become variants, where a row is not simply a variant.
///
/// A reader hands over each row with all its cells, in the order of the file, and says when there are no more. The
/// cells need to live no longer than the call.
package struct RowStructure {
    // One of them is there.
    private var plain: PlainRows?
    private var carryDown: CarryDownRows?
    private var parentChild: ParentChildRows?
    private var taobao: TaobaoRows?

    /// - Parameter map: what the columns of the file are.
    /// - Parameter file: the name under which messages show the source.
    package init(_ map: ColumnMap, profile: Profile, leg: Source.Leg, file: String) {
        let columns = RowColumns(map, profile, leg, file)
        switch profile.structure {
        case .rows: plain = PlainRows(columns)
        case .carryDown: carryDown = CarryDownRows(columns)
        case .parentChild: parentChild = ParentChildRows(columns)
        case .taobao: taobao = TaobaoRows(columns)
        }
    }

    /// Takes the row that starts on `line` (from 1). Cells that a short row lacks are absent; further ones are ignored.
    package mutating func take(cells: [Bytes], line: Int, sink: inout RecordSink) {
        plain?.take(Row(cells: cells), line: line, sink: &sink)
        carryDown?.take(Row(cells: cells), line: line, sink: &sink)
        parentChild?.take(Row(cells: cells), line: line, sink: &sink)
        taobao?.take(Row(cells: cells), line: line, sink: &sink)
    }

    /// Hands on what was held back.
    package mutating func finish(sink: inout RecordSink) {
        plain?.finish(sink: &sink)
        carryDown?.finish(sink: &sink)
        parentChild?.finish(sink: &sink)
        taobao?.finish(sink: &sink)
    }
}

extension Profile {
    /// Whether rows can go straight into the columns, field by field, without a structure; fixed values aside.
    package func readsRowsDirectly(_ map: ColumnMap) -> Bool {
        structure == .rows && map.column(.promoPrice) == nil && map.column(.optionNames) == nil
            && map.column(.optionValues) == nil
    }
}

/// The cells of one row.
struct Row {
    let cells: [Bytes]

    /// The cell without blanks around it; empty if the row is too short, or the column not there.
    subscript(column: Int?) -> Bytes {
        guard let column, column < cells.count else { return .none }
        return cells[column].trimmed
    }
}

/// Columns of a row structure, and what all structures do with them.
struct RowColumns {
    let map: ColumnMap
    let profile: Profile
    let leg: Source.Leg
    let file: String
    /// The fields with their columns, in the order of the columns.
    let fields: [(field: Field, column: Int)]
    private var isDeclared = false

    init(_ map: ColumnMap, _ profile: Profile, _ leg: Source.Leg, _ file: String) {
        self.map = map
        self.profile = profile
        self.leg = leg
        self.file = file
        fields = map.fields.enumerated().compactMap { column, field in field.map { ($0, column) } }
    }

    /// Says once which fields the file has, also if no row has them.
    mutating func declare(_ further: [Field] = [], sink: inout RecordSink) {
        if isDeclared { return }
        isDeclared = true
        for field in fields { sink.declare(field.field) }
        for field in further { sink.declare(field) }
        for field in profile.fixed.keys { sink.declare(field) }
    }

    func isBlank(_ row: Row) -> Bool { fields.allSatisfy { row[$0.column].isEmpty } }

    /// Sets what the profile fixes where the row is silent, and the promotional price in place of the usual one.
    func complete(_ row: Row, sink: inout RecordSink) {
        let promo = row[map.column(.promoPrice)]
        if !promo.isEmpty {
            let usual = row[map.column(.price)]
            if !usual.isEmpty, row[map.column(.listPrice)].isEmpty { sink.set(.listPrice, usual) }
            sink.set(.price, promo)
        }
        for (field, text) in profile.fixed where sink.value(field).isEmpty { sink.set(field, text) }
    }

    func tell(_ code: String, line: Int, _ message: String, sink: inout RecordSink) {
        sink.builder.diagnostics.add(Place(file: file, line: line), code: code, message)
    }

    /// A text of a person's size for messages.
    static func shown(_ text: Bytes) -> String { text.count <= 60 ? text.string : text.prefix(60).string + "…" }
}
