/// The word that somebody most likely meant.
package enum NearestName {
    /// The one of `names` that is closest to `word` as headers are compared, if it is close: up to one edit in three
    /// letters. Of two that are equally close it is the first.
    package static func of(_ word: String, among names: [String]) -> String? {
        let folded = Array(HeaderKey.fold(word).unicodeScalars)
        var best: (name: String, distance: Int)?
        for name in names {
            let other = Array(HeaderKey.fold(name).unicodeScalars)
            let distance = edits(folded, other)
            if distance * 3 <= max(folded.count, other.count) + 1, distance < best?.distance ?? .max {
                best = (name, distance)
            }
        }
        return best?.name
    }

    /// The few of many `codes` that are closest to `code`, the closest first: up to one edit in three letters.
    package static func several(_ code: String, among codes: some Sequence<String>) -> [String] {
        let wanted = Array(code.lowercased().unicodeScalars)
        var best: [(code: String, distance: Int)] = []
        for other in codes where abs(other.unicodeScalars.count - wanted.count) * 3 <= wanted.count + 1 {
            let letters = Array(other.lowercased().unicodeScalars)
            if best.count == 3, missing(wanted, letters) >= best[2].distance { continue }
            let distance = edits(wanted, letters)
            guard distance * 3 <= max(wanted.count, letters.count) + 1, !best.contains(where: { $0.code == other })
            else { continue }
            best.insert((other, distance), at: best.firstIndex { $0.distance > distance } ?? best.count)
            if best.count > 3 { best.removeLast() }
        }
        return best.map(\.code)
    }

    /// How many of the letters `a` has more of than `b`, places aside: never more than the edits between them.
    private static func missing(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var left = b
        return a.count { letter in
            guard let at = left.firstIndex(of: letter) else { return true }
            left.remove(at: at)
            return false
        }
    }

    /// How many letters must be put in, taken out, changed or exchanged with their neighbour.
    static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before: [Int] = []
        var above = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, before[j - 2] + 1) }
                row.append(least)
            }
            before = above
            above = row
        }
        return above[b.count]
    }
}
