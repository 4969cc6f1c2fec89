import Catalogues

/// The headers of a profile, folded, so that each is looked up once.
struct Vocabulary: Sendable {
    enum Target: Hashable, Sendable {
        case field(Field)
        case axis(Int)
        case role(Profile.Role)
    }

    /// What a header can mean, and how good a name for it this is (0 = the best).
    struct Meaning: Sendable {
        var target: Target
        var rank: Int
    }

    var general: [String: [Meaning]] = [:]
    /// An empty list = the header means nothing in this leg's file.
    var byLeg: [Source.Leg: [String: [Meaning]]] = [:]

    init(_ profile: Profile) {
        Self.add(profile.headers, to: &general)
        for (position, axis) in profile.axes.enumerated() {
            for (rank, header) in axis.headers.enumerated() { Self.add(.axis(position), rank, header, to: &general) }
        }
        for (role, headers) in profile.roles {
            for (rank, header) in headers.enumerated() { Self.add(.role(role), rank, header, to: &general) }
        }
        for header in profile.ignored { general[HeaderKey.fold(header)] = [] }
        for (leg, headers) in profile.headersByLeg { Self.add(headers, to: &byLeg[leg, default: [:]]) }
        for (leg, headers) in profile.ignoredByLeg {
            for header in headers { byLeg[leg, default: [:]][HeaderKey.fold(header)] = [] }
        }
    }

    private static func add(_ headers: [Field: [String]], to meanings: inout [String: [Meaning]]) {
        for field in fieldOrder {
            for (rank, header) in (headers[field] ?? []).enumerated() {
                add(.field(field), rank, header, to: &meanings)
            }
        }
    }

    private static func add(_ target: Target, _ rank: Int, _ header: String, to meanings: inout [String: [Meaning]]) {
        if header.contains("{n}") {
            for number in 1...axisLimit {
                let one = header.split(separator: "{n}", omittingEmptySubsequences: false).joined(
                    separator: "\(number)")
                meanings[HeaderKey.fold(one), default: []].append(Meaning(target: target, rank: rank))
            }
        } else {
            meanings[HeaderKey.fold(header), default: []].append(Meaning(target: target, rank: rank))
        }
    }

    /// Fields in the order in which they choose among the columns: one that could be several things is the first.
    static let fieldOrder: [Field] = {
        let first: [Field] = [.sku, .supplierCode, .styleCode, .article, .spec, .barcode, .title]
        return first + Field.allCases.filter { !first.contains($0) }
    }()
}

extension Profile {
    /// What a folded header means in the file of a leg, in the order of `fieldOrder`; the leg's own words come first.
    func meanings(of key: String, leg: Source.Leg) -> [Vocabulary.Meaning] {
        if key.isEmpty { return [] }
        let vocabulary = self.vocabulary ?? Vocabulary(self)
        return vocabulary.byLeg[leg]?[key] ?? vocabulary.general[key] ?? []
    }

    /// Folds all headers now, so that look-ups need not.
    mutating func learn() { vocabulary = Vocabulary(self) }
}
