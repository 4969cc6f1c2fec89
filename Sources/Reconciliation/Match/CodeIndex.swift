import Catalogues

/// The supplier's rows by one kind of code, each code as a number of 64 bits (0 = none).
///
/// Most codes of a shop stand in the style that its listing is tied to, a dozen neighbours that are looked through. Only
/// the others go into a table, past which the supplier's codes stream once; so no table of all codes is ever made.
struct CodeIndex: ~Copyable {
    /// The code of each supplier row.
    private let codes: Column<UInt64>
    /// Rows that share a code, each group in file order.
    let shared: [[UInt32]]
    private let sharedRows: Set<UInt32>

    /// - Parameters:
    ///   - code: the number of a row's code: the code itself, or a hash of it that is never 0.
    ///   - isSame: whether two rows with equal numbers have equal codes.
    init(rows count: Int, code: (Int) -> UInt64, isSame: (Int, Int) -> Bool) {
        codes = Column(zeros: count)
        for row in 0..<count { codes.base[row] = code(row) }
        shared = Self.groups(codes, isSame)
        sharedRows = Set(shared.joined())
    }

    func isShared(_ row: Int) -> Bool { !sharedRows.isEmpty && sharedRows.contains(UInt32(row)) }

    /// The row with a code, found by looking through all.
    func row(_ code: UInt64) -> UInt32? { codes.values.firstIndex(of: code).map(UInt32.init) }

    // MARK: Codes that several rows bear

    /// One bit for each code: the codes that meet a bit already set are few, and only they are compared.
    private static func groups(_ codes: borrowing Column<UInt64>, _ isSame: (Int, Int) -> Bool) -> [[UInt32]] {
        var bits = 16
        while bits < 32, 1 << bits < codes.count * 64 { bits += 1 }
        let seen = Column<UInt64>(zeros: 1 << (bits - 6))
        let shift = UInt64(64 - bits)
        var suspects: [UInt64: [[UInt32]]] = [:]
        for code in codes.values where code != 0 {
            let place = mixed(code) >> shift
            let bit: UInt64 = 1 << (place & 63)
            if seen.base[Int(place >> 6)] & bit != 0 { suspects[code] = [] }
            seen.base[Int(place >> 6)] |= bit
        }
        if suspects.isEmpty { return [] }
        var filter = CodeFilter()
        for code in suspects.keys { filter.add(mixed(code)) }
        for row in 0..<codes.count {
            let code = codes.base[row]
            guard code != 0, filter.mayHold(mixed(code)), var groups = suspects[code] else { continue }
            if let known = groups.firstIndex(where: { isSame(Int($0[0]), row) }) {
                groups[known].append(UInt32(row))
            } else {
                groups.append([UInt32(row)])
            }
            suspects[code] = groups
        }
        return suspects.values.joined().filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    static func mixed(_ code: UInt64) -> UInt64 {
        let product = (code ^ tableSeed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    // MARK: Searching

    /// Styles with more rows than this are not looked through.
    private static let neighbours = 64

    /// A row's codes are asked of memory so many rows before they are read: a shop's rows lie where its file had them.
    private static let ahead = 24

    /// Finds for each shop row with a code the first supplier row that bears it.
    func search(
        _ shop: Catalogue, _ supplier: Catalogue, _ partner: borrowing Column<UInt32>,
        prefetch: (Int) -> Void = { _ in }, code: (Int) -> UInt64, isSame: (Int, Int) -> Bool,
        found: (Int, Int) -> Void,
        missing: (Int) -> Void
    ) {
        var open: [(code: UInt64, row: UInt32)] = []
        for style in 0..<shop.styleCount {
            let tied = Int(partner.base[style]) - 1
            let neighbours = tied >= 0 ? supplier.rows(ofStyle: tied) : 0..<0
            let range = neighbours.count <= Self.neighbours ? neighbours : 0..<0
            for row in shop.rows(ofStyle: style) {
                if row + Self.ahead < shop.variantCount { prefetch(row + Self.ahead) }
                let wanted = code(row)
                if wanted == 0 { continue }
                if let same = range.first(where: { codes.base[$0] == wanted && isSame($0, row) }) {
                    found(same, row)
                } else {
                    open.append((wanted, UInt32(row)))
                }
            }
        }
        if !open.isEmpty { searchAnywhere(open, isSame, found, missing) }
    }

    private func searchAnywhere(
        _ open: [(code: UInt64, row: UInt32)], _ isSame: (Int, Int) -> Bool, _ found: (Int, Int) -> Void,
        _ missing: (Int) -> Void
    ) {
        // The open rows by their codes; rows with one number hang behind each other. A bit for each turns most of the
        // supplier's codes away before the table is asked.
        var table = KeyTable(capacity: open.count)
        var next = [Int32](repeating: -1, count: open.count)
        var filter = CodeFilter(expecting: open.count)
        for index in open.indices {
            let code = open[index].code
            filter.add(Self.mixed(code))
            if let first = table.insert(Self.mixed(code), row: index, { open[$0].code == code }) {
                next[index] = next[first]
                next[first] = Int32(index)
            }
        }
        var isFound = [Bool](repeating: false, count: open.count)
        for row in 0..<codes.count where codes.base[row] != 0 {
            let code = codes.base[row]
            guard filter.mayHold(Self.mixed(code)),
                let first = table.find(Self.mixed(code), { open[$0].code == code })
            else { continue }
            var index = first
            while index >= 0 {
                if !isFound[index], isSame(row, Int(open[index].row)) {
                    isFound[index] = true
                    found(row, Int(open[index].row))
                }
                index = Int(next[index])
            }
        }
        for index in open.indices where !isFound[index] { missing(Int(open[index].row)) }
    }
}
