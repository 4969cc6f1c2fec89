import Catalogues
import XMLStreams

/// Puts variants together from the events of a document, and hands them on when their style is complete.
struct RecordAssembler: XMLVisitor, ~Copyable {
    /// What an event at a path does; the plan's answer in the form the loop needs.
    private struct Action: BitwiseCopyable {
        enum Kind: UInt8, BitwiseCopyable {
            case nothing, value, record, recordValue, style, pair, pairName, pairValue, document
        }
        var kind = Kind.nothing
        var field = Field.sku
        var rank: UInt8 = 0
        var isOfStyle = false
        var isOption = false
    }

    private var plan: XMLPlan
    private var actions: [Action] = []
    private var hold = RecordHold()
    private var emitter: RecordEmitter
    private var inStyle = false
    private var inRecord = false
    private var pair = RecordHold.Pair(row: 0, name: .init(), value: .init(), isOption: false)
    /// Variants handed on.
    var count: Int { emitter.count }
    /// The attributes that differ within styles, as far as they were looked for.
    var varying: Set<String> { emitter.probe.varying }

    /// A style with more than this is handed on in parts: variants, and bytes of text.
    private static let longestStyle = (variants: 20_000, bytes: 64 << 20)

    /// - Parameter sink: where the variants go; nil = nowhere, only `varying` is found out.
    init(
        _ shape: XMLShape, _ words: XMLWords, varying: Set<String>, sink: UnsafeMutablePointer<RecordSink>?,
        file: String
    ) {
        plan = XMLPlan(words, records: shape.records, styles: shape.styles, kinds: shape.kinds)
        emitter = RecordEmitter(words, varying: varying, sink: sink, file: file)
    }

    mutating func meet(_ path: XMLPath) -> XMLInterest {
        plan.add(path)
        let node = plan.nodes[plan.nodes.count - 1]
        var action = Action(isOfStyle: node.level == .style, isOption: XMLWords.isOption(node.key))
        switch node.role {
        case .style: action.kind = .style
        case .record: action.kind = node.meaning == nil ? .record : .recordValue
        case .value: action.kind = node.level == .outside ? .document : .value
        case .pair:
            action.kind = .pair
            emitter.expectPairs()
        case .pairName: action.kind = .pairName
        case .pairValue: action.kind = .pairValue
        case .outside, .wrapper, .opaque: break
        }
        if let meaning = node.meaning {
            (action.field, action.rank) = (meaning.field, meaning.rank)
            if node.role == .value || node.role == .record { emitter.expect(meaning.field) }
        }
        actions.append(action)
        return plan.interest(isAttribute: path.isAttribute)
    }

    mutating func take(_ events: XMLEvents) -> Bool {
        for event in events.events {
            let action = actions[Int(event.path)]
            switch event.kind {
            case .value:
                let buffer = events.value(event)
                value(action, Bytes(base: buffer.baseAddress!, count: buffer.count))
            case .start: start(action, event.line)
            case .end: end(action)
            }
        }
        return true
    }

    @inline(__always) private mutating func value(_ action: Action, _ text: Bytes) {
        switch action.kind {
        case .value, .recordValue:
            hold.set(action.isOfStyle ? 0 : hold.rows - 1, action.field, text, rank: action.rank)
        case .pairName: pair.name = hold.keep(text, rank: 0)
        case .pairValue: pair.value = hold.keep(text, rank: 0)
        case .pair: if pair.value.count == 0 { pair.value = hold.keep(text, rank: 0) }
        case .document: emitter.setDefault(action.field, text)
        case .nothing, .record, .style: break
        }
    }

    private mutating func start(_ action: Action, _ line: Int) {
        switch action.kind {
        case .record, .recordValue:
            if inStyle {
                if hold.rows > Self.longestStyle.variants || hold.textCount > Self.longestStyle.bytes { handOnPart() }
            } else {
                clear()
            }
            inRecord = true
            hold.addRow(line: line)
        case .style:
            inStyle = true
            clear()
            hold.setStyleLine(line)
        case .pair:
            pair = RecordHold.Pair(
                row: action.isOfStyle ? 0 : hold.rows - 1, name: .init(), value: .init(), isOption: action.isOption)
        default: break
        }
    }

    private mutating func end(_ action: Action) {
        switch action.kind {
        case .record, .recordValue:
            inRecord = false
            if !inStyle { emitter.emit(hold, hasStyle: false) }
        case .style:
            inStyle = false
            emitter.emit(hold, hasStyle: true)
            hold.clear()
        case .pair:
            if pair.name.count > 0, pair.value.count > 0 { hold.pairs.append(pair) }
        default: break
        }
    }

    /// Makes room for the next style, or for a variant that has none.
    private mutating func clear() {
        hold.clear()
        if hold.textCount > RecordHold.fullText { handOn() }
    }

    /// Has the sink take all variants put together so far, so that their texts may go. None may be in the making.
    mutating func handOn() {
        emitter.handOn()
        hold.clear()
        hold.forgetTexts()
    }

    /// So many variants in one style are no style, or a document without an end: they must not fill the memory.
    private mutating func handOnPart() {
        emitter.emit(hold, hasStyle: true)
        hold.clear(keepingStyle: true)
    }
}
