import Catalogues

/// Texts of few kinds that come again and again, such as the names of evidence: each made once.
struct MadeTexts: ~Copyable {
    private var keys: [UInt64] = []
    /// Where the text of each key ends.
    private var ends: [Int] = []
    private var texts = ByteBuffer()
    private var last = 0

    /// The text of `key`, which `make` puts together when it is first asked for. Valid until the next is.
    @inline(__always) mutating func text(_ key: UInt64, _ make: (inout ByteBuffer) -> Void) -> Bytes {
        if last >= keys.count || keys[last] != key { last = index(of: key, make) }
        let start = last == 0 ? 0 : ends[last - 1]
        return Bytes(base: texts.base + start, count: ends[last] - start)
    }

    /// There are a few dozen keys at most, and the frequent ones come first.
    @inline(never) private mutating func index(of key: UInt64, _ make: (inout ByteBuffer) -> Void) -> Int {
        if let found = keys.firstIndex(of: key) { return found }
        make(&texts)
        keys.append(key)
        ends.append(texts.count)
        return keys.count - 1
    }
}
