import Catalogues
import Reconciliation

/// A shop row for which a person must choose the supplier's variant.
struct OpenQuestion {
    var shop: Variant
    /// Best first.
    var candidates: [Pair]

    /// How many a page shows, and how many candidates of each.
    static let limit = 60
    static let candidateLimit = 5

    /// The first questions in the order of the supplier's file, and how many there are in all.
    static func all(_ outcome: Outcome) -> (questions: [OpenQuestion], count: Int) {
        var numbers: [UInt32: Int] = [:]
        var questions: [OpenQuestion] = []
        for pair in outcome.pairs.values
        where pair.decision == .review && outcome.shopDecisions[Int(pair.shop)] == .review {
            if let number = numbers[pair.shop] {
                if number < limit { questions[number].candidates.append(pair) }
                continue
            }
            numbers[pair.shop] = numbers.count
            if questions.count < limit {
                questions.append(OpenQuestion(shop: outcome.shop.variant(Int(pair.shop)), candidates: [pair]))
            }
        }
        for index in questions.indices {
            questions[index].candidates.sort { ($1.confidence, $0.supplier) < ($0.confidence, $1.supplier) }
        }
        return (questions, numbers.count)
    }
}
