import Catalogues

/// What the names of `param` elements mean: an option axis, a field, or an attribute that no variant is told by.
struct PairMeanings: ~Copyable {
    enum Meaning: Equatable {
        /// One of the profile's axes.
        case axis(Int)
        case field(XMLWords.Meaning)
        /// An axis of the style's own.
        case ownAxis
        case attribute
    }

    private let words: XMLWords
    private var names = WordTable()
    private var meanings: [Meaning] = [.attribute]
    private var asOption: [Meaning] = [.attribute]
    /// Folded names whose values differ among the variants of some style.
    private let varying: Set<String>

    init(_ words: XMLWords, varying: Set<String>) {
        self.words = words
        self.varying = varying
    }

    /// - Parameter isOption: the element is called an option, so that an unknown name is an axis as well.
    mutating func of(_ name: Bytes, isOption: Bool) -> Meaning {
        let number = Int(names.number(of: name))
        if number == meanings.count {
            meanings.append(decide(name.string, false))
            asOption.append(decide(name.string, true))
        }
        return isOption ? asOption[number] : meanings[number]
    }

    private func decide(_ name: String, _ isOption: Bool) -> Meaning {
        if let axis = words.profile.axis(named: name), axis < axisLimit { return .axis(axis) }
        let key = HeaderKey.fold(name)
        if let field = words.meanings(key).first(where: { [.barcode, .sku, .supplierCode].contains($0.field) }),
            key != "id"
        {
            return .field(field)
        }
        return isOption || varying.contains(key) ? .ownAxis : .attribute
    }
}

/// Finds out which attributes differ among the variants of a style, from the beginning of a document.
struct PairProbe: ~Copyable {
    private var first: [String: [String: String]] = [:]
    private(set) var varying = Set<String>()

    mutating func note(style: String, _ name: String, _ value: String) {
        let key = HeaderKey.fold(name)
        if let known = first[style]?[key] {
            if known != value { varying.insert(key) }
        } else {
            first[style, default: [:]][key] = value
        }
    }
}
