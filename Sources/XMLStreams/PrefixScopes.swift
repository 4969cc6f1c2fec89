/// Which namespace prefixes are declared where the parser stands.
///
/// What they are bound to does not matter: a feed's `g:price` is known by its name. That they are declared does: a
/// missing declaration is how a feed that was glued together shows.
struct PrefixScopes: ~Copyable {
    private var names: [String] = ["xml"]
    /// For each prefix, how many elements around declare it.
    private var declarations: [Int] = [1]
    /// The prefixes declared, innermost last.
    private var entered: [Int16] = []

    /// The prefix of a name and the prefix that it declares; -1 = none.
    mutating func of(_ name: String, isAttribute: Bool) -> (prefix: Int16, declares: Int16) {
        guard let colon = name.firstIndex(of: ":"), colon > name.startIndex else { return (-1, -1) }
        let prefix = String(name[..<colon])
        if prefix == "xmlns", isAttribute { return (-1, number(String(name[name.index(after: colon)...]))) }
        return (number(prefix), -1)
    }

    private mutating func number(_ prefix: String) -> Int16 {
        if let known = names.firstIndex(of: prefix) { return Int16(known) }
        // Beyond that many, prefixes are not told apart; no document has a hundred.
        if names.count == 1000 { return 999 }
        names.append(prefix)
        declarations.append(0)
        return Int16(names.count - 1)
    }

    func name(_ prefix: Int16) -> String { names[Int(prefix)] }

    func isDeclared(_ prefix: Int16) -> Bool { declarations[Int(prefix)] > 0 }

    mutating func enter(_ prefix: Int16) {
        declarations[Int(prefix)] += 1
        entered.append(prefix)
    }

    mutating func leave(_ count: Int) {
        for _ in 0..<count { declarations[Int(entered.removeLast())] -= 1 }
    }
}
