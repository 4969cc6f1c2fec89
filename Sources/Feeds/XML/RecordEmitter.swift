import Catalogues

/// Gives each variant what its style says of all, decides which attributes are options, and hands it to the sink.
struct RecordEmitter: ~Copyable {
    private let sink: UnsafeMutablePointer<RecordSink>?
    private let words: XMLWords
    private let file: String
    private let axisNames: [KeptText]
    private let noOption: Set<String>
    private let fixed: [(field: Field, text: KeptText)]
    private var defaults: [(field: Field, text: KeptText)] = []
    /// The fields met so far but for the options, and for each whether a style's holds for all of its variants.
    private var fields: [(field: Field, isCarried: Bool)] = []
    private var expected: Set<Field> = []
    private var hasOptions = false
    private var hasOptionNames = false
    private var hasPairs = false
    private var pairMeanings: PairMeanings
    private(set) var probe = PairProbe()
    private(set) var count = 0
    private var styles = 0

    init(_ words: XMLWords, varying: Set<String>, sink: UnsafeMutablePointer<RecordSink>?, file: String) {
        self.sink = sink
        self.words = words
        self.file = file
        axisNames = (0..<axisLimit).map { KeptText($0 < words.profile.axes.count ? words.profile.axes[$0].name : "") }
        noOption = words.profile.noOption
        fixed = words.profile.fixed.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, KeptText($0.value)) }
        pairMeanings = PairMeanings(words, varying: varying)
        for entry in fixed { expect(entry.field) }
    }

    /// Says that the document has a field.
    mutating func expect(_ field: Field) {
        guard expected.insert(field).inserted else { return }
        sink?.pointee.declare(field)
        switch field {
        case .option1, .option2, .option3, .option4:
            hasOptions = true
            return
        case .option1Name, .option2Name, .option3Name, .option4Name:
            hasOptions = true
            hasOptionNames = true
            return
        // A style's own code or stock is no variant's, unless it has only the one.
        case .sku, .supplierCode, .barcode, .stock: fields.append((field, false))
        default: fields.append((field, true))
        }
        if field == .price { expect(.listPrice) }
    }

    mutating func expectPairs() {
        hasPairs = true
        hasOptions = true
    }

    /// What the root says of all variants; the first to say it is believed.
    mutating func setDefault(_ field: Field, _ text: Bytes) {
        if !defaults.contains(where: { $0.field == field }) { defaults.append((field, KeptText(text.string))) }
    }

    /// Hands on all variants of a hold. A style without any is a variant itself, if it can be ordered.
    mutating func emit(_ hold: borrowing RecordHold, hasStyle: Bool) {
        styles += 1
        if hold.rows == 1 {
            let isVariant = [Field.sku, .barcode, .price, .stock].contains { hold.slot(0, $0).count > 0 }
            if isVariant { emit(hold, row: 0, hasStyle: hasStyle, isOnlyOne: true, pairsFrom: 0) }
            return
        }
        var pairsFrom = 0
        for row in 1..<hold.rows {
            while pairsFrom < hold.pairs.count, hold.pairs[pairsFrom].row < row { pairsFrom += 1 }
            emit(hold, row: row, hasStyle: hasStyle, isOnlyOne: hasStyle && hold.rows == 2, pairsFrom: pairsFrom)
        }
    }

    private mutating func emit(
        _ hold: borrowing RecordHold, row: Int, hasStyle: Bool, isOnlyOne: Bool, pairsFrom: Int
    ) {
        count += 1
        guard let sink else { return look(hold, row, hasStyle, pairsFrom) }
        sink.pointee.begin(line: hold.line(row))
        if hasStyle { sink.pointee.setStyleLine(hold.line(0)) }
        for (field, isCarried) in fields {
            var slot = hold.slot(row, field)
            if slot.count == 0, hasStyle, isCarried || isOnlyOne { slot = hold.slot(0, field) }
            if slot.count > 0 { sink.pointee.set(field, lent: hold.bytes(slot)) }
        }
        if hasStyle, row > 0 { emitStyleCode(hold, row, isOnlyOne, sink) }
        for entry in defaults where sink.pointee.value(entry.field).isEmpty {
            sink.pointee.set(entry.field, lent: entry.text.bytes)
        }
        for entry in fixed where sink.pointee.value(entry.field).isEmpty {
            sink.pointee.set(entry.field, lent: entry.text.bytes)
        }
        if hasPairs {
            emitPairs(hold, row, hasStyle, pairsFrom, sink)
        } else if hasOptions {
            emitOptions(hold, row, hasStyle, sink)
        }
        sink.pointee.commit()
    }

    /// A style that has a variant's kind of code only is known by that, unless it is its only variant's.
    @inline(__always) private func emitStyleCode(
        _ hold: borrowing RecordHold, _ row: Int, _ isOnlyOne: Bool, _ sink: UnsafeMutablePointer<RecordSink>
    ) {
        let code = hold.slot(0, .sku)
        if code.count == 0 || hold.slot(0, .styleCode).count > 0 || hold.slot(row, .styleCode).count > 0 { return }
        if !isOnlyOne || hold.slot(row, .sku).count > 0 { sink.pointee.set(.styleCode, lent: hold.bytes(code)) }
    }

    /// Has the sink take what was lent to it, so that it may go.
    func handOn() { sink?.pointee.handOn() }

    // MARK: Options

    @inline(__always) private func option(_ hold: borrowing RecordHold, _ row: Int, _ field: Field, _ hasStyle: Bool)
        -> Bytes
    {
        let own = hold.slot(row, field)
        if own.count > 0 { return hold.bytes(own) }
        return hasStyle ? hold.bytes(hold.slot(0, field)) : .none
    }

    /// Options that are fields; their axes have the profile's names.
    private func emitOptions(
        _ hold: borrowing RecordHold, _ row: Int, _ hasStyle: Bool, _ sink: UnsafeMutablePointer<RecordSink>
    ) {
        for position in 0..<axisLimit {
            let value = option(hold, row, .option(position), hasStyle)
            if value.isEmpty || isNoOption(value) { continue }
            sink.pointee.set(.option(position), lent: value)
            if hasOptionNames {
                let name = option(hold, row, .optionName(position), hasStyle)
                sink.pointee.set(.optionName(position), lent: name.isEmpty ? axisNames[position].bytes : name)
            }
        }
    }

    /// Options that are fields, and behind them those that `param` elements name. All of them say their axis.
    private mutating func emitPairs(
        _ hold: borrowing RecordHold, _ row: Int, _ hasStyle: Bool, _ pairsFrom: Int,
        _ sink: UnsafeMutablePointer<RecordSink>
    ) {
        var taken = 0
        emitNamed(hold, row, &taken, sink)
        let isGrouped = hasStyle || hold.slot(row, .styleCode).count > 0
        var at = pairsFrom
        while at < hold.pairs.count, hold.pairs[at].row == row {
            emitPair(hold, hold.pairs[at], isGrouped, &taken, sink)
            at += 1
        }
        // What a style says of all its variants: the colour of a product whose variants are sizes.
        guard hasStyle, row > 0 else { return }
        emitNamed(hold, 0, &taken, sink)
        for pair in hold.pairs where pair.row == 0 { emitPair(hold, pair, isGrouped, &taken, sink) }
    }

    /// Options that are fields of the row `source`, with the names of their axes.
    private func emitNamed(
        _ hold: borrowing RecordHold, _ source: Int, _ taken: inout Int, _ sink: UnsafeMutablePointer<RecordSink>
    ) {
        for position in 0..<axisLimit where taken >> position & 1 == 0 {
            let value = hold.bytes(hold.slot(source, .option(position)))
            if value.isEmpty || isNoOption(value) { continue }
            let name = hold.bytes(hold.slot(source, .optionName(position)))
            sink.pointee.set(.option(position), lent: value)
            sink.pointee.set(.optionName(position), lent: name.isEmpty ? axisNames[position].bytes : name)
            taken |= 1 << position
        }
    }

    private mutating func emitPair(
        _ hold: borrowing RecordHold, _ pair: RecordHold.Pair, _ isGrouped: Bool, _ taken: inout Int,
        _ sink: UnsafeMutablePointer<RecordSink>
    ) {
        let name = hold.bytes(pair.name)
        let value = hold.bytes(pair.value)
        let wanted: Int
        switch pairMeanings.of(name, isOption: pair.isOption) {
        case .attribute: return
        case .field(let meaning):
            if sink.pointee.value(meaning.field).isEmpty { sink.pointee.set(meaning.field, lent: value) }
            return
        case .axis(let position):
            if taken >> position & 1 == 1 { return }
            wanted = position
        case .ownAxis:
            guard isGrouped else { return }
            wanted = min(words.profile.axes.count, axisLimit - 1)
        }
        if isNoOption(value) { return }
        guard let position = ([wanted] + (0..<axisLimit)).first(where: { taken >> $0 & 1 == 0 }) else {
            sink.pointee.builder.diagnostics.add(
                Place(file: file, line: hold.line(pair.row)), .note, code: "too-many-axes",
                "“\(name.string)” is one more than the \(axisLimit) options a style can have; it is left out")
            return
        }
        taken |= 1 << position
        sink.pointee.set(.option(position), lent: value)
        sink.pointee.set(.optionName(position), lent: name)
    }

    private func isNoOption(_ value: Bytes) -> Bool { !noOption.isEmpty && noOption.contains(value.string) }

    // MARK: Looking before reading

    /// Notes which attributes a variant has, in place of handing it on.
    private mutating func look(_ hold: borrowing RecordHold, _ row: Int, _ hasStyle: Bool, _ pairsFrom: Int) {
        let code = hold.bytes(hold.slot(row, .styleCode))
        if !hasStyle, code.isEmpty { return }
        let style = hasStyle ? "\(styles)" : code.string
        var seen = Set<String>()
        var at = pairsFrom
        while at < hold.pairs.count, hold.pairs[at].row == row {
            let name = hold.bytes(hold.pairs[at].name).string
            if seen.insert(name).inserted { probe.note(style: style, name, hold.bytes(hold.pairs[at].value).string) }
            at += 1
        }
    }
}

/// A text that stays as long as the reader, with the slack that `Bytes` promises.
final class KeptText {
    let bytes: Bytes
    private let room: UnsafeMutablePointer<UInt8>

    init(_ text: String) {
        let utf8 = Array(text.utf8)
        room = .allocate(capacity: utf8.count + 64)
        room.initialize(repeating: 0, count: utf8.count + 64)
        room.update(from: utf8, count: utf8.count)
        bytes = utf8.isEmpty ? .none : Bytes(base: room, count: utf8.count)
    }

    deinit { room.deallocate() }
}
