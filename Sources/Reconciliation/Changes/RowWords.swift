import Catalogues

/// What a row says of its variant, in words that can be compared across versions: the options with their axes, else the
/// packed spec, else the variant's own title. The order of the axes makes no difference.
struct RowWords: Equatable {
    enum Origin { case options, spec, title, nothing }

    private(set) var origin: Origin
    /// Options: axis above value, in order, 0 = no more. Else one number.
    private var parts: SIMD4<UInt64> = .zero

    @inline(__always) init(_ version: Version, _ row: Int) {
        let catalogue = version.catalogue
        let style = version.style(of: row)
        for position in 0..<catalogue.axisCount {
            let value = version.words.base[Int(catalogue.variants.option(position)[row])]
            if value == 0 { continue }
            let axis = version.words.base[Int(catalogue.styles.axis(style, position))]
            parts[position] = UInt64(axis) << 32 | UInt64(value)
        }
        if parts != .zero {
            origin = .options
            sort()
            return
        }
        let spec = version.words.base[Int(catalogue.variants.spec.base[row])]
        let own = catalogue.variants.title.base[row]
        if spec != 0 {
            origin = .spec
            parts[0] = UInt64(spec)
        } else if !own.isNone {
            origin = .title
            parts[0] = catalogue.arena[own].hash(seed: tableSeed)
        } else {
            origin = .nothing
        }
    }

    /// Five compares bring four into order.
    @inline(__always) private mutating func sort() {
        order(0, 1)
        order(2, 3)
        order(0, 2)
        order(1, 3)
        order(1, 2)
    }

    @inline(__always) private mutating func order(_ a: Int, _ b: Int) {
        let (low, high) = (min(parts[a], parts[b]), max(parts[a], parts[b]))
        parts[a] = low
        parts[b] = high
    }

    /// It says what tells the variant from its siblings, and not only in a title.
    var hasSpec: Bool { origin == .options || origin == .spec }

    /// How many options or texts it is of.
    var count: Int { (0..<4).count { parts[$0] != 0 } }

    /// The same without the names of the axes.
    var values: RowWords { masked(0xFFFF_FFFF) }

    /// The same without the values.
    var axes: RowWords { masked(0xFFFF_FFFF << 32) }

    private func masked(_ mask: UInt64) -> RowWords {
        if origin != .options { return self }
        var words = self
        words.parts &= SIMD4(repeating: mask)
        words.sort()
        return words
    }

    var hash: UInt64 {
        var hash: UInt64 = 0
        for index in 0..<4 { hash = CodeIndex.mixed(hash &+ parts[index]) }
        return hash
    }
}
