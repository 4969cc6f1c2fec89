import Catalogues
import Lexicons

/// The relation of two meanings, asked of the lexicon once a pair.
struct RelationCache: ~Copyable {
    private let lexicon: Lexicon
    /// All pairs of the first `side` meanings: 0 = not asked yet, else the relation's number plus one.
    private let table: Column<UInt8>
    private let side: Int
    private var others: [UInt64: Relation] = [:]

    init(_ lexicon: Lexicon, meanings: Int) {
        self.lexicon = lexicon
        side = min(meanings, 8192)
        table = Column(zeros: side * side)
    }

    mutating func callAsFunction(_ a: UInt32, _ b: UInt32) -> Relation {
        if a == b { return .same }
        if Int(a) < side, Int(b) < side {
            let index = Int(a) * side + Int(b)
            let known = table.base[index]
            if known != 0 { return Relation(rawValue: known - 1)! }
            let relation = lexicon.relation(MeaningID(number: a), MeaningID(number: b))
            table.base[index] = relation.rawValue + 1
            return relation
        }
        let key = UInt64(a) << 32 | UInt64(b)
        if let known = others[key] { return known }
        let relation = lexicon.relation(MeaningID(number: a), MeaningID(number: b))
        others[key] = relation
        return relation
    }
}
