import Catalogues
import Lexicons

// Runs of sizes: one that is missing in the middle, and sizes of two systems on one axis.
//
// Suppliers leave sizes out at the ends as they please, and some make no M. So a gap is told only where the sizes
// around it leave no doubt of the step.

extension ListingRules {
    mutating func checkSizes() {
        guard let place = axis(.size), axes[place].values.count > 1 else { return }
        let steps = axes[place].values.map { value in
            value.isUnderstood ? lexicon.sizeStep(value.meaning.size) : nil
        }
        tellMixed(place, steps)
        // A range or a word among them may be what seems to be missing.
        let known = steps.compactMap(\.self)
        guard known.count == steps.count, known.allSatisfy({ $0.kind == known[0].kind && $0.system == known[0].system })
        else { return }
        tellGaps(place, known)
        tellGapsOfColours(place, known.map(\.value))
    }

    // MARK: The run of the style

    private mutating func tellGaps(_ place: Int, _ steps: [SizeStep]) {
        let run = Set(steps.map(\.value)).sorted()
        let missing: [Int64]
        switch steps[0].kind {
        case .letter: missing = Self.missingLetters(run)
        case .number: missing = Self.missingNumbers(run)
        case .other: return
        }
        if missing.isEmpty { return }
        let names = missing.map { value in
            lexicon.letters(SizeStep(kind: steps[0].kind, system: steps[0].system, value: value)) ?? Self.number(value)
        }
        report(
            .sizeGap, .warning, "size", found: inOrder(place, steps.map(\.value)),
            details: [("missing", names.joined(separator: ", ")), ("axis", catalogue.word(axes[place].name))])
    }

    /// S M _ XL: one size a gap, two gaps at most, and as many neighbours; S _ L _ 2XL is a run of its own.
    static func missingLetters(_ run: [Int64]) -> [Int64] {
        if run.count < 3 { return [] }
        let steps = zip(run, run.dropFirst()).map { $1 - $0 }
        let gaps = steps.filter { $0 > 1 }
        guard gaps.count <= 2, gaps.allSatisfy({ $0 == 2 }), steps.count - gaps.count >= gaps.count else { return [] }
        return between(run, by: 1)
    }

    /// 38 39 _ 41 42: the steps on both sides of the gap are one, and it is a usual step of sizes. Half sizes that end
    /// (9 9.5 10 11 12), and jumps at an end, are no gaps.
    static func missingNumbers(_ run: [Int64]) -> [Int64] {
        if run.count < 4 || run.count > 60 { return [] }
        let steps = zip(run, run.dropFirst()).map { $1 - $0 }
        let step = steps.min()!
        let isWorn = [500, 1000, 2000].contains(step) && run.last! <= 70_000
        let isHeight = [5000, 10_000].contains(step) && run[0] >= 50_000 && run.last! <= 190_000
        guard isWorn || isHeight else { return [] }
        let gaps = steps.indices.filter { steps[$0] > step }
        guard (1...2).contains(gaps.count) else { return [] }
        for gap in gaps {
            guard gap > 0, gap + 1 < steps.count, steps[gap] == step * 2, steps[gap - 1] == step, steps[gap + 1] == step
            else { return [] }
        }
        return between(run, by: step)
    }

    private static func between(_ run: [Int64], by step: Int64) -> [Int64] {
        zip(run, run.dropFirst()).flatMap { Array(stride(from: $0 + step, to: $1, by: Int64.Stride(step))) }
    }

    /// Thousandths as people write sizes: `40`, `6.5`.
    private static func number(_ thousandths: Int64) -> String {
        thousandths % 1000 == 0 ? "\(thousandths / 1000)" : "\(thousandths / 1000).\(thousandths % 1000 / 100)"
    }

    private func inOrder(_ place: Int, _ values: [Int64]) -> String {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        return order.map { text(axes[place].values[$0]) }.joined(separator: " ")
    }

    // MARK: The runs of colours

    /// A colour that lacks one size that all others have, between its own smallest and largest.
    private mutating func tellGapsOfColours(_ place: Int, _ sizes: [Int64]) {
        guard let other = axis(.colour) ?? axes.indices.first(where: { $0 != place }), other != place else { return }
        let colours = axes[other].values.count
        let count = sizes.count
        guard colours > 1, count > 2, colours * count <= 4096 else { return }
        var has = [Bool](repeating: false, count: colours * count)
        for row in rows {
            if let colour = value(row, other), let size = value(row, place) {
                has[colour * count + size] = true
            }
        }
        let counts = (0..<count).map { size in (0..<colours).count { has[$0 * count + size] } }
        var found: [(colour: Int, size: Int)] = []
        for colour in 0..<colours {
            let own = (0..<count).filter { has[colour * count + $0] }
            guard own.count > 1, own.count > 2 || colours > 2 else { continue }
            let (low, high) = (own.map { sizes[$0] }.min()!, own.map { sizes[$0] }.max()!)
            let inside = (0..<count).filter { !has[colour * count + $0] && sizes[$0] > low && sizes[$0] < high }
            if inside.count == 1, counts[inside[0]] == colours - 1 { found.append((colour, inside[0])) }
        }
        for gap in found.prefix(3) {
            let colour = axes[other].values[gap.colour]
            report(
                .sizeGap, found.count > 3 ? .note : .warning, "size", rows: rows(with: colour, other),
                found: text(colour),
                details: [
                    ("missing", text(axes[place].values[gap.size])), ("colour", text(colour)),
                    ("axis", catalogue.word(axes[place].name)), ("more", "\(max(0, found.count - 3))"),
                ])
        }
    }

    // MARK: Two systems

    /// M and 38 for one and the same colour. A suit of a top in letters and trousers in numbers has them apart.
    private mutating func tellMixed(_ place: Int, _ steps: [SizeStep?]) {
        let letters = steps.indices.filter { steps[$0]?.kind == .letter }
        // Heights beside letters are a family's set: children by height, parents by letters.
        let numbers = steps.indices.filter { at in
            guard let step = steps[at], step.kind == .number else { return false }
            return step.value >= 24_000 && step.value <= 62_000
        }
        guard !letters.isEmpty, !numbers.isEmpty else { return }
        var ofLetters: Set<SIMD4<UInt32>> = []
        var ofNumbers: Set<SIMD4<UInt32>> = []
        for row in rows {
            guard let size = value(row, place) else { continue }
            var rest = values(row)
            rest[place] = 0
            if letters.contains(size) { ofLetters.insert(rest) }
            if numbers.contains(size) { ofNumbers.insert(rest) }
        }
        guard !ofLetters.isDisjoint(with: ofNumbers) else { return }
        let fewer = letters.count < numbers.count ? letters : numbers
        report(
            .sizesMixed, .warning, "size",
            rows: rows.filter { row in value(row, place).map(fewer.contains) ?? false },
            found: fewer.map { text(axes[place].values[$0]) }.joined(separator: ", "),
            details: [
                ("letters", letters.map { text(axes[place].values[$0]) }.joined(separator: ", ")),
                ("numbers", numbers.map { text(axes[place].values[$0]) }.joined(separator: ", ")),
                ("axis", catalogue.word(axes[place].name)),
            ])
    }
}
