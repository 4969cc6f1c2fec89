import Catalogues
import Testing

@Suite struct ColumnTests {
    @Test func growsAndForgetsNothing() {
        var column = Column<UInt32>(capacity: 1)
        for value in 0..<200_000 { column.append(UInt32(value)) }
        #expect(column.count == 200_000)
        #expect(column.values.enumerated().allSatisfy { $0.offset == Int($0.element) })
    }

    @Test func reservedRoomIsThere() {
        var column = Column<UInt8>(capacity: 16)
        column.append(7)
        column.reserve(1 << 20)
        #expect(column.capacity >= 1 + 1 << 20)
        #expect(column.count == 1 && column[0] == 7)
    }

    @Test func whatWasNeverWrittenIsZero() {
        var column = Column<UInt64>(capacity: 16)
        column.append(9)
        column.setCount(5000)
        #expect(column[0] == 9)
        #expect(column.values.dropFirst().allSatisfy { $0 == 0 })
        let zeros = Column<UInt16>(zeros: 3)
        #expect(zeros.values.elementsEqual([0, 0, 0]))
    }

    @Test func emptyOnes() {
        let column = Column<UInt32>(zeros: 0)
        #expect(column.values.isEmpty)
        var other = Column<UInt32>(capacity: 0)
        other.append(1)
        other.removeAll()
        #expect(other.values.isEmpty)
    }

    @Test func permutes() {
        var column = Column<UInt8>(capacity: 4)
        for value in [10, 11, 12, 13] as [UInt8] { column.append(value) }
        var order = Column<UInt32>(capacity: 4)
        for place in [2, 0, 3, 1] as [UInt32] { order.append(place) }
        column.permute(by: order)
        #expect(column.values.elementsEqual([12, 10, 13, 11]))
    }

    /// An index beyond the end stops the program; it never reads somebody else's memory.
    @Test func thereIsNoReadingBeyondTheEnd() async {
        await #expect(processExitsWith: .failure) {
            let column = Column<UInt32>(capacity: 100)
            _ = column[0]
        }
    }
}

@Suite struct ArenaTests {
    @Test func keepsTextsWhileItGrows() {
        var arena = Arena()
        let texts = (0..<30_000).map { "text \($0) 藏青" }
        let refs = texts.map { text in withBytes(text) { arena.add($0) } }
        #expect(zip(refs, texts).allSatisfy { arena[$0].string == $1 })
    }

    @Test func anEmptyTextIsNone() {
        var arena = Arena()
        let none = withBytes("") { arena.add($0) }
        #expect(none.isNone && none == .none)
        #expect(!withBytes("a") { arena.add($0) }.isNone)
    }

    @Test func aTextTooLongIsCut() {
        var arena = Arena()
        let long = withBytes([UInt8](repeating: 0x61, count: TextRef.longest + 100)) { arena.add($0) }
        let next = withBytes("next") { arena.add($0) }
        #expect(long.count == TextRef.longest)
        #expect(arena[next].string == "next")
    }
}
