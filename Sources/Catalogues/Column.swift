import Glibc

/// One column of a table: a growing run of plain values on pages of its own.
///
/// The pages are reserved as address space when the column is made, and cost memory only where they are touched: a
/// column that nobody writes costs nothing, and a column that grows as expected is never copied.
@frozen public struct Column<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
    /// The first value. Valid until the column is next appended to.
    public var base: UnsafeMutablePointer<Element>
    /// How many values there are.
    public var count: Int
    /// How many values there is room for before the pages must move.
    public var capacity: Int

    @usableFromInline static var slack: Int { 4096 }

    /// An empty column with room for `capacity` values; `likely` of them are expected to be used.
    public init(capacity: Int = 1024, likely: Int = 0) {
        let room = max(capacity, 16)
        base = Self.map(room, likely: likely)
        self.capacity = room
        count = 0
    }

    /// A column of `count` values that are all zero bits.
    public init(zeros count: Int) {
        base = Self.map(max(count, 1), likely: count)
        capacity = max(count, 1)
        self.count = count
    }

    deinit { munmap(base, Self.bytes(capacity)) }

    private static var largePage: Int { 2 << 20 }

    private static func bytes(_ capacity: Int) -> Int {
        (capacity * MemoryLayout<Element>.stride + slack + 4095) & ~4095
    }

    private static func map(_ capacity: Int, likely: Int) -> UnsafeMutablePointer<Element> {
        let size = bytes(capacity)
        let isLarge = likely * MemoryLayout<Element>.stride >= largePage
        let asked = isLarge ? size + largePage : size
        let pages = mmap(nil, asked, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard var pages, pages != MAP_FAILED else { outOfMemory(size) }
        if isLarge {
            // A first touch of a 4 KiB page costs some 2 µs with all it brings; 2 MiB pages make that 1/100. They lie at
            // multiples of their size, so the ends that do not are given back.
            let before = (largePage - Int(bitPattern: pages) % largePage) % largePage
            if before > 0 { munmap(pages, before) }
            pages += before
            if before < largePage { munmap(pages + size, largePage - before) }
            madvise(pages, size, MADV_HUGEPAGE)
        }
        return pages.assumingMemoryBound(to: Element.self)
    }

    private mutating func grow(to wanted: Int) {
        let room = max(wanted, capacity * 2)
        let moved = Self.map(room, likely: count * 2)
        moved.update(from: base, count: count)
        munmap(base, Self.bytes(capacity))
        base = moved
        capacity = room
    }

    /// Makes room for `more` values behind the present ones.
    @inlinable public mutating func reserve(_ more: Int) {
        if count + more > capacity { growOutOfLine(count + more) }
    }

    @usableFromInline @inline(never) mutating func growOutOfLine(_ wanted: Int) { grow(to: wanted) }

    @inlinable public mutating func append(_ value: Element) {
        if count == capacity { growOutOfLine(count + 1) }
        base[count] = value
        count += 1
    }

    /// Sets the count; values beyond the old count are zero bits if they were never written.
    public mutating func setCount(_ wanted: Int) {
        if wanted > capacity { grow(to: wanted) }
        count = wanted
    }

    public mutating func removeAll() { count = 0 }

    @inlinable public subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count, "column index out of range")
            return base[index]
        }
        nonmutating set {
            precondition(index >= 0 && index < count, "column index out of range")
            base[index] = newValue
        }
    }

    /// A view of the values; valid until the column is next appended to.
    @inlinable public var values: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    /// Puts value `order[i]` at place `i`, for all places.
    public mutating func permute(by order: borrowing Column<UInt32>) {
        if count == 0 { return }
        var moved = Column<Element>(capacity: order.count, likely: order.count)
        for place in 0..<order.count { moved.base[place] = base[Int(order.base[place])] }
        moved.count = order.count
        swap(&self, &moved)
    }
}

private func outOfMemory(_ size: Int) -> Never {
    let message = "specsync: error: out of memory (\(size) bytes asked for)\n"
    _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(2)
}
